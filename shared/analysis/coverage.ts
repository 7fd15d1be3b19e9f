/**
 * Missing is not zero: a window counts only if the journal was complete for it.
 *
 *   date        Mon (tracked)   |      Tue (not tracked)     |
 *   window            [---------|-----)                        24 h, Tue holds 3 h 10 min of it: covered
 *   window                   [--|-------------------)          Tue holds 16 h of it: not covered
 *
 * Every date that holds at least a quarter of the window (or 12 hours, for windows of several days) must be tracked.
 */
import { type DayNumber, type LocalMinutes, MINUTES_PER_DAY, MINUTES_PER_HOUR } from './diary.ts'

const SHARE_THAT_MATTERS = 0.25
const MINUTES_THAT_MATTER = 12 * MINUTES_PER_HOUR

export interface Coverage {
  readonly isTracked: (date: DayNumber) => boolean
  /** Whether the window from `from` (included) to `to` (excluded) is covered. */
  readonly covers: (from: LocalMinutes, to: LocalMinutes) => boolean
}

/** Coverage by the dates on which the journal is complete for a kind of entry. */
export function createCoverage(trackedDates: readonly DayNumber[]): Coverage {
  // A flag per date from the first to the last: asked some hundred thousand times per exposure.
  const first = trackedDates.reduce((least, date) => Math.min(least, date), Number.POSITIVE_INFINITY)
  const last = trackedDates.reduce((most, date) => Math.max(most, date), Number.NEGATIVE_INFINITY)
  const flags = new Uint8Array(Math.max(0, last - first + 1))
  for (const date of trackedDates) flags[date - first] = 1
  const isTracked = (date: DayNumber) => flags[date - first] === 1

  const covers = (from: LocalMinutes, to: LocalMinutes) => {
    const enough = Math.min(SHARE_THAT_MATTERS * (to - from), MINUTES_THAT_MATTER)
    const lastDate = Math.ceil(to / MINUTES_PER_DAY) - 1
    for (let date = Math.floor(from / MINUTES_PER_DAY); date <= lastDate; date++) {
      const midnight = date * MINUTES_PER_DAY
      const held = Math.min(to, midnight + MINUTES_PER_DAY) - Math.max(from, midnight)
      if (held >= enough && !isTracked(date)) return false
    }
    return true
  }
  return { isTracked, covers }
}
