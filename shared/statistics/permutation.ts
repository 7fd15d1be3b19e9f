/**
 * Exact stratified permutation test of the null hypothesis that events fall on the units of a stratum independently of a
 * yes/no exposure. `event-dealing.ts` tests any exposure, and values that depend on the event's clock time.
 *
 *   stratum   o X o o X o o o     n = 8 units, m = 2 events
 *   exposed   . # . # # . . .     k = 3 exposed units, t = 2 exposed events
 *
 * Under the null the m event labels are equally likely on any m units, so t is hypergeometric and strata are independent.
 * Group sizes are those of the data.
 */
import { requireCount, requireLength, requireNonEmpty } from './preconditions.ts'
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
