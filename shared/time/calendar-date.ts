/**
 * Calendar dates without clock or zone, written `YYYY-MM-DD` in the proleptic Gregorian calendar.
 *
 * All arithmetic goes through the day number (days since 1970-01-01), so that no time zone, and no daylight
 * saving change, can ever add or lose a day.
 */

/** A date as the person's wall calendar shows it: `2026-11-20`. Sorts as text. */
export type CalendarDate = string

const MS_PER_DAY = 86_400_000

/**
 * Days from 1970-01-01 to `date`; negative before it.
 *
 * @throws RangeError when `date` is no real date in the form `YYYY-MM-DD`.
 * @example dayNumber('1970-01-05') // 4
 */
export function dayNumber(date: CalendarDate): number {
  const ms = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(ms) || dateOfDayNumber(ms / MS_PER_DAY) !== date)
    throw new RangeError(`date: not a calendar date: ${date}`)
  return ms / MS_PER_DAY
}

/** Inverse of `dayNumber`: `dateOfDayNumber(4)` is `1970-01-05`. */
export function dateOfDayNumber(number: number): CalendarDate {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The date `days` after `date` (before it when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A date in words, for sentences that name no region: `spellDate('2026-09-01')` is `1 September 2026`. */
export function spellDate(date: CalendarDate): string {
  const [year = '', month, day] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Day of the week with Monday as 0 and Sunday as 6. */
export function weekday(date: CalendarDate): number {
  // 1970-01-01 was a Thursday, which is 3 when Monday is 0.
  return (((dayNumber(date) + 3) % 7) + 7) % 7
}

/** The Monday on or before `date`. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, -weekday(date))
}

/** Dates from `from` to `to`, both included; empty when `to` is earlier. */
export function datesFromTo(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, index) =>
    dateOfDayNumber(first + index),
  )
}
