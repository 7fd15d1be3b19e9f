import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testExactPermutation } from '../../../shared/statistics/permutation.ts'

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
