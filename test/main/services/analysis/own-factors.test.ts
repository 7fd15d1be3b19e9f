/** Own factors in the analysis, through the calls of the page: finding, suspect, report, import under another id. */
import { expect, test } from 'vitest'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { everyCramp } from '../../../../shared/analysis/cramp-filter.ts'
import { parseJournalFile } from '../../../../shared/archive/journal-file.ts'
import type { Call, Input } from '../../../../shared/contract.ts'
import { addDays } from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { crampDraft, factorDraft, listedFactor, ownAnswerDraft } from '../../../shared/kinds/drafts.ts'
import { createTestBackend, type TestBackendOptions } from '../../../support/test-backend.ts'

const timeZone = 'Europe/Berlin'
const now = momentAt('2026-11-20', '18:00', timeZone).at
const clock = { at: now, offsetMinutes: 60 }

function begin(options: Pick<TestBackendOptions, 'seed'> = {}) {
  let ticks = 0
  const backend = createTestBackend({ now: () => now + ticks++, timeZone, ...options })
  async function call<C extends Call>(name: C, input: Input<C>) {
    const reply = await backend.api[name](input)
    if (!reply.ok) throw new Error(reply.failure.message)
    return reply.value
  }
  const findOwn = async (id: number) => {
    const { findings } = await call('getFindings', { filter: everyCramp })
    return findings.findings.find(({ key }) => key === `own-factor:${id}`)
  }
  return { ...backend, call, findOwn }
}

const DAYS = 112

/** Days with an answer about the first factor and about cramps; nearly all cramps are on days with it. */
function writeDiary({ ownFactors, entries, checkIns }: JournalStore): void {
  ownFactors.add(listedFactor({ name: 'Long drive', window: 'hours-24', direction: 'more' }))
  for (let day = 1; day <= DAYS; day++) {
    const date = addDays('2026-11-19', -day)
    const present = (day * 7) % 5 < 2
    const hasCramp = present ? (day * 3) % 4 !== 0 : (day * 5) % 16 === 0
    const moment = momentAt(date, '12:00', timeZone)
    entries.add(ownAnswerDraft({ ...moment, factorId: 1, present }), moment.at + 1)
    if (hasCramp) {
      const onset = momentAt(addDays(date, 1), '03:00', timeZone)
      entries.add(crampDraft(onset), onset.at + 1)
    } else checkIns.give({ date, kind: 'cramp', dayStartMinutes: 0 }, moment.at + 1)
  }
}

test('a factor has a finding like any other, named as it is called now, and none once it is deleted', async () => {
  const { call, findOwn } = begin({ seed: writeDiary })
  const found = await findOwn(1)
  expect(found).toMatchObject({
    verdict: 'likely',
    reason: 'clear',
    factor: { id: 1, name: 'Long drive', answer: 'yes-no', window: 'hours-24', direction: 'more' },
    measurement: { missing: [] },
    checkpoint: { test: { side: 'more', group: 'other' } },
  })
  expect(found?.measurement.estimate?.ratio).toBeGreaterThan(3)
  expect(found?.sentence).toMatch(
    /^On answered days with “Long drive” in the day before, you had a cramp on /,
  )
  expect(await call('getFindingChecks', { key: 'own-factor:1', filter: everyCramp })).toMatchObject({
    weekday: { ratio: expect.any(Number) },
  })

  await call('changeOwnFactor', { id: 1, name: 'Driving', archived: true })
  expect(await findOwn(1)).toMatchObject({ verdict: 'likely', factor: { name: 'Driving' } })

  await call('deleteOwnFactor', { id: 1 })
  expect(await findOwn(1)).toBeUndefined()
  expect(await call('getFindingChecks', { key: 'own-factor:1', filter: everyCramp })).toBeNull()
  await call('restoreOwnFactor', { id: 1 })
  expect(await findOwn(1)).toMatchObject({ verdict: 'likely' })
})

test('a factor named when it is created counts as named beforehand; its naming goes and comes with it', async () => {
  const { call, findOwn, journal } = begin()
  const { id } = await call(
    'addOwnFactor',
    factorDraft({ name: 'Pickle brine', answer: 'amount', unit: 'ml' }),
  )
  const naming = await call('nameSuspect', { exposure: `own-factor:${id}` })
  expect(naming).toMatchObject({ exposure: 'own-factor:1', isBeforehand: true })
  expect(await findOwn(id)).toMatchObject({
    verdict: 'need-more-data',
    measurement: { missing: expect.arrayContaining([{ what: 'tracked-days', have: 0, need: 28 }]) },
  })
  await call('deleteOwnFactor', { id })
  expect(await call('listSuspects', {})).toEqual([])
  await expect(call('nameSuspect', { exposure: `own-factor:${id}` })).rejects.toThrow('cannot compare')
  await call('restoreOwnFactor', { id })
  expect(await call('listSuspects', {})).toEqual([naming])
  expect(journal.suspects.list()).toEqual([naming])
})

test('once its numbers were shown, a naming counts from then on', async () => {
  const { call } = begin({ seed: writeDiary })
  expect(await call('nameSuspect', { exposure: 'own-factor:1' })).toMatchObject({ isBeforehand: false })
})

test('what names a factor follows it when an import gives it another id', async () => {
  const { journal } = begin({ seed: writeDiary })
  const naming = { namedOn: '2026-08-01', isBeforehand: true, withdrawnOn: null, keepsShare: false }
  journal.suspects.put({ ...naming, exposure: 'own-factor:1' })
  // Of a factor that was erased: no journal knows what it was about.
  journal.suspects.put({ ...naming, exposure: 'own-factor:99' })
  journal.suggestionDecisions.decide({
    ...{ suggestion: 'own-factor:1', decision: 'accepted', reason: '', decidedAt: now },
  })
  const parsed = parseJournalFile(JSON.stringify(exportJournal(journal)), clock)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))

  const other = createJournalStore(openJournal(':memory:'))
  other.ownFactors.add(listedFactor({ name: 'Stress' }))
  const { id } = other.ownFactors.add(listedFactor({ name: 'Hill route' }))
  importJournal(other, parsed.file)
  expect(other.ownFactors.list().map(factor => [factor.id, factor.name])).toContainEqual([3, 'Long drive'])
  expect(other.suspects.list()).toEqual([{ ...naming, exposure: 'own-factor:3' }])
  expect(other.suggestionDecisions.list()).toMatchObject([{ suggestion: 'own-factor:3' }])
  // A second import of the file finds the factor by its name, and adds nothing.
  importJournal(other, parsed.file)
  expect(other.suspects.list()).toHaveLength(1)
  expect(id).toBe(2)
  other.close()

  const empty = createJournalStore(openJournal(':memory:'))
  importJournal(empty, parsed.file)
  expect(exportJournal(empty)).toEqual({
    ...parsed.file,
    suspects: [{ ...naming, exposure: 'own-factor:1' }],
  })
  empty.close()
})
