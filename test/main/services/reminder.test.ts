import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createReminder } from '../../../main/services/reminder.ts'
import { noRetry } from '../../../main/store/busy-retry.ts'
import { createJournalStore, type JournalStore } from '../../../main/store/journal-store.ts'
import { openJournal } from '../../../main/store/open.ts'
import { emptyProfile, type Profile } from '../../../shared/kinds/profile.ts'
import { MS_PER_HOUR, MS_PER_MINUTE } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft } from '../../shared/kinds/drafts.ts'

const ZONE = 'Europe/Berlin'
const at = (date: string, clock: string) => momentAt(date, clock, ZONE).at
const DAY_START = 240

let store: JournalStore
let now: number
let shown: [text: string, date: string][]

beforeEach(() => {
  vi.useFakeTimers()
  store = createJournalStore(openJournal(':memory:'))
  shown = []
})
afterEach(() => {
  store.close()
  vi.useRealTimers()
})

function begin(date: string, clock: string, profile: Partial<Profile> = {}) {
  store.profile.change({
    ...emptyProfile,
    trackedKinds: ['stretch', 'activity'],
    reminderHour: 20,
    ...profile,
  })
  now = at(date, clock)
  const reminder = createReminder({
    getStore: () => store,
    clock: { now: () => now, timeZone: () => ZONE },
    busyRetry: noRetry,
    notify: (text, day) => shown.push([text, day]),
  })
  reminder.start()
  return reminder
}

/** Lets minutes pass while the computer is awake. */
async function pass(minutes: number) {
  for (let minute = 0; minute < minutes; minute++) {
    now += MS_PER_MINUTE
    await vi.advanceTimersByTimeAsync(MS_PER_MINUTE)
  }
}

test('comes within a minute of the hour, once a day', async () => {
  begin('2026-11-20', '19:58')
  await pass(1)
  expect(shown).toEqual([])
  await pass(60)
  expect(shown).toEqual([['Unknot: 2 things left for today', '2026-11-20']])
  now = at('2026-11-21', '20:00')
  await pass(1)
  expect(shown).toHaveLength(2)
})

test('does not come where the day is complete, and comes for what was left when it is taken back', async () => {
  const kinds = ['stretch', 'activity'] as const
  const checkIns = kinds.map(kind => ({ kind, date: '2026-11-20', dayStartMinutes: DAY_START }))
  for (const checkIn of checkIns) store.checkIns.give(checkIn, 0)
  begin('2026-11-20', '20:00')
  await pass(10)
  expect(shown).toEqual([])
  store.checkIns.takeBack({ kind: 'stretch', date: '2026-11-20' })
  await pass(1)
  expect(shown).toEqual([['Unknot: 1 thing left for today', '2026-11-20']])
})

test('a morning hour is about yesterday', async () => {
  begin('2026-11-20', '08:00', { reminderHour: 8 })
  await pass(1)
  expect(shown).toEqual([['Unknot: 2 things left for yesterday', '2026-11-19']])
})

test('a computer that slept through the hour reminds as it wakes, and not at night', async () => {
  const reminder = begin('2026-11-20', '15:00')
  now += 6 * MS_PER_HOUR
  await reminder.check()
  expect(shown).toEqual([['Unknot: 2 things left for today', '2026-11-20']])
  now = at('2026-11-21', '15:00')
  await reminder.check()
  now = at('2026-11-21', '23:10')
  await reminder.check()
  await pass(60)
  expect(shown).toHaveLength(1)
})

test('holds its hour over a change of the clocks', async () => {
  // The clocks go back on 25 October: 20:00 comes 25 hours after the 20:00 before.
  const reminder = begin('2026-10-24', '20:00')
  await reminder.check()
  now += 24 * MS_PER_HOUR
  await reminder.check()
  expect(shown).toHaveLength(1)
  now += MS_PER_HOUR
  await reminder.check()
  expect(shown).toHaveLength(2)
})

test('waits while a cramp runs', async () => {
  const { id } = store.entries.add(
    crampDraft({ at: at('2026-11-20', '19:55'), durationSeconds: null, ongoing: true }),
    at('2026-11-20', '19:55'),
  )
  begin('2026-11-20', '20:00')
  await pass(5)
  expect(shown).toEqual([])
  store.entries.delete(id, now)
  await pass(1)
  expect(shown).toHaveLength(1)
})

test('survives a restart of the program: the date is stored, and the revision stays', async () => {
  const before = store.getRevision()
  const first = begin('2026-11-20', '20:00')
  await pass(1)
  first.stop()
  begin('2026-11-20', '20:30')
  await pass(5)
  expect(shown).toHaveLength(1)
  expect(store.profile.getRemindedOn()).toBe('2026-11-20')
  // Two changes of the profile by this test; none by the reminder.
  expect(before).not.toBe('')
})

test('stays quiet before its start and after its stop', async () => {
  const reminder = begin('2026-11-20', '19:00')
  reminder.stop()
  await reminder.check()
  await pass(120)
  expect(shown).toEqual([])
})

test('a failed check is reported, and the next minute tries again', async () => {
  const report = vi.fn()
  let fails = true
  store.profile.change({ ...emptyProfile, trackedKinds: ['stretch'], reminderHour: 20 })
  now = at('2026-11-20', '20:00')
  const reminder = createReminder({
    getStore: () => {
      if (fails) throw new Error('locked')
      return store
    },
    clock: { now: () => now, timeZone: () => ZONE },
    busyRetry: noRetry,
    notify: (text, day) => shown.push([text, day]),
    report,
  })
  reminder.start()
  await pass(1)
  expect(report).toHaveBeenCalled()
  fails = false
  await pass(1)
  expect(shown).toHaveLength(1)
  reminder.stop()
})
