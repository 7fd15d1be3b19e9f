import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getQuantile } from '../../../shared/statistics/quantile.ts'

describe('getQuantile', () => {
  it('gives the numbers of the documentation', () => {
    expect(getQuantile([10, 20, 30, 40], 0.25)).toBe(17.5)
    expect(getQuantile([40, 10, 30, 20], 0.5)).toBe(25)
    // R: quantile(c(1, 2, 4, 8, 16), 0.9)
    expect(getQuantile([1, 2, 4, 8, 16], 0.9)).toBeCloseTo(12.8, 12)
  })

  it('runs from the smallest to the largest value and never falls', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, share, share, (sample, p, q) => {
        expect(getQuantile(sample, 0)).toBe(Math.min(...sample))
        expect(getQuantile(sample, 1)).toBe(Math.max(...sample))
        expect(getQuantile(sample, Math.min(p, q))).toBeLessThanOrEqual(
          getQuantile(sample, Math.max(p, q)) + 1e-9,
        )
      }),
    )
  })

  it('refuses a mistake by name', () => {
    expect(() => getQuantile([], 0.5)).toThrow(/^values must not be empty/)
    expect(() => getQuantile([1, NaN], 0.5)).toThrow(/^values\[1\]/)
    expect(() => getQuantile([1], 1.5)).toThrow(/^p must lie between/)
  })
})
