/** Date and clock time as they stand in a form, and the moment they mean. */
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { calendarDate, type Moment } from '../../shared/time/moment.ts'
import {
  clockTime,
  isByClockOf,
  listMomentsAt,
  momentAtOffset,
  momentOfEnd,
} from '../../shared/time/time-zone.ts'
import { getReadable } from '../ui/fields/unread.ts'

export interface When {
  /** The date on the wall calendar, not the journal's day; '' while empty; unread text behind its mark. */
  date: CalendarDate
  /** `HH:MM`, 24 hours; '' while empty; unread text behind its mark. */
  clock: string
  /** How far ahead of UTC that clock was: tells the two of a time apart that came twice. Missing while nobody has said. */
  offsetMinutes?: number
}

/**
 * How a form's wall-clock times become instants: a new entry in the zone the computer is in, and so an old one that was
 * written down by that zone's clock; any other at the offset of the place it was written down in.
 */
export type Place =
  | { readonly kind: 'here'; readonly timeZone: string }
  | { readonly kind: 'there'; readonly offsetMinutes: number }

/** Where the times of an entry are to be read; null stands for a new one. */
export function placeOf(entry: Moment | null, timeZone: string): Place {
  return entry === null || isByClockOf(timeZone, entry)
    ? { kind: 'here', timeZone }
    : { kind: 'there', offsetMinutes: entry.offsetMinutes }
}

/** What the form shows of a moment. */
export function whenOf(moment: Moment): When {
  return { date: calendarDate(moment), clock: clockTime(moment), offsetMinutes: moment.offsetMinutes }
}

/** Date and time as far as they can be read; '' where not. */
export const getReadableWhen = ({ date, clock }: When): { date: CalendarDate; clock: string } => ({
  date: getReadable(date),
  clock: getReadable(clock),
})

/** The moments at which the clock showed that: one, but for the hours that clocks jump over or go through twice. */
export function listMomentsOfWhen(when: When, place: Place): Moment[] {
  const { date, clock } = getReadableWhen(when)
  if (date === '' || clock === '') return []
  return place.kind === 'here'
    ? listMomentsAt(date, clock, place.timeZone)
    : [momentAtOffset(date, clock, place.offsetMinutes)]
}

/**
 * The moment a form speaks of; one that no schema accepts while date or time are missing, or where clocks jumped over
 * it. Of a time that came twice it is the first, unless the other one was chosen.
 */
export function momentOfWhen(when: When, place: Place): Moment {
  const moments = listMomentsOfWhen(when, place)
  const chosen = moments.find(({ offsetMinutes }) => offsetMinutes === when.offsetMinutes)
  return chosen ?? moments[0] ?? { at: Number.NaN, offsetMinutes: 0 }
}

/** Another date or time in a form. Nobody has said yet which one is meant where that came twice: the first is shown. */
export function setWhen({ date, clock }: When, place: Place): When {
  const [first, second] = listMomentsOfWhen({ date, clock }, place)
  return first && second ? { date, clock, offsetMinutes: first.offsetMinutes } : { date, clock }
}

/** As `momentOfWhen`, but an entry whose time was not touched keeps its seconds. */
export function changeMoment(when: When, place: Place, original: Moment | null): Moment {
  return original !== null && isShown(when, original)
    ? { at: original.at, offsetMinutes: original.offsetMinutes }
    : momentOfWhen(when, place)
}

export const isSameWhen = (one: When, other: When): boolean =>
  one.date === other.date &&
  one.clock === other.clock &&
  (one.offsetMinutes ?? other.offsetMinutes) === (other.offsetMinutes ?? one.offsetMinutes)

/** Whether a form shows the moment as it is. */
const isShown = (when: When, moment: Moment): boolean => isSameWhen(when, whenOf(moment))

/** A night or a shoe's wearing: what has a start, and an end of which a form shows the clock time alone. */
export interface Interval {
  readonly start: Moment
  /** UTC milliseconds; null while it goes on, or when nobody knows. */
  readonly endAt: number | null
}

/** What the form shows of an end: `07:00`, or nothing while there is none. */
export function endClockOf({ start, endAt }: Interval, timeZone: string): string {
  return endAt === null ? '' : clockTime(momentOfEnd(endAt, start, timeZone))
}

/**
 * UTC milliseconds of the end a form speaks of; null when it has none.
 *
 * @param start when it began, as the form shows it
 * @param original the interval as it was stored: an end keeps its seconds while neither time was touched
 */
export function changeEnd(
  start: When,
  endClock: string,
  place: Place,
  original: Interval | null,
): number | null {
  if (endClock === '' || start.date === '') return null
  // No schema accepts it: text that cannot be read is not taken for an end that is unknown.
  if (getReadable(start.date) === '' || getReadable(endClock) === '') return Number.NaN
  const end = { date: dateOfEnd(start, endClock), clock: endClock }
  if (original === null || original.endAt === null) return momentOfWhen(end, place).at
  const originalEnd =
    place.kind === 'here'
      ? momentOfEnd(original.endAt, original.start, place.timeZone)
      : { at: original.endAt, offsetMinutes: original.start.offsetMinutes }
  // Where clocks go back, an end may show an earlier time than its start on the same date.
  if (isShown(start, original.start) && endClock === clockTime(originalEnd)) return original.endAt
  return changeMoment(end, place, originalEnd).at
}

/** The date of an end for which only the clock time is asked: an end before the start is on the next date. '' without a start. */
export function dateOfEnd(start: When, endClock: string): CalendarDate {
  const { date, clock } = getReadableWhen(start)
  return date !== '' && getReadable(endClock) !== '' && endClock < clock ? addDays(date, 1) : date
}

/** Minutes after midnight as a form holds them: 240 is `04:00`. */
export function formatClock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')
}
