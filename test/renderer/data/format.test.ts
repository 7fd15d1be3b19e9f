import { describe, expect, test } from 'vitest'
import { formatDate, formatDuration, formatTime, formatVolume } from '../../../renderer/data/format.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

describe('formatDuration', () => {
  test.each([
    [0, '0 s'],
    [45, '45 s'],
    [60, '1 min'],
    [200, '3 min 20 s'],
    [2700, '45 min'],
    [3569, '59 min 29 s'],
    [3570, '1 h'],
    [4500, '1 h 15 min'],
    [86_400, '24 h'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text)
  })
})

test('a volume is in millilitres until it is a litre', () => {
  expect(formatVolume(999)).toBe('999 ml')
  expect(formatVolume(1000)).toBe('1 L')
})

test('a moment shows the time of the place it was written down in', () => {
  const inTokyo = momentAt('2026-11-20', '07:05', 'Asia/Tokyo')
  const inBerlin = momentAt('2026-11-20', '07:05', 'Europe/Berlin')
  expect(formatTime(inTokyo)).toBe(formatTime(inBerlin))
  expect(formatTime(inTokyo)).toContain('05')
})

test('a date is the same one in every style', () => {
  for (const style of ['full', 'long', 'medium', 'short', 'day'] as const)
    expect(formatDate('2026-11-20', style)).toContain('20')
  expect(formatDate('2026-11-20', 'weekday')).toBe(formatDate('2026-11-27', 'weekday'))
})
