/**
 * Conversions between wall-clock time and instants in a named time zone (IANA, `Europe/Berlin`). Time zone rules come
 * from Temporal, and no other module of the project reads them.
 */
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from './calendar-date.ts'
import { type Moment, MS_PER_DAY, MS_PER_MINUTE, wallClockMs } from './moment.ts'

/** An instant as a moment in `timeZone`. */
export function momentOfInstant(at: number, timeZone: string): Moment {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return { at, offsetMinutes: Math.round(zoned.offsetNanoseconds / 60e9) }
}

/** True when `timeZone` had the moment's UTC offset at its instant. */
export function isByClockOf(timeZone: string, moment: Moment): boolean {
  return momentOfInstant(moment.at, timeZone).offsetMinutes === moment.offsetMinutes
}

/**
 * The end of an entry as a moment, for entries that store only the offset of their start.
 *
 * If that was the offset of `timeZone`, the end gets the zone's offset at its own instant, which may differ after a clock
 * change. In any other zone the start's offset is kept.
 *
 * @param at UTC milliseconds of the end
 */
export function momentOfEnd(at: number, start: Moment, timeZone: string): Moment {
  return isByClockOf(timeZone, start)
    ? momentOfInstant(at, timeZone)
    : { at, offsetMinutes: start.offsetMinutes }
}

/**
 * The moment at which the wall clock of `timeZone` shows `clock` on `date`.
 *
 * A time skipped by a forward clock change is moved by the length of the gap (02:30 becomes 03:30); of a time that
 * occurs twice the first is meant.
 *
 * @param clock `HH:MM`, 24 hours
 * @throws RangeError when the date, the clock time or the zone does not exist
 */
export function momentAt(date: CalendarDate, clock: string, timeZone: string): Moment {
  const zoned = Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  })
  return { at: zoned.epochMilliseconds, offsetMinutes: Math.round(zoned.offsetNanoseconds / 60e9) }
}

/**
 * `momentAt` for wall-clock milliseconds (`wallClockMs`), for moving an entry to another time in the same zone.
 */
export function momentOfWallClock(wallMs: number, timeZone: string): Moment {
  const zoned = Temporal.Instant.fromEpochMilliseconds(wallMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
  return { at: zoned.epochMilliseconds, offsetMinutes: Math.round(zoned.offsetNanoseconds / 60e9) }
}

/**
 * All moments at which the wall clock of `timeZone` shows `clock` on `date`, earliest first: usually one, none if a
 * forward clock change skips the time, two if a backward one repeats it.
 *
 *      29 Mar, London    00:30  00:59 02:00  02:30        25 Oct    00:30  01:00   01:59 01:00   01:59 02:00
 *                          |------||------|                            |-------------| |-------------|
 *                                 01:30: none                               01:30: two, an hour apart
 *
 * @param clock `HH:MM`, 24 hours
 * @throws RangeError when the date, the clock time or the zone does not exist
 * @example listMomentsAt('2026-10-25', '01:30', 'Europe/London').length // 2
 */
export function listMomentsAt(date: CalendarDate, clock: string, timeZone: string): Moment[] {
  const wall = Temporal.PlainDateTime.from(`${date}T${clock}`)
  const [first, last] = (['earlier', 'later'] as const).map(disambiguation =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  )
  // Temporal moves a skipped time to another one, which no longer equals the time asked for.
  if (!first || !last || !first.toPlainDateTime().equals(wall)) return []
  const instants = [...new Set([first.epochMilliseconds, last.epochMilliseconds])]
  return instants.map(at => momentOfInstant(at, timeZone))
}

/**
 * The moment at which a wall clock `offsetMinutes` ahead of UTC shows `clock` on `date`. For changing the time of an
 * entry from another zone, which keeps the offset it was written down with.
 */
export function momentAtOffset(date: CalendarDate, clock: string, offsetMinutes: number): Moment {
  const wallMs = Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime('UTC').epochMilliseconds
  return { at: wallMs - offsetMinutes * MS_PER_MINUTE, offsetMinutes }
}

/** Local time as `HH:MM` on a 24-hour clock, for input fields and files; display uses the person's locale. */
export function clockTime(moment: Moment): string {
  const minutes = Math.floor((((wallClockMs(moment) % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / MS_PER_MINUTE)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
