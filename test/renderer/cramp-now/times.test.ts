import { expect, test } from 'vitest'
import { getOnsetAgo, getOnsetLastNight } from '../../../renderer/cramp-now/past-onsets.ts'
import { formatRunningTime, getElapsedSeconds, getStorableLength } from '../../../renderer/data/elapsed.ts'
import { getHoldState } from '../../../renderer/ui/relief/hold-state.ts'
import { calendarDate, clockMinutes, crampDay } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

const ZONE = 'Europe/Berlin'

test('a running time is read as on a stopwatch', () => {
  expect([0, 9, 60, 725, 3600, 36_000 + 61].map(formatRunningTime)).toEqual([
    '0:00',
    '0:09',
    '1:00',
    '12:05',
    '1:00:00',
    '10:01:01',
  ])
})

test('a clock that was set back counts as no time, and the shortest cramp is one second', () => {
  expect(getElapsedSeconds(10_000, 4_000)).toBe(0)
  expect(getStorableLength(0)).toBe(1)
})

test('a clock that ran for more than a day says nothing about the length', () => {
  expect(getStorableLength(86_400)).toBe(86_400)
  expect(getStorableLength(86_401)).toBeNull()
})

test('so long ago is about then, in the offset of that time', () => {
  // Clocks went back from 03:00 to 02:00 that night; half an hour before 02:10 was 02:40 summer time.
  const now = { at: Date.UTC(2026, 9, 25, 1, 10), offsetMinutes: 60 }
  const onset = getOnsetAgo(30, now, ZONE)
  expect(onset).toEqual({ at: Date.UTC(2026, 9, 25, 0, 40), offsetMinutes: 120, onsetPrecision: 'about' })
})

test.each([
  ['10:00', '2026-11-20', '2026-11-19'],
  ['23:30', '2026-11-20', '2026-11-19'],
  // Early in the night, "last night" is the previous one.
  ['01:30', '2026-11-19', '2026-11-18'],
  ['03:30', '2026-11-20', '2026-11-19'],
])('at %s last night ended on %s', (clock, morning, evening) => {
  const onset = getOnsetLastNight(momentAt('2026-11-20', clock, ZONE), ZONE)
  expect(onset.onsetPrecision).toBe('night')
  expect(calendarDate(onset)).toBe(morning)
  expect(crampDay(onset)).toBe(evening)
  expect(onset.at).toBeLessThanOrEqual(momentAt('2026-11-20', clock, ZONE).at)
  // Clock time that the form keeps for an onset known only as "in the night".
  expect(clockMinutes(onset)).toBe(180)
})

const thrice = { seconds: 30, rounds: 3, pauseSeconds: 5 }

test('a hold counts down, pauses, and is done after its last round without another pause', () => {
  expect(getHoldState(thrice, 0)).toEqual({ phase: 'hold', round: 1, secondsLeft: 30 })
  expect(getHoldState(thrice, 29)).toEqual({ phase: 'hold', round: 1, secondsLeft: 1 })
  expect(getHoldState(thrice, 30)).toEqual({ phase: 'pause', round: 1, secondsLeft: 5 })
  expect(getHoldState(thrice, 35)).toEqual({ phase: 'hold', round: 2, secondsLeft: 30 })
  expect(getHoldState(thrice, 99)).toEqual({ phase: 'hold', round: 3, secondsLeft: 1 })
  expect(getHoldState(thrice, 100)).toEqual({ phase: 'done' })
  expect(getHoldState(thrice, 5000)).toEqual({ phase: 'done' })
  expect(getHoldState({ seconds: 120, rounds: 1, pauseSeconds: 0 }, 120)).toEqual({ phase: 'done' })
})
