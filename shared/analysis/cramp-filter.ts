/**
 * Cramp filter: selects the cramps of the charts and findings. A cramp without the answer that the filter needs (its
 * place, or what the person was doing) is unknown: it is not counted, and its day is no day without a cramp.
 */

import { z } from 'zod'
import { statesAtOnset } from '../kinds/cramp.ts'
import type { EntryOf } from '../kinds/entry.ts'
import { isInLeg, muscles } from '../kinds/muscles.ts'
import { getSpanOfDay, listPossibleCrampDays } from '../kinds/onset.ts'
import { getCrampDay, getDate, getLocalMinutes, getNoon, isNightOffset } from './diary/cramp-days.ts'
import {
  type DayNumber,
  type Diary,
  type Episode,
  type LocalMinutes,
  MINUTES_PER_DAY,
} from './diary/diary.ts'

/** Time of day by the clock: 21:00 to 09:00 is night, whatever the person was doing. */
export const timesOfDay = ['night', 'day'] as const
export const filteredSides = ['left', 'right'] as const

/** A criterion that is null accepts every cramp. */
export const crampFilter = z.strictObject({
  muscle: z.enum(muscles.ids).nullable(),
  side: z.enum(filteredSides).nullable(),
  time: z.enum(timesOfDay).nullable(),
  state: z.enum(statesAtOnset.ids).nullable(),
})
export type CrampFilter = z.infer<typeof crampFilter>

export const everyCramp: CrampFilter = { muscle: null, side: null, time: null, state: null }

/** Cache key of a filter, the same for equal filters. */
export function getFilterKey({ muscle, side, time, state }: CrampFilter): string {
  return [muscle, side, time, state].map(value => value ?? '').join('|')
}

export const isEveryCramp = (filter: CrampFilter): boolean =>
  getFilterKey(filter) === getFilterKey(everyCramp)

type Cramp = EntryOf<'cramp'>
export type FilterAnswer = 'counted' | 'not-counted' | 'unknown'

/** Matches a cramp against every criterion; `unknown` if one cannot be decided and none fails. */
export function judgeCramp(filter: CrampFilter, cramp: Cramp): FilterAnswer {
  const answers = [judgePlace(filter, cramp), judgeTime(filter, cramp), judgeState(filter, cramp)]
  if (answers.includes('not-counted')) return 'not-counted'
  return answers.includes('unknown') ? 'unknown' : 'counted'
}

function judgePlace({ muscle, side }: CrampFilter, { sites }: Cramp): FilterAnswer {
  if (muscle === null && side === null) return 'counted'
  if (sites.length === 0) return 'unknown'
  const isMeant = sites.some(
    site =>
      (muscle === null || site.muscle === muscle) &&
      (side === null || site.side === side || site.side === 'both'),
  )
  return isMeant ? 'counted' : 'not-counted'
}

function judgeTime({ time }: CrampFilter, cramp: Cramp): FilterAnswer {
  if (time === null) return 'counted'
  const isNight = isAtNight(cramp)
  if (isNight === null) return 'unknown'
  return time === (isNight ? 'night' : 'day') ? 'counted' : 'not-counted'
}

/** Null where a part of the onset's span is at night and a part is not. */
function isAtNight(cramp: Cramp): boolean | null {
  if (cramp.onsetPrecision === 'night') return true
  const onset = getLocalMinutes(cramp)
  const span = getSpanOfDay(cramp.onsetPrecision)
  const isNight = (time: LocalMinutes) => isNightOffset(time - getNoon(getCrampDay(time)))
  if (span === null) return isNight(onset)
  const midnight = getDate(onset) * MINUTES_PER_DAY
  // Spans are at most a day long, and night begins and ends once a day: a whole date is neither.
  const [first, last] = [isNight(midnight + span.from), isNight(midnight + span.until - 1)]
  return cramp.onsetPrecision === 'date' || first !== last ? null : first
}

function judgeState({ state }: CrampFilter, { stateAtOnset }: Cramp): FilterAnswer {
  if (state === null) return 'counted'
  if (stateAtOnset === null) return 'unknown'
  return stateAtOnset === state ? 'counted' : 'not-counted'
}

/** Result of a filter: the matching cramps, and the cramp-days that are unknown under it. */
export interface FilteredCramps {
  readonly counted: readonly Cramp[]
  /** Cramps that do not match. They still make their day tracked. */
  readonly others: readonly Cramp[]
  /**
   * Cramp-days with no matching cramp, and one that is undecided or may belong to the day: of a cramp known only by its date,
   * both days that are possible.
   */
  readonly unknownDays: ReadonlySet<DayNumber>
  /** Number of undecided cramps. */
  readonly unknown: number
}

/** @param judge matches one cramp; `judgeCramp` by default */
export function filterCramps(
  cramps: readonly Cramp[],
  filter: CrampFilter,
  judge: (filter: CrampFilter, cramp: Cramp) => FilterAnswer = judgeCramp,
): FilteredCramps {
  const of = Map.groupBy(cramps, cramp => judge(filter, cramp))
  const counted = of.get('counted') ?? []
  const unknown = of.get('unknown') ?? []
  const daysOf = (some: readonly Cramp[]) => some.flatMap(listPossibleCrampDays)
  const isDated = ({ onsetPrecision }: Cramp) => onsetPrecision !== 'date'
  const countedDays = new Set(daysOf(counted.filter(isDated)))
  const undated = counted.filter(cramp => !isDated(cramp))
  return {
    counted,
    others: of.get('not-counted') ?? [],
    unknownDays: new Set(daysOf([...unknown, ...undated]).filter(day => !countedDays.has(day))),
    unknown: unknown.length,
  }
}

/** The outcome part of a diary: cramps and answered days. */
export type Occurrence = Pick<Diary, 'episodes' | 'answeredCrampDays'>

/**
 * Outcome for the findings: matching cramps of legs and feet are events, the others only make their day tracked.
 *
 * @param answered cramp-days for which the person answered whether there was a cramp
 */
export function selectStudied(
  cramps: readonly Cramp[],
  answered: Iterable<DayNumber>,
  filter: CrampFilter,
): Occurrence {
  return describeOccurrence(filterCramps(cramps, filter, judgeStudied), answered, cramp =>
    isOfLegsAndFeet(cramp, filter),
  )
}

/** `judgeCramp`, but a cramp without a place is unknown: only cramps of legs and feet are studied. */
function judgeStudied(filter: CrampFilter, cramp: Cramp): FilterAnswer {
  const answer = judgeCramp(filter, cramp)
  return answer === 'counted' && cramp.sites.length === 0 ? 'unknown' : answer
}

/** Outcome for charts that count cramps at any place: of cramps that do not match, only their day remains. */
export function selectCounted(
  cramps: readonly Cramp[],
  answered: Iterable<DayNumber>,
  filter: CrampFilter,
): Occurrence {
  const { episodes, answeredCrampDays } = describeOccurrence(
    filterCramps(cramps, filter),
    answered,
    () => true,
  )
  // A cramp known only by its date counts on the cramp-day of that date: rates need the day as well as the cramp.
  const kept = episodes.map(({ onset }) => getCrampDay(onset))
  return {
    episodes: episodes.filter(({ isElsewhere }) => isElsewhere !== true),
    answeredCrampDays: [...new Set([...answeredCrampDays, ...kept])],
  }
}

function describeOccurrence(
  { counted, others, unknownDays }: FilteredCramps,
  answered: Iterable<DayNumber>,
  isStudied: (cramp: Cramp) => boolean,
): Occurrence {
  const episodeOf = (cramp: Cramp, isElsewhere: boolean): Episode => ({
    onset: getLocalMinutes(cramp),
    precision: cramp.onsetPrecision,
    isElsewhere,
  })
  const isKnown = (day: DayNumber) => !unknownDays.has(day)
  return {
    episodes: [
      ...counted.map(cramp => episodeOf(cramp, !isStudied(cramp))),
      ...others.map(cramp => episodeOf(cramp, true)).filter(({ onset }) => isKnown(getCrampDay(onset))),
    ],
    answeredCrampDays: [...answered].filter(isKnown),
  }
}

/** A filter by muscle overrides the restriction to legs and feet: a filter for the hand selects cramps of the hand. */
const isOfLegsAndFeet = ({ sites }: Cramp, filter: CrampFilter): boolean =>
  filter.muscle !== null ||
  sites.some(
    ({ muscle, side }) =>
      isInLeg(muscle) && (filter.side === null || side === filter.side || side === 'both'),
  )
