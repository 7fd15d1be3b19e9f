/** Dates and clock times in the uncovered text, from chrono with everything it would guess left out. */
import { Chrono, casual, GB, type ParsedResult, type Parser } from 'chrono-node/en'
import { type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import { calendarDate, MS_PER_DAY } from '../time/moment.ts'
import type { Line } from './line.ts'
import type { QuickAddContext, Span } from './reading.ts'
import {
  CLOCK_PHRASE,
  readClock,
  readMinutesTo,
  readPhrase,
  SPELLED_HOUR,
  type SpokenClock,
} from './spoken-clock.ts'

import type { SpokenDay } from './spoken-day.ts'

export interface TimeResult extends Span {
  readonly text: string
  readonly day: SpokenDay | null
  readonly from: SpokenClock | null
  readonly to: SpokenClock | null
  /** True if a word before it marks an end: "until 5", "off 17:00". */
  readonly isEnd: boolean
  /** "between 3 and 4". */
  readonly isBetween: boolean
  readonly isAbout: boolean
  /** "10 to 3" as ten minutes to three; null otherwise. */
  readonly minutesTo: SpokenClock | null
  /** True if the day's short name may be another word: "sat", "sun". */
  readonly isDoubtful: boolean
}

const ONE_CLOCK = String.raw`(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?(?:\s*[ap]\.?m\.?)?`
const NAMED_CLOCK = '(?:noon|midday|midnight)'
const TO = String.raw`\s*(?:to|until|till|[-–—])\s*`
/** "9 to noon", "noon to 2", "noon to midnight". */
const TO_NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/-])(?:${ONE_CLOCK}${TO}${NAMED_CLOCK}|${NAMED_CLOCK}${TO}(?:${ONE_CLOCK}|${NAMED_CLOCK}))(?![\\p{L}\\p{N}:/]|[.,]\\d)`,
  'iu',
)

/** Parsers for forms that chrono does not know: "9-17", "half past 3", "quarter to nine", "15h30", "3ish". */
const extraParsers: readonly Parser[] = [
  {
    pattern: () => /(?<![\p{L}\p{N}.,:/-])([01]?\d|2[0-4])\s?[-–—]\s?([01]?\d|2[0-4])(?![\p{L}\p{N}.,:/-])/iu,
    extract: (context, match) =>
      context.createParsingResult(
        match.index ?? 0,
        match[0],
        { hour: Number(match[1]), minute: 0 },
        { hour: Number(match[2]), minute: 0 },
      ),
  },
  {
    pattern: () =>
      /(?<![\p{L}\p{N}])between\s+(\d{1,2})(?:[:.]([0-5]\d))?(?:\s*[ap]m)?\s+and\s+(\d{1,2})(?:[:.]([0-5]\d))?(?:\s*[ap]m)?(?![\p{L}\p{N}:/])/iu,
    extract: (context, match) =>
      context.createParsingResult(
        match.index ?? 0,
        match[0],
        { hour: Number(match[1]), minute: Number(match[2] ?? 0) },
        { hour: Number(match[3]), minute: Number(match[4] ?? 0) },
      ),
  },
  {
    // "0315"; without the leading zero only after a word that marks a time, since "1430" could be a volume.
    pattern: () =>
      /(?<![\p{L}\p{N}.,:/#-])(?:0\d|(?<=(?:at|from|since|until|till|to)\s)(?:1\d|2[0-3]))[0-5]\d(?![\p{L}\p{N}.,:/%-])/iu,
    extract: (_, match) => ({ hour: Number(match[0].slice(0, 2)), minute: Number(match[0].slice(2)) }),
  },
  {
    pattern: () => CLOCK_PHRASE,
    extract: (_, match) => {
      const read = readPhrase(match[0])
      return read && { hour: read.hour, minute: read.minute }
    },
  },
  {
    pattern: () => TO_NAMED,
    extract: (context, match) =>
      context.createParsingResult(match.index ?? 0, match[0], { hour: 1, minute: 0 }, { hour: 2, minute: 0 }),
  },
  { pattern: () => SPELLED_HOUR, extract: () => ({ hour: 1, minute: 0 }) },
  {
    pattern: () => /(?<![\p{L}\p{N}.,:/-])(?:at\s+)?12(?::00)?\s+(?:noon|midday|midnight)(?![\p{L}\p{N}])/iu,
    extract: () => ({ hour: 12, minute: 0 }),
  },
  {
    pattern: () => /(?<![\p{L}\p{N}])([01]?\d|2[0-3])h([0-5]\d)(?![\p{L}\p{N}])/iu,
    extract: (_, match) => ({
      hour: Number(match[1]),
      minute: Number(match[2]),
      meridiem: Number(match[1]) < 12 ? 0 : 1,
    }),
  },
  {
    // A bare hour is a time only after these words; elsewhere it could be any number.
    pattern: () =>
      /(?<=(?:since|until|till|off|woke|woke\s+up|got\s+up|ended|finished)\s+(?:at\s+)?)([01]?\d|2[0-3])(?![\p{L}\p{N}:.,/]|\s*[ap]m|\s+(?:to|until|till)\s)/iu,
    extract: (_, match) => ({ hour: Number(match[1]), minute: 0 }),
  },
  {
    pattern: () => /(?<![\p{L}\p{N}])(1[0-2]|[1-9])\s?-?ish(?![\p{L}\p{N}])/iu,
    extract: (_, match) => ({ hour: Number(match[1]), minute: 0 }),
  },
]

// Without chrono's refiners, which would merge a date and a time into one result and fill in missing fields.
const reader = new Chrono({ parsers: [...GB.parsers, ...casual.parsers, ...extraParsers], refiners: [] })

/** Results with a certain day or clock time; of overlapping ones the longest, in the order of the line. */
export function listResults(line: Line, context: QuickAddContext): TimeResult[] {
  // Noon of the local date as if it were UTC: chrono only counts whole days from it, so a clock change cannot shift it.
  const reference = {
    instant: new Date((dayNumber(calendarDate(context.now)) + 0.5) * MS_PER_DAY),
    timezone: 0,
  }
  const found = reader.parse(line.open, reference).flatMap(result => readResult(result, line, context))
  const chosen: TimeResult[] = []
  for (const result of found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const overlapping = chosen.find(other => overlaps(other, result))
    if (overlapping === undefined) chosen.push(result)
    else if (isSameSpan(overlapping, result))
      chosen[chosen.indexOf(overlapping)] = mergeReadings(overlapping, result, context)
  }
  return chosen.toSorted((a, b) => a.start - b.start)
}

export const overlaps = (a: Span, b: Span | undefined) =>
  b !== undefined && a.start < b.end && b.start < a.end
const isSameSpan = (a: Span, b: Span) => a.start === b.start && a.end === b.end

/** Merges the day-first and the month-first reading of the same words by the region's order. */
function mergeReadings(first: TimeResult, second: TimeResult, { dateOrder }: QuickAddContext): TimeResult {
  if (first.day?.kind !== 'date' || second.day?.kind !== 'date' || first.day.date === second.day.date)
    return first
  if (dateOrder === 'dmy') return first
  // 'ymd' also puts the month before the day.
  if (dateOrder !== null) return second
  return { ...first, day: { kind: 'either', dates: [first.day.date, second.day.date] } }
}

const VAGUE_DAY = /^(?:last|past|this|next|previous)\s+(?:week|month|year|quarter)/i
/** "2 days before" an event, which need not be now. */
const RELATED_DAY = /(?<!\p{L})(?:after|before|later|from\s+now)$/iu
/** Short names of days that are also other words. */
const DOUBTFUL_DAY = /^(?:sat|sun|wed)$/i
/** Words before "sun" or "sat" that rule out a day: "in the sun", "when I sat". */
const NO_DAY_BEFORE = /(?<!\p{L})(?:the|a|an|my|our|in|no|of|much|i|we|he|she|it|you|they|and|just)\s+$/iu
const DAY_BEFORE =
  /(?:^|[\uE000,;.(]|(?<!\p{L})(?:on|last|this|early|late|\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]m)?))\s*$/iu
const DAY_AFTER =
  /^\s*(?:$|[\uE000,;.)]|(?:at\s+|around\s+|about\s+)?\d|(?:morning|afternoon|evening|night|noon|midday|midnight|at)(?!\p{L}))/iu
/** Unit after a number that looked like a date: "march 5 km". */
const COUNTED_AFTER =
  /^\s*(?:km|k|m|mi|miles?|met(?:er|re)s?|min|mins|minutes?|h|hrs?|hours?|s|secs?|ml|cl|dl|l|lit(?:er|re)s?|oz|mg|g|%|x|×|cups?|glass(?:es)?|times)(?![\p{L}\p{N}])/iu

/** True if a date's number counts something else, or "may" is the verb. */
function isNoDate(text: string, { start, end }: Span, open: string): boolean {
  if (!/(?<!\p{L})(?:may|mar(?:ch)?)(?!\p{L})/iu.test(text)) return false
  const isPronoun = /(?<!\p{L})(?:i|we|you|it|that|this|which|he|she|they)\s+$/iu.test(open.slice(0, start))
  return (/^may/i.test(text) && isPronoun) || (/\d$/.test(text) && COUNTED_AFTER.test(open.slice(end)))
}

function readResult(result: ParsedResult, line: Line, context: QuickAddContext): TimeResult[] {
  const { start, end } = result
  // A zone in the line, or a vague period: no kind of entry uses either.
  if (start.isCertain('timezoneOffset') || VAGUE_DAY.test(result.text)) return []
  // In "at 3 a cramp" chrono takes the article for "am".
  const words = result.text.replace(/\s+[ap]$/i, '').trimEnd()
  const span = {
    start: result.index + (words.length - words.trimStart().length),
    end: result.index + words.length,
    text: words.trimStart(),
  }
  const text = line.text.slice(span.start, span.end)
  const before = line.open.slice(0, span.start)
  const after = line.open.slice(span.end)
  if (RELATED_DAY.test(text) || isNoDate(text, span, line.open)) return []
  if (DOUBTFUL_DAY.test(text) && NO_DAY_BEFORE.test(before)) return []
  const day = readDay(result, text, context)
  const isDoubtful = DOUBTFUL_DAY.test(text) && !(DAY_BEFORE.test(before) && DAY_AFTER.test(after))
  if (!start.isCertain('hour')) return day === null ? [] : [{ ...span, day, ...noClock, isDoubtful }]
  const isEnd = /(?:until|till|to|off|woke(?:\s+up)?|got\s+up|ended|finished)\s*(?:at\s+)?$/i.test(before)
  const isMarked = isEnd || /(?:since|by)\s+$/i.test(before) || Boolean(end)
  const [fromText = '', toText = ''] = end ? splitRange(text) : [text]
  const from = readClock(fromText, span.start + text.indexOf(fromText), isMarked, context)
  const to = end ? readClock(toText, span.start + text.lastIndexOf(toText), true, context) : null
  if (from === null || (end && to === null)) return []
  return [
    {
      ...noClock,
      ...span,
      day,
      from,
      to,
      isEnd,
      isBetween: BETWEEN.test(text),
      isAbout: /ish$/i.test(text),
      minutesTo: end ? readMinutesTo(text, span.start) : null,
    },
  ]
}

const noClock = {
  from: null,
  to: null,
  isEnd: false,
  isBetween: false,
  isAbout: false,
  minutesTo: null,
  isDoubtful: false,
}

const BETWEEN = /^between\s+/i

function splitRange(text: string): readonly string[] {
  const parts = BETWEEN.test(text)
    ? text.replace(BETWEEN, '').split(/\s+and\s+/i)
    : text.split(/\s*(?:to|until|till|through|[-–—~])\s*/i)
  return parts.length === 2 ? parts : []
}

function readDay({ start }: ParsedResult, text: string, { now }: QuickAddContext): SpokenDay | null {
  const day = start.get('day')
  const month = start.get('month')
  const year = start.get('year')
  const weekday = start.get('weekday')
  if (start.isCertain('day') && start.isCertain('month') && day !== null && month !== null && year !== null) {
    if (start.isCertain('year')) return dateOf(year, month, day)
    // Without a year it is the latest such day that has passed.
    const thisYear = Number(calendarDate(now).slice(0, 4))
    const inThisYear = dateOf(thisYear, month, day)
    return inThisYear !== null && inThisYear.date <= calendarDate(now)
      ? inThisYear
      : dateOf(thisYear - 1, month, day)
  }
  if (!start.isCertain('weekday') || weekday === null || /^next\b/i.test(text)) return null
  return { kind: 'weekday', weekday: (weekday + 6) % 7, isLast: /\blast\b/i.test(text) }
}

function dateOf(year: number, month: number, day: number): { kind: 'date'; date: CalendarDate } | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || year < 1900 || year > 9999) return null
  return { kind: 'date', date: date.toISOString().slice(0, 10) }
}
