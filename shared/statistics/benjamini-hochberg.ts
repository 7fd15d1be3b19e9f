/**
 * Benjamini-Hochberg control of the false discovery rate (R: p.adjust(method = "BH")).
 */
import { requireProbability } from './preconditions.ts'

/**
 * q value of each p value: the smallest false discovery rate at which the test counts as a discovery.
 *
 * Shape: one p value per test of the family, in any order; q values in the same order; empty for an empty family.
 * Variant: step-up, q_(i) = min over j >= i of p_(j) n / j. Source: Benjamini and Hochberg 1995, JRSS B 57, procedure (1).
 *
 * Precondition: 0 <= p <= 1.
 *
 * @throws TypeError, RangeError unless all values lie between 0 and 1.
 * @example computeQValues([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function computeQValues(pValues: readonly number[]): number[] {
  pValues.forEach((p, i) => {
    requireProbability(p, `pValues[${i}]`)
  })
  const qValues = new Array<number>(pValues.length).fill(1)
  const descending = Array.from(pValues.entries()).sort(([, a], [, b]) => b - a)
  let smallest = 1
  descending.forEach(([index, p], position) => {
    const rank = pValues.length - position
    smallest = Math.min(smallest, p * (pValues.length / rank))
    qValues[index] = smallest
  })
  return qValues
}
