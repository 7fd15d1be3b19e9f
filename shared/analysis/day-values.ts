/**
 * Exposure value per cramp-day, for what counts days rather than windows: counts, bars, minimum data, permutation test.
 *
 * Every day is read at the same clock time, days with an event too. Read at their own onset, those would differ from
 * the others by the hour alone: the twelve hours before an afternoon cramp hold no evening.
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

/** Every tracked cramp-day whose window is known, read at the median clock time of the events (03:00 without any). */
export function readDays(calendar: CrampCalendar, reader: WindowReader): DayWithValue[] {
  return readStrata(calendar, reader, [...calendar.daysOfStratum.keys()]).flat()
}

/** `readDays` by stratum, for strata with an event only: days that are comparable with those of the cramps. */
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
