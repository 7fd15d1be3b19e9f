/**
 * Calls of a reference file: per `call` the schema of its inputs and the project's function, with results under the names
 * that the file uses. Adapter only; it computes nothing.
 */
import { z } from 'zod'
import { computeQValues } from '../../../shared/statistics/benjamini-hochberg.ts'
import { fitConditionalLogistic } from '../../../shared/statistics/conditional-logistic.ts'
import { computeGarwoodRate } from '../../../shared/statistics/garwood.ts'
import { computeSurvivalCurve, computeSurvivalQuantile } from '../../../shared/statistics/kaplan-meier.ts'
import { estimateMantelHaenszel } from '../../../shared/statistics/mantel-haenszel.ts'
import { testMcNemar } from '../../../shared/statistics/mcnemar.ts'
import {
  estimateExperimentEffect,
  testBalancedExperiment,
  testPairedExperiment,
} from '../../../shared/statistics/n-of-1.ts'
import { testExactPermutation } from '../../../shared/statistics/permutation.ts'
import { fitPoissonTrend } from '../../../shared/statistics/poisson-trend.ts'
import type { NotEstimable } from '../../../shared/statistics/preconditions.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { compareRates } from '../../../shared/statistics/rate-ratio.ts'
import { testRayleigh } from '../../../shared/statistics/rayleigh.ts'
import { type SetTable, tabulateSets } from '../../../shared/statistics/set-table.ts'
import { computeWilsonInterval } from '../../../shared/statistics/wilson.ts'
import { diarySetsInputs, runDiarySets } from './diary-sets-call.ts'
import { runFirth, runScaledFirth } from './firth-call.ts'

/** Results by name; NotEstimable means null under every name. */
export type CallResult = Readonly<Record<string, unknown>> | NotEstimable

const numbers = z.array(z.number())
const sets = { set: numbers, case: numbers, covariates: z.array(numbers), scale: numbers }
/** Seed of the permutation test, used only when an experiment has too many orders to enumerate. */
const EXPERIMENT_SEED = 1

export const calls: Readonly<Record<string, (inputs: unknown) => CallResult>> = {
  'conditional-logistic': define(z.object(sets), inputs => {
    const fit = fitConditionalLogistic(tabulate(inputs))
    if (fit.kind === 'not-estimable') return fit
    return {
      beta: fit.beta,
      se: fit.standardError,
      loglik_null: fit.logLikelihoodNull,
      loglik: fit.logLikelihood,
      lr_chisq: fit.likelihoodRatioChiSquare,
      score_chisq: fit.scoreChiSquare,
      wald_ci_lower: fit.ratioLower,
      wald_ci_upper: fit.ratioUpper,
    }
  }),

  firth: define(z.object(sets), inputs => runFirth(tabulate(inputs))),

  'firth-scaled': define(z.object({ ...sets, f: numbers }), inputs =>
    runScaledFirth(tabulate(inputs), getPerSet(inputs.set, inputs.f)),
  ),

  'mantel-haenszel': define(z.object({ set: numbers, case: numbers, exposed: numbers }), inputs => {
    const { set, case: isCase, exposed } = inputs
    const estimate = estimateMantelHaenszel(tabulateSets({ set, isCase, covariates: [exposed] }))
    if (estimate.kind === 'not-estimable') return estimate
    return {
      or: estimate.oddsRatio,
      log_or: estimate.logOddsRatio,
      var_log_or_rbg: estimate.logVariance,
      ci_lower: estimate.lower,
      ci_upper: estimate.upper,
      mh_chisq_no_correction: estimate.chiSquare,
    }
  }),

  permutation: define(z.object({ n: numbers, k: numbers, m: numbers, t: numbers }), inputs => {
    const { exposedEvents, expected, variance, pExact, pMid } = testExactPermutation(inputs)
    return { T: exposedEvents, expected, variance, p_exact: pExact, p_mid: pMid }
  }),

  'mcnemar-exact': define(
    z.object({ n11: z.number(), n10: z.number(), n01: z.number(), n00: z.number() }),
    inputs => {
      const test = testMcNemar(inputs)
      if (test.kind === 'not-estimable') return test
      return { or: test.oddsRatio, p: test.pValue, ci_lower: test.lower, ci_upper: test.upper }
    },
  ),

  wilson: define(z.object({ x: z.number(), n: z.number() }), ({ x, n }) => ({
    ...computeWilsonInterval(x, n),
  })),

  garwood: define(z.object({ x: z.number(), days: z.number() }), ({ x, days }) => {
    const { per28Days, lower, upper } = computeGarwoodRate(x, days)
    return { per28: per28Days, per28_lower: lower, per28_upper: upper }
  }),

  'rate-ratio': define(
    z.object({ x: z.tuple([z.number(), z.number()]), days: z.tuple([z.number(), z.number()]) }),
    ({ x, days }) => {
      const test = compareRates({ events: x[0], days: days[0] }, { events: x[1], days: days[1] })
      if (test.kind === 'not-estimable') return test
      return { rr: test.rateRatio, lower: test.lower, upper: test.upper, p: test.pValue }
    },
  ),

  'benjamini-hochberg': define(z.object({ p: numbers }), ({ p }) => ({ q: computeQValues(p) })),

  rayleigh: define(z.object({ hours: numbers }), ({ hours }) => {
    const test = testRayleigh(hours)
    if (test.kind === 'not-estimable') return test
    return { n: test.n, Rbar: test.meanResultantLength, mean_hour: test.meanHour, z: test.z, p: test.pValue }
  }),

  'kaplan-meier': define(z.object({ time: numbers, event: numbers }), ({ time, event }) => {
    const curve = computeSurvivalCurve(time, event)
    return {
      times: curve.times,
      surv: curve.survival,
      median: computeSurvivalQuantile(curve, 0.5),
      q25: computeSurvivalQuantile(curve, 0.25),
      q75: computeSurvivalQuantile(curve, 0.75),
    }
  }),

  'poisson-trend': define(z.object({ week: numbers, count: numbers, tracked_days: numbers }), inputs => {
    const { week, count, tracked_days: trackedDays } = inputs
    const trend = fitPoissonTrend({ week, count, trackedDays })
    if (trend.kind === 'not-estimable') return trend
    return {
      beta_per_week: trend.betaPerWeek,
      se: trend.standardError,
      rr_per_4weeks: trend.ratioPer4Weeks,
      dispersion_pearson: trend.dispersion,
    }
  }),

  'n-of-1-paired': define(z.object({ differences: numbers }), ({ differences }) => {
    const { pValue, assignments } = testPairedExperiment(differences, createRandom(EXPERIMENT_SEED))
    return { p_two_sided: pValue, n_assignments: assignments }
  }),

  'n-of-1-balanced': define(
    z.object({
      count: numbers,
      arm: z.array(z.union([z.literal(0), z.literal(1)])),
      days: numbers,
      max_run: z.number(),
    }),
    ({ count, arm, days, max_run: maxRun }) => {
      const periods = arm.map((ofPeriod, i) => ({
        arm: ofPeriod,
        count: count[i] ?? NaN,
        days: days[i] ?? NaN,
      }))
      const test = testBalancedExperiment(periods, maxRun, createRandom(EXPERIMENT_SEED))
      const effect = estimateExperimentEffect(periods)
      if (test.kind === 'not-estimable') return test
      if (effect.kind === 'not-estimable') return effect
      return {
        n_assignments: test.assignments,
        statistic: test.statistic,
        p_two_sided: test.pValue,
        rate_ratio: effect.rateRatio,
        phi_used: effect.dispersion,
        se_log: effect.standardError,
        ci_lower_t: effect.lower,
        ci_upper_t: effect.upper,
      }
    },
  ),

  'diary-sets': define(diarySetsInputs, runDiarySets),
}

function define<Schema extends z.ZodType>(
  schema: Schema,
  run: (inputs: z.output<Schema>) => CallResult,
): (inputs: unknown) => CallResult {
  return inputs => run(schema.parse(inputs))
}

function tabulate(inputs: z.output<z.ZodObject<typeof sets>>): SetTable {
  const { set, case: isCase, covariates, scale } = inputs
  return tabulateSets({ set, isCase, covariates, scale })
}

/** Value per matched set, in the order of `tabulateSets`; the file repeats it on every row of the set. */
function getPerSet(set: readonly number[], perRow: readonly number[]): number[] {
  const bySet = new Map<number, number>()
  set.forEach((label, row) => {
    if (!bySet.has(label)) bySet.set(label, perRow[row] ?? NaN)
  })
  return Array.from(bySet.values())
}
