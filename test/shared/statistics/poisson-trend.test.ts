import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitPoisson } from '../../../shared/statistics/poisson-regression.ts'
import { fitPoissonTrend } from '../../../shared/statistics/poisson-trend.ts'

describe('fitPoisson', () => {
  it('gives the number of the documentation', () => {
    const fit = fitPoisson(
      [22, 8],
      [28, 28],
      [
        [1, 1],
        [0, 1],
      ],
    )
    expect(fit).toMatchObject({
      beta: [expect.closeTo(Math.log(22 / 28), 6), expect.closeTo(-1.0116009116784799, 6)],
    })
    expect(fit).toMatchObject({ dispersion: null, degreesOfFreedom: 0 })
  })

  it('says why there is no fit', () => {
    const ones = [1, 1, 1, 1]
    expect(fitPoisson([0, 0, 0, 0], ones, [ones])).toEqual({ kind: 'not-estimable', reason: 'too-few' })
    expect(fitPoisson([1, 2, 3, 4], ones, [ones, [2, 2, 2, 2]])).toEqual({
      kind: 'not-estimable',
      reason: 'collinear',
    })
    expect(fitPoisson([5, 6, 0, 0], ones, [ones, [0, 0, 1, 1]])).toEqual({
      kind: 'not-estimable',
      reason: 'separated',
    })
  })

  it('refuses a mistake by name', () => {
    expect(() => fitPoisson([], [], [[]])).toThrow(/^counts must not be empty/)
    expect(() => fitPoisson([1.5], [1], [[1]])).toThrow(/^counts\[0\] must be a whole number/)
    expect(() => fitPoisson([1], [0], [[1]])).toThrow(/^exposure\[0\] must be above 0/)
    expect(() => fitPoisson([1], [1], [])).toThrow(/^columns must not be empty/)
    expect(() => fitPoisson([1], [1], [[1, 2]])).toThrow(/^columns\[0\] must have 1 values/)
  })
})

describe('fitPoissonTrend', () => {
  it('gives the number of the documentation', () => {
    const trend = fitPoissonTrend({ week: [0, 1, 2], count: [16, 8, 4], trackedDays: [7, 7, 7] })
    expect(trend).toMatchObject({ ratioPer4Weeks: expect.closeTo(0.0625, 6) })
  })

  it('does not care in which week one starts to count', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 20 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 40 }), (count, from) => {
        fc.pre(count.filter(n => n > 0).length >= 3)
        const trackedDays = count.map(() => 7)
        const early = fitPoissonTrend({ week: count.map((_, i) => i), count, trackedDays })
        const late = fitPoissonTrend({ week: count.map((_, i) => from + i), count, trackedDays })
        if (early.kind === 'not-estimable' || late.kind === 'not-estimable') throw new Error('estimable')
        expect(late.betaPerWeek).toBeCloseTo(early.betaPerWeek, 8)
        expect(late.standardError).toBeCloseTo(early.standardError, 8)
      }),
    )
  })

  it('widens for dispersion, never narrows', () => {
    const week = [0, 1, 2, 3, 4, 5, 6, 7]
    const clustered = { week, count: [0, 12, 0, 11, 1, 13, 0, 9], trackedDays: week.map(() => 7) }
    const trend = fitPoissonTrend(clustered)
    const plain = fitPoisson(clustered.count, clustered.trackedDays, [week.map(() => 1), week])
    if (trend.kind === 'not-estimable' || plain.kind === 'not-estimable') throw new Error('estimable')
    expect(trend.dispersion).toBeGreaterThan(1.5)
    expect(trend.standardError).toBeCloseTo(
      (plain.standardError[1] ?? NaN) * Math.sqrt(trend.dispersion ?? NaN),
      12,
    )
  })

  it('tells a season from a trend', () => {
    const week = Array.from({ length: 60 }, (_, i) => i)
    const count = week.map(i =>
      Math.round(Math.exp(2 + 0.8 * Math.cos((2 * Math.PI * (7 * i + 3.5)) / 365.25))),
    )
    const trackedDays = week.map(() => 1)
    const fooled = fitPoissonTrend({ week, count, trackedDays })
    const told = fitPoissonTrend({ week, count, trackedDays }, { withSeason: true })
    // R: coef(glm(count ~ week)) and the same with sin and cos of the season.
    expect(fooled).toMatchObject({ betaPerWeek: expect.closeTo(0.00727096865, 10) })
    expect(told).toMatchObject({ betaPerWeek: expect.closeTo(-0.0000639026305, 10) })
  })

  it('says too few of a single week and refuses unequal arrays', () => {
    expect(fitPoissonTrend({ week: [0], count: [3], trackedDays: [7] })).toEqual({
      kind: 'not-estimable',
      reason: 'too-few',
    })
    expect(() => fitPoissonTrend({ week: [0, 1], count: [3], trackedDays: [7, 7] })).toThrow(
      /^count must have 2/,
    )
  })
})
