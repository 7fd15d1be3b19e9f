/**
 * The cramps of a period and the days on which it is known whether there were any. A day is a cramp-day, noon to noon,
 * named by the date it begins on; one of which nobody said anything is in neither list.
 */
import type { CheckIn } from '../kinds/check-in.ts'
import type { EntryOf } from '../kinds/entry.ts'
import type { Period } from '../kinds/period.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { type CrampFilter, filterCramps } from './cramp-filter.ts'
import { getCrampDay, getLocalMinutes, getNoon } from './diary/cramp-days.ts'
import type { DayNumber } from './diary/diary.ts'

export type Cramp = EntryOf<'cramp'>

export interface CrampOfDay {
  readonly cramp: Cramp
  readonly day: DayNumber
  /** Minutes from the noon at which the day begins to the onset; null where only the night is known. */
  readonly offsetMinutes: number | null
}

export interface TrackedCramps {
  /** Ascending. */
  readonly trackedDays: readonly DayNumber[]
  /** The cramps that are asked about, by time. Any other shows all the same that its day was kept. */
  readonly cramps: readonly CrampOfDay[]
}

export interface CrampSource {
  /** In any order; what lies outside the period is ignored. */
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
  const kept = [...answered, ...others.map(cramp => placeCramp(cramp).day)]
  const tracked = new Set([
    ...kept.filter(day => isWithin(day) && !unknownDays.has(day)),
    ...placed.map(({ day }) => day),
  ])
  return {
    trackedDays: [...tracked].sort((a, b) => a - b),
    cramps: placed.sort((a, b) => a.cramp.at - b.cramp.at || a.cramp.id - b.cramp.id),
  }
}

function placeCramp(cramp: Cramp): CrampOfDay {
  const time = getLocalMinutes(cramp)
  const day = getCrampDay(time)
  return { cramp, day, offsetMinutes: cramp.onsetPrecision === 'night' ? null : time - getNoon(day) }
}

/** How many cramps each day had; a tracked day without one has 0, an untracked day is not there. */
export function countByDay({ trackedDays, cramps }: TrackedCramps): Map<DayNumber, number> {
  const counts = new Map(trackedDays.map(day => [day, 0]))
  for (const { day } of cramps) counts.set(day, (counts.get(day) ?? 0) + 1)
  return counts
}
