/**
 * Dates, times and numbers as people read them, in the system's locale. A moment shows the time of the place it was
 * written down in, wherever the computer is now: its wall clock is formatted as if it were UTC.
 */
import { type CalendarDate, dayNumber } from '../shared/time/calendar-date.ts'
import { type Moment, MS_PER_DAY, wallClockMs } from '../shared/time/moment.ts'

const dateStyles = {
  /** Friday, 20 November 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 20 Nov 2026 */
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Fri, 20 Nov */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** 20 Nov */
  day: { day: 'numeric', month: 'short' },
  /** 20 November 2026 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Fri */
  shortWeekday: { weekday: 'short' },
  /** Friday */
  weekday: { weekday: 'long' },
  /** Nov */
  shortMonth: { month: 'short' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type DateStyle = keyof typeof dateStyles

/** Making a formatter takes a hundred times as long as using one, and a chart of ten years uses thousands. */
function keepEach<Key, Format>(make: (key: Key) => Format): (key: Key) => Format {
  const kept = new Map<Key, Format>()
  return key => {
    const format = kept.get(key) ?? make(key)
    kept.set(key, format)
    return format
  }
}

const dateFormatOf = keepEach(
  (style: DateStyle) => new Intl.DateTimeFormat(undefined, { ...dateStyles[style], timeZone: 'UTC' }),
)
const timeFormatOf = keepEach(
  (timeStyle: 'short') => new Intl.DateTimeFormat(undefined, { timeStyle, timeZone: 'UTC' }),
)
const numberFormatOf = keepEach(
  (maximumFractionDigits: number) => new Intl.NumberFormat(undefined, { maximumFractionDigits }),
)
const fixedFormatOf = keepEach(
  (digits: number) =>
    new Intl.NumberFormat(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

const noonOf = (date: CalendarDate) => dayNumber(date) * MS_PER_DAY + MS_PER_DAY / 2

/** A calendar date: `formatDate('2026-11-20', 'short')` is "Fri, 20 Nov" in Britain. */
export function formatDate(date: CalendarDate, style: DateStyle = 'medium'): string {
  return dateFormatOf(style).format(noonOf(date))
}

/** Two dates with what they share said once: "1 – 28 Nov 2026". */
export function formatDateRange(from: CalendarDate, to: CalendarDate): string {
  return dateFormatOf('medium').formatRange(noonOf(from), noonOf(to))
}

/** The clock time of a moment where it was written down: "14:05", "2:05 pm". */
export function formatTime(moment: Moment): string {
  return timeFormatOf('short').format(wallClockMs(moment))
}

/** A number with at most `fractionDigits` digits after the decimal sign. */
export function formatNumber(value: number, fractionDigits = 0): string {
  return numberFormatOf(fractionDigits).format(value)
}

/** A number with exactly so many digits after the decimal sign: "2.0". */
export function formatFixed(value: number, fractionDigits: number): string {
  return fixedFormatOf(fractionDigits).format(value)
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
