import { computeFinitePopulationFactors } from '../../../shared/statistics/finite-population-factor.ts'
import {
  computeProfileInterval,
  type FirthFit,
  fitFirth,
  type LikelihoodRatioTest,
  testCoefficient,
} from '../../../shared/statistics/firth.ts'
import type { NotEstimable } from '../../../shared/statistics/preconditions.ts'
import type { SetTable } from '../../../shared/statistics/set-table.ts'

type Results = Readonly<Record<string, unknown>>

/** Unscaled fit, interval and test of every covariate, under the names of the reference file. */
export function runFirth(table: SetTable): Results | NotEstimable {
  const fit = fitFirth(table)
  return fit.kind === 'not-estimable' ? fit : describeFit(fit)
}

/** `runFirth` plus the fit scaled by the first form of the finite-population factor. */
export function runScaledFirth(table: SetTable, drawFactor: readonly number[]): Results | NotEstimable {
  const fit = fitFirth(table)
  if (fit.kind === 'not-estimable') return fit
  const factors = computeFinitePopulationFactors(table, fit, { form: 'one-value-per-unit', drawFactor })
  if (!isFactors(factors)) return factors
  const intervals = factors.map((factor, j) => computeProfileInterval(fit, j, factor))
  const tests = factors.map((factor, j) => test(fit, j, factor))
  return {
    ...describeFit(fit),
    c: factors,
    scaled_ci_lower: intervals.map(({ lower }) => (lower === null ? null : Math.exp(lower))),
    scaled_ci_upper: intervals.map(({ upper }) => (upper === null ? null : Math.exp(upper))),
    plr_scaled: tests.map(({ scaledLikelihoodRatio }) => scaledLikelihoodRatio),
    p_scaled: tests.map(({ pValue }) => pValue),
  }
}

function describeFit(fit: FirthFit): Results {
  const intervals = fit.beta.map((_, j) => computeProfileInterval(fit, j))
  const tests = fit.beta.map((_, j) => test(fit, j, 1))
  return {
    beta: fit.beta,
    se_model: fit.standardError,
    plr: tests.map(({ likelihoodRatio }) => likelihoodRatio),
    p_plr: tests.map(({ pValue }) => pValue),
    ci_beta_lower: intervals.map(({ lower }) => lower),
    ci_beta_upper: intervals.map(({ upper }) => upper),
    penalised_loglik: fit.penalisedLogLikelihood,
    separated: fit.isSeparated,
  }
}

function test(fit: FirthFit, covariate: number, factor: number): LikelihoodRatioTest {
  const result = testCoefficient(fit, covariate, factor)
  if ('kind' in result) throw new Error(`coefficient ${covariate}: ${result.reason}`)
  return result
}

function isFactors(factors: readonly number[] | NotEstimable): factors is readonly number[] {
  return !('kind' in factors)
}
