import { beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createBrowsingHandlers } from '../../../../main/ipc/handlers/browsing.ts'
import { createEntryHandlers } from '../../../../main/ipc/handlers/entries.ts'
import { createServices } from '../../../../main/services/services.ts'
import { exportJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type Call, contract, type Input, type Output } from '../../../../shared/contract.ts'
import type { DayDraft } from '../../../../shared/kinds/day.ts'
import type { EntryDraft } from '../../../../shared/kinds/entry.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { crampDraft, fluidDraft, footwearDraft, noonish, shoeDraft } from '../../../shared/kinds/drafts.ts'

const HOUR = 3_600_000
let journal: JournalStore
let now: number
let handlers: ReturnType<typeof createEntryHandlers> & ReturnType<typeof createBrowsingHandlers>

beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  journal.shoes.add(shoeDraft())
  now = momentAt('2026-11-19', '20:00', 'Europe/Berlin').at
  const clock = { now: () => now, timeZone: () => 'Europe/Berlin' }
  handlers = {
    ...createEntryHandlers(createServices(journal, clock)),
    ...createBrowsingHandlers(createServices(journal, clock)),
  }
  return () => journal.close()
})

async function ask<C extends keyof typeof handlers & Call>(call: C, input: Input<C>): Promise<Output<C>> {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  expect(contract[call].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

async function refused<C extends keyof typeof handlers & Call>(call: C, input: Input<C>) {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  if (reply.ok) throw new Error('it was not refused')
  return reply.failure
}

const add = async (draft: EntryDraft) => (await ask('addEntry', draft)).id
const listTrash = async () => (await ask('listTrash', {})).ids

const dayDraft: DayDraft = {
  kind: 'day',
  ...momentAt('2026-11-18', '12:00', 'Europe/Berlin'),
  note: '',
  heat: 'hot',
  maxTemperatureC: null,
  illnessWithFluidLoss: null,
  saltAfterSweat: null,
  footExerciseMinutes: null,
  bother: null,
  urineColour: null,
  saltG: null,
}

test('what is refused leaves the revision as it was, so that finished findings are kept', async () => {
  const { kind: _kind, ...day } = dayDraft
  const ids = [await add(fluidDraft()), await add(footwearDraft()), await add({ kind: 'day', ...day })]
  const before = journal.getRevision()
  await refused('deleteEntries', { ids: [...ids, 999_999] })
  await refused('restoreEntries', { ids })
  await refused('eraseEntries', { ids })
  await refused('deleteEntry', { id: 999_999 })
  await refused('addEntry', dayDraft)
  expect(journal.getRevision()).toBe(before)
  await ask('deleteEntries', { ids })
  expect(journal.getRevision()).not.toBe(before)
})

describe('many entries', () => {
  test('are read in the order asked for, without those that are gone', async () => {
    const [first, second, third] = [await add(fluidDraft()), await add(crampDraft()), await add(fluidDraft())]
    await ask('deleteEntries', { ids: [second] })
    const read = await ask('getEntries', { ids: [third, second, first, 999] })
    expect(read.map(({ id }) => id)).toEqual([third, first])
  })

  test('go into the trash, and all come back as they were', async () => {
    const ids = [await add(fluidDraft({ note: 'kept' })), await add(crampDraft()), await add(fluidDraft())]
    const before = exportJournal(journal)
    await ask('deleteEntries', { ids })
    expect(await ask('getEntries', { ids })).toEqual([])
    expect((await listTrash()).toSorted()).toEqual(ids)
    await ask('restoreEntries', { ids })
    expect(exportJournal(journal)).toEqual(before)
    expect(await listTrash()).toEqual([])
  })

  test('are deleted, restored and erased all together or not at all', async () => {
    const [here, trashed] = [await add(fluidDraft()), await add(fluidDraft())]
    await ask('deleteEntries', { ids: [trashed] })
    const before = exportJournal(journal)
    expect(await refused('deleteEntries', { ids: [here, trashed] })).toMatchObject({
      code: 'not-found',
      message: 'One of these entries is no longer in the journal. Nothing was changed.',
    })
    expect((await refused('restoreEntries', { ids: [trashed, here] })).code).toBe('not-found')
    expect((await refused('eraseEntries', { ids: [trashed, here] })).code).toBe('not-found')
    expect(exportJournal(journal)).toEqual(before)
  })

  test('take off and put on the shoes again that they had changed', async () => {
    const ids: number[] = []
    for (const hour of [0, 1, 2])
      ids.push(
        await add({ ...footwearDraft({ takenOffAt: null }), at: noonish.at + hour * HOUR, note: `${hour}` }),
      )
    const before = exportJournal(journal).entries
    await ask('deleteEntries', { ids })
    await ask('restoreEntries', { ids })
    expect(exportJournal(journal).entries).toEqual(before)
    const [first, second] = ids
    if (first === undefined || second === undefined) throw new Error('three were added')
    await ask('deleteEntries', { ids: [second] })
    expect(journal.entries.get(first)).toMatchObject({ takenOffAt: noonish.at + 2 * HOUR })
  })

  test('of every kind go and come back as they were, and not one beside what has taken its place', async () => {
    const running = crampDraft({ ongoing: true, durationSeconds: null })
    const ids = [await add(fluidDraft()), await add(dayDraft), await add(running), await add(footwearDraft())]
    const before = exportJournal(journal)
    await ask('deleteEntries', { ids })
    await ask('restoreEntries', { ids })
    expect(exportJournal(journal)).toEqual(before)
    await ask('deleteEntries', { ids })
    await add(dayDraft)
    const without = exportJournal(journal)
    expect((await refused('restoreEntries', { ids })).message).toMatch(/cannot come back/)
    expect(exportJournal(journal)).toEqual(without)
    await ask('eraseEntries', { ids })
    expect(await listTrash()).toEqual([])
  })

  test('by the thousand go and come back', async () => {
    const ids = Array.from({ length: 3000 }, () => journal.entries.add(fluidDraft(), now).id)
    await ask('deleteEntries', { ids })
    await ask('restoreEntries', { ids })
    const found = await ask('findEntries', {
      filter: { text: '', kinds: [], muscle: null, side: null, source: null, fromDate: null, toDate: null },
      dayStartMinutes: 240,
    })
    expect(found.ids).toHaveLength(3000)
  })
})

describe('the trash', () => {
  test('shows the last deleted first, and when that was', async () => {
    const [first, second] = [await add(fluidDraft()), await add(crampDraft())]
    await ask('deleteEntry', { id: second })
    now += HOUR
    await ask('deleteEntries', { ids: [first] })
    expect(await listTrash()).toEqual([first, second])
    expect(await ask('getDeletedEntries', { ids: [second, first, 999] })).toEqual([
      { entry: expect.objectContaining({ id: second }), deletedAt: now - HOUR },
      { entry: expect.objectContaining({ id: first }), deletedAt: now },
    ])
  })

  test('is emptied for good, and takes nothing else along', async () => {
    const cramp = await add(crampDraft())
    const drink = await add(fluidDraft({ reliefOf: cramp }))
    await ask('deleteEntries', { ids: [cramp] })
    await ask('eraseEntries', { ids: await listTrash() })
    expect(await listTrash()).toEqual([])
    expect((await refused('restoreEntries', { ids: [cramp] })).code).toBe('not-found')
    // The erased cramp is no longer referenced.
    expect(await ask('getEntries', { ids: [drink] })).toMatchObject([{ id: drink, reliefOf: null }])
  })

  test('gives nothing back that would stand beside another of its day, and says so', async () => {
    const first = await add(dayDraft)
    const drink = await add(fluidDraft())
    await ask('deleteEntries', { ids: [first, drink] })
    await add({ ...dayDraft, heat: 'normal' })
    for (const failure of [
      await refused('restoreEntries', { ids: [first, drink] }),
      await refused('restoreEntry', { id: first }),
    ])
      expect(failure).toMatchObject({
        code: 'invalid-input',
        message:
          'The entry of 2026-11-18 cannot come back: there is now another entry for its day. Nothing was changed.',
      })
    expect(await listTrash()).toHaveLength(2)
  })

  test('gives no second running clock back', async () => {
    const running = crampDraft({ ongoing: true, durationSeconds: null, at: now - HOUR })
    const first = await add(running)
    await ask('deleteEntry', { id: first })
    await add({ ...running, at: now - HOUR / 2 })
    expect((await refused('restoreEntries', { ids: [first] })).message).toContain(
      'the clock of another cramp',
    )
  })
})

describe('the calendar', () => {
  test('counts cramps by the noon before them, and knows the first year', async () => {
    await add(crampDraft({ ...momentAt('2026-01-01', '03:00', 'Europe/Berlin') }))
    await add(crampDraft({ ...momentAt('2026-03-05', '03:00', 'Europe/Berlin') }))
    await ask('setCheckIn', { date: '2026-03-06', kind: 'cramp', dayStartMinutes: 0, complete: true })
    const { days, firstYear } = await ask('getCrampCalendar', { year: 2026 })
    const known = days.filter(({ cramps }) => cramps !== null)
    expect(known).toEqual([
      { date: '2026-03-04', cramps: 1 },
      { date: '2026-03-06', cramps: 0 },
    ])
    expect(firstYear).toBe(2025)
    expect((await ask('getCrampCalendar', { year: 2025 })).days.at(-1)).toEqual({
      date: '2025-12-31',
      cramps: 1,
    })
  })

  test('of an empty journal knows nothing', async () => {
    const { days, firstYear } = await ask('getCrampCalendar', { year: 2026 })
    expect(days.every(({ cramps }) => cramps === null)).toBe(true)
    expect(firstYear).toBeNull()
  })
})
