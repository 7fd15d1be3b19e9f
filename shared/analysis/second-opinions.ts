/** The same question asked in other ways. Shown under "details" beside the estimate, never instead of it. */
import { fitConditionalLogistic } from '../statistics/conditional-logistic.ts'
import { getFinitePopulationFactors } from '../statistics/finite-population-factor.ts'
import { fitFirth, getProfileInterval } from '../statistics/firth.ts'
import { estimateMantelHaenszel } from '../statistics/mantel-haenszel.ts'
import {
  type Association,
  type ExposureFit,
  fitSets,
  getRatio,
  type Occasion,
  stepOf,
} from './association.ts'
import { getCrampDay, getNoon, getStudiedEpisodes, getTrackedCrampDays } from './cramp-days.ts'
import { MINUTES_PER_HOUR } from './diary.ts'
import type { Checks, Ratio } from './finding.ts'
import { buildMatchedSets, type CrampCalendar, getUnits, toSetTable } from './matched-sets.ts'
import { createWindowReader, type WindowReader } from './windows.ts'

const UNSTABLE_FROM_EVENTS = 15
const UNSTABLE_LOG_DISTANCE = 0.4
const RECENT_HOURS = 48
/** Conditional likelihoods need about this many events per covariate. */
const EVENTS_PER_COVARIATE = 10
/** Covariates whose correlation matrix is conditioned worse than this cannot be told apart. */
const LARGEST_CONDITION_NUMBER = 30

export function getSecondOpinions(occasion: Occasion, association: Association): Checks {
  const { fitted, events } = association
  const mantelHaenszel = fitted && getMantelHaenszel(association, fitted)
  const logEstimate = fitted?.fit.beta[0] ?? NaN
  return {
    plain: fitted && getPlain(fitted),
    mantelHaenszel,
    isUnstable:
      mantelHaenszel !== null &&
      events >= UNSTABLE_FROM_EVENTS &&
      Math.abs(Math.log(mantelHaenszel.ratio) - logEstimate) > UNSTABLE_LOG_DISTANCE,
    weekday: getWeekday(occasion, association),
    adjustedForRecentCramp: getAdjusted(occasion, association),
    withoutRetrospective: getWithoutRetrospective(occasion, association),
    withoutAssumedOnsets: getWithoutAssumedOnsets(occasion, association),
  }
}

/** Matched within the same weekday, for habits that go by it; null where that says nothing. */
function getWeekday(occasion: Occasion, { exposure, reader }: Association): Ratio | null {
  const fitted = fitSets(exposure, buildMatchedSets(occasion.weekdayCalendar, [reader]))
  return fitted && getRatio(exposure, fitted, stepOf(exposure))
}

/** The same estimate without an interval, where only its side of 1 is asked for. */
export function estimateByWeekday(occasion: Occasion, { exposure, reader }: Association): number | null {
  const sets = buildMatchedSets(occasion.weekdayCalendar, [reader])
  if (sets.start.length < 2) return null
  const fit = fitFirth(toSetTable(sets, [stepOf(exposure)]))
  return fit.kind === 'not-estimable' ? null : Math.exp(fit.beta[0] ?? NaN)
}

function getPlain({ table }: ExposureFit): Ratio | null {
  const plain = fitConditionalLogistic(table)
  if (plain.kind === 'not-estimable') return null
  return {
    ratio: Math.exp(plain.beta[0] ?? NaN),
    lower: plain.ratioLower[0] ?? null,
    upper: plain.ratioUpper[0] ?? null,
  }
}

function getMantelHaenszel({ exposure }: Association, { table, factor }: ExposureFit): Ratio | null {
  if (exposure.scale.kind !== 'yes-no') return null
  const estimate = estimateMantelHaenszel(table, factor)
  if (estimate.kind === 'not-estimable') return null
  return { ratio: estimate.oddsRatio, lower: estimate.lower, upper: estimate.upper }
}

/** With "a cramp in the 48 hours before" beside the exposure: people do things because they had a cramp. */
function getAdjusted(occasion: Occasion, { exposure, reader }: Association): Ratio | null {
  if (occasion.outcome === 'cramps') return null
  const sets = buildMatchedSets(occasion.calendar, [reader, createRecentCrampReader(occasion.diary)])
  if (sets.start.length < 2) return null
  const table = toSetTable(sets, [stepOf(exposure), 1])
  const fit = fitFirth(table)
  if (fit.kind === 'not-estimable' || fit.informativeSets < 2 * EVENTS_PER_COVARIATE) return null
  const [v00 = NaN, v01 = NaN, , v11 = NaN] = fit.variance
  const correlation = Math.abs(v01) / Math.sqrt(v00 * v11)
  if ((1 + correlation) / (1 - correlation) >= LARGEST_CONDITION_NUMBER) return null
  const factors = getFinitePopulationFactors(table, fit, {
    form: 'value-per-event',
    stratum: sets.stratum,
    unit: getUnits(sets),
  })
  if ('kind' in factors) return null
  const interval = getProfileInterval(fit, 0, factors[0])
  const raise = (log: number | null) => (log === null ? null : Math.exp(log))
  return { ratio: Math.exp(fit.beta[0] ?? NaN), lower: raise(interval.lower), upper: raise(interval.upper) }
}

/** 1 after a cramp in the 48 hours before; null unless both cramp-days before are tracked. */
function createRecentCrampReader(diary: Occasion['diary']): WindowReader {
  const tracked = new Set(getTrackedCrampDays(diary))
  const onsets = getStudiedEpisodes(diary)
    .map(({ onset }) => onset)
    .sort((a, b) => a - b)
  return (day, offsetMinutes) => {
    const to = getNoon(day) + offsetMinutes
    const from = to - RECENT_HOURS * MINUTES_PER_HOUR
    if (!tracked.has(getCrampDay(from)) || !tracked.has(day - 1)) return null
    let low = 0
    let high = onsets.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((onsets[middle] ?? NaN) < from) low = middle + 1
      else high = middle
    }
    return Number((onsets[low] ?? Number.POSITIVE_INFINITY) < to)
  }
}

/** Without windows written down mostly after their end; null where there are none. */
function getWithoutRetrospective(occasion: Occasion, { exposure, sets }: Association): Ratio | null {
  const window = exposure.window(occasion.diary)
  const reader = createWindowReader(occasion.diary, window, { withoutRetrospective: true })
  const timely = buildMatchedSets(occasion.calendar, [reader])
  if (timely.day.length === sets.day.length) return null
  const fitted = fitSets(exposure, timely)
  return fitted && getRatio(exposure, fitted, stepOf(exposure))
}

/** Without events whose onset was known only as "in the night"; null where there are none. */
function getWithoutAssumedOnsets(occasion: Occasion, { exposure, reader }: Association): Ratio | null {
  const events = occasion.calendar.events.filter(({ isOnsetAssumed }) => !isOnsetAssumed)
  if (events.length === occasion.calendar.events.length) return null
  const calendar: CrampCalendar = { ...occasion.calendar, events }
  const fitted = fitSets(exposure, buildMatchedSets(calendar, [reader]))
  return fitted && getRatio(exposure, fitted, stepOf(exposure))
}
