/** Command line of this start, parsed as Electron parses it. */
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

/** Duplicate switches: before the entry the last one wins, after it the first one, as in Electron. */
function readCommandLine(words: readonly string[]): CommandLine {
  const switches = new Map<string, string>()
  const preloads: string[] = []
  let entry = packedApp
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

/** package.json of the app; empty when missing. @throws when it cannot be parsed */
function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

/**
 * Folder with the files of a packed program, whose executable runs them and no others: then the app sees itself as packaged,
 * and no word of the command line is a path to run.
 */
const packedApp = process.env.ELECTRON_STAND_IN_PACKAGED
delete process.env.ELECTRON_STAND_IN_PACKAGED
export const isPackaged = packedApp !== undefined

export const commandLine = readCommandLine(process.argv.slice(2))

const entryIsFile = statSync(commandLine.entry).isFile()

export const appPath = entryIsFile ? dirname(commandLine.entry) : commandLine.entry
export const manifest = readManifest(appPath)
export const mainScript = entryIsFile ? commandLine.entry : join(appPath, manifest.main ?? 'index.js')
/** Path of the executable `electron`, which the app sees as `process.argv[0]`. */
export const executable =
  process.env.ELECTRON_STAND_IN_EXECUTABLE ?? join(import.meta.dirname, 'dist/electron')
delete process.env.ELECTRON_STAND_IN_EXECUTABLE

/** Version of the npm package `electron`, reported to the app as Electron's own. */
export const electronVersion: string = createRequire(import.meta.url)('electron/package.json').version
