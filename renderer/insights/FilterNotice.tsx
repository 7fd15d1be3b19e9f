import { type CrampFilter, isEveryCramp } from '../../shared/analysis/cramp-filter.ts'
import classes from './FilterBar.module.css'
import { listFilter } from './filter-words.ts'

/** What a filter does to everything below it; nothing without one. */
export function FilterNotice({ filter }: { filter: CrampFilter }) {
  if (isEveryCramp(filter)) return null
  return (
    <p className={classes.words}>
      <strong>Only some cramps: {capitalize(listFilter(filter).join(', '))}.</strong> Days with other cramps
      count as days without these; where it was not written down, the day is left out. Every filter is
      searched by itself, with its own allowance for chance: try many, and one of them will show a pattern
      that is none.
    </p>
  )
}

const capitalize = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
