import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeQuantile } from '../../../shared/statistics/quantile.ts'

describe('computeQuantile', () => {
  it('gives the numbers of the documentation', () => {
    expect(computeQuantile([10, 20, 30, 40], 0.25)).toBe(17.5)
    expect(computeQuantile([40, 10, 30, 20], 0.5)).toBe(25)
    // R: quantile(c(1, 2, 4, 8, 16), 0.9)
    expect(computeQuantile([1, 2, 4, 8, 16], 0.9)).toBeCloseTo(12.8, 12)
  })

  it('runs from the smallest to the largest value and never falls', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, share, share, (sample, p, q) => {
        expect(computeQuantile(sample, 0)).toBe(Math.min(...sample))
        expect(computeQuantile(sample, 1)).toBe(Math.max(...sample))
        expect(computeQuantile(sample, Math.min(p, q))).toBeLessThanOrEqual(
          computeQuantile(sample, Math.max(p, q)) + 1e-9,
        )
      }),
    )
  })

  it('refuses a mistake by name', () => {
    expect(() => computeQuantile([], 0.5)).toThrow(/^values must not be empty/)
    expect(() => computeQuantile([1, NaN], 0.5)).toThrow(/^values\[1\]/)
    expect(() => computeQuantile([1], 1.5)).toThrow(/^p must lie between/)
  })
})
