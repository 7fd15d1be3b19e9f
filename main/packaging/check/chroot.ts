/**
 * A clean Debian of its own making: debootstrap in a temporary folder, of the release and from the mirrors of this system.
 * Needs root, as debootstrap does.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../config.ts'

export interface Chroot {
  /** Folder in which the system is. */
  readonly folder: string
  /** Runs a command as root. @throws with its output when it fails */
  run(...words: string[]): string
  /** Runs a command as an ordinary user, in that user's home folder. */
  runAsUser(...words: string[]): string
  /** Unmounts and removes everything. */
  remove(): void
}

/** Why no clean system can be made here; undefined where one can. */
export function findObstacle(): string | undefined {
  if (process.platform !== 'linux') return 'this is not Linux'
  if (process.getuid?.() !== 0) return 'making a clean Debian needs root'
  if (spawnSync('debootstrap', ['--version']).error !== undefined)
    return 'debootstrap is not installed (apt-get install debootstrap)'
  return undefined
}

export const USER = 'ada'
export const HOME = `/home/${USER}`

/** @param log file that gets the output of every command */
export function makeChroot(log: string): Chroot {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-debian-'))
  // As the root folder of a system, it is open to every user of it.
  chmodSync(folder, 0o755)
  const mounted: string[] = []
  const call = (command: string, words: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    appendFileSync(log, `\n$ ${command} ${words.join(' ')}\n`)
    const { status, stdout, stderr } = spawnSync(command, words, {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8', ...env },
    })
    appendFileSync(log, `${stdout}${stderr}`)
    if (status !== 0)
      throw new Error(`${command} ${words.join(' ')} ended with ${status}:\n${stderr.slice(-2000)}`)
    return stdout
  }
  const mount = (words: readonly string[], place: string) => {
    mkdirSync(join(folder, place), { recursive: true })
    call('mount', [...words, join(folder, place)])
    mounted.push(join(folder, place))
  }
  const remove = () => {
    for (let place = mounted.at(-1); place !== undefined; place = mounted.at(-1)) {
      execFileSync('umount', [place])
      mounted.pop()
    }
    // Never into a mount, should one be left: the project is one of them.
    execFileSync('rm', ['-rf', '--one-file-system', folder])
  }
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  try {
    const { codename, mirror } = readSources()
    call('debootstrap', ['--variant=minbase', codename, folder, mirror])
    rmSync(join(folder, 'etc/apt/sources.list'), { force: true })
    for (const path of ['/etc/apt/sources.list', '/etc/apt/sources.list.d', '/etc/apt/apt.conf.d'])
      if (existsSync(path)) cpSync(path, join(folder, path), { recursive: true })
    // Of the same machine: the addresses of its mirrors may be known here alone.
    for (const path of ['/etc/hosts', '/etc/resolv.conf'])
      cpSync(path, join(folder, path), { dereference: true })
    mount(['-t', 'proc', 'proc'], '/proc')
    // Shared memory, of which Chromium needs some. Not this system's own: what is written there would be seen here.
    mkdirSync(join(folder, 'dev/shm'), { recursive: true })
    chmodSync(join(folder, 'dev/shm'), 0o1777)
    call('chroot', [folder, 'useradd', '--create-home', USER])
    call('chroot', [folder, 'apt-get', 'update', '-qq'], quiet)
    return {
      folder,
      run: (...words) => call('chroot', [folder, ...words], quiet),
      runAsUser: (...words) => {
        // The stand-in for Electron is run from the project, which an installed program would not need.
        if (mounted.length === 1) mount(['--bind', '--options', 'ro', root], root)
        return call('chroot', [
          `--userspec=${USER}:${USER}`,
          folder,
          'env',
          '-C',
          HOME,
          `HOME=${HOME}`,
          ...words,
        ])
      },
      remove,
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Release of this system and the first mirror of its apt sources, in either of their two formats. */
function readSources(): { readonly codename: string; readonly mirror: string } {
  const codename = /^VERSION_CODENAME=(.+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
  const sources = globSync(['/etc/apt/sources.list.d/*.{sources,list}', '/etc/apt/sources.list'])
    .map(path => readFileSync(path, 'utf8'))
    .join('\n')
  const mirror = /^(?:URIs:|deb(?: \[[^\]]*\])?)\s+(\S+debian\S*)/m.exec(sources)?.[1]
  if (codename === undefined || mirror === undefined)
    throw new Error('No Debian mirror was found in the apt sources of this system.')
  return { codename, mirror }
}
