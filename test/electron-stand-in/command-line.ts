/** What this start was asked to do, read from the command line as Electron reads it. */
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

interface Manifest {
  name?: string
  productName?: string
  version?: string
  main?: string
}

export interface CommandLine {
  /** `--name=value` and `--name` (an empty value), for Chromium and for the app. */
  switches: Map<string, string>
  /** Files named by `-r`, run before the app: Playwright puts its own there. */
  preloads: string[]
  /** The file or folder to run. */
  entry: string
}

/** Of a switch given twice, the first wins after the entry and the last before it, as in Electron. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const switches = new Map<string, string>()
  const preloads: string[] = []
  let entry: string | undefined
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/.exec(word) ?? []
    if (entry !== undefined) {
      if (name && !switches.has(name)) switches.set(name, value)
    } else if (word === '-r' || word === '--require') {
      preloads.push(resolve(words[++index] ?? ''))
    } else if (name) {
      if (!name.startsWith('inspect')) switches.set(name, value)
    } else if (!word.startsWith('-')) {
      entry = word
    }
  }
  return { switches, preloads, entry: resolve(entry ?? '.') }
}

/** A manifest that is missing is like an empty one; one that is damaged is an error. */
function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

export const commandLine = readCommandLine(process.argv.slice(2))

const entryIsFile = statSync(commandLine.entry).isFile()

/** The folder of the app. */
export const appPath = entryIsFile ? dirname(commandLine.entry) : commandLine.entry
export const manifest = readManifest(appPath)
/** The app's main script. */
export const mainScript = entryIsFile ? commandLine.entry : join(appPath, manifest.main ?? 'index.js')
/** The executable `electron` that was started. */
export const executable =
  process.env.ELECTRON_STAND_IN_EXECUTABLE ?? join(import.meta.dirname, 'dist/electron')
delete process.env.ELECTRON_STAND_IN_EXECUTABLE

/** The Electron this stands in for: the version that is installed for its types. */
export const electronVersion: string = createRequire(import.meta.url)('electron/package.json').version
