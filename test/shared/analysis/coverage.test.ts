import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCoverage } from '../../../shared/analysis/coverage.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import { dates, local } from './make-diary.ts'

const monday = dayNumber('2024-02-19')

describe('createCoverage', () => {
  it('asks only of dates that hold a quarter of the window', () => {
    const { covers } = createCoverage([monday])
    expect(covers(local('2024-02-19 03:10'), local('2024-02-20 03:10'))).toBe(true)
    expect(covers(local('2024-02-19 05:59'), local('2024-02-20 05:59'))).toBe(true)
    expect(covers(local('2024-02-19 06:00'), local('2024-02-20 06:00'))).toBe(false)
    expect(covers(local('2024-02-18 18:00'), local('2024-02-19 18:00'))).toBe(false)
    expect(covers(local('2024-02-18 18:01'), local('2024-02-19 18:01'))).toBe(true)
  })

  it('does not touch the date that begins where the window ends', () => {
    expect(createCoverage([monday]).covers(local('2024-02-19 00:00'), local('2024-02-20 00:00'))).toBe(true)
  })

  it('asks of every whole date of a week, although none holds a quarter of it', () => {
    const window = [local('2024-02-19 03:00'), local('2024-02-26 03:00')] as const
    const week = dates('2024-02-19', '2024-02-25')
    expect(createCoverage(week).covers(...window)).toBe(true)
    for (const missing of week) {
      expect(createCoverage(week.filter(date => date !== missing)).covers(...window)).toBe(false)
    }
  })

  it('covers nothing where nothing is tracked', () => {
    const { covers, isTracked } = createCoverage([])
    expect(covers(local('2024-02-19 03:00'), local('2024-02-20 03:00'))).toBe(false)
    expect(isTracked(monday)).toBe(false)
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
          const fewer = createCoverage(a).covers(from, from + hours * 60)
          const more = createCoverage([...a, ...b]).covers(from, from + hours * 60)
          expect(fewer && !more).toBe(false)
        },
      ),
    )
  })
})
