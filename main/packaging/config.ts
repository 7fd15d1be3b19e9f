/** Configuration of electron-builder: one whole list of files for each system, since a system's list replaces a common one. */
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { afterExtract, afterPack } from './hooks.ts'

export const root = join(import.meta.dirname, '../..')

/** Names of better-sqlite3 for the systems. Not `${platform}`: that is the system on which the package is built. */
const prebuilds = { linux: 'linux', mac: 'darwin', win: 'win32' } as const

const filesFor = (system: keyof typeof prebuilds): string[] => [
  'out/**',
  'package.json',
  'LICENSE',
  // Headers for compiling better-sqlite3, which brings its binaries along.
  '!node_modules/node-addon-api{,/**}',
  '!node_modules/better-sqlite3/{src,deps}/**',
  '!node_modules/better-sqlite3/{binding.gyp,README.md}',
  '!node_modules/better-sqlite3/lib/{linux,linuxmusl,darwin,win32}-*.js',
  `!node_modules/better-sqlite3/prebuilds/!(${prebuilds[system]}-\${arch}).node`,
]

const description =
  'Write down cramps, drinks, shoes and activity; see what goes with them. Everything stays on your computer.'

/**
 * Contact in the deb's control file. The domain is one that can never exist (RFC 2606): a maintainer who publishes packages
 * puts in an address and a homepage of their own.
 */
const contact = { maintainer: 'Unknot <unknot@example.invalid>', homepage: 'https://unknot.example.invalid' }

export const config: Configuration = {
  appId: 'org.unknot.Unknot',
  productName: 'Unknot',
  copyright: '© The Unknot authors',
  extraMetadata: { homepage: contact.homepage, author: contact.maintainer, desktopName: 'unknot.desktop' },
  directories: { output: 'main/packaging/dist', buildResources: 'main/packaging/build' },
  // better-sqlite3 has a binary for each system inside its package.
  npmRebuild: false,
  nodeGypRebuild: false,
  // There is no updater, so nothing is published by a build.
  publish: null,
  asar: { smartUnpack: false },
  // The system loads a native module from a file of its own.
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/*.node'],
  electronLanguages: ['en-US'],
  afterExtract,
  afterPack,
  fileAssociations: [
    {
      ext: 'unknot',
      name: 'Unknot copy',
      description: 'Copy of an Unknot journal',
      mimeType: 'application/vnd.unknot.copy',
      role: 'Viewer',
    },
  ],
  // The default one starts without the sandbox.
  toolsets: { appimage: '1.0.3' },
  linux: {
    target: ['deb', 'tar.gz'],
    files: filesFor('linux'),
    icon: 'icons',
    executableName: 'unknot',
    syncDesktopName: true,
    category: 'Utility',
    synopsis: 'Private journal for people who get muscle cramps',
    description,
    maintainer: contact.maintainer,
    desktop: {
      entry: { Keywords: 'cramp;journal;diary;health;', Actions: 'CrampNow;' },
      desktopActions: { CrampNow: { Name: 'Cramp now', Exec: '/opt/Unknot/unknot --cramp-now' } },
    },
  },
  deb: {
    packageCategory: 'misc',
    depends: [
      ...['libc6 (>= 2.34)', 'libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6'],
      ...['xdg-utils', 'libatspi2.0-0', 'libuuid1', 'libgbm1', 'libasound2'],
    ],
    fpm: [`${join(import.meta.dirname, 'build/copyright')}=/usr/share/doc/unknot/copyright`],
  },
  // Without the network and without the home folder: files pass through the portal of the file dialog.
  flatpak: {
    runtimeVersion: '24.08',
    baseVersion: '24.08',
    finishArgs: ['--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'],
  },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    files: filesFor('mac'),
    icon: 'icon.icns',
    category: 'public.app-category.healthcare-fitness',
    hardenedRuntime: true,
    notarize: true,
  },
  win: { target: ['nsis', 'zip'], files: filesFor('win'), icon: 'icon.ico' },
  nsis: { oneClick: false, perMachine: false, deleteAppDataOnUninstall: false },
}
