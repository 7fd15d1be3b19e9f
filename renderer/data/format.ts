/**
 * Dates, times and numbers as people read them, by the page's conventions. A moment shows the time of the place it was
 * written down in, wherever the computer is now.
 */

import type { DateStyle } from '../../shared/locale/formats.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { clockMinutes, type Moment } from '../../shared/time/moment.ts'
import { getFormats } from './conventions.ts'

/** A calendar date: `formatDate('2026-11-20', 'short')` is "Fri 20 Nov" in Britain. */
export function formatDate(date: CalendarDate, style: DateStyle = 'medium'): string {
  return getFormats().date(date, style)
}

/** Two dates with what they share said once: "1 – 28 Nov 2026". */
export function formatDateRange(from: CalendarDate, to: CalendarDate): string {
  return getFormats().dateRange(from, to)
}

/** The clock time of a moment where it was written down: "14:05", "2:05 pm". */
export function formatTime(moment: Moment): string {
  return getFormats().time(clockMinutes(moment))
}

/** A number with at most `fractionDigits` digits after the decimal sign. */
export function formatNumber(value: number, fractionDigits = 0): string {
  return getFormats().number(value, 0, fractionDigits)
}

/** A number with exactly so many digits after the decimal sign: "2.0". */
export function formatFixed(value: number, fractionDigits: number): string {
  return getFormats().number(value, fractionDigits, fractionDigits)
}

/** A volume: "250 ml", from one litre on "1.25 L". */
export function formatVolume(volumeMl: number): string {
  return volumeMl < 1000 ? `${formatNumber(volumeMl)} ml` : `${formatNumber(volumeMl / 1000, 2)} L`
}

/** A length of time in its one or two largest units: "45 s", "3 min 20 s", "1 h 15 min". */
export function formatDuration(seconds: number): string {
  const wholeSeconds = Math.round(seconds)
  if (wholeSeconds < 60) return `${wholeSeconds} s`
  // From an hour on nobody reads the seconds, so they are rounded into the minutes.
  if (wholeSeconds < 3570) return joinParts(Math.floor(wholeSeconds / 60), 'min', wholeSeconds % 60, 's')
  const minutes = Math.round(wholeSeconds / 60)
  return joinParts(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

function joinParts(major: number, majorUnit: string, minor: number, minorUnit: string): string {
  const head = `${formatNumber(major)} ${majorUnit}`
  return minor === 0 ? head : `${head} ${minor} ${minorUnit}`
}
