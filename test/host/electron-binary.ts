/**
 * Fetches Electron's binary, which is not in its npm package. Only `npm start` does this, and only once: what failed is
 * remembered, so that the next start does not wait again.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findElectron, root } from './host.ts'

const connectWithinMs = 10_000
/** A connection that has stood still for so long is given up, too. */
const stalledAfterMs = 60_000

const memory = join(root, 'node_modules/.cache/unknot-electron.json')
const electronFolder = join(root, 'node_modules/electron')

/** As far as it is used here. It belongs to Electron, and so is found from there. */
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

/** Whether fetching this version has failed before. */
export function hasFailedBefore(): boolean {
  try {
    return JSON.parse(readFileSync(memory, 'utf8')).version === readVersion()
  } catch {
    return false
  }
}

/** @returns whether the binary is there now. Says on the terminal what it does. */
export async function fetchElectron(): Promise<boolean> {
  console.log("Electron's binary is not here yet: fetching it (about 120 MB, once) ...")
  try {
    await download()
    // The file is in Electron's own cache now: its install script unpacks it from there.
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
      // Where its install script will look for the file.
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

/** On a terminal one line that changes, elsewhere a line for every tenth. */
function showProgress(percentage: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r  ${percentage} %`)
  else if (percentage % 10 === 0) console.log(`  ${percentage} %`)
}

function readVersion(): string {
  return JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version
}

/** The innermost reason says most: fetch wraps it. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : explain(error.cause)
}
