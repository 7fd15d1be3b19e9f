/**
 * Analysis of an experiment as randomised: a day belongs to the arm that was drawn for it, and counts if the person
 * followed the plan on it and its cramps are known. All other days are missing.
 *
 *   p = the share of all orders the design allows under which the same cramps differ at least as much between the arms
 */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'
import {
  createBalancedTest,
  estimateExperimentEffect,
  type PermutationResult,
  type TrialPeriod,
  testPairedExperiment,
} from '../statistics/n-of-1.ts'
import { type NotEstimable, notEstimable } from '../statistics/preconditions.ts'
import { createRandom, type Random } from '../statistics/random.ts'
import { addDays, type CalendarDate, datesFromTo } from '../time/calendar-date.ts'
import { type ExperimentDesign, getBalancedDesign, WITH, WITHOUT } from './design.ts'
import type { Experiment, ExperimentDay } from './experiment.ts'
import type { CrampCounts } from './outcome.ts'
import { listPeriods } from './schedule.ts'

/** Significance level: at or below this p an experiment settles its question. */
export const ALPHA = 0.05
/** Smallest share of counted days, of the planned ones, with which a period is compared. */
const MIN_SHARE_COUNTED = 0.5

export const arm = z.union([z.literal(WITHOUT), z.literal(WITH)])

const periodTally = z.strictObject({
  number: z.int().positive(),
  arm,
  fromDate: calendarDateField,
  toDate: calendarDateField,
  /** Days of the design's period after the washout. */
  plannedDays: z.int(),
  /** Planned days on which the plan was followed and whose cramps are known. */
  countedDays: z.int(),
  /** Cramps on the counted days. */
  cramps: z.int(),
  /** False if too few days count: the period is then excluded. */
  isCompared: z.boolean(),
})
type PeriodTally = z.infer<typeof periodTally>

const armTotal = z.strictObject({ periods: z.int(), days: z.int(), cramps: z.int() })

export const experimentResult = z.strictObject({
  verdict: z.enum(['fewer', 'more', 'not-settled', 'too-few']),
  /** Periods that have taken place, in order. */
  periods: z.array(periodTally),
  /** Totals of each arm over the compared periods. */
  without: armTotal,
  with: armTotal,
  /** Permutation test of no difference between the arms; null with too few periods. */
  test: z
    .strictObject({
      pValue: z.number(),
      /** Number of orders that the design allows. */
      assignments: z.int(),
      method: z.enum(['enumerated', 'monte-carlo']),
    })
    .nullable(),
  /** Rate of cramps with the change over the rate without it, with 95% limits; null if it cannot be estimated. */
  effect: z
    .strictObject({ rateRatio: z.number().nullable(), lower: z.number(), upper: z.number().nullable() })
    .nullable(),
})
export type ExperimentResult = z.infer<typeof experimentResult>

/**
 * Tallies the periods, tests for a difference and estimates its size.
 *
 * @param days the person's answers
 * @param cramps cramps by date, for the dates on which they are known
 */
export function analyseExperiment(
  experiment: Experiment,
  days: readonly ExperimentDay[],
  cramps: CrampCounts,
): ExperimentResult {
  const periods = tallyPeriods(experiment, days, cramps)
  const trialPeriods = listTrialPeriods(experiment, periods)
  const test = createExperimentTest(experiment.design, createAnalysisRandom(experiment.seed))(trialPeriods)
  const effect = estimateExperimentEffect(trialPeriods)
  return {
    verdict: decideVerdict(test, trialPeriods),
    periods,
    without: sumArm(periods, WITHOUT),
    with: sumArm(periods, WITH),
    test:
      test.kind === 'not-estimable'
        ? null
        : { pValue: test.pValue, assignments: test.assignments, method: test.method },
    effect:
      effect.kind === 'not-estimable'
        ? null
        : { rateRatio: effect.rateRatio, lower: effect.lower, upper: effect.upper },
  }
}

/** Tallies of the periods that have taken place; an early stop shortens the last one. */
function tallyPeriods(
  experiment: Experiment,
  days: readonly ExperimentDay[],
  cramps: CrampCounts,
): PeriodTally[] {
  const { stoppedOn, design } = experiment
  const kept = new Set(days.filter(day => day.kept).map(({ date }) => date))
  const plannedDays = design.periodDays - design.washoutDays
  return listPeriods(experiment)
    .filter(({ fromDate }) => stoppedOn === null || fromDate < stoppedOn)
    .map(period => {
      const toDate = stoppedOn !== null && stoppedOn <= period.toDate ? addDays(stoppedOn, -1) : period.toDate
      const counted = datesFromTo(period.countsFrom, toDate).filter(
        date => kept.has(date) && cramps.has(date),
      )
      return {
        number: period.number,
        arm: period.arm,
        fromDate: period.fromDate,
        toDate,
        plannedDays,
        countedDays: counted.length,
        cramps: sumOn(counted, cramps),
        isCompared: hasEnoughDays(counted.length, plannedDays),
      }
    })
}

/** True if a period with `countedDays` of its `plannedDays` is compared. */
export function hasEnoughDays(countedDays: number, plannedDays: number): boolean {
  return countedDays > 0 && countedDays >= plannedDays * MIN_SHARE_COUNTED
}

/**
 * Creates the permutation test of a design, for one or many experiments.
 *
 * @param repetitions number of orders drawn if there are too many to enumerate
 */
export function createExperimentTest(
  design: ExperimentDesign,
  random: Random,
  repetitions?: number,
): (trialPeriods: readonly TrialPeriod[]) => PermutationResult | NotEstimable {
  if (design.scheme === 'balanced') return createBalancedTest(getBalancedDesign(design), random, repetitions)
  return trialPeriods => {
    const differences = listPairDifferences(trialPeriods)
    return differences.length === 0 ? notEstimable('too-few') : testPairedExperiment(differences, random)
  }
}

/** Daily rate with the change minus the rate without, for each pair with both periods compared. */
function listPairDifferences(trialPeriods: readonly TrialPeriod[]): number[] {
  return trialPeriods.flatMap((period, index) => {
    const next = trialPeriods[index + 1]
    if (index % 2 === 1 || next === undefined || period.days === 0 || next.days === 0) return []
    const difference = next.count / next.days - period.count / period.days
    return [next.arm === WITH ? difference : -difference]
  })
}

/** All periods of the design as input of the statistics; excluded and future periods have 0 days but keep their position. */
function listTrialPeriods({ arms }: Experiment, periods: readonly PeriodTally[]): TrialPeriod[] {
  return arms.map((arm, index) => {
    const tally = periods[index]
    return tally?.isCompared
      ? { arm, count: tally.cramps, days: tally.countedDays }
      : { arm, count: 0, days: 0 }
  })
}

function decideVerdict(
  test: PermutationResult | NotEstimable,
  trialPeriods: readonly TrialPeriod[],
): ExperimentResult['verdict'] {
  if (test.kind === 'not-estimable') return 'too-few'
  if (test.pValue > ALPHA) return 'not-settled'
  return computeMeanRate(trialPeriods, WITH) < computeMeanRate(trialPeriods, WITHOUT) ? 'fewer' : 'more'
}

/** Mean of the periods' daily rates, as in the test statistic. */
function computeMeanRate(trialPeriods: readonly TrialPeriod[], arm: TrialPeriod['arm']): number {
  const rates = trialPeriods
    .filter(period => period.arm === arm && period.days > 0)
    .map(({ count, days }) => count / days)
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length
}

function sumArm(periods: readonly PeriodTally[], arm: TrialPeriod['arm']) {
  const compared = periods.filter(period => period.arm === arm && period.isCompared)
  return {
    periods: compared.length,
    days: compared.reduce((sum, { countedDays }) => sum + countedDays, 0),
    cramps: compared.reduce((sum, { cramps }) => sum + cramps, 0),
  }
}

const sumOn = (dates: readonly CalendarDate[], cramps: CrampCounts) =>
  dates.reduce((sum, date) => sum + (cramps.get(date) ?? 0), 0)

/** Random stream independent of the one that drew the order: that one would draw the observed order first. */
function createAnalysisRandom(seed: number): Random {
  return createRandom(createRandom(seed).nextUint32())
}
