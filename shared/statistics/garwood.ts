/**
 * Rates of events per 28 days with Poisson intervals (R: poisson.test).
 */
import { computeChiSquareQuantile, NORMAL_975 } from './distributions.ts'
import {
  type NotEstimable,
  notEstimable,
  requireCount,
  requireNonEmpty,
  requirePositive,
} from './preconditions.ts'

export interface RateInterval {
  /** Events per 28 days, with 95% limits. */
  readonly per28Days: number
  readonly lower: number
  readonly upper: number
}

/** Denominator of the rates, in days. */
const DAYS_OF_RATE = 28

/**
 * Exact 95% Poisson limits of a count.
 *
 * Units: events. Precondition: a whole number. Variant: equal tails; the lower limit of no event is 0.
 * Source: Garwood 1936, Biometrika 28.
 *
 * @throws TypeError, RangeError
 * @example computeGarwoodInterval(7) // { lower: 2.814363051519866, upper: 14.422675361702376 }
 */
export function computeGarwoodInterval(events: number): { readonly lower: number; readonly upper: number } {
  requireCount(events, 'events')
  return {
    lower: events === 0 ? 0 : computeChiSquareQuantile(0.025, 2 * events) / 2,
    upper: computeChiSquareQuantile(0.975, 2 * events + 2) / 2,
  }
}

/**
 * Rate per 28 days with exact 95% Poisson limits.
 *
 * Units: events, days. Precondition: whole number of events, days > 0. Source: as `computeGarwoodInterval`.
 *
 * @throws TypeError, RangeError
 * @example computeGarwoodRate(7, 28) // { per28Days: 7, lower: 2.814363051519866, upper: 14.422675361702376 }
 */
export function computeGarwoodRate(events: number, days: number): RateInterval {
  const { lower, upper } = computeGarwoodInterval(events)
  requirePositive(days, 'days')
  const perEvent = DAYS_OF_RATE / days
  return { per28Days: events * perEvent, lower: lower * perEvent, upper: upper * perEvent }
}

/**
 * Rate per 28 days with 95% limits widened for overdispersion, because events come in clusters.
 *
 * Units: events, days; dispersion is a ratio. Precondition: at least one event, dispersion > 0, see
 * `computePearsonDispersion`. Variant: normal limits of the logarithm with quasi-Poisson variance.
 * Source: McCullagh and Nelder 1989, Generalized Linear Models, section 6.2.3.
 *
 * @throws TypeError, RangeError
 * @example computeClusteredRate(16, 56, 4) // { per28Days: 8, lower: 3.0025428593054118, upper: 21.315266092423183 }
 */
export function computeClusteredRate(events: number, days: number, dispersion: number): RateInterval {
  requireCount(events, 'events', 1)
  requirePositive(days, 'days')
  requirePositive(dispersion, 'dispersion')
  const per28Days = (events * DAYS_OF_RATE) / days
  const widening = Math.exp(NORMAL_975 * Math.sqrt(dispersion / events))
  return { per28Days, lower: per28Days / widening, upper: per28Days * widening }
}

/**
 * Pearson dispersion of counts: their variance relative to that of independent (Poisson) events.
 *
 * Shape: one count per period, all periods of equal length. Precondition: whole numbers. Variant: Pearson's chi-square over
 * its degrees of freedom, around one common mean. Source: McCullagh and Nelder 1989, section 4.5.2.
 *
 * Returns `too-few` for fewer than two periods, `nothing-varies` without any event.
 *
 * @throws TypeError, RangeError
 * @example computePearsonDispersion([0, 8, 0, 8]).dispersion // 5.333333333333333
 */
export function computePearsonDispersion(
  counts: readonly number[],
): { readonly kind: 'estimate'; readonly dispersion: number } | NotEstimable {
  requireNonEmpty(counts, 'counts')
  counts.forEach((count, i) => {
    requireCount(count, `counts[${i}]`)
  })
  if (counts.length < 2) return notEstimable('too-few')
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  if (mean === 0) return notEstimable('nothing-varies')
  const chiSquare = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
  return { kind: 'estimate', dispersion: chiSquare / (counts.length - 1) }
}
