import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDayProblems, findImpossible } from '../../../shared/kinds/day-limits.ts'
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import type { NightDraft } from '../../../shared/kinds/night.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { activityDraft, crampDraft, fluidDraft, footwearDraft } from './drafts.ts'

const at = (date: string, clock: string) => momentAt(date, clock, 'Europe/Berlin')
const stored = (drafts: readonly EntryDraft[]): Entry[] =>
  drafts.map((draft, index) => ({ ...draft, id: index + 1, loggedAt: draft.at, editedAt: null }))
/** Fields at which the draft is refused together with the other entries. */
const fields = (draft: EntryDraft, ...others: EntryDraft[]) =>
  findDayProblems(draft, stored(others)).map(({ field }) => field)

describe('the drinks of one date', () => {
  const three = Array.from({ length: 3 }, () => fluidDraft({ volumeMl: 5000 }))
  test('come to 20 litres at most', () => {
    expect(fields(fluidDraft({ volumeMl: 5000 }), ...three)).toEqual([])
    expect(fields(fluidDraft({ volumeMl: 5000 }), ...three, fluidDraft({ volumeMl: 1 }))).toEqual([
      'volumeMl',
    ])
  })
  test('hold 2000 mg of caffeine at most, and one without any is not refused for the others', () => {
    const coffee = (caffeineMg: number | null) => fluidDraft({ drink: 'coffee', caffeineMg })
    expect(fields(coffee(500), coffee(1500), coffee(null))).toEqual([])
    expect(fields(coffee(501), coffee(1500))).toEqual(['caffeineMg'])
    expect(fields(coffee(null), coffee(1500), coffee(501))).toEqual([])
  })
  test('are those of the calendar date, however near the next one is', () => {
    const lateNight = { ...at('2026-11-19', '23:59'), volumeMl: 5000 }
    const others = [1, 2, 3, 4].map(() => fluidDraft(lateNight))
    expect(fields(fluidDraft(at('2026-11-20', '00:00')), ...others)).toEqual([])
    expect(fields(fluidDraft(at('2026-11-19', '00:00')), ...others)).toEqual(['volumeMl'])
  })
})

describe('standing, sitting and sleep', () => {
  const sat = (hours: number, fields = {}) =>
    activityDraft({
      activity: 'sitting-or-travel',
      ...at('2026-11-19', '12:00'),
      wholeDay: true,
      durationMinutes: hours * 60,
      ...fields,
    })
  const stood = (hours: number) => sat(hours, { activity: 'standing' })
  const night = (date: string, from: string, hours: number | null): NightDraft => ({
    kind: 'night',
    ...at(date, from),
    note: '',
    wakeAt: hours === null ? null : at(date, from).at + hours * 3_600_000,
    coldLegs: null,
    bedding: null,
    position: null,
    roomFeel: null,
    roomTemperatureC: null,
    sleepDisturbance: null,
  })

  test('fill a date of 24 hours and no more', () => {
    expect(fields(sat(9), stood(8), night('2026-11-18', '23:00', 8))).toEqual([])
    expect(fields(sat(10), stood(8), night('2026-11-18', '23:00', 8))).toEqual(['durationMinutes'])
  })
  test('count where they lie: a night falls on two dates', () => {
    expect(fields(night('2026-11-18', '23:00', 8), sat(17))).toEqual([])
    expect(fields(night('2026-11-18', '23:00', 8), sat(18))).toEqual(['wakeAt'])
    expect(fields(night('2026-11-19', '23:00', 8), sat(23))).toEqual([])
    expect(fields(night('2026-11-19', '22:00', 8), sat(23))).toEqual(['wakeAt'])
    const travelled = sat(10, { wholeDay: false, ...at('2026-11-18', '20:00') })
    expect(fields(travelled, sat(18))).toEqual([])
    expect(fields(travelled, sat(19))).toEqual(['durationMinutes'])
  })
  test('leave room for a run, and a night that has no end yet takes none', () => {
    expect(fields(activityDraft({ durationMinutes: 600 }), sat(24))).toEqual([])
    expect(fields(sat(24), activityDraft({ durationMinutes: 600 }))).toEqual([])
    expect(fields(night('2026-11-19', '22:00', null), sat(24))).toEqual([])
    expect(fields(sat(24), night('2026-11-19', '22:00', null))).toEqual([])
  })
})

test('what has no limit for a day is not refused', () => {
  for (const draft of [crampDraft(), footwearDraft()]) expect(fields(draft, draft, draft)).toEqual([])
})

describe('many entries at once', () => {
  const hours = fc.nat(71)
  const anyDrink = fc.record({
    hours,
    volumeMl: fc.integer({ min: 2000, max: 5000 }),
    caffeineMg: fc.option(fc.nat(900), { nil: null }),
  })
  const anyStanding = fc.record({
    hours,
    durationMinutes: fc.integer({ min: 60, max: 1000 }),
    wholeDay: fc.boolean(),
  })

  test('property: are judged as if each was written down after the others', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyDrink, anyStanding), { maxLength: 40 }), drawn => {
        const drafts = drawn.map(({ hours: later, ...draft }): EntryDraft => {
          const { at: start } = at('2026-11-18', '00:00')
          const moment = { at: start + later * 3_600_000, offsetMinutes: 60 }
          return 'volumeMl' in draft
            ? fluidDraft({ ...draft, ...moment })
            : activityDraft({ ...draft, ...moment, activity: 'standing' })
        })
        const possible: EntryDraft[] = []
        const expected = drafts.flatMap((draft, index) => {
          const problems = findDayProblems(draft, stored(possible))
          if (problems.length === 0) possible.push(draft)
          return problems.map(problem => ({ index, ...problem }))
        })
        expect(findImpossible(drafts)).toEqual(expected)
      }),
    )
  })
})
