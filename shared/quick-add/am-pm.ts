/**
 * Minutes after midnight that a typed clock time can mean. "3:15" may be am or pm; the two times of a pair narrow each
 * other down: "22:30 to 6" ends in the morning, "9 to 5:30" stays ambiguous.
 */

import type { SpokenClock } from './spoken-clock.ts'
import type { PartOfDay } from './spoken-day.ts'
import type { SpokenTime } from './spoken-time.ts'

const HALF_DAY_MINUTES = 12 * 60
const MINUTES_PER_DAY = 24 * 60

/** Possible minutes after midnight: several if am or pm is open, none if the time contradicts the part of the day. */
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

/** Part of the day that the words name; every word for a night names 'night'. */
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
 * Readings of a pair of times; a single one if it is unambiguous.
 *
 * Only a time that no 12-hour clock shows (14:00) proves that the other is on a 24-hour clock too. Two times that are
 * merely usual on a 24-hour clock are taken as typed up to 12 hours; a longer pair is ambiguous.
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
  const inferred = combine(inferFrom(from, to), inferFrom(to, from))
  const usual = inferred.filter(isUsual)
  if (usual.length > 0) return usual
  // The inferred reading is too long, so am or pm is open after all; the pair as typed stays one of the answers.
  return [...combine(withoutRegionalHabit(from), withoutRegionalHabit(to)).filter(isUsual), ...inferred]
}

/** Clock time without the assumption of a 24-hour clock. */
const withoutRegionalHabit = (clock: SpokenClock): SpokenClock => ({ ...clock, isUsually24: false })

function inferFrom(clock: SpokenClock, other: SpokenClock): SpokenClock {
  return other.is24 && clock.half === 'unknown' ? { ...clock, half: 'as-typed' } : withoutRegionalHabit(clock)
}

/** Minutes from one clock time to the next, 1 to 1440: 450 from 23:30 to 7:00, a whole day to the same time. */
function lengthOf([from, to]: ClockPair): number {
  return ((to - from + MINUTES_PER_DAY - 1) % MINUTES_PER_DAY) + 1
}
