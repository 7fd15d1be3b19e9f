/**
 * Acute against chronic load: the activity of the last week over that of the last four weeks, next to the cramps.
 *
 *     |<----------------- 28 dates: chronic load --------------->|
 *                                             |<-- 7: acute --->|
 *
 * Load is minutes times exertion (session RPE: Foster et al. 2001, J Strength Cond Res 15), as a mean per known date. A
 * date without an answer, or with a session of unknown exertion, is unknown and in neither mean.
 */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'
import { type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'
import { getWeekday } from './blocks-and-strata.ts'
import { getCrampDay, getDate, getPlacedEpisodes, getTrackedCrampDays } from './diary/cramp-days.ts'
import type { DayNumber, Diary } from './diary/diary.ts'
import { getBlockOfWeeks, MOST_WEEKS } from './overview-timeline.ts'
import { getShareOfDays, shareOfDays } from './share-of-days.ts'

const loadBands = ['below', 'usual', 'above'] as const
export type LoadBand = (typeof loadBands)[number]

export const loadPattern = z.strictObject({
  /** Consecutive weeks from Monday to Sunday, from the first known one. */
  weeks: z.array(
    z.strictObject({
      monday: calendarDateField,
      /** Mean load per date of the week, and of the 28 dates that end with it; null where too little is known. */
      acutePerDay: z.number().nullable(),
      chronicPerDay: z.number().nullable(),
      trackedDays: z.int(),
      /** Cramps on its cramp-days; null when none is tracked. */
      cramps: z.int().nullable(),
    }),
  ),
  /** Tracked cramp-days by band: acute over chronic load at that day. */
  bands: z.array(shareOfDays.extend({ band: z.enum(loadBands) })),
  /** Tracked cramp-days, in a band or not. */
  trackedDays: z.int(),
  /** Tracked cramp-days without a band because acute or chronic load is unknown. */
  unknownDays: z.int(),
  /** Tracked cramp-days without a band because the chronic load is 0. */
  idleDays: z.int(),
})
export type LoadPattern = z.infer<typeof loadPattern>

export const ACUTE_DAYS = 7
export const CHRONIC_DAYS = 28
/** Minimum known dates for the acute and for the chronic mean. */
export const MIN_ACUTE_DAYS = 5
export const MIN_CHRONIC_DAYS = 20
/**
 * Acute:chronic ratios at which the bands are cut. From studies of injuries in team sports (Gabbett 2016, Br J Sports
 * Med 50), where they are disputed; they have not been tested on cramps. No verdict depends on them.
 */
export const BAND_LIMITS = { below: 0.8, above: 1.3 } as const

/** @param days first and last cramp-day of the period; the diary's entries reach back 28 days before the first */
export function computeLoadPattern(
  diary: Diary,
  [first, last]: readonly [DayNumber, DayNumber],
): LoadPattern {
  const loads = sumLoads(diary)
  const acuteOf = (day: DayNumber) => meanUpTo(loads, day, ACUTE_DAYS, MIN_ACUTE_DAYS)
  const chronicOf = (day: DayNumber) => meanUpTo(loads, day, CHRONIC_DAYS, MIN_CHRONIC_DAYS)
  const trackedDays = getTrackedCrampDays(diary)
  const crampsOfDay = Map.groupBy(getPlacedEpisodes(diary), ({ onset }) => getCrampDay(onset))
  const bandOfDay = new Map(trackedDays.map(day => [day, judgeBand(acuteOf(day), chronicOf(day))]))
  const daysOf = (band: LoadBand | 'unknown' | 'idle') =>
    trackedDays.filter(day => bandOfDay.get(day) === band)

  const known = [...trackedDays, ...loads.keys()].filter(day => day >= first && day <= last)
  const firstMonday = known.length === 0 ? null : mondayOf(known.reduce((a, b) => Math.min(a, b)))
  const weekCount = firstMonday === null ? 0 : Math.floor((last - firstMonday) / 7) + 1
  const tracked = new Set(trackedDays)
  return {
    weeks: Array.from({ length: weekCount }, (_, index) => {
      const monday = (firstMonday ?? 0) + 7 * index
      const days = Array.from({ length: 7 }, (_, weekday) => monday + weekday).filter(day => tracked.has(day))
      // The current week ends with the last date of the period.
      const end = Math.min(monday + 6, last)
      return {
        monday: dateOfDayNumber(monday),
        acutePerDay: acuteOf(end),
        chronicPerDay: chronicOf(end),
        trackedDays: days.length,
        cramps:
          days.length === 0 ? null : days.reduce((sum, day) => sum + (crampsOfDay.get(day)?.length ?? 0), 0),
      }
    }),
    bands: loadBands.map(band => {
      const days = daysOf(band)
      return { band, ...getShareOfDays(days.filter(day => crampsOfDay.has(day)).length, days.length) }
    }),
    trackedDays: trackedDays.length,
    unknownDays: daysOf('unknown').length,
    idleDays: daysOf('idle').length,
  }
}

/** Bin of the time axis: a week, or four of them. */
export interface LoadBin {
  readonly fromDate: CalendarDate
  readonly weeks: number
  /** Acute load per day; null where too little is known, and in bins of four weeks. */
  readonly acutePerDay: number | null
  /** Load per day of the 28 dates that end with the bin. */
  readonly chronicPerDay: number | null
  readonly trackedDays: number
  readonly cramps: number | null
}

export interface LoadTimeline {
  readonly unit: 'week' | '4-weeks'
  /** Consecutive bins, oldest first. */
  readonly bins: readonly LoadBin[]
}

/** Bins of the chart: weeks or, for more than `MOST_WEEKS`, blocks of four. */
export function makeLoadTimeline({ weeks }: LoadPattern): LoadTimeline {
  if (weeks.length <= MOST_WEEKS)
    return {
      unit: 'week',
      bins: weeks.map(({ monday, ...week }) => ({ fromDate: monday, weeks: 1, ...week })),
    }
  const blocks = Map.groupBy(weeks, ({ monday }) => getBlockOfWeeks(monday))
  return { unit: '4-weeks', bins: [...blocks.values()].map(joinWeeks) }
}

function joinWeeks(weeks: LoadPattern['weeks']): LoadBin {
  const counted = weeks.flatMap(({ cramps }) => cramps ?? [])
  return {
    fromDate: weeks[0]?.monday ?? '',
    weeks: weeks.length,
    acutePerDay: null,
    chronicPerDay: weeks.at(-1)?.chronicPerDay ?? null,
    trackedDays: weeks.reduce((sum, { trackedDays }) => sum + trackedDays, 0),
    cramps: counted.length === 0 ? null : counted.reduce((sum, cramps) => sum + cramps, 0),
  }
}

const mondayOf = (day: DayNumber) => day - getWeekday(day)

/** Load by date; unknown dates are absent. */
function sumLoads(diary: Diary): Map<DayNumber, number> {
  const loads = new Map((diary.trackedDates['activity-load'] ?? []).map(date => [date, 0]))
  const sessions = diary.entries['activity-load'] ?? []
  for (const { start, day, amount } of sessions) {
    const date = day ?? getDate(start)
    const before = loads.get(date)
    if (before !== undefined) loads.set(date, before + (amount ?? Number.NaN))
  }
  for (const [date, load] of loads) if (Number.isNaN(load)) loads.delete(date)
  return loads
}

/** Mean of the known dates among the last `days`; null where fewer than `least` are known. */
function meanUpTo(
  loads: ReadonlyMap<DayNumber, number>,
  last: DayNumber,
  days: number,
  least: number,
): number | null {
  let sum = 0
  let known = 0
  for (let day = last - days + 1; day <= last; day++) {
    const load = loads.get(day)
    if (load === undefined) continue
    sum += load
    known += 1
  }
  return known < least ? null : sum / known
}

function judgeBand(acute: number | null, chronic: number | null): LoadBand | 'unknown' | 'idle' {
  if (acute === null || chronic === null) return 'unknown'
  // The ratio of a chronic load of 0 is not defined.
  if (chronic === 0) return 'idle'
  const ratio = acute / chronic
  if (ratio < BAND_LIMITS.below) return 'below'
  return ratio > BAND_LIMITS.above ? 'above' : 'usual'
}
