import { describe, expect, test } from 'vitest'
import { changeMoment, dateOfEnd, momentOfWhen, setWhen, whenOf } from '../../../renderer/log/when.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

const here = { kind: 'named', timeZone: 'Europe/Berlin' } as const

test('a new entry is read in the zone of the computer, with the offset of that date', () => {
  expect(momentOfWhen({ date: '2026-07-01', clock: '08:30' }, here)).toEqual({
    at: Date.UTC(2026, 6, 1, 6, 30),
    offsetMinutes: 120,
  })
  expect(momentOfWhen({ date: '2026-12-01', clock: '08:30' }, here)).toEqual({
    at: Date.UTC(2026, 11, 1, 7, 30),
    offsetMinutes: 60,
  })
})

test('an old entry keeps the offset of the place it was written down in', () => {
  const there = { kind: 'fixed', offsetMinutes: 540 } as const
  expect(momentOfWhen({ date: '2026-07-01', clock: '08:30' }, there)).toEqual({
    at: Date.UTC(2026, 5, 30, 23, 30),
    offsetMinutes: 540,
  })
})

test.each([
  { date: '', clock: '08:30' },
  { date: '2026-07-01', clock: '' },
])('without a date or a time there is no moment: %o', when => {
  expect(momentOfWhen(when, here).at).toBeNaN()
})

describe('changeMoment', () => {
  const original = { at: Date.UTC(2026, 6, 1, 6, 30, 41, 250), offsetMinutes: 120 }

  test('keeps the seconds of a time that was not touched', () => {
    expect(changeMoment(whenOf(original), here, original)).toEqual(original)
  })

  test('hands back nothing of the entry but its moment', () => {
    const entry = { ...original, id: 7 }
    expect(changeMoment(whenOf(entry), here, entry)).toEqual(original)
  })

  test('takes a time that was changed', () => {
    const changed = { date: '2026-07-01', clock: '08:31' }
    expect(changeMoment(changed, here, original)).toEqual(momentAt('2026-07-01', '08:31', 'Europe/Berlin'))
  })
})

test.each([
  ['22:00', '23:30', '2026-11-20'],
  ['22:00', '22:00', '2026-11-20'],
  ['22:00', '01:10', '2026-11-21'],
  ['09:00', '08:59', '2026-11-21'],
])('what was put on at %s and taken off at %s came off on %s', (start, end, date) => {
  expect(dateOfEnd({ date: '2026-11-20', clock: start }, end)).toBe(date)
})

describe('on the nights on which clocks change', () => {
  const london = { kind: 'named', timeZone: 'Europe/London' } as const
  const twice = { date: '2026-10-25', clock: '01:30' }
  const [first, second] = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)]

  test('a time that came twice is the first, until the other one is chosen', () => {
    expect(momentOfWhen(twice, london)).toEqual({ at: first, offsetMinutes: 60 })
    expect(momentOfWhen(setWhen(twice, london), london)).toEqual({ at: first, offsetMinutes: 60 })
    expect(momentOfWhen({ ...twice, offsetMinutes: 0 }, london)).toEqual({ at: second, offsetMinutes: 0 })
  })

  test('what was chosen for another time does not choose again', () => {
    const winter = whenOf({ at: Date.UTC(2026, 10, 20, 1, 30), offsetMinutes: 0 })
    expect(momentOfWhen(setWhen({ ...winter, date: '2026-10-25' }, london), london).at).toBe(first)
  })

  test('an entry of the second one keeps it, seconds and all, and can be made the first', () => {
    const original = { at: second + 41_000, offsetMinutes: 0 }
    expect(changeMoment(whenOf(original), london, original)).toEqual(original)
    expect(changeMoment({ ...twice, offsetMinutes: 60 }, london, original).at).toBe(first)
  })

  test('a time that never was is no moment', () => {
    expect(momentOfWhen({ date: '2026-03-29', clock: '01:30' }, london).at).toBeNaN()
    expect(momentOfWhen({ date: '2026-03-29', clock: '01:30' }, { kind: 'fixed', offsetMinutes: 0 }).at).toBe(
      Date.UTC(2026, 2, 29, 1, 30),
    )
  })
})
