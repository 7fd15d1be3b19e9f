/** One clock time as it was typed: what it says, and what it leaves open. */
import type { QuickAddContext, Span } from './reading.ts'

export interface SpokenClock extends Span {
  readonly text: string
  /** As it was typed, before any half of the day is added. */
  readonly hour: number
  readonly minute: number
  /** Which half of the day is meant; 'as-typed' when the hour itself tells, as in 14:00. */
  readonly half: 'am' | 'pm' | 'as-typed' | 'unknown'
  /** No 12-hour clock shows it (14:00, 0:30, 09:15), so that a second time beside it is read by 24 hours too. */
  readonly is24: boolean
  /** "9:15" where clocks have 24 hours: taken as typed when it stands alone, and no proof of anything beside it. */
  readonly isUsually24: boolean
  /** Which of two times of that name is meant, in the night in which the clocks went back. */
  readonly turn: 'before' | 'after' | null
}

const HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const hourWords = HOURS.split('|')
const readHour = (text: string) => hourWords.indexOf(text.toLowerCase()) + 1 || Number(text)

/** "half past 3", "quarter to nine". */
const PHRASE = String.raw`(half\s+past|quarter\s+past|quarter\s+to)\s+(1[0-2]|[1-9]|${HOURS})`
export const CLOCK_PHRASE = new RegExp(`(?<![\\p{L}\\p{N}])${PHRASE}(?![\\p{L}\\p{N}:/])`, 'iu')

const CLOCK = /(?<!\d)(\d{1,2})(?:[:.h](\d\d)(?::\d\d)?)?\s*(o['’]clock)?\s*([ap])?\.?(m)?\.?(?:\s?-?ish)?$/i
/** "0315", as on a ward or a ship. */
const COMPACT = /(?<!\d)([0-2]\d)([0-5]\d)$/

/** The clock time in chrono's words; null for a bare number that nothing marks as a time. */
export function readClock(
  text: string,
  at: number,
  isMarked: boolean,
  { hourCycle }: QuickAddContext,
): SpokenClock | null {
  const span = { start: at, end: at + text.length, text, turn: null }
  const asTyped = { half: 'as-typed', is24: true, isUsually24: false } as const
  const named = /(noon|midday|midnight)$/i.exec(text)?.[1]?.toLowerCase()
  if (named !== undefined)
    return { ...span, ...asTyped, hour: named === 'midnight' ? 0 : 12, minute: 0, is24: false }
  const phrase = readPhrase(text)
  if (phrase !== null) return { ...span, ...phrase, half: 'unknown', is24: false, isUsually24: false }
  const compact = COMPACT.exec(text)
  if (compact) {
    const [hour, minute] = [Number(compact[1]), Number(compact[2])]
    return hour > 23 ? null : { ...span, ...asTyped, hour, minute }
  }
  const match = CLOCK.exec(text)
  if (match === null) return null
  const [, hourText = '', minuteText, oClock, letter] = match
  const hour = Number(hourText)
  const minute = Number(minuteText ?? 0)
  if (hour > 23 || minute > 59) return null
  const isTime = isMarked || minuteText !== undefined || letter !== undefined || oClock !== undefined
  if (!isTime && !/^(?:at|from|around|about|~)\b|ish$/i.test(text)) return null
  if (hour > 12 || hour === 0) return { ...span, ...asTyped, hour, minute }
  if (letter !== undefined) {
    const half = letter.toLowerCase() === 'a' ? 'am' : 'pm'
    return { ...span, hour, minute, half, is24: false, isUsually24: false }
  }
  if (hourText.length === 2 && hourText.startsWith('0')) return { ...span, ...asTyped, hour, minute }
  const isUsually24 = hourCycle === 24 && minuteText !== undefined
  return { ...span, hour, minute, half: 'unknown', is24: false, isUsually24 }
}

/** The hour and minute that a phrase names, without the half of the day; null for anything else. */
export function readPhrase(text: string): { hour: number; minute: number } | null {
  const [, phrase = '', hourText = ''] = new RegExp(`${PHRASE}$`, 'i').exec(text) ?? []
  if (phrase === '') return null
  const hour = readHour(hourText)
  if (/to$/i.test(phrase)) return { hour: hour === 1 ? 12 : hour - 1, minute: 45 }
  return { hour, minute: /^half/i.test(phrase) ? 30 : 15 }
}
