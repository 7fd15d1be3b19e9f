/**
 * Calls that declare `reads` write nothing: made under `query_only`, where a write of the handlers' connection fails, and
 * compared by what writes would leave behind: changed rows, another `data_version`, other bytes of the file or its log.
 */

import { hash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { BrowserWindow } from 'electron'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createPages } from '../../../../main/ipc/pages.ts'
import { fillWithDemo } from '../../../../main/services/demo.ts'
import { createServices } from '../../../../main/services/services.ts'
import { exportJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { sealReport } from '../../../../main/store/repositories/reports.ts'
import { everyCramp } from '../../../../shared/analysis/cramp-filter.ts'
import { callNames } from '../../../../shared/call-names.ts'
import {
  type Call,
  contract,
  type Handlers,
  type Input,
  type Output,
  type ReadingCall,
} from '../../../../shared/contract.ts'
import { plainOrder, type ReportOrder } from '../../../../shared/report/order.ts'
import { emptyFilter } from '../../../../shared/search/entry-filter.ts'
import { MS_PER_MINUTE } from '../../../../shared/time/moment.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { makeCoins } from '../../../shared/experiments/make-coins.ts'
import { makeExperiment } from '../../../shared/experiments/make-experiment.ts'
import { crampDraft, fluidDraft } from '../../../shared/kinds/drafts.ts'
import { reportOf } from '../../../shared/report/report-facts.ts'
import { createRealHandlers } from '../../../support/real-handlers.ts'

const PAGE = { pageId: 1 }
const start = momentAt('2026-11-20', '14:00', 'Europe/Berlin')
let now = start.at
const clock = { now: () => now, timeZone: () => 'Europe/Berlin' }
const period = { fromDate: '2026-06-01', toDate: '2026-11-20' }
const order = {
  ...period,
  paper: 'A4',
  ...plainOrder,
  sections: ['numbers', 'warnings'],
} satisfies ReportOrder

let path: string
let db: Database
/** Export of another program. */
const NIGHTS = 'test/fixtures/history/sleep-as-android/sleepdiary-sleep-export.2.zip'

let second: Database
let handlers: Partial<Handlers>
let inputs: { readonly [C in ReadingCall]: Input<C> }

async function ask<C extends Call>(call: C, input: Input<C>): Promise<Output<C>> {
  const reply = await answer(handlers, call, input, PAGE)
  if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.failure)}`)
  return reply.value
}

/** Id of the print job whose page is never ready. */
let heldJob = 0

function openHiddenWindow(place: string): BrowserWindow {
  heldJob = Number(new URLSearchParams(place.split('?')[1]).get('job'))
  const webContents = Object.assign(new EventEmitter(), { id: 7 })
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => false,
    destroy: () => {},
  })
  return window as unknown as BrowserWindow
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-reads-'))
  path = join(folder, 'journal.sqlite')
  db = openJournal(path)
  const store = createJournalStore(db)
  fillWithDemo(createServices(store, clock))
  store.experiments.add(makeExperiment({ firstDate: '2026-11-18' }))
  store.coins.add(makeCoins({ firstDate: '2026-11-18' }))
  store.reports.add(sealReport(reportOf()), now)
  const importPath = join(folder, 'import.json')
  writeFileSync(importPath, JSON.stringify(exportJournal(store)))
  const pages = createPages()
  handlers = createRealHandlers(store, {
    ...{ path, pages },
    clock,
    openHiddenWindow,
    chosenPath: importPath,
    getSavePath: () => join(folder, 'report.csv'),
  })

  const drink = await ask('addEntry', fluidDraft({ at: now - MS_PER_MINUTE }))
  await ask('deleteEntry', { id: drink.id })
  const urgent = await ask('addEntry', crampDraft({ at: now - 60 * MS_PER_MINUTE, symptoms: ['swelling'] }))
  await ask('addEntry', crampDraft({ ...start, durationSeconds: null, ongoing: true, symptoms: [] }))
  const { backups } = await ask('backUpNow', {})
  const opened = await ask('chooseImport', { what: 'files' })
  if (opened?.kind !== 'import') return expect.fail('no journal was chosen')
  const { chosen } = opened
  expect(chosen.names).toEqual(['import.json'])
  const saved = await ask('saveReport', {
    source: { kind: 'new', order },
    fit: null,
    format: 'csv',
  })
  void answer(handlers, 'printReport', { source: { kind: 'new', order }, fit: null }, PAGE)
  await vi.waitFor(() => expect(heldJob).toBeGreaterThan(0))

  // The running cramp's card is due by now, but not stored.
  now += 11 * MS_PER_MINUTE
  expect(store.warnings.list().map(({ rule }) => rule)).toContain('S2')
  expect(store.warnings.list().map(({ rule }) => rule)).not.toContain('S1')

  const importChoices = {
    files: chosen.files,
    passphrase: null,
    answers: { dateOrder: null, decimalSign: null },
    changed: 'keep',
  } as const
  inputs = {
    getStatus: {},
    getProfile: {},
    getDay: { date: '2026-11-20', dayStartMinutes: 240 },
    getNow: {},
    getRecentNights: {},
    findEntries: { filter: emptyFilter, dayStartMinutes: 240 },
    getEntries: { ids: [urgent.id] },
    listTrash: {},
    getDeletedEntries: { ids: [drink.id] },
    getCrampCalendar: { year: 2026 },
    listFactorDates: { factorId: 1, year: 2026, dayStartMinutes: 240 },
    getDayQuestions: { date: '2026-11-20' },
    getJournalAnswers: {},
    listWarnings: {},
    listSuggestionDecisions: {},
    listMedication: {},
    listShoes: {},
    listShoeWear: {},
    listOwnFactors: {},
    listFactorNames: {},
    listOwnThings: {},
    getOverview: { ...period, filter: everyCramp },
    getPatterns: { ...period, filter: everyCramp },
    getFindings: { filter: everyCramp },
    getFindingChecks: { key: 'alcohol', filter: everyCramp },
    getRuleChange: {},
    listSuspects: {},
    listExperiments: {},
    getExperimentNow: {},
    planExperiment: { subject: 'loose-bedding' },
    listCoins: {},
    getCoinsNow: {},
    getReport: order,
    showSavedReport: { file: saved.file ?? '', as: 'folder' },
    listKeptReports: {},
    getKeptReport: { id: store.reports.list()[0]?.id ?? 0 },
    getPrintJob: { job: heldJob },
    openDataFolder: {},
    getAbout: {},
    getLicences: {},
    getCrampShortcut: {},
    listBackups: {},
    previewBackup: { backup: { place: 'standard', name: backups[0]?.name ?? '' }, passphrase: null },
    previewImport: importChoices,
    previewHistory: { files: pages.files.issue(PAGE.pageId, 'history', [NIGHTS]), answers: {} },
    listHistorySources: {},
    getHistorySheet: { source: null },
    listComparedDays: {},
  }
  // Waits for the job that stores the outcome of the analysis.
  await ask('getFindings', { filter: everyCramp })
  second = new Sqlite(path)
  db.pragma('query_only = on')
})
afterAll(() => {
  second.close()
  db.close()
  rmSync(dirname(path), { recursive: true })
})

/** Fingerprint of everything that a write would change. */
const describeState = () => ({
  rows: db.prepare('select total_changes()').pluck().get(),
  version: second.pragma('data_version', { simple: true }),
  file: hash('sha256', readFileSync(path)),
  log: hash('sha256', readFileSync(`${path}-wal`)),
})

const isReading = (call: Call): call is ReadingCall => contract[call].access === 'reads'

test.each(callNames.filter(isReading))('%s writes nothing', async call => {
  const before = describeState()
  const output = await ask(call, inputs[call])
  expect(contract[call].output.parse(output)).toEqual(output)
  expect(describeState()).toEqual(before)
})

test('a write is noticed', async () => {
  const before = describeState()
  await expect(ask('addEntry', fluidDraft())).rejects.toThrow(/readonly|read-only|write-protected/i)
  expect(describeState()).toEqual(before)
  db.pragma('query_only = off')
  await ask('addEntry', fluidDraft({ at: now }))
  const after = describeState()
  for (const key of ['rows', 'version', 'log'] as const) expect(after[key]).not.toEqual(before[key])
})
