/**
 * Cramp-day, the unit of the outcome: local noon to noon, so that no night is cut in two.
 *
 *     Mon 12:00              Tue 00:00     03:10                Tue 12:00
 *        |----------------------|------------x-----------------------|
 *        |<-------------------- cramp-day of Monday ---------------->|
 *        |<--------- offset 15 h 10 min ---->|
 */
import { getSpanOfDay, hasOnsetClock } from '../../kinds/onset.ts'
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
  /** Minutes from the noon at which the cramp-day begins to the onset, 0 to 1439; the middle of a span. */
  readonly offsetMinutes: number
  /** The onset was only known as "in the night"; its offset is the person's usual one. */
  readonly isOnsetAssumed: boolean
  /** Every onset that is possible; missing where there is one. */
  readonly span?: OffsetSpan
}

/** Offsets in minutes, both ends included. */
export interface OffsetSpan {
  readonly first: number
  readonly last: number
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

/** Cramp-days with an episode or an answer, ascending. An episode known only by its date makes neither of its two known. */
export function getTrackedCrampDays({
  episodes,
  answeredCrampDays,
}: Pick<Diary, 'answeredCrampDays' | 'episodes'>): DayNumber[] {
  const days = new Set(answeredCrampDays)
  for (const episode of episodes) if (isPlaced(episode)) days.add(getCrampDay(episode.onset))
  return Array.from(days).sort((a, b) => a - b)
}

/** Studied episodes: those of legs and feet. The others only make their day tracked. */
export function getStudiedEpisodes({ episodes }: Diary): Episode[] {
  return episodes.filter(({ isElsewhere }) => isElsewhere !== true)
}

/** Studied episodes whose cramp-day is known: all but those known only by their date. */
export const getPlacedEpisodes = (diary: Diary): Episode[] => getStudiedEpisodes(diary).filter(isPlaced)

export const isPlaced = ({ precision }: Episode): boolean => precision !== 'date'

/**
 * Index events of the episodes that qualify, one per cramp-day, ascending.
 *
 * An onset known only as "in the night" gets the person's median night onset (`getUsualNightOffset`). An onset known as a
 * part of the day keeps its span. Of several episodes the first one counts, whichever it was:
 *
 *     evening, 18:00 to 23:59   |------------------|
 *     exact, 20:00                      x
 *     the first of the two      |-------|              from the earliest beginning to the earliest end
 */
export function getIndexEvents(episodes: readonly Episode[], usualNightOffset: number): IndexEvent[] {
  const first = new Map<DayNumber, OnsetRange>()
  const ranges = episodes.flatMap(episode => listOnsetRanges(episode, usualNightOffset))
  for (const range of ranges) {
    const before = first.get(range.day)
    first.set(range.day, before === undefined ? range : getFirstOnset(before, range))
  }
  return Array.from(first.values())
    .flatMap(range => toIndexEvent(range) ?? [])
    .sort((a, b) => a.day - b.day)
}

/** Every episode as an event of its own, by time. */
export function getEventsOfEpisodes(episodes: readonly Episode[], usualNightOffset: number): IndexEvent[] {
  return episodes
    .flatMap(episode => listOnsetRanges(episode, usualNightOffset))
    .flatMap(range => toIndexEvent(range) ?? [])
    .sort((a, b) => a.day - b.day || a.offsetMinutes - b.offsetMinutes)
}

/** Onset within one cramp-day. */
interface OnsetRange {
  readonly day: DayNumber
  readonly first: number
  /** Infinite where the onset may as well lie on another cramp-day. */
  readonly last: number
  readonly isOnsetAssumed: boolean
}

/** First and last possible onset of an episode: the same where its precision names no hours. */
export function getPossibleOnsets({ onset, precision }: Episode): {
  readonly first: LocalMinutes
  readonly last: LocalMinutes
} {
  const span = getSpanOfDay(precision)
  if (span === null) return { first: onset, last: onset }
  const midnight = getDate(onset) * MINUTES_PER_DAY
  return { first: midnight + span.from, last: midnight + span.until - 1 }
}

function listOnsetRanges(episode: Episode, usualNightOffset: number): OnsetRange[] {
  const { onset, precision } = episode
  const day = getCrampDay(onset)
  if (getSpanOfDay(precision) === null) {
    const isOnsetAssumed = precision === 'night'
    const offset = isOnsetAssumed ? usualNightOffset : onset - getNoon(day)
    return [{ day, first: offset, last: offset, isOnsetAssumed }]
  }
  const date = getDate(onset)
  if (precision === 'date')
    return [
      { day: date - 1, first: NOON_MINUTES, last: Number.POSITIVE_INFINITY, isOnsetAssumed: false },
      { day: date, first: 0, last: Number.POSITIVE_INFINITY, isOnsetAssumed: false },
    ]
  const { first, last } = getPossibleOnsets(episode)
  return [{ day, first: first - getNoon(day), last: last - getNoon(day), isOnsetAssumed: false }]
}

/** The earlier of two onsets; of the same time, a known one precedes an assumed one. */
function getFirstOnset(one: OnsetRange, other: OnsetRange): OnsetRange {
  const [earlier] = [one, other].toSorted(
    (a, b) => a.last - b.last || Number(a.isOnsetAssumed) - Number(b.isOnsetAssumed),
  )
  return { ...(earlier ?? one), first: Math.min(one.first, other.first) }
}

function toIndexEvent({ day, first, last, isOnsetAssumed }: OnsetRange): IndexEvent | null {
  if (last === Number.POSITIVE_INFINITY) return null
  if (first === last) return { day, offsetMinutes: last, isOnsetAssumed }
  return { day, offsetMinutes: Math.floor((first + last) / 2), isOnsetAssumed, span: { first, last } }
}

/** True from 21:00 to 09:00 by the clock. */
export function isNightOffset(offsetMinutes: number): boolean {
  return offsetMinutes >= NIGHT_FROM && offsetMinutes < NIGHT_UNTIL
}

/** Median offset of the onsets known to lie between 21:00 and 09:00; 03:00 if there is none. */
export function getUsualNightOffset(episodes: readonly Episode[]): number {
  const offsets = episodes
    .filter(({ precision }) => hasOnsetClock(precision))
    .map(({ onset }) => onset - getNoon(getCrampDay(onset)))
    .filter(isNightOffset)
  return offsets.length === 0 ? DEFAULT_NIGHT_OFFSET : Math.round(computeQuantile(offsets, 0.5))
}
