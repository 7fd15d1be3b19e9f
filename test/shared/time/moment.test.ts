import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/time/calendar-date.ts'
import {
  calendarDate,
  clockMinutes,
  crampDay,
  journalDay,
  journalDayBounds,
  type Moment,
  wallClockMs,
} from '../../../shared/time/moment.ts'
import {
  clockTime,
  momentAt,
  momentAtOffset,
  momentOfEnd,
  momentOfInstant,
} from '../../../shared/time/time-zone.ts'

const BERLIN = 'Europe/Berlin'
const AUCKLAND = 'Pacific/Auckland'
const FOUR = 4 * 60

const anyMoment: fc.Arbitrary<Moment> = fc.record({
  at: fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2080, 0, 1) }),
  offsetMinutes: fc.integer({ min: -48, max: 56 }).map(quarters => quarters * 15),
})

describe('a moment', () => {
  test('puts a cramp at 03:00 on Tuesday into the night of Monday', () => {
    const cramp = momentAt('2026-11-17', '03:00', BERLIN)
    expect(calendarDate(cramp)).toBe('2026-11-17')
    expect(crampDay(cramp)).toBe('2026-11-16')
    expect(journalDay(cramp, FOUR)).toBe('2026-11-16')
    expect(clockMinutes(cramp)).toBe(180)
  })

  test('changes cramp-day at noon and journal day at the hour of choice, on the minute', () => {
    expect(crampDay(momentAt('2026-11-17', '11:59', BERLIN))).toBe('2026-11-16')
    expect(crampDay(momentAt('2026-11-17', '12:00', BERLIN))).toBe('2026-11-17')
    expect(journalDay(momentAt('2026-11-17', '03:59', BERLIN), FOUR)).toBe('2026-11-16')
    expect(journalDay(momentAt('2026-11-17', '04:00', BERLIN), FOUR)).toBe('2026-11-17')
    expect(journalDay(momentAt('2026-11-17', '00:00', BERLIN), 0)).toBe('2026-11-17')
  })

  test('keeps the local time of the place it was made in', () => {
    const inTokyo = momentAt('2026-11-17', '22:30', 'Asia/Tokyo')
    expect(inTokyo.offsetMinutes).toBe(540)
    expect(clockTime(inTokyo)).toBe('22:30')
    expect(calendarDate(inTokyo)).toBe('2026-11-17')
    // The same instant was afternoon in Berlin, and stays a late evening in the journal.
    expect(clockTime(momentOfInstant(inTokyo.at, BERLIN))).toBe('14:30')
  })

  test('before 1970 derives local fields as well', () => {
    const early = momentAtOffset('1965-06-01', '23:45', 60)
    expect(clockTime(early)).toBe('23:45')
    expect(clockMinutes(early)).toBe(23 * 60 + 45)
    expect(calendarDate(early)).toBe('1965-06-01')
  })

  test('property: a day is entered through its bounds and no other way', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 0, max: 1439 }), (moment, dayStart) => {
        const { fromWallMs, toWallMs } = journalDayBounds(journalDay(moment, dayStart), dayStart)
        expect(wallClockMs(moment)).toBeGreaterThanOrEqual(fromWallMs)
        expect(wallClockMs(moment)).toBeLessThan(toWallMs)
      }),
    )
  })

  test('property: the cramp-day is the calendar date of that time, or the one before', () => {
    fc.assert(
      fc.property(anyMoment, moment => {
        const date = calendarDate(moment)
        expect(crampDay(moment)).toBe(clockMinutes(moment) < 720 ? addDays(date, -1) : date)
        expect(momentAtOffset(date, clockTime(moment), moment.offsetMinutes).at).toBe(
          moment.at - (((moment.at % 60_000) + 60_000) % 60_000),
        )
      }),
    )
  })
})

describe('nights in which the clocks change', () => {
  test('Berlin, spring: 02:30 never was and is read as 03:30', () => {
    const skipped = momentAt('2026-03-29', '02:30', BERLIN)
    expect(clockTime(skipped)).toBe('03:30')
    expect(skipped.offsetMinutes).toBe(120)
    expect(crampDay(skipped)).toBe('2026-03-28')
  })

  test('Berlin, autumn: 02:30 came twice and means the first', () => {
    const twice = momentAt('2026-10-25', '02:30', BERLIN)
    expect(twice.offsetMinutes).toBe(120)
    const later = momentOfInstant(twice.at + 3_600_000, BERLIN)
    expect(clockTime(later)).toBe('02:30')
    expect(later.offsetMinutes).toBe(60)
    expect([twice, later].map(crampDay)).toEqual(['2026-10-24', '2026-10-24'])
  })

  test('Auckland, where summer begins in September', () => {
    expect(clockTime(momentAt('2026-09-27', '02:15', AUCKLAND))).toBe('03:15')
    expect(momentAt('2026-09-27', '01:59', AUCKLAND).offsetMinutes).toBe(720)
    expect(momentAt('2026-09-27', '03:00', AUCKLAND).offsetMinutes).toBe(780)
    expect(crampDay(momentAt('2026-09-27', '03:00', AUCKLAND))).toBe('2026-09-26')
  })

  test('a night is one cramp-day however long it was', () => {
    for (const [evening, morning] of [
      ['2026-03-28', '2026-03-29'],
      ['2026-10-24', '2026-10-25'],
    ] as const) {
      const before = momentAt(evening, '22:00', BERLIN)
      const after = momentAt(morning, '08:00', BERLIN)
      expect(crampDay(before)).toBe(evening)
      expect(crampDay(after)).toBe(evening)
      expect(journalDay(after, FOUR)).toBe(morning)
    }
    const hours =
      (momentAt('2026-03-29', '08:00', BERLIN).at - momentAt('2026-03-28', '22:00', BERLIN).at) / 3_600_000
    expect(hours).toBe(9)
  })

  test('an end is told by the clock that was put forward or back since the start', () => {
    for (const [evening, morning] of [
      ['2026-03-28', '2026-03-29'],
      ['2026-10-24', '2026-10-25'],
      ['2026-11-16', '2026-11-17'],
    ] as const) {
      const end = momentAt(morning, '07:00', BERLIN)
      expect(momentOfEnd(end.at, momentAt(evening, '23:00', BERLIN), BERLIN)).toEqual(end)
    }
  })

  test('an end is told by the clock of its start where that was another one', () => {
    const start = momentAt('2026-10-24', '23:00', 'Asia/Tokyo')
    const end = momentOfEnd(start.at + 9 * 3_600_000, start, BERLIN)
    expect(end.offsetMinutes).toBe(540)
    expect(clockTime(end)).toBe('08:00')
  })

  test('a zone or a time that does not exist is refused', () => {
    expect(() => momentAt('2026-11-20', '25:00', BERLIN)).toThrow(RangeError)
    expect(() => momentAt('2026-11-20', '10:00', 'Europe/Nowhere')).toThrow(RangeError)
  })
})
