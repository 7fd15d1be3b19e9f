import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeRates, getRateBand } from '../../../shared/analysis/cramp-rates.ts'
import type { WeekOverview } from '../../../shared/analysis/overview.ts'
import { makeTimeline } from '../../../shared/analysis/overview-timeline.ts'
import { computePearsonDispersion } from '../../../shared/statistics/garwood.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'

const FIRST_MONDAY = '2025-01-06'
const makeWeek = (index: number, cramps: number | null, trackedDays = 7): WeekOverview => ({
  monday: addDays(FIRST_MONDAY, 7 * index),
  crampTrackedDays: trackedDays,
  cramps,
  crampDays: cramps === null ? null : Math.min(cramps, trackedDays),
  fluidMlPerDay: null,
  fluidTrackedDays: 0,
  activityLoadPerDay: null,
  activityTrackedDays: 0,
})
const weekly = (counts: readonly number[]) => counts.map((count, index) => makeWeek(index, count))

describe('rates', () => {
  it('are per 28 tracked days, with Garwood limits, for cramps and for days with one', () => {
    const { cramps, crampDays, trackedDays } = computeRates([
      { ...makeWeek(0, 6), crampDays: 3 },
      makeWeek(1, 1),
    ])
    expect(trackedDays).toBe(14)
    expect(cramps).toMatchObject({ count: 7, per28Days: 14, isWidened: false })
    // R: poisson.test(7)$conf.int * 2
    expect(cramps?.lower).toBeCloseTo(2 * 2.814363, 5)
    expect(cramps?.upper).toBeCloseTo(2 * 14.422675, 5)
    expect(crampDays).toMatchObject({ count: 4, per28Days: 8 })
  })

  it('of no cramp have an upper limit', () => {
    const { cramps } = computeRates(weekly([0, 0, 0, 0]))
    expect(cramps).toMatchObject({ count: 0, per28Days: 0, lower: 0 })
    // -log(0.025)
    expect(cramps?.upper).toBeCloseTo(3.688879, 5)
  })

  it('need a week', () => {
    expect(computeRates([makeWeek(0, 1, 6)]).cramps).toBeNull()
    expect(computeRates([makeWeek(0, 1, 6), makeWeek(1, 0, 1)]).cramps).not.toBeNull()
    expect(computeRates([]).cramps).toBeNull()
  })

  it('are wider where cramps come in clusters, from six full weeks on', () => {
    const clustered = [8, 0, 8, 0, 8, 0]
    const dispersion = computePearsonDispersion(clustered)
    if (dispersion.kind !== 'estimate') throw new Error('it varies')
    const { cramps } = computeRates(weekly(clustered))
    const widening = Math.exp(1.959964 * Math.sqrt(dispersion.dispersion / 24))
    expect(cramps).toMatchObject({ isWidened: true, per28Days: 16 })
    expect(cramps?.upper).toBeCloseTo(16 * widening, 4)
    expect(computeRates(weekly([8, 0, 8, 0, 8])).cramps?.isWidened).toBe(false)
    expect(computeRates(weekly([4, 4, 4, 4, 4, 4])).cramps?.isWidened).toBe(false)
  })
})

describe('the trend', () => {
  it('is the change over four weeks', () => {
    const { trend } = computeRates(weekly([32, 27, 23, 19, 16, 13, 11, 10]))
    // Falls by 2^(1/4) each week: halves in four.
    expect(trend?.ratioPer4Weeks).toBeCloseTo(0.5, 1)
    expect(trend).toMatchObject({ weeks: 8, isForSeason: false })
    expect(trend?.upper).toBeLessThan(1)
  })

  it('needs six weeks, each with three tracked days', () => {
    expect(computeRates(weekly([3, 2, 3, 2, 3])).trend).toBeNull()
    const fiveAndABit = [...weekly([1, 0, 0, 0, 0]), makeWeek(5, 0, 2)]
    expect(computeRates(fiveAndABit).trend).toBeNull()
    expect(computeRates(weekly([3, 2, 3, 2, 3, 2])).trend?.ratioPer4Weeks).toBeCloseTo(0.9, 0)
  })

  it('allows for the season from a year on', () => {
    const counts = Array.from({ length: 54 }, (_, week) => (week % 3) + 1)
    expect(computeRates(weekly(counts)).trend?.isForSeason).toBe(true)
  })

  it('of no cramps at all is not there', () => {
    expect(computeRates(weekly([0, 0, 0, 0, 0, 0, 0])).trend).toBeNull()
  })
})

describe('the band of rates', () => {
  const bandOf = (weeks: readonly WeekOverview[]) => {
    const { bins, unit } = makeTimeline({
      fromDate: FIRST_MONDAY,
      toDate: addDays(FIRST_MONDAY, 7 * weeks.length - 1),
      weeks: [...weeks],
      marks: [],
    })
    return getRateBand(bins, unit)
  }

  it('holds the four weeks up to each bar, per week', () => {
    const band = bandOf(weekly([4, 0, 0, 0, 8]))
    // The first week alone, the first two, ... and at the end the four without the first.
    expect(band.map(rate => rate?.rate)).toEqual([4, 2, 4 / 3, 1, 2])
    // R: poisson.test(8)$conf.int / 4
    expect(band[4]?.lower).toBeCloseTo(3.453832 / 4, 5)
    expect(band[4]?.upper).toBeCloseTo(15.763189 / 4, 5)
  })

  it('has a gap where a bar is unknown, and where less than a week is known', () => {
    const band = bandOf([makeWeek(0, 1, 3), makeWeek(1, null, 0), makeWeek(2, 2, 4), makeWeek(3, 0)])
    expect(band.map(rate => rate === null)).toEqual([true, true, false, false])
  })

  it('is always a number within its limits', () => {
    const aWeek = fc.record({ cramps: fc.nat(30), trackedDays: fc.nat(7) })
    fc.assert(
      fc.property(fc.array(aWeek, { minLength: 1, maxLength: 150 }), weeks => {
        const band = bandOf(
          weeks.map(({ cramps, trackedDays }, index) =>
            makeWeek(index, trackedDays === 0 ? null : cramps, trackedDays),
          ),
        )
        for (const rate of band) {
          if (rate === null) continue
          expect(Number.isFinite(rate.upper)).toBe(true)
          expect(rate.lower).toBeLessThanOrEqual(rate.rate)
          expect(rate.rate).toBeLessThanOrEqual(rate.upper)
        }
      }),
    )
  })
})
