/**
 * Diary: the input of the analysis. `diary-of-journal.ts` builds it from the journal; simulations and reference cases
 * write it directly.
 *
 * Time is wall-clock time: `LocalMinutes` counts minutes since 1970-01-01T00:00 as if every day had 24
 * hours, so that "the same clock time" is plain arithmetic. A window across a daylight saving change is an hour off,
 * which is accepted.
 */
import type { OnsetPrecision } from '../../kinds/onset.ts'

/** Minutes of local wall-clock time since 1970-01-01T00:00. */
export type LocalMinutes = number
/** Days since 1970-01-01: a calendar date, or the cramp-day that begins at its noon. */
export type DayNumber = number

export const MINUTES_PER_HOUR = 60
export const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR

export interface Episode {
  /**
   * With precision `night` only the cramp-day it falls on is meant; with one that names hours, these hours of its date, and
   * with `date` no cramp-day either.
   */
  readonly onset: LocalMinutes
  readonly precision: OnsetPrecision
  /** Only in places other than legs and feet: makes the day tracked, and is no event of the analysis. */
  readonly isElsewhere?: boolean
}

/** An exposure event: at an instant (start = end) or over an interval. */
export interface DiaryEntry {
  readonly start: LocalMinutes
  readonly end: LocalMinutes
  /** Amount in the unit of its series (ml, mg, servings); null if it is unknown. */
  readonly amount: number | null
  /** Tag by which an exposure can select entries: `unsupportive`, `vigorous`. */
  readonly type?: string
  /** Relief of a cramp that had begun: a consequence of the outcome, never an exposure. */
  readonly isRelief?: boolean
  /** Time from which something compensated for it: a window that ends later no longer finds an exposure in it. */
  readonly compensatedAt?: LocalMinutes
  readonly loggedAt?: LocalMinutes
  /** Day it counts for, if that is not its calendar date. */
  readonly day?: DayNumber
}

/** Value of a whole date or a whole night. */
export interface DayValue {
  readonly value: number
  readonly loggedAt?: LocalMinutes
}

/** Half-open: `from` included, `until` excluded. */
export interface Interval {
  readonly from: LocalMinutes
  readonly until: LocalMinutes
}

export interface Diary {
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  readonly episodes: readonly Episode[]
  /** Cramp-days for which the person answered whether there was a cramp. Days with an episode need not be listed. */
  readonly answeredCrampDays: readonly DayNumber[]
  /** Minutes ahead of UTC by cramp-day, where known. Days of travel are excluded by it. */
  readonly utcOffsetMinutes: ReadonlyMap<DayNumber, number>
  /** Per kind of entry, the days on which the journal is complete for it. */
  readonly trackedDates: Readonly<Record<string, readonly DayNumber[]>>
  /** Intervals of those days, if they do not all run from midnight to midnight. */
  readonly trackedHours?: Readonly<Record<string, readonly Interval[]>>
  /** Entries with a clock time, by series. A tracked date without entries has an exposure of zero. */
  readonly entries: Readonly<Record<string, readonly DiaryEntry[]>>
  /** Coarse values ("standing hours today") by series and calendar date; "none today" is a value of 0. */
  readonly dateValues: Readonly<Record<string, ReadonlyMap<DayNumber, DayValue>>>
  /** Sleep records by cramp-day. */
  readonly nights: ReadonlyMap<DayNumber, Interval>
  /** Values of the night (room temperature, cold feet as 1 or 0) by series and cramp-day. */
  readonly nightValues: Readonly<Record<string, ReadonlyMap<DayNumber, DayValue>>>
  /** The same diary without the answers of "An ordinary day"; missing where there are none. */
  readonly withoutOnePress?: Diary
}
