/** Parts of sentences that several charts share. The page supplies the formats of numbers, dates and hours. */
import type { NumberFormats } from '../locale/number-formats.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import type { ShareOfDays } from './share-of-days.ts'

export interface Formats extends NumberFormats {
  /** A clock time in hours after midnight, from 0 to less than 24: "03:00", "22:30" for 22.5. */
  readonly hour: (hour: number) => string
  /** Two dates: "1 - 28 Nov 2026". */
  readonly dateRange: (from: CalendarDate, to: CalendarDate) => string
}

/** "1 cramp", "12 cramps". */
export function countOf(count: number, noun: string, formats: Pick<NumberFormats, 'number'>): string {
  return `${formats.number(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** "a", "a and b", "a, b and c". */
export function listParts(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

/** "24%"; "under 1%" and "over 99%" for shares that are not exactly 0 or 1. */
export function formatPercent(share: number, { number }: NumberFormats): string {
  if (share > 0 && share < 0.01) return 'under 1%'
  return share < 1 && share > 0.99 ? 'over 99%' : `${number(100 * share)}%`
}

/** "12 of 50 days (24%)"; without days just "0 of 0 days". */
export function formatShareOf(
  { crampDays, days, share }: ShareOfDays,
  formats: Formats,
  noun = 'day',
): string {
  const counts = `${formats.number(crampDays)} of ${countOf(days, noun, formats)}`
  return share === null ? counts : `${counts} (${formatPercent(share, formats)})`
}
