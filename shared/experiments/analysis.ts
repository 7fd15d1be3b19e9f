/**
 * What an experiment has shown, analysed as it was randomised: a day belongs to the half that chance gave it, and counts
 * if the person kept to the plan on it and its cramps are known. Everything else is missing.
 *
 *   p = the share of all orders chance could have drawn under which the same cramps would look as different
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

/** At or below this p an experiment is taken to have settled its question. */
export const ALPHA = 0.05
/** A period of which fewer than this share of its days counts is dropped. */
const MIN_SHARE_COUNTED = 0.5

export const arm = z.union([z.literal(WITHOUT), z.literal(WITH)])

const periodTally = z.strictObject({
  number: z.int().positive(),
  arm,
  fromDate: calendarDateField,
  toDate: calendarDateField,
  /** Days after the washout. */
  plannedDays: z.int(),
  /** Those of them that were kept to and whose cramps are known. */
  countedDays: z.int(),
  /** Cramps on the counted days. */
  cramps: z.int(),
  /** Whether enough of the period counts for it to be compared. */
  isCompared: z.boolean(),
})
type PeriodTally = z.infer<typeof periodTally>

const armTotal = z.strictObject({ periods: z.int(), days: z.int(), cramps: z.int() })

export const experimentResult = z.strictObject({
  verdict: z.enum(['fewer', 'more', 'not-settled', 'too-few']),
  /** The periods that took place. */
  periods: z.array(periodTally),
  /** Over the compared periods. */
  without: armTotal,
  with: armTotal,
  /** How often chance alone would look like this; null with too few periods. */
  test: z
    .strictObject({
      pValue: z.number(),
      /** Orders that chance could have drawn. */
      assignments: z.int(),
      method: z.enum(['enumerated', 'monte-carlo']),
    })
    .nullable(),
  /** How many times as often cramps came with the change as without it; null where that cannot be told. */
  effect: z
    .strictObject({ rateRatio: z.number().nullable(), lower: z.number(), upper: z.number().nullable() })
    .nullable(),
})
export type ExperimentResult = z.infer<typeof experimentResult>

/**
 * @param days the person's answers
 * @param cramps by date, for the dates of which they are known
 */
export function analyseExperiment(
  experiment: Experiment,
  days: readonly ExperimentDay[],
  cramps: CrampCounts,
): ExperimentResult {
  const periods = tallyPeriods(experiment, days, cramps)
  const run = toRun(experiment, periods)
  const test = createExperimentTest(experiment.design, createAnalysisRandom(experiment.seed))(run)
  const effect = estimateExperimentEffect(run)
  return {
    verdict: judge(test, run),
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

/** What came of each period that took place, the last perhaps cut short by the end of the experiment. */
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
        isCompared: isEnough(counted.length, plannedDays),
      }
    })
}

/** Whether so many days of a period are enough for it to be compared. */
export function isEnough(countedDays: number, plannedDays: number): boolean {
  return countedDays > 0 && countedDays >= plannedDays * MIN_SHARE_COUNTED
}

/**
 * The permutation test of a design, to be asked about one or many experiments.
 *
 * @param repetitions how many orders are drawn where there are too many to try all
 */
export function createExperimentTest(
  design: ExperimentDesign,
  random: Random,
  repetitions?: number,
): (run: readonly TrialPeriod[]) => PermutationResult | NotEstimable {
  if (design.scheme === 'balanced') return createBalancedTest(getBalancedDesign(design), random, repetitions)
  return run => {
    const differences = listPairDifferences(run)
    return differences.length === 0 ? notEstimable('too-few') : testPairedExperiment(differences, random)
  }
}

/** Daily rate with the change minus that without, for each pair of which both periods are compared. */
function listPairDifferences(run: readonly TrialPeriod[]): number[] {
  return run.flatMap((period, index) => {
    const next = run[index + 1]
    if (index % 2 === 1 || next === undefined || period.days === 0 || next.days === 0) return []
    const difference = next.count / next.days - period.count / period.days
    return [next.arm === WITH ? difference : -difference]
  })
}

/** All periods of the design as the statistics take them; one that is not compared, or never came, keeps its place. */
function toRun({ arms }: Experiment, periods: readonly PeriodTally[]): TrialPeriod[] {
  return arms.map((arm, index) => {
    const tally = periods[index]
    return tally?.isCompared
      ? { arm, count: tally.cramps, days: tally.countedDays }
      : { arm, count: 0, days: 0 }
  })
}

function judge(
  test: PermutationResult | NotEstimable,
  run: readonly TrialPeriod[],
): ExperimentResult['verdict'] {
  if (test.kind === 'not-estimable') return 'too-few'
  if (test.pValue > ALPHA) return 'not-settled'
  return getMeanRate(run, WITH) < getMeanRate(run, WITHOUT) ? 'fewer' : 'more'
}

/** Mean of the periods' daily rates, as the test statistic takes it. */
function getMeanRate(run: readonly TrialPeriod[], arm: TrialPeriod['arm']): number {
  const rates = run
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

/** Another stream than the one that drew the order: it would begin with the very order that was run. */
function createAnalysisRandom(seed: number): Random {
  return createRandom(createRandom(seed).nextUint32())
}
