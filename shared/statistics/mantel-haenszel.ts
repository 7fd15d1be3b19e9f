/**
 * Mantel-Haenszel odds ratio of matched sets, which can be checked by hand (R: mantelhaen.test(correct = FALSE)).
 */
import { NORMAL_975 } from './distributions.ts'
import { type NotEstimable, notEstimable, requirePositive } from './preconditions.ts'
import { requireSetTable, type SetTable } from './set-table.ts'

export interface MantelHaenszelEstimate {
  readonly kind: 'estimate'
  readonly oddsRatio: number
  readonly logOddsRatio: number
  /** Robins-Breslow-Greenland variance of the logarithm, times the variance factor. */
  readonly logVariance: number
  /** 95% limits of the odds ratio. */
  readonly lower: number
  readonly upper: number
  /** Mantel-Haenszel chi-square without continuity correction, one degree of freedom. */
  readonly chiSquare: number
}

/**
 * Odds ratio of exposure, cases against referents, over sets.
 *
 * With a, b, c, d = exposed case, exposed referents, unexposed case, unexposed referents of a set of n, and
 * R = ad/n, S = bc/n, P = (a+d)/n, Q = (b+c)/n:
 *
 *   OR = sum R / sum S
 *   var log OR = sum PR / 2(sum R)^2 + sum(PS + QR) / 2(sum R)(sum S) + sum QS / 2(sum S)^2
 *
 * Shape: a table of sets with one covariate of zeros and ones. Precondition: varianceFactor > 0, the finite-population
 * factor where events share their referents, else 1.
 * Source: Mantel and Haenszel 1959, JNCI 22; Robins, Breslow and Greenland 1986, Biometrics 42, equation for sparse and
 * large strata alike.
 *
 * Returns `nothing-varies` if no set has both exposed and unexposed members, `separated` if sum R or sum S is 0.
 *
 * @throws RangeError if the covariate has values other than 0 and 1, or there is not exactly one.
 * @example
 *   // Pairs: 11 with only the case exposed, 2 with only the referent: 11/2
 *   // estimateMantelHaenszel(pairs).oddsRatio // 5.5
 */
export function estimateMantelHaenszel(
  table: SetTable,
  varianceFactor = 1,
): MantelHaenszelEstimate | NotEstimable {
  requireSetTable(table)
  requirePositive(varianceFactor, 'varianceFactor')
  const [exposed, ...others] = table.covariates
  if (exposed === undefined || others.length > 0) throw new RangeError('covariates must be one exposure')
  const { start } = table
  let sumR = 0
  let sumS = 0
  let sumPR = 0
  let sumPSandQR = 0
  let sumQS = 0
  let exposedCases = 0
  let expectedExposedCases = 0
  let variance = 0
  for (let e = 0; e + 1 < start.length; e++) {
    const first = start[e] ?? NaN
    const end = start[e + 1] ?? NaN
    const n = end - first
    let exposedMembers = 0
    for (let i = first; i < end; i++) {
      const x = exposed[i] ?? NaN
      if (x !== 0 && x !== 1) throw new RangeError(`covariates[0][${i}] must be 0 or 1, got ${x}`)
      exposedMembers += x
    }
    const a = exposed[first] ?? NaN
    const b = exposedMembers - a
    const c = 1 - a
    const d = n - 1 - b
    const r = (a * d) / n
    const s = (b * c) / n
    const p = (a + d) / n
    const q = (b + c) / n
    sumR += r
    sumS += s
    sumPR += p * r
    sumPSandQR += p * s + q * r
    sumQS += q * s
    exposedCases += a
    expectedExposedCases += exposedMembers / n
    variance += (exposedMembers * (n - exposedMembers)) / (n * n)
  }
  if (variance === 0) return notEstimable('nothing-varies')
  if (sumR === 0 || sumS === 0) return notEstimable('separated')
  const logOddsRatio = Math.log(sumR / sumS)
  const logVariance =
    varianceFactor * (sumPR / (2 * sumR * sumR) + sumPSandQR / (2 * sumR * sumS) + sumQS / (2 * sumS * sumS))
  const halfWidth = NORMAL_975 * Math.sqrt(logVariance)
  return {
    kind: 'estimate',
    oddsRatio: sumR / sumS,
    logOddsRatio,
    logVariance,
    lower: Math.exp(logOddsRatio - halfWidth),
    upper: Math.exp(logOddsRatio + halfWidth),
    chiSquare: (exposedCases - expectedExposedCases) ** 2 / variance,
  }
}
