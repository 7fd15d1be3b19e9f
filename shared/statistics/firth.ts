/**
 * Firth-penalised conditional logistic regression (R: coxphf on sets of one case).
 *
 * The plain likelihood is biased away from "no effect" when sets are few and has no maximum when the data are
 * separated. Firth's penalty, half the log-determinant of the information, removes the leading bias and makes the
 * maximum finite whenever one set is informative:
 *
 *   l*(b)  = l(b) + 1/2 log det I(b)                 penalised log-likelihood
 *   U*_j   = U_j  + 1/2 trace(I^-1 D_j)              modified score: its gradient, zero at the maximum
 *
 * Limits and p values come from the profile of l*: fix b_j, maximise over the other coefficients (the penalty always with
 * the full information matrix), and measure how far l* has dropped.
 *
 *   l*   ^        .-'-.  <- maximum
 *        |      .'     '.
 *        |-----/---------\------  maximum - c x 3.84 / 2
 *        |    /:         :\
 *        +-----|----|----|------> b_j
 *           lower  b_j  upper
 *
 * c = 1 gives the ordinary interval; for other values see `finite-population-factor.ts`.
 *
 * Source: Firth 1993, Biometrika 80, equation (1); Heinze and Schemper 2001, Biometrics 57; Heinze and Puhr 2010,
 * Statistics in Medicine 29 (conditional logistic regression).
 */
import { createConditionalLikelihood } from './conditional-likelihood.ts'
import { isSeparated } from './conditional-logistic.ts'
import { CHI_SQUARE_95, computeChiSquareTails } from './distributions.ts'
import { type NotEstimable, notEstimable, requireCount, requirePositive } from './preconditions.ts'
import { type CondensedSets, condenseSets, type SetTable } from './set-table.ts'
import { computeLogDeterminant, factorise, invertFactorised, solveFactorised } from './symmetric-matrix.ts'

export interface FirthFit {
  readonly kind: 'estimate'
  /** Logarithm of the ratio per unit of each covariate. */
  readonly beta: readonly number[]
  /** From the inverse information at beta. For display only: the interval comes from the profile. */
  readonly standardError: readonly number[]
  /** Inverse information at beta, row by row. */
  readonly variance: Float64Array
  readonly penalisedLogLikelihood: number
  /** Sets within which a covariate varies. */
  readonly informativeSets: number
  /** True if the unpenalised estimate is infinite; checked for one covariate only, otherwise false. */
  readonly isSeparated: boolean
  /** The fitted data, for profiles. */
  readonly sets: CondensedSets
}

/** Limits of a coefficient; null (open-ended) where the profile does not drop far enough within +-15. */
export interface ProfileInterval {
  readonly lower: number | null
  readonly upper: number | null
}

export interface LikelihoodRatioTest {
  /** Twice the drop of the penalised log-likelihood when the coefficient is fixed at 0. */
  readonly likelihoodRatio: number
  /** Divided by the finite-population factor: chi-square with one degree of freedom if the coefficient is 0. */
  readonly scaledLikelihoodRatio: number
  readonly pValue: number
}

/** Convergence: largest component of the modified score, in log-likelihood per unit of beta. */
const SCORE_TOLERANCE = 1e-8
/** Largest change of any coefficient in one Newton step, in units of beta. */
const LONGEST_STEP = 1
const MAX_STEPS = 200
const MAX_HALVINGS = 25
/** Largest reversed slope at the end of a step, as a share of the slope at its start. */
const MAX_SLOPE_REVERSAL = 0.5
/** Coefficients beyond this count as infinite: a ratio of exp(15), about 3 million. */
const SEARCH_BOUND = 15
/** Tolerance of z = sqrt(twice the drop of l*) in the search for a limit. */
const ROOT_TOLERANCE = 1e-10
const MAX_ROOT_STEPS = 100

/**
 * Penalised maximum likelihood fit: log ratio of a member being the case, per unit of each covariate.
 *
 * Shape: a table of sets, one or several covariates. Units: those of the covariates; scale them so that one unit is a
 * meaningful difference, because no coefficient moves by more than 1 per step.
 * Precondition: one case per set, in its first row.
 * Variant: Newton's method on the modified score with the unpenalised information, from 0; steps are halved until l* rises
 * and does not drop again past the maximum.
 * Source: Firth 1993, equation (1).
 *
 * Returns `nothing-varies`, `collinear` or `no-convergence` instead of a fit.
 *
 * @throws TypeError, RangeError if the table is malformed.
 * @example
 *   // Pairs and one yes/no covariate have a closed form: log((10 + 1/2) / (0 + 1/2)) for ten pairs with only the case
 *   // exposed and none with only the referent exposed:
 *   // fitFirth(pairs).beta // [3.044522437723423]
 */
export function fitFirth(table: SetTable): FirthFit | NotEstimable {
  const sets = condenseSets(table)
  const size = sets.covariates.length
  if (sets.caseRow.length === 0) return notEstimable('nothing-varies')
  const { evaluate, maximise } = createMaximiser(sets)
  if (evaluate(new Float64Array(size)) === null) return notEstimable('collinear')
  const maximum = maximise(new Float64Array(size), null)
  if (maximum === null) return notEstimable('no-convergence')
  const variance = invertFactorised(maximum.factor, size)
  const beta = Array.from(maximum.beta)
  return {
    kind: 'estimate',
    beta,
    standardError: beta.map((_, j) => Math.sqrt(variance[j * size + j] ?? NaN)),
    variance,
    penalisedLogLikelihood: maximum.penalisedLogLikelihood,
    informativeSets: sets.caseRow.length,
    isSeparated: size === 1 && isSeparated(sets),
    sets,
  }
}

/**
 * 95% profile-penalised-likelihood interval of one coefficient.
 *
 * Units: as beta (logarithm of the ratio). Precondition: factor > 0, the finite-population factor of this coefficient;
 * 1 for the ordinary interval. Variant: root of the signed square root of the drop, which is nearly linear in b, by
 * Newton's method inside a bracket.
 * Source: Heinze and Schemper 2001, section 2; the factor is this project's, see `finite-population-factor.ts`.
 *
 * @throws TypeError, RangeError if the covariate does not exist or the factor is not positive.
 * @example
 *   // The ten separated pairs of `fitFirth`, whose plain interval has no upper end:
 *   // computeProfileInterval(fit, 0) // { lower: 0.996412920653254, upper: 7.90127716257022 }
 */
export function computeProfileInterval(fit: FirthFit, covariate: number, factor = 1): ProfileInterval {
  requireCovariate(fit, covariate)
  requirePositive(factor, 'factor')
  const maximiser = createMaximiser(fit.sets)
  const criticalZ = Math.sqrt(CHI_SQUARE_95 * factor)
  return {
    lower: findLimit(fit, maximiser, covariate, criticalZ, -1),
    upper: findLimit(fit, maximiser, covariate, criticalZ, 1),
  }
}

/**
 * Penalised likelihood ratio test of one coefficient being 0.
 *
 * Precondition: factor > 0, the finite-population factor of this coefficient; 1 for the ordinary test.
 * Variant: the other coefficients are refitted, with the penalty of the full information matrix (as coxphf does).
 * Source: Heinze and Schemper 2001, section 2.
 *
 * Returns `no-convergence` if the refit finds no maximum.
 *
 * @throws TypeError, RangeError if the covariate does not exist or the factor is not positive.
 * @example
 *   // The ten separated pairs of `fitFirth`:
 *   // testCoefficient(fit, 0).pValue // 0.00082626964743401
 */
export function testCoefficient(
  fit: FirthFit,
  covariate: number,
  factor = 1,
): LikelihoodRatioTest | NotEstimable {
  requireCovariate(fit, covariate)
  requirePositive(factor, 'factor')
  const start = Float64Array.from(fit.beta)
  start[covariate] = 0
  const restricted = createMaximiser(fit.sets).maximise(start, covariate)
  if (restricted === null) return notEstimable('no-convergence')
  const likelihoodRatio = Math.max(0, 2 * (fit.penalisedLogLikelihood - restricted.penalisedLogLikelihood))
  const scaledLikelihoodRatio = likelihoodRatio / factor
  return {
    likelihoodRatio,
    scaledLikelihoodRatio,
    pValue: computeChiSquareTails(scaledLikelihoodRatio, 1).upper,
  }
}

function requireCovariate(fit: FirthFit, covariate: number): void {
  requireCount(covariate, 'covariate')
  if (covariate >= fit.beta.length) {
    throw new RangeError(`covariate must be below ${fit.beta.length}, got ${covariate}`)
  }
}

/** Iterate of the Newton search: coefficients with l* and its derivatives there. */
interface Iterate {
  readonly beta: Float64Array
  /** l* */
  readonly penalisedLogLikelihood: number
  /** U* */
  readonly modifiedScore: Float64Array
  readonly information: Float64Array
  /** Cholesky factor of the information. */
  readonly factor: Float64Array
}

interface Maximiser {
  /** The iterate at these coefficients; null if the information is singular there, which makes l* minus infinity. */
  readonly evaluate: (beta: Float64Array) => Iterate | null
  /** The maximum of l*, with coefficient number `held` fixed at its start unless null; null without convergence. */
  readonly maximise: (start: Float64Array, held: number | null) => Iterate | null
}

function createMaximiser(sets: CondensedSets): Maximiser {
  const size = sets.covariates.length
  const evaluateLikelihood = createConditionalLikelihood(sets)

  const evaluate = (beta: Float64Array): Iterate | null => {
    const { logLikelihood, score, information, thirdMoments } = evaluateLikelihood(beta)
    const factor = factorise(information, size)
    if (factor === null) return null
    const inverse = invertFactorised(factor, size)
    const modifiedScore = score.map((u, j) => {
      let trace = 0
      inverse.forEach((v, cell) => {
        trace += v * (thirdMoments[j * size * size + cell] ?? NaN)
      })
      return u + trace / 2
    })
    return {
      beta,
      penalisedLogLikelihood: logLikelihood + computeLogDeterminant(factor, size) / 2,
      modifiedScore,
      information: information.slice(),
      factor,
    }
  }

  const maximise = (start: Float64Array, held: number | null): Iterate | null => {
    const free = Array.from(start.keys()).filter(j => j !== held)
    let current = evaluate(start)
    for (let step = 0; current !== null && step < MAX_STEPS; step++) {
      const { beta, penalisedLogLikelihood, modifiedScore } = current
      if (free.every(j => Math.abs(modifiedScore[j] ?? NaN) < SCORE_TOLERANCE)) return current
      const direction = computeNewtonStep(current, free)
      if (direction === null) return null
      const slope = computeDotProduct(modifiedScore, direction)
      // Near the maximum l* changes by less than its rounding error, and its curvature exceeds the information: without
      // the limit on the reversed slope, the search could oscillate around the maximum for ever.
      const isGoodStep = (end: Iterate | null) =>
        end !== null &&
        end.penalisedLogLikelihood >= penalisedLogLikelihood - 1e-12 * Math.abs(penalisedLogLikelihood) &&
        computeDotProduct(end.modifiedScore, direction) >= -MAX_SLOPE_REVERSAL * slope
      let stepSize = 1
      let candidate = evaluate(addScaled(beta, direction, stepSize))
      for (let halving = 0; halving < MAX_HALVINGS && !isGoodStep(candidate); halving++) {
        stepSize /= 2
        candidate = evaluate(addScaled(beta, direction, stepSize))
      }
      current = candidate
    }
    return null
  }
  return { evaluate, maximise }
}

/** Newton step for the free coefficients, no component longer than LONGEST_STEP; zero for a held one. */
function computeNewtonStep(
  { beta, modifiedScore, information, factor }: Iterate,
  free: readonly number[],
): Float64Array | null {
  const size = beta.length
  const freeFactor =
    free.length === size
      ? factor
      : factorise(
          Float64Array.from(free.flatMap(j => free.map(k => information[j * size + k] ?? NaN))),
          free.length,
        )
  if (freeFactor === null) return null
  const freeStep = solveFactorised(
    freeFactor,
    Float64Array.from(free, j => modifiedScore[j] ?? NaN),
  )
  const longest = freeStep.reduce((most, change) => Math.max(most, Math.abs(change)), 0)
  const shorten = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1
  const step = new Float64Array(size)
  free.forEach((j, position) => {
    step[j] = shorten * (freeStep[position] ?? NaN)
  })
  return step
}

function computeDotProduct(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, value, j) => sum + value * (right[j] ?? NaN), 0)
}

function addScaled(start: Float64Array, direction: Float64Array, stepSize: number): Float64Array {
  return start.map((value, j) => value + stepSize * (direction[j] ?? NaN))
}

/**
 * Limit on one side: the root of z(b) = criticalZ, where z(b) = sqrt(2 (maximum - profile(b))) has the derivative
 * -U*_j / z. Null if z stays below criticalZ up to the search bound.
 */
function findLimit(
  fit: FirthFit,
  { maximise }: Maximiser,
  covariate: number,
  criticalZ: number,
  direction: 1 | -1,
): number | null {
  const size = fit.beta.length
  const estimate = fit.beta[covariate] ?? NaN
  const bound = direction * SEARCH_BOUND
  if (direction * (bound - estimate) <= 0) return null
  const ownVariance = fit.variance[covariate * size + covariate] ?? NaN
  let inner = estimate
  let outer = bound
  let from = Float64Array.from(fit.beta)
  let b = estimate + direction * criticalZ * Math.sqrt(ownVariance)
  if (direction * (b - bound) > 0) b = bound
  for (let step = 0; step < MAX_ROOT_STEPS; step++) {
    // The other coefficients start on the ridge of the normal approximation around the estimate.
    const change = b - (from[covariate] ?? NaN)
    const start = from.map(
      (value, j) => value + (change * (fit.variance[j * size + covariate] ?? NaN)) / ownVariance,
    )
    start[covariate] = b
    const profile = maximise(start, covariate)
    let next = NaN
    if (profile === null) {
      outer = b
    } else {
      const z = Math.sqrt(Math.max(0, 2 * (fit.penalisedLogLikelihood - profile.penalisedLogLikelihood)))
      if (Math.abs(z - criticalZ) < ROOT_TOLERANCE) return b
      if (z > criticalZ) outer = b
      else if (b === bound) return null
      else inner = b
      from = Float64Array.from(profile.beta)
      next = b + ((z - criticalZ) * z) / (profile.modifiedScore[covariate] ?? NaN)
    }
    const isInside = direction * (next - inner) > 0 && direction * (outer - next) > 0
    if (!isInside) next = outer === bound ? bound : (inner + outer) / 2
    if (Math.abs(next - b) < ROOT_TOLERANCE * 1e-3) return next
    b = next
  }
  return b
}
