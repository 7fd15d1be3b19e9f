/** What the Journal screen asks: every entry there is, the trash, and a year of cramp-days. */
import { z } from 'zod'
import { crampCalendar } from '../analysis/cramp-calendar.ts'
import { entry } from '../kinds/entry.ts'
import { MAX_ENTRIES_AT_ONCE, MAX_ENTRIES_READ } from '../kinds/limits.ts'
import { calendarDateField, dayStartMinutesField, idField, instantField } from '../kinds/schemas.ts'
import { entryFilter } from './entry-filter.ts'

const nothing = z.strictObject({})

const ids = z.strictObject({
  ids: z.array(idField).max(MAX_ENTRIES_AT_ONCE, `Choose at most ${MAX_ENTRIES_AT_ONCE} entries at a time.`),
})
const idsToRead = z.strictObject({ ids: z.array(idField).max(MAX_ENTRIES_READ) })

const foundEntries = z.strictObject({
  /** Newest first, by the clock on the wall. */
  ids: z.array(idField),
  /** The journal's days on which they stand, newest first, and how many on each. */
  days: z.array(z.strictObject({ date: calendarDateField, count: z.int().positive() })),
})
export type FoundEntries = z.infer<typeof foundEntries>

const deletedEntry = z.strictObject({
  entry,
  /** UTC milliseconds. */
  deletedAt: instantField,
})
export type DeletedEntry = z.infer<typeof deletedEntry>

export const browsingCalls = {
  /** All entries that a filter lets through, by their ids: what they say is read with `getEntries`, view by view. */
  findEntries: {
    access: 'reads',
    input: z.strictObject({ filter: entryFilter, dayStartMinutes: dayStartMinutesField }),
    output: foundEntries,
  },
  /** In the order asked for; without those that are not in the journal any more. */
  getEntries: { access: 'reads', input: idsToRead, output: z.array(entry) },
  /** Puts all of them into the trash or, when one is not there, none; likewise the two calls that follow. */
  deleteEntries: { access: 'writes', input: ids, output: nothing },
  restoreEntries: { access: 'writes', input: ids, output: nothing },
  /** Takes entries out of the trash for good. */
  eraseEntries: { access: 'writes', input: ids, output: nothing },
  /** What is in the trash, the last deleted first. */
  listTrash: { access: 'reads', input: nothing, output: z.strictObject({ ids: z.array(idField) }) },
  getDeletedEntries: { access: 'reads', input: idsToRead, output: z.array(deletedEntry) },
  /** What is known of the cramp-days of a year. */
  getCrampCalendar: {
    access: 'reads',
    input: z.strictObject({ year: z.int().min(1900).max(2199) }),
    output: crampCalendar,
  },
} as const
