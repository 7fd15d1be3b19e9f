/**
 * Analysis of a randomised experiment with one person: what the order of the periods, had it been drawn otherwise, would
 * have made of the same counts.
 */
import { getStudentQuantile } from './distributions.ts'
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

/** One period of an experiment as it was run. */
export interface TrialPeriod {
  readonly arm: Arm
  readonly count: number
  /** Days that count (tracked, after the washout). 0 drops the period: it keeps its place in the order. */
  readonly days: number
}

export interface PermutationResult {
  readonly kind: 'estimate'
  readonly statistic: number
  /** Share of all orders of the design with a statistic at least as large. */
  readonly pValue: number
  /** Orders of the design (or assignments of the pairs). */
  readonly assignments: number
  /** Whether all of them were tried, or a random sample. */
  readonly method: 'enumerated' | 'monte-carlo'
}

/** Up to this many orders are all tried. */
const ENUMERATE_UP_TO = 5000
const REPETITIONS = 9999
/** Statistics this close are ties: the same counts summed in another order. */
const TIE = 1e-9

/**
 * Permutation test of a balanced experiment.
 *
 * Shape: one entry per period, in the order run. Units: counts, days.
 * Precondition: the order keeps to the design; count 0 where days is 0.
 * Variant: the statistic is |difference of the arms' mean daily rates|; with equal days in all periods it is given as
 * the difference of the arms' total counts, which orders the permutations alike and can be read off the diary. All
 * orders are tried up to 5,000 of them, else 9,999 are drawn and the data count as one more. An order that leaves one
 * arm without a kept period has no statistic and is left out.
 * Source: Edgington and Onghena 2007, Randomization Tests, chapter 11.
 *
 * Returns `too-few` if one arm has no kept period.
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
 * The same for many experiments of one design: its orders are listed, or drawn, once.
 *
 * @param repetitions how many orders are drawn where there are too many to try
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
  // Where the orders are a sample, the order that was run is one more.
  const own = isEnumerated ? 0 : 1
  return periods => {
    requirePeriods(periods)
    const order = periods.map(({ arm }) => arm)
    if (!isAllowedOrder(order, design)) throw new RangeError('periods must follow an order the design allows')
    const getStatistic = createStatistic(periods)
    const statistic = getStatistic(order)
    if (statistic === null) return notEstimable('too-few')
    let tried = own
    let hits = own
    for (const other of orders) {
      const value = getStatistic(other)
      if (value === null) continue
      tried += 1
      if (value >= statistic - TIE) hits += 1
    }
    const method = isEnumerated ? 'enumerated' : 'monte-carlo'
    return { kind: 'estimate', statistic, pValue: hits / tried, assignments, method }
  }
}

function drawOrders(design: BalancedDesign, random: Random, repetitions: number): PeriodOrder[] {
  const drawOrder = createOrderDrawer(design)
  return Array.from({ length: repetitions }, () => drawOrder(random))
}

/**
 * Permutation test of an experiment in pairs of periods, AB or BA by the toss of a coin.
 *
 * Shape: one difference (A minus B) per pair. Units: any. Precondition: each pair's order was drawn by itself.
 * Variant: the statistic is |sum of the differences|; the signs of all pairs are flipped in every way up to 12 pairs,
 * else 9,999 times at random and the data count as one more.
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
  /** Standard error of the logarithm, widened for dispersion; null where one arm has no event. */
  readonly standardError: number | null
  /** The dispersion the error was widened by, at least 1. */
  readonly dispersion: number
  readonly method: 'poisson-regression' | 'exact'
}

/**
 * How many times as often events came under B as under A.
 *
 * Shape: one entry per period. Units: counts, days; periods of 0 days are left out.
 * Variant: Poisson regression on the arm with offset log(days), standard error times the root of the Pearson dispersion
 * (at least 1), limits from Student's t with n - 2 degrees of freedom; the exact rate ratio where one arm has no event.
 * Source: McCullagh and Nelder 1989, section 6.2.3.
 *
 * Returns `too-few` with no kept period in one arm, fewer than three periods, or no event at all.
 *
 * @throws TypeError, RangeError
 * @example
 *   // The experiment of `testBalancedExperiment`: 22 cramps under A, 8 under B
 *   // estimateExperimentEffect(periods).rateRatio // 0.36363636363636365
 */
export function estimateExperimentEffect(periods: readonly TrialPeriod[]): ExperimentEffect | NotEstimable {
  requirePeriods(periods)
  const kept = periods.filter(({ days }) => days > 0)
  const sumArm = (arm: Arm) =>
    kept
      .filter(period => period.arm === arm)
      .reduce((sum, { count, days }) => ({ events: sum.events + count, days: sum.days + days }), {
        events: 0,
        days: 0,
      })
  const a = sumArm(0)
  const b = sumArm(1)
  if (a.days === 0 || b.days === 0 || kept.length < 3) return notEstimable('too-few')
  if (a.events === 0 || b.events === 0) {
    const exact = compareRates(b, a)
    if (exact.kind === 'not-estimable') return exact
    const { rateRatio, lower, upper } = exact
    return { kind: 'estimate', rateRatio, lower, upper, standardError: null, dispersion: 1, method: 'exact' }
  }
  const fit = fitPoisson(
    kept.map(({ count }) => count),
    kept.map(({ days }) => days),
    [kept.map(() => 1), kept.map(({ arm }) => arm)],
  )
  if (fit.kind === 'not-estimable') return fit
  const beta = fit.beta[1] ?? NaN
  const dispersion = Math.max(1, fit.dispersion ?? 1)
  const standardError = (fit.standardError[1] ?? NaN) * Math.sqrt(dispersion)
  const halfWidth = getStudentQuantile(0.975, fit.degreesOfFreedom) * standardError
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
  const kept = periods.flatMap(({ count, days }, position) =>
    days === 0 ? [] : [{ position, value: hasEqualDays ? count : count / days }],
  )
  const total = kept.reduce((sum, { value }) => sum + value, 0)
  return order => {
    let totalB = 0
    let keptB = 0
    for (const { position, value } of kept) {
      if (order[position] !== 1) continue
      totalB += value
      keptB += 1
    }
    const keptA = kept.length - keptB
    if (keptA === 0 || keptB === 0) return null
    const totalA = total - totalB
    return hasEqualDays ? Math.abs(totalA - totalB) : Math.abs(totalA / keptA - totalB / keptB)
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
