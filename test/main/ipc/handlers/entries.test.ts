import { beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createEntryHandlers } from '../../../../main/ipc/handlers/entries.ts'
import { createPersonHandlers } from '../../../../main/ipc/handlers/person.ts'
import { createServices } from '../../../../main/services/services.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type Call, contract, type Input, type Output } from '../../../../shared/contract.ts'
import { draftOf } from '../../../../shared/kinds/entry.ts'
import { emptyProfile } from '../../../../shared/kinds/profile.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { crampDraft, fluidDraft, footwearDraft, noonish, shoeDraft } from '../../../shared/kinds/drafts.ts'

const FOUR = 240
let journal: JournalStore
let now: number
let handlers: ReturnType<typeof createEntryHandlers> & ReturnType<typeof createPersonHandlers>

beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  now = momentAt('2026-11-19', '20:00', 'Europe/Berlin').at
  const clock = { now: () => now, timeZone: () => 'Europe/Berlin' }
  handlers = {
    ...createEntryHandlers(createServices(journal, clock)),
    ...createPersonHandlers(createServices(journal, clock)),
  }
  return () => journal.close()
})

/** Calls like the page, and parses the output by the contract. */
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

const getDay = (date: string) => ask('getDay', { date, dayStartMinutes: FOUR })

describe('a day', () => {
  test('begins at four: the cramp at 03:05 stands under the day before', async () => {
    const cramp = await ask('addEntry', crampDraft())
    const drink = await ask('addEntry', fluidDraft())
    expect((await getDay('2026-11-18')).entries).toEqual([cramp])
    expect((await getDay('2026-11-19')).entries).toEqual([drink])
  })

  test('carries the last stretching before bed, by which it is offered again', async () => {
    const stretching = { kind: 'stretch', note: '', durationMinutes: 2.5 } as const
    const at = (date: string, clock: string) => momentAt(date, clock, 'Europe/Berlin')
    expect((await getDay('2026-11-19')).usualStretch).toBeNull()
    await ask('addEntry', {
      ...stretching,
      ...at('2026-11-17', '22:00'),
      muscles: ['calf', 'arch'],
      beforeBed: true,
    })
    await ask('addEntry', {
      ...stretching,
      ...at('2026-11-18', '09:00'),
      muscles: ['shin'],
      beforeBed: false,
    })
    expect((await getDay('2026-11-19')).usualStretch).toEqual({
      muscles: ['calf', 'arch'],
      durationMinutes: 2.5,
    })
    expect((await getDay('2026-11-16')).usualStretch).toBeNull()
  })

  test('carries the kinds of medicine that were taken on it', async () => {
    const change = {
      kind: 'medication',
      note: '',
      name: 'Ramipril',
      medicineClass: 'ace-inhibitor',
      dose: '',
    } as const
    const at = (date: string) => momentAt(date, '10:00', 'Europe/Berlin')
    await ask('addEntry', { ...change, ...at('2026-11-10'), change: 'start' })
    await ask('addEntry', { ...change, ...at('2026-11-17'), change: 'stop' })
    const medicinesOf = async (date: string) => (await getDay(date)).medicines
    expect(await medicinesOf('2026-11-09')).toEqual([])
    expect(await medicinesOf('2026-11-10')).toEqual(['ace-inhibitor'])
    expect(await medicinesOf('2026-11-17')).toEqual(['ace-inhibitor'])
    expect(await medicinesOf('2026-11-18')).toEqual([])
  })

  test('carries its check-ins, and those of the cramp-day that ends in it', async () => {
    await ask('setCheckIn', { date: '2026-11-19', kind: 'fluid', dayStartMinutes: FOUR, complete: true })
    await ask('setCheckIn', { date: '2026-11-18', kind: 'cramp', dayStartMinutes: 0, complete: true })
    await ask('setCheckIn', { date: '2026-11-18', kind: 'fluid', dayStartMinutes: 0, complete: true })
    expect((await getDay('2026-11-19')).checkIns).toEqual([
      { date: '2026-11-18', kind: 'cramp', dayStartMinutes: 0 },
      { date: '2026-11-19', kind: 'fluid', dayStartMinutes: FOUR },
    ])
    await ask('setCheckIn', { date: '2026-11-19', kind: 'fluid', dayStartMinutes: 0, complete: false })
    expect((await getDay('2026-11-19')).checkIns).toEqual([
      { date: '2026-11-18', kind: 'cramp', dayStartMinutes: 0 },
    ])
  })

  test('does not let the evening clear the night still to come', async () => {
    expect(
      await refused('setCheckIn', { date: '2026-11-19', kind: 'cramp', dayStartMinutes: 0, complete: true }),
    ).toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'date' }],
    })
    now = momentAt('2026-11-20', '04:59', 'Europe/Berlin').at
    await refused('setCheckIn', { date: '2026-11-19', kind: 'cramp', dayStartMinutes: 0, complete: true })
    now = momentAt('2026-11-20', '05:00', 'Europe/Berlin').at
    await ask('setCheckIn', { date: '2026-11-19', kind: 'cramp', dayStartMinutes: 0, complete: true })
    expect((await getDay('2026-11-20')).checkIns).toEqual([
      { date: '2026-11-19', kind: 'cramp', dayStartMinutes: 0 },
    ])
  })
})

describe('an entry', () => {
  test('of tomorrow is refused at its field, and nothing is stored', async () => {
    const tomorrow = crampDraft({ at: now + 24 * 3_600_000 })
    expect(await refused('addEntry', tomorrow)).toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'at', message: 'This is in the future. Enter a time that has passed.' }],
    })
    expect((await getDay('2026-11-20')).entries).toEqual([])
  })

  test('names a shoe and a cramp that are there', async () => {
    expect(await refused('addEntry', footwearDraft())).toMatchObject({ problems: [{ field: 'shoeId' }] })
    const drink = await ask('addEntry', fluidDraft())
    expect(await refused('addEntry', fluidDraft({ reliefOf: drink.id }))).toMatchObject({
      problems: [{ field: 'reliefOf' }],
    })
    const cramp = await ask('addEntry', crampDraft())
    expect(await ask('addEntry', fluidDraft({ reliefOf: cramp.id }))).toMatchObject({ reliefOf: cramp.id })
  })

  test('that is too much beside the rest of its day is refused, stored anew or changed', async () => {
    const drinks = [1, 2, 3, 4].map(() => ask('addEntry', fluidDraft({ volumeMl: 5000 })))
    const [drink] = await Promise.all(drinks)
    if (drink === undefined) throw new Error('nothing was drunk')
    expect(await refused('addEntry', fluidDraft({ volumeMl: 1 }))).toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'volumeMl' }],
    })
    await ask('changeEntry', { id: drink.id, draft: fluidDraft({ volumeMl: 4000 }) })
    const other = await ask('addEntry', fluidDraft({ volumeMl: 1000 }))
    expect(
      await refused('changeEntry', { id: other.id, draft: fluidDraft({ volumeMl: 1001 }) }),
    ).toMatchObject({
      problems: [{ field: 'volumeMl' }],
    })
  })

  test('drunk against a cramp can still be changed when the cramp is in the trash, and keeps it', async () => {
    const [cramp, other] = [await ask('addEntry', crampDraft()), await ask('addEntry', crampDraft())]
    const { id } = await ask('addEntry', fluidDraft({ reliefOf: cramp.id }))
    await ask('deleteEntry', { id: cramp.id })
    await ask('deleteEntry', { id: other.id })
    const draft = fluidDraft({ reliefOf: cramp.id, note: 'in small sips' })
    expect(await ask('changeEntry', { id, draft })).toMatchObject(draft)
    expect(await refused('changeEntry', { id, draft: { ...draft, reliefOf: other.id } })).toMatchObject({
      problems: [{ field: 'reliefOf' }],
    })
  })

  test('that is gone cannot be changed, deleted or restored', async () => {
    for (const failure of [
      await refused('changeEntry', { id: 7, draft: fluidDraft() }),
      await refused('deleteEntry', { id: 7 }),
      await refused('restoreEntry', { id: 7 }),
    ])
      expect(failure).toMatchObject({ code: 'not-found' })
  })

  test('can be deleted and brought back', async () => {
    const stored = await ask('addEntry', fluidDraft())
    await ask('deleteEntry', { id: stored.id })
    expect((await getDay('2026-11-19')).entries).toEqual([])
    expect(await ask('restoreEntry', { id: stored.id })).toEqual(stored)
  })
})

describe('shoes', () => {
  test('put on another and the first comes off, in one step', async () => {
    const [blue, clogs] = [
      await ask('addShoe', shoeDraft()),
      await ask('addShoe', shoeDraft({ name: 'Clogs' })),
    ]
    const first = await ask('addEntry', footwearDraft({ shoeId: blue.id, takenOffAt: null }))
    expect((await getDay('2026-11-19')).wearing).toEqual(first)
    const later = noonish.at + 3_600_000
    const second = await ask('addEntry', footwearDraft({ shoeId: clogs.id, at: later, takenOffAt: null }))
    const day = await getDay('2026-11-19')
    expect(day.wearing).toEqual(second)
    expect(day.entries).toEqual([{ ...first, takenOffAt: later }, second])
  })

  describe('taken off by another', () => {
    const HOUR = 3_600_000
    /** Puts a shoe on, `hours` after the base time. */
    const putOn = async (hours: number) => {
      const { id: shoeId } = await ask('addShoe', shoeDraft({ name: `Shoe ${hours}` }))
      return ask('addEntry', footwearDraft({ shoeId, at: noonish.at + hours * HOUR, takenOffAt: null }))
    }
    const list = async () => (await getDay('2026-11-19')).entries
    const listEnds = async () =>
      (await list()).map(worn => worn.kind === 'footwear' && worn.takenOffAt && worn.takenOffAt - noonish.at)

    test('are on again when that one is deleted, as if it had never been, and off when it comes back', async () => {
      const first = await putOn(0)
      const second = await putOn(1)
      const both = await list()
      await ask('deleteEntry', { id: second.id })
      expect(await getDay('2026-11-19')).toMatchObject({ entries: [first], wearing: first })
      await ask('restoreEntry', { id: second.id })
      expect(await list()).toEqual(both)
    })

    test('keep the end that the person has given since', async () => {
      const first = await putOn(0)
      const second = await putOn(1)
      if (first.kind !== 'footwear') throw new Error('it is no shoe')
      const draft = footwearDraft({ shoeId: first.shoeId, takenOffAt: noonish.at + HOUR / 2 })
      await ask('changeEntry', { id: first.id, draft })
      await ask('deleteEntry', { id: second.id })
      expect(await listEnds()).toEqual([HOUR / 2])
    })

    test('are on again when only their note was changed', async () => {
      const first = await putOn(0)
      const second = await putOn(1)
      const [ended] = await list()
      if (ended === undefined) throw new Error('the first shoe is gone')
      await ask('changeEntry', { id: first.id, draft: { ...draftOf(ended), note: 'new laces' } })
      await ask('deleteEntry', { id: second.id })
      expect(await listEnds()).toEqual([null])
    })

    test('come off when the next one does, whenever that is said to be', async () => {
      await putOn(0)
      const second = await putOn(1)
      await ask('changeEntry', { id: second.id, draft: { ...draftOf(second), at: noonish.at + 2 * HOUR } })
      expect(await listEnds()).toEqual([2 * HOUR, null])
    })

    test('stay on when the next is deleted, if the one after it was put on before them all', async () => {
      const [, second, third] = [await putOn(0), await putOn(1), await putOn(2)]
      await ask('changeEntry', { id: third.id, draft: { ...draftOf(third), at: noonish.at - HOUR } })
      expect(await listEnds()).toEqual([null, HOUR, null])
      await ask('deleteEntry', { id: second.id })
      expect(await listEnds()).toEqual([null, null])
    })

    test('come off with the shoe after the next, if the next is deleted', async () => {
      const [, second] = [await putOn(0), await putOn(1), await putOn(2)]
      const three = await list()
      await ask('deleteEntry', { id: second.id })
      expect(await listEnds()).toEqual([2 * HOUR, null])
      await ask('restoreEntry', { id: second.id })
      expect(await list()).toEqual(three)
    })
  })

  test('can be renamed and retired', async () => {
    const shoe = await ask('addShoe', shoeDraft())
    const changed = { ...shoe, name: 'Old runners', retired: true }
    expect(await ask('changeShoe', changed)).toEqual(changed)
    expect(await ask('listShoes', {})).toEqual([changed])
    expect(await refused('changeShoe', { ...changed, id: 9 })).toMatchObject({ code: 'not-found' })
  })
})

describe('the profile', () => {
  test('keeps the name for the report', async () => {
    expect(await ask('getProfile', {})).toEqual(emptyProfile)
    expect(await ask('changeProfile', { ...emptyProfile, name: ' Ada Lovelace ' })).toMatchObject({
      name: 'Ada Lovelace',
    })
    expect(await ask('getProfile', {})).toMatchObject({ name: 'Ada Lovelace' })
  })
})

describe('medicines', () => {
  test('are listed as the changes that were written down, oldest first, the trash left out', async () => {
    const change = (name: string, days: number) =>
      ask('addEntry', {
        kind: 'medication',
        at: noonish.at - days * 86_400_000,
        offsetMinutes: 60,
        note: '',
        name,
        medicineClass: 'statin',
        change: 'start',
        dose: '20 mg',
      })
    const [later, earlier, gone] = [await change('B', 1), await change('A', 400), await change('C', 2)]
    await ask('deleteEntry', { id: gone.id })
    expect(await ask('listMedication', {})).toEqual([earlier, later])
  })
})

test('a date of birth that nobody can have is refused, and the profile stays', async () => {
  for (const dateOfBirth of ['1850-01-01', '2030-01-01'])
    expect(await refused('changeProfile', { ...emptyProfile, dateOfBirth })).toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'dateOfBirth' }],
    })
  expect(await ask('getProfile', {})).toMatchObject({ dateOfBirth: null })
})

describe('several entries together', () => {
  test('are all stored', async () => {
    const stored = await ask('addEntries', [fluidDraft(), fluidDraft({ volumeMl: 300 })])
    expect((await getDay('2026-11-19')).entries).toEqual(stored)
  })

  test('are not stored at all where one of them is refused, even beside those before it', async () => {
    const ahead = fluidDraft({ at: now + 3_600_000 })
    expect(await refused('addEntries', [fluidDraft(), ahead])).toMatchObject({ code: 'invalid-input' })
    const tooMuch = Array.from({ length: 5 }, () => fluidDraft({ volumeMl: 5000 }))
    expect(await refused('addEntries', tooMuch)).toMatchObject({ code: 'invalid-input' })
    expect((await getDay('2026-11-19')).entries).toEqual([])
  })
})
