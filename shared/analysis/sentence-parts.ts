/** Parts that the sentences of several charts share. Numbers, dates and hours are written by the page's formats. */
import type { CalendarDate } from '../time/calendar-date.ts'
import type { ShareOfDays } from './share-of-days.ts'

export interface NumberFormats {
  /** With at most `fractionDigits` digits after the decimal sign. */
  readonly number: (value: number, fractionDigits?: number) => string
  /** With exactly so many: "2.0". */
  readonly fixed: (value: number, fractionDigits: number) => string
  /** What is drunk in a day, no finer than anybody knows it: "1850 ml", "63 fl oz". */
  readonly volume: (volumeMl: number) => string
}

export interface Formats extends NumberFormats {
  /** A clock time in hours after midnight, from 0 to less than 24: "03:00", "22:30" for 22.5. */
  readonly hour: (hour: number) => string
  /** Two dates: "1 - 28 Nov 2026". */
  readonly dateRange: (from: CalendarDate, to: CalendarDate) => string
}

const VOLUME_STEP_ML = 50

/** To what a day's drinks are told. */
export const roundVolumeMl = (volumeMl: number): number =>
  Math.round(volumeMl / VOLUME_STEP_ML) * VOLUME_STEP_ML

/** For sentences that are kept or sent to whoever reads them: in English text and in millilitres. */
export const plainNumbers: NumberFormats = {
  number: (value, fractionDigits = 0) => String(Number(value.toFixed(fractionDigits))),
  fixed: (value, fractionDigits) => value.toFixed(fractionDigits),
  volume: volumeMl => `${roundVolumeMl(volumeMl)} ml`,
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

/** "24%"; never 0 or 100 for a share that is neither. */
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
