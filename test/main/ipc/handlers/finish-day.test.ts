import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createEntryHandlers } from '../../../../main/ipc/handlers/entries.ts'
import { createFinishDayHandlers } from '../../../../main/ipc/handlers/finish-day.ts'
import { createServices } from '../../../../main/services/services.ts'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { everyCramp } from '../../../../shared/analysis/cramp-filter.ts'
import { trackCramps } from '../../../../shared/analysis/tracked-cramps.ts'
import { type Call, contract, type Input, type Output } from '../../../../shared/contract.ts'
import { emptyProfile } from '../../../../shared/kinds/profile.ts'
import { dayNumber } from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import {
  crampDraft,
  footwearDraft,
  listedFactor,
  ownAnswerDraft,
  shoeDraft,
} from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const ZONE = 'Europe/Berlin'
const FOUR = 240
const makeFolder = temporaryFolders()
let journal: JournalStore
let now: number
/** Answer of the save dialog; null dismisses it. */
let chosenPath: string | null
const dialog = {
  showSaveDialog: async () => ({ canceled: chosenPath === null, filePath: chosenPath ?? '' }),
}
let handlers: ReturnType<typeof createEntryHandlers> & ReturnType<typeof createFinishDayHandlers>

beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  journal.profile.change({ ...emptyProfile, trackedKinds: ['cramp', 'footwear'] })
  now = momentAt('2026-11-20', '07:00', ZONE).at
  chosenPath = null
  const services = createServices(journal, { now: () => now, timeZone: () => ZONE })
  handlers = {
    ...createEntryHandlers(services),
    ...createFinishDayHandlers(services, { dialog, getMainWindow: () => null }),
  }
  return () => journal.close()
})

async function ask<C extends keyof typeof handlers & Call>(call: C, input: Input<C>): Promise<Output<C>> {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  expect(contract[call].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

const noCramp = { date: '2026-11-19', kind: 'cramp', dayStartMinutes: FOUR, inOnePress: true } as const
const listKinds = async (date: string) =>
  (await ask('getDayQuestions', { date })).questions.map(({ kind }) => kind)

/** True, false or undefined: with a cramp, without one, unknown. */
function isCrampDay(date: string): boolean | undefined {
  const { trackedDays, cramps } = trackCramps(
    {
      cramps: journal.entries.listOfKind('cramp', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
      checkIns: journal.checkIns.list('2026-11-01', '2026-11-30'),
      filter: everyCramp,
    },
    { fromDate: '2026-11-01', toDate: '2026-11-30' },
  )
  const day = dayNumber(date)
  return trackedDays.includes(day) ? cramps.some(cramp => cramp.day === day) : undefined
}

describe('"no cramp"', () => {
  test('at 07:00 clears noon to noon, and a cramp written down later overrides it', async () => {
    expect(await listKinds('2026-11-19')).toContain('cramp')
    await ask('setCheckIns', { checkIns: [noCramp], complete: true })
    expect(isCrampDay('2026-11-19')).toBe(false)
    expect(await listKinds('2026-11-19')).not.toContain('cramp')
    await ask('addEntry', crampDraft(momentAt('2026-11-20', '06:30', ZONE)))
    expect(isCrampDay('2026-11-19')).toBe(true)
  })

  test('a cramp at 17:00 and a calm night never make a day without', async () => {
    await ask('addEntry', crampDraft(momentAt('2026-11-19', '17:00', ZONE)))
    expect(await listKinds('2026-11-19')).not.toContain('cramp')
    expect(isCrampDay('2026-11-19')).toBe(true)
    // Not even where a page that has not heard of the cramp sends the answer.
    await ask('setCheckIns', { checkIns: [noCramp], complete: true })
    expect(isCrampDay('2026-11-19')).toBe(true)
  })

  test('in the evening of the same day is refused with everything that came with it', async () => {
    now = momentAt('2026-11-19', '22:00', ZONE).at
    const reply = await answer(
      handlers,
      'setCheckIns',
      { checkIns: [{ ...noCramp, kind: 'footwear' }, noCramp], complete: true },
      { pageId: 1 },
    )
    expect(reply).toMatchObject({ ok: false, failure: { problems: [{ field: 'date' }] } })
    expect(journal.checkIns.listArchived()).toEqual([])
  })
})

test('answers of one press are taken back together', async () => {
  const checkIns = [noCramp, { ...noCramp, kind: 'footwear' as const }]
  await ask('setCheckIns', { checkIns, complete: true })
  expect(await listKinds('2026-11-19')).toEqual([])
  await ask('setCheckIns', { checkIns, complete: false })
  expect(await listKinds('2026-11-19')).toEqual(['cramp', 'footwear'])
})

test('the mark of one press is kept by the journal, its day and its file', async () => {
  const byHand = { date: '2026-11-19', kind: 'footwear', dayStartMinutes: FOUR } as const
  await ask('setCheckIns', { checkIns: [noCramp], complete: true })
  await ask('setCheckIn', { ...byHand, complete: true })
  expect((await ask('getDay', { date: '2026-11-19', dayStartMinutes: FOUR })).checkIns).toEqual([
    noCramp,
    byHand,
  ])
  const copy = createJournalStore(openJournal(':memory:'))
  importJournal(copy, exportJournal(journal))
  expect(copy.checkIns.listArchived()).toEqual([
    { ...noCramp, checkedAt: now },
    { ...byHand, checkedAt: now },
  ])
  copy.close()
})

test('the usual shoe is offered until it leaves the closet', async () => {
  const shoe = journal.shoes.add(shoeDraft())
  for (const date of ['2026-11-16', '2026-11-17', '2026-11-18']) {
    const on = momentAt(date, '08:00', ZONE)
    await ask('addEntry', footwearDraft({ ...on, shoeId: shoe.id, takenOffAt: on.at + 36_000_000 }))
  }
  const findUsual = async () =>
    (await ask('getDayQuestions', { date: '2026-11-19' })).questions.find(({ kind }) => kind === 'footwear')
      ?.usual
  expect(await findUsual()).toMatchObject({ shoeId: shoe.id, ...momentAt('2026-11-19', '08:00', ZONE) })
  journal.shoes.change({ ...shoe, retired: true })
  expect(await findUsual()).toBeNull()
})

test('the calendar file begins tomorrow, in local time, and is written whole where the person says', async () => {
  expect(await ask('saveReminderCalendar', { hour: 8 })).toEqual({ path: null })
  chosenPath = join(makeFolder(), 'reminder.ics')
  expect(await ask('saveReminderCalendar', { hour: 8 })).toEqual({ path: chosenPath })
  const text = readFileSync(chosenPath, 'utf8')
  expect(text).toContain('\r\nDTSTART:20261121T080000\r\n')
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

test('an own factor is asked about from its naming on, until it is answered or archived', async () => {
  const socks = journal.ownFactors.add(listedFactor({ name: 'Compression socks', createdOn: '2026-11-19' }))
  const listFactors = async (date: string) =>
    (await ask('getDayQuestions', { date })).factors.map(({ name }) => name)
  expect(await listFactors('2026-11-18')).toEqual([])
  expect(await listFactors('2026-11-19')).toEqual(['Compression socks'])
  const noon = momentAt('2026-11-19', '12:00', ZONE)
  await ask('addEntry', ownAnswerDraft({ ...noon, factorId: socks.id, present: false }))
  expect(await listFactors('2026-11-19')).toEqual([])
  now = momentAt('2026-11-20', '20:00', ZONE).at
  expect(await listFactors('2026-11-20')).toEqual(['Compression socks'])
  journal.ownFactors.change({ ...socks, archived: true })
  expect(await listFactors('2026-11-20')).toEqual([])
})
