/**
 * Before-after comparison of cramps around a change of medicine. A medicine is taken every day, so days with and
 * without it cannot be matched: the weeks on either side are compared.
 *
 *        12 weeks before           change          12 weeks after
 *     |---- tracked cramp-days ------|---- tracked cramp-days ------|
 *
 * The cramp-day of the change belongs to neither side. Nothing is adjusted for: other changes of those weeks are in the
 * numbers too, so they are a reason to ask a clinician, never to stop. `advice/knowledge/before-and-after.ts` has the
 * limits of a ratio per class of medicine.
 */
import { z } from 'zod'
import type { EntryOf } from '../kinds/entry.ts'
import { medicationChanges, medicineClasses } from '../kinds/medicines.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { type NumberFormats, plainNumbers } from '../locale/number-formats.ts'
import { compareRates } from '../statistics/rate-ratio.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { calendarDate, crampDay } from '../time/moment.ts'
import { getCrampDay, getTrackedCrampDays } from './diary/cramp-days.ts'
import type { DayNumber, Diary } from './diary/diary.ts'
import { countOf } from './sentence-parts.ts'

const side = z.strictObject({ cramps: z.int(), trackedDays: z.int() })

export const medicineComparison = z.strictObject({
  name: z.string(),
  medicineClass: z.enum(medicineClasses.ids),
  change: z.enum(medicationChanges.ids),
  /** Calendar date, as in the marks of the time axis; the cramp-day may be the one before. */
  date: calendarDateField,
  before: side,
  after: side,
  /** Rate after over rate before, with exact limits; a ratio or limit of null is open-ended. */
  ratio: z.number().nullable(),
  lower: z.number(),
  upper: z.number().nullable(),
})
export type MedicineComparison = z.infer<typeof medicineComparison>

/** Length of each side, in days. */
export const DAYS_EACH_SIDE = 12 * 7
/** Minimum tracked days on each side. */
const MIN_TRACKED_DAYS = 28

export interface CountedCramps {
  /** Cramp-day of every cramp, with duplicates. */
  readonly crampDays: readonly DayNumber[]
  readonly trackedDays: readonly DayNumber[]
}

/**
 * Rates on either side of one change of medicine; null while either side has fewer than 28 tracked days, or while there
 * is no cramp on either. The warning card R10 and the chart of Insights both call this and show the same two numbers.
 */
export function compareBeforeAndAfter(
  { crampDays, trackedDays }: CountedCramps,
  entry: EntryOf<'medication'>,
): MedicineComparison | null {
  const day = dayNumber(crampDay(entry))
  const countWithin = (from: DayNumber, to: DayNumber) => {
    const isWithin = (one: DayNumber) => one >= from && one <= to
    return { cramps: crampDays.filter(isWithin).length, trackedDays: trackedDays.filter(isWithin).length }
  }
  const before = countWithin(day - DAYS_EACH_SIDE, day - 1)
  const after = countWithin(day + 1, day + DAYS_EACH_SIDE)
  if (Math.min(before.trackedDays, after.trackedDays) < MIN_TRACKED_DAYS) return null
  const test = compareRates(
    { events: after.cramps, days: after.trackedDays },
    { events: before.cramps, days: before.trackedDays },
  )
  if (test.kind === 'not-estimable') return null
  const { name, medicineClass, change } = entry
  const { rateRatio: ratio, lower, upper } = test
  return { name, medicineClass, change, date: calendarDate(entry), before, after, ratio, lower, upper }
}

/** Entries that name a moment at which something changed: "already taken" was true before it was written down as well. */
export const listChanges = (entries: readonly EntryOf<'medication'>[]): EntryOf<'medication'>[] =>
  entries.filter(({ change }) => change !== 'taking')

/** Comparisons with enough data, oldest first like the marks of the time axis. */
export function compareMedicineChanges(
  diary: Diary,
  changes: readonly EntryOf<'medication'>[],
): MedicineComparison[] {
  const counted = {
    trackedDays: getTrackedCrampDays(diary),
    crampDays: diary.episodes.map(({ onset }) => getCrampDay(onset)),
  }
  return listChanges(changes)
    .toSorted((a, b) => a.at - b.at || a.id - b.id)
    .flatMap(entry => compareBeforeAndAfter(counted, entry) ?? [])
}

/** Cramps per 28 tracked days. */
const ratePerFourWeeks = ({ cramps, trackedDays }: MedicineComparison['before']) =>
  (28 * cramps) / trackedDays

/** True if the rate after the change is higher than before it. */
export const isRise = ({ before, after }: MedicineComparison): boolean =>
  ratePerFourWeeks(after) > ratePerFourWeeks(before)

/** Both rates, for every screen: "11.8 cramps per 4 weeks before (30 on 71 tracked days), 12.8 after (...)". */
export function writeBeforeAndAfterSentence(
  { before, after }: Pick<MedicineComparison, 'before' | 'after'>,
  formats: NumberFormats = plainNumbers,
): string {
  const rate = (one: MedicineComparison['before']) => formats.fixed(ratePerFourWeeks(one), 1)
  const counts = (one: MedicineComparison['before']) =>
    `${formats.number(one.cramps)} on ${countOf(one.trackedDays, 'answered day', formats)}`
  return `${rate(before)} cramps per 4 weeks before (${counts(before)}), ${rate(after)} after (${counts(after)})`
}

/** Rate ratio with its interval: "1.1 times as many after, 95% interval 0.7 to 1.7". */
export function writeRatioSentence(
  { ratio, lower, upper }: Pick<MedicineComparison, 'ratio' | 'lower' | 'upper'>,
  formats: NumberFormats = plainNumbers,
): string {
  const tenths = (value: number) => formats.fixed(value, 1)
  const interval = `95% interval ${tenths(lower)} to ${upper === null ? 'no upper end' : tenths(upper)}`
  return ratio === null ? interval : `${tenths(ratio)} times as many after, ${interval}`
}
