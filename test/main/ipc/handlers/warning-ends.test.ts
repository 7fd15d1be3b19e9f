/** End of cards: urgent ones only by an acknowledgement or a correction, those about a rate with one closing line. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createEntryHandlers } from '../../../../main/ipc/handlers/entries.ts'
import { createNowHandlers } from '../../../../main/ipc/handlers/now.ts'
import { createWarningHandlers } from '../../../../main/ipc/handlers/warnings.ts'
import { createServices } from '../../../../main/services/services.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import type { Warning } from '../../../../shared/advice/warning-signs/warnings.ts'
import { createDiary } from '../../../../shared/analysis/diary-of-journal.ts'
import {
  compareMedicineChanges,
  writeBeforeAndAfterSentence,
} from '../../../../shared/analysis/medicine-changes.ts'
import type { Call, Input, Output } from '../../../../shared/contract.ts'
import type { CrampDraft } from '../../../../shared/kinds/cramp.ts'
import type { MedicationDraft } from '../../../../shared/kinds/medication.ts'
import { muscles, sides } from '../../../../shared/kinds/muscles.ts'
import { circumstances, symptoms } from '../../../../shared/kinds/symptoms.ts'
import {
  addDays,
  type CalendarDate,
  dateOfDayNumber,
  dayNumber,
} from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { crampDraft } from '../../../shared/kinds/drafts.ts'

const ZONE = 'Europe/Berlin'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const FIRST = '2026-03-02'

type Asked = ReturnType<typeof createEntryHandlers> &
  ReturnType<typeof createNowHandlers> &
  ReturnType<typeof createWarningHandlers>

let journal: JournalStore
let now: number
let handlers: Asked

beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  now = momentAt(FIRST, '20:00', ZONE).at
  const clock = { now: () => now, timeZone: () => ZONE }
  handlers = {
    ...createEntryHandlers(createServices(journal, clock)),
    ...createNowHandlers(createServices(journal, clock)),
    ...createWarningHandlers(createServices(journal, clock)),
  }
  return () => journal.close()
})

async function ask<C extends keyof Asked & Call>(call: C, input: Input<C>): Promise<Output<C>> {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  return reply.value
}
const shown = async () => (await ask('getNow', {})).warnings
const cardsOf = (warnings: readonly Warning[], rule: string) => warnings.filter(one => one.rule === rule)

const cramp = (date: CalendarDate, fields: Partial<CrampDraft> = {}) =>
  crampDraft({ ...momentAt(date, '18:00', ZONE), wokeMe: false, intensity: 3, symptoms: [], ...fields })

/** Simulates one day: a cramp at 18:00, or a check-in without cramps on the next evening. */
async function live(date: CalendarDate, hasCramp: boolean): Promise<void> {
  now = momentAt(addDays(date, 1), '20:00', ZONE).at
  if (hasCramp) await ask('addEntry', cramp(date))
  else await ask('setCheckIn', { date, kind: 'cramp', dayStartMinutes: 0, complete: true })
}

/** Simulates `days` consecutive days with a cramp on every `every`-th (0 for none). Returns the next date. */
async function liveDays(from: CalendarDate, days: number, every: number): Promise<CalendarDate> {
  for (let index = 0; index < days; index++)
    await live(addDays(from, index), every > 0 && index % every === every - 1)
  return addDays(from, days)
}

const simvastatin = (date: CalendarDate): MedicationDraft => ({
  kind: 'medication',
  ...momentAt(date, '12:00', ZONE),
  note: '',
  name: 'Simvastatin',
  medicineClass: 'statin',
  change: 'start',
  dose: '20 mg',
})

/** Comparison that Insights shows, from the same journal. */
function compareInChart() {
  const entries = journal.entries.listBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  const diary = createDiary({
    entries,
    checkIns: journal.checkIns.listArchived(),
    shoes: [],
    offWeekdays: [5, 6],
    dayStartMinutes: 0,
    timeZone: ZONE,
  })
  const [comparison] = compareMedicineChanges(
    diary,
    entries.filter(entry => entry.kind === 'medication'),
  )
  if (comparison === undefined) throw new Error('the chart has no comparison')
  return comparison
}

describe('R10 and the chart', () => {
  test('show the same two numbers, and the card goes with one line once there are no more cramps than before', async () => {
    let date = await liveDays(FIRST, 40, 5)
    const changed = date
    await ask('addEntry', simvastatin(changed))
    date = await liveDays(addDays(changed, 1), 27, 3)
    // 27 tracked days after the change: one short of the minimum, so nothing is compared.
    expect(cardsOf(await shown(), 'R10')).toEqual([])
    date = await liveDays(date, 3, 3)
    const [card, ...others] = cardsOf(await shown(), 'R10')
    expect(others).toEqual([])
    expect(card?.closing).toBeNull()
    const atFirst = compareInChart()
    expect(atFirst.after.trackedDays).toBeLessThan(84)
    expect(card?.card.recorded).toContain(writeBeforeAndAfterSentence(atFirst))
    // After months with few cramps, the weeks after the change are better than those before.
    const lines: string[] = []
    for (let index = 0; index < 70; index++) {
      date = await liveDays(date, 1, 0)
      const [line] = cardsOf(await shown(), 'R10')
      if (line === undefined) continue
      if (line.closing === null)
        expect(line.card.recorded).toContain(writeBeforeAndAfterSentence(compareInChart()))
      else lines.push(line.closing.text)
    }
    expect(new Set(lines).size).toBe(1)
    expect(lines[0]).toMatch(
      /^Simvastatin, started \d+ April 2026: [\d.]+ cramps per 4 weeks before \(\d+ on \d+ answered days\), [\d.]+ after/,
    )
    // The card is gone, and no new one was raised.
    expect(cardsOf(await shown(), 'R10')).toEqual([])
    const all = (await ask('listWarnings', {})).filter(({ rule }) => rule === 'R10')
    expect(all).toHaveLength(1)
    expect(all[0]?.closing?.text).toBe(lines[0])
  })
})

test('a closing line is put away by a press, and does not come back', async () => {
  const date = await liveDays(FIRST, 28, 2)
  const [card] = cardsOf(await shown(), 'R7')
  expect(card?.card.recorded).toContain('14 cramps in 28 days')
  await liveDays(date, 6, 0)
  const [line] = cardsOf(await shown(), 'R7')
  expect(line?.id).toBe(card?.id)
  expect(line?.closing?.text).toMatch(/^\d+ cramps in 28 days then, \d+ on the last 28 answered days$/)
  await ask('acknowledgeWarning', { id: line?.id ?? 0, acknowledged: true })
  expect(cardsOf(await shown(), 'R7')).toEqual([])
  now += 40 * DAY
  expect(cardsOf(await shown(), 'R7')).toEqual([])
})

test('days nobody wrote about end nothing: the card stays', async () => {
  await liveDays(FIRST, 28, 2)
  const [card] = cardsOf(await shown(), 'R7')
  for (const days of [10, 30, 90, 400]) {
    now += days * DAY
    const [later] = cardsOf(await shown(), 'R7')
    expect(later?.id).toBe(card?.id)
    expect(later?.closing).toBeNull()
  }
})

test('what was only deleted by mistake brings the card back in place of its line', async () => {
  const date = await liveDays(FIRST, 24, 2)
  await liveDays(date, 4, 0)
  const [card] = cardsOf(await shown(), 'R7')
  expect(card?.closing).toBeNull()
  const cramps = journal.entries.listOfKind('cramp', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const other = cramps.find(({ id }) => id !== card?.entryId)
  await ask('deleteEntry', { id: other?.id ?? 0 })
  expect(cardsOf(await shown(), 'R7').filter(({ closing }) => closing === null)).toEqual([])
  await ask('restoreEntry', { id: other?.id ?? 0 })
  const [again] = cardsOf(await shown(), 'R7')
  expect(again).toMatchObject({ id: card?.id, closing: null })
})

describe('properties', () => {
  test('a rate card whose condition ended yields exactly one closing line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 40, max: 70 }),
        async (every, calmEvery, calmDays) => {
          const own = createJournalStore(openJournal(':memory:'))
          journal = own
          const clock = { now: () => now, timeZone: () => ZONE }
          handlers = {
            ...createEntryHandlers(createServices(own, clock)),
            ...createNowHandlers(createServices(own, clock)),
            ...createWarningHandlers(createServices(own, clock)),
          }
          try {
            let date = await liveDays(FIRST, 36, every)
            const raised = new Set((await shown()).filter(({ rule }) => rule === 'R7').map(({ id }) => id))
            expect(raised.size).toBe(1)
            const closings = new Map<number, Set<string>>()
            for (let day = 0; day < calmDays; day++) {
              date = await liveDays(date, 1, calmEvery > 6 && day % calmEvery === 0 ? 1 : 0)
              for (const { id, closing } of await shown())
                if (closing !== null) closings.set(id, (closings.get(id) ?? new Set()).add(closing.text))
            }
            // Each ended card had exactly one closing line and is gone.
            for (const lines of closings.values()) expect(lines.size).toBe(1)
            for (const id of raised) expect(closings.get(id)?.size).toBe(1)
            expect((await shown()).filter(({ rule, closing }) => rule === 'R7' && closing === null)).toEqual(
              [],
            )
            now += 30 * DAY
            expect((await shown()).filter(({ closing }) => closing !== null)).toEqual([])
          } finally {
            own.close()
          }
        },
      ),
      { numRuns: 4, seed: 2026 },
    )
  })

  const urgent = ({ level }: Warning) => level === 'emergency' || level === 'same-day'
  const anyCramp = fc.record({
    daysBefore: fc.integer({ min: 0, max: 40 }),
    symptoms: fc.uniqueArray(fc.constantFrom(...symptoms.ids), { minLength: 1, maxLength: 5 }),
    circumstances: fc.uniqueArray(fc.constantFrom(...circumstances.ids), { maxLength: 3 }),
    muscle: fc.constantFrom(...muscles.ids),
    side: fc.constantFrom(...sides.ids),
    durationSeconds: fc.option(fc.integer({ min: 1, max: 7200 }), { nil: null }),
    isStatin: fc.boolean(),
  })

  test('neither time nor good days ever remove an unread emergency or same-day card', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyCramp, { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }),
        async (told, waits) => {
          const own = createJournalStore(openJournal(':memory:'))
          let today = dayNumber('2026-06-01')
          const at = () => momentAt(dateOfDayNumber(today), '20:00', ZONE).at
          const clock = { now: at, timeZone: () => ZONE }
          const asked: Asked = {
            ...createEntryHandlers(createServices(own, clock)),
            ...createNowHandlers(createServices(own, clock)),
            ...createWarningHandlers(createServices(own, clock)),
          }
          const caller = { pageId: 1 }
          try {
            if (told.some(({ isStatin }) => isStatin))
              asked.addEntry(simvastatin(dateOfDayNumber(today - 100)), caller)
            for (const { daysBefore, muscle, side, isStatin: _, ...fields } of told)
              asked.addEntry(
                cramp(dateOfDayNumber(today - daysBefore - 1), { ...fields, sites: [{ muscle, side }] }),
                caller,
              )
            const before = (await asked.getNow({}, caller)).warnings.filter(urgent)
            for (const wait of waits) {
              for (let day = 0; day < Math.min(wait, 20); day++)
                own.checkIns.give(
                  { date: dateOfDayNumber(today + day), kind: 'cramp', dayStartMinutes: 0 },
                  at(),
                )
              today += wait
              const later = (await asked.getNow({}, caller)).warnings
              for (const { id, card } of before) {
                const still = later.find(one => one.id === id)
                expect(still?.closing).toBeNull()
                // The content is complete: neither recorded facts nor advice are dropped.
                expect(still?.card.recorded).toBe(card.recorded)
                expect(still?.card.whatToDo.length).toBeGreaterThanOrEqual(card.whatToDo.length)
                expect(still?.card.why).toBe(card.why)
              }
            }
          } finally {
            own.close()
          }
        },
      ),
      { numRuns: 40, seed: 2026 },
    )
  })
})

test('a file from elsewhere cannot put an urgent card off', async () => {
  const { id } = await ask('addEntry', cramp('2026-03-01', { symptoms: ['chest-pain'] }))
  const [card] = cardsOf(await shown(), 'E1')
  journal.warnings.snooze(card?.id ?? 0, now + 365 * DAY)
  expect(cardsOf(await shown(), 'E1')).toMatchObject([{ entryId: id }])
})

test('brown urine of a day keeps its card where a cramp of that date tells of it and raises none', async () => {
  const date = '2026-03-01'
  await ask('addEntry', simvastatin('2026-01-01'))
  await ask('addEntry', { ...simvastatin(date), ...momentAt(date, '02:00', ZONE), change: 'stop' })
  const day = await ask('addEntry', {
    kind: 'day',
    ...momentAt(date, '12:00', ZONE),
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
  expect(await shown()).toMatchObject([{ rule: 'S4', entryId: day.id }])
  await ask('addEntry', cramp(date, { symptoms: ['dark-urine'] }))
  expect(cardsOf(await shown(), 'S4')).toMatchObject([{ rule: 'S4', entryId: day.id }])
})

describe('the trials of statins', () => {
  const mayTell = async () => (await ask('getNow', {})).mayTellStatinTrials

  test('are kept off every screen while an emergency card or S4 holds, read or not, and come back with the correction', async () => {
    expect(await mayTell()).toBe(true)
    const { id } = await ask('addEntry', cramp('2026-03-01', { symptoms: ['chest-pain'] }))
    expect(await mayTell()).toBe(false)
    const [card] = cardsOf(await shown(), 'E1')
    await ask('acknowledgeWarning', { id: card?.id ?? 0, acknowledged: true })
    expect(await mayTell()).toBe(false)
    await ask('changeEntry', { id, draft: cramp('2026-03-01') })
    expect(await mayTell()).toBe(true)
  })

  test.each(['weakness', 'dark-urine', 'widespread-pain'] as const)(
    'are kept off where %s is logged',
    async sign => {
      const { id } = await ask('addEntry', cramp('2026-03-01', { symptoms: [sign] }))
      expect(await mayTell()).toBe(false)
      now += 200 * DAY
      expect(await mayTell()).toBe(false)
      await ask('deleteEntry', { id })
      expect(await mayTell()).toBe(true)
    },
  )
})
