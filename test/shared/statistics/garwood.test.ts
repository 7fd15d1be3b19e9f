import { describe, expect, it } from 'vitest'
import {
  computeClusteredRate,
  computeGarwoodRate,
  computePearsonDispersion,
} from '../../../shared/statistics/garwood.ts'

describe('rates per 28 days', () => {
  it('gives the numbers of the documentation', () => {
    expect(computeGarwoodRate(7, 28)).toEqual({
      per28Days: 7,
      lower: expect.closeTo(2.814363051519866, 12),
      upper: expect.closeTo(14.422675361702376, 12),
    })
    const half = Math.exp(1.959963984540054 * 0.5)
    expect(computeClusteredRate(16, 56, 4)).toEqual({
      per28Days: 8,
      lower: expect.closeTo(8 / half, 12),
      upper: expect.closeTo(8 * half, 12),
    })
    expect(computePearsonDispersion([0, 8, 0, 8])).toEqual({
      kind: 'estimate',
      dispersion: expect.closeTo(16 / 3, 12),
    })
  })

  it('has no lower limit but 0 without an event', () => {
    expect(computeGarwoodRate(0, 28)).toEqual({
      per28Days: 0,
      lower: 0,
      upper: expect.closeTo(3.688879454113936, 12),
    })
  })

  it('says when a dispersion cannot be had', () => {
    expect(computePearsonDispersion([3])).toEqual({ kind: 'not-estimable', reason: 'too-few' })
    expect(computePearsonDispersion([0, 0])).toEqual({ kind: 'not-estimable', reason: 'nothing-varies' })
  })

  it('refuses a mistake by name', () => {
    expect(() => computeGarwoodRate(-1, 28)).toThrow(/^events must be a whole number/)
    expect(() => computeGarwoodRate(1, 0)).toThrow(/^days must be above 0/)
    expect(() => computeClusteredRate(0, 28, 2)).toThrow(/^events must be a whole number of at least 1/)
    expect(() => computePearsonDispersion([])).toThrow(/^counts must not be empty/)
    expect(() => computePearsonDispersion([1, -1])).toThrow(/^counts\[1\]/)
  })
})
