import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type About, type Licence, licences } from '../../shared/about.ts'
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

/** @param builtFolder of main's own files */
export async function readLicences(builtFolder: string): Promise<Licence[]> {
  try {
    return licences.parse(JSON.parse(await readFile(join(builtFolder, '../renderer/licenses.json'), 'utf8')))
  } catch (error) {
    console.error(error)
    return []
  }
}
