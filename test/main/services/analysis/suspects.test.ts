/** Suspects: what counts as named beforehand, what a withdrawal leaves, and what the analysis is given. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { FindingsInput } from '../../../../main/services/analysis/diary-findings.ts'
import { createFindingsService } from '../../../../main/services/analysis/findings-service.ts'
import { createSuspectService } from '../../../../main/services/analysis/suspect-service.ts'
import { fillWithDemo } from '../../../../main/services/demo.ts'
import { createServices } from '../../../../main/services/services.ts'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { noRetry } from '../../../../main/store/busy-retry.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { everyCramp } from '../../../../shared/analysis/cramp-filter.ts'
import type { BuiltInKey } from '../../../../shared/analysis/exposures/exposures.ts'
import type { Finding, FoundFindings } from '../../../../shared/analysis/finding.ts'
import { isCurrent, isEstimateShown, listJudged } from '../../../../shared/analysis/suspects.ts'
import { parseJournalFile } from '../../../../shared/archive/journal-file.ts'
import type { CalendarDate } from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { emptyJournalFile } from '../../../fixtures/journal-file.ts'
import { makeFinding } from '../../../shared/advice/make-finding.ts'
import { crampDraft, shoeDraft } from '../../../shared/kinds/drafts.ts'
import { createOpenAnalysis } from '../../../support/in-process.ts'

const timeZone = 'Europe/Berlin'
const at = (date: CalendarDate) => momentAt(date, '14:00', timeZone).at
let now: number
const clock = { now: () => now, timeZone: () => timeZone }

let journal: JournalStore
/** Exposures whose gate is passed at the next analysis. */
let passed: BuiltInKey[]
let inputs: FindingsInput[]

const foundOf = (findings: Finding[]): FoundFindings => ({
  findings: {
    firstDate: null,
    lastDate: null,
    trackedDays: 0,
    crampDays: 0,
    outcome: 'cramp-days',
    nextCheckpoint: '2027-01-01',
    findings,
  },
  medicines: [],
})

beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  now = at('2026-11-20')
  passed = []
  inputs = []
  return () => journal.close()
})

function openSuspects() {
  const findings = createFindingsService(journal, {
    ...{ path: ':memory:', clock, busyRetry: noRetry },
    warnings: createServices(journal, clock).warnings,
    analysis: {
      async findFindings(input, onFound) {
        inputs.push(input)
        const found = foundOf(passed.map(key => makeFinding(key, { verdict: 'not-sure-yet', ratio: 2 })))
        await onFound({ found, results: null })
        return found
      },
      findChecks: async () => null,
      countComparedDays: async () => [],
    },
  })
  return { ...createSuspectService(journal, { clock, findings }), findings }
}

describe('an exposure counts as named beforehand', () => {
  test('until its own estimate is shown, whatever is shown of others', async () => {
    const { name, findings } = openSuspects()
    passed = ['heat-day']
    expect(await name('standing')).toEqual({
      exposure: 'standing',
      namedOn: '2026-11-20',
      isBeforehand: true,
      withdrawnOn: null,
      keepsShare: false,
    })
    passed = ['heat-day', 'alcohol']
    now = at('2026-11-21')
    await findings.find(everyCramp)
    expect(await name('alcohol')).toMatchObject({ isBeforehand: false, namedOn: '2026-11-21' })
  })

  test('not once its gate is passed, seen on a screen or not', async () => {
    passed = ['alcohol']
    expect(await openSuspects().name('alcohol')).toMatchObject({ isBeforehand: false })
  })

  test('not when its gate has been passed before and is no longer', async () => {
    const { name, findings } = openSuspects()
    passed = ['alcohol']
    await findings.find(everyCramp)
    journal.entries.add(crampDraft({ at: now }), now)
    passed = []
    expect(await name('alcohol')).toMatchObject({ isBeforehand: false })
  })

  test('as the analysis of a real journal has it', async () => {
    fillWithDemo(createServices(journal, clock))
    const findings = createFindingsService(journal, {
      ...{ path: ':memory:', clock, busyRetry: noRetry, analysis: createOpenAnalysis(() => journal) },
      warnings: createServices(journal, clock).warnings,
    })
    const { name } = createSuspectService(journal, { clock, findings })
    const all = (await findings.find(everyCramp)).findings.findings
    const suspected = new Set(journal.suspects.list().map(({ exposure }) => exposure))
    const others = all.filter(({ key }) => !suspected.has(key))
    const shown = others.find(isEstimateShown)
    const hidden = others.find(finding => !isEstimateShown(finding))
    if (shown === undefined || hidden === undefined) throw new Error('the demo has both')
    expect(await name(shown.key)).toMatchObject({ isBeforehand: false })
    expect(await name(hidden.key)).toMatchObject({ isBeforehand: true })
  })
})

describe('a suspect that is withdrawn', () => {
  test('keeps its share once its estimate was shown, and takes it up again when it is named again', async () => {
    const { name, withdraw, list, findings } = openSuspects()
    const named = await name('alcohol')
    now = at('2026-12-20')
    passed = ['alcohol']
    await findings.find(everyCramp)
    expect(withdraw('alcohol')).toEqual({ ...named, withdrawnOn: '2026-12-20', keepsShare: true })
    expect(listJudged(list())).toEqual([{ exposure: 'alcohol', namedOn: '2026-11-20', isBeforehand: true }])
    now = at('2026-12-24')
    expect(await name('alcohol')).toEqual(named)
  })

  test('has no share if nothing had been shown of it, and its naming is kept', async () => {
    const { name, withdraw, list } = openSuspects()
    await name('alcohol')
    now = at('2026-11-25')
    withdraw('alcohol')
    expect(listJudged(list())).toEqual([])
    expect(list()).toMatchObject([{ exposure: 'alcohol', withdrawnOn: '2026-11-25', keepsShare: false }])
    now = at('2026-11-27')
    await name('alcohol')
    expect(list().map(({ namedOn, withdrawnOn }) => [namedOn, withdrawnOn])).toEqual([
      ['2026-11-20', '2026-11-25'],
      ['2026-11-27', null],
    ])
  })

  test('of the same day is taken back as if nothing had been, by Undo', async () => {
    const { name, withdraw, list } = openSuspects()
    const beforehand = await name('standing')
    passed = ['alcohol']
    const later = await name('alcohol')
    withdraw('alcohol')
    withdraw('standing')
    expect(listJudged(list())).toEqual([])
    await name('standing')
    await name('alcohol')
    expect(list()).toEqual([later, beforehand])
  })

  test('keeps its share on a later day if it was named with its numbers in sight', async () => {
    const { name, withdraw } = openSuspects()
    passed = ['alcohol']
    await name('alcohol')
    now = at('2026-11-21')
    expect(withdraw('alcohol')).toMatchObject({ isBeforehand: false, keepsShare: true })
  })
})

describe('refused, with a sentence', () => {
  test('is a seventh suspect, until one is removed', async () => {
    const { name, withdraw, list } = openSuspects()
    const six = ['standing', 'alcohol', 'heat-day', 'illness-loss', 'caffeine', 'cold-feet'] as const
    for (const key of six) await name(key)
    await expect(name('sitting')).rejects.toThrow('You can suspect 6 things at a time. Remove one first.')
    // Naming one of the six again changes nothing.
    await name('standing')
    expect(list().filter(isCurrent)).toHaveLength(six.length)
    withdraw('standing')
    await name('sitting')
    expect(
      list()
        .filter(isCurrent)
        .map(({ exposure }) => exposure),
    ).toContain('sitting')
  })

  test('is what cannot be compared, and withdrawing what is not suspected', async () => {
    const { name, withdraw } = openSuspects()
    await expect(name('moonlight')).rejects.toThrow('Unknot cannot compare this.')
    expect(() => withdraw('standing')).toThrow('This suspect is no longer in the journal.')
  })
})

test('the analysis is given the suspects that share the budget, and runs again after a naming', async () => {
  const { name, findings } = openSuspects()
  await name('standing')
  await findings.find(everyCramp)
  expect(inputs.map(({ suspects }) => suspects)).toEqual([
    [],
    [{ exposure: 'standing', namedOn: '2026-11-20', isBeforehand: true }],
  ])
})

describe('in a file', () => {
  const naming = {
    exposure: 'alcohol',
    namedOn: '2026-03-01',
    isBeforehand: true,
    withdrawnOn: null,
    keepsShare: false,
  }
  const read = (suspects: readonly object[]) =>
    parseJournalFile(JSON.stringify({ ...emptyJournalFile, suspects }), { at: now, offsetMinutes: 60 })

  test('a second current naming, a second of one day, and one of tomorrow are refused', () => {
    expect(read([naming, { ...naming, exposure: 'standing' }]).ok).toBe(true)
    for (const twice of [
      [naming, { ...naming, namedOn: '2026-04-01' }],
      [naming, { ...naming, withdrawnOn: '2026-03-02' }],
    ])
      expect(read(twice)).toMatchObject({
        problems: [{ path: 'suspects[1]', message: 'alcohol is named twice.' }],
      })
    expect(read([{ ...naming, namedOn: '2026-11-23' }])).toMatchObject({
      problems: [{ path: 'suspects[0]' }],
    })
  })

  test('the namings of the journal take precedence, and what it has shown is not named beforehand', async () => {
    journal.shoes.add(shoeDraft())
    const { name, findings } = openSuspects()
    passed = ['heat-day']
    await findings.find(everyCramp)
    await name('alcohol')
    importJournal(journal, {
      ...emptyJournalFile,
      suspects: [naming, { ...naming, exposure: 'heat-day' }, { ...naming, exposure: 'cold-feet' }],
    })
    expect(exportJournal(journal).suspects).toMatchObject([
      { exposure: 'cold-feet', namedOn: '2026-03-01', isBeforehand: true },
      { exposure: 'heat-day', namedOn: '2026-03-01', isBeforehand: false },
      { exposure: 'alcohol', namedOn: '2026-11-20' },
    ])
  })
})
