/** Year calendar: the number of cramps on each cramp-day, and the days for which it is unknown. */
import { z } from 'zod'
import type { CheckIn } from '../kinds/check-in.ts'
import type { EntryOf } from '../kinds/entry.ts'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { datesFromTo, dayNumber } from '../time/calendar-date.ts'
import { everyCramp } from './cramp-filter.ts'
import { countByDay, trackCramps } from './tracked-cramps.ts'

export const crampCalendar = z.strictObject({
  year: z.int(),
  /** Year of the first cramp-day that the journal can know; null while it has no entry. */
  firstYear: z.int().nullable(),
  /** Every date of the year, for the cramp-day that begins at its noon. */
  days: z.array(
    z.strictObject({
      date: calendarDateField,
      /** Cramps that began on it, or on this date at an unknown time: 0 if the person said so, null if unknown. */
      cramps: z.int().nullable(),
    }),
  ),
})
export type CrampCalendar = z.infer<typeof crampCalendar>
export type CrampCalendarDay = CrampCalendar['days'][number]

export const periodOfYear = (year: number): Period => ({ fromDate: `${year}-01-01`, toDate: `${year}-12-31` })

/**
 * Counts the cramps of each cramp-day of a year.
 *
 * @param cramps in any order; those of other years are ignored
 * @param checkIns of any kinds; those of other years are ignored
 */
export function listCrampDaysOfYear(
  year: number,
  cramps: readonly EntryOf<'cramp'>[],
  checkIns: readonly CheckIn[],
): CrampCalendarDay[] {
  const counts = countByDay(trackCramps({ cramps, checkIns, filter: everyCramp }, periodOfYear(year)))
  const { fromDate, toDate } = periodOfYear(year)
  return datesFromTo(fromDate, toDate).map(date => ({ date, cramps: counts.get(dayNumber(date)) ?? null }))
}
