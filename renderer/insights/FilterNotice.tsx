import { type CrampFilter, isEveryCramp } from '../../shared/analysis/cramp-filter.ts'
import { capitalize } from '../../shared/locale/capitalize.ts'
import classes from './FilterBar.module.css'
import { listFilter } from './filter-words.ts'

/** Notice of an active cramp filter; renders nothing without one. */
export function FilterNotice({ filter }: { filter: CrampFilter }) {
  if (isEveryCramp(filter)) return null
  return (
    <p className={classes.words}>
      <strong>Only some cramps: {capitalize(listFilter(filter).join(', '))}.</strong> Days with other cramps
      count as days without these; days where this was not written down are left out. Each filter is searched
      on its own, with its own allowance for chance: if you try many, sooner or later one will show a pattern
      that is not there.
    </p>
  )
}
