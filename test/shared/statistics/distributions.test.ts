import { describe, expect, it } from 'vitest'
import {
  CHI_SQUARE_95,
  computeBetaQuantile,
  computeChiSquareQuantile,
  computeChiSquareTails,
  computeGammaQuantile,
  computeNormalQuantile,
  computeNormalTails,
  computeStudentQuantile,
  computeStudentTails,
  NORMAL_975,
} from '../../../shared/statistics/distributions.ts'
import {
  computeIncompleteBeta,
  computeIncompleteGamma,
  logChoose,
  logGamma,
} from '../../../shared/statistics/special-functions.ts'
import fixture from '../../fixtures/distributions.json' with { type: 'json' }

/** R's names for what is tested here. */
const functions: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  lgamma: x => logGamma(x),
  pnorm: z => computeNormalTails(z).lower,
  'pnorm upper': z => computeNormalTails(z).upper,
  pt: (t, df) => computeStudentTails(t, df).lower,
  pchisq: (x, df) => computeChiSquareTails(x, df).lower,
  'pchisq upper': (x, df) => computeChiSquareTails(x, df).upper,
  pbeta: (x, a, b) => computeIncompleteBeta(x, a, b).lower,
  'pbeta upper': (x, a, b) => computeIncompleteBeta(x, a, b).upper,
  qnorm: p => computeNormalQuantile(p),
  qt: (p, df) => computeStudentQuantile(p, df),
  qchisq: (p, df) => computeChiSquareQuantile(p, df),
  qgamma: (p, shape) => computeGammaQuantile(p, shape),
  qbeta: (p, a, b) => computeBetaQuantile(p, a, b),
}

function getError(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE)
}

describe('distributions, held against R', () => {
  it.each(Object.entries(functions))('%s agrees to 1e-9, relatively, over the grid', (name, compute) => {
    const rows = fixture.rows.filter(row => row.function === name)
    expect(rows.length).toBeGreaterThan(9)
    for (const {
      arguments: [a = NaN, b = NaN, c = NaN],
      value,
    } of rows) {
      const actual = compute(a, b, c)
      const error = value === 0 ? Math.abs(actual) : getError(actual, value)
      expect(error, `${name}(${a}, ${b}, ${c}) = ${actual}, in R ${value}`).toBeLessThan(1e-9)
    }
  })

  it('every row of the fixture is looked at', () => {
    expect(new Set(fixture.rows.map(row => row.function))).toEqual(new Set(Object.keys(functions)))
  })

  it('gives the constants the intervals are built on', () => {
    expect(computeNormalQuantile(0.975)).toBeCloseTo(NORMAL_975, 13)
    expect(computeChiSquareQuantile(0.95, 1)).toBeCloseTo(CHI_SQUARE_95, 13)
  })

  it('gives the numbers of the documentation', () => {
    expect(logGamma(10)).toBeCloseTo(12.801827480081469, 12)
    expect(Math.exp(logChoose(12, 6))).toBeCloseTo(924, 9)
    expect(computeIncompleteGamma(2, 3).upper).toBeCloseTo(5 / Math.E ** 2, 14)
    expect(computeIncompleteBeta(0.5, 2, 3).lower).toBeCloseTo(0.6875, 14)
    expect(computeNormalTails(1.959963984540054).upper).toBeCloseTo(0.025, 14)
    expect(computeChiSquareTails(3.841458820694124, 1).upper).toBeCloseTo(0.05, 14)
    expect(computeGammaQuantile(0.975, 1)).toBeCloseTo(3.688879454113936, 12)
    expect(computeStudentTails(2.446911851144969, 6).upper).toBeCloseTo(0.025, 14)
    expect(computeStudentQuantile(0.975, 6)).toBeCloseTo(2.446911851144969, 12)
    expect(computeBetaQuantile(0.025, 11, 3)).toBeCloseTo(0.5455289443234422, 12)
  })

  it('refuses what is outside the domain, by name', () => {
    expect(() => logGamma(0)).toThrow(/^x must be above 0/)
    expect(() => computeIncompleteGamma(-1, 2)).toThrow(RangeError)
    expect(() => computeIncompleteBeta(1.1, 2, 3)).toThrow(/^x must lie between 0 and 1/)
    expect(() => computeNormalQuantile(1)).toThrow(/^p must lie strictly/)
    expect(() => computeNormalTails(NaN)).toThrow(TypeError)
    expect(() => computeChiSquareQuantile(0.5, 0)).toThrow(/^degreesOfFreedom/)
    expect(() => computeBetaQuantile(0.5, 1, -1)).toThrow(/^b must be above 0/)
  })
})
