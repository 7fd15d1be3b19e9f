/** Durations as people type them: "40 min", "1h30m", "an hour and a half", "3 x 30 s". */
import { type Line, type Taken, words } from './line.ts'
import { NUMBER, readNumber } from './numbers.ts'
import type { Span } from './reading.ts'

export const HOUR = '(?:h|hrs?|hours?)'
/** "m" only behind a digit, so that "am" does not match. */
export const METRE_OR_MINUTE = String.raw`(?<=[\d½¼¾⅓⅔]\s*)m`
export const MINUTE = String.raw`(?:mins?|minutes?|${METRE_OR_MINUTE})\.?`
const SECOND = '(?:s|secs?|seconds?)'
const JOIN = String.raw`\s*(?:and\s+|,\s*)?`

/** Multiplier: "3 x 30 s" is 90 seconds. */
const TIMES = String.raw`(?:(?<times>\d{1,2})\s*[x×]\s*)?`

/** Lookahead for "1h 30": the second number is in minutes only if no noun follows that it could count. */
const NOTHING_COUNTED = String.raw`(?=\s*(?:$|[,;.!)\uE000](?!\d)|(?:at|on|in|from|since|until|till|to|ago|yesterday|today|tonight|this|last|and|with|before|after|very|hard|easy|moderate|light|effort|exertion|rpe)(?!\p{L})))`

const DURATION = words(
  TIMES +
    '(?:' +
    [
      String.raw`(?<anHour>an)\s+hour\s+and\s+a\s+half`,
      String.raw`(?<clockA>\d{1,3}):(?<clockB>[0-5]\d)\s*(?<clockUnit>${MINUTE}|${HOUR})`,
      String.raw`(?<hours>${NUMBER})\s*${HOUR}(?:${JOIN}(?<hourMinutes>[0-5]?\d)\s*${MINUTE}|(?<gluedMinutes>[0-5]\d)|\s+(?<looseMinutes>[0-5]\d)${NOTHING_COUNTED})?`,
      String.raw`(?<minutes>${NUMBER})\s*${MINUTE}(?:${JOIN}(?<minuteSeconds>[0-5]?\d)\s*${SECOND})?`,
      String.raw`(?<seconds>${NUMBER})\s*${SECOND}`,
    ].join('|') +
    ')',
)

/** Duration or interval of something else: "after a 2 h walk", "every 2 h". */
const OF_SOMETHING_ELSE =
  /(?<!\p{L})(?:after|before|during|following|within|every|per)\s+(?:(?:about|around|the|my|a|some|over)\s+)*$/iu
/** Clock time: "10 min past 3", "20 min to midnight". */
const PAST_HOUR =
  /^\s*(?:past|after|to|before)\s+(?:(?:1[0-2]|[1-9])(?!\p{N}|[:.]\d)|noon|midday|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\p{L})/iu
/** Relative time rather than a duration: "5 min after the run", "30 min before bed", "10 min into the match". */
const RELATION = /^\s*(?:after|before|into|past|later|earlier)(?!\p{L}|\s+\p{N})/iu
/** Event that the time is relative to; a clock change is excluded. */
const RELATED =
  /^\s*(?:after|before|into|later|earlier)(?!\s+the\s+clocks\s)(?:\s+(?:(?:the|my|a|an|going\s+to|i)\s+)*\p{L}+)?/iu
/** Duration, whatever follows: "lasted 5 min", "for 5 min". */
const IS_LENGTH = /(?<!\p{L})(?:for|lasted|lasting|took|over)\s+(?:(?:about|around)\s+)?$/iu

export interface FoundLength extends Span {
  readonly text: string
  readonly seconds: number
  /** Span of "5 min after the run", which may be a duration or a relative time; null if it is a duration. */
  readonly related: Span | null
  /** True if another slot has read the event: "after the run" also sets a cramp's state at onset. */
  readonly isRelationRead: boolean
}

/** First duration in the uncovered text, preferring an unambiguous one. */
export function findLength(line: Line): FoundLength | null {
  let unclear: FoundLength | null = null
  for (const found of line.findAll(DURATION)) {
    const length = readLength(found, line)
    if (length?.related === null) return length
    unclear ??= length
  }
  return unclear
}

function readLength(found: Taken, line: Line): FoundLength | null {
  const { start, end, text } = found
  const seconds = Math.round(secondsOf(found) * Number(found.groups.times ?? 1))
  const before = line.text.slice(0, start)
  const after = line.text.slice(end)
  if (Number.isNaN(seconds) || OF_SOMETHING_ELSE.test(before) || PAST_HOUR.test(after)) return null
  const length = { start, end, text, seconds, related: null, isRelationRead: false }
  if (IS_LENGTH.test(before) || !RELATION.test(after)) return length
  const rest = RELATED.exec(after)?.[0]
  if (rest === undefined) return null
  const related = { start, end: end + rest.length }
  return { ...length, related, isRelationRead: !/[\p{L}\p{N}]/u.test(line.open.slice(end, related.end)) }
}

function secondsOf({ groups }: Taken): number {
  const { anHour, clockA, clockB, clockUnit, hours, hourMinutes, gluedMinutes, looseMinutes } = groups
  const { minutes, minuteSeconds, seconds } = groups
  if (anHour !== undefined) return 5400
  if (clockA !== undefined) {
    const smaller = Number(clockA) * 60 + Number(clockB)
    return clockUnit?.toLowerCase().startsWith('h') ? smaller * 60 : smaller
  }
  if (hours !== undefined)
    return readNumber(hours) * 3600 + Number(hourMinutes ?? gluedMinutes ?? looseMinutes ?? 0) * 60
  if (minutes !== undefined) return readNumber(minutes) * 60 + Number(minuteSeconds ?? 0)
  return readNumber(seconds ?? '')
}
