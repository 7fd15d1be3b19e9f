/** Packs the built program around a folder that plays Electron's dist, offline, and reads back what was made. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { getRawHeader, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build, Platform } from 'electron-builder'
import plist, { type PlistObject } from 'plist'
import { NtExecutable, NtExecutableResource } from 'resedit'
import { config, root } from '../config.ts'
import { fuses } from '../fuses.ts'
import { compareWithList } from './allow-list.ts'
import { makeElectronDist, type System } from './electron-dist.ts'

const electronVersion: string = createRequire(import.meta.url)(
  join(root, 'node_modules/electron/package.json'),
).version

export interface Packed {
  readonly folder: string
  readonly resources: string
  readonly executable: string
}

const platforms = { linux: Platform.LINUX, mac: Platform.MAC, win: Platform.WINDOWS } as const

/**
 * @param work folder for everything that is made
 * @param targets beyond the folder of the program, such as `deb`
 */
export async function pack(system: System, work: string, targets: readonly string[] = []): Promise<Packed> {
  const dist = join(work, `electron-${system}`)
  mkdirSync(dist, { recursive: true })
  makeElectronDist(system, dist, electronVersion, [
    process.execPath,
    join(import.meta.dirname, 'launcher.ts'),
  ])
  const output = join(work, 'packages')
  await build({
    projectDir: root,
    targets: platforms[system].createTarget(targets.length === 0 ? 'dir' : [...targets], Arch.x64),
    config: {
      ...config,
      electronVersion,
      electronDist: dist,
      directories: { ...config.directories, output },
      // There is no certificate here.
      ...(system === 'mac' && { mac: { ...config.mac, identity: null, notarize: false } }),
    },
  })
  const folder = join(output, { linux: 'linux-unpacked', mac: 'mac', win: 'win-unpacked' }[system])
  const contents = join(folder, 'Unknot.app/Contents')
  return {
    linux: { folder, resources: join(folder, 'resources'), executable: join(folder, 'unknot') },
    mac: { folder, resources: join(contents, 'Resources'), executable: join(contents, 'MacOS/Unknot') },
    win: { folder, resources: join(folder, 'resources'), executable: join(folder, 'Unknot.exe') },
  }[system]
}

/** Faults of a packed program, a sentence each: its files, its fuses, the integrity of its asar, its language files. */
export async function findFaults(system: System, packed: Packed): Promise<string[]> {
  const asar = join(packed.resources, 'app.asar')
  return [
    ...compareWithList(system, 'x64', listFiles(asar)),
    ...(await compareFuses(packed.executable)),
    ...compareIntegrity(system, packed, asar),
    ...(system === 'mac' ? compareInfo(packed) : []),
    ...findForeign(packed),
  ]
}

/** Paths of the files in an asar, folders left out, with `/` between them. */
function listFiles(asar: string): string[] {
  const paths = listPackage(asar, { isPack: false }).map(path => path.slice(1).replaceAll('\\', '/'))
  return paths.filter(path => !paths.some(other => other.startsWith(`${path}/`)))
}

async function compareFuses(executable: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(executable)
  return Object.entries(fuses).flatMap(([name, isOn]) => {
    const found = wire[FuseV1Options[name as keyof typeof FuseV1Options]]
    const expected = isOn ? FuseState.ENABLE : FuseState.DISABLE
    return found === expected ? [] : [`The fuse ${name} is ${found}, and should be ${expected}.`]
  })
}

/** Electron compares the hash of the asar's header before it starts, on macOS and Windows. */
function compareIntegrity(system: System, { resources, executable }: Packed, asar: string): string[] {
  if (system === 'linux') return []
  const { headerString } = getRawHeader(asar)
  const hash = createHash('sha256').update(headerString).digest('hex')
  const stored = system === 'mac' ? readInfo(resources) : readResource(executable)
  return JSON.stringify(stored).includes(hash) ? [] : ['The executable holds another hash of app.asar.']
}

function readResource(executable: string): unknown {
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(executable)))
  const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  return integrity === undefined ? null : Buffer.from(integrity.bin).toString()
}

const readInfo = (resources: string) =>
  plist.parse(readFileSync(join(resources, '../Info.plist'), 'utf8')) as PlistObject

function compareInfo({ resources }: Packed): string[] {
  const info = readInfo(resources)
  const expected = {
    CFBundleIdentifier: 'org.unknot.Unknot',
    NSAppTransportSecurity: { NSAllowsArbitraryLoads: false },
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    JSON.stringify(info[key]) === JSON.stringify(value)
      ? []
      : [`Info.plist says ${key}: ${JSON.stringify(info[key])}.`],
  )
}

/** Electron's sample program, and texts in other languages than the program's. */
function findForeign({ folder }: Packed): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /default_app\.asar$|(^|\/)(de|fr)\.(pak|lproj)$/.test(name))
    .map(name => `${name} is packed.`)
}
