/** Which entries the journal's list shows. What is left open (null, no kinds, no text) leaves nothing out. */
import { z } from 'zod'
import { entryKinds } from '../kinds/entry.ts'
import { MAX_SEARCH_LENGTH, MAX_SEARCH_WORDS } from '../kinds/limits.ts'
import { muscles } from '../kinds/muscles.ts'
import { calendarDateField, choicesSchema } from '../kinds/schemas.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { splitSearch } from './search-words.ts'

/** The sides to ask for: a cramp on both sides was on either of them. */
export const filterSides = ['left', 'right'] as const

export const entryFilter = z
  .strictObject({
    /** Beginnings of words, all of which are in the note or the names of an entry. */
    text: z
      .string()
      .max(MAX_SEARCH_LENGTH, { error: `Shorten this to ${MAX_SEARCH_LENGTH} characters.`, abort: true })
      .refine(
        text => splitSearch(text).length <= MAX_SEARCH_WORDS,
        `Search for at most ${MAX_SEARCH_WORDS} words at a time.`,
      ),
    kinds: choicesSchema(entryKinds, 'a kind'),
    /** Only cramps of this muscle. */
    muscle: z.enum(muscles.ids).nullable(),
    /** Only cramps of this side; of the same place if a muscle is given. */
    side: z.enum(filterSides).nullable(),
    /** The first and the last of the journal's days, both included. */
    fromDate: calendarDateField.nullable(),
    toDate: calendarDateField.nullable(),
  })
  .refine(
    ({ fromDate, toDate }) =>
      fromDate === null || toDate === null || !(dayNumber(fromDate) > dayNumber(toDate)),
    { path: ['toDate'], error: 'The last day must not be before the first.' },
  )
export type EntryFilter = z.infer<typeof entryFilter>

/** Every entry there is. */
export const everything: EntryFilter = {
  text: '',
  kinds: [],
  muscle: null,
  side: null,
  fromDate: null,
  toDate: null,
}

/** Whether a filter leaves nothing out. */
export function isEverything({ text, kinds, muscle, side, fromDate, toDate }: EntryFilter): boolean {
  return (
    text.trim() === '' &&
    kinds.length === 0 &&
    [muscle, side, fromDate, toDate].every(value => value === null)
  )
}
