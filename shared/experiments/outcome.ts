/**
 * Outcome of an experiment: cramps of legs and feet by cramp-day, which begins at noon of its date. A date's plan is thus
 * compared with the afternoon, evening and night that follow it.
 *
 * Only tracked cramp-days are included. Days with a UTC offset far from that of the days around them are excluded, because
 * much else is different on a journey, too.
 */
import { findTravelDays } from '../analysis/blocks-and-strata.ts'
import { getCrampDay, getPlacedEpisodes, getTrackedCrampDays } from '../analysis/diary/cramp-days.ts'
import type { Diary } from '../analysis/diary/diary.ts'
import { type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'

/** Cramps by date, for the dates on which they are known; 0 for a tracked date without a cramp. */
export type CrampCounts = ReadonlyMap<CalendarDate, number>

export function countCramps(diary: Diary): CrampCounts {
  const tracked = getTrackedCrampDays(diary)
  const travel = findTravelDays(tracked, diary.utcOffsetMinutes)
  const counts = new Map(tracked.filter(day => !travel.has(day)).map(day => [dateOfDayNumber(day), 0]))
  for (const { onset } of getPlacedEpisodes(diary)) {
    const date = dateOfDayNumber(getCrampDay(onset))
    const count = counts.get(date)
    if (count !== undefined) counts.set(date, count + 1)
  }
  return counts
}

/** Rate of cramps over the tracked days. */
export interface CrampRate {
  readonly cramps: number
  /** Tracked days with at least one cramp. */
  readonly crampDays: number
  readonly trackedDays: number
  /** Cramps per 7 tracked days; null with fewer than `MIN_TRACKED_DAYS_FOR_PLAN` of them. */
  readonly perWeek: number | null
}

/** Length of the period before an experiment from which the rate is computed, in days. */
export const RATE_DAYS = 84
/** Smallest number of tracked days from which a rate is computed. */
export const MIN_TRACKED_DAYS_FOR_PLAN = 14

export function computeCrampRate(counts: CrampCounts): CrampRate {
  const trackedDays = counts.size
  const cramps = Array.from(counts.values()).reduce((sum, count) => sum + count, 0)
  const crampDays = Array.from(counts.values()).filter(count => count > 0).length
  const isKnown = trackedDays >= MIN_TRACKED_DAYS_FOR_PLAN
  return { cramps, crampDays, trackedDays, perWeek: isKnown ? (7 * cramps) / trackedDays : null }
}
