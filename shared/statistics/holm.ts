/** Holm's control of the family-wise error rate (R: p.adjust(method = "holm")), and its refinement for discrete tests. */
import { requireProbability } from './preconditions.ts'

/** Test of a family. */
export interface FamilyTest {
  readonly pValue: number
  /** Order within the family, from the most extreme test: the p value itself, or another statistic of the test. */
  readonly score: number
  /** Chance of a score at most `score` under the null hypothesis. */
  readonly chanceOf: (score: number) => number
}

/**
 * Adjusted p value of each test: the smallest level at which the step-down procedure rejects it.
 *
 * Variant: the running maximum, over the tests from the most extreme on, of p_(i) plus the chances that the tests after it
 * reach its score. Where every chance is the score itself, a p value, these are Holm's (n - i + 1) p_(i). A discrete test
 * reaches most scores less often than that, so the sum is smaller and still bounds the chance of any false rejection.
 * Source: Westfall and Young 1993, Resampling-Based Multiple Testing, section 2.6; Westfall and Wolfinger 1997, The
 * American Statistician 51.
 *
 * Shape: tests in any order; results in the same order; empty for an empty family.
 *
 * @throws TypeError, RangeError unless all p values lie between 0 and 1.
 */
export function adjustStepDown(tests: readonly FamilyTest[]): number[] {
  tests.forEach(({ pValue }, i) => {
    requireProbability(pValue, `pValues[${i}]`)
  })
  const adjusted = new Array<number>(tests.length).fill(1)
  const ascending = Array.from(tests.entries()).sort(
    ([, a], [, b]) => a.score - b.score || a.pValue - b.pValue,
  )
  let largest = 0
  ascending.forEach(([index, { pValue, score }], rank) => {
    const others = ascending.slice(rank + 1).reduce((sum, [, { chanceOf }]) => sum + chanceOf(score), 0)
    largest = Math.max(largest, Math.min(1, pValue + others))
    adjusted[index] = largest
  })
  return adjusted
}

/**
 * Holm's adjusted p values.
 *
 * Source: Holm 1979, Scand. J. Stat. 6.
 *
 * @example adjustByHolm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export const adjustByHolm = (pValues: readonly number[]): number[] =>
  adjustStepDown(pValues.map(pValue => ({ pValue, score: pValue, chanceOf: score => score })))
