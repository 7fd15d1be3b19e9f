/**
 * The words of a line that say when, not yet turned into moments. Dates and clock times come from chrono; what it would
 * have to guess (which half of the day, which night, how exact) is read here, so that it can be asked for.
 */
import { MS_PER_HOUR, MS_PER_MINUTE } from '../time/moment.ts'
import { takeTurns, withTurn } from './clock-change.ts'
import { type Line, type Taken, words } from './line.ts'
import { NUMBER, readNumber, takeSeconds } from './numbers.ts'
import type { QuickAddContext, Span } from './reading.ts'
import type { SpokenClock } from './spoken-clock.ts'
import { type Period, type SpokenDay, takeNamedDay, takePeriod, withThis } from './spoken-day.ts'
import { listResults, overlaps } from './time-results.ts'

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
  /** "Between 3 and 4": not from the one to the other, for what takes no such time. The words. */
  readonly isBetween: Span | null
  /** "about", "around", "3ish". */
  readonly isAbout: boolean
  /** A length of time, where the kind has one. */
  readonly seconds: number | null
  /** Of two readings of "9 to 5", one that lasts longer than this is not meant. */
  readonly longestMinutes: number
}

const UNTIL_NOW = words(String.raw`(?:until|till|to)\s+now`)
const NOW = words(String.raw`just\s+now|right\s+now|now`)
const AGO = words(
  String.raw`(?:(?<anHour>an)\s+hour\s+and\s+a\s+half|(?<hours>${NUMBER})\s*(?:h|hrs?|hours?)(?:\s*(?:and\s+)?(?<besides>[0-5]?\d)\s*(?:min|mins|minutes?))?|(?<minutes>${NUMBER})\s*(?:min|mins|minutes?))\s+ago`,
)
const ABOUT = String.raw`(?:about|around|approx(?:imately|\.)?|circa|roughly)\s+|~\s*`

const ALL_DAY = words(String.raw`(?:over\s+|during\s+)?(?:all|the\s+whole|the\s+entire)\s+day(?:\s+long)?`)

const dayOfAllDay = (words: Span | null): SpokenTime['day'] =>
  words && { kind: 'today', start: words.start, end: words.end }

/**
 * Reads all that says when, and with `withLength` how long: "4 min ago" is a time, "4 min" a length. With `withAllDay`
 * "all day" is today; elsewhere nothing says that it tells the time.
 *
 * @param longestMinutes beyond any length that the kind has; nobody wears a shoe or sleeps for more than 16 hours
 */
export function takeTime(
  line: Line,
  context: QuickAddContext,
  { withLength = false, withAllDay = false, longestMinutes = 16 * 60 } = {},
): SpokenTime {
  const ago = line.take(AGO, 'time')
  const seconds = withLength ? takeSeconds(line) : null
  const isUntilNow = line.take(UNTIL_NOW, 'time') !== null
  const isNow = line.take(NOW, 'time') !== null
  const turns = takeTurns(line)
  const named = takeNamedDay(line, context)
  const period = takePeriod(line)
  const allDay = withAllDay ? line.take(ALL_DAY, 'time') : null
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
    longestMinutes,
    isAbout: isAbout || (first?.isAbout ?? false),
  }
}

function readAgoMs({ anHour, hours, besides = '0', minutes = '' }: Taken['groups']): number {
  if (anHour !== undefined) return 1.5 * MS_PER_HOUR
  if (hours === undefined) return Math.round(readNumber(minutes) * MS_PER_MINUTE)
  return Math.round(readNumber(hours) * MS_PER_HOUR) + Number(besides) * MS_PER_MINUTE
}

function takeAbout(line: Line, { start }: Span): boolean {
  const before = new RegExp(`(?:${ABOUT})(?:at\\s+)?$`, 'i').exec(line.open.slice(0, start))
  if (before === null) return false
  line.cover({ start: before.index, end: start }, 'time')
  return true
}
