/** Wall-clock date and time of a form, and their conversion to moments. */
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
  /** Minutes ahead of UTC. Tells apart the two moments of a time that came twice; missing while none is chosen. */
  offsetMinutes?: number
}

/**
 * Time zone of a form, by which its wall-clock times become instants. `named` is the computer's zone: for a new entry,
 * and for an old one that was written down by that zone's clock. `fixed` is the UTC offset of an entry from elsewhere,
 * whose zone is not stored.
 */
export type FormZone =
  | { readonly kind: 'named'; readonly timeZone: string }
  | { readonly kind: 'fixed'; readonly offsetMinutes: number }

/** @param entry the entry that is changed; null for a new one */
export function formZoneOf(entry: Moment | null, timeZone: string): FormZone {
  return entry === null || isByClockOf(timeZone, entry)
    ? { kind: 'named', timeZone }
    : { kind: 'fixed', offsetMinutes: entry.offsetMinutes }
}

/** Form values of a moment, in the offset it was written down with. */
export function whenOf(moment: Moment): When {
  return { date: calendarDate(moment), clock: clockTime(moment), offsetMinutes: moment.offsetMinutes }
}

/** Date and time without their unread text; '' in its place. */
export const getReadableWhen = ({ date, clock }: When): { date: CalendarDate; clock: string } => ({
  date: getReadable(date),
  clock: getReadable(clock),
})

/** Moments at which the clock showed `when`: one, but none in an hour that clocks jump over, and two in a repeated one. */
export function listMomentsOfWhen(when: When, zone: FormZone): Moment[] {
  const { date, clock } = getReadableWhen(when)
  if (date === '' || clock === '') return []
  return zone.kind === 'named'
    ? listMomentsAt(date, clock, zone.timeZone)
    : [momentAtOffset(date, clock, zone.offsetMinutes)]
}

/**
 * Moment that a form means. Its instant is NaN, which no schema accepts, while date or time are missing and where clocks
 * jumped over it. Of a time that came twice it is the first, unless the other one was chosen.
 */
export function momentOfWhen(when: When, zone: FormZone): Moment {
  const moments = listMomentsOfWhen(when, zone)
  const chosen = moments.find(({ offsetMinutes }) => offsetMinutes === when.offsetMinutes)
  return chosen ?? moments[0] ?? { at: Number.NaN, offsetMinutes: 0 }
}

/** Form values after a change of date or time. The choice between two moments is reset to the first. */
export function setWhen({ date, clock }: When, zone: FormZone): When {
  const [first, second] = listMomentsOfWhen({ date, clock }, zone)
  return first && second ? { date, clock, offsetMinutes: first.offsetMinutes } : { date, clock }
}

/** `momentOfWhen` of an entry that is changed: an untouched time keeps its seconds, which the form does not show. */
export function changeMoment(when: When, zone: FormZone, original: Moment | null): Moment {
  return original !== null && isShown(when, original)
    ? { at: original.at, offsetMinutes: original.offsetMinutes }
    : momentOfWhen(when, zone)
}

export const isSameWhen = (one: When, other: When): boolean =>
  one.date === other.date &&
  one.clock === other.clock &&
  (one.offsetMinutes ?? other.offsetMinutes) === (other.offsetMinutes ?? one.offsetMinutes)

/** True while the form still holds what `whenOf` gave it. */
const isShown = (when: When, moment: Moment): boolean => isSameWhen(when, whenOf(moment))

/** Start and end of a night or of wearing a shoe. A form asks the clock time of the end, and not its date. */
export interface StartAndEnd {
  readonly start: Moment
  /** UTC milliseconds; null while it goes on, and when it is unknown. */
  readonly endAt: number | null
}

/** Clock time of an end as the form holds it: `07:00`; '' without an end. */
export function endClockOf({ start, endAt }: StartAndEnd, timeZone: string): string {
  return endAt === null ? '' : clockTime(momentOfEnd(endAt, start, timeZone))
}

/**
 * UTC milliseconds of the end that a form means; null when it has none.
 *
 * @param start as the form holds it
 * @param original as stored: its end keeps its seconds while neither time was touched
 */
export function changeEnd(
  start: When,
  endClock: string,
  zone: FormZone,
  original: StartAndEnd | null,
): number | null {
  if (endClock === '' || start.date === '') return null
  // NaN is refused by every schema. Null would store unread text as an unknown end.
  if (getReadable(start.date) === '' || getReadable(endClock) === '') return Number.NaN
  const end = { date: dateOfEnd(start, endClock), clock: endClock }
  if (original === null || original.endAt === null) return momentOfWhen(end, zone).at
  const originalEnd =
    zone.kind === 'named'
      ? momentOfEnd(original.endAt, original.start, zone.timeZone)
      : { at: original.endAt, offsetMinutes: original.start.offsetMinutes }
  // Must precede `changeMoment`: when clocks go back, an end may show an earlier time than its start on the same date.
  if (isShown(start, original.start) && endClock === clockTime(originalEnd)) return original.endAt
  return changeMoment(end, zone, originalEnd).at
}

/** Date of an end of which only the clock time is asked: the next date if it is before the start. '' without a start. */
export function dateOfEnd(start: When, endClock: string): CalendarDate {
  const { date, clock } = getReadableWhen(start)
  return date !== '' && getReadable(endClock) !== '' && endClock < clock ? addDays(date, 1) : date
}

/** Input value for minutes after midnight: 240 is `04:00`. */
export function formatClockInput(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')
}
