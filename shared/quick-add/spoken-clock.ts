/** Clock times as typed, with their ambiguities. */
import type { QuickAddContext, Span } from './reading.ts'

export interface SpokenClock extends Span {
  readonly text: string
  /** Hour as typed, before am or pm is applied. */
  readonly hour: number
  readonly minute: number
  /** Half of the day; 'as-typed' if the hour implies it, as in 14:00. */
  readonly half: 'am' | 'pm' | 'as-typed' | 'unknown'
  /** True if no 12-hour clock shows it (14:00, 0:30, 09:15), which proves that the other time of a pair is on 24 hours too. */
  readonly is24: boolean
  /** "9:15" where clocks have 24 hours: taken as typed when alone, but no proof for the other time of a pair. */
  readonly isUsually24: boolean
  /** Selected occurrence of a time that occurred twice, as the clocks went back; null if the line selects none. */
  readonly occurrence: 'before' | 'after' | null
}

const HOUR_WORDS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const hourWords = HOUR_WORDS.split('|')
const MERIDIEM = String.raw`\s*(?:[ap]\.?m\.?|o['’]clock)`

/** Hour as a word: "three am", "at three", "three o'clock". Elsewhere such a word is a count. */
export const SPELLED_HOUR = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:at\s+)?(?:${HOUR_WORDS})${MERIDIEM}|(?<!\p{L})at\s+(?:${HOUR_WORDS})(?=\s*(?:$|[,;.!?)\uE000]|(?:in|this|last|on|yesterday|today|tonight)(?!\p{L}))))(?![\p{L}\p{N}])`,
  'iu',
)

/** Relative clock time: "half past 3", "quarter to nine", "ten past midnight", "20 min to 4 pm". */
const PHRASE = String.raw`(?:(half|(?:a\s+)?quarter|five|ten|twenty[\s-]five|twenty)|([1-9]|[12]\d)(\s*(?:m|mins?|minutes?))?)\s+(past|after|to|before)\s+(1[0-2]|[1-9]|${HOUR_WORDS}|noon|midday|midnight)(?:\s*([ap])\.?m\.?|\s*o['’]clock)?`
export const CLOCK_PHRASE = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:–—-])${PHRASE}(?![\\p{L}\\p{N}:/]|[.,]\\d|\\s*(?:k?m|mi|miles?|mins?|minutes?|h|hrs?|hours?)(?![\\p{L}\\p{N}]))`,
  'iu',
)
/** "10 to 3": ten minutes to three, or an interval. */
const MINUTES_TO = /^(?:at\s+)?(5|10|20|25)\s+to\s+(1[0-2]|[1-9]|noon|midday|midnight)(?:\s*([ap])\.?m\.?)?$/i

const CLOCK =
  /(?<!\d)(\d{1,2})(?:[:.h](\d\d)(?::(\d\d))?)?\s*(o['’]clock)?\s*([ap])?\.?(m)?\.?(?:\s?-?ish)?$/i
/** Four digits without a separator: "0315". */
const COMPACT = /(?<!\d)([0-2]\d)([0-5]\d)$/

/** Clock time in a match of chrono's; null for a bare number that no word marks as a time. */
export function readClock(
  text: string,
  at: number,
  isMarked: boolean,
  { hourCycle }: QuickAddContext,
): SpokenClock | null {
  const span = { start: at, end: at + text.length, text, occurrence: null }
  const asTyped = { half: 'as-typed', is24: true, isUsually24: false } as const
  const phrase = readPhrase(text)
  if (phrase !== null) return { ...span, ...phrase, is24: false, isUsually24: false }
  const named = /(noon|midday|midnight)$/i.exec(text)?.[1]?.toLowerCase()
  if (named !== undefined)
    return { ...span, ...asTyped, hour: named === 'midnight' ? 0 : 12, minute: 0, is24: false }
  const compact = COMPACT.exec(text)
  if (compact) {
    const [hour, minute] = [Number(compact[1]), Number(compact[2])]
    return hour > 23 ? null : { ...span, ...asTyped, hour, minute }
  }
  const match = CLOCK.exec(withDigits(text))
  if (match === null) return null
  const [, hourText = '', minuteText, secondText = '00', oClock, letter] = match
  // Entries are stored to the minute; seconds are asked about rather than dropped.
  if (Number(secondText) !== 0) return null
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

/** Text with the hour's word replaced by its digits. */
const withDigits = (text: string) =>
  text.replace(new RegExp(`(?<!\\p{L})(?:${HOUR_WORDS})(?!\\p{L})`, 'iu'), word =>
    String(hourWords.indexOf(word.toLowerCase()) + 1),
  )

/** Relative clock time of a phrase; null for anything else, and for "10 to 3", which is ambiguous. */
export function readPhrase(text: string): Pick<SpokenClock, 'hour' | 'minute' | 'half'> | null {
  const [, word, digits, unit, relation = '', hourText = '', letter] =
    new RegExp(`^(?:at\\s+)?${PHRASE}$`, 'i').exec(text) ?? []
  // "9 to noon" is an interval.
  if (relation === '' || (digits !== undefined && unit === undefined && /^to$/i.test(relation))) return null
  return readRelation({
    minutes: word === undefined ? Number(digits) : minutesOf(word),
    relation,
    hourText,
    letter,
  })
}

/** "10 to 3" as ten minutes to three; null for anything else. */
export function readMinutesTo(text: string, at: number): SpokenClock | null {
  const [, minutes, hourText = '', letter] = MINUTES_TO.exec(text) ?? []
  const read =
    minutes === undefined
      ? null
      : readRelation({ minutes: Number(minutes), relation: 'to', hourText, letter })
  return (
    read && {
      ...read,
      start: at,
      end: at + text.length,
      text,
      is24: false,
      isUsually24: false,
      occurrence: null,
    }
  )
}

interface Relation {
  readonly minutes: number
  readonly relation: string
  readonly hourText: string
  readonly letter: string | undefined
}

function readRelation({
  minutes,
  relation,
  hourText,
  letter,
}: Relation): Pick<SpokenClock, 'hour' | 'minute' | 'half'> | null {
  const isBefore = /^(?:to|before)$/i.test(relation)
  // "Half" combines with "past" alone.
  if (minutes === 30 && !/^past$/i.test(relation)) return null
  const name = hourText.toLowerCase()
  const isNamed = /^(?:noon|midday|midnight)$/.test(name)
  const hour = name === 'midnight' ? 24 : isNamed ? 12 : hourWords.indexOf(name) + 1 || Number(name)
  const total = (hour * 60 + (isBefore ? -minutes : minutes)) % (24 * 60)
  if (isNamed) return { hour: Math.floor(total / 60), minute: total % 60, half: 'as-typed' }
  // "Ten to twelve pm" is in the morning: the letter is that of the hour, `half` that of the result.
  const isTurned = isBefore && hour === 12 && letter !== undefined
  const half = letter === undefined ? 'unknown' : (letter.toLowerCase() === 'a') !== isTurned ? 'am' : 'pm'
  return { hour: Math.floor(total / 60) % 12 || 12, minute: total % 60, half }
}

function minutesOf(word: string): number {
  const plain = word.toLowerCase().replace(/^a\s+/, '').replace(/\s|-/g, ' ')
  return { half: 30, quarter: 15, five: 5, ten: 10, twenty: 20 }[plain] ?? 25
}
