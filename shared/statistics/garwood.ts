/**
 * A rate of events per 28 days with its interval (R: poisson.test).
 */
import { getChiSquareQuantile, NORMAL_975 } from './distributions.ts'
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

const DAYS_OF_RATE = 28

/**
 * Exact Poisson limits of a count.
 *
 * Units: events. Precondition: a whole number. Variant: equal tails; the lower limit of no event is 0.
 * Source: Garwood 1936, Biometrika 28.
 *
 * @throws TypeError, RangeError
 * @example getGarwoodInterval(7) // { lower: 2.814363051519866, upper: 14.422675361702376 }
 */
export function getGarwoodInterval(events: number): { readonly lower: number; readonly upper: number } {
  requireCount(events, 'events')
  return {
    lower: events === 0 ? 0 : getChiSquareQuantile(0.025, 2 * events) / 2,
    upper: getChiSquareQuantile(0.975, 2 * events + 2) / 2,
  }
}

/**
 * Rate per 28 days with exact Poisson limits, see `getGarwoodInterval`.
 *
 * Units: events, days. Precondition: whole number of events, days > 0.
 *
 * @throws TypeError, RangeError
 * @example getGarwoodRate(7, 28) // { per28Days: 7, lower: 2.814363051519866, upper: 14.422675361702376 }
 */
export function getGarwoodRate(events: number, days: number): RateInterval {
  const { lower, upper } = getGarwoodInterval(events)
  requirePositive(days, 'days')
  const perEvent = DAYS_OF_RATE / days
  return { per28Days: events * perEvent, lower: lower * perEvent, upper: upper * perEvent }
}

/**
 * Rate per 28 days with limits widened for events that come in clusters.
 *
 * Units: events, days; dispersion is a ratio. Precondition: at least one event, dispersion > 0, see
 * `getPearsonDispersion`. Variant: normal limits of the logarithm with quasi-Poisson variance.
 * Source: McCullagh and Nelder 1989, Generalized Linear Models, section 6.2.3.
 *
 * @throws TypeError, RangeError
 * @example getClusteredRate(16, 56, 4) // { per28Days: 8, lower: 3.0025428593054118, upper: 21.315266092423183 }
 */
export function getClusteredRate(events: number, days: number, dispersion: number): RateInterval {
  requireCount(events, 'events', 1)
  requirePositive(days, 'days')
  requirePositive(dispersion, 'dispersion')
  const per28Days = (events * DAYS_OF_RATE) / days
  const widening = Math.exp(NORMAL_975 * Math.sqrt(dispersion / events))
  return { per28Days, lower: per28Days / widening, upper: per28Days * widening }
}

/**
 * How many times more counts of equal periods vary than independent events would make them.
 *
 * Shape: one count per period. Precondition: whole numbers. Variant: Pearson's chi-square over its degrees of freedom,
 * around one common mean. Source: McCullagh and Nelder 1989, section 4.5.2.
 *
 * Returns `too-few` for fewer than two periods, `nothing-varies` without any event.
 *
 * @throws TypeError, RangeError
 * @example getPearsonDispersion([0, 8, 0, 8]).dispersion // 5.333333333333333
 */
export function getPearsonDispersion(
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
