import { describe, expect, test } from 'vitest'
import { readStatedTime, startClock, systemClock } from '../../../main/app/clock.ts'
import { plainRegion } from '../../../shared/locale/system-region.ts'
import { formatSurroundings, plainSurroundings, readSurroundings } from '../../../shared/surroundings.ts'

const words = ['unknot', '.', '--now=2026-11-20T16:00', '--zone=Europe/London', '--user-data-dir=x']
const FEW_MINUTES_MS = 5 * 60_000

const expectToRunFrom = (now: number, at: number) => {
  expect(now).toBeGreaterThanOrEqual(at)
  expect(now).toBeLessThan(at + FEW_MINUTES_MS)
}

test('the unpackaged program takes the stated time and zone', () => {
  const stated = readStatedTime(words, false)
  if (typeof stated === 'string') throw new Error(stated)
  const clock = startClock(stated)
  expectToRunFrom(clock.now(), Date.UTC(2026, 10, 20, 16))
  expect(clock.timeZone()).toBe('Europe/London')
})

test('the packaged program takes neither', () => {
  expect(readStatedTime(words, true)).toEqual(plainSurroundings.time)
  expect(readStatedTime([...words, '--now=nonsense'], true)).toEqual(plainSurroundings.time)
})

test('without the words it is the system’s', () => {
  expect(readStatedTime(['unknot', '.'], false)).toEqual(plainSurroundings.time)
})

test('a moment that cannot be read is answered with a sentence', () => {
  expect(readStatedTime(['--now=tomorrow'], false)).toBe(
    '--now=tomorrow is no date and time such as 2026-11-20T16:00Z.',
  )
})

test.each(['Etc/Unknown', '', 'UTC0'])('a stated zone “%s” is passed over', zone => {
  expect(readStatedTime([`--zone=${zone}`], false)).toEqual(plainSurroundings.time)
})

test('a page reads from its arguments what main put there', () => {
  const surroundings = {
    time: { aheadMs: -86_400_000, timeZone: 'America/Los_Angeles' },
    region: { ...plainRegion, locale: 'fa-IR' },
  }
  expect(readSurroundings(['electron', '--type=renderer', formatSurroundings(surroundings)])).toEqual(
    surroundings,
  )
  expect(formatSurroundings(surroundings)).not.toMatch(/["\s]/)
  expect(readSurroundings(['electron'])).toEqual(plainSurroundings)
})

describe('with a TZ that no system knows', () => {
  test.each(['Etc/Unknown', '', 'UTC0', 'Foo/Bar'])('“%s”', name => {
    const before = process.env.TZ
    process.env.TZ = name
    try {
      expect(systemClock.timeZone()).toMatch(/^([+-]\d\d:\d\d|UTC)$/)
    } finally {
      process.env.TZ = before
    }
  })
})
