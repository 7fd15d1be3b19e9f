/** Ticks of a time axis and the format of their dates. */
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { formatDate } from '../../data/format.ts'

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
      format: date => formatDate(date, 'day'),
    }
  const firstsOf = (length: number) =>
    starts.filter((date, index) => index > 0 && date.slice(0, length) !== starts[index - 1]?.slice(0, length))
  const months = firstsOf('2026-11'.length)
  if (months.length <= MOST_MONTHS) return { dates: months, format: date => formatDate(date, 'shortMonth') }
  return { dates: firstsOf('2026'.length), format: date => formatDate(date, 'year') }
}
