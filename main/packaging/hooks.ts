/** Changes to Electron's files, before the program's are added and before the package is signed. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import type { AfterPackContext as PackContext } from 'electron-builder'
import plist, { type PlistObject } from 'plist'
import { fuses } from './fuses.ts'

/** Electron's sample program. electron-builder removes it from an Electron that it downloaded, not from an installed one. */
export async function afterExtract({ appOutDir, electronPlatformName }: PackContext): Promise<void> {
  const resources = electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources'
  await rm(join(appOutDir, resources, 'default_app.asar'), { force: true })
}

export async function afterPack(context: PackContext): Promise<void> {
  await setFuses(context)
  if (context.electronPlatformName === 'darwin') await closeTransportSecurity(context)
}

/** Executable, by which the file that carries the fuses is found. */
function findElectronBinary({ appOutDir, electronPlatformName, packager }: PackContext): string {
  const { productFilename } = packager.appInfo
  switch (electronPlatformName) {
    case 'darwin':
      return join(appOutDir, `${productFilename}.app/Contents/MacOS/${productFilename}`)
    case 'win32':
      return join(appOutDir, `${productFilename}.exe`)
    default:
      return join(appOutDir, packager.config.linux?.executableName ?? productFilename)
  }
}

/** The package `@electron/fuses` of electron-builder knows one fuse fewer, so it is not left to electron-builder. */
async function setFuses(context: PackContext): Promise<void> {
  await flipFuses(findElectronBinary(context), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // The signature of Electron's own build no longer fits; macOS on ARM starts nothing without one.
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin' && process.platform === 'darwin',
    [FuseV1Options.RunAsNode]: fuses.RunAsNode,
    [FuseV1Options.EnableCookieEncryption]: fuses.EnableCookieEncryption,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: fuses.EnableNodeOptionsEnvironmentVariable,
    [FuseV1Options.EnableNodeCliInspectArguments]: fuses.EnableNodeCliInspectArguments,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: fuses.EnableEmbeddedAsarIntegrityValidation,
    [FuseV1Options.OnlyLoadAppFromAsar]: fuses.OnlyLoadAppFromAsar,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: fuses.LoadBrowserProcessSpecificV8Snapshot,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: fuses.GrantFileProtocolExtraPrivileges,
    [FuseV1Options.WasmTrapHandlers]: fuses.WasmTrapHandlers,
  })
}

/** electron-builder allows insecure loads and the local network, for an updater that Unknot does not have. */
async function closeTransportSecurity({ appOutDir, packager }: PackContext): Promise<void> {
  const path = join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Info.plist`)
  const info = plist.parse(await readFile(path, 'utf8')) as PlistObject
  await writeFile(path, plist.build({ ...info, NSAppTransportSecurity: { NSAllowsArbitraryLoads: false } }))
}
