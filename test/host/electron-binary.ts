/**
 * Download of Electron's binary, which is not in its npm package. Only `npm start` does this, and only once per version:
 * a failure is recorded, so that the next start does not wait again.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findElectron, root } from './host.ts'

const connectWithinMs = 10_000
/** Timeout of a stalled connection. */
const stalledAfterMs = 60_000

const memory = join(root, 'node_modules/.cache/unknot-electron.json')
const electronFolder = join(root, 'node_modules/electron')

/** Used part of `@electron/get`, a dependency of Electron that is resolved from its folder. */
interface ElectronGet {
  downloadArtifact(artifact: {
    version: string
    artifactName: 'electron'
    platform: string
    arch: string
    checksums: Record<string, string>
    cacheRoot?: string
    downloadOptions: {
      quiet: boolean
      signal: AbortSignal
      getProgressCallback(progress: { percent: number }): Promise<void>
    }
  }): Promise<string>
}

/** True if the download of this version failed in an earlier run. */
export function hasFailedBefore(): boolean {
  try {
    return JSON.parse(readFileSync(memory, 'utf8')).version === readVersion()
  } catch {
    return false
  }
}

/** Prints its progress. @returns true if the binary is installed now */
export async function fetchElectron(): Promise<boolean> {
  console.log("Electron's binary is not here yet: fetching it (about 120 MB, once) ...")
  try {
    await download()
    // Electron's install script unpacks the file from its own cache.
    const { status } = spawnSync(process.execPath, ['install.js'], { cwd: electronFolder, stdio: 'inherit' })
    if (status === 0 && findElectron()) return true
    throw new Error('it could not be unpacked')
  } catch (error) {
    mkdirSync(dirname(memory), { recursive: true })
    writeFileSync(memory, JSON.stringify({ version: readVersion() }))
    console.log(`It could not be fetched (${explain(error)}). To try again: npm start -- --fetch-electron`)
    return false
  }
}

async function download(): Promise<void> {
  const electronRequire = createRequire(join(electronFolder, 'install.js'))
  const { downloadArtifact }: ElectronGet = electronRequire('@electron/get')
  const cacheRoot = process.env.electron_config_cache
  const patience = new AbortController()
  let timer = setTimeout(() => patience.abort(new Error('no connection within 10 s')), connectWithinMs)
  let shown = -1
  try {
    await downloadArtifact({
      version: readVersion(),
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: electronRequire('./checksums.json'),
      // Same cache folder as Electron's install script.
      ...(cacheRoot ? { cacheRoot } : {}),
      downloadOptions: {
        quiet: true,
        signal: patience.signal,
        async getProgressCallback({ percent }) {
          clearTimeout(timer)
          timer = setTimeout(() => patience.abort(new Error('the connection stands still')), stalledAfterMs)
          const percentage = Math.floor(percent * 100)
          if (percentage === shown) return
          shown = percentage
          showProgress(percentage)
        },
      },
    })
  } finally {
    clearTimeout(timer)
    if (shown >= 0 && process.stdout.isTTY) process.stdout.write('\n')
  }
}

/** Rewrites one line on a terminal; elsewhere prints a line per 10 %. */
function showProgress(percentage: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r  ${percentage} %`)
  else if (percentage % 10 === 0) console.log(`  ${percentage} %`)
}

function readVersion(): string {
  return JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version
}

/** Innermost cause, because fetch wraps the reason. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : explain(error.cause)
}
