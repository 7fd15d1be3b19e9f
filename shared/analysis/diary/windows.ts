/**
 * Hazard window of a day: the hours before a clock time in which an exposure could have mattered, aggregated to one
 * number.
 *
 *   case      cramp on Tuesday at 03:10, cramp-day Monday
 *                 Mon 03:10                            Tue 03:10
 *                    [======== 24 h before the onset ======)x
 *
 *   referent  the same clock time on another cramp-day of the stratum, here Thursday
 *                 Thu 03:10                            Fri 03:10
 *                    [=====================================)
 *
 *   entries   |250 ml    |500 ml   [-- standing --]      |300 ml
 *             before     inside     cut at the edges      not before the reference time: outside
 *
 * The start belongs to the window, the end does not. Entries made against a cramp are no exposures and are ignored.
 */

import {
  type Aggregate,
  arrangeEntries,
  createAggregator,
  createDayCounter,
  type SummedAggregate,
  type WindowAggregator,
} from './aggregates.ts'
import { createCoverage } from './coverage.ts'
import { getCrampDay, getDate, getNoon } from './cramp-days.ts'
import {
  type DayNumber,
  type DayValue,
  type Diary,
  type Interval,
  type LocalMinutes,
  MINUTES_PER_DAY,
  MINUTES_PER_HOUR,
} from './diary.ts'
import { createDailyTurns, createTurnsOfEntries, type ListTurns } from './window-turns.ts'

/** Source of the window's number. */
export type WindowSource =
  | {
      readonly kind: 'entries'
      readonly windowHours: number
      readonly aggregate: Aggregate
      readonly types?: readonly string[]
    }
  /** The entries since the noon at which the cramp-day began; known for reference times at night. */
  | { readonly kind: 'entries-of-night'; readonly aggregate: SummedAggregate }
  /** The coarse value of the date that lay mostly before the reference time, or the largest of it and earlier ones. */
  | {
      readonly kind: 'date-value'
      /** Number of dates, 1 by default. All of them must be tracked. */
      readonly dates?: number
      /** Known for reference times at night alone: then the date is that of the cramp-day. */
      readonly onlyAtNight?: true
    }
  /** The value of the cramp-day's night, if the reference time falls into the time in bed. */
  | { readonly kind: 'night-value' }

export interface ExposureWindow {
  /** Key of the diary's entries, date values or night values. */
  readonly series: string
  /** Key of the diary's tracked dates; a night value is tracked by its sleep record instead. */
  readonly trackedAs: string
  readonly source: WindowSource
}

/** Value for a cramp-day at an offset in minutes after its noon; null where it is not known. */
export interface WindowReader {
  (day: DayNumber, offsetMinutes: number): number | null
  /** Without it the value may change at any minute. */
  readonly listTurns?: ListTurns
}

export interface ReaderOptions {
  /**
   * Excludes windows of which more than half the value was logged after their own end. Applies to referents too: a rule
   * for the cases alone would itself create a difference.
   */
  readonly withoutRetrospective?: boolean
}

/** Night, in minutes after the noon of the cramp-day: 21:00, included, to 09:00, excluded. No sleep record is needed. */
const NIGHT_FROM = 9 * MINUTES_PER_HOUR
const NIGHT_UNTIL = 21 * MINUTES_PER_HOUR
const isAtNight = (offsetMinutes: number) => offsetMinutes >= NIGHT_FROM && offsetMinutes < NIGHT_UNTIL

/** Minutes after midnight. */
const NOON = 12 * MINUTES_PER_HOUR

/** Offset back to the date whose coarse value applies: 03:00 on Tuesday reads Monday, 16:00 on Monday reads Sunday. */
const DATE_VALUE_LOOKS_BACK = 20 * MINUTES_PER_HOUR
/**
 * Creates the reader of one exposure's windows. Entries are sorted once; each window finds its own by binary search.
 *
 * @throws RangeError if the diary has no such series or tracked dates, or an entry ends before it starts.
 */
export function createWindowReader(
  diary: Diary,
  { series, trackedAs, source }: ExposureWindow,
  { withoutRetrospective = false }: ReaderOptions = {},
): WindowReader {
  switch (source.kind) {
    case 'entries': {
      const tracked = getTrackedHours(diary, trackedAs)
      const coverage = createCoverage(tracked)
      const entries = arrangeEntries(find(diary.entries, series, 'entries'), source.types)
      const { windowHours, aggregate } = source
      const windowMinutes = windowHours * MINUTES_PER_HOUR
      const read = createEntriesReader(
        aggregate.kind === 'days-with-any'
          ? createDayCounter(coverage, entries, windowHours, aggregate.minKnownDays)
          : createAggregator(coverage, entries, to => to - windowMinutes, aggregate),
        withoutRetrospective,
      )
      return withTurns(read, createTurnsOfEntries(tracked, entries, windowHours, aggregate))
    }
    case 'entries-of-night': {
      const coverage = createCoverage(getTrackedHours(diary, trackedAs))
      const entries = arrangeEntries(find(diary.entries, series, 'entries'))
      const read = createEntriesReader(
        createAggregator(coverage, entries, to => getNoon(getCrampDay(to)), source.aggregate),
        withoutRetrospective,
      )
      return (day, offsetMinutes) => (isAtNight(offsetMinutes) ? read(day, offsetMinutes) : null)
    }
    case 'date-value': {
      const tracked = new Set(find(diary.trackedDates, trackedAs, 'trackedDates'))
      const values = find(diary.dateValues, series, 'dateValues')
      const { dates = 1, onlyAtNight = false } = source
      const read = (day: DayNumber, offsetMinutes: number) => {
        if (onlyAtNight && !isAtNight(offsetMinutes)) return null
        const end = getNoon(day) + offsetMinutes
        const newest = getDate(end - DATE_VALUE_LOOKS_BACK)
        let largest = Number.NEGATIVE_INFINITY
        for (let date = newest; date > newest - dates; date--) {
          const value = tracked.has(date) ? getTimely(values.get(date), end, withoutRetrospective) : null
          if (value === null) return null
          largest = Math.max(largest, value)
        }
        return largest
      }
      const clocks = [DATE_VALUE_LOOKS_BACK, NOON + NIGHT_FROM, NOON + NIGHT_UNTIL - MINUTES_PER_DAY]
      return withTurns(read, createDailyTurns(clocks, listLoggedAt(values)))
    }
    case 'night-value': {
      const values = find(diary.nightValues, series, 'nightValues')
      const read = (day: DayNumber, offsetMinutes: number) => {
        const time = getNoon(day) + offsetMinutes
        const inBed = diary.nights.get(day)
        if (inBed === undefined || time < inBed.from || time >= inBed.until) return null
        return getTimely(values.get(day), time, withoutRetrospective)
      }
      const inBed = Array.from(diary.nights.values()).flatMap(({ from, until }) => [from, until])
      return withTurns(read, createDailyTurns([], [...inBed, ...listLoggedAt(values)]))
    }
  }
}

const withTurns = (
  read: (day: DayNumber, offsetMinutes: number) => number | null,
  listTurns: ListTurns,
): WindowReader => Object.assign(read, { listTurns })

const listLoggedAt = (values: ReadonlyMap<DayNumber, DayValue>): LocalMinutes[] =>
  Array.from(values.values()).flatMap(({ loggedAt }) => loggedAt ?? [])

/** Intervals in which the diary is complete for a kind; a day without listed hours runs from midnight to midnight. */
function getTrackedHours({ trackedDates, trackedHours }: Diary, key: string): readonly Interval[] {
  return (
    trackedHours?.[key] ??
    find(trackedDates, key, 'trackedDates').map(date => ({
      from: date * MINUTES_PER_DAY,
      until: (date + 1) * MINUTES_PER_DAY,
    }))
  )
}

function find<Value>(record: Readonly<Record<string, Value>>, key: string, name: string): Value {
  const value = record[key]
  if (value === undefined) throw new RangeError(`diary.${name} has no "${key}"`)
  return value
}

function getTimely(
  value: DayValue | undefined,
  end: LocalMinutes,
  withoutRetrospective: boolean,
): number | null {
  if (value === undefined) return null
  const isLate = value.loggedAt !== undefined && value.loggedAt > end
  return withoutRetrospective && isLate ? null : value.value
}

/** Minimum share of the value that must be logged in time under `withoutRetrospective`. */
const MOST_FROM_RETROSPECTIVE = 0.5

function createEntriesReader(aggregate: WindowAggregator, withoutRetrospective: boolean): WindowReader {
  return (day, offsetMinutes) => {
    const to = getNoon(day) + offsetMinutes
    const value = aggregate(to, Number.POSITIVE_INFINITY)
    if (value === null || !withoutRetrospective) return value
    const timely = aggregate(to, to)
    return timely === null || timely < MOST_FROM_RETROSPECTIVE * value ? null : value
  }
}
