/**
 * Cramps and tracked cramp-days of a period. A cramp-day runs from noon to noon and is named by the date on which it
 * begins; an unknown one is in neither list.
 */
import type { CheckIn } from '../kinds/check-in.ts'
import type { EntryOf } from '../kinds/entry.ts'
import { hasOnsetClock } from '../kinds/onset.ts'
import type { Period } from '../kinds/period.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { type CrampFilter, filterCramps } from './cramp-filter.ts'
import { getCrampDay, getLocalMinutes, getNoon } from './diary/cramp-days.ts'
import type { DayNumber } from './diary/diary.ts'

export type Cramp = EntryOf<'cramp'>

export interface CrampOfDay {
  readonly cramp: Cramp
  readonly day: DayNumber
  /** Onset in minutes after the noon at which the day begins; null where no clock time is known. */
  readonly offsetMinutes: number | null
}

export interface TrackedCramps {
  /** Cramp-days with a known outcome, ascending. A cramp known only by its date counts on the cramp-day of that date. */
  readonly trackedDays: readonly DayNumber[]
  /** Tracked days that only such a cramp makes known: it may as well have been on the day before. */
  readonly doubtfulDays: ReadonlySet<DayNumber>
  /** Cramps that match the filter, by time. The others still make their day tracked. */
  readonly cramps: readonly CrampOfDay[]
}

export interface CrampSource {
  /** Cramps in any order; those outside the period are ignored. */
  readonly cramps: readonly Cramp[]
  readonly checkIns: readonly CheckIn[]
  readonly filter: CrampFilter
}

export function trackCramps({ cramps, checkIns, filter }: CrampSource, period: Period): TrackedCramps {
  const first = dayNumber(period.fromDate)
  const last = dayNumber(period.toDate)
  const isWithin = (day: DayNumber) => day >= first && day <= last
  const { counted, others, unknownDays } = filterCramps(cramps, filter)
  const placed = counted.map(placeCramp).filter(({ day }) => isWithin(day))
  const answered = checkIns.filter(({ kind }) => kind === 'cramp').map(({ date }) => dayNumber(date))
  const isDated = ({ onsetPrecision }: Cramp) => onsetPrecision !== 'date'
  const kept = [...answered, ...others.filter(isDated).map(cramp => placeCramp(cramp).day)]
  const tracked = new Set([
    ...kept.filter(day => isWithin(day) && !unknownDays.has(day)),
    ...placed.map(({ day }) => day),
  ])
  return {
    trackedDays: [...tracked].sort((a, b) => a - b),
    doubtfulDays: new Set(placed.map(({ day }) => day).filter(day => unknownDays.has(day))),
    cramps: placed.sort((a, b) => a.cramp.at - b.cramp.at || a.cramp.id - b.cramp.id),
  }
}

function placeCramp(cramp: Cramp): CrampOfDay {
  const time = getLocalMinutes(cramp)
  const day = getCrampDay(time)
  return { cramp, day, offsetMinutes: hasOnsetClock(cramp.onsetPrecision) ? time - getNoon(day) : null }
}

/** Number of cramps by day; a tracked day without one has 0, an untracked day is absent. */
export function countByDay({ trackedDays, cramps }: TrackedCramps): Map<DayNumber, number> {
  const counts = new Map(trackedDays.map(day => [day, 0]))
  for (const { day } of cramps) counts.set(day, (counts.get(day) ?? 0) + 1)
  return counts
}
