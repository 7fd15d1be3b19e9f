import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findTravelDays,
  getBlock,
  getDayOfBlock,
  getStratum,
  getWeekday,
} from '../../../shared/analysis/blocks-and-strata.ts'
import { dateOfDayNumber, dayNumber, weekday } from '../../../shared/time/calendar-date.ts'
import { dates } from './make-diary.ts'

describe('blocks', () => {
  it('are counted from Monday 5 January 1970', () => {
    expect(getBlock(dayNumber('1970-01-05'))).toBe(0)
    expect(getBlock(dayNumber('1970-01-04'))).toBe(-1)
    expect(getBlock(dayNumber('1970-02-01'))).toBe(0)
    expect(getBlock(dayNumber('1970-02-02'))).toBe(1)
    expect(getBlock(dayNumber('2024-02-19'))).toBe(706)
  })

  it('hold every weekday four times, and each day in one place', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), day => {
        expect(getBlock(day) * 28 + getDayOfBlock(day)).toBe(day - 4)
        expect(getDayOfBlock(day)).toBeGreaterThanOrEqual(0)
        expect(getDayOfBlock(day)).toBeLessThan(28)
        expect(getWeekday(day)).toBe(weekday(dateOfDayNumber(day)))
      }),
    )
  })
})

describe('getStratum', () => {
  const block = dates('2024-02-19', '2024-03-17')

  it('separates 20 work days from 8 days off, and the next block from both', () => {
    const strata = block.map(day => getStratum(day, 'day-type', [5, 6]))
    expect(new Set(strata).size).toBe(2)
    expect(strata.filter(stratum => stratum === strata[0])).toHaveLength(20)
    expect(strata[5]).toBe(strata[6])
    expect(strata).not.toContain(getStratum(dayNumber('2024-03-18'), 'day-type', [5, 6]))
  })

  it('follows the person: days off may be others, or none', () => {
    expect(getStratum(block[0] ?? NaN, 'day-type', [0])).not.toBe(
      getStratum(block[1] ?? NaN, 'day-type', [0]),
    )
    expect(new Set(block.map(day => getStratum(day, 'day-type', []))).size).toBe(1)
  })

  it('by weekday has seven strata of four days', () => {
    const strata = block.map(day => getStratum(day, 'weekday', [5, 6]))
    expect(new Set(strata).size).toBe(7)
    expect(strata.filter(stratum => stratum === strata[3])).toHaveLength(4)
  })
})

describe('findTravelDays', () => {
  const days = dates('2024-02-19', '2024-02-26')
  const from = (...offsets: readonly (number | undefined)[]) =>
    new Map(
      days.flatMap((day, i): [number, number][] => (offsets[i] === undefined ? [] : [[day, offsets[i]]])),
    )

  it('leaves out days whose clock is 3 hours or more off the usual one', () => {
    const offsets = from(60, 60, 60, 240, 239, -120, -119, 60)
    expect(Array.from(findTravelDays(days, offsets))).toEqual([days[3], days[5]])
  })

  it('knows nothing against days without an offset', () => {
    expect(findTravelDays(days, new Map()).size).toBe(0)
    expect(Array.from(findTravelDays(days, from(undefined, 60, 60, 480)))).toEqual([days[3]])
  })

  it('judges every block by its own usual clock: a person who moved is at home', () => {
    const moved = dates('2024-02-19', '2024-05-12')
    const offsets = new Map(moved.map((day, i): [number, number] => [day, i < 28 ? 60 : 540]))
    expect(findTravelDays(moved, offsets).size).toBe(0)
  })
})
