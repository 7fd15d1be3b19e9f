/** Finds dates and clock times in what is still open of a line. They come from chrono, which is never let guess. */
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
  /** What stands before it says that something ended then: "until 5", "off 17:00". */
  readonly isEnd: boolean
  /** "between 3 and 4" */
  readonly isBetween: boolean
  readonly isAbout: boolean
  /** "10 to 3" read as ten minutes to three; null where it is no such phrase. */
  readonly minutesTo: SpokenClock | null
  /** Whether the word for the day may be another word: "sat", "sun". */
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

/** "9-17", "half past 3", "quarter to nine", "15h30", "3ish": what people type and chrono does not know. */
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
    // "0315"; without the leading zero only where a word marks it as a time: "1430" could be anything.
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
    // A bare hour is a time after these words only; elsewhere it could be anything.
    pattern: () =>
      /(?<=(?:since|until|till|off|woke|woke\s+up|got\s+up|ended|finished)\s+(?:at\s+)?)([01]?\d|2[0-3])(?![\p{L}\p{N}:.,/]|\s*[ap]m|\s+(?:to|until|till)\s)/iu,
    extract: (_, match) => ({ hour: Number(match[1]), minute: 0 }),
  },
  {
    pattern: () => /(?<![\p{L}\p{N}])(1[0-2]|[1-9])\s?-?ish(?![\p{L}\p{N}])/iu,
    extract: (_, match) => ({ hour: Number(match[1]), minute: 0 }),
  },
]

// Without chrono's refiners, which would join a date and a time into one stretch, and fill in what was not said.
const reader = new Chrono({ parsers: [...GB.parsers, ...casual.parsers, ...extraParsers], refiners: [] })

/** Chrono's results that are sure of a day or of a clock time, the longest first where they overlap. */
export function listResults(line: Line, context: QuickAddContext): TimeResult[] {
  // Noon of the wall date, as if it were UTC: only whole days are counted from it, and no zone's clock change is near.
  const reference = {
    instant: new Date((dayNumber(calendarDate(context.now)) + 0.5) * MS_PER_DAY),
    timezone: 0,
  }
  const found = reader.parse(line.open, reference).flatMap(result => readResult(result, line, context))
  const chosen: TimeResult[] = []
  for (const result of found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const rival = chosen.find(other => overlaps(other, result))
    if (rival === undefined) chosen.push(result)
    else if (isSameSpan(rival, result)) chosen[chosen.indexOf(rival)] = joinReadings(rival, result, context)
  }
  return chosen.toSorted((a, b) => a.start - b.start)
}

export const overlaps = (a: Span, b: Span | undefined) =>
  b !== undefined && a.start < b.end && b.start < a.end
const isSameSpan = (a: Span, b: Span) => a.start === b.start && a.end === b.end

/** Two readings of the same words, day first and month first: the order of the region decides. */
function joinReadings(first: TimeResult, second: TimeResult, { dateOrder }: QuickAddContext): TimeResult {
  if (first.day?.kind !== 'date' || second.day?.kind !== 'date' || first.day.date === second.day.date)
    return first
  if (dateOrder === 'dmy') return first
  // Where the year comes first, the month still stands before the day.
  if (dateOrder !== null) return second
  return { ...first, day: { kind: 'either', dates: [first.day.date, second.day.date] } }
}

const VAGUE_DAY = /^(?:last|past|this|next|previous)\s+(?:week|month|year|quarter)/i
/** "2 days before" something, which need not be now. */
const RELATED_DAY = /(?<!\p{L})(?:after|before|later|from\s+now)$/iu
/** Short names of days that are words of their own. */
const DOUBTFUL_DAY = /^(?:sat|sun|wed)$/i
/** "in the sun", "when I sat": no day. */
const NO_DAY_BEFORE = /(?<!\p{L})(?:the|a|an|my|our|in|no|of|much|i|we|he|she|it|you|they|and|just)\s+$/iu
const DAY_BEFORE =
  /(?:^|[\uE000,;.(]|(?<!\p{L})(?:on|last|this|early|late|\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]m)?))\s*$/iu
const DAY_AFTER =
  /^\s*(?:$|[\uE000,;.)]|(?:at\s+|around\s+|about\s+)?\d|(?:morning|afternoon|evening|night|noon|midday|midnight|at)(?!\p{L}))/iu
/** "march 5 km", "I may 3": no date. */
const COUNTED_AFTER =
  /^\s*(?:km|k|m|mi|miles?|met(?:er|re)s?|min|mins|minutes?|h|hrs?|hours?|s|secs?|ml|cl|dl|l|lit(?:er|re)s?|oz|mg|g|%|x|×|cups?|glass(?:es)?|times)(?![\p{L}\p{N}])/iu

/** Whether the words of a date count something else, or belong to "I may". */
function isNoDate(text: string, { start, end }: Span, open: string): boolean {
  if (!/(?<!\p{L})(?:may|mar(?:ch)?)(?!\p{L})/iu.test(text)) return false
  const isPronoun = /(?<!\p{L})(?:i|we|you|it|that|this|which|he|she|they)\s+$/iu.test(open.slice(0, start))
  return (/^may/i.test(text) && isPronoun) || (/\d$/.test(text) && COUNTED_AFTER.test(open.slice(end)))
}

function readResult(result: ParsedResult, line: Line, context: QuickAddContext): TimeResult[] {
  const { start, end } = result
  // A zone in the line, or a span counted from now: nothing here asks for either.
  if (start.isCertain('timezoneOffset') || VAGUE_DAY.test(result.text)) return []
  // In "at 3 a cramp" the article is not the morning.
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
    // Without a year it is the last such day that has come.
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
