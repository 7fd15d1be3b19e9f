/**
 * Choice of the Chromium that draws the pages when Electron is not installed.
 *
 * Tests always use the headless one from npm (`@sparticuz/chromium`), so that they see the same browser and the same
 * fonts on every machine. Visible windows need an installed browser.
 */
import { accessSync, constants, existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'

const modules = join(import.meta.dirname, '../../node_modules')
const parcels = join(modules, '@sparticuz/chromium/bin')

export interface Chromium {
  /** Absolute path. */
  executable: string
  /** Name of the browser for messages. */
  name: string
  /** True if it can open windows on a display; the headless shell cannot. */
  opensWindows: boolean
}

/** Browser of the tests: the one named by UNKNOT_BROWSER, else the npm package's, else an installed one. */
export async function getTestChromium(): Promise<Chromium> {
  const chosen = getChosenChromium()
  if (chosen) return chosen
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(parcels)) return unpackChromium()
  const installed = findInstalledChromium()
  if (installed) return installed
  throw new Error(
    'No Chromium for the tests: the one out of npm is for Linux on x64 only, and no Chromium, Chrome or Edge is installed.',
  )
}

/** Browser that can open visible windows, if this machine has one. */
export function findWindowChromium(): Chromium | undefined {
  return getChosenChromium() ?? findInstalledChromium()
}

/** True if windows can be shown. macOS and Windows always have a display. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Electron switches for a machine without a display, which Electron requires before the app's own code runs. */
export function unseenSwitches(): string[] {
  return process.platform === 'linux' && !hasDisplay() ? ['--ozone-platform=headless'] : []
}

function getChosenChromium(): Chromium | undefined {
  const executable = process.env.UNKNOT_BROWSER
  if (!executable) return undefined
  if (!isExecutable(executable))
    throw new Error(`UNKNOT_BROWSER is no program that can be run: ${executable}`)
  return { executable, name: `the browser at ${executable}`, opensWindows: true }
}

const macBrowsers = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  name => `/Applications/${name}.app/Contents/MacOS/${name}`,
)
const linuxBrowsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

function findInstalledChromium(): Chromium | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const places =
    process.platform === 'darwin'
      ? macBrowsers
      : linuxBrowsers.flatMap(name => folders.map(folder => join(folder, name)))
  const executable = places.find(isExecutable)
  return executable ? { executable, name: executable, opensWindows: true } : undefined
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Unpacks Chromium's headless shell from its npm package, once per version, into the cache folder. Unpacked under a
 * temporary name and then renamed, so that two simultaneous starts do not conflict.
 */
async function unpackChromium(): Promise<Chromium> {
  const version = await getPackageVersion()
  const home = join(modules, '.cache/unknot-chromium', version)
  const chromium: Chromium = {
    executable: join(home, 'chromium-shell'),
    name: `Chromium ${version}, headless, out of npm`,
    opensWindows: false,
  }
  if (existsSync(chromium.executable)) return chromium
  await mkdir(dirname(home), { recursive: true })
  const draft = `${home}.${process.pid}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft)
  try {
    await inflateInto(draft)
    await writeFile(join(draft, 'fonts.conf'), fontSettings)
    await writeFile(join(draft, 'chromium-shell'), startScript)
    await chmod(join(draft, 'chromium-shell'), 0o755)
    await rename(draft, home)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another process finished first; its copy is the same.
    if (!existsSync(chromium.executable)) throw error
  }
  await removeLeftDrafts(dirname(home))
  return chromium
}

/** Removes the drafts of killed processes, about 200 MB each. */
async function removeLeftDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = /\.(\d+)\.draft$/.exec(name)?.[1]
    if (owner && !isRunning(Number(owner))) await rm(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function getPackageVersion(): Promise<string> {
  const { version }: { version: string } = JSON.parse(
    await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8'),
  )
  return version
}

async function inflateInto(folder: string): Promise<void> {
  // The package always unpacks into TMPDIR.
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { inflate } = await import('@sparticuz/chromium')
    const names = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(names.map(name => inflate(join(parcels, name))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

// This Chromium crashes when drawing text without a fontconfig, and the machine's own fonts would change screenshots.
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`

const startScript = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" --headless=shell "$@"
`
