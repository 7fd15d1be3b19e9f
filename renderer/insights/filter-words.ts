import type { CrampFilter } from '../../shared/analysis/cramp-filter.ts'
import { statesAtOnset } from '../../shared/kinds/cramp.ts'
import { muscles, sides } from '../../shared/kinds/muscles.ts'

/** "calf", "left side", "at night", "asleep": as parts of a sentence. */
export function listFilter({ muscle, side, time, state }: CrampFilter): string[] {
  return [
    muscle && muscles.words[muscle],
    side && `${sides.words[side]} side`,
    time && (time === 'night' ? 'at night' : 'by day'),
    state && statesAtOnset.words[state],
  ]
    .filter(words => words !== null)
    .map(words => words.charAt(0).toLowerCase() + words.slice(1))
}
