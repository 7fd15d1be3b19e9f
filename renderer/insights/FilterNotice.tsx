import { type CrampFilter, isEveryCramp } from '../../shared/analysis/cramp-filter.ts'
import { muscleWords, sideWords, stateAtOnsetWords } from '../../shared/journal/words.ts'
import classes from './FilterBar.module.css'

/** What a filter does to everything below it; nothing without one. */
export function FilterNotice({ filter }: { filter: CrampFilter }) {
  if (isEveryCramp(filter)) return null
  return (
    <p className={classes.words}>
      <strong>Only some cramps: {listFilter(filter).join(', ')}.</strong> Days with other cramps count as days
      without these; where it was not written down, the day is left out. Every filter is searched by itself,
      with its own allowance for chance: try many, and one of them will show a pattern that is none.
    </p>
  )
}

/** "Calf, left, at night, asleep". */
export function listFilter({ muscle, side, time, state }: CrampFilter): string[] {
  return [
    muscle && muscleWords[muscle],
    side && `${sideWords[side]} side`,
    time && (time === 'night' ? 'At night' : 'By day'),
    state && stateAtOnsetWords[state],
  ]
    .filter(words => words !== null)
    .map((words, index) => (index === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1)))
}
