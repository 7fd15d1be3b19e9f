/** The system's region, read by main at start and sent to every page. */
import { type Conventions, deriveConventions, plainConventions, type SystemLocales } from './conventions.ts'

export interface SystemRegion {
  readonly conventions: Conventions
  /** BCP 47 locale of dates; null if the system names none. */
  readonly locale: string | null
}

export const plainRegion: SystemRegion = { conventions: plainConventions, locale: null }

export function describeSystemRegion(locales: SystemLocales): SystemRegion {
  return { conventions: deriveConventions(locales), locale: locales.time }
}
