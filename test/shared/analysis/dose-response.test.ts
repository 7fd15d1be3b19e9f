import { describe, expect, it } from 'vitest'
import type { DayWithValue } from '../../../shared/analysis/day-values.ts'
import { makeDoseBars } from '../../../shared/analysis/dose-response.ts'
import { getExposure } from '../../../shared/analysis/exposures/exposures.ts'

const days = (values: readonly number[], events: number): DayWithValue[] =>
  values.map((value, day) => ({ day, value, hasEvent: day < events }))
const describeBars = (key: Parameters<typeof getExposure>[0], all: readonly DayWithValue[]) =>
  makeDoseBars(getExposure(key), all).map(({ label, days: n, crampDays }) => [label, n, crampDays])

describe('the bars of a yes/no exposure', () => {
  it('are two, with the share of days with a cramp and its Wilson limits', () => {
    const bars = makeDoseBars(getExposure('alcohol'), days([1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1], 4))
    expect(bars.map(({ label }) => label)).toEqual(['without', 'with'])
    // 4 of 10; R: prop.test(4, 10, correct = FALSE)
    expect(bars[1]).toMatchObject({ days: 10, crampDays: 4, share: 0.4 })
    expect(bars[1]?.lower).toBeCloseTo(0.1681803, 6)
    expect(bars[1]?.upper).toBeCloseTo(0.6873262, 6)
  })

  it('have no share without days', () => {
    expect(makeDoseBars(getExposure('alcohol'), [])).toMatchObject([
      { days: 0, share: null, lower: null, upper: null },
      { days: 0, share: null, lower: null, upper: null },
    ])
  })
})

describe('the bars of an amount', () => {
  it('have the fixed cuts, the lower end of a bar included', () => {
    expect(describeBars('fluids-low', days([999, 1000, 1499, 1500, 2500, 9000], 2))).toEqual([
      ['less than 1000 ml', 1, 1],
      ['1000 ml to 1500 ml', 2, 1],
      ['1500 ml to 2000 ml', 1, 0],
      ['2000 ml to 2500 ml', 0, 0],
      ['2500 ml or more', 2, 0],
    ])
  })

  it('are personal thirds where nothing is fixed', () => {
    expect(
      describeBars('activity-load', days([0, 10, 20, 100, 110, 120, 200, 210, 220], 0)).map(([, n]) => n),
    ).toEqual([3, 3, 3])
  })

  it('are fewer where days are alike, and one where all are', () => {
    expect(describeBars('activity-load', days([0, 0, 0, 0, 0, 0, 0, 300, 250, 300], 0))).toEqual([
      ['less than 250 points', 7, 0],
      ['250 points or more', 3, 0],
    ])
    expect(describeBars('activity-load', days([50, 50, 50], 1))).toEqual([['all days', 3, 1]])
    expect(makeDoseBars(getExposure('activity-load'), [])).toEqual([])
  })
})
