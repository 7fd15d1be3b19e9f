import { describe, expect, test } from 'vitest'
import type { Finding, Verdict } from '../../../shared/analysis/finding.ts'
import { chooseAxis, makeForest, placeOnAxis } from '../../../shared/analysis/forest-plot.ts'
import { makeFinding } from './make-finding.ts'

const row = (verdict: Verdict, ratio: number, key: Finding['key'] = 'alcohol') =>
  makeFinding({
    key,
    verdict,
    contrast: { ratio, lower: ratio / 1.5, upper: ratio * 1.5, from: null, to: null },
  })

describe('the rows', () => {
  test('stand surest first, and of equally sure ones the strongest, whichever way', () => {
    const { rows } = makeForest([
      row('no-clear-link', 1.2, 'warmup'),
      row('possible', 1.4, 'alcohol'),
      row('likely', 1.5, 'standing'),
      row('possible', 0.5, 'sitting'),
    ])
    expect(rows.map(({ finding }) => finding.key)).toEqual(['standing', 'sitting', 'alcohol', 'warmup'])
  })

  test('name what is compared, an amount with its unit', () => {
    const { rows } = makeForest([
      row('likely', 1.5, 'alcohol'),
      makeFinding({
        key: 'fluids-low',
        verdict: 'possible',
        contrast: { ratio: 0.6, lower: 0.4, upper: 0.9, from: 1450, to: 2130 },
      }),
      makeFinding({
        key: 'activity-load',
        verdict: 'not-sure-yet',
        contrast: { ratio: 1.2, lower: 0.8, upper: 1.9, from: 0, to: 281 },
      }),
      makeFinding({
        key: 'caffeine',
        verdict: 'no-clear-link',
        contrast: { ratio: 1, lower: 0.8, upper: 1.2, from: 0, to: 1 },
      }),
    ])
    expect(rows.map(({ comparison }) => comparison)).toEqual([
      'with against without',
      '2150 against 1450 ml',
      '280 against 0 points',
      '1 drink against 0 drinks',
    ])
  })

  test('hold nothing that lacks data, however it came out', () => {
    const forest = makeForest([
      makeFinding({
        key: 'alcohol',
        verdict: 'need-more-data',
        contrast: { ratio: 3.8, lower: 1.02, upper: 11, from: null, to: null },
        missing: [{ what: 'days-with', have: 2, need: 5 }],
      }),
      makeFinding({ key: 'caffeine', verdict: 'need-more-data', contrast: null }),
      makeFinding({ key: 'sitting', verdict: 'does-not-vary', contrast: null }),
    ])
    expect(forest.rows).toEqual([])
    expect(forest.lacking.map(({ finding }) => finding.key)).toEqual(['caffeine', 'alcohol'])
    expect(forest.constant.map(({ finding }) => finding.key)).toEqual(['sitting'])
  })
})

describe('the axis', () => {
  const withEffect = (ratio: number, lower: number | null, upper: number | null) =>
    makeForest([
      makeFinding({
        key: 'alcohol',
        verdict: 'possible',
        contrast: { ratio, lower, upper, from: null, to: null },
      }),
    ]).rows

  test('shows a halving and a doubling even when everything is near 1', () => {
    const axis = chooseAxis(withEffect(1, 0.95, 1.05))
    expect(axis.ticks).toEqual([0.5, 1, 2])
    expect(chooseAxis([]).ticks).toEqual([0.5, 1, 2])
  })

  test('holds every interval', () => {
    const axis = chooseAxis(withEffect(3.8, 1.02, 11))
    expect(axis.to).toBeGreaterThan(11)
    expect(axis.ticks).toEqual([0.5, 1, 2, 4, 10])
  })

  test('ends where ratios are only told as more or less than, with an arrow', () => {
    const [open] = withEffect(60, 2, null)
    const axis = chooseAxis(withEffect(60, 2, null))
    expect(axis.to).toBe(20)
    expect(open && placeOnAxis(open.effect, axis)).toMatchObject({
      at: 1,
      to: 1,
      isOpenRight: true,
      isOpenLeft: false,
    })
    const [low] = withEffect(0.01, null, 0.4)
    const lowAxis = chooseAxis(withEffect(0.01, null, 0.4))
    expect(lowAxis.from).toBe(0.05)
    expect(low && placeOnAxis(low.effect, lowAxis)).toMatchObject({
      at: 0,
      from: 0,
      isOpenLeft: true,
      isOpenRight: false,
    })
  })

  test('is logarithmic: twice and half as likely are equally far from 1', () => {
    const axis = { from: 0.25, to: 4, ticks: [] }
    const at = (ratio: number) => placeOnAxis({ ratio, lower: ratio, upper: ratio }, axis).at
    expect(at(1)).toBeCloseTo(0.5, 12)
    expect(at(2) - at(1)).toBeCloseTo(at(1) - at(0.5), 12)
  })
})
