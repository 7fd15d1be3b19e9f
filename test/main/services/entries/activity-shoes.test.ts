/** The shoe that is picked for an activity, through the calls: its wearing follows the activity, and the activity's Undo. */
import { expect, test } from 'vitest'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import type { Call, Input } from '../../../../shared/contract.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { activityDraft, footwearDraft, shoeDraft } from '../../../shared/kinds/drafts.ts'
import { createTestBackend } from '../../../support/test-backend.ts'

const timeZone = 'Europe/Berlin'
const at = (clock: string) => momentAt('2026-11-19', clock, timeZone)

async function begin() {
  const now = momentAt('2026-11-20', '18:00', timeZone).at
  const backend = createTestBackend({ now: () => now, timeZone })
  async function call<C extends Call>(name: C, input: Input<C>) {
    const reply = await backend.api[name](input)
    if (!reply.ok) throw new Error(reply.failure.message)
    return reply.value
  }
  const runners = await call('addShoe', shoeDraft({ name: 'Runners' }))
  const clogs = await call('addShoe', shoeDraft({ name: 'Clogs' }))
  const run = (clock: string, minutes: number, shoeId: number | null = runners.id) =>
    activityDraft({ ...at(clock), durationMinutes: minutes, shoeId })
  /** Wearings as [shoe, put on, minutes]. */
  const worn = () =>
    backend
      .entries()
      .flatMap(entry =>
        entry.kind === 'footwear'
          ? [[entry.shoeId, entry.at, entry.takenOffAt && (entry.takenOffAt - entry.at) / 60_000]]
          : [],
      )
  return { ...backend, call, runners, clogs, run, worn }
}

test('the wearing has the span of the activity, and changes, goes and comes back with it', async () => {
  const { call, runners, clogs, run, worn } = await begin()
  const first = run('18:00', 40)
  const { id } = await call('addEntry', first)
  expect(worn()).toEqual([[runners.id, at('18:00').at, 40]])
  await call('changeEntry', { id, draft: run('18:30', 60, clogs.id) })
  expect(worn()).toEqual([[clogs.id, at('18:30').at, 60]])
  // Undo of the change, then of the first shoe: the wearing goes, and is the same again afterwards.
  await call('changeEntry', { id, draft: first })
  await call('changeEntry', { id, draft: { ...first, shoeId: null } })
  expect(worn()).toEqual([])
  await call('changeEntry', { id, draft: first })
  await call('deleteEntry', { id })
  expect(worn()).toEqual([])
  await call('restoreEntry', { id })
  expect(worn()).toEqual([[runners.id, at('18:00').at, 40]])
  expect(await call('listShoeWear', {})).toMatchObject([
    { shoeId: runners.id, wearings: 1, wornSeconds: 2400 },
  ])
})

test('many are deleted and brought back with their wearings, also where both are chosen', async () => {
  const { call, entries, run, worn } = await begin()
  await call('addEntry', run('08:00', 30))
  await call('addEntry', run('18:00', 30))
  const before = worn()
  const ids = entries().map(({ id }) => id)
  await call('deleteEntries', { ids })
  expect(entries()).toEqual([])
  await call('restoreEntries', { ids })
  expect(worn()).toEqual(before)
  const activities = entries().filter(({ kind }) => kind === 'activity')
  await call('deleteEntries', { ids: activities.map(one => one.id) })
  expect(worn()).toEqual([])
})

test('a shoe that is on comes off for the activity, and is on again without it', async () => {
  const { call, clogs, runners, run, worn } = await begin()
  await call('addEntry', footwearDraft({ ...at('09:00'), shoeId: clogs.id, takenOffAt: null }))
  const { id } = await call('addEntry', run('18:00', 40))
  expect(worn()).toEqual([
    [clogs.id, at('09:00').at, 540],
    [runners.id, at('18:00').at, 40],
  ])
  await call('changeEntry', { id, draft: run('17:00', 40) })
  expect(worn()[0]).toEqual([clogs.id, at('09:00').at, 480])
  await call('deleteEntry', { id })
  expect(worn()).toEqual([[clogs.id, at('09:00').at, null]])
})

test('a wearing that the person changed or deleted is theirs: the activity leaves it', async () => {
  const { call, entries, runners, run, worn } = await begin()
  const { id } = await call('addEntry', run('18:00', 40))
  const wearing = entries().find(({ kind }) => kind === 'footwear')
  const changed = footwearDraft({ ...at('17:50'), shoeId: runners.id, takenOffAt: at('19:00').at })
  await call('changeEntry', { id: wearing?.id ?? 0, draft: changed })
  await call('changeEntry', { id, draft: run('18:00', 45) })
  await call('deleteEntry', { id })
  expect(worn()).toEqual([[runners.id, at('17:50').at, 70]])
})

test('what cannot be worn is refused, and a shoe that an activity names is not deleted', async () => {
  const { call, entries, runners, run } = await begin()
  await expect(call('addEntry', run('18:00', 40, 99))).rejects.toThrow('not in the closet')
  const tonight = { ...run('18:00', 40), ...momentAt('2026-11-20', '17:50', timeZone) }
  await expect(call('addEntry', tonight)).rejects.toThrow('The activity is not over yet.')
  await call('addEntry', run('18:00', 40))
  const ids = entries().flatMap(({ id, kind }) => (kind === 'footwear' ? id : []))
  await call('deleteEntries', { ids })
  await call('eraseEntries', { ids })
  await expect(call('deleteShoe', { id: runners.id })).rejects.toThrow('1 activity names it.')
})

test('an export and an import keep the shoe of the activity and write no second wearing', async () => {
  const source = await begin()
  await source.call('addEntry', source.run('18:00', 40))
  const target = await begin()
  await target.call('addShoe', shoeDraft({ name: 'Boots' }))
  importJournal(target.journal, exportJournal(source.journal))
  expect(target.worn()).toEqual(source.worn())
  const [activity] = target.entries().filter(({ kind }) => kind === 'activity')
  expect(activity).toMatchObject({ shoeId: target.runners.id })
})
