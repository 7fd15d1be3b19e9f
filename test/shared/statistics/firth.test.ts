import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeProfileInterval,
  type FirthFit,
  fitFirth,
  testCoefficient,
} from '../../../shared/statistics/firth.ts'
import type { SetTable } from '../../../shared/statistics/set-table.ts'
import { binarySets, makePairs, shuffle, toTable, valuedSets } from './arbitrary-sets.ts'

function mustFit(table: SetTable): FirthFit {
  const result = fitFirth(table)
  if (result.kind === 'not-estimable') throw new Error(result.reason)
  return result
}

function varies(sets: readonly (readonly number[])[]): boolean {
  return sets.some(members => members.some(value => value !== members[0]))
}

describe('fitFirth', () => {
  it('has the closed form of pairs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        (onlyCase, onlyReferent) => {
          fc.pre(onlyCase + onlyReferent > 0)
          const expected = Math.log((onlyCase + 0.5) / (onlyReferent + 0.5))
          expect(mustFit(makePairs(onlyCase, onlyReferent)).beta[0]).toBeCloseTo(expected, 7)
        },
      ),
    )
  })

  it('gives the numbers of the documentation', () => {
    const separated = mustFit(makePairs(10, 0))
    expect(separated.isSeparated).toBe(true)
    expect(separated.beta[0]).toBeCloseTo(3.044522437723423, 7)
    expect(computeProfileInterval(separated, 0)).toEqual({
      lower: expect.closeTo(0.996412920653254, 6),
      upper: expect.closeTo(7.90127716257022, 6),
    })
    expect(testCoefficient(separated, 0)).toMatchObject({ pValue: expect.closeTo(0.00082626964743401, 8) })
  })

  it('is finite whenever one set is informative, separated or not', () => {
    fc.assert(
      fc.property(binarySets(1), sets => {
        const result = fitFirth(toTable(sets))
        if (!varies(sets)) {
          expect(result).toEqual({ kind: 'not-estimable', reason: 'nothing-varies' })
          return
        }
        expect(result.kind).toBe('estimate')
        if (result.kind === 'estimate') {
          expect(Math.abs(result.beta[0] ?? NaN)).toBeLessThan(8)
          expect(result.standardError[0]).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('the interval holds the estimate, and p < 0.05 exactly when it leaves out 0', () => {
    fc.assert(
      fc.property(valuedSets(), fc.double({ min: 0.3, max: 1, noNaN: true }), (sets, factor) => {
        fc.pre(varies(sets))
        const result = mustFit(toTable(sets))
        const [beta = NaN] = result.beta
        const { lower, upper } = computeProfileInterval(result, 0, factor)
        expect(lower === null || lower < beta).toBe(true)
        expect(upper === null || upper > beta).toBe(true)
        const test = testCoefficient(result, 0, factor)
        const leavesOut0 = (lower !== null && lower > 0) || (upper !== null && upper < 0)
        expect('pValue' in test && test.pValue < 0.05).toBe(leavesOut0)
      }),
      { numRuns: 200 },
    )
  })

  it('a smaller factor narrows the interval and the p value', () => {
    const result = mustFit(makePairs(12, 6))
    const wide = computeProfileInterval(result, 0)
    const narrow = computeProfileInterval(result, 0, 0.6)
    expect(narrow.lower).toBeGreaterThan(wide.lower ?? NaN)
    expect(narrow.upper).toBeLessThan(wide.upper ?? NaN)
    expect(testCoefficient(result, 0, 0.6)).toMatchObject({ likelihoodRatio: expect.any(Number) })
  })

  it('leaves a limit open where the profile does not fall far enough', () => {
    // A single pair: the penalised likelihood is nearly flat in the direction of the data.
    const { lower, upper } = computeProfileInterval(mustFit(makePairs(1, 0)), 0, 8)
    expect(lower).not.toBeNull()
    expect(upper).toBeNull()
  })

  it('scaling the covariate by k divides beta and its limits by k', () => {
    fc.assert(
      fc.property(valuedSets(), fc.double({ min: 0.5, max: 2, noNaN: true }), (sets, k) => {
        fc.pre(varies(sets))
        const plain = mustFit(toTable(sets))
        const scaled = mustFit(toTable(sets, value => value * k))
        expect((scaled.beta[0] ?? NaN) * k).toBeCloseTo(plain.beta[0] ?? NaN, 6)
        const [before, after] = [computeProfileInterval(plain, 0), computeProfileInterval(scaled, 0)]
        if (before.lower !== null && after.lower !== null)
          expect(after.lower * k).toBeCloseTo(before.lower, 5)
        if (before.upper !== null && after.upper !== null)
          expect(after.upper * k).toBeCloseTo(before.upper, 5)
      }),
    )
  })

  it('swapping exposed and unexposed inverts the ratio and its limits', () => {
    fc.assert(
      fc.property(binarySets(), sets => {
        fc.pre(varies(sets))
        const plain = mustFit(toTable(sets))
        const swapped = mustFit(toTable(sets, value => 1 - value))
        expect(swapped.beta[0]).toBeCloseTo(-(plain.beta[0] ?? NaN), 7)
        const [before, after] = [computeProfileInterval(plain, 0), computeProfileInterval(swapped, 0)]
        expect(after.upper === null).toBe(before.lower === null)
        if (before.lower !== null) expect(after.upper).toBeCloseTo(-before.lower, 6)
      }),
    )
  })

  it('sets in which the covariate is constant change nothing but the likelihood', () => {
    fc.assert(
      fc.property(
        valuedSets(),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (sets, members, added) => {
          fc.pre(varies(sets))
          const constant = Array.from({ length: added }, (_, e) => Array.from({ length: members }, () => e))
          const plain = mustFit(toTable(sets))
          const more = mustFit(toTable([...constant, ...sets]))
          expect(more.beta).toEqual(plain.beta)
          expect(more.standardError).toEqual(plain.standardError)
          expect(more.informativeSets).toBe(plain.informativeSets)
          expect(more.penalisedLogLikelihood).toBeCloseTo(
            plain.penalisedLogLikelihood - added * Math.log(members),
            8,
          )
          const [before, after] = [computeProfileInterval(plain, 0), computeProfileInterval(more, 0)]
          if (before.lower !== null) expect(after.lower).toBeCloseTo(before.lower, 8)
        },
      ),
    )
  })

  it('the order of rows and sets changes nothing', () => {
    fc.assert(
      fc.property(
        valuedSets(),
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 3 }),
        (sets, order) => {
          fc.pre(varies(sets))
          const plain = mustFit(toTable(sets))
          const shuffled = mustFit(shuffle(sets, order))
          expect(shuffled.beta[0]).toBeCloseTo(plain.beta[0] ?? NaN, 8)
          expect(shuffled.penalisedLogLikelihood).toBeCloseTo(plain.penalisedLogLikelihood, 8)
        },
      ),
    )
  })

  it('fits one covariate the same alone and as one of several that add nothing', () => {
    // A covariate that varies only in sets where the first is constant shares no information with it.
    const first = toTable([
      [1, 0],
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ])
    const second = toTable([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 0],
    ])
    const alone = mustFit(first)
    const both = mustFit({ start: first.start, covariates: [...first.covariates, ...second.covariates] })
    expect(both.beta[0]).toBeCloseTo(alone.beta[0] ?? NaN, 7)
    expect(both.beta[1]).toBeCloseTo(mustFit(second).beta[0] ?? NaN, 7)
    expect(computeProfileInterval(both, 0).lower).toBeCloseTo(
      computeProfileInterval(alone, 0).lower ?? NaN,
      6,
    )
  })

  it('refuses a covariate that is not there and a factor that is not positive', () => {
    const result = mustFit(makePairs(3, 2))
    expect(() => computeProfileInterval(result, 1)).toThrow(/^covariate must be below 1/)
    expect(() => testCoefficient(result, 0, 0)).toThrow(/^factor must be above 0/)
  })
})
