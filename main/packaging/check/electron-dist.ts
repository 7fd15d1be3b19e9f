/**
 * Folder that plays Electron's dist for a system, for machines where Electron cannot be fetched: the files that
 * electron-builder renames, edits or removes, as small as they may be. On Linux its executable starts the packed program on
 * the project's stand-in for Electron.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import plist from 'plist'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { fuses } from '../fuses.ts'

export type System = 'linux' | 'mac' | 'win'

/** Marks the fuses in a binary; then come their version, their number, and '0' or '1' for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** All fuses off, so that each one that is on has been set by the packaging. */
const fuseWire = Buffer.concat([
  Buffer.from(SENTINEL, 'latin1'),
  Buffer.from([1, Object.keys(fuses).length]),
  Buffer.from('0'.repeat(Object.keys(fuses).length), 'latin1'),
])

/** @param start command line by which the Linux executable starts a packed program */
export function makeElectronDist(
  system: System,
  folder: string,
  version: string,
  start: readonly string[],
): void {
  const write = (name: string, content: string | Uint8Array = name) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  write('version', version)
  write('LICENSE', 'MIT')
  write('LICENSES.chromium.html')
  const makers = { linux: makeLinux, mac: makeMac, win: makeWindows }
  makers[system](write)
  if (system === 'linux') {
    const quoted = start.map(word => `'${word}'`).join(' ')
    const script = Buffer.from(`#!/bin/sh\nexec ${quoted} "$(readlink -f "$0")" "$@"\n# `)
    write('electron', Buffer.concat([script, fuseWire, Buffer.from('\n')]))
    for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'])
      chmodSync(join(folder, name), 0o755)
  }
}

type Write = (name: string, content?: string | Uint8Array) => void

/** Languages of Chromium's own texts, of which the packaging keeps English. */
const languages = ['de', 'en-US', 'fr']

function makeLinux(write: Write): void {
  for (const name of [
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'icudtl.dat',
    'resources.pak',
    'libffmpeg.so',
  ])
    write(name)
  for (const language of languages) write(`locales/${language}.pak`)
  write('resources/default_app.asar')
}

function makeWindows(write: Write): void {
  for (const name of ['icudtl.dat', 'resources.pak', 'ffmpeg.dll']) write(name)
  for (const language of languages) write(`locales/${language}.pak`)
  write('resources/default_app.asar')
  write('electron.exe', makeExecutable())
}

/** Executable without code: a version for electron-builder to edit, and the fuses behind the last section. */
function makeExecutable(): Uint8Array {
  const executable = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(executable)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues(
    { lang: 1033, codepage: 1200 },
    { ProductName: 'Electron', FileDescription: 'Electron' },
  )
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  executable.setExtraData(fuseWire)
  return new Uint8Array(executable.generate())
}

function makeMac(write: Write): void {
  const contents = 'Electron.app/Contents'
  write(`${contents}/MacOS/Electron`)
  write(`${contents}/Resources/electron.icns`)
  for (const language of ['de', 'en', 'fr']) write(`${contents}/Resources/${language}.lproj/locale.pak`)
  write(`${contents}/Resources/default_app.asar`)
  write(
    `${contents}/Info.plist`,
    plist.build({
      CFBundleExecutable: 'Electron',
      CFBundleName: 'Electron',
      CFBundleIconFile: 'electron.icns',
    }),
  )
  const framework = `${contents}/Frameworks/Electron Framework.framework`
  write(`${framework}/Electron Framework`, fuseWire)
  for (const language of ['de', 'en', 'fr'])
    write(`${framework}/Versions/A/Resources/${language}.lproj/locale.pak`)
  for (const suffix of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
    const helper = `Electron Helper${suffix}`
    write(`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`)
    write(
      `${contents}/Frameworks/${helper}.app/Contents/Info.plist`,
      plist.build({ CFBundleExecutable: helper, CFBundleName: helper }),
    )
  }
}
