import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeComparedShares, doBarsMislead } from '../../../shared/analysis/compared-shares.ts'
import type { DayWithValue } from '../../../shared/analysis/day-values.ts'

/** Days of one stratum: `[days, of which with a cramp]` with the exposure and without it. */
function stratum([high, highCramps]: [number, number], [low, lowCramps]: [number, number]): DayWithValue[] {
  const days = (count: number, cramps: number, value: number) =>
    Array.from({ length: count }, (_, day) => ({ day, value, hasEvent: day < cramps }))
  return [...days(high, highCramps, 1), ...days(low, lowCramps, 0)]
}

const YES_NO = { from: 0, to: 1 }

describe('the shares of the compared days', () => {
  it('are the plain ones in one stratum', () => {
    expect(computeComparedShares([stratum([10, 6], [20, 5])], YES_NO)).toEqual({
      withIt: { crampDays: 6, days: 10 },
      withoutIt: { crampDays: 5, days: 20 },
      shareWith: 0.6,
      shareWithout: 0.25,
    })
  })

  it('leave out strata without days of either side', () => {
    const onlyWith = stratum([9, 9], [0, 0])
    const onlyWithout = stratum([0, 0], [9, 1])
    const compared = stratum([4, 2], [4, 1])
    expect(computeComparedShares([onlyWith, compared, onlyWithout], YES_NO)).toEqual(
      computeComparedShares([compared], YES_NO),
    )
    expect(computeComparedShares([onlyWith, onlyWithout], YES_NO)).toBeNull()
  })

  it('of an amount are of the days at its ends, without those between', () => {
    const days = [100, 150, 300, 900].map((value, day) => ({ day, value, hasEvent: value > 200 }))
    expect(computeComparedShares([days], { from: 100, to: 900 })).toMatchObject({
      withIt: { crampDays: 1, days: 1 },
      withoutIt: { crampDays: 0, days: 1 },
    })
  })

  it('show no difference where the exposure only goes with the stratum, whatever the plain counts say', () => {
    // Bad weeks have the exposure on most days, good weeks on few; within each it changes nothing.
    const strata = [stratum([18, 9], [2, 1]), stratum([2, 0], [18, 0])]
    const shares = computeComparedShares(strata, YES_NO)
    expect(shares?.shareWith).toBeCloseTo(shares?.shareWithout ?? Number.NaN)
    expect(shares?.withoutIt).toEqual({ crampDays: 1, days: 20 })
  })

  it('keep a common risk ratio, however the days are spread over the strata', () => {
    const cells = fc.record({ high: fc.integer({ min: 1, max: 9 }), low: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), spread => {
        // A fifth of the days without it have a cramp, three fifths of those with it.
        const strata = spread.map(({ high, low }) => stratum([5 * high, 3 * high], [5 * low, low]))
        const shares = computeComparedShares(strata, YES_NO)
        expect((shares?.shareWith ?? 0) / (shares?.shareWithout ?? 1)).toBeCloseTo(3, 10)
      }),
    )
  })
})

describe('bars and the matched estimate', () => {
  const bars = (shareWith: number, shareWithout: number) => ({
    withIt: { crampDays: 1, days: 1 },
    withoutIt: { crampDays: 1, days: 1 },
    shareWith,
    shareWithout,
  })

  it.each([
    [0.6, 0.3, 2, false],
    [0.6, 0.3, 2.6, false],
    [0.6, 0.3, 2.7, true],
    [0.6, 0.3, 1.5, false],
    [0.6, 0.3, 1.4, true],
    [0.31, 0.3, 0.97, true],
    [0.3, 0, 5, true],
  ])('of %f against %f with an estimate of %f mislead: %s', (shareWith, shareWithout, estimate, expected) => {
    expect(doBarsMislead(bars(shareWith, shareWithout), estimate)).toBe(expected)
  })
})
