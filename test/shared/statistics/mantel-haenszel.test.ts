import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateMantelHaenszel } from '../../../shared/statistics/mantel-haenszel.ts'
import { binarySets, makePairs, toTable } from './arbitrary-sets.ts'

describe('estimateMantelHaenszel', () => {
  it('is the ratio of differing pairs', () => {
    const estimate = estimateMantelHaenszel(makePairs(11, 2))
    expect(estimate).toMatchObject({ oddsRatio: 5.5, logVariance: expect.closeTo(1 / 11 + 1 / 2, 12) })
  })

  it('multiplies the variance by the factor', () => {
    const plain = estimateMantelHaenszel(makePairs(11, 2))
    const scaled = estimateMantelHaenszel(makePairs(11, 2), 0.5)
    if (plain.kind === 'not-estimable' || scaled.kind === 'not-estimable') throw new Error('estimable')
    expect(scaled.logVariance).toBeCloseTo(plain.logVariance / 2, 12)
    expect(scaled.oddsRatio).toBe(plain.oddsRatio)
  })

  it('swapping exposed and unexposed inverts it; constant sets change nothing', () => {
    fc.assert(
      fc.property(binarySets(), sets => {
        const plain = estimateMantelHaenszel(toTable(sets))
        const swapped = estimateMantelHaenszel(toTable(sets, value => 1 - value))
        const more = estimateMantelHaenszel(toTable([...sets, [1, 1, 1], [0, 0]]))
        expect(swapped.kind).toBe(plain.kind)
        expect(more.kind).toBe(plain.kind)
        if (plain.kind === 'estimate' && swapped.kind === 'estimate') {
          expect(swapped.oddsRatio * plain.oddsRatio).toBeCloseTo(1, 9)
          expect(swapped.lower * plain.upper).toBeCloseTo(1, 9)
          expect(more).toMatchObject({ logOddsRatio: expect.closeTo(plain.logOddsRatio, 9) })
          expect(more).toMatchObject({ chiSquare: expect.closeTo(plain.chiSquare, 9) })
        }
      }),
    )
  })

  it('has no estimate from separated or silent data', () => {
    expect(estimateMantelHaenszel(makePairs(5, 0))).toEqual({ kind: 'not-estimable', reason: 'separated' })
    expect(estimateMantelHaenszel(toTable([[1, 1]]))).toEqual({
      kind: 'not-estimable',
      reason: 'nothing-varies',
    })
  })

  it('refuses an exposure that is neither 0 nor 1', () => {
    expect(() => estimateMantelHaenszel(toTable([[0.5, 1]]))).toThrow(/^covariates\[0\]\[0\] must be 0 or 1/)
  })
})
