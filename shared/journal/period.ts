import { z } from 'zod'
import { calendarDateField } from './fields.ts'

/**
 * Longer than any journal: what asks for everything there is begins in 1900. A slip of the year (0202) must not make a
 * table of a row for each of its days.
 */
const MOST_YEARS = 200
const MS_PER_YEAR = 365.25 * 86_400_000

/** A stretch of calendar dates, both ends included. */
export const period = z
  .strictObject({ fromDate: calendarDateField, toDate: calendarDateField })
  .refine(({ fromDate, toDate }) => fromDate <= toDate, {
    path: ['toDate'],
    error: 'The last day must not be before the first.',
  })
  .refine(({ fromDate, toDate }) => !(Date.parse(toDate) - Date.parse(fromDate) > MOST_YEARS * MS_PER_YEAR), {
    path: ['fromDate'],
    error: `Enter a first day that is at most ${MOST_YEARS} years before the last.`,
  })
export type Period = z.infer<typeof period>
