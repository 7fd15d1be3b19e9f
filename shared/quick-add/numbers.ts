/** Numbers as people type them, and lengths of time made of them. */
import { type Line, words } from './line.ts'
import type { PartRole } from './reading.ts'

const namedNumbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  half: 0.5,
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '1/2': 0.5,
  '1/4': 0.25,
  '3/4': 0.75,
}

/**
 * Source of a pattern for an amount. It refuses to start in the middle of another number, of a range ("500-600") or
 * after a minus sign: such an amount is asked for.
 */
export const NUMBER = String.raw`(?<![\p{N}.,/:–—-])(?:\d+\s+1/2|\d+\s*[½¼¾⅓⅔]|[½¼¾⅓⅔]|[13]/[24]|\d+(?:[.,]\d+)*|half(?:\s+an?)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)`

/**
 * The number a text means; NaN when it means none.
 *
 * @param largest how large a whole number may be before "1,000" is read as one: thousands are written like decimals
 */
export function readNumber(text: string, { withThousands = false } = {}): number {
  const trimmed = text.trim().toLowerCase()
  const named = namedNumbers[trimmed.replace(/^half\s+an?$/, 'half')]
  if (named !== undefined) return named
  const mixed = /^(\d+)\s*(1\/2|[½¼¾⅓⅔])$/.exec(trimmed)
  if (mixed) return Number(mixed[1]) + (namedNumbers[mixed[2] ?? ''] ?? Number.NaN)
  if (withThousands && /^[1-9]\d{0,2}[.,]\d{3}$/.test(trimmed)) return Number(trimmed.replace(/[.,]/, ''))
  return Number(trimmed.replace(',', '.'))
}

const HOUR = '(?:h|hrs?|hours?)'
const MINUTE = String.raw`(?:min|mins|minutes?|minute)\.?`
const SECOND = '(?:s|secs?|seconds?)'
const JOIN = String.raw`\s*(?:and\s+|,\s*)?`

/** "3 x 30 s" is a minute and a half. */
const TIMES = String.raw`(?:(?<times>\d{1,2})\s*[x×]\s*)?`

const DURATION = words(
  TIMES +
    '(?:' +
    [
      String.raw`(?<anHour>an)\s+hour\s+and\s+a\s+half`,
      String.raw`(?<clockA>\d{1,3}):(?<clockB>[0-5]\d)\s*(?<clockUnit>${MINUTE}|${HOUR})`,
      String.raw`(?<hours>${NUMBER})\s*${HOUR}(?:${JOIN}(?<hourMinutes>[0-5]?\d)\s*${MINUTE}|(?<gluedMinutes>[0-5]\d))?`,
      String.raw`(?<minutes>${NUMBER})\s*${MINUTE}(?:${JOIN}(?<minuteSeconds>[0-5]?\d)\s*${SECOND})?`,
      String.raw`(?<minutesOnly>\d{1,3})\s*m\s*(?<secondsBeside>[0-5]?\d)\s*${SECOND}`,
      String.raw`(?<seconds>${NUMBER})\s*${SECOND}`,
    ].join('|') +
    ')',
)

/** Reads a length of time such as "40 min", "1 h 20 min", "half an hour"; null when there is none. In seconds. */
export function takeSeconds(line: Line, role: PartRole = 'length'): number | null {
  const found = line.find(DURATION)
  if (found === null) return null
  const seconds = secondsOf(found.groups) * Number(found.groups.times ?? 1)
  if (Number.isNaN(seconds)) return null
  line.cover(found, role)
  return Math.round(seconds)
}

function secondsOf(groups: Readonly<Record<string, string | undefined>>): number {
  const { anHour, clockA, clockB, clockUnit, hours, hourMinutes, gluedMinutes } = groups
  const { minutes, minuteSeconds, minutesOnly, secondsBeside, seconds } = groups
  if (anHour !== undefined) return 5400
  if (clockA !== undefined) {
    const smaller = Number(clockA) * 60 + Number(clockB)
    return clockUnit?.toLowerCase().startsWith('h') ? smaller * 60 : smaller
  }
  if (hours !== undefined) return readNumber(hours) * 3600 + Number(hourMinutes ?? gluedMinutes ?? 0) * 60
  if (minutes !== undefined) return readNumber(minutes) * 60 + Number(minuteSeconds ?? 0)
  if (minutesOnly !== undefined) return Number(minutesOnly) * 60 + Number(secondsBeside)
  return readNumber(seconds ?? '')
}
