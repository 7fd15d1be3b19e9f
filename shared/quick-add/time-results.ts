/** Finds dates and clock times in what is still open of a line. They come from chrono, which is never let guess. */
import { Chrono, casual, GB, type ParsedResult, type Parser } from 'chrono-node/en'
import { type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import { calendarDate, MS_PER_DAY } from '../time/moment.ts'
import type { Line } from './line.ts'
import type { QuickAddContext, Span } from './reading.ts'
import { CLOCK_PHRASE, readClock, readPhrase, type SpokenClock } from './spoken-clock.ts'
import type { SpokenDay } from './spoken-day.ts'

export interface TimeResult extends Span {
  readonly day: SpokenDay | null
  readonly from: SpokenClock | null
  readonly to: SpokenClock | null
  /** What stands before it says that something ended then: "until 5", "off 17:00". */
  readonly isEnd: boolean
  /** "between 3 and 4" */
  readonly isBetween: boolean
  readonly isAbout: boolean
}

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
  { pattern: () => CLOCK_PHRASE, extract: (_, match) => readPhrase(match[0]) },
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

/** Two readings of the same words: day first or month first, unless the region decides. */
function joinReadings(
  first: TimeResult,
  second: TimeResult,
  { region, volumeUnit }: QuickAddContext,
): TimeResult {
  if (first.day?.kind !== 'date' || second.day?.kind !== 'date' || first.day.date === second.day.date)
    return first
  if (region === 'us' || (region === null && volumeUnit === 'fl-oz-us')) return second
  if (region !== null || volumeUnit === 'fl-oz-uk') return first
  return { ...first, day: { kind: 'either', dates: [first.day.date, second.day.date] } }
}

const VAGUE_DAY = /^(?:last|past|this|next|previous)\s+(?:week|month|year|quarter)/i

function readResult(result: ParsedResult, line: Line, context: QuickAddContext): TimeResult[] {
  const { start, end } = result
  // A zone in the line, or a span counted from now: nothing here asks for either.
  if (start.isCertain('timezoneOffset') || VAGUE_DAY.test(result.text)) return []
  // In "at 3 a cramp" the article is not the morning.
  const words = result.text.replace(/\s+[ap]$/i, '').trimEnd()
  const span = {
    start: result.index + (words.length - words.trimStart().length),
    end: result.index + words.length,
  }
  const text = line.text.slice(span.start, span.end)
  const day = readDay(result, text, context)
  if (!start.isCertain('hour')) return day === null ? [] : [{ ...span, day, ...noClock }]
  const before = line.open.slice(0, span.start)
  const isEnd = /(?:until|till|to|off|woke(?:\s+up)?|got\s+up|ended|finished)\s*(?:at\s+)?$/i.test(before)
  const isMarked = isEnd || /(?:since|by)\s+$/i.test(before) || end !== undefined
  const [fromText = '', toText = ''] = end ? splitRange(text) : [text]
  const from = readClock(fromText, span.start + text.indexOf(fromText), isMarked, context)
  const to = end ? readClock(toText, span.start + text.lastIndexOf(toText), true, context) : null
  if (from === null || (end && to === null)) return []
  return [{ ...span, day, from, to, isEnd, isBetween: BETWEEN.test(text), isAbout: /ish$/i.test(text) }]
}

const noClock = { from: null, to: null, isEnd: false, isBetween: false, isAbout: false }

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
