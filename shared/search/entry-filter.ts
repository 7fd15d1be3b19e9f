/** Filter of the journal's list of entries. An empty criterion (null, no kinds, no text) matches every entry. */
import { z } from 'zod'
import { entryKinds } from '../kinds/entry.ts'
import { MAX_SEARCH_LENGTH, MAX_SEARCH_WORDS } from '../kinds/limits.ts'
import { muscles } from '../kinds/muscles.ts'
import { sourceName } from '../kinds/provenance.ts'
import { calendarDateField, choicesSchema } from '../kinds/schemas.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { splitSearch } from './search-words.ts'

/** Sides that can be filtered; a cramp on both sides matches either. */
export const filterSides = ['left', 'right'] as const

export const entryFilter = z
  .strictObject({
    /** Word prefixes, all of which must occur in the note or the names of an entry. */
    text: z
      .string()
      .max(MAX_SEARCH_LENGTH, { error: `Shorten this to ${MAX_SEARCH_LENGTH} characters.`, abort: true })
      .refine(
        text => splitSearch(text).length <= MAX_SEARCH_WORDS,
        `Search for at most ${MAX_SEARCH_WORDS} words at a time.`,
      ),
    kinds: choicesSchema(entryKinds, 'a kind'),
    /** Matches cramps of this muscle only. */
    muscle: z.enum(muscles.ids).nullable(),
    /** Matches cramps of this side only; with a muscle, both must hold of the same site. */
    side: z.enum(filterSides).nullable(),
    /** Matches entries that came from this program only. */
    source: sourceName.nullable(),
    /** First and last journal day, both included. */
    fromDate: calendarDateField.nullable(),
    toDate: calendarDateField.nullable(),
  })
  .refine(
    ({ fromDate, toDate }) =>
      fromDate === null || toDate === null || !(dayNumber(fromDate) > dayNumber(toDate)),
    { path: ['toDate'], error: 'The last day must not be before the first.' },
  )
export type EntryFilter = z.infer<typeof entryFilter>

/** Filter without criteria: matches every entry. */
export const emptyFilter: EntryFilter = {
  text: '',
  kinds: [],
  muscle: null,
  side: null,
  source: null,
  fromDate: null,
  toDate: null,
}

/** True if a filter has no criteria. */
export function isEmptyFilter({ text, kinds, muscle, side, source, fromDate, toDate }: EntryFilter): boolean {
  return (
    text.trim() === '' &&
    kinds.length === 0 &&
    [muscle, side, source, fromDate, toDate].every(value => value === null)
  )
}
