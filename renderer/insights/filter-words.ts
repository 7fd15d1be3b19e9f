import type { CrampFilter } from '../../shared/analysis/cramp-filter.ts'
import { muscleWords, sideWords, stateAtOnsetWords } from '../../shared/kinds/words.ts'

/** "calf", "left side", "at night", "asleep": as parts of a sentence. */
export function listFilter({ muscle, side, time, state }: CrampFilter): string[] {
  return [
    muscle && muscleWords[muscle],
    side && `${sideWords[side]} side`,
    time && (time === 'night' ? 'at night' : 'by day'),
    state && stateAtOnsetWords[state],
  ]
    .filter(words => words !== null)
    .map(words => words.charAt(0).toLowerCase() + words.slice(1))
}
