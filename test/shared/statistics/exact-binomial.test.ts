import { describe, expect, it } from 'vitest'
import { computeExactProportionInterval, testProportion } from '../../../shared/statistics/exact-binomial.ts'
import { testMcNemar } from '../../../shared/statistics/mcnemar.ts'
import { compareRates } from '../../../shared/statistics/rate-ratio.ts'
import { computeWilsonInterval } from '../../../shared/statistics/wilson.ts'

describe('one proportion', () => {
  it('gives the numbers of the documentation', () => {
    expect(testProportion(11, 13, 0.5)).toBeCloseTo(0.0224609375, 12)
    expect(computeExactProportionInterval(11, 13)).toEqual({
      lower: expect.closeTo(0.5455289443234422, 12),
      upper: expect.closeTo(0.980793328017472, 12),
    })
    expect(computeWilsonInterval(3, 12)).toEqual({
      lower: expect.closeTo(0.08894166839405473, 12),
      upper: expect.closeTo(0.5323053349335658, 12),
    })
  })

  it('reaches exactly 0 and 1 at the ends', () => {
    expect(computeExactProportionInterval(0, 5).lower).toBe(0)
    expect(computeExactProportionInterval(5, 5).upper).toBe(1)
    expect(computeWilsonInterval(0, 5).lower).toBe(0)
    expect(computeWilsonInterval(5, 5).upper).toBe(1)
  })

  it('counts outcomes as likely as the observed one in an uneven test', () => {
    // R: binom.test(3, 10, 0.2)$p.value and binom.test(0, 10, 0.2)$p.value
    expect(testProportion(3, 10, 0.2)).toBeCloseTo(0.429574656, 9)
    expect(testProportion(0, 10, 0.2)).toBeCloseTo(0.228248064, 9)
  })

  it('refuses a mistake by name', () => {
    expect(() => testProportion(4, 3, 0.5)).toThrow(/^x must be at most n = 3/)
    expect(() => testProportion(1, 3, 1)).toThrow(/^p must lie strictly/)
    expect(() => computeWilsonInterval(1, 0)).toThrow(/^n must be a whole number of at least 1/)
    expect(() => computeWilsonInterval(-1, 3)).toThrow(/^x must be a whole number/)
    expect(() => computeExactProportionInterval(NaN, 3)).toThrow(/^x must be a finite number/)
  })
})

describe('testMcNemar', () => {
  it('leaves the upper limit open and the ratio out where no pair leans the other way', () => {
    const test = testMcNemar({ n11: 0, n10: 4, n01: 0, n00: 3 })
    expect(test).toMatchObject({ oddsRatio: null, upper: null, pValue: expect.closeTo(0.125, 12) })
  })

  it('is silent without a differing pair and refuses negative counts', () => {
    expect(testMcNemar({ n11: 3, n10: 0, n01: 0, n00: 3 })).toEqual({
      kind: 'not-estimable',
      reason: 'nothing-varies',
    })
    expect(() => testMcNemar({ n11: 3, n10: -1, n01: 0, n00: 3 })).toThrow(/^n10 must be a whole number/)
  })
})

describe('compareRates', () => {
  it('inverts when the rates are swapped', () => {
    const first = { events: 9, days: 41 }
    const second = { events: 21, days: 42 }
    const [there, back] = [compareRates(first, second), compareRates(second, first)]
    if (there.kind === 'not-estimable' || back.kind === 'not-estimable') throw new Error('estimable')
    expect((there.rateRatio ?? NaN) * (back.rateRatio ?? NaN)).toBeCloseTo(1, 12)
    expect(there.lower * (back.upper ?? NaN)).toBeCloseTo(1, 9)
    expect(there.pValue).toBeCloseTo(back.pValue, 12)
  })

  it('is open-ended without events in the second, and silent without any', () => {
    expect(compareRates({ events: 5, days: 20 }, { events: 0, days: 20 })).toMatchObject({
      rateRatio: null,
      upper: null,
      lower: expect.closeTo(0.91635585731546, 10),
      pValue: expect.closeTo(0.0625, 12),
    })
    expect(compareRates({ events: 0, days: 20 }, { events: 0, days: 20 })).toEqual({
      kind: 'not-estimable',
      reason: 'too-few',
    })
  })

  it('refuses a mistake by name', () => {
    expect(() => compareRates({ events: 1, days: 0 }, { events: 1, days: 1 })).toThrow(
      /^first.days must be above 0/,
    )
    expect(() => compareRates({ events: 1, days: 1 }, { events: 1.5, days: 1 })).toThrow(
      /^second.events must be a whole/,
    )
  })
})
