/**
 * One value per cramp-day, for what counts days rather than windows: counts, bars, minimum data, the permutation check.
 *
 * Every day is read at the same clock time, days with an event too. Were those read at their own onset, the days that
 * are compared would differ by the hour alone: the twelve hours before an afternoon cramp hold no evening, whatever was
 * done in it.
 */
import { computeQuantile } from '../statistics/quantile.ts'
import { DEFAULT_NIGHT_OFFSET } from './diary/cramp-days.ts'
import type { DayNumber } from './diary/diary.ts'
import type { WindowReader } from './diary/windows.ts'
import type { CrampCalendar } from './matched-sets.ts'

export interface DayWithValue {
  readonly day: DayNumber
  readonly value: number
  readonly hasEvent: boolean
}

/** Every tracked cramp-day whose window is known, at the median clock time of the events (03:00 where there is none). */
export function readDays(calendar: CrampCalendar, reader: WindowReader): DayWithValue[] {
  return readStrata(calendar, reader, [...calendar.daysOfStratum.keys()]).flat()
}

/** The same for each stratum that has an event: the days that are like those with a cramp. */
export function readComparedDays(calendar: CrampCalendar, reader: WindowReader): DayWithValue[][] {
  const { events, daysOfStratum, getStratum } = calendar
  const withEvent = new Set(events.map(({ day }) => getStratum(day)))
  const strata = [...daysOfStratum.keys()].filter(stratum => withEvent.has(stratum))
  return readStrata(calendar, reader, strata).filter(days => days.length > 0)
}

function readStrata(
  { events, eventDays, daysOfStratum }: CrampCalendar,
  reader: WindowReader,
  strata: readonly number[],
): DayWithValue[][] {
  const clock = getUsualOffset(events)
  return strata.map(stratum =>
    (daysOfStratum.get(stratum) ?? []).flatMap(day => {
      const value = reader(day, clock)
      return value === null ? [] : [{ day, value, hasEvent: eventDays.has(day) }]
    }),
  )
}

function getUsualOffset(events: CrampCalendar['events']): number {
  if (events.length === 0) return DEFAULT_NIGHT_OFFSET
  const offsets = events.map(({ offsetMinutes }) => offsetMinutes)
  return Math.round(computeQuantile(offsets, 0.5))
}
