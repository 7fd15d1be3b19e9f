import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  testCountPermutation,
  testExactPermutation,
  testMonteCarloPermutation,
} from '../../../shared/statistics/permutation.ts'
import { createRandom } from '../../../shared/statistics/random.ts'

interface BinaryStratum {
  readonly exposed: readonly boolean[]
  readonly events: number
}

const binaryStrata = fc.array(
  fc
    .array(fc.boolean(), { minLength: 2, maxLength: 7 })
    .chain(exposed =>
      fc.record({ exposed: fc.constant(exposed), events: fc.integer({ min: 0, max: exposed.length }) }),
    ),
  { minLength: 1, maxLength: 3 },
)

function count(strata: readonly BinaryStratum[]) {
  const countTrue = (values: readonly boolean[]) => values.filter(Boolean).length
  return {
    n: strata.map(({ exposed }) => exposed.length),
    k: strata.map(({ exposed }) => countTrue(exposed)),
    m: strata.map(({ events }) => events),
    t: strata.map(({ exposed, events }) => countTrue(exposed.slice(0, events))),
  }
}

/** Brute-force enumeration of the event labels of each stratum: the number of exposed events in each. */
function enumerate(strata: readonly BinaryStratum[]): number[] {
  return strata.reduce<number[]>(
    (totals, { exposed, events }) => {
      const ways: number[] = []
      for (let chosen = 0; chosen < 2 ** exposed.length; chosen++) {
        const units = exposed.filter((_, unit) => ((chosen >> unit) & 1) === 1)
        if (units.length === events) ways.push(units.filter(Boolean).length)
      }
      return totals.flatMap(total => ways.map(way => total + way))
    },
    [0],
  )
}

describe('testExactPermutation', () => {
  it('gives the number of the documentation', () => {
    expect(testExactPermutation({ n: [4, 4], k: [2, 2], m: [1, 1], t: [1, 1] }).pExact).toBeCloseTo(0.5, 12)
  })

  it('is what counting every assignment gives, whatever the group sizes', () => {
    fc.assert(
      fc.property(binaryStrata, strata => {
        const { exposedEvents, expected, pExact, pMid } = testExactPermutation(count(strata))
        const all = enumerate(strata)
        const mean = all.reduce((sum, value) => sum + value, 0) / all.length
        const distance = Math.abs(exposedEvents - mean)
        const farther = all.filter(value => Math.abs(value - mean) > distance + 1e-9).length
        const asFar = all.filter(value => Math.abs(value - mean) >= distance - 1e-9).length
        expect(expected).toBeCloseTo(mean, 9)
        expect(pExact).toBeCloseTo(asFar / all.length, 9)
        expect(pMid).toBeCloseTo((asFar + farther) / 2 / all.length, 9)
      }),
    )
  })

  it('has p 1 where nothing could have come out otherwise', () => {
    expect(testExactPermutation({ n: [3, 5], k: [3, 0], m: [1, 2], t: [1, 0] })).toMatchObject({
      variance: 0,
      pExact: expect.closeTo(1, 12),
    })
  })

  it.each([
    [{ n: [4], k: [5], m: [1], t: [1] }, /^k\[0\] must be at most n\[0\] = 4/],
    [{ n: [4], k: [2], m: [5], t: [1] }, /^m\[0\] must be at most n\[0\] = 4/],
    [{ n: [4], k: [3], m: [3], t: [1] }, /^t\[0\] must lie between 2 and 3/],
    [{ n: [4], k: [-1], m: [3], t: [1] }, /^k\[0\] must be a whole number of at least 0/],
    [{ n: [4, 4], k: [2], m: [1], t: [1] }, /^k must have 2 values/],
    [{ n: [], k: [], m: [], t: [] }, /^n must not be empty/],
  ])('refuses impossible counts %#', (counts, message) => {
    expect(() => testExactPermutation(counts)).toThrow(message)
  })
})

describe('testMonteCarloPermutation', () => {
  it('comes close to the exact test on a yes/no exposure', () => {
    fc.assert(
      fc.property(binaryStrata, fc.nat(), (strata, seed) => {
        const exact = testExactPermutation(count(strata))
        const drawn = testMonteCarloPermutation(
          strata.map(({ exposed, events }) => ({ values: exposed.map(Number), events })),
          createRandom(seed),
        )
        expect(drawn.total).toBeCloseTo(exact.exposedEvents, 9)
        expect(drawn.expected).toBeCloseTo(exact.expected, 9)
        // Five standard errors of a share of 9,999 draws.
        expect(Math.abs(drawn.pValue - exact.pExact)).toBeLessThan(0.025)
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same p for the same seed, which it returns', () => {
    const strata = [
      { values: [3, 1, 4, 1, 5, 9, 2, 6], events: 2 },
      { values: [2, 7, 1, 8], events: 1 },
    ]
    const first = testMonteCarloPermutation(strata, createRandom(42))
    expect(testMonteCarloPermutation(strata, createRandom(42))).toEqual(first)
    expect(first).toMatchObject({ seed: 42, repetitions: 9999 })
    expect(testMonteCarloPermutation(strata, createRandom(43)).pValue).not.toBe(first.pValue)
  })

  it('never says 0, and 1 where nothing could differ', () => {
    const clear = [{ values: Array.from({ length: 60 }, (_, i) => (i < 20 ? 10 : 0)), events: 20 }]
    expect(testMonteCarloPermutation(clear, createRandom(1)).pValue).toBe(1 / 10_000)
    expect(testMonteCarloPermutation([{ values: [2, 2, 2], events: 1 }], createRandom(1)).pValue).toBe(1)
    expect(testMonteCarloPermutation([{ values: [3, 1], events: 1 }], createRandom(1)).pValue).toBe(1)
  })

  it('draws nothing where no draw could come as far, and says what the draws would have said', () => {
    const far = [{ values: Array.from({ length: 400 }, (_, i) => (i < 100 ? 9 : i % 4)), events: 100 }]
    const random = createRandom(3)
    expect(testMonteCarloPermutation(far, random).pValue).toBe(1 / 10_000)
    expect(random.nextUint32()).toBe(createRandom(3).nextUint32())
    // Nearer to the mean: the test draws.
    const near = [{ values: Array.from({ length: 400 }, (_, i) => (i < 60 ? 4 : i % 4)), events: 100 }]
    expect(testMonteCarloPermutation(near, random).pValue).toBe(1 / 10_000)
    expect(random.nextUint32()).not.toBe(createRandom(3).nextUint32())
  })

  it('holds its level with few events among many units', () => {
    const random = createRandom(7)
    let rejected = 0
    for (let run = 0; run < 400; run++) {
      const values = Array.from({ length: 32 }, () => random.nextNormal())
      const { pValue } = testMonteCarloPermutation([{ values, events: 2 }], createRandom(run), 199)
      if (pValue <= 0.05) rejected += 1
    }
    // 5% of 400 is 20, standard deviation 4.4.
    expect(rejected).toBeGreaterThan(4)
    expect(rejected).toBeLessThan(38)
  })

  it('refuses a mistake by name', () => {
    expect(() => testMonteCarloPermutation([], createRandom(1))).toThrow(/^strata must not be empty/)
    expect(() => testMonteCarloPermutation([{ values: [1], events: 2 }], createRandom(1))).toThrow(
      /^strata\[0\].events must be at most 1/,
    )
    expect(() => testMonteCarloPermutation([{ values: [NaN], events: 0 }], createRandom(1))).toThrow(
      /^strata\[0\].values\[0\] must be a finite number/,
    )
  })
})

describe('testCountPermutation', () => {
  it('gives the number of the documentation', () => {
    const strata = [{ values: [0, 1, 2], counts: [0, 1, 2] }]
    expect(testCountPermutation(strata, createRandom(1)).pValue).toBe(0.3294)
  })

  it('comes close to the exact test where no unit has two events', () => {
    fc.assert(
      fc.property(binaryStrata, fc.nat(), (strata, seed) => {
        const exact = testExactPermutation(count(strata))
        const drawn = testCountPermutation(
          strata.map(({ exposed, events }) => ({
            values: exposed.map(Number),
            counts: exposed.map((_, unit) => Number(unit < events)),
          })),
          createRandom(seed),
        )
        expect(drawn.total).toBeCloseTo(exact.exposedEvents, 9)
        expect(drawn.expected).toBeCloseTo(exact.expected, 9)
        // Five standard errors of a share of 9,999 draws.
        expect(Math.abs(drawn.pValue - exact.pExact)).toBeLessThan(0.025)
      }),
      { numRuns: 20 },
    )
  })

  it('says 1 where nothing could differ: equal counts, equal values, one unit', () => {
    for (const stratum of [
      { values: [5, 0, 2], counts: [2, 2, 2] },
      { values: [3, 3, 3], counts: [0, 4, 1] },
      { values: [3], counts: [7] },
    ])
      expect(testCountPermutation([stratum], createRandom(1), 99).pValue).toBe(1)
  })

  it('refuses a mistake by name', () => {
    expect(() => testCountPermutation([{ values: [1, 2], counts: [1] }], createRandom(1))).toThrow(
      /^strata\[0\].counts must/,
    )
    expect(() => testCountPermutation([{ values: [1, 2], counts: [1, -1] }], createRandom(1))).toThrow(
      /^strata\[0\].counts\[1\] must be a whole number/,
    )
  })
})
