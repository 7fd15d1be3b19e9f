/** Windows read over a span of onsets: against reading every minute. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Aggregate } from '../../../../shared/analysis/diary/aggregates.ts'
import { getIndexEvents, getNoon } from '../../../../shared/analysis/diary/cramp-days.ts'
import type { Diary, DiaryEntry, LocalMinutes } from '../../../../shared/analysis/diary/diary.ts'
import { createOnsetReader } from '../../../../shared/analysis/diary/onset-spans.ts'
import { createWindowReader, type WindowSource } from '../../../../shared/analysis/diary/windows.ts'
import { dayNumber } from '../../../../shared/time/calendar-date.ts'
import { cramp, drink, makeDiary } from '../make-diary.ts'

const RUNS = 3000
const FIRST = dayNumber('2024-02-10')
const DAYS = 14
const minute = fc.integer({ min: FIRST * 1440, max: (FIRST + DAYS) * 1440 })
const day = fc.integer({ min: FIRST, max: FIRST + DAYS - 1 })

const entry: fc.Arbitrary<DiaryEntry> = fc
  .record({
    start: minute,
    length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })),
    amount: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(50, 100, 200) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    compensated: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
    logged: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  })
  .map(({ start, length, amount, compensated, logged }) => ({
    ...{ start, end: start + length, amount },
    ...(compensated !== undefined && { compensatedAt: start + compensated }),
    ...(logged !== undefined && { loggedAt: start + logged }),
  }))

const aggregate: fc.Arbitrary<Aggregate> = fc.constantFrom(
  { kind: 'sum-of-amounts' },
  { kind: 'sum-of-minutes' },
  { kind: 'minutes-at-least', minutes: 60 },
  { kind: 'bout-at-least', minutes: 45 },
  { kind: 'any' },
  { kind: 'amount-above', amount: 150, withinMinutes: 60, amountInWindow: 500 },
)

const source: fc.Arbitrary<WindowSource> = fc.oneof(
  fc.record({
    kind: fc.constant('entries' as const),
    windowHours: fc.constantFrom(2, 12, 24, 48),
    aggregate,
  }),
  fc.constant<WindowSource>({
    kind: 'entries',
    windowHours: 72,
    aggregate: { kind: 'days-with-any', minKnownDays: 2 },
  }),
  fc.constant<WindowSource>({ kind: 'entries-of-night', aggregate: { kind: 'any' } }),
  fc.constantFrom<WindowSource>(
    { kind: 'date-value' },
    { kind: 'date-value', dates: 2 },
    { kind: 'date-value', onlyAtNight: true },
  ),
  fc.constant<WindowSource>({ kind: 'night-value' }),
)

const diary: fc.Arbitrary<Diary> = fc
  .record({
    entries: fc.array(entry, { maxLength: 12 }),
    hours: fc.oneof(
      fc.constant<[LocalMinutes, number][]>([[(FIRST - 5) * 1440, 1440 * (DAYS + 10)]]),
      fc.array(fc.tuple(minute, fc.integer({ min: 60, max: 6000 })), { minLength: 1, maxLength: 5 }),
    ),
    dates: fc.uniqueArray(day, { maxLength: DAYS }),
    nights: fc.array(fc.tuple(day, fc.integer({ min: 500, max: 900 }), fc.integer({ min: 60, max: 500 })), {
      maxLength: 6,
    }),
    values: fc.array(fc.tuple(day, fc.constantFrom(0, 1), minute), { maxLength: DAYS }),
  })
  .map(({ entries, hours, dates, nights, values }) => {
    const byDay = new Map(values.map(([of, value, loggedAt]) => [of, { value, loggedAt }]))
    return makeDiary({
      entries: { it: entries },
      trackedDates: { it: dates },
      trackedHours: { it: hours.map(([from, length]) => ({ from, until: from + length })) },
      dateValues: { it: byDay },
      nights: new Map(
        nights.map(([of, bed, length]) => [
          of,
          { from: getNoon(of) + bed, until: getNoon(of) + bed + length },
        ]),
      ),
      nightValues: { it: byDay },
    })
  })

describe('a window over a span of onsets', () => {
  it('has the value that every minute has, and varies where one has another', () => {
    let constant = 0
    let varying = 0
    fc.assert(
      fc.property(
        diary,
        source,
        fc.boolean(),
        day,
        fc.constantFrom([0, 359], [360, 719], [720, 1079], [1080, 1439], [360, 480]),
        (journal, of, withoutRetrospective, caseDay, [first = 0, last = 0]) => {
          const window = { series: 'it', trackedAs: 'it', source: of }
          const reader = createWindowReader(journal, window, { withoutRetrospective })
          const event = { day: caseDay, offsetMinutes: first, isOnsetAssumed: false, span: { first, last } }
          const values = new Set(
            Array.from({ length: last - first + 1 }, (_, index) => reader(caseDay, first + index)),
          )
          const [only = null] = values
          const expected = values.size === 1 ? only : 'varies'
          expect(createOnsetReader(reader)(caseDay, event)).toBe(expected)
          if (expected === 'varies') varying += 1
          else if (expected !== null) constant += 1
        },
      ),
      { numRuns: RUNS, seed: 1 },
    )
    expect(Math.min(constant, varying)).toBeGreaterThan(RUNS / 10)
  })
})

describe('getIndexEvents', () => {
  const monday = dayNumber('2024-02-19')
  const eventsOf = (...episodes: Parameters<typeof getIndexEvents>[0]) => getIndexEvents(episodes, 900)
  const known = (offsetMinutes: number) => ({ day: monday, offsetMinutes, isOnsetAssumed: false })
  const between = (first: number, last: number) => ({
    ...known(Math.floor((first + last) / 2)),
    span: { first, last },
  })

  it.each([
    ['small-hours', '2024-02-20 03:00', [720, 1079]],
    ['morning', '2024-02-20 09:00', [1080, 1439]],
    ['afternoon', '2024-02-19 15:00', [0, 359]],
    ['evening', '2024-02-19 21:00', [360, 719]],
  ] as const)('keep the span of %s on its cramp-day', (precision, at, [first, last]) => {
    expect(eventsOf(cramp(at, precision))).toEqual([between(first, last)])
  })

  it('are none for a date, which is on one of two cramp-days', () => {
    expect(eventsOf(cramp('2024-02-20 12:00', 'date'))).toEqual([])
  })

  it.each([
    ['ends at a known onset within it', cramp('2024-02-19 20:00'), between(360, 480)],
    ['is none before a known onset', cramp('2024-02-19 17:00'), known(300)],
    ['ends where another span ends', cramp('2024-02-19 15:00', 'afternoon'), between(0, 359)],
    ['begins where a date may have begun', cramp('2024-02-19 12:00', 'date'), between(0, 719)],
  ] as const)('of an evening and another cramp: the span %s', (_, other, expected) => {
    expect(eventsOf(cramp('2024-02-19 21:00', 'evening'), other)).toEqual([expected])
  })

  it('of a known onset after a date: it may have been the second', () => {
    expect(eventsOf(cramp('2024-02-20 03:00'), cramp('2024-02-20 12:00', 'date'))).toEqual([
      between(720, 900),
    ])
    expect(eventsOf(cramp('2024-02-19 23:00'), cramp('2024-02-20 12:00', 'date'))).toEqual([known(660)])
  })
})

describe('one day in the reader of an onset', () => {
  it('is read at the onset itself where that is known', () => {
    const journal = makeDiary({
      entries: { it: [drink('2024-02-19 15:10', 100)] },
      trackedHours: { it: [{ from: 0, until: 1e9 as LocalMinutes }] },
    })
    const window = { kind: 'entries', windowHours: 12, aggregate: { kind: 'any' } } as const
    const read = createOnsetReader(
      createWindowReader(journal, { series: 'it', trackedAs: 'it', source: window }),
    )
    const monday = dayNumber('2024-02-19')
    expect(read(monday, { day: monday, offsetMinutes: 190, isOnsetAssumed: false })).toBe(0)
    expect(read(monday, { day: monday, offsetMinutes: 191, isOnsetAssumed: false })).toBe(1)
  })
})
