import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dateOfDayNumber,
  datesFromTo,
  dayNumber,
  daysBetween,
  mondayOf,
  weekday,
} from '../../../shared/time/calendar-date.ts'

const anyDate = fc.integer({ min: -20_000, max: 40_000 }).map(dateOfDayNumber)

describe('calendar dates', () => {
  test('count days from 1970-01-01', () => {
    expect(dayNumber('1970-01-05')).toBe(4)
    expect(dayNumber('1969-12-31')).toBe(-1)
    expect(dateOfDayNumber(20_777)).toBe('2026-11-20')
  })

  test('know their weekday, Monday being 0', () => {
    expect(weekday('1970-01-05')).toBe(0)
    expect(weekday('2026-11-20')).toBe(4)
    expect(weekday('1969-12-28')).toBe(6)
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2026-11-16')).toBe('2026-11-16')
  })

  test('step over leap days, months and daylight-saving changes alike', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  test('list every date of a stretch, and none of one that ends before it starts', () => {
    expect(datesFromTo('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(datesFromTo('2026-03-01', '2026-02-27')).toEqual([])
  })

  test.each(['2026-02-30', '2026-13-01', '20-11-2026', '', '2026-11-20T00:00'])('refuse %j', text => {
    expect(() => dayNumber(text)).toThrow(RangeError)
  })

  test('property: adding days and counting them are opposites', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(weekday(addDays(date, 7 * days))).toBe(weekday(date))
      }),
    )
  })
})
