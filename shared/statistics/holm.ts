/** Holm's control of the family-wise error rate (R: p.adjust(method = "holm")). */
import { requireProbability } from './preconditions.ts'

/**
 * Adjusted p value of each p value: the smallest level at which Holm's procedure rejects it.
 *
 * Shape: one p value per test of the family, in any order; results in the same order; empty for an empty family.
 * Variant: step-down, the running maximum of (n - i + 1) p_(i), at most 1. Source: Holm 1979, Scand. J. Stat. 6.
 *
 * Precondition: 0 <= p <= 1.
 *
 * @throws TypeError, RangeError unless all values lie between 0 and 1.
 * @example adjustByHolm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function adjustByHolm(pValues: readonly number[]): number[] {
  pValues.forEach((p, i) => {
    requireProbability(p, `pValues[${i}]`)
  })
  const adjusted = new Array<number>(pValues.length).fill(1)
  const ascending = Array.from(pValues.entries()).sort(([, a], [, b]) => a - b)
  let largest = 0
  ascending.forEach(([index, p], rank) => {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)))
    adjusted[index] = largest
  })
  return adjusted
}
