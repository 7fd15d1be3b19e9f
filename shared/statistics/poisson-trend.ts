/**
 * Log-linear trend of weekly counts.
 */
import { NORMAL_975 } from './distributions.ts'
import { fitPoisson } from './poisson-regression.ts'
import { type NotEstimable, notEstimable, requireLength } from './preconditions.ts'

/** Weekly counts, one value per week in each array. */
export interface WeeklyCounts {
  /** Number of the week; gaps are allowed. */
  readonly week: readonly number[]
  /** Events of the week. */
  readonly count: readonly number[]
  /** Observed days of the week, 1 to 7. */
  readonly trackedDays: readonly number[]
}

export interface PoissonTrend {
  readonly kind: 'estimate'
  /** Change of the log rate per week. */
  readonly betaPerWeek: number
  /** Standard error of `betaPerWeek`, times the square root of the dispersion if that is above 1. */
  readonly standardError: number
  /** Rate after four weeks over rate before, with 95% limits. */
  readonly ratioPer4Weeks: number
  readonly lower: number
  readonly upper: number
  /** Pearson dispersion; null if there are only two weeks. */
  readonly dispersion: number | null
}

const DAYS_PER_YEAR = 365.25

/**
 * Trend of a weekly rate, as a change of its logarithm per week.
 *
 * Shape: one value per week. Units: events, tracked days, weeks. Precondition: trackedDays > 0 for every week given.
 * Variant: Poisson regression on the week with offset log(tracked days); quasi-Poisson standard error, never narrower
 * than Poisson. With `withSeason`, a yearly sine and cosine of the middle of the week are added; sensible from a year on.
 * Source: McCullagh and Nelder 1989, section 6.2.
 *
 * Returns `too-few`, `collinear`, `separated` or `no-convergence` if the slope cannot be estimated.
 *
 * @throws TypeError, RangeError
 * @example
 *   // The rate halves every week:
 *   // fitPoissonTrend({ week: [0, 1, 2], count: [16, 8, 4], trackedDays: [7, 7, 7] }).ratioPer4Weeks // 0.0625
 */
export function fitPoissonTrend(
  { week, count, trackedDays }: WeeklyCounts,
  { withSeason = false }: { readonly withSeason?: boolean } = {},
): PoissonTrend | NotEstimable {
  requireLength(count, week.length, 'count')
  requireLength(trackedDays, week.length, 'trackedDays')
  if (week.length < 2) return notEstimable('too-few')
  const yearPhase = week.map(number => (2 * Math.PI * (7 * number + 3.5)) / DAYS_PER_YEAR)
  const season = withSeason ? [yearPhase.map(Math.sin), yearPhase.map(Math.cos)] : []
  const fit = fitPoisson(count, trackedDays, [week.map(() => 1), week, ...season])
  if (fit.kind === 'not-estimable') return fit
  const betaPerWeek = fit.beta[1] ?? NaN
  const standardError = (fit.standardError[1] ?? NaN) * Math.sqrt(Math.max(1, fit.dispersion ?? 1))
  const halfWidth = NORMAL_975 * standardError
  return {
    kind: 'estimate',
    betaPerWeek,
    standardError,
    ratioPer4Weeks: Math.exp(4 * betaPerWeek),
    lower: Math.exp(4 * (betaPerWeek - halfWidth)),
    upper: Math.exp(4 * (betaPerWeek + halfWidth)),
    dispersion: fit.dispersion,
  }
}
