import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDigestKeys, digestKey, plainName } from '../../../shared/history/digest-key.ts'
import { isOffset, readZoneAnswer } from '../../../shared/history/zones.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'

const at = (text: string) => Date.parse(text)
const clockOf = (answer: string | readonly string[]) => {
  const clock = readZoneAnswer({ zone: answer })
  if (clock === null) throw new Error('the answer names no zone')
  return clock
}

describe('the zone question', () => {
  test('an instant is read by the clock of its season, its own zone, or a stay', () => {
    const clock = clockOf(['Europe/Berlin', '2025-07-01/2025-07-14/America/New_York'])
    expect(clock.ofInstant(at('2025-01-15T08:00:00Z')).offsetMinutes).toBe(60)
    expect(clock.ofInstant(at('2025-08-15T08:00:00Z')).offsetMinutes).toBe(120)
    expect(clock.ofInstant(at('2025-08-15T08:00:00Z'), 'Europe/London').offsetMinutes).toBe(60)
    expect(clock.ofInstant(at('2025-08-15T08:00:00Z'), 'Europe/Atlantis').offsetMinutes).toBe(120)
    // Midnight of the stay's first date is at 04:00 UTC, that after its last one as well.
    expect(clock.ofInstant(at('2025-07-01T03:59:00Z')).offsetMinutes).toBe(120)
    expect(clock.ofInstant(at('2025-07-01T04:00:00Z')).offsetMinutes).toBe(-240)
    expect(clock.ofInstant(at('2025-07-15T03:59:00Z')).offsetMinutes).toBe(-240)
    expect(clock.ofInstant(at('2025-07-15T04:00:00Z')).offsetMinutes).toBe(120)
  })

  test('every instant has the offset of the time zone tables', () => {
    const zones = [
      'Europe/London',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Pacific/Apia',
    ]
    const instant = fc.integer({ min: at('1970-01-02T00:00:00Z'), max: at('2040-01-01T00:00:00Z') })
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, instantMs) => {
        expect(clockOf(zone).ofInstant(instantMs)).toEqual(momentOfInstant(instantMs, zone))
      }),
    )
    const clock = clockOf('Pacific/Apia')
    // The Friday that Samoa left out.
    for (let hour = 0; hour < 72; hour++) {
      const instantMs = at('2011-12-29T00:00:00Z') + hour * 3_600_000
      expect(clock.ofInstant(instantMs)).toEqual(momentOfInstant(instantMs, 'Pacific/Apia'))
    }
  })

  test('a wall clock in both weeks of a clock change', () => {
    const clock = clockOf('Europe/Berlin')
    const read = (date: string, time: string) => clock.ofWallClock(date, time)
    expect(read('2025-10-26', '02:30')).toEqual({
      moment: { at: at('2025-10-26T00:30:00Z'), offsetMinutes: 120 },
      doubt: 'twice',
    })
    expect(read('2025-03-30', '02:30')).toEqual({
      moment: { at: at('2025-03-30T01:30:00Z'), offsetMinutes: 120 },
      doubt: 'skipped',
    })
    expect(read('2025-03-31', '02:30:15')).toEqual({
      moment: { at: at('2025-03-31T00:30:15Z'), offsetMinutes: 120 },
      doubt: null,
    })
    expect(read('2025-02-30', '02:30')).toBeNull()
    expect(read('2025-02-03', '25:00')).toBeNull()
  })

  test('a wall clock during a stay', () => {
    const clock = clockOf(['Europe/Berlin', '2025-07-01/2025-07-14/America/New_York'])
    expect(clock.ofWallClock('2025-07-14', '23:00')?.moment.offsetMinutes).toBe(-240)
    expect(clock.ofWallClock('2025-07-15', '01:00')?.moment.offsetMinutes).toBe(120)
  })

  test('an answer that names no zone is none', () => {
    for (const answer of ['', 'Europe/Atlantis', [], ['Europe/Berlin', 'July/August/Asia/Tokyo']])
      expect(readZoneAnswer({ zone: answer }), JSON.stringify(answer)).toBeNull()
    expect(readZoneAnswer({})).toBeNull()
  })

  test('offsets that a clock can have', () => {
    expect([-720, -210, 0, 345, 840].filter(isOffset)).toHaveLength(5)
    expect([-735, 855, 61, 0.5, Number.NaN].filter(isOffset)).toEqual([])
  })
})

describe('keys of records without an id', () => {
  test('equal values give equal keys, and equal records are numbered', () => {
    const keyOf = createDigestKeys()
    const glass = ['water', 'Drinks', 1_752_559_200_000, 250]
    const keys = [keyOf(glass), keyOf(glass), keyOf([...glass, null]), keyOf(glass)]
    expect(keys[0]).toBe(digestKey(glass))
    expect(keys[1]).toBe(`${keys[0]}-2`)
    expect(keys[3]).toBe(`${keys[0]}-3`)
    expect(new Set(keys).size).toBe(4)
    expect(digestKey(['1'])).not.toBe(digestKey([1]))
    expect(digestKey(['ab', 'c'])).not.toBe(digestKey(['a', 'bc']))
  })

  test('a source is the same in every spelling of its blanks and apostrophes', () => {
    expect(plainName('Anna’s Apple\u{A0}Watch')).toBe("Anna's Apple Watch")
    expect(plainName("Anna's Apple Watch ")).toBe("Anna's Apple Watch")
  })
})
