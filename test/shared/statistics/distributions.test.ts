import { describe, expect, it } from 'vitest'
import {
  CHI_SQUARE_95,
  getBetaQuantile,
  getChiSquareQuantile,
  getChiSquareTails,
  getGammaQuantile,
  getNormalQuantile,
  getNormalTails,
  getStudentQuantile,
  getStudentTails,
  NORMAL_975,
} from '../../../shared/statistics/distributions.ts'
import {
  getIncompleteBeta,
  getIncompleteGamma,
  logChoose,
  logGamma,
} from '../../../shared/statistics/special-functions.ts'
import fixture from '../../fixtures/distributions.json' with { type: 'json' }

/** R's names for what is tested here. */
const functions: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  lgamma: x => logGamma(x),
  pnorm: z => getNormalTails(z).lower,
  'pnorm upper': z => getNormalTails(z).upper,
  pt: (t, df) => getStudentTails(t, df).lower,
  pchisq: (x, df) => getChiSquareTails(x, df).lower,
  'pchisq upper': (x, df) => getChiSquareTails(x, df).upper,
  pbeta: (x, a, b) => getIncompleteBeta(x, a, b).lower,
  'pbeta upper': (x, a, b) => getIncompleteBeta(x, a, b).upper,
  qnorm: p => getNormalQuantile(p),
  qt: (p, df) => getStudentQuantile(p, df),
  qchisq: (p, df) => getChiSquareQuantile(p, df),
  qgamma: (p, shape) => getGammaQuantile(p, shape),
  qbeta: (p, a, b) => getBetaQuantile(p, a, b),
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
    expect(getNormalQuantile(0.975)).toBeCloseTo(NORMAL_975, 13)
    expect(getChiSquareQuantile(0.95, 1)).toBeCloseTo(CHI_SQUARE_95, 13)
  })

  it('gives the numbers of the documentation', () => {
    expect(logGamma(10)).toBeCloseTo(12.801827480081469, 12)
    expect(Math.exp(logChoose(12, 6))).toBeCloseTo(924, 9)
    expect(getIncompleteGamma(2, 3).upper).toBeCloseTo(5 / Math.E ** 2, 14)
    expect(getIncompleteBeta(0.5, 2, 3).lower).toBeCloseTo(0.6875, 14)
    expect(getNormalTails(1.959963984540054).upper).toBeCloseTo(0.025, 14)
    expect(getChiSquareTails(3.841458820694124, 1).upper).toBeCloseTo(0.05, 14)
    expect(getGammaQuantile(0.975, 1)).toBeCloseTo(3.688879454113936, 12)
    expect(getStudentTails(2.446911851144969, 6).upper).toBeCloseTo(0.025, 14)
    expect(getStudentQuantile(0.975, 6)).toBeCloseTo(2.446911851144969, 12)
    expect(getBetaQuantile(0.025, 11, 3)).toBeCloseTo(0.5455289443234422, 12)
  })

  it('refuses what is outside the domain, by name', () => {
    expect(() => logGamma(0)).toThrow(/^x must be above 0/)
    expect(() => getIncompleteGamma(-1, 2)).toThrow(RangeError)
    expect(() => getIncompleteBeta(1.1, 2, 3)).toThrow(/^x must lie between 0 and 1/)
    expect(() => getNormalQuantile(1)).toThrow(/^p must lie strictly/)
    expect(() => getNormalTails(NaN)).toThrow(TypeError)
    expect(() => getChiSquareQuantile(0.5, 0)).toThrow(/^degreesOfFreedom/)
    expect(() => getBetaQuantile(0.5, 1, -1)).toThrow(/^b must be above 0/)
  })
})
