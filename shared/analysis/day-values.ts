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
export function readDays(
  { events, eventDays, daysOfStratum }: CrampCalendar,
  reader: WindowReader,
): DayWithValue[] {
  const clock = getUsualOffset(events)
  const known: DayWithValue[] = []
  for (const days of daysOfStratum.values())
    for (const day of days) {
      const value = reader(day, clock)
      if (value !== null) known.push({ day, value, hasEvent: eventDays.has(day) })
    }
  return known
}

/** Days of `readDays` by stratum, for strata with an event only: those that are comparable with the days of the cramps. */
export function groupComparedDays(
  { events, getStratum }: CrampCalendar,
  days: readonly DayWithValue[],
): DayWithValue[][] {
  const withEvent = new Set(events.map(({ day }) => getStratum(day)))
  return Array.from(Map.groupBy(days, ({ day }) => getStratum(day)))
    .filter(([stratum]) => withEvent.has(stratum))
    .map(([, ofStratum]) => ofStratum)
}

function getUsualOffset(events: CrampCalendar['events']): number {
  if (events.length === 0) return DEFAULT_NIGHT_OFFSET
  const offsets = events.map(({ offsetMinutes }) => offsetMinutes)
  return Math.round(computeQuantile(offsets, 0.5))
}
