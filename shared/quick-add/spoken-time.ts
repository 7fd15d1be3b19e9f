/**
 * The words of a line that say when, not yet turned into moments. Dates and clock times come from chrono; what it would
 * have to guess (which half of the day, which night, how exact) is read here, so that it can be asked for.
 */
import { MS_PER_HOUR, MS_PER_MINUTE } from '../time/moment.ts'
import { takeTurns, withTurn } from './clock-change.ts'
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
  /** It lasted until now. */
  readonly isUntilNow: boolean
  /** "Between 3 and 4": not from the one to the other, for what takes no such time. The words. */
  readonly isBetween: Span | null
  /** "about", "around", "3ish". */
  readonly isAbout: boolean
  /** A length of time, where the kind has one. */
  readonly seconds: number | null
  /** "5 min after the run": how long it was, or when. */
  readonly unclearLength: FoundLength | null
  /** "10 to 3" as ten minutes to three, where it may also be a beginning and an end. */
  readonly minutesTo: SpokenClock | null
  /** A word that may be a day and may be none, with all that was not understood beside it. */
  readonly unclearDay: { readonly day: SpokenDay; readonly word: Span; readonly phrase: Span } | null
  /** "at lunch": a time that is not the same for all. */
  readonly meal: Span | null
  /** Of two readings of "9 to 5", one that lasts longer than this is not meant. */
  readonly longestMinutes: number
}

const UNTIL_NOW = words(String.raw`(?:until|till|to)\s+now`)
const NOW = words(String.raw`just\s+now|right\s+now|now`)
const AGO = words(
  String.raw`(?:(?<anHour>an)\s+hour\s+and\s+a\s+half|(?<hours>${NUMBER})\s*${HOUR}(?:\s*(?:and\s+)?(?<besides>[0-5]?\d)\s*${MINUTE}|\s?(?<glued>[0-5]\d))?|(?<minutes>${NUMBER})\s*${MINUTE})\s+ago`,
)
/** A meal has no time that is the same for all. */
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
  /** Beyond any length that the kind has; nobody wears a shoe or sleeps for more than 16 hours. */
  readonly longestMinutes?: number
  /** What "10 to 3" is: ten to three for what takes no time, a beginning and an end for what lasts, or asked. */
  readonly minutesTo?: 'clock' | 'span' | 'ask'
  /** "3 min before bed" is a length below this, and from this on it may be when. */
  readonly relatedFromSeconds?: number
}

/**
 * Reads all that says when, and with `withLength` how long: "4 min ago" is a time, "4 min" a length. With `withAllDay`
 * "all day" is today; elsewhere nothing says that it tells the time.
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
  const turns = takeTurns(line)
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
  // Beside a length, or after "at", "10 to 3" is ten to three; "from 10 to 3" never is.
  const isFrom =
    found !== undefined &&
    /^from(?!\p{L})|(?<!\p{L})from\s+$/iu.test(line.text.slice(0, found.start) + found.text)
  const phrase = isFrom ? null : (found?.minutesTo ?? null)
  const isAt = phrase !== null && /^at\s/i.test(phrase.text)
  const isClock = phrase !== null && (isAt || minutesTo === 'clock')
  const first = found && isClock ? { ...found, from: phrase, to: null } : found
  const second = clocks.find(result => result !== found && first?.to === null)
  if (first && found !== dated) line.cover(first, 'time')
  // A second time is the end of the first, if anything says so; otherwise it stays open and is asked about.
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
    from: withTurn(isEndOnly ? null : (first?.from ?? null), turns, line),
    to: withTurn(isEndOnly ? (first?.from ?? null) : (first?.to ?? end), turns, line),
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

/** True where nothing in the line says when it was. */
export const isUntimed = ({ day, period, from, to, agoMs, isNow }: SpokenTime): boolean =>
  day === null && period === null && from === null && to === null && agoMs === null && !isNow

function readAgoMs({ anHour, hours, besides, glued, minutes = '' }: Taken['groups']): number {
  if (anHour !== undefined) return 1.5 * MS_PER_HOUR
  if (hours === undefined) return Math.round(readNumber(minutes) * MS_PER_MINUTE)
  return Math.round(readNumber(hours) * MS_PER_HOUR) + Number(besides ?? glued ?? 0) * MS_PER_MINUTE
}

/** "sat in the garden": the word with what stands beside it and was not understood. */
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
