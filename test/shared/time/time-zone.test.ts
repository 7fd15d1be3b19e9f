import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate, MS_PER_HOUR, MS_PER_MINUTE } from '../../../shared/time/moment.ts'
import { clockTime, listMomentsAt, momentAt, momentOfInstant } from '../../../shared/time/time-zone.ts'

const LONDON = 'Europe/London'

describe('the moments at which a wall clock shows a time', () => {
  test('are one on nearly every day', () => {
    expect(listMomentsAt('2026-11-20', '01:30', LONDON)).toEqual([momentAt('2026-11-20', '01:30', LONDON)])
  })

  test('are two in the hour that comes twice when clocks go back, the first first', () => {
    const [first, second, ...more] = listMomentsAt('2026-10-25', '01:30', LONDON)
    expect(more).toEqual([])
    expect(first).toEqual(momentAt('2026-10-25', '01:30', LONDON))
    expect(first?.offsetMinutes).toBe(60)
    expect(second).toEqual({ at: (first?.at ?? 0) + MS_PER_HOUR, offsetMinutes: 0 })
  })

  test.each([
    ['2026-10-25', '00:59', 1],
    ['2026-10-25', '01:00', 2],
    ['2026-10-25', '01:59', 2],
    ['2026-10-25', '02:00', 1],
    ['2026-03-29', '00:59', 1],
    ['2026-03-29', '01:00', 0],
    ['2026-03-29', '01:59', 0],
    ['2026-03-29', '02:00', 1],
  ])('on %s at %s in London there are %i', (date, clock, count) => {
    expect(listMomentsAt(date, clock, LONDON)).toHaveLength(count)
  })

  test('are half an hour apart where clocks change by that', () => {
    const [first, second] = listMomentsAt('2026-04-05', '01:45', 'Australia/Lord_Howe')
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(30 * MS_PER_MINUTE)
  })

  test('hold every instant that shows the time, and no other', () => {
    const zones = fc.constantFrom(LONDON, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata')
    const minutes = fc.integer({
      min: Date.UTC(2026, 0, 1) / MS_PER_MINUTE,
      max: Date.UTC(2027, 0, 1) / MS_PER_MINUTE,
    })
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const moment = momentOfInstant(minute * MS_PER_MINUTE, zone)
        const [date, clock] = [calendarDate(moment), clockTime(moment)]
        const found = listMomentsAt(date, clock, zone)
        expect(found).toContainEqual(moment)
        for (const one of found) expect([calendarDate(one), clockTime(one)]).toEqual([date, clock])
      }),
    )
  })
})
