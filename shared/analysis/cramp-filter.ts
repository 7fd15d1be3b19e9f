/**
 * Which cramps the charts and findings speak of. A cramp that may or may not be among them, because nobody wrote down
 * where it was or what the person was doing, is unknown: it is neither counted nor taken for a day without.
 */

import { z } from 'zod'
import { statesAtOnset } from '../kinds/cramp.ts'
import type { EntryOf } from '../kinds/entry.ts'
import { isInLeg, muscles } from '../kinds/muscles.ts'
import { getCrampDay, getLocalMinutes, getNoon, isNightOffset } from './diary/cramp-days.ts'
import type { DayNumber, Diary, Episode } from './diary/diary.ts'

/** By the clock: 21:00 to 09:00 is night, whatever the person was doing. */
export const timesOfDay = ['night', 'day'] as const
export const filteredSides = ['left', 'right'] as const

/** Null where it does not matter. */
export const crampFilter = z.strictObject({
  muscle: z.enum(muscles.ids).nullable(),
  side: z.enum(filteredSides).nullable(),
  time: z.enum(timesOfDay).nullable(),
  state: z.enum(statesAtOnset.ids).nullable(),
})
export type CrampFilter = z.infer<typeof crampFilter>

export const everyCramp: CrampFilter = { muscle: null, side: null, time: null, state: null }

/** The same for equal filters: a name to keep answers under. */
export function getFilterKey({ muscle, side, time, state }: CrampFilter): string {
  return [muscle, side, time, state].map(value => value ?? '').join('|')
}

export const isEveryCramp = (filter: CrampFilter): boolean =>
  getFilterKey(filter) === getFilterKey(everyCramp)

type Cramp = EntryOf<'cramp'>
export type FilterAnswer = 'counted' | 'not-counted' | 'unknown'

/** Whether a cramp is one of those that are asked for. */
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
  return time === (isAtNight(cramp) ? 'night' : 'day') ? 'counted' : 'not-counted'
}

function isAtNight(cramp: Cramp): boolean {
  if (cramp.onsetPrecision === 'night') return true
  const onset = getLocalMinutes(cramp)
  return isNightOffset(onset - getNoon(getCrampDay(onset)))
}

function judgeState({ state }: CrampFilter, { stateAtOnset }: Cramp): FilterAnswer {
  if (state === null) return 'counted'
  if (stateAtOnset === null) return 'unknown'
  return stateAtOnset === state ? 'counted' : 'not-counted'
}

/** The cramps that count, and the cramp-days of which nothing can be said under this filter. */
export interface FilteredCramps {
  readonly counted: readonly Cramp[]
  /** They show that their day was kept. */
  readonly others: readonly Cramp[]
  /** Cramp-days with a cramp that may be one of those asked for, and none that is. */
  readonly unknownDays: ReadonlySet<DayNumber>
  /** Cramps of which it is not known whether they are asked for. */
  readonly unknown: number
}

/** @param judge says of a cramp whether it is asked for; by the filter alone unless told */
export function filterCramps(
  cramps: readonly Cramp[],
  filter: CrampFilter,
  judge: (filter: CrampFilter, cramp: Cramp) => FilterAnswer = judgeCramp,
): FilteredCramps {
  const of = Map.groupBy(cramps, cramp => judge(filter, cramp))
  const counted = of.get('counted') ?? []
  const unknown = of.get('unknown') ?? []
  const daysOf = (some: readonly Cramp[]) => some.map(cramp => getCrampDay(getLocalMinutes(cramp)))
  const countedDays = new Set(daysOf(counted))
  return {
    counted,
    others: of.get('not-counted') ?? [],
    unknownDays: new Set(daysOf(unknown).filter(day => !countedDays.has(day))),
    unknown: unknown.length,
  }
}

/** The part of a diary that tells of the cramps. */
export type Occurrence = Pick<Diary, 'episodes' | 'answeredCrampDays'>

/**
 * The cramps of a filter as the findings study them: those of legs and feet are events, the others show that their day
 * was kept.
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

/** What is studied is a cramp of legs or feet: one of which nobody said where it was may be one, or not. */
function judgeStudied(filter: CrampFilter, cramp: Cramp): FilterAnswer {
  const answer = judgeCramp(filter, cramp)
  return answer === 'counted' && cramp.sites.length === 0 ? 'unknown' : answer
}

/** The cramps of a filter wherever they were, and nothing of the others but their days. */
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

/** Somebody who asks for the cramps of the hand is answered. */
const isOfLegsAndFeet = ({ sites }: Cramp, filter: CrampFilter): boolean =>
  filter.muscle !== null ||
  sites.some(
    ({ muscle, side }) =>
      isInLeg(muscle) && (filter.side === null || side === filter.side || side === 'both'),
  )
