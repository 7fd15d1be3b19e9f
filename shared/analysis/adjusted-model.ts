/**
 * Adjusted model: one exposure together with covariates in the same fit, so that the ratio allows for a cramp in the
 * days before and for what tends to come along with the exposure. Shown next to the estimate, never instead of it.
 */
import { computeFinitePopulationFactors } from '../statistics/finite-population-factor.ts'
import { computeProfileInterval, type FirthFit, fitFirth } from '../statistics/firth.ts'
import type { SetTable } from '../statistics/set-table.ts'
import { computeCorrelationConditionNumber } from '../statistics/symmetric-matrix.ts'
import type { AnalysisContext } from './analysis-context.ts'
import { type Association, getRatio, stepOf } from './association.ts'
import {
  getCrampDay,
  getNoon,
  getPlacedEpisodes,
  getPossibleOnsets,
  getTrackedCrampDays,
} from './diary/cramp-days.ts'
import { type Diary, MINUTES_PER_HOUR } from './diary/diary.ts'
import { createWindowReader, type WindowReader } from './diary/windows.ts'
import { type Exposure, getWindow } from './exposures/exposure.ts'
import { type BuiltInKey, getExposure } from './exposures/exposures.ts'
import type { Adjusted } from './finding.ts'
import { buildMatchedSets, getUnits, type MatchedSets, toSetTable } from './matched-sets.ts'

/** Hours before the window in which an earlier cramp counts as recent. */
const RECENT_HOURS = 48
/** Minimum informative sets per covariate of the model, as a conditional likelihood needs. */
const EVENTS_PER_COVARIATE = 10
/** Condition number of the correlation matrix from which covariates are collinear: their effects are inseparable. */
const LARGEST_CONDITION_NUMBER = 30

/** Candidate covariates in fixed order, not by p value: selection by p value biases the exposure's estimate. */
const candidates = ['activity-load', 'heat-day', 'fluids-low', 'standing'] as const satisfies BuiltInKey[]
/** Maximum number of these candidates in one model, besides the recent cramp. */
const MOST_CANDIDATES = 2
/**
 * Minimum share of the events that a further covariate must leave. A window is known only if all its values are, and a
 * model of far fewer events answers another question.
 */
const MIN_SHARE_OF_EVENTS = 0.8

interface Covariate {
  readonly key: Adjusted['alongside'][number]
  readonly reader: WindowReader
  readonly step: number
}

interface AdjustedFit {
  readonly sets: MatchedSets
  readonly table: SetTable
  readonly fit: FirthFit
}

/** Null with too few events, and where cramps are counted: nearly every day has a recent cramp then. */
export function getAdjusted(context: AnalysisContext, { exposure, reader }: Association): Adjusted | null {
  if (context.outcome === 'cramps') return null
  const [recentCramp, ...others] = getCovariates(context.diary)
  const alongside = [recentCramp]
  const buildWith = (others: readonly Covariate[]) =>
    buildMatchedSets(context.calendar, [reader, ...others.map(other => other.reader)])
  const least = buildWith(alongside)
  let fitted = fitAlongside(exposure, least, alongside)
  if (fitted === null) return null
  for (const covariate of others) {
    if (alongside.length > MOST_CANDIDATES) break
    if (covariate.key === exposure.key) continue
    const more = [...alongside, covariate]
    const sets = buildWith(more)
    if (sets.events.length < MIN_SHARE_OF_EVENTS * least.events.length) continue
    const withIt = fitAlongside(exposure, sets, more)
    if (withIt === null) continue
    alongside.push(covariate)
    fitted = withIt
  }
  const { sets, table, fit } = fitted
  const factors = computeFinitePopulationFactors(table, fit, {
    form: 'value-per-event',
    stratum: sets.stratum,
    unit: getUnits(sets),
  })
  if ('kind' in factors) return null
  const [factor = NaN] = factors
  const interval = computeProfileInterval(fit, 0, factor)
  return {
    ...getRatio(exposure, { fit, interval }, stepOf(exposure)),
    alongside: alongside.map(({ key }) => key),
  }
}

const covariatesOf = new WeakMap<Diary, readonly [Covariate, ...Covariate[]]>()

/** Covariates of a diary, cached: a recent cramp, then the candidates that are tracked. The same for every exposure. */
function getCovariates(diary: Diary): readonly [Covariate, ...Covariate[]] {
  const known = covariatesOf.get(diary)
  if (known !== undefined) return known
  const others = candidates.map(getExposure).flatMap((exposure): Covariate[] => {
    const window = getWindow(exposure, diary)
    const isTracked = (diary.trackedDates[window.trackedAs]?.length ?? 0) > 0
    const { key } = exposure
    return isTracked
      ? [{ key, reader: memoize(createWindowReader(diary, window)), step: stepOf(exposure) }]
      : []
  })
  const recentCramp: Covariate = {
    key: 'recent-cramp',
    reader: memoize(createRecentCrampReader(diary)),
    step: 1,
  }
  const covariates = [recentCramp, ...others] as const
  covariatesOf.set(diary, covariates)
  return covariates
}

/** Memoizes a reader by time: every exposure reads the same covariate windows. */
function memoize(reader: WindowReader): WindowReader {
  const values = new Map<number, number | null>()
  return (day, offsetMinutes) => {
    const time = getNoon(day) + offsetMinutes
    const known = values.get(time)
    if (known !== undefined) return known
    const value = reader(day, offsetMinutes)
    values.set(time, value)
    return value
  }
}

function fitAlongside(
  exposure: Exposure,
  sets: MatchedSets,
  others: readonly Covariate[],
): AdjustedFit | null {
  if (sets.start.length < 2) return null
  const table = toSetTable(sets, [stepOf(exposure), ...others.map(({ step }) => step)])
  const fit = fitFirth(table)
  const covariates = 1 + others.length
  if (fit.kind === 'not-estimable' || fit.informativeSets < covariates * EVENTS_PER_COVARIATE) return null
  // Correlations of the estimates. For two covariates they are those of the covariates with the sign reversed.
  const isDistinct = computeCorrelationConditionNumber(fit.variance, covariates) < LARGEST_CONDITION_NUMBER
  return isDistinct ? { sets, table, fit } : null
}

/**
 * 1 after a cramp on an earlier cramp-day within the 48 hours before; null unless these cramp-days are tracked, and where
 * it depends on the onset of a cramp that is known only as a part of the day.
 *
 * Cramps of the day itself do not count. A case is the first cramp of its day and never has one before it; a referent
 * that has a cramp of its own may, and the difference would be taken for an effect.
 */
function createRecentCrampReader(diary: Diary): WindowReader {
  const tracked = new Set(getTrackedCrampDays(diary))
  const cramps = getPlacedEpisodes(diary).map(getPossibleOnsets)
  const onsets = cramps.map(({ first }) => first).sort((a, b) => a - b)
  const spans = Map.groupBy(
    cramps.filter(({ first, last }) => first < last),
    ({ first }) => getCrampDay(first),
  )
  return (day, offsetMinutes) => {
    const to = getNoon(day)
    const from = to + offsetMinutes - RECENT_HOURS * MINUTES_PER_HOUR
    if (!tracked.has(getCrampDay(from)) || !tracked.has(day - 1)) return null
    let low = 0
    let high = onsets.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((onsets[middle] ?? NaN) < from) low = middle + 1
      else high = middle
    }
    if ((onsets[low] ?? Number.POSITIVE_INFINITY) < to) return 1
    const mayCount = spans.get(getCrampDay(from))?.some(({ first, last }) => first < from && last >= from)
    return mayCount === true ? null : 0
  }
}
