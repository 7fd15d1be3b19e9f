/** What the program says about itself: its build, and the versions of what it is made of. */
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

export const aboutCalls = {
  getAbout: { access: 'reads', input: z.strictObject({}), output: about },
} as const

/** Age in days, six months, from which Settings mentions that there may be a newer version. */
export const OLD_AFTER_DAYS = 183
