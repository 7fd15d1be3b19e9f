import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { systemClock } from './main/app/clock.ts'
import { calendarDate } from './shared/time/moment.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Every browser of the last ten years reads WOFF2, and there is only one here: the older WOFF would ship each font twice. */
function onlyWoff2(): Plugin {
  return {
    name: 'only-woff2',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('@fontsource') && id.endsWith('.css')
        ? code.replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, '')
        : null,
  }
}

/** UTC date of the build. SOURCE_DATE_EPOCH, in seconds, states it for builds that are to be the same again. */
function readBuildDate(): string {
  const stated = process.env.SOURCE_DATE_EPOCH
  return calendarDate({
    at: stated === undefined ? systemClock.now() : Number(stated) * 1000,
    offsetMinutes: 0,
  })
}

interface Licence {
  readonly name: string
  readonly version: string
  /** SPDX identifier. */
  readonly identifier: string | null
  readonly text: string | null
}

const LICENCES = 'licenses.json'
const readLicences = (path: string): Licence[] => JSON.parse(readFileSync(at(path), 'utf8'))

/** Licence of a package that is shipped as it is, and so not among those that Vite bundled. */
function readShippedLicence(name: string): Licence {
  const { version, license } = JSON.parse(readFileSync(at(`node_modules/${name}/package.json`), 'utf8'))
  return {
    name,
    version,
    identifier: license,
    text: readFileSync(at(`node_modules/${name}/LICENSE`), 'utf8'),
  }
}

/** Joins the licences of main's packages to those of the page, which shows them all. The page is built last. */
function joinLicences(): Plugin {
  return {
    name: 'join-licences',
    closeBundle() {
      const all = [
        ...readLicences(`out/main/${LICENCES}`),
        ...readLicences(`out/renderer/${LICENCES}`),
        readShippedLicence('better-sqlite3'),
      ]
      const byPackage = new Map(all.map(one => [`${one.name} ${one.version}`, one]))
      const sorted = [...byPackage.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
      writeFileSync(at(`out/renderer/${LICENCES}`), JSON.stringify(sorted))
      rmSync(at(`out/main/${LICENCES}`))
    },
  }
}

export default defineConfig({
  main: {
    define: { __BUILT_ON__: JSON.stringify(readBuildDate()) },
    build: {
      outDir: 'out/main',
      license: { fileName: LICENCES },
      lib: {
        entry: {
          index: at('main/app/index.ts'),
          // Started by `main/app/program.ts`, by these names.
          'analysis-worker': at('main/services/analysis-worker.ts'),
          'archive-worker': at('main/services/archive-worker.ts'),
          'history-worker': at('main/services/history-worker.ts'),
        },
      },
      // better-sqlite3 finds its own prebuilt binary beside itself, so it cannot be bundled.
      rollupOptions: { external: ['better-sqlite3'] },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is loaded as CommonJS.
      lib: { entry: at('preload/index.ts'), formats: ['cjs'] },
      rollupOptions: { output: { entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      outDir: at('out/renderer'),
      license: { fileName: LICENCES },
      emptyOutDir: true,
      minify: true,
      // Read from the disk beside the program: one larger file costs nothing.
      chunkSizeWarningLimit: 1000,
      // A font written into the style would be refused: fonts come from the program's files alone.
      assetsInlineLimit: 0,
      rollupOptions: { input: at('renderer/index.html') },
    },
    plugins: [react(), onlyWoff2(), joinLicences()],
  },
})
