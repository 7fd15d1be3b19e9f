import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  designNames,
  designs,
  drawArms,
  experimentDesign,
  findDesignName,
  getLengthDays,
  isOrderOf,
  WITH,
} from '../../../shared/experiments/design.ts'
import { createRandom } from '../../../shared/statistics/random.ts'

const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 })

describe('designs', () => {
  it.each(designNames)('%s lasts as long as it says and is one the journal takes', name => {
    const design = designs[name]
    expect(getLengthDays(design)).toBe(7 * Number.parseInt(name, 10))
    expect(experimentDesign.parse(design)).toEqual(design)
    expect(findDesignName({ ...design })).toBe(name)
    expect(findDesignName({ ...design, washoutDays: 6 })).toBeUndefined()
  })

  it('never offers four pairs, which can settle nothing', () => {
    const pairs = Object.values(designs).filter(({ scheme }) => scheme === 'paired')
    expect(pairs.length).toBeGreaterThan(0)
    for (const { periods } of pairs) expect(2 / 2 ** (periods / 2)).toBeLessThanOrEqual(0.05)
  })
})

describe('drawArms', () => {
  it('draws an order the design allows, half the periods each, and the same from the same seed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...designNames), anySeed, (name, seed) => {
        const design = designs[name]
        const arms = drawArms(design, createRandom(seed))
        expect(arms).toHaveLength(design.periods)
        expect(arms.filter(arm => arm === WITH)).toHaveLength(design.periods / 2)
        expect(isOrderOf(arms, design)).toBe(true)
        expect(drawArms(design, createRandom(seed))).toEqual(arms)
      }),
    )
  })

  it('begins with either arm about equally often', () => {
    for (const name of designNames) {
      const first = Array.from({ length: 1000 }, (_, seed) => drawArms(designs[name], createRandom(seed))[0])
      const withIt = first.filter(arm => arm === WITH).length
      // 500 ± 5 standard deviations
      expect(Math.abs(withIt - 500)).toBeLessThan(80)
    }
  })
})

describe('isOrderOf', () => {
  it('knows an order of another design', () => {
    expect(isOrderOf([0, 0, 1, 1], { scheme: 'paired', periods: 4, periodDays: 7, washoutDays: 1 })).toBe(
      false,
    )
    expect(isOrderOf([0, 1, 1, 0], { scheme: 'paired', periods: 4, periodDays: 7, washoutDays: 1 })).toBe(
      true,
    )
    expect(isOrderOf([0, 1], { scheme: 'paired', periods: 4, periodDays: 7, washoutDays: 1 })).toBe(false)
    expect(isOrderOf([0, 0, 0, 0, 1, 1, 1, 1], designs['8-weeks-by-weeks'])).toBe(false)
  })
})
