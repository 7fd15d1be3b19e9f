/**
 * Association of one exposure with the cramps of one diary: sets, estimate, interval and test. Joins the design of
 * `matched-sets.ts` with the likelihood of `statistics/firth.ts`.
 */
import { computeFinitePopulationFactors } from '../statistics/finite-population-factor.ts'
import {
  computeProfileInterval,
  type FirthFit,
  fitFirth,
  type ProfileInterval,
  testCoefficient,
} from '../statistics/firth.ts'
import type { SetTable } from '../statistics/set-table.ts'
import type { AnalysisContext } from './analysis-context.ts'
import { type Contrast, chooseContrast } from './contrast.ts'
import { type DayWithValue, readDays } from './day-values.ts'
import type { DayNumber } from './diary/diary.ts'
import { createWindowReader, type WindowReader } from './diary/windows.ts'
import { type Exposure, getWindow } from './exposures/exposure.ts'
import type { Ratio, Requirement } from './finding.ts'
import { findMissing, isConstant } from './gate.ts'
import { buildMatchedSets, getUnits, type MatchedSets, toSetTable } from './matched-sets.ts'

/** A fit of one exposure to one set of matched sets. */
export interface ExposureFit {
  readonly sets: MatchedSets
  readonly table: SetTable
  readonly fit: FirthFit
  /** Finite-population factor of the interval. */
  readonly factor: number
  /** Interval of the coefficient (a log ratio), per step of the exposure. */
  readonly interval: ProfileInterval
}

export interface Association {
  readonly exposure: Exposure
  readonly reader: WindowReader
  /** Every tracked cramp-day whose window is known. */
  readonly days: readonly DayWithValue[]
  readonly sets: MatchedSets
  readonly fitted: ExposureFit | null
  /** Distinct cramp-days that are a case of an informative set, and distinct other days in those sets. */
  readonly events: number
  readonly comparisonDays: number
  readonly contrast: Contrast | null
  /** p value of the penalised likelihood ratio: a check, shown in the details. Verdicts rest on `exposure-test.ts`. */
  readonly pValue: number | null
  readonly missing: readonly Requirement[]
  readonly isConstant: boolean
}

/** @param known association of the same exposure over a range that contains this one: its rows are reused */
export function associate(context: AnalysisContext, exposure: Exposure, known?: Association): Association {
  const reader = known?.reader ?? createWindowReader(context.diary, getWindow(exposure, context.diary))
  const days = readDays(context.calendar, reader)
  const sets = buildMatchedSets(context.calendar, [reader], known?.sets)
  const fitted = fitSets(exposure, sets)
  const { events, comparisonDays } = countInformative(sets)
  const contrast = chooseContrast(exposure, days)
  const test = fitted && testCoefficient(fitted.fit, 0, fitted.factor)
  return {
    exposure,
    reader,
    days,
    sets,
    fitted,
    events,
    comparisonDays,
    contrast,
    pValue: test !== null && 'pValue' in test ? test.pValue : null,
    missing: findMissing({ context, exposure, days, sets, contrast, informativeEvents: events }),
    isConstant: isConstant(days),
  }
}

/** The penalised fit with the factor of its interval; null where it cannot be estimated. */
export function fitSets(exposure: Exposure, sets: MatchedSets): ExposureFit | null {
  if (sets.start.length < 2) return null
  const table = toSetTable(sets, [stepOf(exposure)])
  const fit = fitFirth(table)
  if (fit.kind === 'not-estimable') return null
  const factors = computeFinitePopulationFactors(table, fit, {
    form: 'value-per-event',
    stratum: sets.stratum,
    unit: getUnits(sets),
  })
  if ('kind' in factors) return null
  const [factor = NaN] = factors
  return { sets, table, fit, factor, interval: computeProfileInterval(fit, 0, factor) }
}

/** Raw units in one unit of the coefficient: 1 for yes/no, else the displayed step (500 ml). */
export const stepOf = ({ scale }: Exposure): number => (scale.kind === 'yes-no' ? 1 : scale.step)

/** Raw units that a verdict compares: 1 for yes/no, the distance of the quartiles for an amount. */
const contrastUnits = ({ contrast, exposure }: Association): number =>
  contrast === null ? stepOf(exposure) : contrast.to - contrast.from

/** Ratio of the contrast, on which every numeric rule of the verdicts rests. */
export function getContrastRatio(association: Association): Ratio | null {
  const { fitted, contrast, exposure } = association
  return fitted === null || contrast === null ? null : getRatio(exposure, fitted, contrastUnits(association))
}

/** Log ratio from which a ratio counts as infinite. */
const LARGEST_LOG_RATIO = 15

/**
 * Ratio ("times as likely") for a rise of the exposure by `rawUnits`, with its interval.
 *
 * Units: raw units of the exposure (ml, minutes); 1 for a yes/no exposure. Before there are enough data a contrast can
 * be so wide that its ratio overflows: the ratio is clamped at exp(15), and its limits are open-ended there.
 */
export function getRatio(
  exposure: Exposure,
  { fit, interval }: Pick<ExposureFit, 'fit' | 'interval'>,
  rawUnits: number,
): Ratio {
  const steps = rawUnits / stepOf(exposure)
  const raise = (log: number | null) =>
    log === null || Math.abs(log * steps) > LARGEST_LOG_RATIO ? null : Math.exp(log * steps)
  const log = (fit.beta[0] ?? NaN) * steps
  return {
    ratio: Math.exp(Math.max(-LARGEST_LOG_RATIO, Math.min(log, LARGEST_LOG_RATIO))),
    lower: raise(interval.lower),
    upper: raise(interval.upper),
  }
}

function countInformative({ start, day, values }: MatchedSets) {
  const [value = new Float64Array()] = values
  const cases = new Set<DayNumber>()
  const members = new Set<DayNumber>()
  for (let e = 0; e + 1 < start.length; e++) {
    const first = start[e] ?? NaN
    const end = start[e + 1] ?? NaN
    let row = first + 1
    while (row < end && value[row] === value[first]) row += 1
    if (row === end) continue
    cases.add(day[first] ?? NaN)
    for (row = first; row < end; row++) members.add(day[row] ?? NaN)
  }
  return { events: cases.size, comparisonDays: members.size - cases.size }
}
