/**
 * The words of a line that say when, not yet turned into moments. Dates and clock times come from chrono; what it would
 * have to guess (which half of the day, which night, how exact) is read here, so that it can be asked for.
 */
import { Chrono, casual, GB, type ParsedResult, type Parser } from 'chrono-node/en'
import { type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import { calendarDate, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../time/moment.ts'
import { type Line, words } from './line.ts'
import { NUMBER, readNumber, takeSeconds } from './numbers.ts'
import type { QuickAddContext, Span } from './reading.ts'

export type Period = 'morning' | 'afternoon' | 'evening' | 'night'

/** The night is named by the date of its morning. */
export type SpokenDay =
  | { readonly kind: 'today' | 'yesterday' | 'last-night' | 'tonight' }
  | { readonly kind: 'date' | 'night-to'; readonly date: CalendarDate }
  /** Monday is 0. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly isLast: boolean }
  /** Chrono's day-first and month-first readings of "3/4". */
  | { readonly kind: 'either'; readonly dates: readonly [CalendarDate, CalendarDate] }

export interface SpokenClock extends Span {
  readonly text: string
  /** As it was typed, before any half of the day is added. */
  readonly hour: number
  readonly minute: number
  /** Which half of the day is meant; 'as-typed' when the hour itself tells, as in 14:00. */
  readonly half: 'am' | 'pm' | 'as-typed' | 'unknown'
  /**
   * Written the 24-hour way, so that a second time beside it is read that way too. With an unknown half: read that way
   * unless "evening" or the like says otherwise.
   */
  readonly is24: boolean
}

export interface SpokenTime {
  readonly day: (SpokenDay & Span) | null
  readonly period: ({ readonly name: Period } & Span) | null
  readonly from: SpokenClock | null
  readonly to: SpokenClock | null
  /** "30 min ago", in milliseconds. */
  readonly agoMs: number | null
  readonly isNow: boolean
  /** It lasted until now. */
  readonly isUntilNow: boolean
  /** "about", "around", "3ish". */
  readonly isAbout: boolean
  /** A length of time, where the kind has one. */
  readonly seconds: number | null
}

const UNTIL_NOW = words(String.raw`(?:until|till|to)\s+now`)
const NOW = words(String.raw`just\s+now|right\s+now|now`)
const AGO = words(
  String.raw`(?:(?<anHour>an)\s+hour\s+and\s+a\s+half|(?<hours>${NUMBER})\s*(?:h|hrs?|hours?)(?:\s*(?:and\s+)?(?<besides>[0-5]?\d)\s*(?:min|mins|minutes?))?|(?<minutes>${NUMBER})\s*(?:min|mins|minutes?))\s+ago`,
)
const ABOUT = String.raw`(?:about|around|approx(?:imately|\.)?|circa|roughly)\s+|~\s*`

const namedDays: readonly (readonly [
  RegExp,
  (found: RegExpGroups, context: QuickAddContext) => SpokenDay,
])[] = [
  [words('day\\s+before\\s+yesterday'), (_, { now }) => dateBefore(calendarDate(now), 2)],
  [
    words(String.raw`(?:in\s+the\s+)?night\s+to\s+(?<date>\d{4}-\d\d-\d\d)`),
    found => nightTo(found.date ?? ''),
  ],
  [words('(?:the\\s+)?last\\s+night'), () => ({ kind: 'last-night' })],
  [words('tonight'), () => ({ kind: 'tonight' })],
  [words('today'), () => ({ kind: 'today' })],
  [words('yesterday'), () => ({ kind: 'yesterday' })],
]
type RegExpGroups = Readonly<Record<string, string | undefined>>

const PERIOD = words(
  String.raw`(?:(?<this>this)\s+|in\s+the\s+|during\s+the\s+|at\s+)?(?<period>morning|afternoon|evening|night)|overnight`,
)

const dateBefore = (date: CalendarDate, days: number): SpokenDay => ({
  kind: 'date',
  date: new Date((dayNumber(date) - days) * MS_PER_DAY).toISOString().slice(0, 10),
})
const nightTo = (date: CalendarDate): SpokenDay => ({ kind: 'night-to', date })

/** Reads all that says when, and with `withLength` how long: "4 min ago" is a time, "4 min" a length. */
export function takeTime(line: Line, context: QuickAddContext, { withLength = false } = {}): SpokenTime {
  const ago = line.take(AGO, 'time')
  const seconds = withLength ? takeSeconds(line) : null
  const isUntilNow = line.take(UNTIL_NOW, 'time') !== null
  const isNow = line.take(NOW, 'time') !== null
  const named = takeNamedDay(line, context)
  const period = takePeriod(line)
  const results = listResults(line, context)
  const dated = named === null ? results.find(({ day }) => day !== null) : undefined
  if (dated) line.cover(dated, 'time')
  const clocks = results.filter(
    result => result.from !== null && (result === dated || !overlaps(result, dated)),
  )
  const first = clocks[0]
  const second = clocks.find(result => result !== first && first?.to === null)
  if (first && first !== dated) line.cover(first, 'time')
  // A second time is the end of the first, if anything says so; otherwise it stays open and is asked about.
  const end = second?.isEnd === true && second.to === null ? second.from : null
  if (second && end) line.cover(second, 'time')
  const isEndOnly = first?.isEnd === true && end === null && first.to === null
  const isAbout = first !== undefined && takeAbout(line, first)
  return {
    day: named ?? (dated?.day ? { ...dated.day, start: dated.start, end: dated.end } : withThis(period)),
    period,
    from: isEndOnly ? null : (first?.from ?? null),
    to: isEndOnly ? (first?.from ?? null) : (first?.to ?? end),
    agoMs: ago === null ? null : readAgoMs(ago.groups),
    isNow,
    isUntilNow,
    seconds,
    isAbout: isAbout || (first?.isAbout ?? false),
  }
}

function readAgoMs({ anHour, hours, besides = '0', minutes = '' }: RegExpGroups): number {
  if (anHour !== undefined) return 1.5 * MS_PER_HOUR
  if (hours === undefined) return Math.round(readNumber(minutes) * MS_PER_MINUTE)
  return Math.round(readNumber(hours) * MS_PER_HOUR) + Number(besides) * MS_PER_MINUTE
}

function takeNamedDay(line: Line, context: QuickAddContext): (SpokenDay & Span) | null {
  for (const [pattern, read] of namedDays) {
    const found = line.take(pattern, 'time')
    if (found) return { ...read(found.groups, context), start: found.start, end: found.end }
  }
  return null
}

interface FoundPeriod extends Span {
  readonly name: Period
  readonly isThis: boolean
}

function takePeriod(line: Line): FoundPeriod | null {
  const found = line.take(PERIOD, 'time')
  if (found === null) return null
  const name = found.groups.period?.toLowerCase()
  const isPeriod = name === 'morning' || name === 'afternoon' || name === 'evening'
  return {
    name: isPeriod ? name : 'night',
    isThis: found.groups.this !== undefined,
    start: found.start,
    end: found.end,
  }
}

const withThis = (period: FoundPeriod | null): (SpokenDay & Span) | null =>
  period?.isThis ? { kind: 'today', start: period.start, end: period.end } : null

function takeAbout(line: Line, { start }: Span): boolean {
  const before = new RegExp(`(?:${ABOUT})(?:at\\s+)?$`, 'i').exec(line.open.slice(0, start))
  if (before === null) return false
  line.cover({ start: before.index, end: start }, 'time')
  return true
}

interface TimeResult extends Span {
  readonly day: SpokenDay | null
  readonly from: SpokenClock | null
  readonly to: SpokenClock | null
  /** What stands before it says that something ended then: "until 5", "off 17:00". */
  readonly isEnd: boolean
  readonly isAbout: boolean
}

/** "9-17", "half past 3", "quarter to nine", "15h30", "3ish": what people type and chrono does not know. */
const HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const hourWords = HOURS.split('|')
const readHour = (text: string) => hourWords.indexOf(text.toLowerCase()) + 1 || Number(text)

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
      new RegExp(
        `(?<![\\p{L}\\p{N}])(half\\s+past|quarter\\s+past|quarter\\s+to)\\s+(1[0-2]|[1-9]|${HOURS})(?![\\p{L}\\p{N}:/])`,
        'iu',
      ),
    extract: (_, match) => {
      const hour = readHour(match[2] ?? '')
      const phrase = match[1]?.toLowerCase() ?? ''
      if (phrase.endsWith('to')) return { hour: hour === 1 ? 12 : hour - 1, minute: 45 }
      return { hour, minute: phrase.startsWith('half') ? 30 : 15 }
    },
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
function listResults(line: Line, context: QuickAddContext): TimeResult[] {
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

const overlaps = (a: Span, b: Span | undefined) => b !== undefined && a.start < b.end && b.start < a.end
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
  return [{ ...span, day, from, to, isEnd, isAbout: /ish$/i.test(text) }]
}

const noClock = { from: null, to: null, isEnd: false, isAbout: false }

function splitRange(text: string): readonly string[] {
  const parts = text.split(/\s*(?:to|until|till|through|[-–—~])\s*/i)
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

const CLOCK = /(?<!\d)(\d{1,2})(?:[:.h](\d\d)(?::\d\d)?)?\s*(o['’]clock)?\s*([ap])?\.?(m)?\.?(?:\s?-?ish)?$/i

/** The clock time in chrono's words; null for a bare number that nothing marks as a time. */
function readClock(
  text: string,
  at: number,
  isMarked: boolean,
  { hourCycle }: QuickAddContext,
): SpokenClock | null {
  const span = { start: at, end: at + text.length, text }
  const named = /(noon|midday|midnight)$/i.exec(text)?.[1]?.toLowerCase()
  if (named !== undefined)
    return { ...span, hour: named === 'midnight' ? 0 : 12, minute: 0, half: 'as-typed', is24: false }
  const phrase = readPhrase(text)
  if (phrase !== null) return { ...span, ...phrase, half: 'unknown', is24: false }
  const match = CLOCK.exec(text)
  if (match === null) return null
  const [, hourText = '', minuteText, oClock, letter] = match
  const hour = Number(hourText)
  const minute = Number(minuteText ?? 0)
  if (hour > 23 || minute > 59) return null
  const isTime = isMarked || minuteText !== undefined || letter !== undefined || oClock !== undefined
  if (!isTime && !/^(?:at|from|around|about|~)\b|ish$/i.test(text)) return null
  if (letter !== undefined) {
    if (hour > 12 || hour === 0) return { ...span, hour, minute, half: 'as-typed', is24: true }
    return { ...span, hour, minute, half: letter.toLowerCase() === 'a' ? 'am' : 'pm', is24: false }
  }
  const is24 = hour > 12 || hour === 0 || (hourText.length === 2 && hourText.startsWith('0'))
  if (is24) return { ...span, hour, minute, half: 'as-typed', is24 }
  return { ...span, hour, minute, half: 'unknown', is24: hourCycle === 24 && minuteText !== undefined }
}

function readPhrase(text: string): { hour: number; minute: number } | null {
  const match = /(half\s+past|quarter\s+past|quarter\s+to)\s+(\S+)$/i.exec(text)
  if (match === null) return null
  const hour = readHour(match[2] ?? '')
  if (/to$/i.test(match[1] ?? '')) return { hour: hour === 1 ? 12 : hour - 1, minute: 45 }
  return { hour, minute: /^half/i.test(match[1] ?? '') ? 30 : 15 }
}
