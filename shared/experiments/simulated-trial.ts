/**
 * Experiments that never were, to learn what a design can find. A person has so many cramps a week, more in some weeks
 * than in others; with the change they are so many times as frequent; some days are not kept to or not known.
 */

import type { TrialPeriod } from '../statistics/n-of-1.ts'
import type { Arm, PeriodOrder } from '../statistics/n-of-1-orders.ts'
import { drawPoisson, type Random } from '../statistics/random.ts'
import { isEnough } from './analysis.ts'
import { type ExperimentDesign, WITH } from './design.ts'

export interface TrialScenario {
  readonly design: ExperimentDesign
  /** Without the change. */
  readonly crampsPerWeek: number
  /** How many times as frequent cramps are with the change; 1 when it does nothing. */
  readonly rateRatio: number
}

/** Share of days that are kept to and known. */
const COUNTED_SHARE = 0.85
/** Coefficient of variation of the weekly rate, and the lognormal that has it. */
const WEEKLY_VARIATION = 0.4
const WEEKLY_SIGMA = Math.sqrt(Math.log(1 + WEEKLY_VARIATION ** 2))
const DAYS_PER_WEEK = 7

/** The counts of one experiment that was run in the order `arms`. */
export function liveThroughTrial(scenario: TrialScenario, arms: PeriodOrder, random: Random): TrialPeriod[] {
  const { design, crampsPerWeek, rateRatio } = scenario
  const { periodDays, washoutDays } = design
  const weeks = Math.ceil((arms.length * periodDays) / DAYS_PER_WEEK)
  const weeklyRates = Array.from(
    { length: weeks },
    () => crampsPerWeek * Math.exp(WEEKLY_SIGMA * random.nextNormal() - WEEKLY_SIGMA ** 2 / 2),
  )
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
    return isEnough(days, periodDays - washoutDays) ? { arm, count, days } : { arm, count: 0, days: 0 }
  })
}
