/** Cramps by hour, by weekday and by date. */
import { z } from 'zod'
import { getNightDayNumber } from '../kinds/day-hours.ts'
import type { EntryOf } from '../kinds/entry.ts'
import { hasOnsetClock } from '../kinds/onset.ts'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { computeQuantile } from '../statistics/quantile.ts'
import { testRayleigh } from '../statistics/rayleigh.ts'
import { dateOfDayNumber, dayNumber } from '../time/calendar-date.ts'
import { clockMinutes } from '../time/moment.ts'
import { momentOfEnd } from '../time/time-zone.ts'
import { getWeekday } from './blocks-and-strata.ts'
import { getLocalMinutes, getNoon } from './diary/cramp-days.ts'
import { type DayNumber, MINUTES_PER_DAY, MINUTES_PER_HOUR } from './diary/diary.ts'
import { getShareOfDays, type ShareOfDays, shareOfDays } from './share-of-days.ts'
import { type Cramp, type CrampOfDay, countByDay, type TrackedCramps } from './tracked-cramps.ts'

export const hourProfile = z.strictObject({
  /** Episodes per clock hour of onset, index 0 being 00:00 to 00:59. */
  counts: z.array(z.int()).length(24),
  /** Episodes without a known hour: they are in none of the counts. */
  withoutHour: z.int(),
  /** Count of those not known to have been in the night; missing for none. */
  withoutHourByDay: z.int().optional(),
})
export type HourProfile = z.infer<typeof hourProfile>

export const crampTimes = z.strictObject({
  hours: hourProfile,
  /**
   * Rayleigh test that the first onsets of the cramp-days gather at one hour; null with fewer than 8 of a known hour.
   * It detects a single peak; two opposite ones cancel.
   */
  gathering: z.strictObject({ days: z.int(), pValue: z.number() }).nullable(),
  /** Span from the median bedtime to the median time of getting up; null without a night that has both. */
  timeInBed: z
    .strictObject({
      /** Minutes after noon, 0 to 1440. */
      fromMinutes: z.number(),
      untilMinutes: z.number(),
      nights: z.int(),
      /** Cramps with a known time that began within the span. */
      cramps: z.int(),
    })
    .nullable(),
  /** Shares by the weekday on which the cramp-day begins, Monday first. */
  weekdays: z.array(shareOfDays.extend({ isOff: z.boolean() })).length(7),
  workDays: shareOfDays,
  offDays: shareOfDays,
  calendar: z.strictObject({
    /** Date of the first item below: the period's first or, if later, the first known one. */
    fromDate: calendarDateField,
    /** Cramps per cramp-day, one item per date; null where unknown. Empty when no day is known. */
    cramps: z.array(z.int().nullable()),
  }),
})
export type CrampTimes = z.infer<typeof crampTimes>
export type TimeInBed = NonNullable<CrampTimes['timeInBed']>

export interface CrampTimesSource {
  readonly tracked: TrackedCramps
  readonly nights: readonly EntryOf<'night'>[]
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** IANA name of the person's zone, in which the ends of nights are read. */
  readonly timeZone: string
}

export function computeTimesPattern(
  { tracked, nights, offWeekdays, timeZone }: CrampTimesSource,
  period: Period,
): CrampTimes {
  const counts = countByDay(tracked)
  const ofDays = (isMeant: (weekday: number) => boolean): ShareOfDays => {
    const days = tracked.trackedDays.filter(day => isMeant(getWeekday(day)) && !tracked.doubtfulDays.has(day))
    return getShareOfDays(days.filter(day => (counts.get(day) ?? 0) > 0).length, days.length)
  }
  const isOff = (weekday: number) => offWeekdays.includes(weekday)
  return {
    hours: countByHour(tracked.cramps.map(({ cramp }) => cramp)),
    gathering: testGathering(tracked.cramps),
    timeInBed: findTimeInBed(nights, tracked.cramps, { ...period, timeZone }),
    weekdays: Array.from({ length: 7 }, (_, weekday) => ({
      ...ofDays(one => one === weekday),
      isOff: isOff(weekday),
    })),
    workDays: ofDays(weekday => !isOff(weekday)),
    offDays: ofDays(isOff),
    calendar: fillCalendar(tracked.trackedDays, counts, period),
  }
}

/** Histogram of the onsets by wall-clock hour. */
export function countByHour(cramps: readonly Cramp[]): HourProfile {
  const counts = new Array<number>(24).fill(0)
  const known = cramps.filter(({ onsetPrecision }) => hasOnsetClock(onsetPrecision))
  for (const cramp of known) {
    const hour = Math.floor(clockMinutes(cramp) / MINUTES_PER_HOUR)
    counts[hour] = (counts[hour] ?? 0) + 1
  }
  const byDay = cramps.filter(
    ({ onsetPrecision: precision }) =>
      !hasOnsetClock(precision) && precision !== 'night' && precision !== 'small-hours',
  ).length
  return {
    counts,
    withoutHour: cramps.length - known.length,
    ...(byDay > 0 && { withoutHourByDay: byDay }),
  }
}

/** Minimum onsets for a statement about the hour. */
export const MIN_ONSETS = 8

/** Uses the first onset of each cramp-day: later ones of the same night are not independent. */
function testGathering(cramps: readonly CrampOfDay[]): CrampTimes['gathering'] {
  const first = new Map<DayNumber, number>()
  for (const { day, offsetMinutes } of cramps)
    if (offsetMinutes !== null) first.set(day, Math.min(first.get(day) ?? MINUTES_PER_DAY, offsetMinutes))
  if (first.size < MIN_ONSETS) return null
  const test = testRayleigh(Array.from(first.values(), minutes => (12 + minutes / MINUTES_PER_HOUR) % 24))
  return test.kind === 'not-estimable' ? null : { days: test.n, pValue: test.pValue }
}

function findTimeInBed(
  nights: readonly EntryOf<'night'>[],
  cramps: readonly CrampOfDay[],
  { fromDate, toDate, timeZone }: Period & { readonly timeZone: string },
): TimeInBed | null {
  const spans = nights.flatMap(night => {
    const day = getNightDayNumber(night)
    if (night.wakeAt === null || day < dayNumber(fromDate) || day > dayNumber(toDate)) return []
    const from = getLocalMinutes(night) - getNoon(day)
    const up = getLocalMinutes(momentOfEnd(night.wakeAt, night, timeZone))
    return [{ from, until: up - getNoon(day) }]
  })
  if (spans.length === 0) return null
  const median = (of: 'from' | 'until') =>
    computeQuantile(
      spans.map(span => span[of]),
      0.5,
    )
  const fromMinutes = median('from')
  // A median past noon would reach into the next cramp-day; the axis ends there.
  const untilMinutes = Math.min(MINUTES_PER_DAY, median('until'))
  return {
    fromMinutes,
    untilMinutes,
    nights: spans.length,
    cramps: cramps.filter(
      ({ offsetMinutes }) =>
        offsetMinutes !== null && offsetMinutes >= fromMinutes && offsetMinutes < untilMinutes,
    ).length,
  }
}

/** Cramps per date up to the period's last; starts with the period, or at the first tracked day if that is later. */
function fillCalendar(
  trackedDays: readonly DayNumber[],
  counts: ReadonlyMap<DayNumber, number>,
  { fromDate, toDate }: Period,
): CrampTimes['calendar'] {
  const [first] = trackedDays
  if (first === undefined) return { fromDate, cramps: [] }
  const from = Math.max(dayNumber(fromDate), first)
  return {
    fromDate: dateOfDayNumber(from),
    cramps: Array.from(
      { length: dayNumber(toDate) - from + 1 },
      (_, index) => counts.get(from + index) ?? null,
    ),
  }
}
