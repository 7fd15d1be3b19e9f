import { describe, expect, test } from 'vitest'
import { changeMoment, dateOfEnd, momentOfWhen, whenOf } from '../../../renderer/log/when.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

const here = { kind: 'here', timeZone: 'Europe/Berlin' } as const

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
  const there = { kind: 'there', offsetMinutes: 540 } as const
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
