/** Facts in About: the build, and the versions of the program's parts. */
import { z } from 'zod'
import { calendarDateField } from './kinds/schemas.ts'

const about = z.strictObject({
  /** UTC date of the build. */
  builtOn: calendarDateField,
  electron: z.string(),
  chromium: z.string(),
  node: z.string(),
  sqlite: z.string(),
})
export type About = z.infer<typeof about>

/** Licence of a package that the program is made of. */
const licence = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** SPDX identifier; null where the package states none. */
  identifier: z.string().nullable().default(null),
  /** Null where the package comes without one. */
  text: z.string().nullable().default(null),
})
export const licences = z.array(licence)
export type Licence = z.infer<typeof licence>

export const aboutCalls = {
  /** Opens the folder of the journal and its backups in the system's file manager. */
  openDataFolder: { access: 'reads', input: z.strictObject({}), output: z.strictObject({}) },
  getAbout: { access: 'reads', input: z.strictObject({}), output: about },
  /** Licences that the build has collected; none while the page comes from a development server. */
  getLicences: { access: 'reads', input: z.strictObject({}), output: licences },
} as const

/** Age in days, six months, from which Settings mentions that there may be a newer version. */
export const OLD_AFTER_DAYS = 183
