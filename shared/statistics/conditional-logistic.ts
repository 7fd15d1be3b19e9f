/**
 * Conditional logistic regression for matched sets with one case each (R: survival::clogit).
 */
import { createConditionalLikelihood } from './conditional-likelihood.ts'
import { NORMAL_975 } from './distributions.ts'
import { type NotEstimable, notEstimable } from './preconditions.ts'
import { type CondensedSets, condenseSets, type SetTable } from './set-table.ts'
import { computeBilinearForm, factorise, invertFactorised, solveFactorised } from './symmetric-matrix.ts'

export interface ConditionalLogisticFit {
  readonly kind: 'estimate'
  /** Logarithm of the ratio per unit of each covariate. */
  readonly beta: readonly number[]
  readonly standardError: readonly number[]
  /** 95% Wald limits of the ratio exp(beta). */
  readonly ratioLower: readonly number[]
  readonly ratioUpper: readonly number[]
  readonly logLikelihoodNull: number
  readonly logLikelihood: number
  /** Likelihood ratio and score statistics of all coefficients being 0; chi-square, one df per covariate. */
  readonly likelihoodRatioChiSquare: number
  readonly scoreChiSquare: number
  /** Sets within which a covariate varies. */
  readonly informativeSets: number
}

/** Convergence: largest change of a coefficient in one step, in units of beta. */
const STEP_TOLERANCE = 1e-9
/** Newton converges in under 10 steps; a likelihood without a maximum still rises after this many. */
const MAX_STEPS = 40
const MAX_HALVINGS = 30
/** Information about a coefficient, as a share of that at 0, below which the coefficient is taken to diverge. */
const VANISHING_INFORMATION = 1e-8

/**
 * Maximum likelihood fit: log ratio of a member being the case, per unit of each covariate.
 *
 * Shape: a table of sets, one or several covariates. Units: those of the covariates; scale them so that one unit is a
 * meaningful difference (500 ml, not 1 ml), because the first steps of the search are of that order.
 * Precondition: one case per set, in its first row.
 * Variant: exact conditional likelihood for one case per set (with several events per stratum, Breslow's form); Newton's
 * method, steps halved until the likelihood rises.
 * Source: Breslow and Day 1980, section 7.2.
 *
 * Returns `nothing-varies`, `separated` (no finite maximum) or `collinear` instead of a fit.
 *
 * @throws TypeError, RangeError if the table is malformed.
 * @example
 *   // Eleven pairs with only the case exposed, two with only the referent exposed:
 *   // fitConditionalLogistic(pairs).beta // [1.7047480922384253], the logarithm of 11/2
 */
export function fitConditionalLogistic(table: SetTable): ConditionalLogisticFit | NotEstimable {
  const sets = condenseSets(table)
  const size = table.covariates.length
  const informativeSets = sets.caseRow.length
  if (informativeSets === 0) return notEstimable('nothing-varies')
  if (size === 1 && isSeparated(sets)) return notEstimable('separated')

  const evaluate = createConditionalLikelihood(sets)
  let beta = new Float64Array(size)
  let current = copy(evaluate(beta))
  const atNull = current
  let factor = factorise(current.information, size)
  if (factor === null) return notEstimable('collinear')
  const scoreChiSquare = computeBilinearForm(current.score, invertFactorised(factor, size), current.score)

  for (let step = 0; step < MAX_STEPS; step++) {
    const direction: Float64Array = solveFactorised(factor, current.score)
    // Near the maximum the likelihood changes by less than its rounding error.
    const acceptable = current.logLikelihood - 1e-12 * Math.abs(current.logLikelihood)
    let stepSize = 1
    let next = addScaled(beta, direction, stepSize)
    let candidate = copy(evaluate(next))
    for (let halving = 0; halving < MAX_HALVINGS && !(candidate.logLikelihood >= acceptable); halving++) {
      stepSize /= 2
      next = addScaled(beta, direction, stepSize)
      candidate = copy(evaluate(next))
    }
    beta = next
    current = candidate
    factor = factorise(current.information, size)
    if (factor === null || hasVanishedInformation(current.information, atNull.information, size))
      return notEstimable('separated')
    if (direction.every(change => Math.abs(change) < STEP_TOLERANCE)) {
      const variance = invertFactorised(factor, size)
      const coefficients = Array.from(beta)
      const standardError = coefficients.map((_, j) => Math.sqrt(variance[j * size + j] ?? NaN))
      const getLimit = (direction: number) =>
        coefficients.map((b, j) => Math.exp(b + direction * NORMAL_975 * (standardError[j] ?? NaN)))
      return {
        kind: 'estimate',
        beta: coefficients,
        standardError,
        ratioLower: getLimit(-1),
        ratioUpper: getLimit(1),
        logLikelihoodNull: atNull.logLikelihood,
        logLikelihood: current.logLikelihood,
        likelihoodRatioChiSquare: 2 * (current.logLikelihood - atNull.logLikelihood),
        scoreChiSquare,
        informativeSets,
      }
    }
  }
  return notEstimable('separated')
}

/**
 * Separation by one covariate, complete or quasi-complete: every informative case has the largest value of its set, or
 * every one the smallest. The likelihood then has no maximum: it rises for ever as the coefficient grows.
 *
 * Precondition: one covariate. Source: Albert and Anderson 1984, Biometrika 71 (complete and quasi-complete separation).
 *
 * @example isSeparated(condenseSets(tabulateSets({ set: [1, 1], isCase: [1, 0], covariates: [[1, 0]] }))) // true
 */
export function isSeparated({ start, caseRow }: CondensedSets): boolean {
  // The rows of a set ascend in x.
  const atSmallest = caseRow.every((row, e) => row === start[e])
  const atLargest = caseRow.every((row, e) => row === (start[e + 1] ?? NaN) - 1)
  return caseRow.length > 0 && (atSmallest || atLargest)
}

/** Sign of separation: the information about a coefficient vanishes only if the coefficient diverges. */
function hasVanishedInformation(information: Float64Array, atNull: Float64Array, size: number): boolean {
  for (let cell = 0; cell < information.length; cell += size + 1) {
    if ((information[cell] ?? NaN) < VANISHING_INFORMATION * (atNull[cell] ?? NaN)) return true
  }
  return false
}

function addScaled(
  start: Float64Array,
  direction: Float64Array,
  stepSize: number,
): Float64Array<ArrayBuffer> {
  return start.map((value, j) => value + stepSize * (direction[j] ?? NaN))
}

interface Point {
  readonly logLikelihood: number
  readonly score: Float64Array
  readonly information: Float64Array
}

function copy({ logLikelihood, score, information }: Point): Point {
  return { logLikelihood, score: score.slice(), information: information.slice() }
}
