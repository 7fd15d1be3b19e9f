/** Calls of the Journal screen, a part of the contract: search over all entries, trash, calendar of cramp-days. */
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
  /** Newest first, by local time. */
  ids: z.array(idField),
  /** Journal days of the found entries, newest first, with the number of entries on each. */
  days: z.array(z.strictObject({ date: calendarDateField, count: z.int().positive() })),
})
export type FoundEntries = z.infer<typeof foundEntries>

const deletedEntry = z.strictObject({
  entry,
  /** UTC milliseconds. */
  deletedAt: instantField,
})
export type DeletedEntry = z.infer<typeof deletedEntry>

const calendarYear = z.int().min(1900).max(2199)

export const searchCalls = {
  /** Ids of all entries that match a filter. The page reads the entries themselves with `getEntries`, a view at a time. */
  findEntries: {
    access: 'reads',
    input: z.strictObject({ filter: entryFilter, dayStartMinutes: dayStartMinutesField }),
    output: foundEntries,
  },
  /** Entries in the order of `ids`; ids no longer in the journal are skipped. */
  getEntries: { access: 'reads', input: idsToRead, output: z.array(entry) },
  /** Moves entries to the trash, all or none: a missing id changes nothing. The next two calls are atomic as well. */
  deleteEntries: { access: 'writes', input: ids, output: nothing },
  restoreEntries: { access: 'writes', input: ids, output: nothing },
  /** Removes entries from the trash permanently. */
  eraseEntries: { access: 'writes', input: ids, output: nothing },
  /** Ids of the entries in the trash, last deleted first. */
  listTrash: { access: 'reads', input: nothing, output: z.strictObject({ ids: z.array(idField) }) },
  getDeletedEntries: { access: 'reads', input: idsToRead, output: z.array(deletedEntry) },
  /** State of each cramp-day of a calendar year. */
  getCrampCalendar: {
    access: 'reads',
    input: z.strictObject({ year: calendarYear }),
    output: crampCalendar,
  },
  /** Dates of a calendar year on which an own factor was answered with yes, an amount, or a score above 0. */
  listFactorDates: {
    access: 'reads',
    input: z.strictObject({ factorId: idField, year: calendarYear, dayStartMinutes: dayStartMinutesField }),
    output: z.array(calendarDateField),
  },
} as const
