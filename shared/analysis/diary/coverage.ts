/**
 * Coverage: a window counts only if the journal is complete for it, because missing is not zero.
 *
 *   day         Mon (tracked)   |      Tue (not tracked)     |
 *   window            [---------|-----)                        24 h, Tue holds 3 h 10 min of it: covered
 *   window                   [--|-------------------)          Tue holds 16 h of it: not covered
 *
 * An untracked part of the window must be shorter than a quarter of it (and than 12 hours, for windows of several
 * days). Days are 24 hours from the minute at which they begin: see `shared/kinds/day-hours.ts`.
 */
import { type Interval, type LocalMinutes, MINUTES_PER_HOUR } from './diary.ts'

/** Length of an untracked part from which a window is not covered: this share of it, or these minutes if shorter. */
const SHARE_THAT_MATTERS = 0.25
const MINUTES_THAT_MATTER = 12 * MINUTES_PER_HOUR

/** Length of an untracked part, in minutes, from which a window of that many minutes is not covered. */
export const getLongestUntracked = (windowMinutes: number): number =>
  Math.min(SHARE_THAT_MATTERS * windowMinutes, MINUTES_THAT_MATTER)

export interface Coverage {
  /** True if the window from `from` (included) to `until` (excluded) is covered. */
  readonly covers: (from: LocalMinutes, until: LocalMinutes) => boolean
}

/** Coverage by the intervals for which the journal is complete for a kind of entry, in any order. */
export function createCoverage(tracked: readonly Interval[]): Coverage {
  const runs = joinIntervals(tracked)
  /** Index of the first run that ends after a time. */
  function findRun(time: LocalMinutes): number {
    let low = 0
    let high = runs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((runs[middle]?.until ?? NaN) <= time) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    covers: (from, until) => {
      const enough = getLongestUntracked(until - from)
      let knownUntil = from
      for (let index = findRun(from); knownUntil < until; index++) {
        const run = runs[index]
        if (Math.min(run?.from ?? until, until) - knownUntil >= enough) return false
        knownUntil = run?.until ?? until
      }
      return true
    },
  }
}

/** Union of the intervals, disjoint and ascending. */
export function joinIntervals(intervals: readonly Interval[]): Interval[] {
  const joined: { from: LocalMinutes; until: LocalMinutes }[] = []
  for (const { from, until } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last === undefined || from > last.until) joined.push({ from, until })
    else last.until = Math.max(last.until, until)
  }
  return joined
}
