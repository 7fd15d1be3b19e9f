/**
 * Cramp-day, the unit of the outcome: local noon to noon, so that no night is cut in two.
 *
 *     Mon 12:00              Tue 00:00     03:10                Tue 12:00
 *        |----------------------|------------x-----------------------|
 *        |<-------------------- cramp-day of Monday ---------------->|
 *        |<--------- offset 15 h 10 min ---->|
 */
import { computeQuantile } from '../../statistics/quantile.ts'
import { type Moment, MS_PER_MINUTE, wallClockMs } from '../../time/moment.ts'
import {
  type DayNumber,
  type Diary,
  type Episode,
  type LocalMinutes,
  MINUTES_PER_DAY,
  MINUTES_PER_HOUR,
} from './diary.ts'

/** The first qualifying episode of a cramp-day, which makes the day a case. */
export interface IndexEvent {
  readonly day: DayNumber
  /** Minutes from the noon at which the cramp-day begins to the onset, 0 to 1439. */
  readonly offsetMinutes: number
  /** The onset was only known as "in the night"; its offset is the person's usual one. */
  readonly isOnsetAssumed: boolean
}

const NOON_MINUTES = 12 * MINUTES_PER_HOUR
/** Offsets between which an onset counts as at night: 21:00 to 09:00. */
const NIGHT_FROM = 9 * MINUTES_PER_HOUR
const NIGHT_UNTIL = 21 * MINUTES_PER_HOUR
/** Offset assumed where no night onset is known, in minutes: 03:00, the hour at which night cramps are commonest. */
export const DEFAULT_NIGHT_OFFSET = 15 * MINUTES_PER_HOUR

/** Wall-clock time of a moment, rounded down to the minute. */
export const getLocalMinutes = (moment: Moment): LocalMinutes =>
  Math.floor(wallClockMs(moment) / MS_PER_MINUTE)

/** @example getCrampDay(24 * 60 + 190) // 0: 03:10 on 2 January 1970 belongs to the cramp-day of 1 January */
export function getCrampDay(time: LocalMinutes): DayNumber {
  return Math.floor((time - NOON_MINUTES) / MINUTES_PER_DAY)
}

/** The noon at which a cramp-day begins. */
export function getNoon(day: DayNumber): LocalMinutes {
  return day * MINUTES_PER_DAY + NOON_MINUTES
}

/** The calendar date of a time. */
export function getDate(time: LocalMinutes): DayNumber {
  return Math.floor(time / MINUTES_PER_DAY)
}

/** Cramp-days with an episode or an answer, ascending. */
export function getTrackedCrampDays({
  episodes,
  answeredCrampDays,
}: Pick<Diary, 'answeredCrampDays'> & { readonly episodes: readonly Pick<Episode, 'onset'>[] }): DayNumber[] {
  const days = new Set(answeredCrampDays)
  for (const { onset } of episodes) days.add(getCrampDay(onset))
  return Array.from(days).sort((a, b) => a - b)
}

/** Studied episodes: those of legs and feet. The others only make their day tracked. */
export function getStudiedEpisodes({ episodes }: Diary): Episode[] {
  return episodes.filter(({ isElsewhere }) => isElsewhere !== true)
}

/**
 * Index events of the episodes that qualify, one per cramp-day, ascending.
 *
 * An onset known only as "in the night" gets the person's median night onset (`getUsualNightOffset`).
 */
export function getIndexEvents(episodes: readonly Episode[], usualNightOffset: number): IndexEvent[] {
  const first = new Map<DayNumber, IndexEvent>()
  for (const { onset, precision } of episodes) {
    const day = getCrampDay(onset)
    const isOnsetAssumed = precision === 'night'
    const offsetMinutes = isOnsetAssumed ? usualNightOffset : onset - getNoon(day)
    const event = { day, offsetMinutes, isOnsetAssumed }
    const before = first.get(day)
    if (before === undefined || isBefore(event, before)) first.set(day, event)
  }
  return Array.from(first.values()).sort((a, b) => a.day - b.day)
}

/** Order by onset; at the same time a known onset precedes an assumed one. */
function isBefore(event: IndexEvent, other: IndexEvent): boolean {
  if (event.offsetMinutes !== other.offsetMinutes) return event.offsetMinutes < other.offsetMinutes
  return !event.isOnsetAssumed && other.isOnsetAssumed
}

/** True from 21:00 to 09:00 by the clock. */
export function isNightOffset(offsetMinutes: number): boolean {
  return offsetMinutes >= NIGHT_FROM && offsetMinutes < NIGHT_UNTIL
}

/** Median offset of the onsets known to lie between 21:00 and 09:00; 03:00 if there is none. */
export function getUsualNightOffset(episodes: readonly Episode[]): number {
  const offsets = episodes
    .filter(({ precision }) => precision !== 'night')
    .map(({ onset }) => onset - getNoon(getCrampDay(onset)))
    .filter(isNightOffset)
  return offsets.length === 0 ? DEFAULT_NIGHT_OFFSET : Math.round(computeQuantile(offsets, 0.5))
}
