import { expect, test } from 'vitest'
import { createClock, getUsableZone, parseNow } from '../../../shared/time/clock.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'

const at = Date.UTC(2026, 10, 20, 16)

test.each([
  ['2026-11-20T16:00Z', 'Europe/Berlin'],
  ['2026-11-20T17:00+01:00', 'America/Los_Angeles'],
  ['2026-11-20T17:00', 'Europe/Berlin'],
  ['2026-11-20T08:00:00', 'America/Los_Angeles'],
])('%s in %s is one instant', (text, zone) => {
  expect(parseNow(text, zone)).toBe(at)
})

test.each(['', 'true', 'tomorrow', '20.11.2026', '2026-11-20', '2026-11-31T10:00Z', '2026-11-20T25:00'])(
  '“%s” is no moment',
  text => {
    expect(parseNow(text, 'Europe/Berlin')).toBeNull()
  },
)

test.each([
  ['Etc/Unknown', 60, '+01:00'],
  ['', -210, '-03:30'],
  [undefined, 0, '+00:00'],
  ['UTC0', 345, '+05:45'],
])('the zone %j gives way to the offset of the system', (name, offsetMinutes, zone) => {
  expect(getUsableZone(name, offsetMinutes)).toBe(zone)
  expect(momentOfInstant(at, zone).offsetMinutes).toBe(offsetMinutes)
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(at)
  expect(wall).toBe(new Date(at + offsetMinutes * 60_000).toISOString().slice(11, 16))
})

test('a zone that exists stays', () => {
  expect(getUsableZone('Asia/Kathmandu', 0)).toBe('Asia/Kathmandu')
})

test('the clock is shifted and runs on, and the stated zone goes before that of the system', () => {
  let system = 1000
  const clock = createClock(
    { now: () => system, zoneName: () => 'Etc/Unknown', offsetMinutes: () => 60 },
    { aheadMs: 500, timeZone: null },
  )
  expect([clock.now(), clock.timeZone()]).toEqual([1500, '+01:00'])
  system = 3000
  expect(clock.now()).toBe(3500)
  const stated = createClock(
    { now: () => system, zoneName: () => 'Europe/Berlin', offsetMinutes: () => 60 },
    { aheadMs: 0, timeZone: 'Pacific/Honolulu' },
  )
  expect(stated.timeZone()).toBe('Pacific/Honolulu')
})
