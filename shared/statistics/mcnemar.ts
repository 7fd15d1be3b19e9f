/**
 * McNemar's exact test of matched pairs (R: exact2x2::mcnemar.exact).
 */
import { getExactProportionInterval, testProportion } from './exact-binomial.ts'
import { type NotEstimable, notEstimable, requireCount } from './preconditions.ts'

/** Pairs by the exposure of their case (first digit) and of their referent (second digit). */
export interface PairCounts {
  readonly n11: number
  readonly n10: number
  readonly n01: number
  readonly n00: number
}

export interface McNemarTest {
  readonly kind: 'estimate'
  /** n10 / n01; null if no pair has only its referent exposed. */
  readonly oddsRatio: number | null
  readonly pValue: number
  /** Exact 95% limits; an upper limit of null is open-ended. */
  readonly lower: number
  readonly upper: number | null
}

/**
 * Odds ratio of exposure, cases against their one referent; only pairs that differ count.
 *
 * Shape: four counts of pairs. Precondition: whole numbers from 0. Variant: exact (binomial with p = 1/2 given the pairs
 * that differ), limits by transforming the Clopper-Pearson limits. Source: McNemar 1947, Psychometrika 12; Fay 2010,
 * Biostatistics 11.
 *
 * Returns `nothing-varies` if no pair differs.
 *
 * @throws TypeError, RangeError
 * @example testMcNemar({ n11: 3, n10: 11, n01: 2, n00: 4 }).pValue // 0.0224609375
 */
export function testMcNemar({ n11, n10, n01, n00 }: PairCounts): McNemarTest | NotEstimable {
  for (const [name, count] of Object.entries({ n11, n10, n01, n00 })) requireCount(count, name)
  const differing = n10 + n01
  if (differing === 0) return notEstimable('nothing-varies')
  const share = getExactProportionInterval(n10, differing)
  return {
    kind: 'estimate',
    oddsRatio: n01 === 0 ? null : n10 / n01,
    pValue: testProportion(n10, differing, 0.5),
    lower: share.lower / (1 - share.lower),
    upper: share.upper === 1 ? null : share.upper / (1 - share.upper),
  }
}
