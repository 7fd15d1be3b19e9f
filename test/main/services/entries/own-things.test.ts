/** The person's own drinks, activities, reliefs and symptoms through the calls: names, use, archive, delete, import, findings. */
import { expect, test } from 'vitest'
import { planThings } from '../../../../main/services/transfer/plan-own-things.ts'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type BuiltInKey, getExposure } from '../../../../shared/analysis/exposures/exposures.ts'
import { readFacts } from '../../../../shared/analysis/exposures/journal-facts.ts'
import { checkJournalFile } from '../../../../shared/archive/journal-file.ts'
import type { Call, Input } from '../../../../shared/contract.ts'
import { getAlcoholUnits } from '../../../../shared/kinds/alcohol.ts'
import type { OwnThingDraftOf } from '../../../../shared/kinds/own-thing.ts'
import { type ThingKey, thingKeyOf } from '../../../../shared/kinds/thing-key.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { activityDraft, crampDraft, fluidDraft } from '../../../shared/kinds/drafts.ts'
import { createTestBackend } from '../../../support/test-backend.ts'

const timeZone = 'Europe/Berlin'
const now = momentAt('2026-11-20', '18:00', timeZone).at
const yesterday = momentAt('2026-11-19', '18:00', timeZone)

const drink = (name: string, facts: Partial<OwnThingDraftOf<'drink'>> = {}): OwnThingDraftOf<'drink'> => ({
  ...{ list: 'drink', name, archived: false },
  ...{ usualMl: 250, alcoholPercent: 0, caffeine: 'no', hasElectrolytes: false },
  ...facts,
})
const relief = (name: string) => ({ list: 'relief', name, archived: false }) as const
const symptom = (name: string) => ({ list: 'symptom', name, archived: false }) as const

function begin() {
  let ticks = 0
  const backend = createTestBackend({ now: () => now + ticks++, timeZone })
  async function call<C extends Call>(name: C, input: Input<C>) {
    const reply = await backend.api[name](input)
    if (!reply.ok) throw new Error(reply.failure.message)
    return reply.value
  }
  const add = async (draft: Input<'addOwnThing'>): Promise<ThingKey> =>
    thingKeyOf((await call('addOwnThing', draft)).id)
  const drunk = (key: ThingKey) => call('addEntry', fluidDraft({ ...yesterday, drink: key }))
  return { ...backend, call, add, drunk }
}

test('a name is taken once in its list, also by a built-in one, in any case and width', async () => {
  const { call, add } = begin()
  await add(drink('Pickle water'))
  await expect(add(drink('ＰＩＣＫＬＥ  water'))).rejects.toThrow('You already have “Pickle water”.')
  await expect(add(drink('WATER'))).rejects.toThrow('“Water” is in the list already. Choose another name.')
  await expect(add(relief('Stretched'))).rejects.toThrow('“Stretched” is in the list already.')
  // Another list has names of its own.
  await add(relief('Pickle water'))
  const { id } = await call('addOwnThing', symptom('🥒'))
  const archived = { ...symptom('🥒'), archived: true }
  await call('changeOwnThing', { id, draft: archived })
  await expect(add(symptom('🥒'))).rejects.toThrow('archived. Bring it back, or choose another name.')
  expect(await call('changeOwnThing', { id, draft: { ...archived, name: 'Fizzing' } })).toMatchObject({
    name: 'Fizzing',
  })
  // A thing stays in its list.
  await expect(call('changeOwnThing', { id, draft: relief('Fizzing') })).rejects.toThrow('no longer')
})

test('facts have limits, with a sentence each', async () => {
  const { add } = begin()
  await expect(add(drink('x'.repeat(81)))).rejects.toThrow('Shorten this to 80 characters.')
  await expect(add(drink('  '))).rejects.toThrow('Enter a name for it.')
  await expect(add(drink('Still strength', { alcoholPercent: 150 }))).rejects.toThrow(
    'Enter a number from 0 to 96 %.',
  )
  await expect(add(drink('Bath', { usualMl: 100_000 }))).rejects.toThrow('Enter a number from 1 to 5000 ml.')
  await add(drink('x'.repeat(80), { alcoholPercent: 0, usualMl: null }))
})

test('what an entry names is not deleted, and what is deleted is not named', async () => {
  const { call, add, drunk, journal } = begin()
  const key = await add(drink('Pickle water'))
  const stored = await drunk(key)
  const id = Number(key.slice(4))
  await expect(call('deleteOwnThing', { id })).rejects.toThrow('One entry names this')
  await call('deleteEntry', { id: stored.id })
  await expect(call('deleteOwnThing', { id })).rejects.toThrow('also counting the trash')
  await call('eraseEntries', { ids: [stored.id] })
  await call('deleteOwnThing', { id })
  expect(await call('listOwnThings', {})).toEqual([])
  await expect(drunk(key)).rejects.toThrow('This is no longer among your own things. Choose another.')
  const again = await add(drink('pickle water'))
  await expect(call('restoreOwnThing', { id })).rejects.toThrow('You already have “pickle water”.')
  await call('deleteOwnThing', { id: Number(again.slice(4)) })
  await call('restoreOwnThing', { id })
  expect(await drunk(key)).toMatchObject({ drink: key })
  // A key of another list is no drink.
  const other = await add(relief('Tape'))
  await expect(drunk(other)).rejects.toThrow('no longer among your own things')
  expect(journal.ownThings.list().map(({ name }) => name)).toEqual(['Pickle water', 'Tape'])
})

test('reliefs and symptoms count as uses, and all are found by their names', async () => {
  const { call, add, drunk } = begin()
  const tape = await add(relief('Kinesio tape'))
  const fizzing = await add(symptom('Fizzing skin'))
  const still = await add({ list: 'activity', name: 'Reading', archived: false, isStill: true })
  const water = await add(drink('Pickle water'))
  const cramp = await call(
    'addEntry',
    crampDraft({
      ...yesterday,
      relief: [{ technique: tape, helped: 'yes', startedAfterMinutes: null, minutesToRelief: 2 }],
      symptoms: [fizzing],
    }),
  )
  const reading = await call('addEntry', activityDraft({ ...yesterday, activity: still }))
  const drunkOnce = await drunk(water)
  const find = async (text: string) => {
    const filter = { text, kinds: [], muscle: null, side: null, source: null, fromDate: null, toDate: null }
    return (await call('findEntries', { filter, dayStartMinutes: 240 })).ids
  }
  expect(await find('kines')).toEqual([cramp.id])
  expect(await find('fizz')).toEqual([cramp.id])
  expect(await find('reading')).toEqual([reading.id])
  expect(await find('pickle')).toEqual([drunkOnce.id])
  for (const key of [tape, fizzing, still, water])
    await expect(call('deleteOwnThing', { id: Number(key.slice(4)) })).rejects.toThrow('One entry names this')
})

test('own facts count in the analysis as built-in ones do', async () => {
  const { call, add, journal } = begin()
  const mead = await add(drink('Mead', { alcoholPercent: 11 }))
  const brine = await add(drink('Brine', { hasElectrolytes: true, caffeine: 'perhaps' }))
  const desk = await add({ list: 'activity', name: 'Desk', archived: false, isStill: true })
  const climb = await add({ list: 'activity', name: 'Climbing', archived: false, isStill: false })
  for (const key of [mead, brine])
    await call('addEntry', fluidDraft({ ...yesterday, drink: key, alcoholPercent: null, caffeineMg: null }))
  for (const key of [desk, climb]) await call('addEntry', activityDraft({ ...yesterday, activity: key }))
  const lists = journal.ownThings.getLists()
  const facts = readFacts({
    entries: journal.entries.listBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
    ...{ checkIns: [], shoes: [], lists, dayStartMinutes: 240, timeZone },
  })
  expect(facts.sessions).toMatchObject([{ activity: climb }])
  const amountsOf = (key: BuiltInKey) => {
    const series = getExposure(key).build(facts)
    return 'entries' in series ? series.entries.map(({ amount }) => amount) : []
  }
  expect(amountsOf('fluids-low')).toEqual([250, 250])
  expect(amountsOf('fluids-excess')).toEqual([])
  expect(amountsOf('alcohol')).toEqual([null])
  expect(amountsOf('electrolyte-drink')).toEqual([null])
  // It may hold caffeine or not: the amount is unknown, not zero.
  expect(amountsOf('caffeine')).toEqual([null])
  expect(amountsOf('standing')).toEqual([])
  expect(getAlcoholUnits({ drink: mead, volumeMl: 250, alcoholPercent: null }, lists)).toBeNull()
  expect(getAlcoholUnits({ drink: brine, volumeMl: 250, alcoholPercent: null }, lists)).toBe(0)
})

test('an import keeps what both journals mean by a name', async () => {
  const source = begin()
  const same = await source.add(drink('Pickle water'))
  const other = await source.add(drink('Tonic', { alcoholPercent: 3 }))
  await source.drunk(same)
  await source.drunk(other)
  const file = exportJournal(source.journal)

  const target = begin()
  await target.add(relief('Tape'))
  const own = await target.add(drink('TONIC'))
  const archived = await target.add(drink('pickle water', { archived: true }))
  expect(planThings(target.journal.ownThings.list(), file.ownThings)).toEqual([
    { fate: 'same', key: archived },
    { fate: 'new', name: 'Tonic (2)' },
  ])
  importJournal(target.journal, file)
  importJournal(target.journal, file)
  const lists = target.journal.ownThings.getLists()
  expect(
    target.entries().map(entry => entry.kind === 'fluid' && lists.drinks.get(entry.drink).words),
  ).toEqual(['pickle water', 'Tonic (2)'])
  expect(lists.drinks.get(own).alcoholPercent).toBe(0)
  expect(lists.drinks.ids).not.toContain(archived)
  expect(lists.drinks.idsWith(archived)).toContain(archived)

  const fresh = createJournalStore(openJournal(':memory:'))
  importJournal(fresh, file)
  expect(exportJournal(fresh)).toEqual(file)
})

test('a file that names a missing thing, or one of another list, is refused with its place', () => {
  const { journal } = begin()
  const file = exportJournal(journal)
  const entry = {
    ...fluidDraft({ ...yesterday, drink: 'own:7' }),
    id: 1,
    loggedAt: now,
    editedAt: null,
    deletedAt: null,
  }
  const problemsOf = (ownThings: readonly object[]) => {
    const read = checkJournalFile(
      { ...file, ownThings: [...ownThings], entries: [{ ...entry }] },
      { at: now, offsetMinutes: 60 },
    )
    return read.ok ? [] : read.problems
  }
  const missing = [{ path: 'entries[0].drink', message: 'There is no drink of your own with the id 7.' }]
  expect(problemsOf([])).toEqual(missing)
  expect(problemsOf([{ ...relief('Tape'), id: 7, createdOn: '2026-11-01' }])).toEqual(missing)
  expect(problemsOf([{ ...drink('Tonic'), id: 7, createdOn: '2026-11-01' }])).toEqual([])
  expect(
    problemsOf([{ ...drink('Tonic', { alcoholPercent: 150 }), id: 7, createdOn: '2026-11-01' }]),
  ).toEqual([{ path: 'ownThings[0].alcoholPercent', message: 'Enter a number from 0 to 96 %.' }])
})
