import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testRayleigh } from '../../../shared/statistics/rayleigh.ts'

function test(hours: readonly number[]) {
  const result = testRayleigh(hours)
  if (result.kind === 'not-estimable') throw new Error(result.reason)
  return result
}

describe('testRayleigh', () => {
  it('gives the number of the documentation, also around midnight', () => {
    expect(test([2, 3, 4]).meanHour).toBeCloseTo(3, 12)
    expect(test([23, 0, 1]).meanHour % 24).toBeCloseTo(0, 9)
    expect(test([22, 23.5, 1]).meanHour).toBeCloseTo(23.5, 1)
  })

  it('turning the clock turns the mean and nothing else', () => {
    const hours = fc.array(
      fc.integer({ min: 0, max: 95 }).map(quarter => quarter / 4),
      { minLength: 8, maxLength: 40 },
    )
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 23 }), (values, turn) => {
        const before = test(values)
        const after = test(values.map(hour => hour + turn))
        expect(after.meanResultantLength).toBeCloseTo(before.meanResultantLength, 9)
        expect(after.pValue).toBeCloseTo(before.pValue, 9)
        expect(before.pValue).toBeGreaterThanOrEqual(0)
        expect(before.pValue).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('does not see two opposite peaks', () => {
    expect(test([3, 15, 3, 15, 3, 15, 3, 15]).pValue).toBeGreaterThan(0.9)
  })

  it('says too few, and refuses what is no hour', () => {
    expect(testRayleigh([])).toEqual({ kind: 'not-estimable', reason: 'too-few' })
    expect(() => testRayleigh([1, NaN])).toThrow(/^hours\[1\]/)
  })
})
