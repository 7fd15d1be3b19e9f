/**
 * Moment: an instant together with the UTC offset in force where it was written down.
 *
 * Only this pair is stored. Wall-clock time, calendar date, cramp-day and journal day derive from it, and stay the same
 * when the person later moves to another time zone.
 *
 *      Mon 12:00          Tue 00:00   03:00  04:00            Tue 12:00
 *          |------------------|---------|------|------------------|
 *          |<------------- cramp-day of Monday ------------------>|
 *          |                            ^ a cramp at 03:00: calendar date Tuesday, cramp-day Monday,
 *          |                              journal day Monday (the journal's day starts at 04:00)
 */
import { type CalendarDate, dateOfDayNumber, dayNumber } from './calendar-date.ts'

export interface Moment {
  /** UTC milliseconds since 1970-01-01T00:00Z. */
  readonly at: number
  /** Minutes that local time was ahead of UTC: +60 for Berlin in winter. */
  readonly offsetMinutes: number
}

export const MS_PER_SECOND = 1_000
export const MS_PER_MINUTE = 60_000
export const MS_PER_HOUR = 3_600_000
export const MS_PER_DAY = 86_400_000

/** Limits of stored instants, UTC milliseconds: between them every year has four digits. */
export const EARLIEST_INSTANT = Date.UTC(1900, 0, 1)
export const LATEST_INSTANT = Date.UTC(2200, 0, 1)

/** Clamps an instant to the limits of stored instants. */
export const nearestInstant = (at: number): number => Math.min(Math.max(at, EARLIEST_INSTANT), LATEST_INSTANT)

/** Default start of the journal day, minutes after midnight: 04:00, so that a late evening counts to its own day. */
export const DEFAULT_DAY_START_MINUTES = 4 * 60

/** Wall-clock milliseconds: local time counted as if it were UTC. All local fields derive from this number. */
export function wallClockMs(moment: Moment): number {
  return moment.at + moment.offsetMinutes * MS_PER_MINUTE
}

/** Largest UTC offsets in use, ahead (+14:00) and behind (-12:00), in minutes. */
export const FURTHEST_AHEAD_MINUTES = 14 * 60
export const FURTHEST_BEHIND_MINUTES = 12 * 60

/** The moment in the zone furthest ahead of UTC: its date is the latest that has begun anywhere. */
export function getFurthestClock(at: number): Moment {
  return { at, offsetMinutes: FURTHEST_AHEAD_MINUTES }
}

/** Local calendar date. */
export function calendarDate(moment: Moment): CalendarDate {
  return dateOfDayNumber(Math.floor(wallClockMs(moment) / MS_PER_DAY))
}

/** Local time of day in minutes after midnight, 0 to 1439. */
export function clockMinutes(moment: Moment): number {
  const ms = wallClockMs(moment)
  return Math.floor((ms - Math.floor(ms / MS_PER_DAY) * MS_PER_DAY) / MS_PER_MINUTE)
}

/** Cramp-day: local noon to noon, named by the date on which it starts, so that no night is split between two. */
export const crampDay = (moment: Moment): CalendarDate => dateOfDayNumber(crampDayNumber(moment))

/** Cramp-day as a day number. */
export const crampDayNumber = (moment: Moment): number =>
  Math.floor((wallClockMs(moment) - 12 * MS_PER_HOUR) / MS_PER_DAY)

/**
 * Journal day: starts at a clock time of the person's choice. For display only; no stored value depends on it.
 *
 * @param dayStartMinutes minutes after midnight at which the day starts, 0 to 1439
 */
export function journalDay(moment: Moment, dayStartMinutes: number): CalendarDate {
  return dateOfDayNumber(Math.floor((wallClockMs(moment) - dayStartMinutes * MS_PER_MINUTE) / MS_PER_DAY))
}

/** Half-open interval of wall-clock milliseconds: the start is included, the end is not. */
export interface WallHours {
  readonly fromWallMs: number
  readonly toWallMs: number
}

/**
 * Wall-clock interval of a period of calendar dates, both included. Compare moments with it by `wallClockMs`, never by
 * instant: midnight is another instant in every zone.
 */
export function getPeriodHours(fromDate: CalendarDate, toDate: CalendarDate): WallHours {
  return { fromWallMs: dayNumber(fromDate) * MS_PER_DAY, toWallMs: (dayNumber(toDate) + 1) * MS_PER_DAY }
}

/** Wall-clock interval of a journal day. */
export function journalDayBounds(date: CalendarDate, dayStartMinutes: number): WallHours {
  const fromWallMs = dayNumber(date) * MS_PER_DAY + dayStartMinutes * MS_PER_MINUTE
  return { fromWallMs, toWallMs: fromWallMs + MS_PER_DAY }
}
