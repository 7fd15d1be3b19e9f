import { describe, expect, it } from 'vitest'
import { computeCorrelationConditionNumber } from '../../../shared/statistics/symmetric-matrix.ts'

describe('the condition number of a correlation matrix', () => {
  it('is that of R: kappa(cov2cor(A), exact = TRUE), R 4.2.2', () => {
    const three = Float64Array.of(4, 3, 1, 3, 9, 2, 1, 2, 5)
    expect(computeCorrelationConditionNumber(three, 3)).toBeCloseTo(3.44371794480514, 12)
    const four = Float64Array.of(2, 0.3, -0.7, 1.1, 0.3, 1, 0.2, 0.1, -0.7, 0.2, 3, 0.4, 1.1, 0.1, 0.4, 1.5)
    expect(computeCorrelationConditionNumber(four, 4)).toBeCloseTo(8.65155446620384, 12)
  })

  it('is (1 + r) / (1 - r) for two, whatever their units and the sign of r', () => {
    expect(computeCorrelationConditionNumber(Float64Array.of(4, 3, 3, 9), 2)).toBeCloseTo(3, 12)
    expect(computeCorrelationConditionNumber(Float64Array.of(4e6, -3e3, -3e3, 9), 2)).toBeCloseTo(3, 12)
  })

  it('is 1 for what has nothing to do with each other, and for one alone', () => {
    expect(computeCorrelationConditionNumber(Float64Array.of(4, 0, 0, 9), 2)).toBe(1)
    expect(computeCorrelationConditionNumber(Float64Array.of(7), 1)).toBe(1)
  })

  it('is beyond every bound for what cannot be told apart', () => {
    expect(computeCorrelationConditionNumber(Float64Array.of(1, 1, 1, 1), 2)).toBeGreaterThan(1e12)
  })
})
