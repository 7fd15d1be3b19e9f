/**
 * Turns of a window: the ends near which its value can change. Between two neighbouring turns an amount grows or falls in
 * proportion to the time, and a yes/no value stays; so a value that is the same one minute after a turn and one minute
 * before the next is the same between them.
 *
 *     entry                        |start ---- end|
 *     ends of a 24 h window         ^             ^          it comes in from here
 *                                   |+24 h        |+24 h     and goes out from here
 *
 * Further turns are those at which a threshold is reached: the length of a bout, the untracked part that a window may have.
 */
import type { Aggregate, ArrangedEntries } from './aggregates.ts'
import { getLongestUntracked, joinIntervals } from './coverage.ts'
import { type Interval, type LocalMinutes, MINUTES_PER_DAY, MINUTES_PER_HOUR } from './diary.ts'

/** Lists the ends between two ends, both excluded, at which the value has to be read. */
export type ListTurns = (from: LocalMinutes, until: LocalMinutes) => readonly LocalMinutes[]

/** Turns of a window over entries, sorted when they are first asked for. */
export function createTurnsOfEntries(
  tracked: readonly Interval[],
  entries: ArrangedEntries,
  windowHours: number,
  aggregate: Aggregate,
): ListTurns {
  let sorted: Float64Array | undefined
  return (from, until) => {
    sorted ??= Float64Array.from(listAll(tracked, entries, windowHours, aggregate)).sort()
    return expand(findBetween(sorted, from - 1, until + 1), from, until)
  }
}

function listAll(
  tracked: readonly Interval[],
  entries: ArrangedEntries,
  windowHours: number,
  aggregate: Aggregate,
): LocalMinutes[] {
  const windowMinutes = windowHours * MINUTES_PER_HOUR
  const isByDays = aggregate.kind === 'days-with-any'
  const partMinutes = isByDays ? MINUTES_PER_DAY : windowMinutes
  /** Minutes from the end of each part of the window to the end of the window. */
  const shifts = Array.from(
    { length: isByDays ? windowMinutes / MINUTES_PER_DAY : 1 },
    (_, part) => part * partMinutes,
  )
  const turns: LocalMinutes[] = []
  const add = (time: LocalMinutes) => {
    for (const shift of shifts) turns.push(time + shift)
  }
  const untracked = getLongestUntracked(partMinutes)
  for (const { from, until } of joinIntervals(tracked)) {
    add(until + untracked)
    add(from + partMinutes - untracked)
    // A part that lies wholly outside of what is tracked, or inside, has its edges here.
    for (const edge of [from, until]) {
      add(edge)
      add(edge + partMinutes)
    }
  }
  const bout = aggregate.kind === 'bout-at-least' ? aggregate.minutes : null
  const { start, end, loggedAt, compensatedAt } = entries
  for (let i = 0; i < start.length; i++) {
    const begins = start[i] ?? NaN
    const ends = end[i] ?? NaN
    add(begins)
    add(begins + partMinutes)
    if (ends !== begins) {
      add(ends)
      add(ends + partMinutes)
    }
    if (bout !== null) turns.push(begins + bout, ends + partMinutes - bout)
    const compensated = compensatedAt[i] ?? NaN
    if (compensated !== Number.POSITIVE_INFINITY) add(compensated)
    const logged = loggedAt[i] ?? NaN
    if (logged !== Number.NEGATIVE_INFINITY) turns.push(logged)
  }
  return turns
}

/** Turns at clock times that come every day, in minutes after midnight, and at single times. */
export function createDailyTurns(clocks: readonly number[], times: readonly LocalMinutes[] = []): ListTurns {
  const sorted = Float64Array.from(times).sort()
  return (from, until) => {
    const found = findBetween(sorted, from - 1, until + 1)
    for (
      let midnight = Math.floor(from / MINUTES_PER_DAY) * MINUTES_PER_DAY;
      midnight <= until;
      midnight += MINUTES_PER_DAY
    )
      for (const clock of clocks) found.push(midnight + clock)
    return expand(found, from, until)
  }
}

function findBetween(sorted: Float64Array, from: LocalMinutes, until: LocalMinutes): LocalMinutes[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? NaN) < from) low = middle + 1
    else high = middle
  }
  const found: LocalMinutes[] = []
  for (let i = low; (sorted[i] ?? NaN) <= until; i++) found.push(sorted[i] ?? NaN)
  return found
}

/** The minutes on either side of each turn, and the turn itself, within the limits. */
function expand(turns: readonly LocalMinutes[], from: LocalMinutes, until: LocalMinutes): LocalMinutes[] {
  const minutes = new Set<LocalMinutes>()
  for (const turn of turns)
    for (const minute of [Math.floor(turn) - 1, Math.floor(turn), Math.ceil(turn), Math.ceil(turn) + 1])
      if (minute > from && minute < until) minutes.add(minute)
  return [...minutes]
}
