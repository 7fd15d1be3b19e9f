/**
 * Stratified permutation tests of the null hypothesis that events fall on the units of a stratum independently of
 * exposure: exact for a yes/no exposure, Monte Carlo for any other.
 *
 *   stratum   o X o o X o o o     n = 8 units, m = 2 events
 *   exposed   . # . # # . . .     k = 3 exposed units, t = 2 exposed events
 *
 * Under the null the m event labels are equally likely on any m units, so t is hypergeometric and strata are independent.
 * Group sizes are those of the data.
 */
import { requireAllFinite, requireCount, requireLength, requireNonEmpty } from './preconditions.ts'
import type { Random } from './random.ts'
import { logChoose } from './special-functions.ts'

/** Counts of units, one value per stratum in each array. */
export interface ExposureCounts {
  /** Units. */
  readonly n: readonly number[]
  /** Exposed units. */
  readonly k: readonly number[]
  /** Events. */
  readonly m: readonly number[]
  /** Exposed events. */
  readonly t: readonly number[]
}

export interface ExactPermutationTest {
  /** Exposed events, over all strata. */
  readonly exposedEvents: number
  /** Mean and variance of the exposed events under the null. */
  readonly expected: number
  readonly variance: number
  /** P(|T - expected| >= |observed - expected|) */
  readonly pExact: number
  /** Mid-p: outcomes as far from the mean as the observed one count half. */
  readonly pMid: number
}

/** Distances from the mean closer than this are ties; counts are whole, so true differences are far larger. */
const TIE_TOLERANCE = 1e-7

/**
 * Exact permutation test for a yes/no exposure.
 *
 * Shape: counts per stratum. Units: counts. Precondition: t <= k <= n, t <= m <= n, m - t <= n - k.
 * Variant: the null distribution of the total is the convolution of the strata's hypergeometric distributions;
 * two-sided by distance from the mean.
 * Source: Cox and Hinkley 1974, Theoretical Statistics, section 6.2 (randomisation tests); Lancaster 1961, JASA 56
 * (mid-p).
 *
 * If every stratum has only one possible count, the variance is 0 and pExact is 1.
 *
 * @throws TypeError, RangeError on unequal lengths or impossible counts, naming the stratum.
 * @example testExactPermutation({ n: [4, 4], k: [2, 2], m: [1, 1], t: [1, 1] }).pExact // 0.5
 */
export function testExactPermutation({ n, k, m, t }: ExposureCounts): ExactPermutationTest {
  requireNonEmpty(n, 'n')
  requireLength(k, n.length, 'k')
  requireLength(m, n.length, 'm')
  requireLength(t, n.length, 't')
  let distribution: Float64Array = Float64Array.of(1)
  let smallest = 0
  let exposedEvents = 0
  let expected = 0
  let variance = 0
  n.forEach((units, s) => {
    const exposed = k[s] ?? NaN
    const events = m[s] ?? NaN
    const both = t[s] ?? NaN
    requireCount(units, `n[${s}]`, 1)
    requireCount(exposed, `k[${s}]`)
    requireCount(events, `m[${s}]`)
    requireCount(both, `t[${s}]`)
    const least = Math.max(0, exposed + events - units)
    if (exposed > units) throw new RangeError(`k[${s}] must be at most n[${s}] = ${units}, got ${exposed}`)
    if (events > units) throw new RangeError(`m[${s}] must be at most n[${s}] = ${units}, got ${events}`)
    if (both < least || both > Math.min(exposed, events)) {
      throw new RangeError(`t[${s}] must lie between ${least} and ${Math.min(exposed, events)}, got ${both}`)
    }
    exposedEvents += both
    expected += (events * exposed) / units
    if (units > 1) {
      variance += (events * exposed * (units - exposed) * (units - events)) / (units * units * (units - 1))
    }
    smallest += least
    distribution = convolve(distribution, computeHypergeometric(units, exposed, events))
  })
  const distance = Math.abs(exposedEvents - expected)
  let asFar = 0
  let farther = 0
  distribution.forEach((probability, index) => {
    const other = Math.abs(smallest + index - expected)
    if (other > distance + TIE_TOLERANCE) farther += probability
    else if (other >= distance - TIE_TOLERANCE) asFar += probability
  })
  return {
    exposedEvents,
    expected,
    variance,
    pExact: Math.min(1, farther + asFar),
    pMid: Math.min(1, farther + asFar / 2),
  }
}

/**
 * Hypergeometric probabilities of t exposed events, for t from its smallest to its largest possible value, by the recurrence
 * P(t + 1) / P(t) = (k - t)(m - t) / ((t + 1)(n - k - m + t + 1)).
 */
function computeHypergeometric(units: number, exposed: number, events: number): Float64Array {
  const least = Math.max(0, exposed + events - units)
  const most = Math.min(exposed, events)
  const probabilities = new Float64Array(most - least + 1)
  let probability = Math.exp(
    logChoose(exposed, least) + logChoose(units - exposed, events - least) - logChoose(units, events),
  )
  for (let t = least; t <= most; t++) {
    probabilities[t - least] = probability
    probability *= ((exposed - t) * (events - t)) / ((t + 1) * (units - exposed - events + t + 1))
  }
  return probabilities
}

function convolve(left: Float64Array, right: Float64Array): Float64Array {
  const sum = new Float64Array(left.length + right.length - 1)
  for (let j = 0; j < right.length; j++) {
    const r = right[j] ?? NaN
    for (let i = 0; i < left.length; i++) sum[i + j] = (sum[i + j] ?? NaN) + r * (left[i] ?? NaN)
  }
  return sum
}

/** Stratum of units with a measured exposure and at most one event each. */
export interface StratumValues {
  /** Exposure per unit, events first. */
  readonly values: ArrayLike<number>
  /** Number of events: the first units of `values`. */
  readonly events: number
}

export interface MonteCarloPermutationTest {
  /** Sum of the exposure over the events. */
  readonly total: number
  readonly expected: number
  /**
   * (1 + hits) / (1 + repetitions), a hit being a draw at least as far from the mean. If Bernstein's inequality bounds the
   * chance of any hit below 1 in 20, hits are taken as 0 and nothing is drawn.
   */
  readonly pValue: number
  readonly repetitions: number
  /** Store it with the p value, which it makes reproducible. */
  readonly seed: number
}

const DEFAULT_REPETITIONS = 9999
/**
 * Probability of any hit among all draws below which drawing is skipped, because it takes longest where it finds nothing.
 * A missed hit would make p 0.0001 instead of 0.0002.
 */
const NEGLIGIBLE_CHANCE = 0.05

/**
 * Monte Carlo permutation test for a measured exposure: event labels are reassigned at random within each stratum.
 *
 * Shape: one entry per stratum. Units: those of the exposure. Precondition: the generator was just created from its seed;
 * otherwise the stored seed does not reproduce p.
 * Variant: two-sided by distance of the sum from its mean; the observed labels count as one of the draws.
 * Source: Phipson and Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9, equation for random draws ("+1" rule).
 *
 * If every stratum has only one possible sum, the p value is 1.
 *
 * @throws TypeError, RangeError on values that are not finite or more events than units.
 * @example
 *   // Two units, the event the higher: both labellings are equally far from the mean
 *   // testMonteCarloPermutation([{ values: [3, 1], events: 1 }], createRandom(1)).pValue // 1
 */
export function testMonteCarloPermutation(
  strata: readonly StratumValues[],
  random: Random,
  repetitions = DEFAULT_REPETITIONS,
): MonteCarloPermutationTest {
  requireNonEmpty(strata, 'strata')
  requireCount(repetitions, 'repetitions', 1)
  let total = 0
  let expected = 0
  let largest = 0
  let variance = 0
  let farthest = 0
  const pools: { readonly values: Float64Array; readonly events: number }[] = []
  let fromFixedStrata = 0
  strata.forEach(({ values, events }, s) => {
    requireNonEmpty(values, `strata[${s}].values`)
    requireAllFinite(values, `strata[${s}].values`)
    requireCount(events, `strata[${s}].events`)
    if (events > values.length) {
      throw new RangeError(`strata[${s}].events must be at most ${values.length}, got ${events}`)
    }
    const pool = Float64Array.from(values)
    const eventSum = pool.subarray(0, events).reduce((sum, value) => sum + value, 0)
    total += eventSum
    if (events === 0 || events === pool.length || pool.every(value => value === pool[0])) {
      expected += eventSum
      fromFixedStrata += eventSum
    } else {
      const mean = pool.reduce((sum, value) => sum + value, 0) / pool.length
      expected += events * mean
      variance += (events * pool.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / pool.length
      farthest = pool.reduce((most, value) => Math.max(most, Math.abs(value - mean)), farthest)
      largest = pool.reduce((most, value) => Math.max(most, Math.abs(value)), largest)
      pools.push({ values: pool, events })
    }
  })
  // Tolerance for ties: the same values summed in another order may differ in the last digits.
  const distance = Math.abs(total - expected) - 1e-9 * largest
  const isOutOfReach = repetitions * computeBernsteinBound(distance, variance, farthest) < NEGLIGIBLE_CHANCE
  let hits = 0
  for (let repetition = 0; repetition < repetitions && !isOutOfReach; repetition++) {
    let sum = fromFixedStrata
    for (const { values, events } of pools) sum += drawSum(values, events, random)
    if (Math.abs(sum - expected) >= distance) hits += 1
  }
  return {
    total,
    expected,
    pValue: (1 + hits) / (1 + repetitions),
    repetitions,
    seed: random.seed,
  }
}

/**
 * Bernstein bound: upper limit of the probability that a sum of independent draws lies at least `distance` from its mean,
 * given the sum's variance and the largest deviation of a single draw. It holds for draws without replacement too.
 *
 * Source: Hoeffding 1963, JASA 58, equation (2.9) (Bernstein's inequality) and theorem 4.
 */
function computeBernsteinBound(distance: number, variance: number, farthest: number): number {
  if (distance <= 0) return 1
  return 2 * Math.exp(-(distance ** 2) / (2 * (variance + (farthest * distance) / 3)))
}

/** Stratum of units that can have several events each. */
export interface StratumCounts {
  /** Exposure per unit. */
  readonly values: ArrayLike<number>
  /** Events per unit. */
  readonly counts: ArrayLike<number>
}

/**
 * Monte Carlo permutation test for units with several events: counts are permuted among the units of their stratum.
 *
 * Shape: one entry per stratum. Units: those of the exposure. Precondition: a generator just created from its seed, as for
 * `testMonteCarloPermutation`.
 * Variant: two-sided by distance of sum(count x value) from its mean; the observed counts are one of the draws.
 * Source: as `testMonteCarloPermutation`, of which counts of 0 and 1 are the special case.
 *
 * @throws TypeError, RangeError on values that are not finite, counts that are not whole numbers, or unequal lengths.
 * @example
 *   // Of the six ways to deal 0, 1 and 2 events to values of 0, 1 and 2, two are as far from the mean as the data:
 *   // testCountPermutation([{ values: [0, 1, 2], counts: [0, 1, 2] }], createRandom(1)).pValue // 0.3294, 1/3 but for chance
 */
export function testCountPermutation(
  strata: readonly StratumCounts[],
  random: Random,
  repetitions = DEFAULT_REPETITIONS,
): MonteCarloPermutationTest {
  requireNonEmpty(strata, 'strata')
  requireCount(repetitions, 'repetitions', 1)
  let total = 0
  let expected = 0
  let largest = 0
  const pools = strata.map(({ values, counts }, s) => {
    requireNonEmpty(values, `strata[${s}].values`)
    requireAllFinite(values, `strata[${s}].values`)
    requireLength(counts, values.length, `strata[${s}].counts`)
    const pool = Float64Array.from(values)
    const eventCounts = Float64Array.from(counts)
    eventCounts.forEach((count, i) => {
      requireCount(count, `strata[${s}].counts[${i}]`)
    })
    const events = eventCounts.reduce((sum, count) => sum + count, 0)
    total += computeDotProduct(pool, eventCounts)
    expected += (events * pool.reduce((sum, value) => sum + value, 0)) / pool.length
    largest = pool.reduce((most, value) => Math.max(most, Math.abs(value)), largest)
    return { pool, eventCounts }
  })
  const distance = Math.abs(total - expected) - 1e-9 * largest
  let hits = 0
  for (let repetition = 0; repetition < repetitions; repetition++) {
    let sum = 0
    for (const { pool, eventCounts } of pools) {
      drawSum(pool, pool.length, random)
      sum += computeDotProduct(pool, eventCounts)
    }
    if (Math.abs(sum - expected) >= distance) hits += 1
  }
  return { total, expected, pValue: (1 + hits) / (1 + repetitions), repetitions, seed: random.seed }
}

function computeDotProduct(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += (left[i] ?? NaN) * (right[i] ?? NaN)
  return sum
}

/** Sum over a random sample of units: the first steps of a Fisher-Yates shuffle of `pool`, in place. */
function drawSum(pool: Float64Array, draws: number, random: Random): number {
  let sum = 0
  for (let i = 0; i < draws; i++) {
    const chosen = i + random.nextInteger(pool.length - i)
    const value = pool[chosen] ?? NaN
    pool[chosen] = pool[i] ?? NaN
    pool[i] = value
    sum += value
  }
  return sum
}
