/**
 * Cramps before and after a change of medicine. A medicine is taken every day, so no day without it could be matched
 * with a day with it: what can be compared is the weeks on either side.
 *
 *        12 weeks before           change          12 weeks after
 *     |---- tracked cramp-days ------|---- tracked cramp-days ------|
 *
 * The cramp-day of the change belongs to neither side. Nothing is adjusted for: whatever else began in those weeks is in
 * the number as well, so it is a reason to ask, never to stop.
 */
import { z } from 'zod'
import type { EntryOf } from '../journal/entry.ts'
import { calendarDateField } from '../journal/fields.ts'
import { medicationChanges } from '../journal/medication.ts'
import { compareRates } from '../statistics/rate-ratio.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { calendarDate, crampDay } from '../time/moment.ts'
import { getCrampDay, getTrackedCrampDays } from './cramp-days.ts'
import type { DayNumber, Diary } from './diary.ts'

const side = z.strictObject({ cramps: z.int(), trackedDays: z.int() })

export const medicineComparison = z.strictObject({
  name: z.string(),
  change: z.enum(medicationChanges),
  /** The date the wall calendar showed, as in the marks of the time axis; the cramp-day may be the one before. */
  date: calendarDateField,
  before: side,
  after: side,
  /** Rate after over rate before, with exact limits; a ratio or limit of null is open-ended. */
  ratio: z.number().nullable(),
  lower: z.number(),
  upper: z.number().nullable(),
})
export type MedicineComparison = z.infer<typeof medicineComparison>

const DAYS_EACH_SIDE = 12 * 7
/** Fewer tracked days than a block of four weeks on either side say nothing yet. */
const MIN_TRACKED_DAYS = 28

/** The changes that can be judged, oldest first like the marks of the time axis. */
export function compareMedicineChanges(
  diary: Diary,
  changes: readonly EntryOf<'medication'>[],
): MedicineComparison[] {
  const tracked = getTrackedCrampDays(diary)
  const crampDays = diary.episodes.map(({ onset }) => getCrampDay(onset))
  const countWithin = (from: DayNumber, to: DayNumber) => {
    const isWithin = (day: DayNumber) => day >= from && day <= to
    return { cramps: crampDays.filter(isWithin).length, trackedDays: tracked.filter(isWithin).length }
  }
  return changes
    .toSorted((a, b) => a.at - b.at || a.id - b.id)
    .flatMap(entry => {
      const day = dayNumber(crampDay(entry))
      const before = countWithin(day - DAYS_EACH_SIDE, day - 1)
      const after = countWithin(day + 1, day + DAYS_EACH_SIDE)
      if (Math.min(before.trackedDays, after.trackedDays) < MIN_TRACKED_DAYS) return []
      const test = compareRates(
        { events: after.cramps, days: after.trackedDays },
        { events: before.cramps, days: before.trackedDays },
      )
      if (test.kind === 'not-estimable') return []
      const { rateRatio, lower, upper } = test
      const { name, change } = entry
      return [{ name, change, date: calendarDate(entry), before, after, ratio: rateRatio, lower, upper }]
    })
}
