import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AXIS_MINUTES, layOutDay, limitShift, moveDraft } from '../../../renderer/today/hour-axis.ts'
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import { journalDayBounds } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { makeEntry } from '../../support/make-entry.ts'

const ZONE = 'Europe/Berlin'
const DATE = '2026-11-20'
const { fromWallMs } = journalDayBounds(DATE, 240)
const at = (clock: string, date = DATE) => momentAt(date, clock, ZONE)

const walk = (id: number, clock: string, durationMinutes: number, wholeDay = false): Entry =>
  makeEntry(id, {
    kind: 'activity',
    ...at(clock),
    note: '',
    activity: wholeDay ? 'standing' : 'walk',
    durationMinutes,
    wholeDay,
    longestBoutMinutes: null,
    exertion: null,
    newOrHarder: null,
    sweat: null,
    cold: null,
    warmUpMinutes: null,
    coolDownMinutes: null,
    distanceKm: null,
    climbM: null,
    waterTemperatureC: null,
    shoeId: null,
  })

const night = (takenUp: string | null): EntryDraft => ({
  kind: 'night',
  ...at('23:00'),
  note: '',
  wakeAt: takenUp === null ? null : at(takenUp, '2026-11-21').at,
  coldLegs: null,
  bedding: null,
  position: null,
  roomFeel: null,
  roomTemperatureC: null,
  sleepDisturbance: null,
})

describe('layOutDay', () => {
  test('places entries by minutes after the start of the day, with their length', () => {
    const items = layOutDay([walk(1, '09:30', 40), makeEntry(2, night('07:00'))], fromWallMs, ZONE)
    expect(items).toMatchObject([
      { start: 330, end: 370, lane: 0 },
      // Clipped at the day's end.
      { start: 1140, end: AXIS_MINUTES, lane: 0 },
    ])
  })

  test('leaves out what has no clock time', () => {
    const inTheNight = crampAt(DATE, '06:00', { onsetPrecision: 'night' })
    expect(layOutDay([inTheNight, walk(9, '12:00', 300, true)], fromWallMs, ZONE)).toEqual([])
    expect(layOutDay([crampAt(DATE, '06:00', { onsetPrecision: 'about' })], fromWallMs, ZONE)).toHaveLength(1)
  })

  test('gives entries that would cover each other lanes of their own, three at most', () => {
    const items = layOutDay(
      [1, 2, 3, 4].map(id => walk(id, '09:00', 60)),
      fromWallMs,
      ZONE,
    )
    expect(items.map(({ lane }) => lane)).toEqual([0, 1, 2, 2])
    expect(
      layOutDay([walk(1, '09:00', 60), walk(2, '10:00', 60)], fromWallMs, ZONE).map(({ lane }) => lane),
    ).toEqual([0, 0])
  })

  test('fans out what has no lane of its own, so that no mark hides another', () => {
    const drink = (id: number, clock: string) =>
      makeEntry(id, {
        kind: 'fluid',
        ...at(clock),
        note: '',
        drink: 'water',
        volumeMl: 250,
        alcoholPercent: null,
        caffeineMg: null,
        reliefOf: null,
      })
    const items = layOutDay(
      [1, 2, 3, 4, 5].map(id => drink(id, '15:44')),
      fromWallMs,
      ZONE,
    )
    expect(items.map(({ lane, aside }) => [lane, aside])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 30],
      [2, 60],
    ])
  })
})

describe('a move', () => {
  test('goes by whole steps and never leaves the day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: AXIS_MINUTES - 1 }),
        fc.double({ min: -5000, max: 5000, noNaN: true }),
        (start, wish) => {
          const shift = limitShift({ start }, wish)
          expect(Math.abs(shift % 5)).toBe(0)
          expect(start + shift).toBeGreaterThanOrEqual(0)
          expect(start + shift).toBeLessThan(AXIS_MINUTES)
        },
      ),
    )
    expect(limitShift({ start: 330 }, 12)).toBe(10)
  })

  test('takes the end along', () => {
    const slept = makeEntry(1, night('07:00'))
    expect(moveDraft(slept, -30, ZONE)).toMatchObject({
      at: at('22:30').at,
      wakeAt: at('06:30', '2026-11-21').at,
      offsetMinutes: 60,
    })
    expect(moveDraft(makeEntry(1, night(null)), 5, ZONE)).toMatchObject({ wakeAt: null })
  })

  describe.each([
    // Clock changes back and forward: the night has 9 and 7 hours.
    ['2026-10-24', '2026-10-25', 9],
    ['2026-03-28', '2026-03-29', 7],
  ])('over the change of clocks after %s', (evening, morning, hours) => {
    const slept = makeEntry(1, {
      ...night(null),
      ...at('23:00', evening),
      wakeAt: at('07:00', morning).at,
    } as EntryDraft)

    test('ends by the clock of its own instant', () => {
      const [item] = layOutDay([slept], journalDayBounds(evening, 1080).fromWallMs, ZONE)
      expect(item).toMatchObject({ start: 5 * 60, end: 13 * 60 })
    })

    test('keeps its length, and takes the offset of where it lands', () => {
      const early = makeEntry(2, { ...night(null), ...at('00:30', morning) } as EntryDraft)
      expect(moveDraft(early, 5 * 60, ZONE)).toMatchObject(at('05:30', morning))
      const moved = moveDraft(slept, -60, ZONE)
      expect(moved).toMatchObject(at('22:00', evening))
      expect(moved.kind === 'night' && moved.wakeAt !== null && moved.wakeAt - moved.at).toBe(
        hours * 3_600_000,
      )
    })
  })
})
