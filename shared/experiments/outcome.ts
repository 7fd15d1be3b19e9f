/**
 * What an experiment counts: cramps of legs and feet by cramp-day, which begins at noon of its date. So what is done on a
 * date, by day or before bed, is held against the afternoon, the evening and the night that follow.
 *
 * Only days of which the journal knows are there. A day without a word is missing, and so is one whose clock stood far
 * from that of the days around it: on a journey much else is different, too.
 */
import { findTravelDays } from '../analysis/blocks-and-strata.ts'
import { getCrampDay, getStudiedEpisodes, getTrackedCrampDays } from '../analysis/diary/cramp-days.ts'
import type { Diary } from '../analysis/diary/diary.ts'
import { type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'

/** Cramps by date, for the dates of which they are known; 0 where there was none. */
export type CrampCounts = ReadonlyMap<CalendarDate, number>

export function countCramps(diary: Diary): CrampCounts {
  const tracked = getTrackedCrampDays(diary)
  const travel = findTravelDays(tracked, diary.utcOffsetMinutes)
  const counts = new Map(tracked.filter(day => !travel.has(day)).map(day => [dateOfDayNumber(day), 0]))
  for (const { onset } of getStudiedEpisodes(diary)) {
    const date = dateOfDayNumber(getCrampDay(onset))
    const count = counts.get(date)
    if (count !== undefined) counts.set(date, count + 1)
  }
  return counts
}

/** How often somebody has cramps, over the days of which it is known. */
export interface CrampRate {
  readonly cramps: number
  readonly trackedDays: number
  /** Cramps per 7 tracked days; null with too few of them to say. */
  readonly perWeek: number | null
}

/** A rate is looked for over so many days before an experiment. */
export const RATE_DAYS = 84
/** With fewer tracked days than this the rate is anybody's guess. */
export const MIN_TRACKED_DAYS_FOR_PLAN = 14

export function getCrampRate(counts: CrampCounts): CrampRate {
  const trackedDays = counts.size
  const cramps = Array.from(counts.values()).reduce((sum, count) => sum + count, 0)
  const isKnown = trackedDays >= MIN_TRACKED_DAYS_FOR_PLAN
  return { cramps, trackedDays, perWeek: isKnown ? (7 * cramps) / trackedDays : null }
}
