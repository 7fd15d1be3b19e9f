/**
 * Randomisation test that deals the events of a stratum to its units.
 *
 *   stratum    units (days)      1    2    3    4    5
 *   event A    case on 2         o    X    o    -    o      its candidates: units whose value is known at A's clock time
 *   event B    case on 5         o    o    o    o    X
 *   one draw   A -> 3, B -> 1              values as read at A's and at B's clock time
 *
 * The null hypothesis: which units of its stratum have the events does not depend on the exposure. In each draw the events of
 * a stratum come in random order, and each is given one of its own candidates that is not given yet; every value is known.
 */
import { type NullDistribution, summarizeDraws } from './null-distribution.ts'
import { requireAllFinite, requireLength } from './preconditions.ts'
import { type Random, shuffle } from './random.ts'
import { estimateTails, isOutOfReach, type TailProbabilities } from './sequential-monte-carlo.ts'

/** Matched sets of one exposure: the rows of a set follow each other, the case first. */
export interface DealtSets {
  /** First row of each set, followed by the number of rows. */
  readonly start: ArrayLike<number>
  /** Stratum of each set. */
  readonly stratum: ArrayLike<number>
  /** Unit (day) of each row, at most once per set. */
  readonly unit: ArrayLike<number>
  /** Exposure of each row. */
  readonly values: ArrayLike<number>
}

export interface StandardisedSum {
  /** T = sum of w (x - mean) over sqrt(sum of w^2 variance); positive where events have more of the exposure. */
  readonly statistic: number
  /** Numerator and squared denominator of T. */
  readonly deviation: number
  readonly variance: number
}

const weighEqually = () => 1

/**
 * Standardised sum of the cases' exposures: mean and variance (divisor n) are those of each set.
 *
 * @param weightOf weight of each set; 1 by default
 * @returns statistic NaN if no set varies
 * @example computeStandardisedSum({ start: [0, 2], stratum: [0], unit: [1, 2], values: [1, 0] }).statistic // 1
 */
export function computeStandardisedSum(
  { start, values }: Pick<DealtSets, 'start' | 'values'>,
  weightOf: (set: number) => number = weighEqually,
): StandardisedSum {
  let deviation = 0
  let variance = 0
  for (let e = 0; e + 1 < start.length; e++) {
    const first = start[e] ?? NaN
    const end = start[e + 1] ?? NaN
    let sum = 0
    for (let row = first; row < end; row++) sum += values[row] ?? NaN
    const mean = sum / (end - first)
    let squares = 0
    for (let row = first; row < end; row++) squares += ((values[row] ?? NaN) - mean) ** 2
    const weight = weightOf(e)
    deviation += weight * ((values[first] ?? NaN) - mean)
    variance += (weight ** 2 * squares) / (end - first)
  }
  return { statistic: variance > 0 ? deviation / Math.sqrt(variance) : NaN, deviation, variance }
}

export interface RandomisationTest extends TailProbabilities {
  readonly statistic: number
  /** Seed of the draws: stored with the p values, which it makes reproducible. */
  readonly seed: number
}

export interface DealingTest extends RandomisationTest {
  /** Null unless it was asked for, and for a statistic as good as continuous: many events, or values that hardly repeat. */
  readonly distribution: NullDistribution | null
}

export interface DealingOptions {
  /** Weight of each set; 1 by default. */
  readonly weightOf?: ((set: number) => number) | undefined
  /** Also estimates the null distribution, which takes some thousand draws; false by default. */
  readonly withDistribution?: boolean
}

/**
 * Draws of the null distribution. A chance of 0.004, as in a family of twelve, gets a standard error of 0.3 of its size; the
 * sum over the family one of less than a tenth.
 */
export const DRAWS_OF_DISTRIBUTION = 3000
/** Most events, and most distinct values, of a statistic whose few possible values matter. */
const MOST_DISCRETE_EVENTS = 120
const MOST_DISCRETE_VALUES = 8

/**
 * Tests the standardised sum by dealing the events.
 *
 * Precondition: the generator was just created from its seed, otherwise the stored seed does not reproduce the p values.
 *
 * @returns null if no set varies
 * @throws TypeError, RangeError on arrays of unequal lengths or values that are not finite.
 */
export function testByDealing(
  sets: DealtSets,
  random: Random,
  { weightOf = weighEqually, withDistribution = false }: DealingOptions = {},
): DealingTest | null {
  const { start, stratum, unit, values } = sets
  const rows = start[start.length - 1] ?? 0
  requireLength(stratum, Math.max(0, start.length - 1), 'stratum')
  requireLength(unit, rows, 'unit')
  requireLength(values, rows, 'values')
  requireAllFinite(values, 'values')
  const { statistic, deviation, variance } = computeStandardisedSum(sets, weightOf)
  if (Number.isNaN(statistic)) return null
  const dealer = createDealer(sets, weightOf)
  const draw =
    dealer.strata < MIN_STRATA_TO_RECOMBINE ? () => sumOf(dealer.deal(random)) : recombine(dealer, random)
  const tolerance = 1e-9 * dealer.farthest
  const isDiscrete =
    withDistribution && stratum.length <= MOST_DISCRETE_EVENTS && hasFewValues(values, MOST_DISCRETE_VALUES)
  const kept = new Float64Array(isDiscrete ? DRAWS_OF_DISTRIBUTION : 0)
  let draws = 0
  const drawAndKeep = () => {
    const sum = draw()
    if (draws < kept.length) kept[draws++] = sum
    return sum
  }
  // Given units push the means of the later events the other way, so that the bound for independent draws is cautious.
  const tails = estimateTails(dealer.observed, drawAndKeep, {
    tolerance,
    outOfReach: {
      upper: isOutOfReach(deviation, variance, dealer.farthest),
      lower: isOutOfReach(-deviation, variance, dealer.farthest),
    },
  })
  while (draws < kept.length) drawAndKeep()
  const distribution = isDiscrete ? summarizeDraws(kept, dealer.observed, tolerance) : null
  return { ...tails, statistic, seed: random.seed, distribution }
}

function hasFewValues(values: ArrayLike<number>, most: number): boolean {
  const seen = new Set<number>()
  for (let row = 0; row < values.length && seen.size <= most; row++) seen.add(values[row] ?? NaN)
  return seen.size <= most
}

/** Draws whose parts are kept to be recombined (2^12), and minimum number of strata for it (about a year and a half). */
const KEPT_BITS = 12
const KEPT_DRAWS = 2 ** KEPT_BITS
const MIN_STRATA_TO_RECOMBINE = 20
/** Parts of a draw: groups of strata. */
const PARTS = 16

/**
 * Draws of a long diary: the first 4,096 are dealt; in each later one every sixteenth of the strata repeats its part of a
 * random one of them, which takes a hundredth of the time.
 *
 * Strata are dealt independently, so that any of their deals go together. The p value of a difference of z standard
 * deviations gets an error of z / 64 of its size by it, which is small beside the fifth that 20 hits leave. With few parts
 * a rare sum might not be among the kept ones at all; of sixteen none has to be rare itself.
 */
function recombine({ strata, deal }: Dealer, random: Random): () => number {
  const kept = new Float64Array(KEPT_DRAWS * PARTS)
  let draws = 0
  return () => {
    let sum = 0
    if (draws < KEPT_DRAWS) {
      const sums = deal(random)
      for (let s = 0; s < strata; s++) {
        const part = draws * PARTS + (s % PARTS)
        kept[part] = (kept[part] ?? NaN) + (sums[s] ?? NaN)
        sum += sums[s] ?? NaN
      }
      draws += 1
      return sum
    }
    for (let part = 0; part < PARTS; part++)
      sum += kept[(random.nextUint32() >>> (32 - KEPT_BITS)) * PARTS + part] ?? NaN
    return sum
  }
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? NaN
  return sum
}

/** Random candidates tried before the free ones are listed. */
const TRIES = 8
/** Failed draws of a stratum after which its events stay where they were observed: they can hardly be dealt otherwise. */
const MOST_REDRAWS = 1000

interface Stratum {
  /** Row ranges of its events: event i has the rows first[i] to first[i] + size[i]. */
  readonly first: Int32Array
  readonly size: Int32Array
  /** Events in the order of the current draw. */
  readonly order: Int32Array
  /** All events have the same candidates: then the order makes no difference. */
  readonly isUniform: boolean
  readonly observed: number
  isFixed: boolean
}

interface Dealer {
  /** Sum of the weighted deviations in the data. */
  readonly observed: number
  /** Largest weighted deviation of one event. */
  readonly farthest: number
  /** Number of strata that can vary. */
  readonly strata: number
  /** Weighted deviations of one draw by stratum, in an array that the next draw overwrites. */
  readonly deal: (random: Random) => Float64Array
}

/** Copies the sets that can vary, stratum by stratum, into flat arrays: ten years have 30,000 rows and 100,000 draws. */
function createDealer(
  { start, stratum, unit, values }: DealtSets,
  weightOf: (set: number) => number,
): Dealer {
  const setsOfStratum = Map.groupBy(
    Array.from({ length: start.length - 1 }, (_, e) => e),
    e => stratum[e] ?? NaN,
  )
  const slot = new Int32Array(unit.length)
  const deviation = new Float64Array(unit.length)
  let farthest = 0
  let observed = 0
  let mostSlots = 0
  let filled = 0
  const strata: Stratum[] = []
  for (const members of setsOfStratum.values()) {
    const slots = new Map<number, number>()
    const first = new Int32Array(members.length)
    const size = new Int32Array(members.length)
    const from = filled
    let ofStratum = 0
    let varies = false
    members.forEach((e, i) => {
      const begin = start[e] ?? NaN
      const end = start[e + 1] ?? NaN
      let mean = 0
      for (let row = begin; row < end; row++) mean += (values[row] ?? NaN) / (end - begin)
      first[i] = filled
      size[i] = end - begin
      for (let row = begin; row < end; row++) {
        const label = unit[row] ?? NaN
        const known = slots.get(label) ?? slots.size
        slots.set(label, known)
        slot[filled] = known
        const weighted = weightOf(e) * ((values[row] ?? NaN) - mean)
        deviation[filled] = weighted
        farthest = Math.max(farthest, Math.abs(weighted))
        varies ||= values[row] !== values[begin]
        filled += 1
      }
      ofStratum += deviation[first[i] ?? NaN] ?? NaN
    })
    if (!varies) {
      filled = from
      continue
    }
    observed += ofStratum
    mostSlots = Math.max(mostSlots, slots.size)
    strata.push({
      first,
      size,
      order: Int32Array.from(first.keys()),
      isUniform: size.every(rows => rows === slots.size),
      observed: ofStratum,
      isFixed: false,
    })
  }

  /** Draw by which each slot was last given. */
  const givenBy = new Int32Array(mostSlots)
  let draw = 0

  /** Row of one event's random candidate that is not given yet; -1 if none is left. */
  function pick(begin: number, rows: number, random: Random): number {
    for (let tried = 0; tried < TRIES; tried++) {
      const row = begin + random.nextInteger(rows)
      if (givenBy[slot[row] ?? NaN] !== draw) return row
    }
    let free = 0
    for (let row = begin; row < begin + rows; row++) if (givenBy[slot[row] ?? NaN] !== draw) free += 1
    if (free === 0) return -1
    let chosen = random.nextInteger(free)
    let row = begin
    while (givenBy[slot[row] ?? NaN] === draw || chosen-- > 0) row += 1
    return row
  }

  /** Sum of one draw of a stratum; NaN if an event found no candidate left. */
  function dealOnce({ first, size, order, isUniform }: Stratum, random: Random): number {
    draw += 1
    if (!isUniform) shuffle(order, random)
    let sum = 0
    for (let i = 0; i < order.length; i++) {
      const event = order[i] ?? NaN
      const row = pick(first[event] ?? NaN, size[event] ?? NaN, random)
      if (row < 0) return NaN
      givenBy[slot[row] ?? NaN] = draw
      sum += deviation[row] ?? NaN
    }
    return sum
  }

  function dealStratum(one: Stratum, random: Random): number {
    for (let redraw = 0; redraw < MOST_REDRAWS && !one.isFixed; redraw++) {
      const sum = dealOnce(one, random)
      if (!Number.isNaN(sum)) return sum
    }
    one.isFixed = true
    return one.observed
  }

  const sums = new Float64Array(strata.length)
  return {
    observed,
    farthest,
    strata: strata.length,
    deal: random => {
      for (let s = 0; s < strata.length; s++) {
        const one = strata[s]
        if (one !== undefined) sums[s] = dealStratum(one, random)
      }
      return sums
    },
  }
}
