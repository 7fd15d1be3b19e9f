import { describe, expect, it } from 'vitest'
import type { Overview, WeekOverview } from '../../../shared/analysis/overview.ts'
import {
  BEFORE_ALL_ENTRIES,
  findBusiestHours,
  hoursFromNoon,
  joinBins,
  makeTimeline,
  periodOfSpan,
} from '../../../shared/analysis/overview-timeline.ts'
import { addDays, weekday } from '../../../shared/time/calendar-date.ts'

const makeWeek = (monday: string, parts: Partial<WeekOverview> = {}): WeekOverview => ({
  monday,
  crampTrackedDays: 7,
  cramps: 2,
  crampDays: 1,
  fluidMlPerDay: 2000,
  fluidTrackedDays: 7,
  activityLoadPerDay: 100,
  activityTrackedDays: 7,
  ...parts,
})

const makeOverviewOf = (fromDate: string, toDate: string, weeks: WeekOverview[]): Overview => ({
  fromDate,
  toDate,
  weeks,
  runUp: [],
  marks: [],
})

describe('the period of a span', () => {
  it('begins on a Monday and ends today', () => {
    expect(periodOfSpan('12-weeks', '2026-11-20')).toEqual({ fromDate: '2026-08-31', toDate: '2026-11-20' })
    for (const span of ['12-weeks', '26-weeks', '1-year'] as const)
      expect(weekday(periodOfSpan(span, '2026-11-20').fromDate)).toBe(0)
    expect(periodOfSpan('all', '2026-11-20')).toEqual({ fromDate: BEFORE_ALL_ENTRIES, toDate: '2026-11-20' })
  })
})

describe('a timeline', () => {
  it('fills the weeks before the first known one as unknown, and cuts the last at today', () => {
    const { unit, bins } = makeTimeline(makeOverviewOf('2026-11-02', '2026-11-20', [makeWeek('2026-11-16')]))
    expect(unit).toBe('week')
    expect(bins.map(({ fromDate, toDate, days, cramps }) => [fromDate, toDate, days, cramps])).toEqual([
      ['2026-11-02', '2026-11-08', 7, null],
      ['2026-11-09', '2026-11-15', 7, null],
      ['2026-11-16', '2026-11-20', 5, 2],
    ])
    expect(bins[2]?.furtherCramps).toBe(1)
    expect(bins[0]?.furtherCramps).toBeNull()
  })

  it('begins with the first known week when it takes in everything', () => {
    const { bins } = makeTimeline(makeOverviewOf(BEFORE_ALL_ENTRIES, '2026-11-20', [makeWeek('2026-11-16')]))
    expect(bins.map(bin => bin.fromDate)).toEqual(['2026-11-16'])
  })

  it('is empty when nothing is known', () => {
    expect(makeTimeline(makeOverviewOf('2026-11-02', '2026-11-20', []))).toEqual({ unit: 'week', bins: [] })
  })

  it('joins long periods into 28-day blocks that old data do not shift', () => {
    const weeks = (first: string, count: number) =>
      Array.from({ length: count }, (_, index) => makeWeek(addDays(first, 7 * index)))
    const tenYears = makeTimeline(makeOverviewOf(BEFORE_ALL_ENTRIES, '2026-11-22', weeks('2016-11-28', 521)))
    expect(tenYears.unit).toBe('4-weeks')
    expect(tenYears.bins.length).toBeLessThanOrEqual(132)
    const total = tenYears.bins.reduce((sum, bin) => sum + (bin.cramps ?? 0), 0)
    expect(total).toBe(2 * 521)
    const older = makeTimeline(makeOverviewOf(BEFORE_ALL_ENTRIES, '2026-11-22', weeks('2016-11-21', 522)))
    expect(older.bins.slice(1).map(bin => bin.fromDate)).toEqual(
      tenYears.bins.slice(1).map(bin => bin.fromDate),
    )
  })
})

describe('joined bins', () => {
  it('weigh means by their tracked days and keep unknown what is unknown in all', () => {
    const { bins } = makeTimeline(
      makeOverviewOf('2026-11-02', '2026-11-15', [
        makeWeek('2026-11-02', {
          fluidMlPerDay: 1000,
          fluidTrackedDays: 1,
          activityLoadPerDay: null,
          activityTrackedDays: 0,
        }),
        makeWeek('2026-11-09', {
          fluidMlPerDay: 2000,
          fluidTrackedDays: 3,
          activityLoadPerDay: null,
          activityTrackedDays: 0,
        }),
      ]),
    )
    expect(joinBins(bins)).toMatchObject({
      fromDate: '2026-11-02',
      toDate: '2026-11-15',
      days: 14,
      cramps: 4,
      crampDays: 2,
      furtherCramps: 2,
      fluidMlPerDay: 1750,
      fluidTrackedDays: 4,
      activityLoadPerDay: null,
    })
    expect(() => joinBins([])).toThrow(RangeError)
  })
})

describe('the busiest hours', () => {
  it('are the first of equals from noon on', () => {
    expect(hoursFromNoon[0]).toBe(12)
    expect(hoursFromNoon[23]).toBe(11)
    const counts = new Array(24).fill(0)
    counts[14] = 2
    counts[3] = 2
    expect(findBusiestHours(counts)).toEqual({ fromHour: 12, toHour: 16, count: 2 })
  })
})
