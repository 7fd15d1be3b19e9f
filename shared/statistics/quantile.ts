/**
 * Quantiles of observed values (R: quantile(type = 7), its default).
 */
import { requireAllFinite, requireNonEmpty, requireProbability } from './preconditions.ts'

/**
 * Sample quantile: the value below which a share p of the values lies.
 *
 * Shape: values in any order. Units: those of the values. Precondition: 0 <= p <= 1.
 * Variant: type 7, linear between order statistics at (n - 1) p. Source: Hyndman and Fan 1996, Am. Statistician 50,
 * definition 7.
 *
 * @throws TypeError, RangeError
 * @example computeQuantile([10, 20, 30, 40], 0.25) // 17.5
 */
export function computeQuantile(values: ArrayLike<number>, p: number): number {
  requireNonEmpty(values, 'values')
  requireAllFinite(values, 'values')
  requireProbability(p, 'p')
  const sorted = Float64Array.from(values).sort()
  const position = (sorted.length - 1) * p
  const below = Math.floor(position)
  const low = sorted[below] ?? NaN
  const high = sorted[Math.ceil(position)] ?? NaN
  return low + (position - below) * (high - low)
}
