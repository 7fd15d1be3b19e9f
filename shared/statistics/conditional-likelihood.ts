/**
 * Conditional likelihood of matched sets with one case each, and its derivatives: the objective of both plain and
 * Firth-penalised conditional logistic regression.
 *
 * Within a set, member i is the case with probability p_i = exp(x_i'b) / sum_k exp(x_k'b). With mu = sum_i p_i x_i:
 *
 *   log-likelihood   l    = sum over sets of  x_case'b - log sum_i exp(x_i'b)
 *   score            U    = sum over sets of  x_case - mu
 *   information      I    = sum over sets of  sum_i p_i (x_i - mu)(x_i - mu)'
 *   third moments    D_j  = sum over sets of  sum_i p_i (x_i - mu)(x_i - mu)' (x_ij - mu_j)
 *
 * D_j is the derivative of I by b_j, used by Firth's modified score.
 *
 * Source: Breslow and Day 1980, Statistical Methods in Cancer Research I, section 7.2; for several events per stratum
 * this is the form Wang 2011 finds unbiased (one set per event, all windows of the stratum in each).
 */
import type { CondensedSets } from './set-table.ts'

export interface LikelihoodAtPoint {
  logLikelihood: number
  /** U, one value per covariate. */
  readonly score: Float64Array
  /** I, row by row. */
  readonly information: Float64Array
  /** D_0, D_1, ... one after the other, each row by row. */
  readonly thirdMoments: Float64Array
}

/**
 * Creates the evaluator of likelihood and derivatives at given coefficients (one per covariate). The evaluator returns the
 * same mutable object on every call, because it runs in the innermost loops: copy the result before calling again.
 */
export function createConditionalLikelihood(
  sets: CondensedSets,
): (beta: Float64Array) => Readonly<LikelihoodAtPoint> {
  return sets.covariates.length === 1 ? createForOneCovariate(sets) : createForSeveralCovariates(sets)
}

function createResult(size: number): LikelihoodAtPoint {
  return {
    logLikelihood: NaN,
    score: new Float64Array(size),
    information: new Float64Array(size * size),
    thirdMoments: new Float64Array(size * size * size),
  }
}

/** Evaluator for a single covariate, where every matrix is a number. Hot path: takes nearly all the time of an analysis. */
function createForOneCovariate({
  start,
  count,
  covariates: [x = new Float64Array()],
  caseRow,
  constantLogLikelihood,
}: CondensedSets) {
  const result = createResult(1)
  const weight = new Float64Array(count.length)
  return (beta: Float64Array) => {
    const b = beta[0] ?? NaN
    let logLikelihood = constantLogLikelihood
    let score = 0
    let information = 0
    let thirdMoment = 0
    for (let e = 0; e < caseRow.length; e++) {
      const first = start[e] ?? NaN
      const end = start[e + 1] ?? NaN
      const xCase = x[caseRow[e] ?? NaN] ?? NaN
      // The rows of a set ascend in x, so the largest exponent, subtracted against overflow, is at one of its ends.
      const xLargest = (b > 0 ? x[end - 1] : x[first]) ?? NaN
      let total = 0
      let weightedSum = 0
      for (let i = first; i < end; i++) {
        const xi = x[i] ?? NaN
        const w = (count[i] ?? NaN) * Math.exp(b * (xi - xLargest))
        weight[i] = w
        total += w
        weightedSum += w * (xi - xCase)
      }
      const meanOverCase = weightedSum / total
      const mean = xCase + meanOverCase
      let secondSum = 0
      let thirdSum = 0
      for (let i = first; i < end; i++) {
        const deviation = (x[i] ?? NaN) - mean
        const second = (weight[i] ?? NaN) * deviation * deviation
        secondSum += second
        thirdSum += second * deviation
      }
      logLikelihood += b * (xCase - xLargest) - Math.log(total)
      score -= meanOverCase
      information += secondSum / total
      thirdMoment += thirdSum / total
    }
    result.logLikelihood = logLikelihood
    result.score[0] = score
    result.information[0] = information
    result.thirdMoments[0] = thirdMoment
    return result
  }
}

/**
 * Evaluator for several covariates. I and all D_j are symmetric in their indices: each distinct element is summed once (20
 * instead of 64 for four covariates) and copied to all its index permutations at the end.
 */
function createForSeveralCovariates({
  start,
  count,
  covariates,
  caseRow,
  constantLogLikelihood,
}: CondensedSets) {
  const size = covariates.length
  const result = createResult(size)
  const { score } = result
  const weight = new Float64Array(count.length)
  const mean = new Float64Array(size)
  const deviation = new Float64Array(size)
  const second = new Float64Array((size * (size + 1)) / 2)
  const third = new Float64Array((size * (size + 1) * (size + 2)) / 6)
  // Row-major copy: the values of a row are used together.
  const x = new Float64Array(count.length * size)
  covariates.forEach((values, j) => {
    for (let i = 0; i < values.length; i++) x[i * size + j] = values[i] ?? NaN
  })
  return (beta: Float64Array) => {
    let logLikelihood = constantLogLikelihood
    score.fill(0)
    second.fill(0)
    third.fill(0)
    for (let e = 0; e < caseRow.length; e++) {
      const first = start[e] ?? NaN
      const end = start[e + 1] ?? NaN
      const theCase = caseRow[e] ?? NaN
      let largest = Number.NEGATIVE_INFINITY
      for (let i = first; i < end; i++) {
        let exponent = 0
        for (let j = 0; j < size; j++) exponent += (beta[j] ?? NaN) * (x[i * size + j] ?? NaN)
        weight[i] = exponent
        if (exponent > largest) largest = exponent
      }
      logLikelihood += (weight[theCase] ?? NaN) - largest
      let total = 0
      mean.fill(0)
      for (let i = first; i < end; i++) {
        const w = (count[i] ?? NaN) * Math.exp((weight[i] ?? NaN) - largest)
        weight[i] = w
        total += w
        for (let j = 0; j < size; j++) mean[j] = (mean[j] ?? NaN) + w * (x[i * size + j] ?? NaN)
      }
      logLikelihood -= Math.log(total)
      for (let j = 0; j < size; j++) {
        mean[j] = (mean[j] ?? NaN) / total
        score[j] = (score[j] ?? NaN) + (x[theCase * size + j] ?? NaN) - (mean[j] ?? NaN)
      }
      for (let i = first; i < end; i++) {
        const p = (weight[i] ?? NaN) / total
        for (let j = 0; j < size; j++) deviation[j] = (x[i * size + j] ?? NaN) - (mean[j] ?? NaN)
        let pair = 0
        let triple = 0
        for (let j = 0; j < size; j++) {
          const one = p * (deviation[j] ?? NaN)
          for (let k = j; k < size; k++, pair++) {
            const two = one * (deviation[k] ?? NaN)
            second[pair] = (second[pair] ?? NaN) + two
            for (let m = k; m < size; m++, triple++)
              third[triple] = (third[triple] ?? NaN) + two * (deviation[m] ?? NaN)
          }
        }
      }
    }
    result.logLikelihood = logLikelihood
    writeSymmetric(result, size, second, third)
    return result
  }
}

/** Copies each element j <= k (<= m) to all permutations of its indices. */
function writeSymmetric(
  { information, thirdMoments }: LikelihoodAtPoint,
  size: number,
  second: Float64Array,
  third: Float64Array,
): void {
  const write = (value: number, a: number, b: number, c: number) => {
    thirdMoments[(a * size + b) * size + c] = value
    thirdMoments[(a * size + c) * size + b] = value
  }
  let pair = 0
  let triple = 0
  for (let j = 0; j < size; j++)
    for (let k = j; k < size; k++, pair++) {
      information[j * size + k] = second[pair] ?? NaN
      information[k * size + j] = second[pair] ?? NaN
      for (let m = k; m < size; m++, triple++) {
        const value = third[triple] ?? NaN
        write(value, j, k, m)
        write(value, k, j, m)
        write(value, m, j, k)
      }
    }
}
