import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Aggregate } from '../../../../shared/analysis/diary/aggregates.ts'
import type { DiaryEntry } from '../../../../shared/analysis/diary/diary.ts'
import {
  createWindowReader,
  type ReaderOptions,
  type WindowSource,
} from '../../../../shared/analysis/diary/windows.ts'
import { dayNumber } from '../../../../shared/time/calendar-date.ts'
import { dates, drink, local, makeDiary, span } from '../make-diary.ts'

const monday = dayNumber('2024-02-19')
/** 03:10 in the night after Monday. */
const offset = 15 * 60 + 10

interface Question {
  readonly aggregate: Aggregate
  readonly hours?: number
  readonly types?: readonly string[]
  readonly options?: ReaderOptions
}

function read(
  entries: readonly DiaryEntry[],
  { aggregate, hours = 24, types, options }: Question,
): number | null {
  const diary = makeDiary({
    entries: { it: entries },
    trackedDates: { it: dates('2024-02-01', '2024-02-29') },
  })
  const source: WindowSource = {
    kind: 'entries',
    windowHours: hours,
    aggregate,
    ...(types === undefined ? {} : { types }),
  }
  return createWindowReader(diary, { series: 'it', trackedAs: 'it', source }, options)(monday, offset)
}

const sum: Aggregate = { kind: 'sum-of-amounts' }
const daysOfSeven: Aggregate = { kind: 'days-with-any', minKnownDays: 5 }
const minutes: Aggregate = { kind: 'sum-of-minutes' }

describe('the window', () => {
  it('includes its start and excludes its end', () => {
    const entries = [
      drink('2024-02-19 03:09', 1),
      drink('2024-02-19 03:10', 20),
      drink('2024-02-19 21:00', 300),
      drink('2024-02-20 03:09', 4000),
      drink('2024-02-20 03:10', 50_000),
    ]
    expect(read(entries, { aggregate: sum })).toBe(4320)
  })

  it('is 0, not unknown, on tracked dates without an entry', () => {
    expect(read([], { aggregate: sum })).toBe(0)
    expect(read([], { aggregate: { kind: 'any' } })).toBe(0)
  })

  it('is unknown where a date was not tracked', () => {
    const diary = makeDiary({ entries: { it: [] }, trackedDates: { it: [monday - 1, monday + 1] } })
    const source: WindowSource = { kind: 'entries', windowHours: 24, aggregate: sum }
    expect(createWindowReader(diary, { series: 'it', trackedAs: 'it', source })(monday, offset)).toBeNull()
  })

  it('is unknown if an amount in it is', () => {
    expect(
      read([drink('2024-02-19 20:00', 300), drink('2024-02-19 21:00', null)], { aggregate: sum }),
    ).toBeNull()
    expect(read([drink('2024-02-18 21:00', null)], { aggregate: sum })).toBe(0)
    expect(read([drink('2024-02-19 21:00', null)], { aggregate: { kind: 'any' } })).toBe(1)
  })

  it('ignores what was done against a cramp', () => {
    expect(read([drink('2024-02-19 20:00', 400, { isRelief: true })], { aggregate: sum })).toBe(0)
  })

  it('selects by type', () => {
    const entries = [
      span('2024-02-19 08:00', '2024-02-19 09:00', { type: 'supportive' }),
      span('2024-02-19 09:00', '2024-02-19 11:00', { type: 'unsupportive' }),
      span('2024-02-19 12:00', '2024-02-19 13:00'),
    ]
    expect(read(entries, { aggregate: minutes, types: ['unsupportive'] })).toBe(120)
    expect(read(entries, { aggregate: minutes })).toBe(240)
  })

  it('names what the diary lacks', () => {
    const source: WindowSource = { kind: 'entries', windowHours: 24, aggregate: sum }
    const diary = makeDiary({ trackedDates: { known: [] } })
    expect(() => createWindowReader(diary, { series: 'x', trackedAs: 'known', source })).toThrow(
      'diary.entries has no "x"',
    )
    expect(() => createWindowReader(diary, { series: 'x', trackedAs: 'y', source })).toThrow(
      'diary.trackedDates has no "y"',
    )
    expect(() => read([span('2024-02-19 08:00', '2024-02-19 07:00')], { aggregate: sum })).toThrow(
      /ends .* before it starts/,
    )
  })
})

describe('aggregates', () => {
  it('cut intervals at the edges, amounts in proportion', () => {
    const entries = [
      span('2024-02-19 02:10', '2024-02-19 04:10', { amount: 600 }),
      span('2024-02-20 02:50', '2024-02-20 04:10', { amount: 800 }),
    ]
    expect(read(entries, { aggregate: minutes })).toBe(60 + 20)
    expect(read(entries, { aggregate: sum })).toBeCloseTo(300 + 200, 9)
  })

  it('see an interval longer than the window that began long before', () => {
    const entries = [
      span('2024-02-10 00:00', '2024-02-25 00:00'),
      span('2024-02-11 00:00', '2024-02-11 01:00'),
      span('2024-02-19 10:00', '2024-02-19 10:30'),
    ]
    expect(read(entries, { aggregate: minutes })).toBe(24 * 60 + 30)
    expect(read(entries, { aggregate: { kind: 'bout-at-least', minutes: 24 * 60 } })).toBe(1)
  })

  it('tell whether minutes reach a threshold', () => {
    const entries = [
      span('2024-02-19 08:00', '2024-02-19 08:35'),
      span('2024-02-19 10:00', '2024-02-19 10:25'),
    ]
    expect(read(entries, { aggregate: { kind: 'minutes-at-least', minutes: 60 } })).toBe(1)
    expect(read(entries, { aggregate: { kind: 'minutes-at-least', minutes: 61 } })).toBe(0)
  })

  it('join stretches that touch into one bout', () => {
    const entries = [
      span('2024-02-19 08:00', '2024-02-19 09:00'),
      span('2024-02-19 09:00', '2024-02-19 10:30'),
      span('2024-02-19 10:00', '2024-02-19 10:15'),
      span('2024-02-19 14:00', '2024-02-19 16:00'),
    ]
    expect(read(entries, { aggregate: { kind: 'bout-at-least', minutes: 150 } })).toBe(1)
    expect(read(entries, { aggregate: { kind: 'bout-at-least', minutes: 151 } })).toBe(0)
  })

  it('count 24-hour stretches back from the reference time', () => {
    const entries = [
      drink('2024-02-20 03:00', 1),
      drink('2024-02-19 04:00', 1),
      drink('2024-02-19 03:00', 1),
      drink('2024-02-14 12:00', 1),
      drink('2024-02-13 03:00', 1),
    ]
    expect(read(entries, { aggregate: daysOfSeven, hours: 168 })).toBe(3)
  })

  it('scale the days with a habit from those that are known, and need five of seven', () => {
    // Parts end at 03:10: that of 15 February 03:10 to 16 February 03:10 holds most of 15 February.
    const readKnown = (unknown: readonly string[]) => {
      const known = dates('2024-02-01', '2024-02-29').filter(date => !unknown.map(dayNumber).includes(date))
      const diary = makeDiary({
        entries: { it: [drink('2024-02-14 12:00', 1), drink('2024-02-15 12:00', 1)] },
        trackedDates: { it: known },
      })
      const source: WindowSource = { kind: 'entries', windowHours: 168, aggregate: daysOfSeven }
      return createWindowReader(diary, { series: 'it', trackedAs: 'it', source })(monday, offset)
    }
    expect(readKnown([])).toBe(2)
    expect(readKnown(['2024-02-17'])).toBeCloseTo((2 * 7) / 6, 12)
    expect(readKnown(['2024-02-17', '2024-02-19'])).toBeCloseTo((2 * 7) / 5, 12)
    // An unknown day is not counted, whatever is written down on it.
    expect(readKnown(['2024-02-14', '2024-02-17'])).toBeCloseTo(7 / 5, 12)
    expect(readKnown(['2024-02-14', '2024-02-17', '2024-02-19'])).toBeNull()
  })

  it('find nothing where something had made good for it by the end of the window, and only by then', () => {
    const entry = (compensatedAt: string) => [
      drink('2024-02-19 18:00', null, { compensatedAt: local(compensatedAt) }),
    ]
    const aggregate: Aggregate = { kind: 'any' }
    expect(read(entry('2024-02-20 03:09'), { aggregate })).toBe(0)
    expect(read(entry('2024-02-20 03:10'), { aggregate })).toBe(1)
  })

  it('find too much within an hour, or too much in all', () => {
    const aggregate: Aggregate = {
      kind: 'amount-above',
      amount: 1000,
      withinMinutes: 60,
      amountInWindow: 4000,
    }
    const spread = [
      drink('2024-02-19 10:00', 700),
      drink('2024-02-19 11:00', 700),
      drink('2024-02-19 12:30', 700),
    ]
    expect(read(spread, { aggregate })).toBe(0)
    expect(read([...spread, drink('2024-02-19 10:59', 400)], { aggregate })).toBe(1)
    expect(
      read([...spread, drink('2024-02-19 20:00', 1000), drink('2024-02-19 22:00', 1000)], { aggregate }),
    ).toBe(1)
    expect(read([...spread, drink('2024-02-19 20:00', null)], { aggregate })).toBeNull()
  })

  it('agree with reading every entry, whatever overlaps what', () => {
    const entry = fc
      .record({
        start: fc.integer({ min: 0, max: 4000 }),
        length: fc.integer({ min: 0, max: 900 }),
        amount: fc.nat(9),
      })
      .map(({ start, length, amount }): DiaryEntry => ({ start, end: start + length, amount }))
    const bout = fc.integer({ min: 1, max: 900 })
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 25 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(6, 24),
        bout,
        (entries, at, hours, boutMinutes) => {
          const kinds: Aggregate[] = [
            sum,
            minutes,
            { kind: 'any' },
            { kind: 'bout-at-least', minutes: boutMinutes },
          ]
          const diary = makeDiary({ entries: { it: entries }, trackedDates: { it: [-1, 0, 1, 2, 3] } })
          const to = 1440 + 720 + at
          const from = to - hours * 60
          const minuteByMinute = Array.from({ length: hours * 60 }, (_, i) => from + i)
          const isOn = (minute: number) => entries.some(({ start, end }) => start <= minute && minute < end)
          const inside = entries.filter(({ start, end }) =>
            start === end ? start >= from && start < to : start < to && end > from,
          )
          const overlap = ({ start, end }: DiaryEntry) => Math.min(end, to) - Math.max(start, from)
          let lasting = 0
          let longest = 0
          for (const minute of minuteByMinute) {
            lasting = isOn(minute) ? lasting + 1 : 0
            longest = Math.max(longest, lasting)
          }
          const expected = [
            inside.reduce(
              (total, e) =>
                total + (e.amount ?? NaN) * (e.end > e.start ? overlap(e) / (e.end - e.start) : 1),
              0,
            ),
            inside.reduce((total, e) => total + overlap(e), 0),
            Number(inside.length > 0),
            Number(longest >= boutMinutes),
          ]
          kinds.forEach((aggregate, i) => {
            const source: WindowSource = { kind: 'entries', windowHours: hours, aggregate }
            const value = createWindowReader(diary, { series: 'it', trackedAs: 'it', source })(1, at)
            expect(value).toBeCloseTo(expected[i] ?? NaN, 6)
          })
        },
      ),
    )
  })
})

describe('windows without retrospective entries', () => {
  const withoutRetrospective = { withoutRetrospective: true }
  const early = drink('2024-02-19 10:00', 500, { loggedAt: local('2024-02-19 10:05') })
  const late = (amount: number) => drink('2024-02-19 18:00', amount, { loggedAt: local('2024-02-20 08:00') })

  it('are left out if more than half of their value was written down after their end', () => {
    expect(read([early, late(501)], { aggregate: sum, options: withoutRetrospective })).toBeNull()
    expect(read([early, late(500)], { aggregate: sum, options: withoutRetrospective })).toBe(1000)
    expect(read([early, late(501)], { aggregate: sum })).toBe(1001)
  })

  it('keep a window that rests on nothing, and entries of unknown age', () => {
    expect(read([], { aggregate: sum, options: withoutRetrospective })).toBe(0)
    expect(read([drink('2024-02-19 18:00', 300)], { aggregate: sum, options: withoutRetrospective })).toBe(
      300,
    )
  })
})

describe('a value of the whole date', () => {
  const values = new Map([
    [monday - 1, { value: 2 }],
    [monday, { value: 7, loggedAt: local('2024-02-20 08:00') }],
  ])
  const diary = makeDiary({
    dateValues: { it: values },
    trackedDates: { it: [monday - 1, monday, monday + 1] },
  })
  const window = { series: 'it', trackedAs: 'it', source: { kind: 'date-value' } as const }
  const reader = createWindowReader(diary, window)

  it('is that of the date before a night, and of the day before for an afternoon', () => {
    expect(reader(monday, offset)).toBe(7)
    expect(reader(monday, 4 * 60)).toBe(2)
    expect(reader(monday, 8 * 60 - 1)).toBe(2)
    expect(reader(monday, 8 * 60)).toBe(7)
  })

  it('is unknown without a value, or on a date not tracked', () => {
    expect(reader(monday + 1, offset)).toBeNull()
    const untracked = makeDiary({ dateValues: { it: values }, trackedDates: { it: [monday - 1] } })
    expect(createWindowReader(untracked, window)(monday, offset)).toBeNull()
  })

  it('is left out if written down later, when that is asked', () => {
    expect(createWindowReader(diary, window, { withoutRetrospective: true })(monday, offset)).toBeNull()
    expect(createWindowReader(diary, window, { withoutRetrospective: true })(monday, 4 * 60)).toBe(2)
  })
})

describe('a value of the night', () => {
  const diary = makeDiary({
    nights: new Map([[monday, { from: local('2024-02-19 23:00'), until: local('2024-02-20 06:30') }]]),
    nightValues: {
      it: new Map([
        [monday, { value: 17 }],
        [monday + 1, { value: 15 }],
      ]),
    },
  })
  const reader = createWindowReader(diary, {
    series: 'it',
    trackedAs: 'sleep',
    source: { kind: 'night-value' },
  })

  it('counts only if the reference time falls into the time in bed', () => {
    expect(reader(monday, offset)).toBe(17)
    expect(reader(monday, 11 * 60)).toBe(17)
    expect(reader(monday, 11 * 60 - 1)).toBeNull()
    expect(reader(monday, 18 * 60 + 30)).toBeNull()
  })

  it('is unknown without a sleep record', () => {
    expect(reader(monday + 1, offset)).toBeNull()
  })
})
