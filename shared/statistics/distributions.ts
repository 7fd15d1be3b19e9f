/**
 * Reference distributions: both tails and the quantile of the normal, chi-square, Student t, gamma and beta distributions.
 * Probabilities are numbers between 0 and 1, not percentages.
 */
import { requireFinite, requirePositive } from './preconditions.ts'
import { computeIncompleteBeta, computeIncompleteGamma, logGamma, type Tails } from './special-functions.ts'

/** qnorm(0.975): half the width of a 95% interval in standard errors. */
export const NORMAL_975 = 1.959963984540054
/** qchisq(0.95, 1): twice the drop of a log-likelihood at a limit of a 95% interval. */
export const CHI_SQUARE_95 = 3.841458820694124

/**
 * Tails of the standard normal distribution.
 *
 * Source: Abramowitz and Stegun 1964, 26.4.19 (a squared normal is chi-square with one degree of freedom).
 *
 * @throws TypeError if z is not finite.
 * @example computeNormalTails(1.959963984540054).upper // 0.025
 */
export function computeNormalTails(z: number): Tails {
  requireFinite(z, 'z')
  const { lower: within, upper: beyond } = computeIncompleteGamma((z * z) / 2, 0.5)
  const small = beyond / 2
  const large = 0.5 + within / 2
  return z < 0 ? { lower: small, upper: large } : { lower: large, upper: small }
}

/**
 * Quantile of the standard normal distribution.
 *
 * @throws TypeError, RangeError unless 0 < p < 1.
 * @example computeNormalQuantile(0.975) // 1.959963984540054
 */
export function computeNormalQuantile(p: number): number {
  requireInnerProbability(p)
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  const square =
    2 *
    invert(1 - 2 * tail, 2 * tail, {
      tails: x => computeIncompleteGamma(x, 0.5),
      density: x => computeGammaDensity(x, 0.5),
      from: 0,
      to: Number.POSITIVE_INFINITY,
    })
  return p < 0.5 ? -Math.sqrt(square) : Math.sqrt(square)
}

/**
 * Tails of the chi-square distribution.
 *
 * @throws TypeError, RangeError if x < 0 or degreesOfFreedom <= 0.
 * @example computeChiSquareTails(3.841458820694124, 1).upper // 0.05
 */
export function computeChiSquareTails(x: number, degreesOfFreedom: number): Tails {
  return computeIncompleteGamma(x / 2, degreesOfFreedom / 2)
}

/**
 * Quantile of the chi-square distribution.
 *
 * @throws TypeError, RangeError unless 0 < p < 1 and degreesOfFreedom > 0.
 * @example computeChiSquareQuantile(0.95, 1) // 3.841458820694124
 */
export function computeChiSquareQuantile(p: number, degreesOfFreedom: number): number {
  requirePositive(degreesOfFreedom, 'degreesOfFreedom')
  return 2 * computeGammaQuantile(p, degreesOfFreedom / 2)
}

/**
 * Quantile of the gamma distribution with scale 1.
 *
 * @throws TypeError, RangeError unless 0 < p < 1 and shape > 0.
 * @example computeGammaQuantile(0.975, 1) // 3.688879454113936
 */
export function computeGammaQuantile(p: number, shape: number): number {
  requireInnerProbability(p)
  requirePositive(shape, 'shape')
  return invert(p, 1 - p, {
    tails: x => computeIncompleteGamma(x, shape),
    density: x => computeGammaDensity(x, shape),
    from: 0,
    to: Number.POSITIVE_INFINITY,
  })
}

/**
 * Tails of Student's t distribution.
 *
 * Source: Abramowitz and Stegun 1964, 26.7.1 with 26.5.27.
 *
 * @throws TypeError, RangeError if t is not finite or degreesOfFreedom <= 0.
 * @example computeStudentTails(2.446911851144969, 6).upper // 0.025
 */
export function computeStudentTails(t: number, degreesOfFreedom: number): Tails {
  requireFinite(t, 't')
  requirePositive(degreesOfFreedom, 'degreesOfFreedom')
  const square = t * t
  const half = degreesOfFreedom / 2
  // The form with the smaller argument: keeps the precision for a t close to 0 and for a large one.
  const { lower: within, upper: beyond } =
    square < degreesOfFreedom
      ? computeIncompleteBeta(square / (degreesOfFreedom + square), 0.5, half)
      : mirror(computeIncompleteBeta(degreesOfFreedom / (degreesOfFreedom + square), half, 0.5))
  const small = beyond / 2
  const large = 0.5 + within / 2
  return t < 0 ? { lower: small, upper: large } : { lower: large, upper: small }
}

/**
 * Quantile of Student's t distribution.
 *
 * @throws TypeError, RangeError unless 0 < p < 1 and degreesOfFreedom > 0.
 * @example computeStudentQuantile(0.975, 6) // 2.446911851144969
 */
export function computeStudentQuantile(p: number, degreesOfFreedom: number): number {
  requireInnerProbability(p)
  requirePositive(degreesOfFreedom, 'degreesOfFreedom')
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  const half = degreesOfFreedom / 2
  const logConstant = logGamma(half + 0.5) - logGamma(half) - 0.5 * Math.log(Math.PI * degreesOfFreedom)
  const magnitude = invert(1 - tail, tail, {
    tails: t => computeStudentTails(t, degreesOfFreedom),
    density: t => Math.exp(logConstant - (half + 0.5) * Math.log1p((t * t) / degreesOfFreedom)),
    from: 0,
    to: Number.POSITIVE_INFINITY,
  })
  return p < 0.5 ? -magnitude : magnitude
}

/**
 * Quantile of the beta distribution.
 *
 * @throws TypeError, RangeError unless 0 < p < 1, a > 0 and b > 0.
 * @example computeBetaQuantile(0.025, 11, 3) // 0.5455289443234422, the lower 95% limit of 11 in 13
 */
export function computeBetaQuantile(p: number, a: number, b: number): number {
  requireInnerProbability(p)
  requirePositive(a, 'a')
  requirePositive(b, 'b')
  const logConstant = logGamma(a + b) - logGamma(a) - logGamma(b)
  return invert(p, 1 - p, {
    tails: x => computeIncompleteBeta(x, a, b),
    density: x => Math.exp(logConstant + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x)),
    from: 0,
    to: 1,
  })
}

function mirror({ lower, upper }: Tails): Tails {
  return { lower: upper, upper: lower }
}

function computeGammaDensity(x: number, shape: number): number {
  return Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape))
}

function requireInnerProbability(p: number): void {
  requireFinite(p, 'p')
  if (p <= 0 || p >= 1) throw new RangeError(`p must lie strictly between 0 and 1, got ${p}`)
}

interface Distribution {
  readonly tails: (x: number) => Tails
  readonly density: (x: number) => number
  /** Support, from lower to upper bound. */
  readonly from: number
  readonly to: number
}

/**
 * Root of lower(x) = lower by Newton's method inside a shrinking bracket: a step that leaves the bracket is replaced by
 * bisection, so that the search cannot diverge. The smaller tail is matched, because it has the better precision.
 */
function invert(lower: number, upper: number, { tails, density, from, to }: Distribution): number {
  let left = from
  let right = to
  let x = Number.isFinite(to) ? (from + to) / 2 : from + 1
  for (let step = 0; step < 1200; step++) {
    const at = tails(x)
    const excess = lower <= upper ? at.lower - lower : upper - at.upper
    if (excess === 0) return x
    if (excess > 0) right = x
    else left = x
    const newton = x - excess / density(x)
    let next = newton
    if (!(newton > left && newton < right)) {
      next = Number.isFinite(right) ? (left + right) / 2 : 2 * x
    }
    if (Math.abs(next - x) <= 4e-16 * Math.abs(next)) return next
    x = next
  }
  return x
}
