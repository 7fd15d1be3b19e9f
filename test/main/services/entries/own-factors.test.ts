/** The person's own factors through the calls: names, archive, delete with Undo, and what happens to the answers. */
import { expect, test } from 'vitest'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import type { Call, Input } from '../../../../shared/contract.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { createTestBackend } from '../../../support/test-backend.ts'

const timeZone = 'Europe/Berlin'
const now = momentAt('2026-11-20', '18:00', timeZone).at

function begin() {
  let ticks = 0
  const backend = createTestBackend({ now: () => now + ticks++, timeZone })
  async function call<C extends Call>(name: C, input: Input<C>) {
    const reply = await backend.api[name](input)
    if (!reply.ok) throw new Error(reply.failure.message)
    return reply.value
  }
  const answer = (factorId: number, date: string, present: boolean) =>
    call('addEntry', {
      kind: 'own-factor',
      ...momentAt(date, '12:00', timeZone),
      note: '',
      factorId,
      present,
    })
  return { ...backend, call, answer }
}

test('a name is taken once, in any case, and says so', async () => {
  const { call } = begin()
  const socks = await call('addOwnFactor', { name: ' Compression socks ' })
  expect(socks).toMatchObject({ name: 'Compression socks', createdOn: '2026-11-20', archived: false })
  await expect(call('addOwnFactor', { name: 'COMPRESSION  SOCKS' })).rejects.toThrow(
    'You already have “Compression socks”. Choose another name.',
  )
  await call('changeOwnFactor', { id: socks.id, name: 'Compression socks', archived: true })
  await expect(call('addOwnFactor', { name: 'compression socks' })).rejects.toThrow('Bring it back')
  const stress = await call('addOwnFactor', { name: 'Stress' })
  await expect(
    call('changeOwnFactor', { id: stress.id, name: 'Compression Socks', archived: false }),
  ).rejects.toThrow('You already have')
  // Its own name, in other case, is free for it.
  expect(await call('changeOwnFactor', { id: stress.id, name: 'STRESS', archived: false })).toMatchObject({
    name: 'STRESS',
  })
  await expect(call('addOwnFactor', { name: '  ' })).rejects.toThrow('Enter a name for it.')
  await expect(call('addOwnFactor', { name: 'x'.repeat(81) })).rejects.toThrow(
    'Shorten this to 80 characters.',
  )
  expect(await call('addOwnFactor', { name: '🥒'.repeat(20) })).toMatchObject({ name: '🥒'.repeat(20) })
})

test('one answer a day, which can be changed', async () => {
  const { call, answer } = begin()
  const { id } = await call('addOwnFactor', { name: 'Stress' })
  const other = await call('addOwnFactor', { name: 'Socks' })
  const stored = await answer(id, '2026-11-20', true)
  await answer(other.id, '2026-11-20', false)
  await answer(id, '2026-11-19', true)
  await expect(answer(id, '2026-11-20', false)).rejects.toThrow('There is already an answer for this day.')
  await expect(answer(99, '2026-11-20', false)).rejects.toThrow('no longer among your own things')
  const { id: entryId, loggedAt: _loggedAt, editedAt: _editedAt, ...draft } = stored
  expect(
    await call('changeEntry', { id: entryId, draft: { ...draft, note: 'mild' } as typeof draft }),
  ).toMatchObject({ note: 'mild' })
})

test('delete puts the answers into the trash with it, Undo brings both back', async () => {
  const { call, answer, entries } = begin()
  const { id } = await call('addOwnFactor', { name: 'Stress' })
  const first = await answer(id, '2026-11-18', true)
  const second = await answer(id, '2026-11-19', false)
  await call('deleteEntry', { id: first.id })
  await call('deleteOwnFactor', { id })
  expect(await call('listOwnFactors', {})).toEqual([])
  expect(entries()).toEqual([])
  await expect(answer(id, '2026-11-20', true)).rejects.toThrow('no longer among your own things')
  expect(await call('restoreOwnFactor', { id })).toMatchObject({ id, name: 'Stress' })
  // Earlier contents of the trash stay there.
  expect(entries().map(entry => entry.id)).toEqual([second.id])
})

test('an answer that leaves the trash brings its factor back, unless the name is taken by then', async () => {
  const { call, answer, entries } = begin()
  const { id } = await call('addOwnFactor', { name: 'Stress' })
  const stored = await answer(id, '2026-11-18', true)
  await call('deleteOwnFactor', { id })
  const again = await call('addOwnFactor', { name: 'stress' })
  await expect(call('restoreEntry', { id: stored.id })).rejects.toThrow(
    'another of your own things has its name',
  )
  await expect(call('restoreOwnFactor', { id })).rejects.toThrow('You already have “stress”.')
  await call('changeOwnFactor', { id: again.id, name: 'Worry', archived: false })
  await call('restoreEntries', { ids: [stored.id] })
  expect(entries()).toHaveLength(1)
  expect((await call('listOwnFactors', {})).map(({ name }) => name)).toEqual(['Stress', 'Worry'])
})

test('erasing the last answer of a deleted factor erases its name', async () => {
  const { call, answer, journal } = begin()
  const { id } = await call('addOwnFactor', { name: 'Something private' })
  const stored = await answer(id, '2026-11-18', true)
  await call('deleteOwnFactor', { id })
  expect(journal.ownFactors.listArchived()).toHaveLength(1)
  await call('eraseEntries', { ids: [stored.id] })
  expect(journal.ownFactors.listArchived()).toEqual([])
})

test('a file is merged by name: an answer that is there stays one', async () => {
  const source = begin()
  await source.call('addOwnFactor', { name: 'Socks' })
  const stress = await source.call('addOwnFactor', { name: 'Stress' })
  await source.answer(stress.id, '2026-11-18', true)
  await source.answer(stress.id, '2026-11-19', false)
  const file = exportJournal(source.journal)

  const target = begin()
  const own = await target.call('addOwnFactor', { name: 'STRESS' })
  await target.answer(own.id, '2026-11-18', true)
  importJournal(target.journal, file)
  expect(target.journal.ownFactors.list().map(({ name }) => name)).toEqual(['Socks', 'STRESS'])
  expect(target.entries()).toMatchObject([{ factorId: own.id }, { factorId: own.id, present: false }])

  const fresh = createJournalStore(openJournal(':memory:'))
  importJournal(fresh, file)
  expect(exportJournal(fresh)).toEqual(file)
})

test('search finds an answer by the name of its factor', async () => {
  const { call, answer } = begin()
  const { id } = await call('addOwnFactor', { name: 'Compression socks' })
  const stored = await answer(id, '2026-11-18', true)
  const filter = { text: 'sock', kinds: [], muscle: null, side: null, fromDate: null, toDate: null }
  expect((await call('findEntries', { filter, dayStartMinutes: 240 })).ids).toEqual([stored.id])
})
