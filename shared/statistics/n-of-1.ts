/**
 * Randomisation tests and effect estimates of an N-of-1 experiment: the observed counts are compared with the same counts
 * under every other order of the periods that could have been drawn.
 */
import { computeStudentQuantile } from './distributions.ts'
import {
  type Arm,
  type BalancedDesign,
  countOrders,
  createOrderDrawer,
  isAllowedOrder,
  listOrders,
  type PeriodOrder,
} from './n-of-1-orders.ts'
import { fitPoisson } from './poisson-regression.ts'
import {
  type NotEstimable,
  notEstimable,
  requireAllFinite,
  requireCount,
  requireFinite,
  requireNonEmpty,
} from './preconditions.ts'
import type { Random } from './random.ts'
import { compareRates } from './rate-ratio.ts'

/** Observed period of an experiment. */
export interface TrialPeriod {
  readonly arm: Arm
  readonly count: number
  /** Days that count (tracked, after the washout). 0 excludes the period, which still occupies its position in the order. */
  readonly days: number
}

export interface PermutationResult {
  readonly kind: 'estimate'
  readonly statistic: number
  /** Share of all orders of the design with a statistic at least as large. */
  readonly pValue: number
  /** Number of orders of the design, or of sign assignments of the pairs. */
  readonly assignments: number
  /** `enumerated`: all assignments were evaluated; `monte-carlo`: a random sample of them. */
  readonly method: 'enumerated' | 'monte-carlo'
}

/** Largest number of assignments that are all evaluated; above it a random sample is drawn. */
const ENUMERATE_UP_TO = 5000
/** Size of the random sample. */
const REPETITIONS = 9999
/** Statistics closer than this are ties: the same counts summed in another order differ by rounding. */
const TIE = 1e-9

/**
 * Permutation test of a balanced experiment.
 *
 * Shape: one entry per period, in the order run. Units: counts, days.
 * Precondition: the order keeps to the design; count 0 where days is 0.
 * Variant: the statistic is |difference of the arms' mean daily rates|; with equal days in all periods, |difference of the
 * arms' total counts|, which ranks the permutations alike and can be checked against the diary. Up to 5,000 orders are all
 * evaluated; otherwise 9,999 are drawn and the observed order counts as one more. An order that leaves one arm without
 * an included period has no statistic and is skipped.
 * Source: Edgington and Onghena 2007, Randomization Tests, chapter 11.
 *
 * Returns `too-few` if one arm has no included period.
 *
 * @throws TypeError, RangeError
 * @example
 *   // Counts 5 2 4 1 2 6 3 7 under A B A B B A B A, a week each: difference 14, 2 of 62 orders as far apart
 *   // testBalancedExperiment(periods, 3, random).pValue // 0.03225806451612903
 */
export function testBalancedExperiment(
  periods: readonly TrialPeriod[],
  maxRun: number,
  random: Random,
): PermutationResult | NotEstimable {
  return createBalancedTest({ periods: periods.length, maxRun }, random)(periods)
}

/**
 * `testBalancedExperiment` for many experiments of one design: the design's orders are enumerated, or drawn, only once.
 *
 * @param repetitions number of orders drawn if there are too many to enumerate
 * @throws TypeError, RangeError
 */
export function createBalancedTest(
  design: BalancedDesign,
  random: Random,
  repetitions = REPETITIONS,
): (periods: readonly TrialPeriod[]) => PermutationResult | NotEstimable {
  const assignments = countOrders(design)
  const isEnumerated = assignments <= ENUMERATE_UP_TO
  const orders = isEnumerated ? listOrders(design) : drawOrders(design, random, repetitions)
  // The "+1" rule: the observed order counts as one more draw of a random sample.
  const observed = isEnumerated ? 0 : 1
  return periods => {
    requirePeriods(periods)
    const order = periods.map(({ arm }) => arm)
    if (!isAllowedOrder(order, design)) throw new RangeError('periods must follow an order the design allows')
    const getStatistic = createStatistic(periods)
    const statistic = getStatistic(order)
    if (statistic === null) return notEstimable('too-few')
    let evaluated = observed
    let hits = observed
    for (const other of orders) {
      const value = getStatistic(other)
      if (value === null) continue
      evaluated += 1
      if (value >= statistic - TIE) hits += 1
    }
    const method = isEnumerated ? 'enumerated' : 'monte-carlo'
    return { kind: 'estimate', statistic, pValue: hits / evaluated, assignments, method }
  }
}

function drawOrders(design: BalancedDesign, random: Random, repetitions: number): PeriodOrder[] {
  const drawOrder = createOrderDrawer(design)
  return Array.from({ length: repetitions }, () => drawOrder(random))
}

/**
 * Sign-flip permutation test of an experiment in pairs of periods, AB or BA with equal probability.
 *
 * Shape: one difference (A minus B) per pair. Units: any. Precondition: each pair's order was drawn independently.
 * Variant: the statistic is |sum of the differences|; up to 12 pairs all sign assignments are evaluated, otherwise 9,999
 * random ones, and the observed signs count as one more.
 * Source: Fisher 1935, The Design of Experiments, section 21.
 *
 * @throws TypeError, RangeError if there is no difference or one is not finite.
 * @example testPairedExperiment([-2, -2, 0, -5, 0, -3], random).pValue // 0.125
 */
export function testPairedExperiment(differences: readonly number[], random: Random): PermutationResult {
  requireNonEmpty(differences, 'differences')
  requireAllFinite(differences, 'differences')
  const statistic = Math.abs(differences.reduce((sum, difference) => sum + difference, 0))
  const assignments = 2 ** differences.length
  const isAsLarge = (isFlipped: (pair: number) => boolean) =>
    Math.abs(differences.reduce((sum, value, pair) => sum + (isFlipped(pair) ? -value : value), 0)) >=
    statistic - TIE
  let hits = 0
  if (assignments <= ENUMERATE_UP_TO) {
    for (let signs = 0; signs < assignments; signs++) {
      if (isAsLarge(pair => ((signs >> pair) & 1) === 1)) hits += 1
    }
    return { kind: 'estimate', statistic, pValue: hits / assignments, assignments, method: 'enumerated' }
  }
  for (let draw = 0; draw < REPETITIONS; draw++) {
    if (isAsLarge(() => random.nextUniform() < 0.5)) hits += 1
  }
  return {
    kind: 'estimate',
    statistic,
    pValue: (1 + hits) / (1 + REPETITIONS),
    assignments,
    method: 'monte-carlo',
  }
}

export interface ExperimentEffect {
  readonly kind: 'estimate'
  /** Rate under B over rate under A; null if there was no event under A. */
  readonly rateRatio: number | null
  /** 95% limits; an upper limit of null is open-ended. */
  readonly lower: number
  readonly upper: number | null
  /** Standard error of the logarithm, widened for overdispersion; null if one arm has no event. */
  readonly standardError: number | null
  /** Pearson dispersion used for the widening, at least 1. */
  readonly dispersion: number
  readonly method: 'poisson-regression' | 'exact'
}

/**
 * Rate ratio of an experiment: events per day under B over events per day under A.
 *
 * Shape: one entry per period. Units: counts, days; periods of 0 days are excluded.
 * Variant: Poisson regression on the arm with offset log(days), standard error times the root of the Pearson dispersion
 * (at least 1), limits from Student's t with n - 2 degrees of freedom; the exact rate ratio if one arm has no event.
 * Source: McCullagh and Nelder 1989, section 6.2.3.
 *
 * Returns `too-few` with no included period in one arm, fewer than three included periods, or no event at all.
 *
 * @throws TypeError, RangeError
 * @example
 *   // The experiment of `testBalancedExperiment`: 22 cramps under A, 8 under B
 *   // estimateExperimentEffect(periods).rateRatio // 0.36363636363636365
 */
export function estimateExperimentEffect(periods: readonly TrialPeriod[]): ExperimentEffect | NotEstimable {
  requirePeriods(periods)
  const included = periods.filter(({ days }) => days > 0)
  const sumArm = (arm: Arm) =>
    included
      .filter(period => period.arm === arm)
      .reduce((sum, { count, days }) => ({ events: sum.events + count, days: sum.days + days }), {
        events: 0,
        days: 0,
      })
  const a = sumArm(0)
  const b = sumArm(1)
  if (a.days === 0 || b.days === 0 || included.length < 3) return notEstimable('too-few')
  if (a.events === 0 || b.events === 0) {
    const exact = compareRates(b, a)
    if (exact.kind === 'not-estimable') return exact
    const { rateRatio, lower, upper } = exact
    return { kind: 'estimate', rateRatio, lower, upper, standardError: null, dispersion: 1, method: 'exact' }
  }
  const fit = fitPoisson(
    included.map(({ count }) => count),
    included.map(({ days }) => days),
    [included.map(() => 1), included.map(({ arm }) => arm)],
  )
  if (fit.kind === 'not-estimable') return fit
  const beta = fit.beta[1] ?? NaN
  const dispersion = Math.max(1, fit.dispersion ?? 1)
  const standardError = (fit.standardError[1] ?? NaN) * Math.sqrt(dispersion)
  const halfWidth = computeStudentQuantile(0.975, fit.degreesOfFreedom) * standardError
  return {
    kind: 'estimate',
    rateRatio: Math.exp(beta),
    lower: Math.exp(beta - halfWidth),
    upper: Math.exp(beta + halfWidth),
    standardError,
    dispersion,
    method: 'poisson-regression',
  }
}

/** The test statistic of the same counts under any order; null if one arm has no kept period. */
function createStatistic(periods: readonly TrialPeriod[]): (order: PeriodOrder) => number | null {
  const hasEqualDays = periods.every(({ days }) => days > 0 && days === periods[0]?.days)
  const included = periods.flatMap(({ count, days }, position) =>
    days === 0 ? [] : [{ position, value: hasEqualDays ? count : count / days }],
  )
  const total = included.reduce((sum, { value }) => sum + value, 0)
  return order => {
    let totalB = 0
    let periodsB = 0
    for (const { position, value } of included) {
      if (order[position] !== 1) continue
      totalB += value
      periodsB += 1
    }
    const periodsA = included.length - periodsB
    if (periodsA === 0 || periodsB === 0) return null
    const totalA = total - totalB
    return hasEqualDays ? Math.abs(totalA - totalB) : Math.abs(totalA / periodsA - totalB / periodsB)
  }
}

function requirePeriods(periods: readonly TrialPeriod[]): void {
  requireNonEmpty(periods, 'periods')
  periods.forEach(({ count, days }, i) => {
    requireCount(count, `periods[${i}].count`)
    requireFinite(days, `periods[${i}].days`)
    if (days < 0) throw new RangeError(`periods[${i}].days must not be negative, got ${days}`)
    if (days === 0 && count > 0) throw new RangeError(`periods[${i}].count must be 0 where days is 0`)
  })
}
