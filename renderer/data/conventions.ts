/**
 * The conventions by which the page writes and reads dates, times and numbers: the system's, but for what the person
 * chose in Settings. They belong to the page, not to a component, so that every formatting function can ask for them.
 */
import type { Profile } from '../../shared/kinds/profile.ts'
import { type Conventions, chooseConventions } from '../../shared/locale/conventions.ts'
import { createFormats, type LocaleFormats } from '../../shared/locale/formats.ts'
import { plainRegion, type SystemRegion } from '../../shared/locale/system-region.ts'
import { useProfile } from './queries.ts'

let system: SystemRegion = plainRegion
let current: Conventions = plainRegion.conventions
let formats: LocaleFormats = createFormats(current)
/** The profile that `current` is of; null while it is not of any. */
let adopted: Profile | null | undefined = null

/** Called once, before anything is drawn. */
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
  // Other changes of the profile keep the formats, and with them what others have made from them.
  if (JSON.stringify(conventions) === JSON.stringify(current)) return
  current = conventions
  formats = createFormats(conventions)
}

/**
 * The conventions in force. Adopts what the profile says while the component is drawn: that of all screens is drawn before
 * everything in it, so nothing has to be mounted again to be written in the new way, and the focus stays where it is.
 */
export function useConventions(): Conventions {
  adopt(useProfile().data)
  return current
}
