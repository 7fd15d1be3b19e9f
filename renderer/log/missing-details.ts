/** Details that a cramp written down half asleep still lacks. */

import type { EntryOf } from '../../shared/kinds/entry.ts'
import { hasOnsetClock } from '../../shared/kinds/onset.ts'

/** `the place`, `how strong`: each completes "Still missing: ...". Empty when everything that is asked for is known. */
export function listMissingDetails(
  cramp: Pick<EntryOf<'cramp'>, 'sites' | 'intensity' | 'durationSeconds' | 'wokeMe' | 'onsetPrecision'>,
): string[] {
  const { sites, intensity, durationSeconds, wokeMe, onsetPrecision } = cramp
  return [
    ...(hasOnsetClock(onsetPrecision) ? [] : ['the time']),
    ...(sites.length === 0 ? ['the place'] : []),
    ...(intensity === null ? ['how strong'] : []),
    ...(durationSeconds === null ? ['how long'] : []),
    ...(wokeMe === null ? ['whether it woke you'] : []),
  ]
}
