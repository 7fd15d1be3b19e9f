/** The closet through the calls: wear of each shoe, delete and merge with Undo. */
import { expect, test } from 'vitest'
import type { Call, Input } from '../../../../shared/contract.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { footwearDraft, shoeDraft } from '../../../shared/kinds/drafts.ts'
import { createTestBackend } from '../../../support/test-backend.ts'

const timeZone = 'Europe/Berlin'

function begin() {
  const now = momentAt('2026-11-20', '18:00', timeZone).at
  const backend = createTestBackend({ now: () => now, timeZone })
  async function call<C extends Call>(name: C, input: Input<C>) {
    const reply = await backend.api[name](input)
    if (!reply.ok) throw new Error(reply.failure.message)
    return reply.value
  }
  const wear = (shoeId: number, date: string, hours: number | null) => {
    const moment = momentAt(date, '08:00', timeZone)
    const takenOffAt = hours === null ? null : moment.at + hours * 3_600_000
    return call('addEntry', footwearDraft({ ...moment, shoeId, takenOffAt }))
  }
  return { ...backend, call, wear }
}

test('the wear of a shoe is its time and its first date, without the trash; a missing end adds no time', async () => {
  const { call, wear } = begin()
  const { id } = await call('addShoe', shoeDraft())
  expect(await call('listShoeWear', {})).toEqual([])
  await wear(id, '2026-11-12', 2)
  await wear(id, '2026-11-10', 1)
  await wear(id, '2026-11-15', null)
  const first = await wear(id, '2026-11-01', 4)
  await call('deleteEntry', { id: first.id })
  expect(await call('listShoeWear', {})).toEqual([
    { shoeId: id, wearings: 3, withoutEnd: 1, wornSeconds: 3 * 3600, firstWornOn: '2026-11-10' },
  ])
})

test('a shoe entered by mistake is deleted and brought back; one that was worn is refused with the reason', async () => {
  const { call, wear, shoes } = begin()
  const clogs = await call('addShoe', shoeDraft({ name: 'Clogs' }))
  await call('deleteShoe', { id: clogs.id })
  expect(shoes()).toEqual([])
  await expect(call('deleteShoe', { id: clogs.id })).rejects.toThrow('This shoe is no longer in the journal.')
  expect(await call('restoreShoe', { shoe: clogs, entryIds: [] })).toEqual(clogs)
  await expect(call('restoreShoe', { shoe: clogs, entryIds: [] })).rejects.toThrow('in the closet already')
  await expect(call('restoreShoe', { shoe: { ...clogs, id: clogs.id + 1 }, entryIds: [] })).rejects.toThrow(
    'never was in the closet',
  )
  const worn = await wear(clogs.id, '2026-11-10', 1)
  await expect(call('deleteShoe', { id: clogs.id })).rejects.toThrow(
    '1 wearing names it. Put it away instead.',
  )
  await wear(clogs.id, '2026-11-11', 1)
  await call('deleteEntry', { id: worn.id })
  await expect(call('deleteShoe', { id: clogs.id })).rejects.toThrow(
    '2 wearings name it, 1 of them in the trash. Put it away instead.',
  )
  expect(shoes()).toEqual([clogs])
})

test('of two shoes that are one the wearings go to one, and Undo brings back the shoe with its own', async () => {
  const { call, wear, entries, shoes } = begin()
  const [blue, azure] = [
    await call('addShoe', shoeDraft({ name: 'Blue' })),
    await call('addShoe', shoeDraft({ name: 'Azure' })),
  ]
  await wear(blue.id, '2026-11-09', 1)
  await wear(azure.id, '2026-11-10', 1)
  const inTrash = await wear(azure.id, '2026-11-11', 1)
  await call('deleteEntry', { id: inTrash.id })
  const before = [entries(), shoes()]
  const wornBy = () => entries().map(entry => entry.kind === 'footwear' && entry.shoeId)

  await expect(call('mergeShoes', { id: azure.id, into: azure.id })).rejects.toThrow('Choose another shoe.')
  await expect(call('mergeShoes', { id: azure.id, into: 99 })).rejects.toThrow('no longer in the closet')
  const { entryIds } = await call('mergeShoes', { id: azure.id, into: blue.id })
  expect([wornBy(), shoes()]).toEqual([[blue.id, blue.id], [blue]])
  await call('restoreShoe', { shoe: azure, entryIds })
  expect([entries(), shoes()]).toEqual(before)
  await call('restoreEntry', { id: inTrash.id })
  expect(wornBy()).toEqual([blue.id, azure.id, azure.id])
})
