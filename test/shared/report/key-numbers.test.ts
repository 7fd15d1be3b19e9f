import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MIN_TRACKED_DAYS_FOR_RATE } from '../../../shared/report/key-numbers.ts'
import { report } from '../../../shared/report/report.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { crampDay } from '../../../shared/time/moment.ts'
import reference from '../../fixtures/reference-values.json' with { type: 'json' }
import { activityAt, crampAt, shoeWorn } from './journal-facts.ts'
import {
  checkedIn,
  contentOf,
  dayAt,
  nightAt,
  november,
  reasonOf,
  reportOf,
  type TestFacts,
} from './report-facts.ts'

const numbersOf = (facts: TestFacts) => contentOf(reportOf(facts).numbers)

describe('a month worked out by hand', () => {
  // Seven cramps on five cramp-days, all 28 days tracked: R's poisson.test(7, 28/28) and poisson.test(5, 28/28).
  const cramps = [
    crampAt('2026-11-02', '03:10', { intensity: 6, durationSeconds: 120, wokeMe: true, sorenessHours: 4 }),
    crampAt('2026-11-02', '22:40', { intensity: 4, durationSeconds: 60, wokeMe: false, sorenessHours: 12 }),
    crampAt('2026-11-03', '03:30', { intensity: 8, durationSeconds: 300, wokeMe: true }),
    crampAt('2026-11-10', '18:05', { intensity: 3, wokeMe: false }),
    crampAt('2026-11-18', '03:59', { intensity: 7, durationSeconds: 90, wokeMe: true }),
    crampAt('2026-11-20', '02:00', { onsetPrecision: 'night' }),
    crampAt('2026-11-20', '05:00', { intensity: 5, durationSeconds: 45, wokeMe: null }),
  ]
  const facts = {
    entries: [
      ...cramps.toReversed(),
      nightAt('2026-11-02', 3),
      nightAt('2026-11-03', 8),
      nightAt('2026-11-04', null),
      dayAt('2026-11-05', 4),
      dayAt('2026-11-12', 7),
      dayAt('2026-11-13', null),
    ],
    checkIns: checkedIn('cramp', november.fromDate, november.toDate),
  }
  const { whole, last, before, change } = numbersOf(facts)

  test('counts cramps and cramp-days apart, with exact limits', () => {
    expect(whole.crampCount).toBe(7)
    expect(whole.cramps).toMatchObject({ count: 7, trackedDays: 28, per28Days: 7 })
    expect(whole.cramps?.lower).toBeCloseTo(2.81436305151987, 6)
    expect(whole.cramps?.upper).toBeCloseTo(14.4226753617024, 6)
    // Cramp-days: 1, 2 (22:40 and 03:30 are one night), 10, 17 and 19 November.
    expect(whole.crampDays).toMatchObject({ count: 5, trackedDays: 28, per28Days: 5 })
    expect(whole.crampDays?.lower).toBeCloseTo(1.62348639090106, 6)
    expect(whole.crampDays?.upper).toBeCloseTo(11.6683320962, 6)
  })

  test('takes medians and quartiles over what is known, and says from how many', () => {
    // 3 4 5 6 7 8
    expect(whole.intensity).toEqual({ n: 6, median: 5.5, lowerQuartile: 4.25, upperQuartile: 6.75, max: 8 })
    // 45 60 90 120 300
    expect(whole.durationSeconds).toEqual({
      n: 5,
      median: 90,
      lowerQuartile: 60,
      upperQuartile: 120,
      max: 300,
    })
    expect(whole.sorenessHours).toMatchObject({ n: 2, median: 8, max: 12 })
    expect(whole.sleepDisturbance).toMatchObject({ n: 2, median: 5.5, max: 8 })
    expect(whole.bother).toMatchObject({ n: 2, median: 5.5, max: 7 })
  })

  test('counts a night once, however often one was woken, and keeps the unknown apart', () => {
    expect(whole.nightsWoken).toEqual({ nights: 3, unknown: 2, unknownNights: 1 })
  })

  test('without days before there is nothing to compare with', () => {
    expect(last).toEqual(whole)
    expect(before).toBeNull()
    expect(change).toBeNull()
  })
})

describe('the last 28 tracked days', () => {
  const cramps = [
    ...['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'].map(date => crampAt(date, '23:00')),
    ...Array.from({ length: 16 }, (_, index) => crampAt(addDays('2026-10-05', index), '23:00')),
  ]
  const checkIns = checkedIn('cramp', '2026-10-04', '2026-11-28').filter(({ date }) => date !== '2026-11-01')

  test('are set against the 28 before, also from before the period', () => {
    const { last, before, change, whole } = numbersOf({ entries: cramps, checkIns })
    // A missing day extends the last 28 tracked days into October.
    expect(last).toMatchObject({
      fromDate: '2026-10-31',
      toDate: '2026-11-28',
      trackedDays: 28,
      crampCount: 4,
    })
    expect(before).toMatchObject({ toDate: '2026-10-30', trackedDays: 27, crampCount: 16 })
    expect(whole).toMatchObject({ ...november, trackedDays: 27, crampCount: 4 })
    expect(change?.ratio).toBeCloseTo((4 / 28 / 16) * 27, 10)
  })

  test('with the exact interval of two Poisson rates', () => {
    const { change } = numbersOf({
      entries: cramps,
      checkIns: checkedIn('cramp', '2026-10-04', '2026-11-28'),
    })
    // 4 of 20 cramps in half of the time: Clopper-Pearson gives R's binom.test(4, 20) 0.0573340 to 0.4366140, as odds.
    const odds = (share: number) => share / (1 - share)
    expect(change?.ratio).toBeCloseTo(0.25, 10)
    expect(change?.lower).toBeCloseTo(odds(0.057334), 5)
    expect(change?.upper).toBeCloseTo(odds(0.436614), 5)
  })
})

describe('what belongs to the period', () => {
  test('the night after the last date does, the night before the first does not', () => {
    const { episodes } = reportOf({
      entries: [
        crampAt('2026-11-01', '03:00'),
        crampAt('2026-11-01', '11:59'),
        crampAt('2026-11-01', '12:00', { intensity: 1 }),
        crampAt('2026-11-29', '11:59', { intensity: 2 }),
        crampAt('2026-11-29', '12:00'),
      ],
    })
    expect(episodes.map(episode => episode.kind === 'cramp' && episode.intensity)).toEqual([1, 2])
  })

  test('goes by the clock of the place where the cramp was', () => {
    // 03:00 on 1 November in Auckland is 14:00 on 31 October in London: a cramp of the night to 1 November.
    expect(reportOf({ entries: [crampAt('2026-11-01', '03:00', {}, 13 * 60)] }).episodes).toHaveLength(0)
    expect(reportOf({ entries: [crampAt('2026-11-02', '03:00', {}, 13 * 60)] }).episodes).toHaveLength(1)
  })

  test('a single day is a period', () => {
    const made = reportOf({
      order: { fromDate: '2026-11-05', toDate: '2026-11-05' },
      entries: [crampAt('2026-11-06', '02:00')],
    })
    expect(made).toMatchObject({ daysInPeriod: 1, trackedDays: { cramp: 1 } })
    expect(reasonOf(made.numbers)).toMatch(/this period has 1, with 1 cramp\./)
  })
})

describe('tracked days', () => {
  test('each kind has its own proof', () => {
    const { trackedDays } = reportOf({
      entries: [
        crampAt('2026-11-04', '02:00'),
        crampAt('2026-11-04', '03:00'),
        shoeWorn('2026-11-08', '08:00', 60),
        shoeWorn('2026-11-09', '08:00', null),
        activityAt('2026-11-10', '18:00', 'run', 30),
        activityAt('2026-11-29', '09:00', 'walk', 20),
      ],
      checkIns: [
        // The cramp of 4 November at 02:00 already tracks this cramp-day.
        { kind: 'cramp', date: '2026-11-03', dayStartMinutes: 0 },
        { kind: 'cramp', date: '2026-11-07', dayStartMinutes: 0 },
        { kind: 'fluid', date: '2026-11-07', dayStartMinutes: 0 },
        { kind: 'footwear', date: '2026-11-08', dayStartMinutes: 0 },
        { kind: 'activity', date: '2026-11-08', dayStartMinutes: 0 },
        { kind: 'fluid', date: '2026-10-31', dayStartMinutes: 0 },
        { kind: 'cramp', date: '2026-11-29', dayStartMinutes: 0 },
      ],
    })
    expect(trackedDays).toMatchObject({ cramp: 2, fluid: 1, footwear: 2, activity: 2, food: 0 })
  })

  test('no rate below seven of them, one from seven on', () => {
    const six = reportOf({ checkIns: checkedIn('cramp', '2026-11-01', '2026-11-06') })
    expect(reasonOf(six.numbers)).toMatch(/needs at least 7 answered days; this period has 6/)
    const { whole } = numbersOf({ checkIns: checkedIn('cramp', '2026-11-01', '2026-11-07') })
    expect(MIN_TRACKED_DAYS_FOR_RATE).toBe(7)
    // Garwood limit of 0 cramps in 7 days: -log(0.025) x 28 / 7.
    expect(whole.cramps).toMatchObject({ count: 0, trackedDays: 7, per28Days: 0, lower: 0 })
    expect(whole.cramps?.upper).toBeCloseTo(14.7555178164558, 6)
  })
})

test('rates equal the reference values', () => {
  const cases = reference.cases.filter(({ call }) => call === 'garwood')
  expect(cases.length).toBeGreaterThan(0)
  for (const { inputs, expected, tolerance } of cases as unknown as {
    inputs: { x: number; days: number }
    expected: { per28: number; per28_lower: number; per28_upper: number }
    tolerance: number
  }[]) {
    const toDate = addDays('2026-01-01', inputs.days - 1)
    const { whole } = numbersOf({
      order: { fromDate: '2026-01-01', toDate },
      // Cramps on a single day, so that the other tracked days come from check-ins only.
      entries: Array.from({ length: inputs.x }, () => crampAt('2026-01-01', '20:00')),
      checkIns: checkedIn('cramp', '2026-01-01', toDate),
    })
    for (const [key, value] of [
      ['per28Days', expected.per28],
      ['lower', expected.per28_lower],
      ['upper', expected.per28_upper],
    ] as const)
      expect(Math.abs((whole.cramps?.[key] ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance)
  }
})

test('whatever was logged, the report has the shape of its contract and adds up', () => {
  const cramp = fc
    .record({
      day: fc.integer({ min: -3, max: 32 }),
      minutes: fc.integer({ min: 0, max: 1439 }),
      offset: fc.integer({ min: -720, max: 840 }),
      intensity: fc.option(fc.integer({ min: 0, max: 10 })),
      durationSeconds: fc.option(fc.integer({ min: 1, max: 86_400 })),
      wokeMe: fc.option(fc.boolean()),
      onsetPrecision: fc.constantFrom('exact' as const, 'about' as const, 'night' as const),
    })
    .map(({ day, minutes, offset, ...fields }) =>
      crampAt(
        addDays('2026-11-01', day),
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
        fields,
        offset,
      ),
    )
  const checkIns = fc
    .array(fc.integer({ min: -3, max: 32 }))
    .map(days =>
      days.map(day => ({ kind: 'cramp' as const, date: addDays('2026-11-01', day), dayStartMinutes: 0 })),
    )
  fc.assert(
    fc.property(fc.array(cramp), checkIns, (cramps, given) => {
      const made = reportOf({ entries: cramps, checkIns: given })
      expect(report.parse(made)).toEqual(made)
      expect(JSON.parse(JSON.stringify(made))).toEqual(made)
      const inPeriod = made.episodes.map(crampDay)
      expect(inPeriod.every(day => november.fromDate <= day && day <= november.toDate)).toBe(true)
      const tracked = made.trackedDays.cramp ?? Number.NaN
      expect(tracked).toBeLessThanOrEqual(made.daysInPeriod)
      expect(tracked).toBeGreaterThanOrEqual(new Set(inPeriod).size)
      if (made.numbers?.kind !== 'shown') return
      const { whole } = made.numbers.content
      expect(whole.crampCount).toBe(inPeriod.length)
      expect(whole.nightsWoken.nights).toBeLessThanOrEqual(new Set(inPeriod).size)
      if (whole.cramps)
        expect(
          whole.cramps.lower <= whole.cramps.per28Days && whole.cramps.per28Days <= whole.cramps.upper,
        ).toBe(true)
    }),
  )
})
