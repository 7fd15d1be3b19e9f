import type { About } from '../../shared/about.ts'
import { readSqliteVersion } from '../store/open.ts'

/** Set by the build: see `electron.vite.config.ts`. */
declare const __BUILT_ON__: string

export const readAbout = (): About => ({
  builtOn: __BUILT_ON__,
  electron: process.versions.electron ?? 'none',
  chromium: process.versions.chrome ?? 'none',
  node: process.versions.node,
  sqlite: readSqliteVersion(),
})
