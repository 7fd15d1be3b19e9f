import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createEntryHandlers } from '../../../../main/ipc/handlers/entries.ts'
import { createNowHandlers } from '../../../../main/ipc/handlers/now.ts'
import { createPersonHandlers } from '../../../../main/ipc/handlers/person.ts'
import { createWarningHandlers } from '../../../../main/ipc/handlers/warnings.ts'
import { createServices } from '../../../../main/services/services.ts'
import { createReviewTimer } from '../../../../main/services/warnings/review-timer.ts'
import { createWarningService } from '../../../../main/services/warnings/warning-service.ts'
import { noRetry } from '../../../../main/store/busy-retry.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type Call, contract, type Input, type Output } from '../../../../shared/contract.ts'
import type { MedicationDraft } from '../../../../shared/kinds/medication.ts'
import { emptyProfile } from '../../../../shared/kinds/profile.ts'
import { momentAt, momentOfInstant } from '../../../../shared/time/time-zone.ts'
import { activityDraft, crampDraft, fluidDraft } from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const makeFolder = temporaryFolders()
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const evening = momentAt('2026-11-19', '20:00', 'Europe/Berlin').at

type Asked = ReturnType<typeof createEntryHandlers> &
  ReturnType<typeof createNowHandlers> &
  ReturnType<typeof createPersonHandlers> &
  ReturnType<typeof createWarningHandlers>

let journal: JournalStore
let now: number
let handlers: Asked

beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  now = evening
  const clock = { now: () => now, timeZone: () => 'Europe/Berlin' }
  handlers = {
    ...createEntryHandlers(createServices(journal, clock)),
    ...createNowHandlers(createServices(journal, clock)),
    ...createPersonHandlers(createServices(journal, clock)),
    ...createWarningHandlers(createServices(journal, clock)),
  }
  return () => journal.close()
})

/** Calls like the page, and parses the output by the contract. */
async function ask<C extends keyof Asked & Call>(call: C, input: Input<C>): Promise<Output<C>> {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  expect(contract[call].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

/** Rule ids of the open cards, which every screen shows. */
const shown = async () => (await ask('getNow', {})).warnings.map(({ rule }) => rule)
const listed = async () => (await ask('listWarnings', {})).map(({ rule }) => rule)

const medicine = (fields: Partial<MedicationDraft> = {}): MedicationDraft => ({
  kind: 'medication',
  at: evening - 90 * DAY,
  offsetMinutes: 60,
  note: '',
  name: 'Simvastatin',
  medicineClass: 'statin',
  change: 'start',
  dose: '20 mg',
  ...fields,
})
const swollen = crampDraft({ symptoms: ['swelling'] })

describe('a card', () => {
  test('is raised with the entry and carries what the page shows', async () => {
    await ask('changeProfile', { ...emptyProfile, region: 'uk' })
    const cramp = await ask('addEntry', swollen)
    const [warning] = (await ask('getNow', {})).warnings
    expect(warning).toMatchObject({
      rule: 'S2',
      level: 'same-day',
      entryId: cramp.id,
      at: cramp.at,
      offsetMinutes: 60,
      raisedAt: evening,
      acknowledgedAt: null,
    })
    expect(warning?.card.recorded).toBe(
      'You recorded: a cramp (left calf); swelling. This is not a diagnosis.',
    )
    expect(warning?.card.whatToDo).toMatch(/NHS 111/)
  })

  test('is not raised for an ordinary cramp, nor does it keep an entry out', async () => {
    await ask('addEntry', crampDraft())
    expect(await shown()).toEqual([])
    const alarming = crampDraft({
      symptoms: ['chest-pain', 'seizure', 'stiff-jaw', 'saddle-numbness', 'swelling', 'warmth'],
    })
    expect(await ask('addEntry', alarming)).toMatchObject({ symptoms: alarming.symptoms })
    expect(await shown()).toEqual(['E5', 'E4', 'E3', 'E1', 'S3', 'S2'])
  })

  test('comes with a change of the entry, and goes when the mistake is put right', async () => {
    const { id } = await ask('addEntry', crampDraft())
    await ask('changeEntry', { id, draft: swollen })
    expect(await shown()).toEqual(['S2'])
    await ask('changeEntry', { id, draft: crampDraft() })
    expect(await shown()).toEqual([])
    expect(await listed()).toEqual([])
  })

  test('speaks of the region that is told later', async () => {
    await ask('addEntry', crampDraft({ symptoms: ['chest-pain'] }))
    expect((await ask('getNow', {})).warnings[0]?.card.whatToDo).toMatch(/your local emergency number/)
    await ask('changeProfile', { ...emptyProfile, region: 'eu' })
    expect((await ask('getNow', {})).warnings[0]?.card.whatToDo).toMatch(/Call 112 now/)
  })
})

describe('acknowledging', () => {
  test('takes the card off every screen and keeps it in the list', async () => {
    await ask('addEntry', swollen)
    await ask('addEntry', crampDraft({ at: swollen.at - DAY, symptoms: ['sore-not-healing'] }))
    const cards = await ask('listWarnings', {})
    const s2 = cards.find(({ rule }) => rule === 'S2')
    if (s2 === undefined) throw new Error('S2 was not raised')
    now += MINUTE
    await ask('acknowledgeWarning', { id: s2.id, acknowledged: true })
    expect(await shown()).toEqual(['S10'])
    expect(await listed()).toEqual(['S10', 'S2'])
    expect((await ask('listWarnings', {})).map(({ acknowledgedAt }) => acknowledgedAt)).toEqual([
      null,
      evening + MINUTE,
    ])
  })

  test('holds when the same episode is saved again, and not for the next one', async () => {
    const { id } = await ask('addEntry', swollen)
    const [card] = await ask('listWarnings', {})
    if (card === undefined) throw new Error('no card')
    await ask('acknowledgeWarning', { id: card.id, acknowledged: true })
    await ask('changeEntry', { id, draft: { ...swollen, intensity: 9 } })
    await ask('changeEntry', { id, draft: crampDraft() })
    await ask('changeEntry', { id, draft: swollen })
    expect(await shown()).toEqual([])
    expect(await listed()).toEqual(['S2'])
    await ask('addEntry', { ...swollen, at: swollen.at + 60 * MINUTE })
    expect(await shown()).toEqual(['S2'])
    expect(await listed()).toEqual(['S2', 'S2'])
  })

  test('keeps the time at which it was first read', async () => {
    await ask('addEntry', swollen)
    const [card] = await ask('listWarnings', {})
    if (card === undefined) throw new Error('no card')
    await ask('acknowledgeWarning', { id: card.id, acknowledged: true })
    now += DAY
    await ask('acknowledgeWarning', { id: card.id, acknowledged: true })
    expect((await ask('listWarnings', {}))[0]?.acknowledgedAt).toBe(evening)
  })

  test('can be taken back, and the card is on every screen again', async () => {
    await ask('addEntry', swollen)
    const [card] = await ask('listWarnings', {})
    if (card === undefined) throw new Error('no card')
    await ask('acknowledgeWarning', { id: card.id, acknowledged: true })
    await ask('acknowledgeWarning', { id: card.id, acknowledged: false })
    expect(await shown()).toEqual(['S2'])
    now += DAY
    await ask('acknowledgeWarning', { id: card.id, acknowledged: true })
    expect((await ask('listWarnings', {}))[0]?.acknowledgedAt).toBe(evening + DAY)
  })

  test('of a card that is not there is refused', async () => {
    const reply = await answer(handlers, 'acknowledgeWarning', { id: 7, acknowledged: true }, { pageId: 1 })
    expect(reply).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  })
})

describe('the trash', () => {
  test('takes the cards of an entry with it and gives them back', async () => {
    const { id } = await ask('addEntry', swollen)
    await ask('deleteEntry', { id })
    expect(await shown()).toEqual([])
    expect(await listed()).toEqual([])
    await ask('restoreEntry', { id })
    expect(await shown()).toEqual(['S2'])
    expect(await listed()).toEqual(['S2'])
  })

  test('silences what a deleted drink had to do with it', async () => {
    await ask('addEntry', crampDraft({ symptoms: ['severe-headache'] }))
    const drink = await ask('addEntry', fluidDraft({ at: swollen.at - 60 * MINUTE, volumeMl: 3000 }))
    expect(await shown()).toEqual(['E5'])
    await ask('deleteEntry', { id: drink.id })
    expect(await shown()).toEqual([])
    await ask('restoreEntry', { id: drink.id })
    expect(await shown()).toEqual(['E5'])
    expect(await listed()).toEqual(['E5'])
  })
})

describe('what is written down after the cramp', () => {
  const dark = crampDraft({ symptoms: ['dark-urine'] })

  test('a statin taken for months', async () => {
    await ask('addEntry', dark)
    expect(await shown()).toEqual([])
    await ask('addEntry', medicine())
    expect(await shown()).toEqual(['S4'])
  })
  test('but not for a cramp of more than four weeks ago', async () => {
    await ask('addEntry', { ...dark, at: evening - 31 * DAY })
    await ask('addEntry', medicine())
    expect(await shown()).toEqual([])
  })
  test('a hard session of the day before', async () => {
    await ask('addEntry', dark)
    await ask('addEntry', activityDraft({ at: dark.at - 20 * 60 * MINUTE, exertion: 9 }))
    expect(await shown()).toEqual(['S4'])
  })
  test('a condition', async () => {
    await ask('addEntry', crampDraft({ symptoms: ['foot-skin-change'] }))
    expect(await shown()).toEqual([])
    await ask('changeProfile', { ...emptyProfile, conditions: ['diabetes'] })
    expect(await shown()).toEqual(['S6', 'R11'])
  })
  test('an earlier cramp of the same day', async () => {
    const hand = crampDraft({ sites: [{ muscle: 'hand', side: 'both' }], symptoms: ['mouth-tingling'] })
    await ask('addEntry', hand)
    await ask('addEntry', {
      ...crampDraft({ sites: [{ muscle: 'toes', side: 'both' }] }),
      at: hand.at - 30 * MINUTE,
    })
    expect(await shown()).toEqual(['S9'])
  })
})

describe('a cramp that is going on', () => {
  const ongoing = () => crampDraft({ at: evening, durationSeconds: null, ongoing: true, symptoms: [] })
  /** Reviews the cards, as the timer in main does. */
  const reviewAt = (at: number) => {
    now = at
    createWarningService(journal).reviewTime(momentOfInstant(now, 'Europe/Berlin'))
  }

  test('raises its card at ten minutes, once, though nothing is saved', async () => {
    const { id } = await ask('addEntry', ongoing())
    reviewAt(evening + 10 * MINUTE)
    expect(await shown()).toEqual([])
    reviewAt(now + 1000)
    expect(await shown()).toEqual(['S1'])
    reviewAt(now + MINUTE)
    expect(await shown()).toEqual(['S1'])
    await ask('changeEntry', { id, draft: { ...ongoing(), ongoing: false, durationSeconds: 720 } })
    expect(await listed()).toEqual(['S1'])
  })

  test('whose clock was left running loses it when the true length is told', async () => {
    const { id } = await ask('addEntry', ongoing())
    reviewAt(evening + 8 * 60 * MINUTE)
    expect(await shown()).toEqual(['S1'])
    await ask('changeEntry', { id, draft: { ...ongoing(), ongoing: false, durationSeconds: 180 } })
    expect(await shown()).toEqual([])
  })
})

test('brown urine of a day raises its card on the day, and not a second time on a cramp', async () => {
  await ask('addEntry', medicine())
  const day = await ask('addEntry', {
    kind: 'day',
    ...momentAt('2026-11-19', '12:00', 'Europe/Berlin'),
    note: '',
    heat: null,
    maxTemperatureC: null,
    illnessWithFluidLoss: null,
    saltAfterSweat: null,
    footExerciseMinutes: null,
    bother: null,
    urineColour: 'brown',
    saltG: null,
  })
  expect((await ask('getNow', {})).warnings).toMatchObject([{ rule: 'S4', entryId: day.id }])
  const cramp = await ask('addEntry', crampDraft({ symptoms: ['dark-urine'] }))
  expect((await ask('getNow', {})).warnings).toMatchObject([{ rule: 'S4', entryId: cramp.id }])
})

test('a card that cannot be stored leaves the running clock on the screen, and is raised once it can', async () => {
  const cramp = journal.entries.add(
    crampDraft({ ongoing: true, durationSeconds: null, at: evening }),
    evening,
  )
  const later = { now: () => evening + 11 * MINUTE, timeZone: () => 'Europe/Berlin' }
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  const raise = vi.spyOn(journal.warnings, 'raise').mockImplementation(() => {
    throw full
  })
  const reported: unknown[] = []
  const services = createServices(journal, later)
  const changes = vi.fn()
  const timer = createReviewTimer({
    getServices: () => services,
    clock: later,
    busyRetry: noRetry,
    onChanged: changes,
    report: error => reported.push(error),
  })
  const { getNow } = createNowHandlers(services)
  await timer.start()
  expect(await getNow({}, { pageId: 1 })).toMatchObject({ ongoing: { id: cramp.id }, warnings: [] })
  expect(changes).not.toHaveBeenCalled()
  expect(reported).toEqual([full])
  raise.mockRestore()
  await timer.review()
  expect(changes).toHaveBeenCalledOnce()
  timer.stop()
  expect((await getNow({}, { pageId: 1 })).warnings).toMatchObject([{ rule: 'S1', entryId: cramp.id }])
})

test('cards and what was acknowledged outlive the program', async () => {
  const path = join(makeFolder(), 'journal.sqlite')
  const clock = { now: () => evening, timeZone: () => 'Europe/Berlin' }
  const before = createJournalStore(openJournal(path))
  const caller = { pageId: 1 }
  createEntryHandlers(createServices(before, clock)).addEntry(
    crampDraft({ symptoms: ['swelling', 'stiff-jaw'] }),
    caller,
  )
  const [jaw] = before.warnings.list().filter(({ rule }) => rule === 'E4')
  if (jaw === undefined) throw new Error('E4 was not raised')
  createWarningHandlers(createServices(before, clock)).acknowledgeWarning(
    { id: jaw.id, acknowledged: true },
    caller,
  )
  before.close()

  const after = createJournalStore(openJournal(path))
  const { warnings } = await createNowHandlers(createServices(after, clock)).getNow({}, caller)
  after.close()
  expect(warnings.map(({ rule }) => rule)).toEqual(['S2'])
})
