import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interpretAppleHealth } from '../../../shared/history/apple-health.ts'
import type { AppleScan } from '../../../shared/history/apple-scan.ts'
import type { Answers, HistoryEntry } from '../../../shared/history/history.ts'
import { entryDraft } from '../../../shared/kinds/entry.ts'
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../shared/time/moment.ts'
import { historyContext } from '../../support/read-history.ts'

/** On either side of Greenwich, with and without summer time, with half and quarter hours, and the one furthest ahead. */
const ZONES = [
  'Europe/Berlin',
  'America/Phoenix',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
]
const SOURCES = ['App', 'Second app', "Sam's Apple Watch"]
/** The weeks of both clock changes, seven seconds past a minute: no drink is at midnight, as totals are. */
const instant = fc
  .tuple(
    fc.constantFrom(Date.parse('2025-03-26T00:00:07Z'), Date.parse('2025-10-22T00:00:07Z')),
    fc.integer({ min: 0, max: 7 * 24 * 60 }),
  )
  .map(([week, minutes]) => week + minutes * MS_PER_MINUTE)

const span = (longest: number) =>
  fc
    .record({
      source: fc.constantFrom(...SOURCES),
      start: instant,
      minutes: fc.integer({ min: 0, max: longest }),
      written: fc.option(fc.integer({ min: 0, max: 3 })),
      zone: fc.option(fc.constantFrom(...ZONES, 'Not/AZone')),
      isTyped: fc.boolean(),
    })
    .map(({ minutes, written, ...record }) => ({
      ...record,
      end: record.start + minutes * MS_PER_MINUTE,
      written: written === null ? null : record.start + written * 1000,
    }))
const drink = span(0).chain(record =>
  fc
    .record({ value: fc.constantFrom(200, 250, 330), unit: fc.constant('mL') })
    .map(amount => ({ ...record, ...amount })),
)
const sleep = span(300).chain(record =>
  fc.constantFrom('in-bed', 'asleep', 'awake').map(state => ({ ...record, state, isStage: false }) as const),
)
const workout = span(120).map(record => ({
  ...record,
  type: 'HKWorkoutActivityTypeRunning',
  ...{ seconds: null, pausedMs: 0, distanceM: null, climbM: null },
}))
const records = fc.record({
  water: fc.array(drink, { maxLength: 30 }),
  sleep: fc.array(sleep, { maxLength: 20 }),
  workouts: fc.array(workout, { maxLength: 10 }),
})
type Records = Pick<AppleScan, 'water' | 'sleep' | 'workouts'>

const toScan = (known: Records): AppleScan => ({
  ...{ exportedAt: null, exportOffsetMinutes: 0, ignored: new Map(), unreadable: [] },
  ...{
    caffeine: [],
    magnesium: [],
    potassium: [],
    calcium: [],
    effort: [],
    waterTemperature: [],
    illness: [],
  },
  ...known,
})

const ANSWERS: Answers = {
  ...Object.fromEntries(SOURCES.map(source => [`drink:${source}`, 'water'])),
  ...{ 'sleep:sources': SOURCES, 'activity:sources': SOURCES, 'activity:short': 'yes' },
}

const interpret = (known: Records, zone = 'Europe/London') =>
  interpretAppleHealth(toScan(known), { ...ANSWERS, zone }, historyContext).entries
const byKey = (entries: readonly HistoryEntry[]) => new Map(entries.map(entry => [entry.key, entry]))

test('every entry is valid and has a key of its own, in six zones', () => {
  fc.assert(
    fc.property(records, fc.constantFrom(...ZONES), (known, zone) => {
      const entries = interpret(known, zone)
      expect(byKey(entries).size).toBe(entries.length)
      for (const { draft, key, loggedAt } of entries) {
        expect(entryDraft.parse(draft)).toEqual(draft)
        expect(key.length).toBeLessThanOrEqual(100)
        expect(loggedAt).toBeGreaterThanOrEqual(draft.at)
      }
    }),
  )
})

test('another order of the records in the file changes nothing', () => {
  const shuffled = records.chain(known =>
    fc.tuple(
      fc.constant(known),
      fc.record({
        water: fc.shuffledSubarray(known.water, { minLength: known.water.length }),
        sleep: fc.shuffledSubarray(known.sleep, { minLength: known.sleep.length }),
        workouts: fc.shuffledSubarray(known.workouts, { minLength: known.workouts.length }),
      }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([known, other]) => {
      expect(byKey(interpret(other))).toEqual(byKey(interpret(known)))
    }),
  )
})

test('a newer export holds each drink and workout of the older one, unchanged', () => {
  const later = (known: Records): Records => {
    const move = <One extends { start: number; end: number }>(one: One) => ({
      ...one,
      start: one.start + 30 * MS_PER_DAY,
      end: one.end + 30 * MS_PER_DAY,
      written: null,
    })
    return { water: known.water.map(move), sleep: known.sleep.map(move), workouts: known.workouts.map(move) }
  }
  fc.assert(
    fc.property(records, records, (known, more) => {
      const added = later(more)
      const newer = byKey(
        interpret({
          water: [...known.water, ...added.water],
          sleep: [...added.sleep, ...known.sleep],
          workouts: [...added.workouts, ...known.workouts],
        }),
      )
      for (const entry of interpret(known)) {
        const found = newer.get(entry.key)
        // Of a night another source may be the better one by now: the same entry follows it.
        if (entry.draft.kind === 'night') expect(found?.draft.kind).toBe('night')
        else expect(found).toEqual(entry)
      }
    }),
  )
})

test('another zone moves no instant and changes no key of a drink or workout', () => {
  const apart = (entries: readonly HistoryEntry[]) =>
    entries.filter(({ draft }) => draft.kind !== 'night').map(({ key, draft }) => [key, draft.at])
  fc.assert(
    fc.property(records, fc.constantFrom(...ZONES), (known, zone) => {
      expect(apart(interpret(known, zone))).toEqual(apart(interpret(known)))
    }),
  )
})
