import { describe, expect, it } from 'vitest'
import { adjustFamily, getLevel } from '../../../shared/analysis/error-budget.ts'
import { getTestSeed, testSets, weighSides } from '../../../shared/analysis/exposure-test.ts'
import { exposures, getExposure, makeCatalogue } from '../../../shared/analysis/exposures/exposures.ts'
import { estimateTails } from '../../../shared/statistics/sequential-monte-carlo.ts'
import { listedFactor } from '../kinds/drafts.ts'

const suspect = (pValue: number) => ({ group: 'suspect', pValue }) as const
const other = (pValue: number) => ({ group: 'other', pValue }) as const

describe('the family of a look', () => {
  it('is adjusted in each group, over the share of the group: by Holm where P can be nearly any number', () => {
    const adjusted = adjustFamily([suspect(0.004), other(0.001), suspect(0.01), other(0.03)])
    expect(adjusted).toEqual([0.008 / 0.8, 0.002 / 0.2, 0.01 / 0.8, 0.03 / 0.2])
  })

  it('gives the whole level to the others without a judged suspect, and to the suspects without others', () => {
    expect(adjustFamily([other(0.01), other(0.02)])).toEqual([0.02, 0.02])
    expect(adjustFamily([suspect(0.01), suspect(0.02)])).toEqual([0.02, 0.02])
    expect(adjustFamily([])).toEqual([])
  })

  it('spends no more than the level: the union bound over both groups', () => {
    // Smallest P at which each group is first rejected at level a, times the size of the group.
    const level = 0.05
    for (const [suspects, others] of [
      [6, 20],
      [1, 3],
      [3, 0],
      [0, 12],
    ] as const) {
      const family = [
        ...Array.from({ length: suspects }, () => suspect(1)),
        ...Array.from({ length: others }, () => other(1)),
      ]
      const chance = family.reduce((sum, member, index) => {
        const atMost = (pValue: number) => adjustFamily(family.with(index, { ...member, pValue }))[index] ?? 1
        let low = 0
        let high = 1
        for (let step = 0; step < 60; step++) {
          const middle = (low + high) / 2
          if (atMost(middle) <= level) low = middle
          else high = middle
        }
        return sum + low
      }, 0)
      expect(chance).toBeLessThanOrEqual(level + 1e-9)
      expect(chance).toBeGreaterThan(level - 1e-6)
    }
  })

  it('charges a test with few possible values for what it can reach', () => {
    const coarse = {
      group: 'other',
      pValue: 0.4,
      nullScores: { observed: 0.4, scores: [0.0002, 0.03, 0.4], chances: [0.0005, 0.04, 0.45] },
    } as const
    const fine = other(0.01)
    expect(adjustFamily([fine, coarse])).toEqual([expect.closeTo(0.0105, 12), expect.closeTo(0.4, 12)])
    // A score that no draw reached has at most the chance of one draw.
    expect(adjustFamily([other(0.0001), coarse])[0]).toBeCloseTo(0.0001 + 0.0001, 12)
  })
})

describe('the level of a look', () => {
  it('is higher in the first half year than later, and never above that of a single look', () => {
    expect([1, 2, 6, 7, 13, 130].map(getLevel)).toEqual([0.022, 0.022, 0.022, 0.013, 0.013, 0.013])
  })
})

describe('the draws', () => {
  it('reach half the smallest threshold with 29 built-in and 60 own exposures', () => {
    const drawn = estimateTails(1, () => 0, { tolerance: 0 })
    const smallestP = weighSides('more', { pMore: drawn.upper, pFewer: drawn.lower }).pValue
    const factors = Array.from({ length: 60 }, (_, index) => ({
      id: index + 1,
      ...listedFactor({ name: `Factor ${index + 1}` }),
    }))
    const catalogue = makeCatalogue(factors)
    expect(new Set(catalogue.map(({ key }) => key)).size).toBe(exposures.length + 60)
    expect(exposures.length).toBeLessThanOrEqual(29)
    // One judged suspect is enough to leave the others a fifth of the level.
    const family = catalogue.map((_exposure, index) =>
      index === 0 ? suspect(1) : other(index === 1 ? smallestP : 1),
    )
    // A look every four weeks for ten years.
    const smallestLevel = Math.min(...Array.from({ length: 130 }, (_, index) => getLevel(index + 1)))
    const smallestThreshold = (smallestP * smallestLevel) / (adjustFamily(family)[1] ?? NaN)
    expect(smallestP).toBeLessThan(smallestThreshold / 2)
  })
})

describe('the direction', () => {
  it('leaves nine tenths to the stated side, and a tenth to the other', () => {
    expect(weighSides('more', { pMore: 0.009, pFewer: 1 })).toEqual({
      pValue: expect.closeTo(0.01, 12),
      side: 'more',
    })
    expect(weighSides('more', { pMore: 1, pFewer: 0.001 })).toEqual({
      ...{ pValue: expect.closeTo(0.01, 12), side: 'fewer' },
    })
    expect(weighSides('fewer', { pMore: 1, pFewer: 0.009 })).toEqual({
      pValue: expect.closeTo(0.01, 12),
      side: 'fewer',
    })
    expect(weighSides('both', { pMore: 0.005, pFewer: 1 })).toEqual({
      pValue: expect.closeTo(0.01, 12),
      side: 'more',
    })
    expect(weighSides('both', { pMore: 0.7, pFewer: 0.6 })).toEqual({ pValue: 1, side: 'fewer' })
  })

  it('is mirrored with the values: exposed and unexposed, more and fewer', () => {
    const sets = (turned: boolean) => ({
      start: Int32Array.of(0, 4, 8, 11),
      stratum: Int32Array.of(0, 0, 1),
      day: Int32Array.of(1, 2, 3, 4, 2, 1, 3, 4, 60, 61, 62),
      values: [Float64Array.of(1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0).map(value => (turned ? 1 - value : value))],
    })
    const one = testSets(sets(false), { direction: 'more', seed: 7 })
    const turned = testSets(sets(true), { direction: 'fewer', seed: 7 })
    expect(turned).toEqual({
      ...one,
      statistic: expect.closeTo(-(one?.statistic ?? NaN), 9),
      pMore: one?.pFewer,
      pFewer: one?.pMore,
      side: 'fewer',
      nullScores: {
        observed: expect.closeTo(one?.nullScores?.observed ?? NaN, 9),
        scores: one?.nullScores?.scores.map(score => expect.closeTo(score, 9)),
        chances: one?.nullScores?.chances.map(chance => expect.closeTo(chance, 9)),
      },
    })
    expect(one?.side).toBe('more')
  })

  it('is stated in the catalogue: what should help, what may do either, and what is suspected', () => {
    const withDirection = (direction: string) =>
      exposures.filter(exposure => exposure.direction === direction).map(({ key }) => key)
    expect(withDirection('fewer')).toEqual([
      'fluids-low',
      'electrolyte-drink',
      'stretch-evening',
      'stretch-regular',
      'foot-strength',
      'diet-potassium',
      'diet-magnesium',
      'diet-calcium',
    ])
    expect(withDirection('both')).toEqual(['cold-exposure'])
  })

  it('has a seed by exposure and last day', () => {
    const seeds = ['2026-01-01', '2026-01-29'].flatMap(date =>
      ['alcohol', 'caffeine'].map(key => getTestSeed(key, date)),
    )
    expect(new Set(seeds).size).toBe(4)
    expect(getTestSeed(getExposure('alcohol').key, '2026-01-01')).toBe(seeds[0])
  })
})
