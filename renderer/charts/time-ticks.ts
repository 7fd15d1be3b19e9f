/** Where a time axis carries a date, and how much of it. */
import { type CalendarDate, dayNumber } from '../../shared/time/calendar-date.ts'
import { MS_PER_DAY } from '../../shared/time/moment.ts'

export interface TimeTicks {
  /** The starts of the bins that are labelled. */
  readonly dates: readonly CalendarDate[]
  readonly format: (date: CalendarDate) => string
}

/** Up to this many bins, single dates are written; beyond it the months, and beyond the second number the years. */
const MOST_BINS_WITH_DATES = 16
const MOST_MONTHS = 14

/** Labels for bins that start on the given dates, oldest first. */
export function chooseTimeTicks(starts: readonly CalendarDate[]): TimeTicks {
  if (starts.length <= MOST_BINS_WITH_DATES)
    // Every second one, counted from the newest, which is the one people look for.
    return {
      dates: starts.filter((_, index) => (starts.length - 1 - index) % 2 === 0),
      format: formatWith({ day: 'numeric', month: 'short' }),
    }
  const firstsOf = (length: number) =>
    starts.filter((date, index) => index > 0 && date.slice(0, length) !== starts[index - 1]?.slice(0, length))
  const months = firstsOf('2026-11'.length)
  if (months.length <= MOST_MONTHS) return { dates: months, format: formatWith({ month: 'short' }) }
  return { dates: firstsOf('2026'.length), format: formatWith({ year: 'numeric' }) }
}

function formatWith(options: Intl.DateTimeFormatOptions): (date: CalendarDate) => string {
  const format = new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' })
  return date => format.format(dayNumber(date) * MS_PER_DAY)
}
