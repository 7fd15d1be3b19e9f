import { findTravelDays } from './blocks-and-strata.ts'
import {
  getCrampDay,
  getEventsOfEpisodes,
  getStudiedEpisodes,
  getTrackedCrampDays,
} from './diary/cramp-days.ts'
import type { DayNumber, Diary } from './diary/diary.ts'
import { type CrampCalendar, createCrampCalendar } from './matched-sets.ts'

/** Share of days with a cramp above which cramps are counted instead of days: nearly all days are alike. */
const TOO_FREQUENT = 0.7

/** Longest gap between tracked days, in days, that counts as unanswered. In a longer one the diary was paused. */
const LONGEST_GAP_DAYS = 14

/** Cramp-days that are analysed, both ends included; without an end where one is left out. */
export interface DayRange {
  readonly firstDay?: DayNumber
  readonly lastDay?: DayNumber
}

/** Inputs shared by every exposure that is analysed over one range of days. */
export interface AnalysisContext {
  readonly diary: Diary
  readonly calendar: CrampCalendar
  /** The same events, matched within the same weekday. */
  readonly weekdayCalendar: CrampCalendar
  /** The counted outcome: days with a cramp or, where nearly every day has one, the cramps themselves. */
  readonly outcome: 'cramp-days' | 'cramps'
  /** Events of each cramp-day that has any: 1 each for cramp-days. */
  readonly eventsOfDay: ReadonlyMap<DayNumber, number>
  readonly freeDays: FreeDays
}

/** Counts of the days without a cramp entry. Nothing is known of them where only cramps are written down. */
export interface FreeDays {
  /** Cramp-days known to be without a cramp. */
  readonly known: number
  /** Cramp-days without an answer, which may well be without a cramp too. */
  readonly unanswered: number
}

/** The context of a range of days; of the whole diary when left out. */
export function createAnalysisContext(
  whole: Diary,
  { firstDay = Number.NEGATIVE_INFINITY, lastDay = Number.POSITIVE_INFINITY }: DayRange = {},
): AnalysisContext {
  const isInRange = (day: DayNumber) => day >= firstDay && day <= lastDay
  const diary: Diary = {
    ...whole,
    episodes: whole.episodes.filter(({ onset }) => isInRange(getCrampDay(onset))),
    answeredCrampDays: whole.answeredCrampDays.filter(isInRange),
  }
  // Of the whole diary: a range that begins in the middle of four weeks must not change what was travel.
  const travelDays = findTravelDays(getTrackedCrampDays(whole), whole.utcOffsetMinutes)
  const calendar = createCrampCalendar(diary, { travelDays })
  const weekdayCalendar = createCrampCalendar(diary, { stratification: 'weekday', travelDays })
  const freeDays = countFreeDays(diary, calendar)
  const { known, unanswered } = freeDays
  const eventDays = calendar.eventDays.size
  // The share is not of the tracked days: where cramp-free days are never entered, every tracked day has a cramp.
  const outcome = eventDays > TOO_FREQUENT * (eventDays + known + unanswered) ? 'cramps' : 'cramp-days'
  const events = outcome === 'cramps' ? listAllEvents(diary, calendar) : calendar.events
  return {
    diary,
    calendar: { ...calendar, events },
    weekdayCalendar: { ...weekdayCalendar, events },
    outcome,
    eventsOfDay: countByDay(events),
    freeDays,
  }
}

function countFreeDays(diary: Diary, { eventDays }: CrampCalendar): FreeDays {
  const tracked = getTrackedCrampDays(diary)
  const gaps = tracked.slice(1).map((day, index) => day - (tracked[index] ?? day) - 1)
  return {
    known: tracked.filter(day => !eventDays.has(day)).length,
    unanswered: gaps.filter(days => days <= LONGEST_GAP_DAYS).reduce((sum, days) => sum + days, 0),
  }
}

/**
 * Every episode as an event of its own. The likelihood of such sets is that of a Poisson model of counts with one level
 * per stratum (Armstrong, Gasparrini and Tobias 2014, BMC Medical Research Methodology 14).
 */
function listAllEvents(diary: Diary, { usualNightOffset }: CrampCalendar): CrampCalendar['events'] {
  return getEventsOfEpisodes(getStudiedEpisodes(diary), usualNightOffset)
}

function countByDay(events: CrampCalendar['events']): Map<DayNumber, number> {
  const counts = new Map<DayNumber, number>()
  for (const { day } of events) counts.set(day, (counts.get(day) ?? 0) + 1)
  return counts
}
