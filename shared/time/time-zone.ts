/**
 * Between what the clock on the wall shows and the instant it means, in a named time zone (IANA, `Europe/Berlin`).
 * The rules of time zones come from Temporal; nothing else in the project knows them.
 */
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from './calendar-date.ts'
import { type Moment, MS_PER_DAY, MS_PER_MINUTE, wallClockMs } from './moment.ts'

/** An instant as a moment in `timeZone`. */
export function momentOfInstant(at: number, timeZone: string): Moment {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return { at, offsetMinutes: Math.round(zoned.offsetNanoseconds / 60e9) }
}

/** Whether the wall clock of `timeZone` showed at that instant what the moment says. */
export function isByClockOf(timeZone: string, moment: Moment): boolean {
  return momentOfInstant(moment.at, timeZone).offsetMinutes === moment.offsetMinutes
}

/**
 * When something that began at `start` ended, as the clock on the wall showed it.
 *
 * Only the offset of the start is stored. Where that was the offset of `timeZone`, the end is told by the same zone's
 * clock, which may have been put forward or back in between; anywhere else the clock is taken to have run on.
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
 * Where clocks jump forward, a time that never was is read as the same stretch after the jump (02:30 becomes 03:30);
 * where they fall back, a time that happens twice means the first of the two.
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
 * The same for milliseconds of the wall clock (`wallClockMs`): for what is moved to another time of the same clock.
 */
export function momentOfWallClock(wallMs: number, timeZone: string): Moment {
  const zoned = Temporal.Instant.fromEpochMilliseconds(wallMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
  return { at: zoned.epochMilliseconds, offsetMinutes: Math.round(zoned.offsetNanoseconds / 60e9) }
}

/**
 * Every moment at which the wall clock of `timeZone` shows `clock` on `date`, the first first: nearly always one, none
 * where clocks jump over it, two where they fall back to it.
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
  // Of a time that is jumped over, both are told by another time of the clock.
  if (!first || !last || !first.toPlainDateTime().equals(wall)) return []
  const instants = [...new Set([first.epochMilliseconds, last.epochMilliseconds])]
  return instants.map(at => momentOfInstant(at, timeZone))
}

/**
 * The moment at which a wall clock that is `offsetMinutes` ahead of UTC shows `clock` on `date`. For changing the time
 * of an entry that was written down elsewhere: it keeps the offset of the place it was made in.
 */
export function momentAtOffset(date: CalendarDate, clock: string, offsetMinutes: number): Moment {
  const wallMs = Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime('UTC').epochMilliseconds
  return { at: wallMs - offsetMinutes * MS_PER_MINUTE, offsetMinutes }
}

/** The clock time a moment shows: `03:05`. For fields that are filled in, not for display in the person's locale. */
export function clockTime(moment: Moment): string {
  const minutes = Math.floor((((wallClockMs(moment) % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY) / MS_PER_MINUTE)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
