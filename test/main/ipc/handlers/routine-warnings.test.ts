/** Cards that can wait: raised once, snoozed, rate-limited; decisions about them outlast the finding. */
import { beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createAdviceHandlers } from '../../../../main/ipc/handlers/advice.ts'
import { createEntryHandlers } from '../../../../main/ipc/handlers/entries.ts'
import { createInsightsHandlers } from '../../../../main/ipc/handlers/insights.ts'
import { createNowHandlers } from '../../../../main/ipc/handlers/now.ts'
import { createPersonHandlers } from '../../../../main/ipc/handlers/person.ts'
import { createWarningHandlers } from '../../../../main/ipc/handlers/warnings.ts'
import { createPages } from '../../../../main/ipc/pages.ts'
import { createFindingsService } from '../../../../main/services/analysis/findings-service.ts'
import { createServices } from '../../../../main/services/services.ts'
import { noRetry } from '../../../../main/store/busy-retry.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { everyCramp } from '../../../../shared/analysis/cramp-filter.ts'
import type { FoundFindings } from '../../../../shared/analysis/finding.ts'
import { type Call, contract, type Input, type Output } from '../../../../shared/contract.ts'
import type { CrampDraft } from '../../../../shared/kinds/cramp.ts'
import { emptyProfile } from '../../../../shared/kinds/profile.ts'
import { addDays } from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { makeFinding } from '../../../shared/advice/make-finding.ts'
import { crampDraft } from '../../../shared/kinds/drafts.ts'
import { createOpenAnalysis } from '../../../support/in-process.ts'

const noExperiments = { list: () => [] }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const evening = momentAt('2026-11-19', '20:00', 'Europe/Berlin').at

type Asked = ReturnType<typeof createEntryHandlers> &
  ReturnType<typeof createNowHandlers> &
  ReturnType<typeof createPersonHandlers> &
  ReturnType<typeof createInsightsHandlers> &
  ReturnType<typeof createAdviceHandlers> &
  ReturnType<typeof createWarningHandlers>

let journal: JournalStore
let now: number
let handlers: Asked
let found: FoundFindings

beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  now = evening
  const clock = { now: () => now, timeZone: () => 'Europe/Berlin' }
  const analysis = createOpenAnalysis(
    () => journal,
    async () => found,
  )
  const services = createServices(journal, clock)
  const { warnings } = services
  const findings = createFindingsService(journal, {
    ...{ path: ':memory:', clock, analysis, warnings, busyRetry: noRetry },
  })
  handlers = {
    ...createEntryHandlers(services),
    ...createNowHandlers(services),
    ...createPersonHandlers(services),
    ...createInsightsHandlers(journal, noExperiments, {
      clock,
      coinViews: noExperiments,
      findings,
      pages: createPages(),
    }),
    ...createAdviceHandlers(journal, clock),
    ...createWarningHandlers(services),
  }
  return () => journal.close()
})

async function ask<C extends keyof Asked & Call>(call: C, input: Input<C>): Promise<Output<C>> {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
  expect(contract[call].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}
const shown = async () => (await ask('getNow', {})).warnings.map(({ rule }) => rule)
const openCards = async () => (await ask('getNow', {})).warnings

const limping = (fields: Partial<CrampDraft> = {}) =>
  crampDraft({ wokeMe: false, symptoms: ['limping'], circumstances: ['longer-than-a-day'], ...fields })
const getOnlyCard = async () => {
  const [card, ...more] = await openCards()
  if (card === undefined || more.length > 0) throw new Error('not one card')
  return card
}

describe('a card that can wait', () => {
  test('stands once, however many entries it holds for', async () => {
    await ask('addEntry', limping())
    now += DAY
    await ask('addEntry', limping({ at: now - MINUTE }))
    expect(await shown()).toEqual(['R2'])
  })

  test('keeps quiet for four weeks after it was read, and speaks of what comes after', async () => {
    await ask('addEntry', limping())
    await ask('acknowledgeWarning', { id: (await getOnlyCard()).id, acknowledged: true })
    now = evening + 28 * DAY - MINUTE
    await ask('addEntry', limping({ at: now - MINUTE }))
    expect(await shown()).toEqual([])
    now = evening + 28 * DAY + MINUTE
    await ask('addEntry', limping({ at: now - MINUTE }))
    expect(await shown()).toEqual(['R2'])
  })

  test('is put off for 28 days, through every save, and comes back', async () => {
    await ask('addEntry', limping())
    const { id } = await getOnlyCard()
    await ask('snoozeWarning', { id, snoozed: true })
    expect(await shown()).toEqual([])
    now = evening + 28 * DAY - 1
    await ask('addEntry', limping({ at: now - MINUTE }))
    expect(await shown()).toEqual([])
    now = evening + 28 * DAY
    expect((await openCards()).map(card => card.id)).toEqual([id])
  })

  test('that was put off by mistake is shown again', async () => {
    await ask('addEntry', limping())
    const { id } = await getOnlyCard()
    await ask('snoozeWarning', { id, snoozed: true })
    await ask('snoozeWarning', { id, snoozed: false })
    expect(await shown()).toEqual(['R2'])
  })

  test('stays in the list of all cards while it is put off', async () => {
    await ask('addEntry', limping())
    await ask('snoozeWarning', { id: (await getOnlyCard()).id, snoozed: true })
    expect(await ask('listWarnings', {})).toMatchObject([{ rule: 'R2', snoozedUntil: evening + 28 * DAY }])
  })

  test('is not raised by what is told of long ago', async () => {
    await ask('addEntry', limping({ at: evening - 29 * DAY }))
    expect(await shown()).toEqual([])
  })
})

test.each([
  ['an emergency', crampDraft({ symptoms: ['chest-pain'] })],
  ['one for today', crampDraft({ symptoms: ['swelling'] })],
] as const)('%s cannot be put off, and comes again with the next cramp', async (_what, draft) => {
  await ask('addEntry', draft)
  const { id } = await getOnlyCard()
  const reply = await answer(handlers, 'snoozeWarning', { id, snoozed: true }, { pageId: 1 })
  expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  expect(await openCards()).toHaveLength(1)
  await ask('acknowledgeWarning', { id, acknowledged: true })
  await ask('addEntry', { ...draft, at: draft.at + 60 * MINUTE })
  expect(await openCards()).toHaveLength(1)
})

describe('changes and the trash', () => {
  /** Adds cramps that wake the person on four consecutive nights. */
  async function addFourNights() {
    const ids: number[] = []
    for (const days of [3, 2, 1, 0])
      ids.push((await ask('addEntry', crampDraft({ at: crampDraft().at - days * DAY, intensity: 3 }))).id)
    return ids
  }

  test('deleting one of the cramps it counts takes the card away, and its return brings it back', async () => {
    const [first = 0] = await addFourNights()
    expect(await shown()).toEqual(['R6'])
    await ask('deleteEntry', { id: first })
    expect(await shown()).toEqual([])
    await ask('restoreEntry', { id: first })
    expect(await shown()).toEqual(['R6'])
  })

  test('what was decided stays decided when the entry it stood on is deleted', async () => {
    const ids = await addFourNights()
    await ask('addEntry', crampDraft({ at: crampDraft().at - 4 * DAY, intensity: 3 }))
    await ask('acknowledgeWarning', { id: (await getOnlyCard()).id, acknowledged: true })
    await ask('deleteEntry', { id: ids.at(-1) ?? 0 })
    expect(await shown()).toEqual([])
  })

  test('where nothing was decided, another entry speaks for it', async () => {
    await ask('addEntry', crampDraft({ at: crampDraft().at - 4 * DAY, intensity: 3 }))
    const ids = await addFourNights()
    const { entryId } = await getOnlyCard()
    await ask('deleteEntry', { id: entryId })
    expect(await shown()).toEqual(['R6'])
    expect(ids).toContain((await getOnlyCard()).entryId)
  })

  test('cramp-free days told later count as well', async () => {
    for (const days of [6, 5, 4, 3, 2, 1, 0])
      await ask('addEntry', crampDraft({ at: crampDraft().at - days * DAY, wokeMe: false, intensity: 3 }))
    expect(await shown()).toEqual([])
    for (let days = 7; days < 56; days++)
      await ask('setCheckIn', {
        date: addDays('2026-11-18', -days),
        kind: 'cramp',
        dayStartMinutes: 0,
        complete: true,
      })
    expect(await shown()).toEqual(['R8'])
  })
})

describe('what the analysis found', () => {
  const ready = (verdict: 'no-clear-link' | 'possible' | 'need-more-data'): FoundFindings => ({
    findings: {
      firstDate: null,
      lastDate: null,
      trackedDays: 56,
      crampDays: 8,
      outcome: 'cramp-days',
      nextCheckpoint: '2026-12-14',
      findings: [makeFinding('alcohol', { verdict, ratio: 1.4 })],
    },
    medicines: [],
  })

  test.each([
    ['no-clear-link', false],
    ['possible', true],
    ['need-more-data', null],
  ] as const)('%s is remembered as %s', async (verdict, outcome) => {
    found = ready(verdict)
    await ask('getFindings', { filter: everyCramp })
    expect(journal.analysisOutcome.get()).toBe(outcome)
  })

  test('about some of the cramps only says nothing of all', async () => {
    found = ready('possible')
    await ask('getFindings', { filter: { ...everyCramp, muscle: 'calf' } })
    expect(journal.analysisOutcome.get()).toBe(null)
  })

  test('is written down once: a write would ask for another analysis', async () => {
    found = ready('no-clear-link')
    await ask('getFindings', { filter: everyCramp })
    const revision = journal.getRevision()
    await ask('getFindings', { filter: everyCramp })
    expect(journal.getRevision()).toBe(revision)
  })
})

describe('decisions about suggestions', () => {
  test('are kept, replaced and taken back', async () => {
    const decided = await ask('decideSuggestion', {
      suggestion: 'loose-bedding',
      decision: 'accepted',
      reason: '',
      decidedAt: null,
    })
    expect(decided.decidedAt).toBe(evening)
    now += DAY
    await ask('decideSuggestion', { ...decided, decision: 'dismissed', reason: 'Cold feet', decidedAt: null })
    expect(await ask('listSuggestionDecisions', {})).toEqual([
      { suggestion: 'loose-bedding', decision: 'dismissed', reason: 'Cold feet', decidedAt: evening + DAY },
    ])
    await ask('decideSuggestion', decided)
    expect(await ask('listSuggestionDecisions', {})).toEqual([decided])
    await ask('reopenSuggestion', { suggestion: 'loose-bedding' })
    expect(await ask('listSuggestionDecisions', {})).toEqual([])
  })

  test('outlast every change of the journal', async () => {
    const decision = { suggestion: 'evening-stretch', decision: 'done', reason: '' } as const
    const decided = await ask('decideSuggestion', { ...decision, decidedAt: null })
    const { id } = await ask('addEntry', crampDraft())
    await ask('deleteEntry', { id })
    await ask('changeProfile', { ...emptyProfile, conditions: ['kidney-disease'] })
    expect(await ask('listSuggestionDecisions', {})).toEqual([decided])
  })
})
