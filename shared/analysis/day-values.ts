/** One value per cramp-day, for what counts days rather than windows: bars, minimum data, the permutation check. */
import { getQuantile } from '../statistics/quantile.ts'
import { DEFAULT_NIGHT_OFFSET } from './cramp-days.ts'
import type { DayNumber } from './diary.ts'
import type { CrampCalendar } from './matched-sets.ts'
import type { WindowReader } from './windows.ts'

export interface DayWithValue {
  readonly day: DayNumber
  readonly value: number
  readonly hasEvent: boolean
}

/**
 * Every tracked cramp-day whose window is known: days with an event at its onset, all others at the median clock time
 * of the events (03:00 where there is none).
 */
export function readDays(calendar: CrampCalendar, reader: WindowReader): DayWithValue[] {
  const usual = medianOffset(calendar.events.map(({ offsetMinutes }) => offsetMinutes))
  return [...calendar.daysOfStratum.values()].flatMap(days => readAt(calendar, reader, days, usual))
}

/**
 * The same for each stratum that has an event, other days standing at the mean clock time of the stratum's own events.
 * Strata of which no day is known are left out.
 *
 * @param clock `mean` reads the days with an event at that time too. Where a day can have several, its first comes the
 *   earlier the more there are: windows that hang on it would differ by the number of cramps alone.
 */
export function readDaysByStratum(
  calendar: CrampCalendar,
  reader: WindowReader,
  clock: 'own' | 'mean' = 'own',
): DayWithValue[][] {
  const offsetsOfStratum = Map.groupBy(calendar.events, ({ day }) => calendar.getStratum(day))
  return [...calendar.daysOfStratum]
    .map(([stratum, days]) => {
      const events = offsetsOfStratum.get(stratum) ?? []
      if (events.length === 0) return []
      const mean = events.reduce((sum, { offsetMinutes }) => sum + offsetMinutes, 0) / events.length
      return readAt(calendar, reader, days, Math.round(mean), clock)
    })
    .filter(days => days.length > 0)
}

function readAt(
  { events, eventDays }: CrampCalendar,
  reader: WindowReader,
  days: readonly DayNumber[],
  usualOffset: number,
  clock: 'own' | 'mean' = 'own',
): DayWithValue[] {
  const onset = clock === 'own' ? getOnsets(events) : new Map<DayNumber, number>()
  const known: DayWithValue[] = []
  for (const day of days) {
    const value = reader(day, onset.get(day) ?? usualOffset)
    if (value !== null) known.push({ day, value, hasEvent: eventDays.has(day) })
  }
  return known
}

const onsetsOf = new WeakMap<CrampCalendar['events'], ReadonlyMap<DayNumber, number>>()

/** Offset of each event by its day, worked out once per calendar. */
function getOnsets(events: CrampCalendar['events']): ReadonlyMap<DayNumber, number> {
  const known = onsetsOf.get(events)
  if (known !== undefined) return known
  // Of several on one day the first: later ones are written first and overwritten.
  const onsets = new Map(events.toReversed().map(({ day, offsetMinutes }) => [day, offsetMinutes]))
  onsetsOf.set(events, onsets)
  return onsets
}

function medianOffset(offsets: readonly number[]): number {
  return offsets.length === 0 ? DEFAULT_NIGHT_OFFSET : Math.round(getQuantile(offsets, 0.5))
}
