/**
 * Exact binomial inference on one proportion (R: binom.test); matched pairs and two Poisson rates reduce to it.
 */
import { computeBetaQuantile } from './distributions.ts'
import { requireCount, requireFinite } from './preconditions.ts'
import { logChoose } from './special-functions.ts'

/** 95% limits of a proportion, between 0 and 1. */
export interface ProportionInterval {
  readonly lower: number
  readonly upper: number
}

/** R's relative tolerance: an outcome up to this factor more likely than the observed one counts as equally likely. */
const EQUALLY_LIKELY = 1 + 1e-7

/**
 * Two-sided p value of x successes in n trials when each succeeds with probability p.
 *
 * Precondition: whole numbers 0 <= x <= n, 0 < p < 1. Variant: total probability of the outcomes at most as likely as the
 * observed one. Source: Clopper and Pearson 1934, Biometrika 26, in the two-sided form of R's binom.test.
 *
 * @throws TypeError, RangeError
 * @example testProportion(11, 13, 0.5) // 0.0224609375
 */
export function testProportion(x: number, n: number, p: number): number {
  requireTrials(x, n)
  requireFinite(p, 'p')
  if (p <= 0 || p >= 1) throw new RangeError(`p must lie strictly between 0 and 1, got ${p}`)
  const getProbability = (successes: number) =>
    Math.exp(logChoose(n, successes) + successes * Math.log(p) + (n - successes) * Math.log1p(-p))
  const limit = getProbability(x) * EQUALLY_LIKELY
  let sum = 0
  for (let successes = 0; successes <= n; successes++) {
    const probability = getProbability(successes)
    if (probability <= limit) sum += probability
  }
  return Math.min(1, sum)
}

/**
 * Exact (Clopper-Pearson) 95% limits of a proportion.
 *
 * Precondition: whole numbers 0 <= x <= n, n >= 1. Variant: equal tails. Source: Clopper and Pearson 1934.
 *
 * @throws TypeError, RangeError
 * @example computeExactProportionInterval(11, 13) // { lower: 0.5455289443234422, upper: 0.980793328017472 }
 */
export function computeExactProportionInterval(x: number, n: number): ProportionInterval {
  requireTrials(x, n)
  return {
    lower: x === 0 ? 0 : computeBetaQuantile(0.025, x, n - x + 1),
    upper: x === n ? 1 : computeBetaQuantile(0.975, x + 1, n - x),
  }
}

function requireTrials(x: number, n: number): void {
  requireCount(n, 'n', 1)
  requireCount(x, 'x')
  if (x > n) throw new RangeError(`x must be at most n = ${n}, got ${x}`)
}
