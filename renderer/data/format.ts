/**
 * Formatting of dates, times and numbers by the page's conventions. A moment is shown in the UTC offset that it was logged
 * with, not in the computer's present zone.
 */

import type { DateStyle } from '../../shared/locale/formats.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { clockMinutes, type Moment } from '../../shared/time/moment.ts'
import { getFormats } from './conventions.ts'

/** @example formatDate('2026-11-20', 'short') // "Fri 20 Nov" in Britain */
export function formatDate(date: CalendarDate, style: DateStyle = 'medium'): string {
  return getFormats().date(date, style)
}

/** Date range that names common parts once: "1 – 28 Nov 2026". */
export function formatDateRange(from: CalendarDate, to: CalendarDate): string {
  return getFormats().dateRange(from, to)
}

/** Local clock time of a moment: "14:05", "2:05 pm". */
export function formatTime(moment: Moment): string {
  return getFormats().time(clockMinutes(moment))
}

/** Number with at most `fractionDigits` digits after the decimal sign. */
export function formatNumber(value: number, fractionDigits = 0): string {
  return getFormats().number(value, 0, fractionDigits)
}

/** Number with exactly `fractionDigits` digits after the decimal sign: "2.0". */
export function formatFixed(value: number, fractionDigits: number): string {
  return getFormats().number(value, fractionDigits, fractionDigits)
}

/** "1 entry", "12 entries". */
export const countWords = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

/** Volume: "250 ml", from one litre on "1.25 L". */
export function formatVolume(volumeMl: number): string {
  return volumeMl < 1000 ? `${formatNumber(volumeMl)} ml` : `${formatNumber(volumeMl / 1000, 2)} L`
}

/** Duration in its one or two largest units: "45 s", "3 min 20 s", "1 h 15 min". */
export function formatDuration(seconds: number): string {
  const wholeSeconds = Math.round(seconds)
  if (wholeSeconds < 60) return `${wholeSeconds} s`
  // From 59 min 30 s on, seconds are rounded to minutes: they are noise in a duration of an hour.
  if (wholeSeconds < 3570) return joinParts(Math.floor(wholeSeconds / 60), 'min', wholeSeconds % 60, 's')
  const minutes = Math.round(wholeSeconds / 60)
  return joinParts(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

function joinParts(major: number, majorUnit: string, minor: number, minorUnit: string): string {
  const head = `${formatNumber(major)} ${majorUnit}`
  return minor === 0 ? head : `${head} ${minor} ${minorUnit}`
}
