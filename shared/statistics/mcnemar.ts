/**
 * McNemar's exact test of matched pairs (R: exact2x2::mcnemar.exact).
 */
import { computeExactProportionInterval, testProportion } from './exact-binomial.ts'
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
 * Odds ratio of exposure, cases against their one referent; only discordant pairs count.
 *
 * Shape: four counts of pairs. Precondition: whole numbers from 0. Variant: exact (binomial with p = 1/2 given the number
 * of discordant pairs), limits by transforming the Clopper-Pearson limits. Source: McNemar 1947, Psychometrika 12; Fay
 * 2010, Biostatistics 11.
 *
 * Returns `nothing-varies` if no pair is discordant.
 *
 * @throws TypeError, RangeError
 * @example testMcNemar({ n11: 3, n10: 11, n01: 2, n00: 4 }).pValue // 0.0224609375
 */
export function testMcNemar({ n11, n10, n01, n00 }: PairCounts): McNemarTest | NotEstimable {
  for (const [name, count] of Object.entries({ n11, n10, n01, n00 })) requireCount(count, name)
  const discordant = n10 + n01
  if (discordant === 0) return notEstimable('nothing-varies')
  const share = computeExactProportionInterval(n10, discordant)
  return {
    kind: 'estimate',
    oddsRatio: n01 === 0 ? null : n10 / n01,
    pValue: testProportion(n10, discordant, 0.5),
    lower: share.lower / (1 - share.lower),
    upper: share.upper === 1 ? null : share.upper / (1 - share.upper),
  }
}
