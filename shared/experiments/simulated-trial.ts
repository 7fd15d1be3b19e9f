/**
 * Simulation of an experiment, to compute the power of a design. The weekly rate of cramps is lognormal around
 * `crampsPerWeek`, the change multiplies it by `rateRatio`, and a share of the days does not count.
 */

import type { TrialPeriod } from '../statistics/n-of-1.ts'
import type { Arm, PeriodOrder } from '../statistics/n-of-1-orders.ts'
import { drawPoisson, type Random } from '../statistics/random.ts'
import { hasEnoughDays } from './analysis.ts'
import { type ExperimentDesign, WITH } from './design.ts'

export interface TrialScenario {
  readonly design: ExperimentDesign
  /** Mean rate without the change. */
  readonly crampsPerWeek: number
  /** Rate with the change over the rate without it; 1 for no effect. */
  readonly rateRatio: number
}

/** Probability that a day counts: the plan was followed and the cramps are known. */
export const COUNTED_SHARE = 0.85
/** Coefficient of variation of the weekly rate, and the sigma of the lognormal distribution with it. */
const WEEKLY_VARIATION = 0.4
const WEEKLY_SIGMA = Math.sqrt(Math.log(1 + WEEKLY_VARIATION ** 2))
export const DAYS_PER_WEEK = 7

/** Rate of a week relative to the mean: lognormal with mean 1. */
export const drawWeekFactor = (random: Random): number =>
  Math.exp(WEEKLY_SIGMA * random.nextNormal() - WEEKLY_SIGMA ** 2 / 2)

/** Simulated counts of one experiment with the order `arms`. */
export function simulateTrial(scenario: TrialScenario, arms: PeriodOrder, random: Random): TrialPeriod[] {
  const { design, crampsPerWeek, rateRatio } = scenario
  const { periodDays, washoutDays } = design
  const weeks = Math.ceil((arms.length * periodDays) / DAYS_PER_WEEK)
  const weeklyRates = Array.from({ length: weeks }, () => crampsPerWeek * drawWeekFactor(random))
  return arms.map((arm: Arm, period) => {
    const factor = arm === WITH ? rateRatio : 1
    let count = 0
    let days = 0
    for (let day = washoutDays; day < periodDays; day++) {
      if (random.nextUniform() >= COUNTED_SHARE) continue
      const week = Math.floor((period * periodDays + day) / DAYS_PER_WEEK)
      count += drawPoisson(random, (factor * (weeklyRates[week] ?? Number.NaN)) / DAYS_PER_WEEK)
      days += 1
    }
    return hasEnoughDays(days, periodDays - washoutDays) ? { arm, count, days } : { arm, count: 0, days: 0 }
  })
}
