/** Formatters of dates, times and numbers by the conventions, with English names for months and weekdays. */
import { type CalendarDate, weekday } from '../time/calendar-date.ts'
import type { Conventions } from './conventions.ts'

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

/** Date styles: the parts that each shows. Examples are British. */
const dateStyles = {
  /** Friday 20 November 2026 */
  full: { weekday: 'long', day: true, month: 'long', year: true },
  /** 20 November 2026 */
  long: { day: true, month: 'long', year: true },
  /** 20 Nov 2026 */
  medium: { day: true, month: 'short', year: true },
  /** Fri 20 Nov */
  short: { weekday: 'short', day: true, month: 'short' },
  /** 20 Nov */
  day: { day: true, month: 'short' },
  /** Friday */
  weekday: { weekday: 'long' },
  /** Fri */
  shortWeekday: { weekday: 'short' },
  /** November 2026 */
  month: { month: 'long', year: true },
  /** Nov */
  shortMonth: { month: 'short' },
  /** 2026 */
  year: { year: true },
} as const satisfies Record<string, DateParts>
export type DateStyle = keyof typeof dateStyles

interface DateParts {
  readonly weekday?: 'long' | 'short'
  readonly day?: true
  readonly month?: 'long' | 'short'
  readonly year?: true
}

const nameOf = (names: readonly string[], index: number, length: 'long' | 'short') =>
  (names[index] ?? '').slice(0, length === 'short' ? 3 : undefined)

/** Keeps a number and the word after it on one line. */
const NO_BREAK_SPACE = '\u00a0'

export interface LocaleFormats {
  readonly date: (date: CalendarDate, style: DateStyle) => string
  /** Two dates with what they share said once: "1 – 28 Nov 2026". */
  readonly dateRange: (from: CalendarDate, to: CalendarDate) => string
  /** Minutes after midnight, 0 to 1439: "14:05", "2:05 pm". */
  readonly time: (minutes: number) => string
  /** A number with `leastDigits` to `mostDigits` digits after the decimal sign. */
  readonly number: (value: number, leastDigits: number, mostDigits: number) => string
}

export function createFormats({ dateOrder, hourCycle, decimalSign }: Conventions): LocaleFormats {
  function writeDate(date: CalendarDate, parts: DateParts): string {
    const [year = '', month = '', day = ''] = date.split('-')
    const monthText = parts.month && nameOf(monthNames, Number(month) - 1, parts.month)
    const weekdayText = parts.weekday && nameOf(weekdayNames, weekday(date), parts.weekday)
    const dayText = parts.day && String(Number(day))
    const yearText = parts.year && year
    const join = (texts: readonly (string | undefined)[], separator = ' ') =>
      texts.filter(text => text !== undefined).join(separator)
    if (dateOrder === 'dmy') return join([weekdayText, dayText, monthText, yearText])
    const monthAndDay = join([monthText, dayText])
    if (dateOrder === 'mdy')
      return dayText === undefined
        ? join([weekdayText, monthText, yearText])
        : join([weekdayText, monthAndDay, yearText], ', ')
    return join([weekdayText, join([yearText, monthAndDay || undefined]) || undefined], ', ')
  }

  /** Omits year and month from one end of a range where the other end shows the same. */
  function writeRange(from: CalendarDate, to: CalendarDate): string {
    const medium = dateStyles.medium
    if (from === to) return writeDate(to, medium)
    const sharesYear = from.slice(0, 4) === to.slice(0, 4)
    const sharesMonth = from.slice(0, 7) === to.slice(0, 7)
    if (!sharesYear) return `${writeDate(from, medium)} – ${writeDate(to, medium)}`
    const { day, month } = medium
    if (dateOrder === 'dmy')
      return `${writeDate(from, sharesMonth ? { day } : { day, month })} – ${writeDate(to, medium)}`
    const end = writeDate(to, sharesMonth ? { day } : { day, month })
    if (dateOrder === 'ymd') return `${writeDate(from, medium)} – ${end}`
    return `${writeDate(from, { day, month })} – ${end}, ${to.slice(0, 4)}`
  }

  function writeTime(minutes: number): string {
    const hour = Math.floor(minutes / 60)
    const rest = String(minutes % 60).padStart(2, '0')
    if (hourCycle === 24) return `${String(hour).padStart(2, '0')}:${rest}`
    const half = hour < 12 ? 'am' : 'pm'
    // American usage: AM and PM in capitals.
    return `${hour % 12 === 0 ? 12 : hour % 12}:${rest}${NO_BREAK_SPACE}${dateOrder === 'mdy' ? half.toUpperCase() : half}`
  }

  /**
   * Separators that replace the English ones. With a decimal comma, thousands are grouped by a space, because a point
   * could be read as a decimal sign.
   */
  const signs: Record<string, string> = decimalSign === '.' ? {} : { '.': ',', ',': NO_BREAK_SPACE }
  const numberFormats = new Map<string, Intl.NumberFormat>()
  // Cached: creating a formatter takes about 100 times as long as using one, and a chart of ten years formats thousands.
  function getNumberFormat(leastDigits: number, mostDigits: number): Intl.NumberFormat {
    const key = `${leastDigits} ${mostDigits}`
    const format =
      numberFormats.get(key) ??
      new Intl.NumberFormat('en-GB', {
        numberingSystem: 'latn',
        minimumFractionDigits: leastDigits,
        maximumFractionDigits: mostDigits,
      })
    numberFormats.set(key, format)
    return format
  }

  return {
    date: (date, style) => writeDate(date, dateStyles[style]),
    dateRange: writeRange,
    time: writeTime,
    number: (value, leastDigits, mostDigits) =>
      getNumberFormat(leastDigits, mostDigits)
        .format(value)
        .replaceAll(/[.,]/g, sign => signs[sign] ?? sign),
  }
}
