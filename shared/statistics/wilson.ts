/**
 * Wilson's score interval of a proportion (R: prop.test(correct = FALSE)).
 */
import { NORMAL_975 } from './distributions.ts'
import type { ProportionInterval } from './exact-binomial.ts'
import { requireCount } from './preconditions.ts'

/**
 * Wilson 95% limits of a proportion, which keep their coverage with few trials and at 0 or all successes.
 *
 * Precondition: whole numbers 0 <= x <= n, n >= 1. Variant: no continuity correction.
 * Source: Wilson 1927, JASA 22, p. 209.
 *
 * @throws TypeError, RangeError
 * @example computeWilsonInterval(3, 12) // { lower: 0.08894166839405473, upper: 0.5323053349335658 }
 */
export function computeWilsonInterval(x: number, n: number): ProportionInterval {
  requireCount(n, 'n', 1)
  requireCount(x, 'x')
  if (x > n) throw new RangeError(`x must be at most n = ${n}, got ${x}`)
  const square = NORMAL_975 * NORMAL_975
  const proportion = x / n
  const middle = (proportion + square / (2 * n)) / (1 + square / n)
  const halfWidth =
    (NORMAL_975 * Math.sqrt((proportion * (1 - proportion)) / n + square / (4 * n * n))) / (1 + square / n)
  // At the ends the limit is exactly 0 or 1; the formula leaves a rounding error there.
  return {
    lower: x === 0 ? 0 : middle - halfWidth,
    upper: x === n ? 1 : middle + halfWidth,
  }
}
