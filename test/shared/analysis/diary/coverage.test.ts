import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCoverage, joinIntervals } from '../../../../shared/analysis/diary/coverage.ts'
import { type Interval, MINUTES_PER_DAY } from '../../../../shared/analysis/diary/diary.ts'
import { dayNumber } from '../../../../shared/time/calendar-date.ts'
import { dates, local } from '../make-diary.ts'

const monday = dayNumber('2024-02-19')

/** The 24 hours of days that begin `startMinutes` after midnight. */
const hoursOf = (days: readonly number[], startMinutes = 0): Interval[] =>
  days.map(day => ({
    from: day * MINUTES_PER_DAY + startMinutes,
    until: (day + 1) * MINUTES_PER_DAY + startMinutes,
  }))

describe('createCoverage', () => {
  it('asks only of dates that hold a quarter of the window', () => {
    const { covers } = createCoverage(hoursOf([monday]))
    expect(covers(local('2024-02-19 03:10'), local('2024-02-20 03:10'))).toBe(true)
    expect(covers(local('2024-02-19 05:59'), local('2024-02-20 05:59'))).toBe(true)
    expect(covers(local('2024-02-19 06:00'), local('2024-02-20 06:00'))).toBe(false)
    expect(covers(local('2024-02-18 18:00'), local('2024-02-19 18:00'))).toBe(false)
    expect(covers(local('2024-02-18 18:01'), local('2024-02-19 18:01'))).toBe(true)
  })

  it('does not touch the date that begins where the window ends', () => {
    expect(
      createCoverage(hoursOf([monday])).covers(local('2024-02-19 00:00'), local('2024-02-20 00:00')),
    ).toBe(true)
  })

  it('asks of every whole date of a week, although none holds a quarter of it', () => {
    const window = [local('2024-02-19 03:00'), local('2024-02-26 03:00')] as const
    const week = dates('2024-02-19', '2024-02-25')
    expect(createCoverage(hoursOf(week)).covers(...window)).toBe(true)
    for (const missing of week) {
      expect(createCoverage(hoursOf(week.filter(date => date !== missing))).covers(...window)).toBe(false)
    }
  })

  it('covers nothing where nothing is tracked', () => {
    const { covers } = createCoverage([])
    expect(covers(local('2024-02-19 03:00'), local('2024-02-20 03:00'))).toBe(false)
  })

  it('never loses a window by tracking more dates', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 12 }))
    fc.assert(
      fc.property(
        some,
        some,
        fc.integer({ min: 0, max: 15_000 }),
        fc.constantFrom(12, 24, 48, 168),
        (a, b, from, hours) => {
          const fewer = createCoverage(hoursOf(a)).covers(from, from + hours * 60)
          const more = createCoverage(hoursOf([...a, ...b])).covers(from, from + hours * 60)
          expect(fewer && !more).toBe(false)
        },
      ),
    )
  })

  it('asks of the hours of a day that begins at 04:00', () => {
    const { covers } = createCoverage(hoursOf([monday], 4 * 60))
    expect(covers(local('2024-02-19 04:00'), local('2024-02-20 04:00'))).toBe(true)
    expect(covers(local('2024-02-18 22:01'), local('2024-02-19 22:01'))).toBe(true)
    expect(covers(local('2024-02-18 22:00'), local('2024-02-19 22:00'))).toBe(false)
    // The 4 hours before the tracked day are less than a quarter of 24 hours, but more than a quarter of 12.
    expect(covers(local('2024-02-19 00:00'), local('2024-02-20 00:00'))).toBe(true)
    expect(covers(local('2024-02-19 00:00'), local('2024-02-19 12:00'))).toBe(false)
  })

  it('says of whole days what each date by itself says', () => {
    const isCoveredByDates = (tracked: readonly number[], from: number, until: number) => {
      const enough = Math.min(0.25 * (until - from), 12 * 60)
      for (let day = Math.floor(from / MINUTES_PER_DAY); day * MINUTES_PER_DAY < until; day++) {
        const midnight = day * MINUTES_PER_DAY
        const held = Math.min(until, midnight + MINUTES_PER_DAY) - Math.max(from, midnight)
        if (held >= enough && !tracked.includes(day)) return false
      }
      return true
    }
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 12 })),
        fc.integer({ min: 0, max: 15_000 }),
        fc.constantFrom(12, 24, 48, 168),
        (days, from, hours) => {
          const until = from + hours * 60
          expect(createCoverage(hoursOf(days)).covers(from, until)).toBe(isCoveredByDates(days, from, until))
        },
      ),
    )
  })
})

it('joins intervals that touch or overlap, whatever their order', () => {
  expect(joinIntervals(hoursOf([3, 0, 1]))).toEqual([
    { from: 0, until: 2 * MINUTES_PER_DAY },
    { from: 3 * MINUTES_PER_DAY, until: 4 * MINUTES_PER_DAY },
  ])
})
