/** The person's own factors through the calls: names, archive, delete with Undo, and what happens to the answers. */
import { expect, test } from 'vitest'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import type { Call, Input } from '../../../../shared/contract.ts'
import type { DraftOf } from '../../../../shared/kinds/entry.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { factorDraft, ownAnswerDraft } from '../../../shared/kinds/drafts.ts'
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
    call('addEntry', ownAnswerDraft({ ...momentAt(date, '12:00', timeZone), factorId, present }))
  return { ...backend, call, answer }
}

test('a name is taken once, in any case, and says so', async () => {
  const { call } = begin()
  const socks = await call('addOwnFactor', factorDraft({ name: ' Compression socks ' }))
  expect(socks).toMatchObject({ name: 'Compression socks', createdOn: '2026-11-20', archived: false })
  await expect(call('addOwnFactor', factorDraft({ name: 'COMPRESSION  SOCKS' }))).rejects.toThrow(
    'You already have “Compression socks”. Choose another name.',
  )
  await call('changeOwnFactor', { id: socks.id, name: 'Compression socks', archived: true })
  await expect(call('addOwnFactor', factorDraft({ name: 'compression socks' }))).rejects.toThrow(
    'Bring it back',
  )
  const stress = await call('addOwnFactor', factorDraft({ name: 'Stress' }))
  await expect(
    call('changeOwnFactor', { id: stress.id, name: 'Compression Socks', archived: false }),
  ).rejects.toThrow('You already have')
  // Its own name, in other case, is free for it.
  expect(await call('changeOwnFactor', { id: stress.id, name: 'STRESS', archived: false })).toMatchObject({
    name: 'STRESS',
  })
  await expect(call('addOwnFactor', factorDraft({ name: '  ' }))).rejects.toThrow('Enter a name for it.')
  await expect(call('addOwnFactor', factorDraft({ name: 'x'.repeat(81) }))).rejects.toThrow(
    'Shorten this to 80 characters.',
  )
  expect(await call('addOwnFactor', factorDraft({ name: '🥒'.repeat(20) }))).toMatchObject({
    name: '🥒'.repeat(20),
  })
})

test('one answer a day, which can be changed', async () => {
  const { call, answer } = begin()
  const { id } = await call('addOwnFactor', factorDraft({ name: 'Stress' }))
  const other = await call('addOwnFactor', factorDraft({ name: 'Socks' }))
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
  const { id } = await call('addOwnFactor', factorDraft({ name: 'Stress' }))
  const first = await answer(id, '2026-11-18', true)
  const second = await answer(id, '2026-11-19', false)
  await call('deleteEntry', { id: first.id })
  await call('deleteOwnFactor', { id })
  expect(await call('listOwnFactors', {})).toEqual([])
  // Its entries in the trash still have a name.
  expect(await call('listFactorNames', {})).toEqual([{ id, name: 'Stress', unit: null }])
  expect(entries()).toEqual([])
  await expect(answer(id, '2026-11-20', true)).rejects.toThrow('no longer among your own things')
  expect(await call('restoreOwnFactor', { id })).toMatchObject({ id, name: 'Stress' })
  // Earlier contents of the trash stay there.
  expect(entries().map(entry => entry.id)).toEqual([second.id])
})

test('an answer that leaves the trash brings its factor back, unless the name is taken by then', async () => {
  const { call, answer, entries } = begin()
  const { id } = await call('addOwnFactor', factorDraft({ name: 'Stress' }))
  const stored = await answer(id, '2026-11-18', true)
  await call('deleteOwnFactor', { id })
  const again = await call('addOwnFactor', factorDraft({ name: 'stress' }))
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
  const { id } = await call('addOwnFactor', factorDraft({ name: 'Something private' }))
  const stored = await answer(id, '2026-11-18', true)
  await call('deleteOwnFactor', { id })
  expect(journal.ownFactors.listArchived()).toHaveLength(1)
  await call('eraseEntries', { ids: [stored.id] })
  expect(journal.ownFactors.listArchived()).toEqual([])
})

test('a file is merged by name: an answer that is there stays one', async () => {
  const source = begin()
  await source.call('addOwnFactor', factorDraft({ name: 'Socks' }))
  const stress = await source.call('addOwnFactor', factorDraft({ name: 'Stress' }))
  await source.answer(stress.id, '2026-11-18', true)
  await source.answer(stress.id, '2026-11-19', false)
  const file = exportJournal(source.journal)

  const target = begin()
  const own = await target.call('addOwnFactor', factorDraft({ name: 'STRESS' }))
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
  const { id } = await call('addOwnFactor', factorDraft({ name: 'Compression socks' }))
  const stored = await answer(id, '2026-11-18', true)
  const filter = {
    text: 'sock',
    kinds: [],
    muscle: null,
    side: null,
    source: null,
    fromDate: null,
    toDate: null,
  }
  expect((await call('findEntries', { filter, dayStartMinutes: 240 })).ids).toEqual([stored.id])
})

test('each answer is stored the way its factor is asked; amounts come as often as they are taken, or not at all', async () => {
  const { call, journal } = begin()
  const at = (date: string, clock: string) => momentAt(date, clock, timeZone)
  const stress = await call('addOwnFactor', factorDraft({ name: 'Stress', answer: 'scale' }))
  const brine = await call(
    'addOwnFactor',
    factorDraft({ name: 'Pickle brine', answer: 'amount', unit: 'kg/m2' }),
  )
  await expect(call('addOwnFactor', factorDraft({ name: 'Tea', answer: 'amount' }))).rejects.toThrow(
    'Enter a unit',
  )
  await expect(call('addOwnFactor', factorDraft({ name: 'Tea', unit: 'ml' }))).rejects.toThrow(
    'for nothing else',
  )
  const answer = (date: string, clock: string, fields: Partial<DraftOf<'own-factor'>>) =>
    call('addEntry', ownAnswerDraft({ ...at(date, clock), present: null, ...fields }))

  await answer('2026-11-20', '12:00', { factorId: stress.id, score: 0 })
  await expect(answer('2026-11-20', '12:00', { factorId: stress.id, score: 4 })).rejects.toThrow(
    'already an answer',
  )
  await expect(answer('2026-11-19', '12:00', { factorId: stress.id, amount: 4 })).rejects.toThrow(
    '“Stress” is answered with a number from 0 to 10.',
  )
  await expect(answer('2026-11-19', '12:00', { factorId: stress.id })).rejects.toThrow('Enter an answer.')
  await expect(answer('2026-11-19', '12:00', { factorId: stress.id, score: 4, amount: 4 })).rejects.toThrow(
    'Give one answer',
  )
  await expect(answer('2026-11-20', '12:00', { factorId: brine.id, amount: 0 })).rejects.toThrow('from 0.01')
  await answer('2026-11-20', '08:00', { factorId: brine.id, amount: 30 })
  await answer('2026-11-20', '17:30', { factorId: brine.id, amount: 60.5 })
  // An amount has its time, and none lies ahead.
  await expect(answer('2026-11-20', '19:00', { factorId: brine.id, amount: 60 })).rejects.toThrow(
    'in the future',
  )
  const getDay = (date: string) => call('getDay', { date, dayStartMinutes: 240 })
  expect(await getDay('2026-11-21')).toMatchObject({ usualAmounts: [{ factorId: brine.id, amount: 60.5 }] })

  const listDates = (factorId: number) =>
    call('listFactorDates', { factorId, year: 2026, dayStartMinutes: 240 })
  expect([await listDates(stress.id), await listDates(brine.id)]).toEqual([[], ['2026-11-20']])

  const none = { factorId: brine.id, date: '2026-11-19', dayStartMinutes: 240 }
  await call('setFactorCheckIn', { ...none, complete: true })
  expect((await getDay('2026-11-19')).factorCheckIns).toEqual([none])
  await expect(call('setFactorCheckIn', { ...none, factorId: stress.id, complete: true })).rejects.toThrow(
    'For “Stress”, “no” or 0 is an answer of its own.',
  )
  await expect(call('setFactorCheckIn', { ...none, date: '2026-11-23', complete: true })).rejects.toThrow(
    'not begun yet',
  )
  // It goes with its factor, and comes back with it.
  await call('deleteOwnFactor', { id: brine.id })
  expect((await getDay('2026-11-19')).factorCheckIns).toEqual([])
  await call('restoreOwnFactor', { id: brine.id })
  expect((await getDay('2026-11-19')).factorCheckIns).toEqual([none])
  const file = exportJournal(journal)
  const fresh = createJournalStore(openJournal(':memory:'))
  importJournal(fresh, file)
  expect(exportJournal(fresh)).toEqual(file)
  await call('setFactorCheckIn', { ...none, complete: false })
  expect((await getDay('2026-11-19')).factorCheckIns).toEqual([])
})

test('a namesake that is answered in another way comes under a number, once', async () => {
  const source = begin()
  const stress = await source.call(
    'addOwnFactor',
    factorDraft({ name: 'STRESS', answer: 'amount', unit: 'ml' }),
  )
  const day = { factorId: stress.id, present: null, amount: 7 }
  await source.call('addEntry', ownAnswerDraft({ ...momentAt('2026-11-18', '09:00', timeZone), ...day }))
  const check = { factorId: stress.id, date: '2026-11-17', dayStartMinutes: 240 }
  await source.call('setFactorCheckIn', { ...check, complete: true })
  const file = exportJournal(source.journal)

  const target = begin()
  const own = await target.call('addOwnFactor', factorDraft({ name: 'Stress' }))
  await target.call('addOwnFactor', factorDraft({ name: 'stress (2)' }))
  await target.answer(own.id, '2026-11-18', true)
  importJournal(target.journal, file)
  const merged = exportJournal(target.journal)
  expect(merged.ownFactors.map(({ name, answer, unit }) => [name, answer, unit])).toEqual([
    ['Stress', 'yes-no', null],
    ['stress (2)', 'yes-no', null],
    ['STRESS (3)', 'amount', 'ml'],
  ])
  const id = merged.ownFactors[2]?.id
  expect(target.entries()).toMatchObject([
    { factorId: own.id, present: true },
    { factorId: id, amount: 7 },
  ])
  expect(merged.factorCheckIns).toMatchObject([{ ...check, factorId: id }])
  // The second time, everything is known.
  importJournal(target.journal, file)
  importJournal(target.journal, merged)
  expect(exportJournal(target.journal)).toEqual(merged)
})

test('an archived factor stays archived on import unless the person takes what the file says', async () => {
  const source = begin()
  await source.call('addOwnFactor', factorDraft({ name: 'Stress' }))
  const file = exportJournal(source.journal)
  const target = begin()
  const { id } = await target.call('addOwnFactor', factorDraft({ name: 'Stress' }))
  await target.call('changeOwnFactor', { id, name: 'Stress', archived: true })
  importJournal(target.journal, file)
  expect(target.journal.ownFactors.list()).toMatchObject([{ id, archived: true }])
  importJournal(target.journal, file, { changed: 'replace' })
  expect(target.journal.ownFactors.list()).toMatchObject([{ id, archived: false }])
})
