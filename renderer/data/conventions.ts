/**
 * Conventions for dates, times and numbers: the system's, overridden by the person's choices in Settings. Module state
 * instead of a context, so that formatting functions outside of components can read them.
 */
import type { Profile } from '../../shared/kinds/profile.ts'
import { type Conventions, chooseConventions } from '../../shared/locale/conventions.ts'
import { createFormats, type LocaleFormats } from '../../shared/locale/formats.ts'
import { plainRegion, type SystemRegion } from '../../shared/locale/system-region.ts'
import { useProfile } from './queries.ts'

let system: SystemRegion = plainRegion
let current: Conventions = plainRegion.conventions
let formats: LocaleFormats = createFormats(current)
/** Profile from which `current` was computed; null before the first one. */
let adopted: Profile | null | undefined = null

/** Must be called before the first render. */
export function startConventions(region: SystemRegion): void {
  system = region
  adopted = null
  adopt(undefined)
}

export const getSystemRegion = (): SystemRegion => system
export const getConventions = (): Conventions => current
export const getFormats = (): LocaleFormats => formats

function adopt(profile: Profile | undefined): void {
  if (profile === adopted) return
  adopted = profile
  const conventions =
    profile === undefined ? system.conventions : chooseConventions(system.conventions, profile)
  // Unchanged conventions keep the same formats object, and with it the caches of those who use it.
  if (JSON.stringify(conventions) === JSON.stringify(current)) return
  current = conventions
  formats = createFormats(conventions)
}

/**
 * Conventions in force. Adopts the profile's choices during render: the root of all screens renders before its children,
 * so they show the new formats without being remounted, and the focus is kept.
 */
export function useConventions(): Conventions {
  adopt(useProfile().data)
  return current
}
