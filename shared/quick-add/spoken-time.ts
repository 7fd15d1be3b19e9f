/**
 * Words for the time, before they are resolved to moments. Dates and clock times come from chrono; what chrono would guess
 * (am or pm, which night, how exact) is read here, so that it can be asked about.
 */
import { MS_PER_HOUR, MS_PER_MINUTE } from '../time/moment.ts'
import { takeOccurrences, withOccurrence } from './clock-change.ts'
import { type FoundLength, findLength, HOUR, MINUTE } from './lengths.ts'
import { type Line, type Taken, words } from './line.ts'
import { NUMBER, readNumber } from './numbers.ts'
import type { QuickAddContext, Span } from './reading.ts'
import type { SpokenClock } from './spoken-clock.ts'
import { type PartOfDay, type SpokenDay, takeNamedDay, takePeriod, withThis } from './spoken-day.ts'
import { listResults, overlaps, type TimeResult } from './time-results.ts'

export interface SpokenTime {
  readonly day: (SpokenDay & Span) | null
  readonly period: ({ readonly name: PartOfDay } & Span) | null
  readonly from: SpokenClock | null
  readonly to: SpokenClock | null
  /** "30 min ago", in milliseconds. */
  readonly agoMs: number | null
  readonly isNow: boolean
  /** "until now". */
  readonly isUntilNow: boolean
  /** Span of "between 3 and 4", which brackets a moment rather than naming an interval. */
  readonly isBetween: Span | null
  /** "about", "around", "3ish". */
  readonly isAbout: boolean
  /** Duration, for kinds that have one. */
  readonly seconds: number | null
  /** "5 min after the run": a duration or a relative time. */
  readonly unclearLength: FoundLength | null
  /** "10 to 3" as ten minutes to three, if it may also be an interval. */
  readonly minutesTo: SpokenClock | null
  /** Word that may be a day ("sat"), and the phrase of unread words around it. */
  readonly unclearDay: { readonly day: SpokenDay; readonly word: Span; readonly phrase: Span } | null
  /** "at lunch": no fixed clock time. */
  readonly meal: Span | null
  /** Maximum duration, in minutes, of a reading of "9 to 5". */
  readonly longestMinutes: number
}

const UNTIL_NOW = words(String.raw`(?:until|till|to)\s+now`)
const NOW = words(String.raw`just\s+now|right\s+now|now`)
const AGO = words(
  String.raw`(?:(?<anHour>an)\s+hour\s+and\s+a\s+half|(?<hours>${NUMBER})\s*${HOUR}(?:\s*(?:and\s+)?(?<besides>[0-5]?\d)\s*${MINUTE}|\s?(?<glued>[0-5]\d))?|(?<minutes>${NUMBER})\s*${MINUTE})\s+ago`,
)
/** Meals as a time; they have no fixed clock time. */
const MEAL = words(
  String.raw`(?:(?:right|just|shortly)\s+)?(?:at|after|before|with|during|over)\s+(?:my\s+)?(?:breakfast|lunch(?:\s?time)?|dinner(?:\s?time)?|supper|tea\s?time)`,
)
const ABOUT = String.raw`(?:about|around|approx(?:imately|\.)?|circa|roughly)\s+|~\s*`

const ALL_DAY = words(String.raw`(?:over\s+|during\s+)?(?:all|the\s+whole|the\s+entire)\s+day(?:\s+long)?`)

const dayOfAllDay = (words: Span | null): SpokenTime['day'] =>
  words && { kind: 'today', start: words.start, end: words.end }

export interface TimeOptions {
  readonly withLength?: boolean
  readonly withAllDay?: boolean
  /** Maximum duration of the kind, in minutes. The default of 16 hours exceeds any night or wearing. */
  readonly longestMinutes?: number
  /** Reading of "10 to 3": a clock time for kinds without a duration, an interval for kinds with one, or asked about. */
  readonly minutesTo?: 'clock' | 'span' | 'ask'
  /** Threshold, in seconds: "3 min before bed" is a duration below it; from it on, it may be a relative time. */
  readonly relatedFromSeconds?: number
}

/**
 * Reads all words for the time, and with `withLength` the duration: "4 min ago" is a time, "4 min" a duration. With
 * `withAllDay` "all day" is today; otherwise it is not read as a time.
 */
export function takeTime(
  line: Line,
  context: QuickAddContext,
  {
    withLength = false,
    withAllDay = false,
    longestMinutes = 16 * 60,
    minutesTo = 'span',
    relatedFromSeconds = 0,
  }: TimeOptions = {},
): SpokenTime {
  const ago = line.take(AGO, 'time')
  const length = withLength ? findLength(line) : null
  const isUnclear = length !== null && length.related !== null && length.seconds >= relatedFromSeconds
  if (length) line.cover((isUnclear && !length.isRelationRead && length.related) || length, 'length')
  const seconds = isUnclear ? null : (length?.seconds ?? null)
  const isUntilNow = line.take(UNTIL_NOW, 'time') !== null
  const isNow = line.take(NOW, 'time') !== null
  const occurrences = takeOccurrences(line)
  const named = takeNamedDay(line, context)
  const period = takePeriod(line)
  const allDay = withAllDay ? line.take(ALL_DAY, 'time') : null
  const results = listResults(line, context)
  const dated =
    named === null ? results.find(({ day, isDoubtful }) => day !== null && !isDoubtful) : undefined
  if (dated) line.cover(dated, 'time')
  const clocks = results.filter(
    result => result.from !== null && (result === dated || !overlaps(result, dated)),
  )
  const found = clocks[0]
  // "10 to 3" is ten to three next to a duration or after "at"; "from 10 to 3" is always an interval.
  const isFrom =
    found !== undefined &&
    /^from(?!\p{L})|(?<!\p{L})from\s+$/iu.test(line.text.slice(0, found.start) + found.text)
  const phrase = isFrom ? null : (found?.minutesTo ?? null)
  const isAt = phrase !== null && /^at\s/i.test(phrase.text)
  const isClock = phrase !== null && (isAt || minutesTo === 'clock')
  const first = found && isClock ? { ...found, from: phrase, to: null } : found
  const second = clocks.find(result => result !== found && first?.to === null)
  if (first && found !== dated) line.cover(first, 'time')
  // A second time is the end of the first if a word marks it as one; otherwise it stays uncovered and is asked about.
  const end = second?.isEnd === true && second.to === null ? second.from : null
  if (second && end) line.cover(second, 'time')
  const isEndOnly = first?.isEnd === true && end === null && first.to === null
  const isAbout = first !== undefined && takeAbout(line, first)
  const doubtful =
    dated === undefined && named === null ? results.find(({ isDoubtful }) => isDoubtful) : undefined
  const unclearDay = doubtful ? takeUnclearDay(doubtful, line) : null
  const meal = first === undefined && ago === null && !isNow ? line.take(MEAL, 'time') : null
  return {
    day:
      named ??
      (dated?.day
        ? { ...dated.day, start: dated.start, end: dated.end }
        : (withThis(period) ?? dayOfAllDay(allDay))),
    period,
    from: withOccurrence(isEndOnly ? null : (first?.from ?? null), occurrences, line),
    to: withOccurrence(isEndOnly ? (first?.from ?? null) : (first?.to ?? end), occurrences, line),
    agoMs: ago === null ? null : readAgoMs(ago.groups),
    isNow,
    isUntilNow,
    isBetween: first?.isBetween === true ? { start: first.start, end: first.end } : null,
    seconds,
    unclearLength: isUnclear ? length : null,
    minutesTo: !isClock && (minutesTo === 'ask' || seconds !== null) ? phrase : null,
    unclearDay,
    meal,
    longestMinutes,
    isAbout: isAbout || (first?.isAbout ?? false),
  }
}

/** True if the line has no words for the time. */
export const isUntimed = ({ day, period, from, to, agoMs, isNow }: SpokenTime): boolean =>
  day === null && period === null && from === null && to === null && agoMs === null && !isNow

function readAgoMs({ anHour, hours, besides, glued, minutes = '' }: Taken['groups']): number {
  if (anHour !== undefined) return 1.5 * MS_PER_HOUR
  if (hours === undefined) return Math.round(readNumber(minutes) * MS_PER_MINUTE)
  return Math.round(readNumber(hours) * MS_PER_HOUR) + Number(besides ?? glued ?? 0) * MS_PER_MINUTE
}

/** Covers "sat in the garden" as an ambiguous day. */
function takeUnclearDay({ day, start, end }: TimeResult, line: Line): SpokenTime['unclearDay'] {
  if (day === null) return null
  const word = { start, end }
  const phrase = line.listLeftovers().find(leftover => overlaps(leftover, word)) ?? word
  line.cover(phrase, 'time')
  return { day, word, phrase: { start: phrase.start, end: phrase.end } }
}

function takeAbout(line: Line, { start }: Span): boolean {
  const before = new RegExp(`(?:${ABOUT})(?:at\\s+)?$`, 'i').exec(line.open.slice(0, start))
  if (before === null) return false
  line.cover({ start: before.index, end: start }, 'time')
  return true
}
