/** Small disk that can be filled to the last byte and emptied again, apart from the computer's own. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  readonly description: string
  /** Emulated by a file-size limit of this process, which applies to every disk. */
  readonly isQuota: boolean
  readonly folder: string
  /** Makes every later write fail, until emptied. */
  fill(): void
  free(): void
  remove(): void
}

const SIZE = '12m'
const PIECES_BYTES = [65_536, 1]

/**
 * tmpfs where this process may mount one. Elsewhere a file-size limit (RLIMIT_FSIZE) of 0 for this process: writes then
 * fail with another error code, as on a disk with a quota.
 */
export function makeSmallDisk({ withoutMount = false } = {}): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-full-disk-'))
  return !withoutMount && mount(folder) ? mountedDisk(folder) : limitedProcess(folder)
}

function mount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function mountedDisk(folder: string): SmallDisk {
  const ballast = join(folder, 'ballast')
  return {
    description: `a disk of ${SIZE} in memory`,
    isQuota: false,
    folder,
    fill() {
      for (const size of PIECES_BYTES)
        try {
          for (;;) appendFileSync(ballast, Buffer.alloc(size))
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
        }
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', [folder])
      rmSync(folder, { recursive: true })
    },
  }
}

function limitedProcess(folder: string): SmallDisk {
  // The default action of SIGXFSZ ends the process.
  process.on('SIGXFSZ', () => {})
  const limit = (bytes: string) =>
    execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`], { stdio: 'ignore' })
  return {
    description: 'a process that may not write to files',
    isQuota: true,
    folder,
    fill: () => void limit('0'),
    free: () => void limit('unlimited'),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
