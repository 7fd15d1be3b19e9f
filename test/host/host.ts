/**
 * Choice of the host that runs the app: Electron if its binary is installed, else the stand-in with a Chromium.
 * Detected by files, because importing `electron` would start the download of the binary.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Chromium, findWindowChromium, getTestChromium, hasDisplay } from './chromium.ts'

export const root = join(import.meta.dirname, '../..')
const standIn = join(root, 'test/electron-stand-in/dist')

export interface Host {
  kind: 'electron' | 'stand-in'
  /** Path of the program to start. */
  executable: string
  /** One-line name of the host for messages. */
  description: string
  /** Environment variables for the process that starts the app. */
  env: Record<string, string>
}

/** Path of Electron's executable, if its binary is installed. */
export function findElectron(): string | undefined {
  const places: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  }
  const executable = join(root, 'node_modules/electron/dist', places[process.platform] ?? 'electron')
  return existsSync(executable) ? executable : undefined
}

/**
 * Host for tests and other runs without visible windows.
 * @throws when the stand-in is needed and there is no Chromium for it
 */
export async function getTestHost(): Promise<Host> {
  return getElectron() ?? getStandInHost()
}

/** Stand-in even if Electron is installed, for its own specs. */
export async function getStandInHost(): Promise<Host> {
  return getStandIn(await getTestChromium())
}

/** Host that can open visible windows, or the reason why there is none. */
export function findWindowHost(): Host | { missing: string } {
  if (!hasDisplay()) return { missing: 'There is no display to open a window on.' }
  const electron = getElectron()
  if (electron) return electron
  if (process.platform === 'win32')
    return { missing: 'Without its own binary, Electron cannot be stood in for on Windows.' }
  const chromium = findWindowChromium()
  if (!chromium)
    return { missing: 'There is neither Electron nor a Chromium, Chrome or Edge to open a window with.' }
  return getStandIn(chromium)
}

function getElectron(): Host | undefined {
  const executable = findElectron()
  return executable
    ? { kind: 'electron', executable, description: 'Running on Electron.', env: {} }
    : undefined
}

function getStandIn(chromium: Chromium): Host {
  const executable = join(standIn, 'electron')
  return {
    kind: 'stand-in',
    executable,
    description: `Electron's binary is not here: running on the stand-in, with ${chromium.name}.`,
    env: {
      ELECTRON_OVERRIDE_DIST_PATH: standIn,
      ELECTRON_EXEC_PATH: executable,
      ELECTRON_STAND_IN_BROWSER: chromium.executable,
      // Compiled code, kept from start to start: most of what the main process computes until its window opens.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/unknot-compiled'),
    },
  }
}
