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
    expect(getBlock(dayNumber('1970-01-05'), 56)).toBe(0)
    expect(getBlock(dayNumber('1970-01-04'), 56)).toBe(-1)
    expect(getBlock(dayNumber('1970-03-01'), 56)).toBe(0)
    expect(getBlock(dayNumber('1970-03-02'), 56)).toBe(1)
    expect(getBlock(dayNumber('1970-02-02'), 28)).toBe(1)
    expect(getBlock(dayNumber('2024-02-19'), 28)).toBe(706)
    expect(getBlock(dayNumber('2024-02-19'), 56)).toBe(353)
  })

  it.each([28, 56])('of %i days hold each day in one place', daysPerBlock => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), day => {
        const dayOfBlock = getDayOfBlock(day, daysPerBlock)
        expect(getBlock(day, daysPerBlock) * daysPerBlock + dayOfBlock).toBe(day - 4)
        expect(dayOfBlock).toBeGreaterThanOrEqual(0)
        expect(dayOfBlock).toBeLessThan(daysPerBlock)
        expect(getWeekday(day)).toBe(weekday(dateOfDayNumber(day)))
      }),
    )
  })
})

describe('getStratum', () => {
  const block = dates('2024-02-19', '2024-04-14')

  it('separates 40 work days from 16 days off, and the next block from both', () => {
    const strata = block.map(day => getStratum(day, 'day-type', [5, 6]))
    expect(new Set(strata).size).toBe(2)
    expect(strata.filter(stratum => stratum === strata[0])).toHaveLength(40)
    expect(strata[5]).toBe(strata[6])
    expect(strata).not.toContain(getStratum(dayNumber('2024-04-15'), 'day-type', [5, 6]))
  })

  it('follows the person: days off may be others, or none', () => {
    expect(getStratum(block[0] ?? NaN, 'day-type', [0])).not.toBe(
      getStratum(block[1] ?? NaN, 'day-type', [0]),
    )
    expect(new Set(block.map(day => getStratum(day, 'day-type', []))).size).toBe(1)
  })

  it('by weekday has seven strata of eight days', () => {
    const strata = block.map(day => getStratum(day, 'weekday', [5, 6]))
    expect(new Set(strata).size).toBe(7)
    expect(strata.filter(stratum => stratum === strata[3])).toHaveLength(8)
  })

  it('may have blocks of another length', () => {
    const strata = block.map(day => getStratum(day, 'day-type', [5, 6], 28))
    expect(new Set(strata).size).toBe(4)
    expect(strata.filter(stratum => stratum === strata[0])).toHaveLength(20)
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

  it('judges every four weeks by their own usual clock: a person who moved is at home', () => {
    const moved = dates('2024-02-19', '2024-05-12')
    const offsets = new Map(moved.map((day, i): [number, number] => [day, i < 28 ? 60 : 540]))
    expect(findTravelDays(moved, offsets).size).toBe(0)
  })
})
