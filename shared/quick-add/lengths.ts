/** Lengths of time as people type them: "40 min", "1h30m", "an hour and a half", "3 x 30 s". */
import { type Line, type Taken, words } from './line.ts'
import { NUMBER, readNumber } from './numbers.ts'
import type { Span } from './reading.ts'

export const HOUR = '(?:h|hrs?|hours?)'
/** "m" only behind a digit: in "am" it is none. */
export const METRE_OR_MINUTE = String.raw`(?<=[\d½¼¾⅓⅔]\s*)m`
export const MINUTE = String.raw`(?:mins?|minutes?|${METRE_OR_MINUTE})\.?`
const SECOND = '(?:s|secs?|seconds?)'
const JOIN = String.raw`\s*(?:and\s+|,\s*)?`

/** "3 x 30 s" is a minute and a half. */
const TIMES = String.raw`(?:(?<times>\d{1,2})\s*[x×]\s*)?`

/** "1h 30": the second number is of minutes only where nothing follows that it could count. */
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

/** "after a 2 h walk", "every 2 h": what something else lasted, or how often it came. */
const OF_SOMETHING_ELSE =
  /(?<!\p{L})(?:after|before|during|following|within|every|per)\s+(?:(?:about|around|the|my|a|some|over)\s+)*$/iu
/** "10 min past 3", "20 min to midnight": a clock time. */
const PAST_HOUR =
  /^\s*(?:past|after|to|before)\s+(?:(?:1[0-2]|[1-9])(?!\p{N}|[:.]\d)|noon|midday|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\p{L})/iu
/** "5 min after the run", "30 min before bed", "10 min into the match": when, and not how long. */
const RELATION = /^\s*(?:after|before|into|past|later|earlier)(?!\p{L}|\s+\p{N})/iu
/** The thing that it is told from; what the clocks did is no such thing. */
const RELATED =
  /^\s*(?:after|before|into|later|earlier)(?!\s+the\s+clocks\s)(?:\s+(?:(?:the|my|a|an|going\s+to|i)\s+)*\p{L}+)?/iu
/** "lasted 5 min", "for 5 min": how long, whatever follows. */
const IS_LENGTH = /(?<!\p{L})(?:for|lasted|lasting|took|over)\s+(?:(?:about|around)\s+)?$/iu

export interface FoundLength extends Span {
  readonly text: string
  readonly seconds: number
  /** "5 min after the run", which may be how long it was or when; null where it is a length. */
  readonly related: Span | null
  /** Whether what it is told from has been read: "after the run" tells what came before a cramp. */
  readonly isRelationRead: boolean
}

/** The first length of time in what is open of a line, preferring one that can be nothing else. */
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
