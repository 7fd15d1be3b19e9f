/**
 * When something happened: the instant, and the UTC offset of the place where it was written down.
 *
 * The pair is all that is stored. What the clock on the wall showed, which day it was and to which night it belongs
 * follow from it, and stay true when the person has since moved to another time zone.
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

/** Instants that are stored and read, UTC milliseconds: within them every date has a year of four digits. */
export const EARLIEST_INSTANT = Date.UTC(1900, 0, 1)
export const LATEST_INSTANT = Date.UTC(2200, 0, 1)

/** The nearest instant that can be stored. */
export const nearestInstant = (at: number): number => Math.min(Math.max(at, EARLIEST_INSTANT), LATEST_INSTANT)

/** When the journal's day starts unless the person chose otherwise: 04:00, so that an evening ends after midnight. */
export const DEFAULT_DAY_START_MINUTES = 4 * 60

/** Milliseconds of the wall clock, counted as if it were UTC: the one number from which local fields derive. */
export function wallClockMs(moment: Moment): number {
  return moment.at + moment.offsetMinutes * MS_PER_MINUTE
}

/** The furthest that clocks on earth are ahead of UTC, and behind it, in minutes. */
export const FURTHEST_AHEAD_MINUTES = 14 * 60
export const FURTHEST_BEHIND_MINUTES = 12 * 60

/** What the clock shows that is furthest ahead: no date later than its has begun anywhere. */
export function getFurthestClock(at: number): Moment {
  return { at, offsetMinutes: FURTHEST_AHEAD_MINUTES }
}

/** The date the wall calendar showed. */
export function calendarDate(moment: Moment): CalendarDate {
  return dateOfDayNumber(Math.floor(wallClockMs(moment) / MS_PER_DAY))
}

/** Minutes after local midnight, 0 to 1439. */
export function clockMinutes(moment: Moment): number {
  const ms = wallClockMs(moment)
  return Math.floor((ms - Math.floor(ms / MS_PER_DAY) * MS_PER_DAY) / MS_PER_MINUTE)
}

/** The cramp-day, local noon to noon, named by the date it starts on: a night never falls into two of them. */
export function crampDay(moment: Moment): CalendarDate {
  return dateOfDayNumber(Math.floor((wallClockMs(moment) - 12 * MS_PER_HOUR) / MS_PER_DAY))
}

/**
 * The day of the journal, which starts at a clock time of the person's choice. Only a view: nothing stored depends on it.
 *
 * @param dayStartMinutes minutes after midnight at which the day starts, 0 to 1439
 */
export function journalDay(moment: Moment, dayStartMinutes: number): CalendarDate {
  return dateOfDayNumber(Math.floor((wallClockMs(moment) - dayStartMinutes * MS_PER_MINUTE) / MS_PER_DAY))
}

/** Wall-clock milliseconds, the start included and the end not. */
export interface WallHours {
  readonly fromWallMs: number
  readonly toWallMs: number
}

/**
 * The hours of a period of calendar dates, both included. Dates and moments are compared by the wall clock of where each
 * moment was written down (`wallClockMs`), never by instants: midnight is another instant in every zone.
 */
export function getPeriodHours(fromDate: CalendarDate, toDate: CalendarDate): WallHours {
  return { fromWallMs: dayNumber(fromDate) * MS_PER_DAY, toWallMs: (dayNumber(toDate) + 1) * MS_PER_DAY }
}

/** The wall-clock milliseconds at which a journal day begins (included) and ends (excluded). */
export function journalDayBounds(date: CalendarDate, dayStartMinutes: number): WallHours {
  const fromWallMs = dayNumber(date) * MS_PER_DAY + dayStartMinutes * MS_PER_MINUTE
  return { fromWallMs, toWallMs: fromWallMs + MS_PER_DAY }
}
