/**
 * Firth-penalised conditional logistic regression (R: coxphf on sets of one case).
 *
 * The plain likelihood is biased away from "no effect" when sets are few and has no maximum when the data are
 * separated. Firth's penalty, half the log-determinant of the information, removes the leading bias and makes the
 * maximum finite whenever one set is informative:
 *
 *   l*(b)  = l(b) + 1/2 log det I(b)                 penalised log-likelihood
 *   U*_j   = U_j  + 1/2 trace(I^-1 D_j)              its slope, which the search brings to zero
 *
 * Limits and p values come from the profile of l*: fix b_j, climb over the other coefficients (the penalty always with
 * the full information matrix), and look how far l* has fallen.
 *
 *   l*   ^        .-'-.  <- maximum
 *        |      .'     '.
 *        |-----/---------\------  maximum - c x 3.84 / 2
 *        |    /:         :\
 *        +-----|----|----|------> b_j
 *           lower  b_j  upper
 *
 * c = 1 is the ordinary interval; `finite-population-factor.ts` says when another is due.
 *
 * Source: Firth 1993, Biometrika 80, equation (1); Heinze and Schemper 2001, Biometrics 57; Heinze and Puhr 2010,
 * Statistics in Medicine 29 (conditional logistic regression).
 */
import { createConditionalLikelihood } from './conditional-likelihood.ts'
import { isSeparated } from './conditional-logistic.ts'
import { CHI_SQUARE_95, getChiSquareTails } from './distributions.ts'
import { type NotEstimable, notEstimable, requireCount, requirePositive } from './preconditions.ts'
import { type CondensedSets, condenseSets, type SetTable } from './set-table.ts'
import { factorise, getLogDeterminant, invertFactorised, solveFactorised } from './symmetric-matrix.ts'

export interface FirthFit {
  readonly kind: 'estimate'
  /** Logarithm of the ratio per unit of each covariate. */
  readonly beta: readonly number[]
  /** From the inverse information at beta; for display, the interval comes from the profile. */
  readonly standardError: readonly number[]
  /** Inverse information at beta, row by row. */
  readonly variance: Float64Array
  readonly penalisedLogLikelihood: number
  /** Sets within which a covariate varies. */
  readonly informativeSets: number
  /** One covariate only: whether the plain estimate would be infinite. */
  readonly isSeparated: boolean
  /** The data it was fitted to, for profiles. */
  readonly sets: CondensedSets
}

/** Limits of a coefficient; null where the profile does not fall far enough within +-15: open-ended. */
export interface ProfileInterval {
  readonly lower: number | null
  readonly upper: number | null
}

export interface LikelihoodRatioTest {
  /** Twice the fall of the penalised log-likelihood when the coefficient is 0. */
  readonly likelihoodRatio: number
  /** The same over the finite-population factor: chi-square with one degree of freedom if the coefficient is 0. */
  readonly scaledLikelihoodRatio: number
  readonly pValue: number
}

const SCORE_TOLERANCE = 1e-8
const LONGEST_STEP = 1
const MAX_STEPS = 200
const MAX_HALVINGS = 25
/** Share of the slope at its start that a step may find reversed at its end. */
const MOST_OVERSHOT = 0.5
/** Coefficients further out than this are as good as infinite. */
const SEARCH_BOUND = 15
const ROOT_TOLERANCE = 1e-10
const MAX_ROOT_STEPS = 100

/**
 * Penalised fit.
 *
 * Shape: a table of sets, one or several covariates. Units: those of the covariates, of which one should be a meaningful
 * difference: steps are held below 1.
 * Precondition: one case per set, in its first row.
 * Variant: Newton's method on the modified score with the unpenalised information, from 0, steps halved until l* rises and
 * does not fall off again behind the top.
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
  const climb = createClimber(sets)
  const start = climb.evaluate(new Float64Array(size))
  if (start === null) return notEstimable('collinear')
  const top = climb.climb(new Float64Array(size), null)
  if (top === null) return notEstimable('no-convergence')
  const variance = invertFactorised(top.factor, size)
  const beta = Array.from(top.beta)
  return {
    kind: 'estimate',
    beta,
    standardError: beta.map((_, j) => Math.sqrt(variance[j * size + j] ?? NaN)),
    variance,
    penalisedLogLikelihood: top.height,
    informativeSets: sets.caseRow.length,
    isSeparated: size === 1 && isSeparated(sets),
    sets,
  }
}

/**
 * 95% profile-penalised-likelihood interval of one coefficient.
 *
 * Units: as beta (logarithm of the ratio). Precondition: factor > 0, the finite-population factor of this coefficient;
 * 1 for the ordinary interval. Variant: root of the signed square root of the fall, which is nearly linear in b, by
 * Newton's method inside a bracket.
 * Source: Heinze and Schemper 2001, section 2; the factor is this project's, see `finite-population-factor.ts`.
 *
 * @throws TypeError, RangeError if the covariate does not exist or the factor is not positive.
 * @example
 *   // The ten separated pairs of `fitFirth`, whose plain interval has no upper end:
 *   // getProfileInterval(fit, 0) // { lower: 0.996412920653254, upper: 7.90127716257022 }
 */
export function getProfileInterval(fit: FirthFit, covariate: number, factor = 1): ProfileInterval {
  requireCovariate(fit, covariate)
  requirePositive(factor, 'factor')
  const climber = createClimber(fit.sets)
  const fall = Math.sqrt(CHI_SQUARE_95 * factor)
  return {
    lower: findLimit(fit, climber, covariate, fall, -1),
    upper: findLimit(fit, climber, covariate, fall, 1),
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
  const restricted = createClimber(fit.sets).climb(start, covariate)
  if (restricted === null) return notEstimable('no-convergence')
  const likelihoodRatio = Math.max(0, 2 * (fit.penalisedLogLikelihood - restricted.height))
  const scaledLikelihoodRatio = likelihoodRatio / factor
  return { likelihoodRatio, scaledLikelihoodRatio, pValue: getChiSquareTails(scaledLikelihoodRatio, 1).upper }
}

function requireCovariate(fit: FirthFit, covariate: number): void {
  requireCount(covariate, 'covariate')
  if (covariate >= fit.beta.length) {
    throw new RangeError(`covariate must be below ${fit.beta.length}, got ${covariate}`)
  }
}

/** A point on the penalised log-likelihood. */
interface Position {
  readonly beta: Float64Array
  /** l* */
  readonly height: number
  /** U* */
  readonly slope: Float64Array
  readonly information: Float64Array
  /** Cholesky factor of the information. */
  readonly factor: Float64Array
}

interface Climber {
  /** The position at these coefficients; null where the information is singular, and l* therefore minus infinity. */
  readonly evaluate: (beta: Float64Array) => Position | null
  /** Climbs to the maximum, with one coefficient held where it starts if `held` names it. */
  readonly climb: (start: Float64Array, held: number | null) => Position | null
}

function createClimber(sets: CondensedSets): Climber {
  const size = sets.covariates.length
  const evaluateLikelihood = createConditionalLikelihood(sets)

  const evaluate = (beta: Float64Array): Position | null => {
    const { logLikelihood, score, information, thirdMoments } = evaluateLikelihood(beta)
    const factor = factorise(information, size)
    if (factor === null) return null
    const inverse = invertFactorised(factor, size)
    const slope = score.map((u, j) => {
      let trace = 0
      inverse.forEach((v, cell) => {
        trace += v * (thirdMoments[j * size * size + cell] ?? NaN)
      })
      return u + trace / 2
    })
    return {
      beta,
      height: logLikelihood + getLogDeterminant(factor, size) / 2,
      slope,
      information: information.slice(),
      factor,
    }
  }

  const climb = (start: Float64Array, held: number | null): Position | null => {
    const free = Array.from(start.keys()).filter(j => j !== held)
    let here = evaluate(start)
    for (let step = 0; here !== null && step < MAX_STEPS; step++) {
      const { beta, height, slope } = here
      if (free.every(j => Math.abs(slope[j] ?? NaN) < SCORE_TOLERANCE)) return here
      const direction = getNewtonStep(here, free)
      if (direction === null) return null
      const rise = getInner(slope, direction)
      // Near the top the height changes less than it can be computed to, and l* bends more than the information says:
      // a step may not end far down the other side either, or the search would swing to and fro for ever.
      const isGoodStep = (end: Position | null) =>
        end !== null &&
        end.height >= height - 1e-12 * Math.abs(height) &&
        getInner(end.slope, direction) >= -MOST_OVERSHOT * rise
      let share = 1
      let there = evaluate(move(beta, direction, share))
      for (let halving = 0; halving < MAX_HALVINGS && !isGoodStep(there); halving++) {
        share /= 2
        there = evaluate(move(beta, direction, share))
      }
      here = there
    }
    return null
  }
  return { evaluate, climb }
}

/** Newton's step for the free coefficients, no component longer than LONGEST_STEP; zero for a held one. */
function getNewtonStep(
  { beta, slope, information, factor }: Position,
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
    Float64Array.from(free, j => slope[j] ?? NaN),
  )
  const longest = freeStep.reduce((most, change) => Math.max(most, Math.abs(change)), 0)
  const shorten = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1
  const step = new Float64Array(size)
  free.forEach((j, position) => {
    step[j] = shorten * (freeStep[position] ?? NaN)
  })
  return step
}

function getInner(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, value, j) => sum + value * (right[j] ?? NaN), 0)
}

function move(from: Float64Array, direction: Float64Array, share: number): Float64Array {
  return from.map((value, j) => value + share * (direction[j] ?? NaN))
}

/**
 * Where the profile has fallen by fall^2 / 2. With z(b) = sqrt(2 (maximum - profile(b))), whose slope is -U*_j / z, this
 * is the root of z(b) = fall.
 */
function findLimit(
  fit: FirthFit,
  { climb }: Climber,
  covariate: number,
  fall: number,
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
  let b = estimate + direction * fall * Math.sqrt(ownVariance)
  if (direction * (b - bound) > 0) b = bound
  for (let step = 0; step < MAX_ROOT_STEPS; step++) {
    // The others follow along the ridge of the fitted normal approximation.
    const change = b - (from[covariate] ?? NaN)
    const start = from.map(
      (value, j) => value + (change * (fit.variance[j * size + covariate] ?? NaN)) / ownVariance,
    )
    start[covariate] = b
    const profile = climb(start, covariate)
    let next = NaN
    if (profile === null) {
      outer = b
    } else {
      const z = Math.sqrt(Math.max(0, 2 * (fit.penalisedLogLikelihood - profile.height)))
      if (Math.abs(z - fall) < ROOT_TOLERANCE) return b
      if (z > fall) outer = b
      else if (b === bound) return null
      else inner = b
      from = Float64Array.from(profile.beta)
      next = b + ((z - fall) * z) / (profile.slope[covariate] ?? NaN)
    }
    const isInside = direction * (next - inner) > 0 && direction * (outer - next) > 0
    if (!isInside) next = outer === bound ? bound : (inner + outer) / 2
    if (Math.abs(next - b) < ROOT_TOLERANCE * 1e-3) return next
    b = next
  }
  return b
}
