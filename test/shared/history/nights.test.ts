import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinNights, pickSource, type SleepSegment } from '../../../shared/history/nights.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { crampDay, MS_PER_HOUR, MS_PER_MINUTE } from '../../../shared/time/moment.ts'
import { clockTime, momentAt, momentOfInstant } from '../../../shared/time/time-zone.ts'

const ZONE = 'Europe/Berlin'

/** Segment by wall clocks of one night: clocks before noon are of the next date. */
function segment(state: SleepSegment['state'], from: string, to: string, date = '2026-03-12'): SleepSegment {
  const at = (clock: string) => momentAt(clock < '12:00' ? addDays(date, 1) : date, clock, ZONE)
  return { state, start: at(from), end: at(to).at }
}

const clocksOf = (sleeps: readonly { start: { at: number }; wakeAt: number }[]) =>
  sleeps.map(({ start, wakeAt }) =>
    [start.at, wakeAt].map(at => clockTime(momentOfInstant(at, ZONE))).join(' to '),
  )

describe('nights of one source', () => {
  test.each([
    [
      'the bed counts, and stages within it are not added',
      [
        segment('in-bed', '22:40', '06:50'),
        segment('asleep', '23:05', '03:00'),
        segment('asleep', '03:00', '06:30'),
      ],
      ['22:40 to 06:50'],
    ],
    [
      'without a bed it begins with the first sleep',
      [segment('awake', '22:30', '23:05'), segment('asleep', '23:05', '06:30')],
      ['23:05 to 06:30'],
    ],
    [
      'gaps of an hour are joined',
      [segment('asleep', '23:00', '02:00'), segment('asleep', '03:00', '06:00')],
      ['23:00 to 06:00'],
    ],
    [
      'longer gaps are not: the longer part is the night',
      [segment('asleep', '23:00', '01:00'), segment('asleep', '02:01', '06:00')],
      ['02:01 to 06:00'],
    ],
    [
      'repeats change nothing',
      [segment('asleep', '23:00', '06:00'), segment('asleep', '23:00', '06:00')],
      ['23:00 to 06:00'],
    ],
    ['time awake alone is no night', [segment('awake', '23:00', '06:00')], []],
    ['a segment that ends before it starts is passed over', [segment('asleep', '23:00', '22:00')], []],
  ])('%s', (_, segments, expected) => {
    expect(clocksOf(joinNights(segments).nights)).toEqual(expected)
  })

  test('naps of less than two hours in the daytime are left out, also where they are the only sleep', () => {
    const nap = segment('asleep', '13:00', '14:59')
    expect(joinNights([nap])).toMatchObject({ nights: [], leftOut: [{ reason: 'a nap in the daytime' }] })
    expect(clocksOf(joinNights([segment('asleep', '13:00', '15:00')]).nights)).toEqual(['13:00 to 15:00'])
    expect(clocksOf(joinNights([segment('asleep', '00:30', '02:00')]).nights)).toEqual(['00:30 to 02:00'])
  })

  test('from noon to noon the longest sleep is the night, and the others are named', () => {
    const { nights, leftOut } = joinNights([
      segment('asleep', '22:00', '01:00'),
      segment('asleep', '03:00', '07:00'),
      segment('asleep', '22:30', '06:00', '2026-03-13'),
    ])
    expect(clocksOf(nights)).toEqual(['03:00 to 07:00', '22:30 to 06:00'])
    expect(leftOut.map(({ reason }) => reason)).toEqual(['not the longest sleep from noon to noon'])
  })

  test('more than 24 hours are a fault of the tracker', () => {
    const start = momentAt('2026-03-12', '22:00', ZONE)
    const { nights, leftOut } = joinNights([{ state: 'asleep', start, end: start.at + 25 * MS_PER_HOUR }])
    expect([nights, leftOut.map(({ reason }) => reason)]).toEqual([[], ['longer than 24 hours']])
  })
})

test('one source per night: the first of the order that has it', () => {
  const nightsOf = new Map([
    [
      'phone',
      joinNights([segment('in-bed', '22:00', '07:00'), segment('in-bed', '22:10', '07:00', '2026-03-13')])
        .nights,
    ],
    ['watch', joinNights([segment('asleep', '23:00', '06:30')]).nights],
  ])
  const { nights, others } = pickSource(nightsOf, ['watch'])
  expect(clocksOf(nights)).toEqual(['23:00 to 06:30', '22:10 to 07:00'])
  expect(clocksOf(others)).toEqual(['22:00 to 07:00'])
})

/** Zones with both clock changes, with none, and with offsets that are no whole hours. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kolkata',
  'Pacific/Auckland',
]
/** The weeks before, of and after both changes of each zone. */
const anchors = [
  '2025-03-06',
  '2025-03-27',
  '2025-04-03',
  '2025-09-25',
  '2025-10-02',
  '2025-10-23',
  '2025-10-30',
]

const arbitrarySegments = fc
  .record({
    zone: fc.constantFrom(...zones),
    anchor: fc.constantFrom(...anchors),
    pieces: fc.array(
      fc.record({
        afterMinutes: fc.integer({ min: 0, max: 7 * 1440 }),
        minutes: fc.integer({ min: 1, max: 600 }),
        state: fc.constantFrom<SleepSegment['state']>('in-bed', 'asleep', 'awake'),
      }),
      { maxLength: 40 },
    ),
  })
  .map(({ zone, anchor, pieces }) => {
    const first = momentAt(anchor, '12:00', zone).at
    return pieces.map(({ afterMinutes, minutes, state }): SleepSegment => {
      const start = momentOfInstant(first + afterMinutes * MS_PER_MINUTE, zone)
      return { state, start, end: start.at + minutes * MS_PER_MINUTE }
    })
  })

describe('in any zone and at both clock changes', () => {
  test('each noon to noon has one night at most, and no two nights share an instant', () => {
    fc.assert(
      fc.property(arbitrarySegments, segments => {
        const { nights } = joinNights(segments)
        expect(new Set(nights.map(({ start }) => crampDay(start))).size).toBe(nights.length)
        for (const [index, { start }] of nights.entries())
          expect(start.at).toBeGreaterThan(nights[index - 1]?.wakeAt ?? Number.NEGATIVE_INFINITY)
      }),
    )
  })

  test('the order of the records and repeats of them change nothing', () => {
    fc.assert(
      fc.property(arbitrarySegments, segments => {
        const spans = (list: readonly SleepSegment[]) =>
          joinNights(list).nights.map(({ start, wakeAt }) => ({ start, wakeAt }))
        expect(spans([...segments].reverse().concat(segments))).toEqual(spans(segments))
      }),
    )
  })

  test('every night begins and ends with a record, and lasts no longer than a day', () => {
    fc.assert(
      fc.property(arbitrarySegments, segments => {
        for (const { start, wakeAt } of joinNights(segments).nights) {
          expect(segments.some(segment => segment.start.at === start.at && segment.state !== 'awake')).toBe(
            true,
          )
          expect(segments.some(({ end }) => end === wakeAt)).toBe(true)
          expect(wakeAt - start.at).toBeLessThanOrEqual(24 * MS_PER_HOUR)
        }
      }),
    )
  })
})
