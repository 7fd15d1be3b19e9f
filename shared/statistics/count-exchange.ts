/**
 * Randomisation test for units with several events each: the counts of a stratum change places among its units. For an
 * outcome that nearly every unit has, so that only its count says something.
 */
import type { RandomisationTest } from './event-dealing.ts'
import { requireAllFinite, requireCount, requireLength } from './preconditions.ts'
import { type Random, shuffle } from './random.ts'
import { estimateTails, isOutOfReach } from './sequential-monte-carlo.ts'

/** Stratum of units that can have several events each. */
export interface StratumCounts {
  /** Exposure per unit. */
  readonly values: ArrayLike<number>
  /** Events per unit. */
  readonly counts: ArrayLike<number>
}

/**
 * Tests T = sum of count x (value - mean) over sqrt(sum of count x variance), the standardised sum of `event-dealing.ts` with
 * every event at its unit's value. Only the order of the draws matters for the p values, not the denominator.
 *
 * Precondition: the generator was just created from its seed, otherwise the stored seed does not reproduce the p values.
 * Source: Cox and Hinkley 1974, Theoretical Statistics, section 6.2.
 *
 * @returns null if neither values nor counts vary within any stratum
 * @throws TypeError, RangeError on values that are not finite, counts that are not whole numbers, or unequal lengths.
 * @example
 *   // Of the six ways to deal 0, 1 and 2 events to values of 0, 1 and 2, one has as high a sum as the data:
 *   // testByExchange([{ values: [0, 1, 2], counts: [0, 1, 2] }], createRandom(1))?.upper // 1/6 but for chance
 */
export function testByExchange(strata: readonly StratumCounts[], random: Random): RandomisationTest | null {
  let observed = 0
  let variance = 0
  let variationOfSum = 0
  let farthest = 0
  const pools: { readonly values: Float64Array; readonly counts: Float64Array }[] = []
  strata.forEach((stratum, s) => {
    requireAllFinite(stratum.values, `strata[${s}].values`)
    requireLength(stratum.counts, stratum.values.length, `strata[${s}].counts`)
    for (let i = 0; i < stratum.counts.length; i++)
      requireCount(stratum.counts[i] ?? NaN, `strata[${s}].counts[${i}]`)
    const values = center(stratum.values)
    const counts = center(stratum.counts)
    const spread = sumOfSquares(values) * sumOfSquares(counts)
    if (spread === 0) return
    observed += computeDotProduct(values, counts)
    variationOfSum += spread / (values.length - 1)
    const events = Array.from(stratum.counts).reduce((sum, count) => sum + count, 0)
    variance += (events * sumOfSquares(values)) / values.length
    farthest = Math.max(farthest, getLargest(values) * getLargest(counts))
    pools.push({ values, counts })
  })
  if (variance === 0) return null
  const draw = () => {
    let sum = 0
    for (const { values, counts } of pools) {
      shuffle(values, random)
      sum += computeDotProduct(values, counts)
    }
    return sum
  }
  const tails = estimateTails(observed, draw, {
    tolerance: 1e-9 * farthest,
    outOfReach: {
      upper: isOutOfReach(observed, variationOfSum, farthest),
      lower: isOutOfReach(-observed, variationOfSum, farthest),
    },
  })
  return { ...tails, statistic: observed / Math.sqrt(variance), seed: random.seed }
}

function center(values: ArrayLike<number>): Float64Array {
  const centered = Float64Array.from(values)
  const mean = centered.reduce((sum, value) => sum + value, 0) / centered.length
  return centered.map(value => value - mean)
}

const sumOfSquares = (values: Float64Array) => values.reduce((sum, value) => sum + value ** 2, 0)
const getLargest = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

function computeDotProduct(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += (left[i] ?? NaN) * (right[i] ?? NaN)
  return sum
}
