/** Build of the app in out/, repeated only when it is older than the sources. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './host.ts'
import { run } from './steps.ts'

/** Packs what is built, and is no part of it. */
const NO_SOURCE = join(root, 'main/packaging')

const sources = ['main', 'preload', 'renderer', 'shared', 'electron.vite.config.ts', 'package-lock.json']
const results = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Builds the app if it has not been built, or if a source is younger. @returns the build's exit status */
export async function ensureBuilt(): Promise<number> {
  if (isFresh()) return 0
  console.log('Building ...')
  return run('electron-vite', ['build', '--logLevel', 'warn'])
}

function isFresh(): boolean {
  const files = results.map(result => join(root, result))
  if (!files.every(existsSync)) return false
  const built = Math.min(...files.map(file => statSync(file).mtimeMs))
  return sources.every(source => getYoungest(join(root, source)) <= built)
}

/** Newest modification time below a path, in ms. Folders count too, because a removed file changes only its folder. */
function getYoungest(path: string): number {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  const inside = readdirSync(path)
    .map(name => join(path, name))
    .filter(inner => inner !== NO_SOURCE)
    .map(getYoungest)
  return Math.max(status.mtimeMs, ...inside)
}
