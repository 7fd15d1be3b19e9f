import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getRateBand } from '../../../shared/analysis/cramp-rates.ts'
import {
  listSevenDayOverviews,
  makeOverview,
  type OverviewSource,
  overview,
} from '../../../shared/analysis/overview.ts'
import { makeRunUp, makeTimeline } from '../../../shared/analysis/overview-timeline.ts'
import { addDays, type CalendarDate, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { activityAt, crampAt, drinkAt } from './overview-entries.ts'

/** Monday to Sunday, one whole week. */
const week = { fromDate: '2026-06-01', toDate: '2026-06-07' }

const source = (parts: Partial<OverviewSource>): OverviewSource => ({
  period: week,
  entries: [],
  checkIns: [],
  dayStartMinutes: 0,
  ...parts,
})

const onlyWeek = (parts: Partial<OverviewSource>) => {
  const weeks = makeOverview(source(parts)).weeks
  expect(weeks).toHaveLength(1)
  return weeks[0]
}

describe('the weeks before a period', () => {
  const period = { fromDate: '2026-06-01', toDate: '2026-06-14' }

  it('are there for the rates that look back on them, and in none of the weeks of the period', () => {
    const entries = [
      crampAt('2026-05-12', '23:00'),
      crampAt('2026-05-10', '23:00'),
      crampAt('2026-06-02', '23:00'),
    ]
    const made = makeOverview(source({ period, entries }))
    // The run-up starts on 11 May; earlier entries are ignored.
    expect(made.runUp.map(({ monday, cramps }) => [monday, cramps])).toEqual([
      ['2026-05-11', 1],
      ['2026-05-18', null],
      ['2026-05-25', null],
    ])
    expect(made.weeks.map(({ monday, cramps }) => [monday, cramps])).toEqual([
      ['2026-06-01', 1],
      ['2026-06-08', null],
    ])
  })

  it('make the first rate one over four weeks', () => {
    const checkIns = datesFromTo('2026-05-11', '2026-06-14').map(date => ({
      date,
      kind: 'cramp' as const,
      dayStartMinutes: 0,
    }))
    const entries = ['2026-05-12', '2026-05-19', '2026-05-26', '2026-05-27'].map(date =>
      crampAt(date, '23:00'),
    )
    const made = makeOverview(source({ period, entries, checkIns }))
    const runUp = makeRunUp(made)
    const { bins, unit } = makeTimeline(made)
    // 4 cramps in 28 days are 1 a week; of the first week alone it would be none.
    expect(getRateBand([...runUp, ...bins], unit)[runUp.length]?.rate).toBeCloseTo(1, 10)
    expect(getRateBand(bins, unit)[0]?.rate).toBe(0)
  })

  it('are none where nothing is known of them', () => {
    expect(makeOverview(source({ period, entries: [crampAt('2026-06-02', '23:00')] })).runUp).toEqual([])
  })
})

describe('cramps of a week', () => {
  it('are unknown when no cramp-day was tracked', () => {
    const checkIns = [{ date: '2026-06-03', kind: 'fluid' as const, dayStartMinutes: 0 }]
    expect(onlyWeek({ checkIns })).toMatchObject({ crampTrackedDays: 0, cramps: null, crampDays: null })
  })

  it('are none when the person said so', () => {
    expect(onlyWeek({ checkIns: [{ date: '2026-06-03', kind: 'cramp', dayStartMinutes: 0 }] })).toMatchObject(
      {
        crampTrackedDays: 1,
        cramps: 0,
        crampDays: 0,
      },
    )
  })

  it('make their cramp-day tracked, two in a night being one cramp-day', () => {
    const entries = [
      crampAt('2026-06-03', '23:40'),
      crampAt('2026-06-04', '03:10'),
      crampAt('2026-06-05', '18:00'),
    ]
    expect(
      onlyWeek({ entries, checkIns: [{ date: '2026-06-03', kind: 'cramp', dayStartMinutes: 0 }] }),
    ).toMatchObject({
      crampTrackedDays: 2,
      cramps: 3,
      crampDays: 2,
    })
  })

  it('belong to the night of the day before: Monday 03:00 is the week before, the Monday after still this one', () => {
    const entries = [crampAt('2026-06-01', '03:00'), crampAt('2026-06-08', '03:00')]
    expect(onlyWeek({ entries })).toMatchObject({ cramps: 1, crampDays: 1 })
    const [, second] = makeOverview(
      source({ entries, period: { fromDate: '2026-05-25', toDate: '2026-06-07' } }),
    ).weeks
    expect(second).toMatchObject({ monday: '2026-06-01', cramps: 1 })
  })

  it('go by the clock of the place they were written down in', () => {
    // 22:30 in UTC is 11:30 of the next morning twelve hours and more further east, so still the same cramp-day.
    const inAuckland = { ...crampAt('2026-06-07', '22:30'), offsetMinutes: 13 * 60 }
    expect(onlyWeek({ entries: [inAuckland] })).toMatchObject({ cramps: 1 })
    const inHonolulu = { ...crampAt('2026-06-08', '12:30'), offsetMinutes: -10 * 60 }
    expect(onlyWeek({ entries: [inHonolulu] })).toMatchObject({ cramps: 1 })
  })
})

describe('fluids of a week', () => {
  it('are unknown without a check-in, whatever was drunk', () => {
    const checkIns = [{ date: '2026-06-02', kind: 'cramp' as const, dayStartMinutes: 0 }]
    expect(onlyWeek({ entries: [drinkAt('2026-06-02', '08:00', 900)], checkIns })).toMatchObject({
      fluidMlPerDay: null,
      fluidTrackedDays: 0,
    })
  })

  it('are the mean over the days checked in, days without a drink among them', () => {
    const entries = [
      drinkAt('2026-06-02', '08:00', 900),
      drinkAt('2026-06-02', '23:59', 600),
      drinkAt('2026-06-05', '08:00', 5000),
    ]
    const checkIns = [
      { date: '2026-06-02', kind: 'fluid' as const, dayStartMinutes: 0 },
      { date: '2026-06-03', kind: 'fluid' as const, dayStartMinutes: 0 },
    ]
    expect(onlyWeek({ entries, checkIns })).toMatchObject({ fluidMlPerDay: 750, fluidTrackedDays: 2 })
  })

  it('go by calendar date, not by cramp-day', () => {
    const entries = [drinkAt('2026-06-02', '00:10', 300)]
    expect(
      onlyWeek({ entries, checkIns: [{ date: '2026-06-02', kind: 'fluid', dayStartMinutes: 0 }] })
        ?.fluidMlPerDay,
    ).toBe(300)
  })
})

describe('activity load of a week', () => {
  it('is minutes times exertion, averaged over the days with an entry or a check-in', () => {
    const entries = [activityAt('2026-06-02', '18:00', { durationMinutes: 50, exertion: 6 })]
    const checkIns = [{ date: '2026-06-04', kind: 'activity' as const, dayStartMinutes: 0 }]
    expect(onlyWeek({ entries, checkIns })).toMatchObject({ activityLoadPerDay: 150, activityTrackedDays: 2 })
  })

  it('does not count a day with a session of unknown exertion', () => {
    const entries = [
      activityAt('2026-06-02', '12:00', { durationMinutes: 30, exertion: 2 }),
      activityAt('2026-06-03', '12:00', { durationMinutes: 30, exertion: 2 }),
      activityAt('2026-06-03', '18:00', { durationMinutes: 90, exertion: null }),
    ]
    expect(onlyWeek({ entries })).toMatchObject({ activityLoadPerDay: 60, activityTrackedDays: 1 })
  })

  it('takes sitting and standing as no load, even when their exertion is unknown', () => {
    const entries = [
      activityAt('2026-06-02', '12:00', {
        activity: 'sitting-or-travel',
        durationMinutes: 300,
        exertion: null,
      }),
      activityAt('2026-06-02', '15:00', { activity: 'standing', durationMinutes: 120, exertion: 4 }),
    ]
    expect(onlyWeek({ entries })).toMatchObject({ activityLoadPerDay: 0, activityTrackedDays: 1 })
  })
})

describe('a period', () => {
  it('cut by its ends counts only its own days', () => {
    const period = { fromDate: '2026-06-03', toDate: '2026-06-09' }
    const checkIns = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-08', '2026-06-10'].map(date => ({
      date,
      kind: 'cramp' as const,
      dayStartMinutes: 0,
    }))
    const { weeks } = makeOverview(source({ period, checkIns }))
    expect(weeks.map(({ monday, crampTrackedDays }) => [monday, crampTrackedDays])).toEqual([
      ['2026-06-01', 1],
      ['2026-06-08', 1],
    ])
  })

  it('begins with the first week of which anything is known', () => {
    const period = { fromDate: '1900-01-01', toDate: '2026-06-21' }
    const made = makeOverview(source({ period, entries: [crampAt('2026-06-10', '03:00')] }))
    expect(made.weeks.map(week => week.monday)).toEqual(['2026-06-08', '2026-06-15'])
    expect(made.weeks[1]?.cramps).toBeNull()
  })

  it('is empty when nothing is known: drinks without a check-in say nothing', () => {
    const made = makeOverview(source({ entries: [drinkAt('2026-06-02', '08:00', 900)] }))
    expect(made.weeks).toEqual([])
  })
})

describe('for any journal', () => {
  const period = { fromDate: '2026-05-27', toDate: '2026-07-02' }
  const dates = fc.integer({ min: -5, max: 45 }).map(days => addDays(period.fromDate, days))
  const clocks = fc
    .integer({ min: 0, max: 1439 })
    .map(
      minutes =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    )
  const anEntry = fc.oneof(
    fc
      .tuple(dates, clocks, fc.constantFrom('exact' as const, 'about' as const, 'night' as const))
      .map(([date, clock, precision]) => crampAt(date, clock, precision)),
    fc
      .tuple(dates, clocks, fc.integer({ min: 1, max: 5000 }))
      .map(([date, clock, volumeMl]) => drinkAt(date, clock, volumeMl)),
    fc
      .tuple(dates, clocks, fc.option(fc.integer({ min: 0, max: 10 })), fc.integer({ min: 1, max: 600 }))
      .map(([date, clock, exertion, durationMinutes]) =>
        activityAt(date, clock, { exertion, durationMinutes }),
      ),
  )
  const aCheckIn = fc.record({
    date: dates,
    kind: fc.constantFrom('cramp' as const, 'fluid' as const, 'footwear' as const, 'activity' as const),
    dayStartMinutes: fc.constantFrom(0, 240),
  })
  const aSource = fc
    .record({
      entries: fc.array(anEntry, { maxLength: 60 }),
      checkIns: fc.array(aCheckIn, { maxLength: 60 }),
    })
    .map(parts => source({ ...parts, period }))

  it('fits the contract', () => {
    fc.assert(fc.property(aSource, made => overview.parse(makeOverview(made)) !== undefined))
  })

  it('does not care for the order of entries and check-ins', () => {
    fc.assert(
      fc.property(aSource, any => {
        const reversed = { ...any, entries: any.entries.toReversed(), checkIns: any.checkIns.toReversed() }
        expect(makeOverview(reversed)).toEqual(makeOverview(any))
      }),
    )
  })

  it('never turns what is unknown into a number, nor a number into unknown', () => {
    fc.assert(
      fc.property(aSource, any => {
        for (const week of makeOverview(any).weeks) {
          expect(week.cramps === null).toBe(week.crampTrackedDays === 0)
          expect(week.crampDays === null).toBe(week.crampTrackedDays === 0)
          expect(week.fluidMlPerDay === null).toBe(week.fluidTrackedDays === 0)
          expect(week.activityLoadPerDay === null).toBe(week.activityTrackedDays === 0)
          expect(week.crampDays ?? 0).toBeLessThanOrEqual(Math.min(week.cramps ?? 0, week.crampTrackedDays))
        }
      }),
    )
  })

  it('is not changed by untracked days: drinks on a day nobody called complete', () => {
    fc.assert(
      fc.property(aSource, dates, clocks, (any, date, clock) => {
        const checkedIn = any.checkIns.some(checkIn => checkIn.kind === 'fluid' && checkIn.date === date)
        fc.pre(!checkedIn)
        const entries = [...any.entries, drinkAt(date, clock, 700)]
        expect(makeOverview({ ...any, entries })).toEqual(makeOverview(any))
      }),
    )
  })

  it('is not changed by what lies outside its period', () => {
    const outside = (date: CalendarDate) => [
      crampAt(date, '13:00'),
      drinkAt(date, '13:00', 500),
      activityAt(date, '13:00', { durationMinutes: 30, exertion: 5 }),
    ]
    fc.assert(
      fc.property(aSource, any => {
        const entries = [...outside('2026-05-26'), ...any.entries, ...outside('2026-07-03')]
        expect(makeOverview({ ...any, entries })).toEqual(makeOverview(any))
      }),
    )
  })
})

describe('stretches of a period', () => {
  it('are seven days each, the last of them ending with it, and the first what is left', () => {
    const period = { fromDate: '2026-06-03', toDate: '2026-06-18' }
    const entries = [crampAt('2026-06-03', '13:00'), crampAt('2026-06-19', '03:00')]
    const checkIns = [{ date: '2026-06-10', kind: 'cramp' as const, dayStartMinutes: 0 }]
    expect(listSevenDayOverviews(source({ period, entries, checkIns }))).toMatchObject([
      { fromDate: '2026-06-03', toDate: '2026-06-04', crampTrackedDays: 1, cramps: 1 },
      { fromDate: '2026-06-05', toDate: '2026-06-11', crampTrackedDays: 1, cramps: 0 },
      { fromDate: '2026-06-12', toDate: '2026-06-18', crampTrackedDays: 1, cramps: 1 },
    ])
  })

  it('are there also where nothing is known', () => {
    expect(listSevenDayOverviews(source({}))).toMatchObject([
      { fromDate: '2026-06-01', toDate: '2026-06-07', crampTrackedDays: 0, cramps: null },
    ])
  })
})
