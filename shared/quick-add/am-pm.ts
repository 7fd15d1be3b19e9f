/**
 * Minutes of the day that a typed clock time can mean, before noon or after. "3:15" may be in either half of the day, and two times that
 * belong together tell something of each other: "22:30 to 6" ends in the morning, "9 to 5:30" may be either half.
 */

import type { SpokenClock } from './spoken-clock.ts'
import type { PartOfDay } from './spoken-day.ts'
import type { SpokenTime } from './spoken-time.ts'

const HALF_DAY_MINUTES = 12 * 60
const MINUTES_PER_DAY = 24 * 60

/** The clock minutes a time can mean; several when the half of the day is open, none when the words disagree. */
export function readClockMinutes(clock: SpokenClock, period: PartOfDay | null): number[] {
  const { hour, minute, half, isUsually24 } = clock
  const twelve = (hour % 12) * 60 + minute
  const typed = hour * 60 + minute
  const isPlain = half === 'as-typed' || (isUsually24 && period === null)
  const bothHalves =
    half === 'am'
      ? [twelve]
      : half === 'pm'
        ? [twelve + HALF_DAY_MINUTES]
        : [twelve, twelve + HALF_DAY_MINUTES]
  const all = isPlain ? [typed] : bothHalves
  return period === null ? all : all.filter(minutes => isWithin(minutes, period))
}

/** The part of the day the words name; every word for a night names one. */
export function periodOf({ day, period }: SpokenTime): PartOfDay | null {
  if (period !== null) return period.name
  return day?.kind === 'last-night' || day?.kind === 'tonight' || day?.kind === 'night-to' ? 'night' : null
}

function isWithin(minutes: number, period: PartOfDay): boolean {
  switch (period) {
    case 'morning':
      return minutes < 12 * 60
    case 'afternoon':
      return minutes >= 12 * 60 && minutes < 19 * 60
    case 'evening':
      return minutes >= 16 * 60
    case 'night':
      return minutes >= 17 * 60 || minutes < 8 * 60
  }
}

export type ClockPair = readonly [from: number, to: number]

/**
 * The readings of two times that belong together; one when they are plain.
 *
 * Only a time that no 12-hour clock shows vouches for the other one. Two times that are merely usual on a 24-hour clock
 * are taken as typed up to half a day; anything longer is the sign of two halves, and is open.
 */
export function listPairs(
  from: SpokenClock,
  to: SpokenClock,
  { period, longestMinutes }: { readonly period: PartOfDay | null; readonly longestMinutes: number },
): ClockPair[] {
  const isUsual = (pair: ClockPair) => lengthOf(pair) <= longestMinutes
  const combine = (first: SpokenClock, second: SpokenClock) =>
    readClockMinutes(first, period).flatMap(start =>
      readClockMinutes(second, null).map((end): ClockPair => [start, end]),
    )
  if (from.isUsually24 && to.isUsually24 && period === null) {
    const typed = combine(from, to).filter(pair => lengthOf(pair) <= HALF_DAY_MINUTES)
    if (typed.length > 0) return typed
  }
  const vouched = combine(beside(from, to), beside(to, from))
  const usual = vouched.filter(isUsual)
  if (usual.length > 0) return usual
  // What was vouched for is too long to be meant, so the half is open after all; as typed it stays one of the answers.
  return [...combine(reopen(from), reopen(to)).filter(isUsual), ...vouched]
}

/** A time whose half only the custom of the place would tell. */
const reopen = (clock: SpokenClock): SpokenClock => ({ ...clock, isUsually24: false })

function beside(clock: SpokenClock, other: SpokenClock): SpokenClock {
  return other.is24 && clock.half === 'unknown' ? { ...clock, half: 'as-typed' } : reopen(clock)
}

/** Minutes from one clock time to the next other one: from 23:30 to 7:00 are 450, and to the same time a whole day. */
function lengthOf([from, to]: ClockPair): number {
  return ((to - from + MINUTES_PER_DAY - 1) % MINUTES_PER_DAY) + 1
}
