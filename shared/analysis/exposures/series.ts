/**
 * Series of an exposure: its occurrences in a journal, and the dates on which the journal is complete for it. A builder
 * returns both or does not compile.
 */
import { getNightDayNumber } from '../../kinds/day-hours.ts'
import type { Moment } from '../../time/moment.ts'
import type { Aggregate } from '../diary/aggregates.ts'
import { getLocalMinutes } from '../diary/cramp-days.ts'
import type { DayNumber, DayValue, DiaryEntry, LocalMinutes } from '../diary/diary.ts'
import type { WindowSource } from '../diary/windows.ts'
import type { JournalFacts, Night, TrackedDates } from './journal-facts.ts'

/** Entries with a clock time. A tracked date without entries has an exposure of zero. */
export interface TimedSeries {
  readonly entries: readonly DiaryEntry[]
  /** Totals by date. Present if any entry is for a whole day: then every date is read as its total. */
  readonly byDate?: ReadonlyMap<DayNumber, DayValue>
  readonly tracked: TrackedDates
}

/** Values by date, without clock times; "none" is 0. */
interface DateSeries {
  readonly byDate: ReadonlyMap<DayNumber, DayValue>
  readonly tracked: TrackedDates
}

/** Values by night. A night is known by its sleep record. */
interface NightSeries {
  readonly byNight: ReadonlyMap<DayNumber, DayValue>
}

export type Series = TimedSeries | DateSeries | NightSeries

/** Builder of a series from a journal, and its reading in a window. */
export interface SeriesSource {
  /** Completes "in the ...": "24 hours before", "same night". */
  readonly windowWords: string
  /** Exploratory longer window, shown without a verdict: effects may last until the next day. */
  readonly longerLookBack?: { readonly windowWords: string; readonly windowHours: number }
  readonly build: (facts: JournalFacts) => Series
  /**
   * @param series as built; a series with values by date is read by date, whatever its window
   * @param hours length of a window over entries; that of the study design by default
   */
  readonly windowOf: (
    series: { readonly byDate?: ReadonlyMap<DayNumber, DayValue> | undefined },
    hours?: number,
  ) => WindowSource
}

/** @example nameHours(24) // '24 hours before' */
const nameHours = (hours: number) => (hours > 48 ? `${hours / 24} days before` : `${hours} hours before`)

/**
 * Source that aggregates entries over the hours before a clock time.
 *
 * @param longerHours length of the longer look-back, if there is one
 */
export function overHours(
  windowHours: number,
  aggregate: Aggregate,
  build: (facts: JournalFacts) => TimedSeries,
  longerHours?: number,
): SeriesSource {
  return {
    windowWords: nameHours(windowHours),
    ...(longerHours !== undefined && {
      longerLookBack: { windowWords: nameHours(longerHours), windowHours: longerHours },
    }),
    build,
    windowOf: ({ byDate }, hours = windowHours) =>
      byDate !== undefined && byDate.size > 0
        ? { kind: 'date-value' }
        : { kind: 'entries', windowHours: hours, aggregate },
  }
}

/** Source that reads the value of the date that lies mostly before a clock time. */
export const ofTheDate = (build: (facts: JournalFacts) => DateSeries): SeriesSource => ({
  windowWords: nameHours(24),
  build,
  windowOf: () => ({ kind: 'date-value' }),
})

/** Source that reads the answer for the night of the cramp. @param judge null where the record lacks the answer */
export const ofTheNight = (judge: (night: Night) => boolean | null): SeriesSource => ({
  windowWords: 'same night',
  build: ({ nights }) => {
    const byNight = new Map<DayNumber, DayValue>()
    for (const night of nights) {
      const answer = judge(night)
      if (answer !== null)
        byNight.set(getNightDayNumber(night), { value: Number(answer), loggedAt: getLoggedAt(night) })
    }
    return { byNight }
  },
  windowOf: () => ({ kind: 'night-value' }),
})

type Logged = Moment & { readonly loggedAt: number }

export const getLoggedAt = ({ loggedAt, offsetMinutes }: Logged): LocalMinutes =>
  getLocalMinutes({ at: loggedAt, offsetMinutes })

/** Diary entry at an instant. */
export function atOnce(entry: Logged, amount: number | null): DiaryEntry {
  const time = getLocalMinutes(entry)
  return { start: time, end: time, amount, loggedAt: getLoggedAt(entry) }
}

/** Diary entry over an interval that starts at the entry's time. */
export function lasting(entry: Logged, minutes: number, amount: number | null): DiaryEntry {
  const start = getLocalMinutes(entry)
  return { start, end: start + minutes, amount, loggedAt: getLoggedAt(entry) }
}
