/**
 * The conditional likelihood of matched sets with one case each, and its derivatives: what plain and Firth-penalised
 * conditional logistic regression both climb.
 *
 * Within a set, member i is the case with probability p_i = exp(x_i'b) / sum_k exp(x_k'b). With mu = sum_i p_i x_i:
 *
 *   log-likelihood   l    = sum over sets of  x_case'b - log sum_i exp(x_i'b)
 *   score            U    = sum over sets of  x_case - mu
 *   information      I    = sum over sets of  sum_i p_i (x_i - mu)(x_i - mu)'
 *   third moments    D_j  = sum over sets of  sum_i p_i (x_i - mu)(x_i - mu)' (x_ij - mu_j)
 *
 * D_j is the derivative of I by b_j, which is what Firth's modified score asks for.
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
 * Prepares the evaluation at any coefficients. The returned function writes into one result object and hands out that
 * same object every time, since it is called in the innermost loops: read it before calling again.
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

/** The formulas above for a single x: every matrix is a number. Nearly all work of an analysis is done here. */
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

function createForSeveralCovariates({
  start,
  count,
  covariates,
  caseRow,
  constantLogLikelihood,
}: CondensedSets) {
  const size = covariates.length
  const result = createResult(size)
  const { score, information, thirdMoments } = result
  const weight = new Float64Array(count.length)
  const mean = new Float64Array(size)
  const deviation = new Float64Array(size)
  return (beta: Float64Array) => {
    let logLikelihood = constantLogLikelihood
    score.fill(0)
    information.fill(0)
    thirdMoments.fill(0)
    const getExponent = (row: number) => {
      let sum = 0
      for (let j = 0; j < size; j++) sum += (beta[j] ?? NaN) * (covariates[j]?.[row] ?? NaN)
      return sum
    }
    for (let e = 0; e < caseRow.length; e++) {
      const first = start[e] ?? NaN
      const end = start[e + 1] ?? NaN
      const theCase = caseRow[e] ?? NaN
      let largest = Number.NEGATIVE_INFINITY
      for (let i = first; i < end; i++) {
        const exponent = getExponent(i)
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
        for (let j = 0; j < size; j++) mean[j] = (mean[j] ?? NaN) + w * (covariates[j]?.[i] ?? NaN)
      }
      logLikelihood -= Math.log(total)
      for (let j = 0; j < size; j++) {
        mean[j] = (mean[j] ?? NaN) / total
        score[j] = (score[j] ?? NaN) + (covariates[j]?.[theCase] ?? NaN) - (mean[j] ?? NaN)
      }
      for (let i = first; i < end; i++) {
        const p = (weight[i] ?? NaN) / total
        for (let j = 0; j < size; j++) deviation[j] = (covariates[j]?.[i] ?? NaN) - (mean[j] ?? NaN)
        let cell = 0
        for (let j = 0; j < size; j++) {
          for (let k = 0; k < size; k++, cell++) {
            const second = p * (deviation[j] ?? NaN) * (deviation[k] ?? NaN)
            information[cell] = (information[cell] ?? NaN) + second
            for (let m = 0; m < size; m++) {
              const at = m * size * size + cell
              thirdMoments[at] = (thirdMoments[at] ?? NaN) + second * (deviation[m] ?? NaN)
            }
          }
        }
      }
    }
    result.logLikelihood = logLikelihood
    return result
  }
}
