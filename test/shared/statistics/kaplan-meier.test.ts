import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeSurvivalCurve, computeSurvivalQuantile } from '../../../shared/statistics/kaplan-meier.ts'

describe('computeSurvivalCurve', () => {
  it('gives the numbers of the documentation', () => {
    const curve = computeSurvivalCurve([1, 2, 4, 6], [1, 1, 1, 1])
    expect(curve.survival).toEqual([0.75, 0.5, 0.25, 0].map(share => expect.closeTo(share, 12)))
    expect(computeSurvivalQuantile(curve, 0.5)).toBe(3)
  })

  it('without censoring is the share that lasts longer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 }), times => {
        const { times: at, survival } = computeSurvivalCurve(
          times,
          times.map(() => 1),
        )
        at.forEach((t, i) => {
          expect(survival[i]).toBeCloseTo(times.filter(time => time > t).length / times.length, 9)
        })
      }),
    )
  })

  it('is not reached, or reached at the end of the flat stretch to the last observation', () => {
    const curve = computeSurvivalCurve([5, 10, 10, 12], [1, 0, 0, 0])
    expect(computeSurvivalQuantile(curve, 0.5)).toBeNull()
    expect(computeSurvivalQuantile(curve, 0.25)).toBe(8.5)
    expect(computeSurvivalQuantile(computeSurvivalCurve([3, 4], [0, 0]), 0.5)).toBeNull()
  })

  it('refuses a mistake by name', () => {
    expect(() => computeSurvivalCurve([], [])).toThrow(/^time must not be empty/)
    expect(() => computeSurvivalCurve([1], [1, 0])).toThrow(/^event must have 1 values/)
    expect(() => computeSurvivalCurve([-1], [1])).toThrow(/^time\[0\] must not be negative/)
    expect(() => computeSurvivalCurve([1], [2])).toThrow(/^event\[0\] must be 0 or 1/)
    expect(() => computeSurvivalQuantile(computeSurvivalCurve([1], [1]), 1)).toThrow(/^p must lie strictly/)
  })
})
