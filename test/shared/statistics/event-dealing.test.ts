import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testByExchange } from '../../../shared/statistics/count-exchange.ts'
import {
  computeStandardisedSum,
  type DealtSets,
  testByDealing,
} from '../../../shared/statistics/event-dealing.ts'
import { testExactPermutation } from '../../../shared/statistics/permutation.ts'
import { createRandom, type Random } from '../../../shared/statistics/random.ts'

/** Stratum of a diary: `known[e]` are the units whose value is known at the clock time of event e, the case first. */
interface WrittenStratum {
  readonly known: readonly (readonly number[])[]
  readonly valueAt: (event: number, unit: number) => number
}

function writeSets(strata: readonly WrittenStratum[]): DealtSets {
  const start = [0]
  const stratum: number[] = []
  const unit: number[] = []
  const values: number[] = []
  for (const [s, { known, valueAt }] of strata.entries())
    for (const [event, units] of known.entries()) {
      unit.push(...units)
      values.push(...units.map(one => valueAt(event, one)))
      stratum.push(s)
      start.push(unit.length)
    }
  return { start, stratum, unit, values }
}

/** Every deal of a stratum that the rule can make, with its probability: events in each order, candidates in turn. */
function listDeals({ known, valueAt }: WrittenStratum): { sum: number; probability: number }[] {
  const deals: { sum: number; probability: number }[] = []
  const deal = (left: readonly number[], given: readonly number[], sum: number, probability: number) => {
    if (left.length === 0) deals.push({ sum, probability })
    for (const event of left) {
      const free = (known[event] ?? []).filter(unit => !given.includes(unit))
      for (const unit of free)
        deal(
          left.filter(other => other !== event),
          [...given, unit],
          sum + valueAt(event, unit),
          probability / left.length / free.length,
        )
    }
  }
  deal([...known.keys()], [], 0, 1)
  // Deals that find no candidate left are drawn again.
  const total = deals.reduce((all, { probability }) => all + probability, 0)
  return deals.map(({ sum, probability }) => ({ sum, probability: probability / total }))
}

function computeExactTails(strata: readonly WrittenStratum[]) {
  const sums = strata.map(listDeals).reduce((all, next) =>
    all.flatMap(one =>
      next.map(other => ({
        sum: one.sum + other.sum,
        probability: one.probability * other.probability,
      })),
    ),
  )
  const observed = strata.reduce(
    (sum, { known, valueAt }) =>
      sum + known.reduce((all, [unit = NaN], event) => all + valueAt(event, unit), 0),
    0,
  )
  const shareOf = (isMeant: (sum: number) => boolean) =>
    sums.filter(({ sum }) => isMeant(sum)).reduce((all, { probability }) => all + probability, 0)
  return { upper: shareOf(sum => sum >= observed - 1e-9), lower: shareOf(sum => sum <= observed + 1e-9) }
}

/** Up to three events among five units, each with candidates of its own; the cases are distinct units. */
const writtenStratum = fc
  .record({
    cases: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
    others: fc.array(fc.uniqueArray(fc.nat(4)), { minLength: 3, maxLength: 3 }),
    values: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 15, maxLength: 15 }),
  })
  .map(
    ({ cases, others, values }): WrittenStratum => ({
      known: cases.map((unit, event) => [unit, ...(others[event] ?? []).filter(other => other !== unit)]),
      valueAt: (event, unit) => values[5 * event + unit] ?? NaN,
    }),
  )

/** Seeds over which a p value of 20 hits is averaged. */
const SEEDS = 30

/**
 * Expects a tail probability. The number of draws up to the 20th hit has the mean 20 / p, so 1 / p values are averaged;
 * their standard deviation is at most 0.22 / p.
 */
function expectTail(estimate: (random: Random) => number, exact: number) {
  const mean = Array.from({ length: SEEDS }, (_, seed) => 1 / estimate(createRandom(seed))).reduce(
    (sum, inverse) => sum + inverse / SEEDS,
    0,
  )
  expect(Math.abs(mean * exact - 1), `${1 / mean} for ${exact}`).toBeLessThan((4.5 * 0.22) / Math.sqrt(SEEDS))
}

describe('testByDealing', () => {
  it('gives the tails of the deals it is defined by', () => {
    fc.assert(
      fc.property(fc.array(writtenStratum, { minLength: 1, maxLength: 2 }), strata => {
        const sets = writeSets(strata)
        if (testByDealing(sets, createRandom(1)) === null) return
        const exact = computeExactTails(strata)
        expectTail(random => testByDealing(sets, random)?.upper ?? NaN, exact.upper)
        expectTail(random => testByDealing(sets, random)?.lower ?? NaN, exact.lower)
      }),
    )
  })

  it('is the exact permutation test where a unit has one value at every clock time', () => {
    const exposed = (unit: number) => Number(unit < 6)
    const units = Array.from({ length: 16 }, (_, unit) => unit)
    const known = [0, 1, 2, 7].map(unit => [unit, ...units.filter(other => other !== unit)])
    const sets = writeSets([{ known, valueAt: (_, unit) => exposed(unit) }])
    const { pExact } = testExactPermutation({ n: [16], k: [6], m: [4], t: [3] })
    // P(3 or 4 of 4 on the 6 of 16) = 215 / 1820; the two-sided test adds P(0 of 4) = 210 / 1820.
    expect(pExact).toBeCloseTo(425 / 1820, 9)
    expectTail(random => testByDealing(sets, random)?.upper ?? NaN, 215 / 1820)
  })

  it('is exact in long diaries too, whose later draws recombine the strata of the first', () => {
    // Thirty strata of eight units, four of them exposed: a symmetric distribution. Two events each, mostly exposed.
    const strata = Array.from({ length: 30 }, (_, s): WrittenStratum => {
      const cases = s < 19 ? [0, 1] : s < 23 ? [0, 4] : [4, 5]
      const units = Array.from({ length: 8 }, (_, unit) => unit)
      return {
        known: cases.map(unit => [unit, ...units.filter(other => other !== unit)]),
        valueAt: (_, unit) => Number(unit < 4),
      }
    })
    const times = (count: number) => Array.from({ length: 30 }, () => count)
    const t = strata.map(({ known }) => known.filter(([unit = NaN]) => unit < 4).length)
    const { pExact } = testExactPermutation({ n: times(8), k: times(4), m: times(2), t })
    expect(pExact / 2).toBeLessThan(0.003)
    const sets = writeSets(strata)
    expect(testByDealing(sets, createRandom(1))?.draws).toBeGreaterThan(4096)
    expectTail(random => testByDealing(sets, random)?.upper ?? NaN, pExact / 2)
  })

  it('standardises by the mean and the variance of each set', () => {
    const sets = writeSets([
      { known: [[0, 1, 2, 3]], valueAt: (_, unit) => [1, 0, 0, 1][unit] ?? NaN },
      { known: [[0, 1, 2]], valueAt: (_, unit) => [2, 5, 5][unit] ?? NaN },
    ])
    // (1 - 0.5 + 2 - 4) / sqrt(0.25 + 2)
    expect(computeStandardisedSum(sets).statistic).toBeCloseTo(-1.5 / 1.5, 12)
    expect(computeStandardisedSum(sets, set => (set === 0 ? 1 : 0)).statistic).toBeCloseTo(1, 12)
    expect(testByDealing(sets, createRandom(1))?.statistic).toBeCloseTo(-1, 12)
  })

  it('weighs events, in the statistic and in the draws', () => {
    const sets = writeSets([
      {
        known: [
          [0, 1],
          [2, 3],
        ],
        valueAt: (_, unit) => Number(unit % 2 === 0),
      },
    ])
    const weightOf = (set: number) => (set === 0 ? 3 : 1)
    const weighted = testByDealing(sets, createRandom(1), { weightOf })
    expect(weighted?.statistic).toBeCloseTo(2 / Math.sqrt(0.25 * 10), 12)
    // Of four equally likely deals one has as high a sum.
    expectTail(random => testByDealing(sets, random, { weightOf })?.upper ?? NaN, 0.25)
  })

  it('says nothing where nothing varies, and 1 where a unit must keep its event', () => {
    expect(testByDealing(writeSets([{ known: [[0, 1]], valueAt: () => 4 }]), createRandom(1))).toBeNull()
    expect(testByDealing({ start: [0], stratum: [], unit: [], values: [] }, createRandom(1))).toBeNull()
    const full = writeSets([
      {
        known: [
          [0, 1],
          [1, 0],
        ],
        valueAt: (_, unit) => unit,
      },
    ])
    expect(testByDealing(full, createRandom(1))).toMatchObject({ upper: 1, lower: 1 })
  })

  it('leaves events where they are if they can hardly be dealt otherwise', () => {
    // Forty events in a ring, each with two units: nearly every order runs out of candidates.
    const known = Array.from({ length: 40 }, (_, event) => (event === 0 ? [0, 39] : [event, event - 1]))
    const sets = writeSets([{ known, valueAt: (event, unit) => Number(event === unit) }])
    const test = testByDealing(sets, createRandom(1))
    expect(test?.upper).toBeLessThanOrEqual(1)
    expect(test?.statistic).toBeGreaterThan(0)
  })

  it('gives the same p values for the same seed, which it returns', () => {
    const sets = liveNull(createRandom(3))
    const test = testByDealing(sets, createRandom(42))
    expect(testByDealing(sets, createRandom(42))).toEqual(test)
    expect(test?.seed).toBe(42)
  })

  it('mirrors its tails when exposed and unexposed change places', () => {
    const random = createRandom(11)
    for (let run = 0; run < 20; run++) {
      const sets = liveNull(random)
      const turned = { ...sets, values: Array.from(sets.values, value => 1 - value) }
      const one = testByDealing(sets, createRandom(run))
      const other = testByDealing(turned, createRandom(run))
      expect(other?.statistic).toBeCloseTo(-(one?.statistic ?? NaN), 9)
      expect([other?.upper, other?.lower, other?.draws]).toEqual([one?.lower, one?.upper, one?.draws])
    }
  })

  it('has p values that are uniform or larger under the null', () => {
    const random = createRandom(17)
    const runs = 500
    const pValues = Array.from({ length: runs }, (_, run) =>
      testByDealing(liveNull(random), createRandom(run)),
    )
    for (const level of [0.02, 0.05, 0.1, 0.2, 0.5])
      for (const side of ['upper', 'lower'] as const) {
        const share = pValues.filter(test => (test?.[side] ?? 1) <= level).length / runs
        // Three standard errors above the level.
        expect(share, `${side} ${level}`).toBeLessThanOrEqual(
          level + 3 * Math.sqrt((level * (1 - level)) / runs),
        )
        // Few events have few different sums, so that small levels are not used up.
        if (level >= 0.1) expect(share, `${side} ${level}`).toBeGreaterThan(level / 3)
      }
  })

  it('reaches the smallest p without drawing where no draw could come as far', () => {
    const known = Array.from({ length: 300 }, (_, event) => [event, 300 + event, 600 + event, 900 + event])
    const sets = writeSets(known.map(units => ({ known: [units], valueAt: (_, unit) => Number(unit < 300) })))
    expect(testByDealing(sets, createRandom(1))).toMatchObject({ upper: 1 / 100_000, lower: 1, draws: 20 })
  })

  it('refuses a mistake by name', () => {
    const sets = writeSets([{ known: [[0, 1]], valueAt: (_, unit) => unit }])
    expect(() => testByDealing({ ...sets, stratum: [] }, createRandom(1))).toThrow(
      /^stratum must have 1 values/,
    )
    expect(() => testByDealing({ ...sets, values: [0, NaN] }, createRandom(1))).toThrow(
      /^values\[1\] must be/,
    )
  })
})

/** Two strata of twenty units; events on a quarter of them, values by unit and clock time, without any link. */
function liveNull(random: Random): DealtSets {
  return writeSets(
    Array.from({ length: 2 }, (): WrittenStratum => {
      const early = Array.from({ length: 20 }, () => Number(random.nextUniform() < 0.4))
      const late = early.map(value =>
        random.nextUniform() < 0.3 ? Number(random.nextUniform() < 0.4) : value,
      )
      const tracked = [0, 1].map(() => Array.from({ length: 20 }, () => random.nextUniform() < 0.8))
      const isLate = Array.from({ length: 20 }, () => random.nextUniform() < 0.5)
      const lateOf: boolean[] = []
      const known: number[][] = []
      for (let unit = 0; unit < 20; unit++) {
        if (random.nextUniform() >= 0.25) continue
        const atClock = tracked[Number(isLate[unit])] ?? []
        if (atClock[unit] !== true) continue
        known.push(
          [unit, ...early.keys()].filter((other, i) => i === 0 || (other !== unit && atClock[other])),
        )
        lateOf.push(isLate[unit] ?? false)
      }
      return { known, valueAt: (event, unit) => ((lateOf[event] ?? false) ? late : early)[unit] ?? NaN }
    }),
  )
}

describe('testByExchange', () => {
  it('gives the number of the documentation', () => {
    const strata = [{ values: [0, 1, 2], counts: [0, 1, 2] }]
    const test = testByExchange(strata, createRandom(1))
    expectTail(random => testByExchange(strata, random)?.upper ?? NaN, 1 / 6)
    expect(test?.lower).toBe(1)
    // Sum of products 2 over sqrt(2 x 2 / 2).
    expect(test?.statistic).toBeCloseTo(Math.SQRT2, 12)
  })

  it('agrees with dealing where no unit has two events', () => {
    const random = createRandom(23)
    for (let run = 0; run < 20; run++) {
      const values = Array.from({ length: 16 }, () => Number(random.nextUniform() < 0.4))
      const units = [...values.keys()]
      const known = [0, 3, 4, 9, 12].map(unit => [unit, ...units.filter(other => other !== unit)])
      const dealt = testByDealing(
        writeSets([{ known, valueAt: (_, unit) => values[unit] ?? NaN }]),
        createRandom(run),
      )
      const counts = units.map(unit => Number([0, 3, 4, 9, 12].includes(unit)))
      const exchanged = testByExchange([{ values, counts }], createRandom(run))
      for (const side of ['upper', 'lower'] as const) {
        const [one = NaN, other = NaN] = [dealt?.[side], exchanged?.[side]]
        expect(Math.abs(Math.log(one / other)), `${one} and ${other}`).toBeLessThan(1.4)
      }
    }
  })

  it('says nothing where nothing could differ: equal counts, equal values, one unit', () => {
    for (const stratum of [
      { values: [5, 0, 2], counts: [2, 2, 2] },
      { values: [3, 3, 3], counts: [0, 4, 1] },
      { values: [3], counts: [7] },
    ])
      expect(testByExchange([stratum], createRandom(1))).toBeNull()
  })

  it('refuses a mistake by name', () => {
    expect(() => testByExchange([{ values: [1, 2], counts: [1] }], createRandom(1))).toThrow(
      /^strata\[0\].counts must/,
    )
    expect(() => testByExchange([{ values: [1, 2], counts: [1, -1] }], createRandom(1))).toThrow(
      /^strata\[0\].counts\[1\] must be a whole number/,
    )
  })
})
