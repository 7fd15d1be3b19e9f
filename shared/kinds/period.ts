import { z } from 'zod'
import { MAX_YEARS } from './limits.ts'
import { calendarDateField } from './schemas.ts'

const MS_PER_YEAR = 365.25 * 86_400_000

/** Years from one date to the other; NaN where one of them is no date. */
export const yearsBetween = (fromDate: string, toDate: string): number =>
  (Date.parse(toDate) - Date.parse(fromDate)) / MS_PER_YEAR

/** A stretch of calendar dates, both ends included. */
export const period = z
  .strictObject({ fromDate: calendarDateField, toDate: calendarDateField })
  .refine(({ fromDate, toDate }) => fromDate <= toDate, {
    path: ['toDate'],
    error: 'The last day must not be before the first.',
  })
  .refine(({ fromDate, toDate }) => yearsBetween(fromDate, toDate) <= MAX_YEARS, {
    path: ['fromDate'],
    error: `Enter a first day that is at most ${MAX_YEARS} years before the last.`,
  })
export type Period = z.infer<typeof period>
