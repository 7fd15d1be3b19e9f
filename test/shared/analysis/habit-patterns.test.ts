import { describe, expect, it } from 'vitest'
import { computeFluidPattern, fluidPattern } from '../../../shared/analysis/fluid-pattern.ts'
import { computeLoadPattern, loadPattern } from '../../../shared/analysis/load-pattern.ts'
import { computeNightPattern, nightPattern } from '../../../shared/analysis/night-pattern.ts'
import { computePatterns } from '../../../shared/analysis/patterns.ts'
import { shoePattern } from '../../../shared/analysis/shoe-pattern.ts'
import { addDays, dayNumber } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { cramp, dates, drink, makeDiary, span } from './make-diary.ts'
import { activityAt, drinkAt } from './overview-entries.ts'
import { complete, crampOn, nightFrom, shoeNamed, track, wornFrom } from './pattern-entries.ts'

describe('fluids', () => {
  const diary = makeDiary({
    episodes: [cramp('2026-06-03 03:00')],
    answeredCrampDays: dates('2026-06-01', '2026-06-05'),
    trackedDates: { 'fluids-low': dates('2026-06-01', '2026-06-04') },
    entries: {
      'fluids-low': [
        drink('2026-06-01 20:00', 2200),
        drink('2026-06-02 10:00', 700),
        drink('2026-06-02 23:00', 200),
        drink('2026-06-03 02:00', 5000, { isRelief: true }),
        drink('2026-06-04 10:00', 400),
      ],
    },
  })

  it('are what was drunk in the 24 hours before, of days whose drinks are all known', () => {
    const fluids = computeFluidPattern(diary)
    expect(fluidPattern.parse(fluids)).toEqual(fluids)
    // Tracked cramp-days 1 to 5; of the 5th the date itself is not complete.
    expect(fluids).toMatchObject({ trackedDays: 5, days: 4, medianMl: { withCramp: 900, without: 400 } })
    expect(fluids.doseResponse.map(({ days, crampDays }) => [days, crampDays])).toEqual([
      [3, 1],
      [0, 0],
      [0, 0],
      [1, 0],
      [0, 0],
    ])
  })

  it('are spread over equal steps without holes, the days with a cramp told apart', () => {
    const { distribution } = computeFluidPattern(diary)
    expect(distribution.map(({ fromMl }) => fromMl)).toEqual([0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000])
    expect(distribution.filter(({ days }) => days > 0)).toEqual([
      { fromMl: 0, toMl: 250, days: 1, crampDays: 0 },
      { fromMl: 250, toMl: 500, days: 1, crampDays: 0 },
      { fromMl: 750, toMl: 1000, days: 1, crampDays: 1 },
      { fromMl: 2000, toMl: 2250, days: 1, crampDays: 0 },
    ])
  })

  it('that nobody called complete are unknown, not few', () => {
    const unknown = computeFluidPattern({ ...diary, trackedDates: { 'fluids-low': [] } })
    expect(unknown).toMatchObject({ trackedDays: 5, days: 0, distribution: [] })
    expect(unknown.medianMl).toEqual({ withCramp: null, without: null })
  })
})

describe('load', () => {
  const first = dayNumber('2026-06-29')
  const last = dayNumber('2026-07-12')
  /** Four weeks of 100 a day, then a week of 300 a day, then nothing known. */
  const session = (date: string, amount: number | null) => span(`${date} 10:00`, `${date} 11:00`, { amount })
  const usual = Array.from({ length: 28 }, (_, day) => session(addDays('2026-06-01', day), 100))
  const hard = Array.from({ length: 7 }, (_, day) => session(addDays('2026-06-29', day), 300))
  const diaryOf = (
    entries: readonly ReturnType<typeof session>[],
    tracked = dates('2026-06-01', '2026-07-05'),
  ) =>
    makeDiary({
      episodes: [cramp('2026-07-04 03:00')],
      answeredCrampDays: dates('2026-06-29', '2026-07-12'),
      trackedDates: { 'activity-load': tracked },
      entries: { 'activity-load': entries },
    })
  const loadOf = (diary: ReturnType<typeof diaryOf>) => {
    const load = computeLoadPattern(diary, [first, last])
    expect(loadPattern.parse(load)).toEqual(load)
    return load
  }

  it('is a mean of the week and of the four weeks that end with it', () => {
    const { weeks } = loadOf(diaryOf([...usual, ...hard]))
    expect(weeks).toEqual([
      { monday: '2026-06-29', acutePerDay: 300, chronicPerDay: 150, trackedDays: 7, cramps: 1 },
      // The second week is not known; of the four weeks before its end, 21 days are.
      {
        monday: '2026-07-06',
        acutePerDay: null,
        chronicPerDay: (14 * 100 + 7 * 300) / 21,
        trackedDays: 7,
        cramps: 0,
      },
    ])
  })

  it('sorts days by the week that ends with them, and leaves out what is not known', () => {
    const load = loadOf(diaryOf([...usual, ...hard]))
    // Acute over chronic of 29 June on: 1.2, then above 1.3; from 8 July on fewer than 5 of 7 dates are known.
    expect(load.bands.map(({ band, days, crampDays }) => [band, days, crampDays])).toEqual([
      ['below', 0, 0],
      ['usual', 1, 0],
      ['above', 8, 1],
    ])
    expect(load).toMatchObject({ trackedDays: 14, unknownDays: 5, idleDays: 0 })
  })

  it('with a session of unknown exertion is unknown for that date', () => {
    const [one, two, three, ...rest] = hard
    expect(one && two && three).toBeTruthy()
    const vague = ['2026-06-29', '2026-06-30', '2026-07-01'].map(date => session(date, null))
    expect(loadOf(diaryOf([...usual, ...vague, ...rest])).weeks[0]?.acutePerDay).toBeNull()
  })

  it('of four weeks without activity is no ratio', () => {
    const load = loadOf(diaryOf([]))
    expect(load.weeks[0]).toMatchObject({ acutePerDay: 0, chronicPerDay: 0 })
    expect(load.idleDays).toBe(9)
    expect(load.bands.every(({ share }) => share === null)).toBe(true)
  })

  it('of an empty diary has no weeks', () => {
    expect(computeLoadPattern(makeDiary({}), [first, last]).weeks).toEqual([])
  })
})

describe('nights', () => {
  const period = { fromDate: '2026-06-01', toDate: '2026-06-10' }

  it.each([
    // Up at 07:00 by a clock that was put back, and forward, in the night: 9 and 7 hours in bed.
    ['2026-10-24', '2026-10-25', '06:59', 1],
    ['2026-10-24', '2026-10-25', '07:30', 0],
    ['2026-03-28', '2026-03-29', '06:59', 1],
    ['2026-03-28', '2026-03-29', '07:30', 0],
  ])(
    'from %s to %s end by the clock of their own end: a cramp at %s',
    (evening, morning, clock, crampDays) => {
      const zone = 'Europe/Berlin'
      const night = {
        ...nightFrom('2026-06-01 22:00', null),
        ...momentAt(evening, '23:00', zone),
        wakeAt: momentAt(morning, '07:00', zone).at,
      }
      const cramp = { ...crampOn('2026-06-02 03:00'), ...momentAt(morning, clock, zone) }
      const tracked = track([cramp], [], { fromDate: evening, toDate: evening })
      expect(computeNightPattern([night], tracked, zone).all).toMatchObject({ days: 1, crampDays })
      const { times } = computePatterns({
        shoes: [],
        offWeekdays: [5, 6],
        period: { fromDate: evening, toDate: evening },
        entries: [night],
        checkIns: [],
        dayStartMinutes: 0,
        timeZone: zone,
      })
      expect(times.timeInBed).toMatchObject({ fromMinutes: 11 * 60, untilMinutes: 19 * 60 })
    },
  )

  it.each([
    ['small-hours', '2026-06-02 03:00', { days: 1, crampDays: 1 }],
    ['morning', '2026-06-02 09:00', { days: 0, crampDays: 0 }],
    ['evening', '2026-06-01 21:00', { days: 0, crampDays: 0 }],
    ['afternoon', '2026-06-01 15:00', { days: 1, crampDays: 0 }],
    ['date', '2026-06-02 12:00', { days: 0, crampDays: 0 }],
    ['date', '2026-06-01 12:00', { days: 0, crampDays: 0 }],
  ] as const)('from 22:00 to 07:00 and a cramp known as %s, stored %s', (onsetPrecision, at, share) => {
    const pattern = computeNightPattern(
      [nightFrom('2026-06-01 22:00', '2026-06-02 07:00')],
      track([crampOn(at, { onsetPrecision })], complete('cramp', '2026-06-01', '2026-06-02'), period),
      'Etc/UTC',
    )
    expect(pattern.all).toMatchObject(share)
    expect(pattern.leftOut.withoutWord).toBe(1 - share.days)
  })

  it('have a cramp that began between bed and getting up, or was known as "in the night"', () => {
    const nights = [
      nightFrom('2026-06-01 22:00', '2026-06-02 06:00', { coldLegs: true, bedding: 'tight' }),
      nightFrom('2026-06-02 22:00', '2026-06-03 06:00', { coldLegs: true }),
      nightFrom('2026-06-03 22:00', '2026-06-04 06:00', { coldLegs: false }),
      nightFrom('2026-06-04 22:00', '2026-06-05 06:00'),
      nightFrom('2026-06-05 22:00', null, { coldLegs: true }),
      nightFrom('2026-06-06 22:00', '2026-06-07 06:00', { coldLegs: true }),
    ]
    const cramps = [
      crampOn('2026-06-02 03:00'),
      crampOn('2026-06-03 08:00'),
      crampOn('2026-06-04 03:00', { onsetPrecision: 'night' }),
    ]
    const pattern = computeNightPattern(
      nights,
      track(cramps, complete('cramp', '2026-06-01', '2026-06-04'), period),
      'Etc/UTC',
    )
    expect(nightPattern.parse(pattern)).toEqual(pattern)
    expect(pattern.all).toMatchObject({ days: 4, crampDays: 2 })
    expect(
      pattern.conditions.map(({ condition, answer, days, crampDays }) => [
        condition,
        answer,
        days,
        crampDays,
      ]),
    ).toEqual([
      ['legs', 'cold', 2, 1],
      ['legs', 'not-cold', 1, 1],
      ['bedding', 'tight', 1, 1],
    ])
    expect(pattern.leftOut).toEqual({ withoutEnd: 1, withoutWord: 1 })
  })
})

describe('shoes', () => {
  const period = { fromDate: '2026-06-01', toDate: '2026-06-08' }
  const shoes = [shoeNamed(1, 'Work'), shoeNamed(2, 'Slippers'), shoeNamed(3, 'Never worn')]
  const dayAt = (index: number) => addDays('2026-06-01', index)
  const worn = Array.from({ length: 8 }, (_, index) => [
    wornFrom(`${dayAt(index)} 08:00`, `${dayAt(index)} 16:00`, 1),
    wornFrom(`${dayAt(index)} 18:00`, `${dayAt(index)} 20:00`, 2),
  ]).flat()
  const patternOf = (
    entries: Parameters<typeof computePatterns>[0]['entries'],
    checkIns = complete('cramp', '2026-06-01', '2026-06-07'),
  ) => {
    const pattern = computePatterns({
      dayStartMinutes: 0,
      period,
      entries,
      checkIns,
      shoes,
      offWeekdays: [5, 6],
      timeZone: 'Europe/Berlin',
    }).shoes
    expect(shoePattern.parse(pattern)).toEqual(pattern)
    return pattern
  }

  it('each own the days they were worn longest on, and each cramp counts once', () => {
    const cramps = [crampOn('2026-06-03 03:00'), crampOn('2026-06-03 04:00'), crampOn('2026-06-05 03:00')]
    const { days, shoes: told } = patternOf([...worn, ...cramps])
    expect(days).toBe(7)
    expect(told.map(({ name }) => name)).toEqual(['Slippers', 'Work'])
    const [slippers, work] = told
    expect(work?.ownDays).toMatchObject({ days: 7, crampDays: 2 })
    expect(work?.otherDays.days).toBe(0)
    // 3 cramps in 7 days of 8 h; R: poisson.test(3, 56)$conf.int * 100
    expect(work?.rate).toMatchObject({ cramps: 3, hours: 56 })
    expect(work?.rate?.per100Hours).toBeCloseTo((100 * 3) / 56, 10)
    expect(work?.rate?.lower).toBeCloseTo(1.104772, 5)
    expect(work?.rate?.upper).toBeCloseTo(15.65584, 5)
    expect(slippers).toMatchObject({ hoursWorn: 16, rate: null, ownDays: { days: 0 } })
  })

  it('that nobody knows when they were taken off make their day unknown, not short', () => {
    const open = [...worn.slice(0, 4), wornFrom('2026-06-03 08:00', null, 1), ...worn.slice(6)]
    expect(patternOf(open).days).toBeLessThan(patternOf(worn).days)
  })

  it('worn for less than an hour are no shoes of a day', () => {
    const brief = [wornFrom('2026-06-02 20:00', '2026-06-02 20:30', 1)]
    const { withoutShoe, shoes: told } = patternOf(brief)
    expect(withoutShoe.days).toBe(1)
    expect(told).toMatchObject([{ name: 'Work', hoursWorn: 0.5, rate: null }])
  })
})

describe('patterns', () => {
  const source = { shoes: [], offWeekdays: [5, 6], timeZone: 'Europe/Berlin' }
  const period = { fromDate: '2026-06-01', toDate: '2026-06-30' }

  it('of an empty journal hold nothing, and say so in every part', () => {
    const empty = computePatterns({ dayStartMinutes: 0, ...source, period, entries: [], checkIns: [] })
    expect(empty.times.calendar.cramps).toEqual([])
    expect(empty.places.now).toMatchObject({ trackedDays: 0, cramps: 0, places: [] })
    expect([empty.fluids.days, empty.shoes.days, empty.nights.all.days, empty.load.weeks.length]).toEqual([
      0, 0, 0, 0,
    ])
    expect(empty.relief.techniques).toEqual([])
    expect(JSON.stringify(empty)).not.toMatch(/NaN|Infinity/)
  })

  it('take drinks and training from before the period, and cramps only from it', () => {
    const entries = [
      crampOn('2026-05-31 03:00'),
      crampOn('2026-06-02 03:00'),
      drinkAt('2026-05-31', '20:00', 1000),
      drinkAt('2026-06-01', '10:00', 500),
      activityAt('2026-05-25', '10:00', { durationMinutes: 60, exertion: 5 }),
    ]
    const checkIns = complete('fluid', '2026-05-31', '2026-06-02')
    const { relief, fluids, times } = computePatterns({
      dayStartMinutes: 0,
      ...source,
      period,
      entries,
      checkIns,
    })
    expect(relief.cramps).toBe(1)
    expect(times.hours.counts[3]).toBe(1)
    expect(fluids).toMatchObject({ days: 1, medianMl: { withCramp: 500 } })
  })

  it('of a filter leave out the days on which nobody knows', () => {
    const entries = [
      crampOn('2026-06-02 03:00', { stateAtOnset: 'asleep' }),
      crampOn('2026-06-04 03:00', { stateAtOnset: null }),
      crampOn('2026-06-06 15:00', { stateAtOnset: 'sitting' }),
    ]
    const filter = { muscle: null, side: null, time: null, state: 'asleep' } as const
    const { times } = computePatterns({
      dayStartMinutes: 0,
      ...source,
      period,
      entries,
      checkIns: [],
      filter,
    })
    expect(times.calendar.cramps.slice(0, 6)).toEqual([1, null, null, null, null, 0])
  })
})
