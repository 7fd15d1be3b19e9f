/** Contract test: every call has a handler, and every output parses. */
import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createPages } from '../../../../main/ipc/pages.ts'
import { fillWithDemo } from '../../../../main/services/demo.ts'
import { historyStore } from '../../../../main/services/history/history-store.ts'
import { createServices } from '../../../../main/services/services.ts'
import { JournalRefused } from '../../../../main/store/journal-refused.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { sealReport } from '../../../../main/store/repositories/reports.ts'
import { everyCramp } from '../../../../shared/analysis/cramp-filter.ts'
import { callNames } from '../../../../shared/call-names.ts'
import { type Call, contract, type Handlers, type Input, refusals } from '../../../../shared/contract.ts'
import type { EntryDraft, EntryKind } from '../../../../shared/kinds/entry.ts'
import { plainOrder, type ReportOrder } from '../../../../shared/report/order.ts'
import { emptyFilter } from '../../../../shared/search/entry-filter.ts'
import { momentAt, momentOfInstant } from '../../../../shared/time/time-zone.ts'
import { makeCoins } from '../../../shared/experiments/make-coins.ts'
import { makeExperiment } from '../../../shared/experiments/make-experiment.ts'
import { factorDraft, fluidDraft, noonish, shoeDraft } from '../../../shared/kinds/drafts.ts'
import { reportOf } from '../../../shared/report/report-facts.ts'
import { createRealHandlers } from '../../../support/real-handlers.ts'

const PAGE = { pageId: 1 }
const PRINT_PAGE = { pageId: 7 }
const period = { fromDate: '2026-06-01', toDate: '2026-11-20' }
const order = {
  ...period,
  paper: 'A4',
  ...plainOrder,
  sections: ['numbers', 'warnings'],
} satisfies ReportOrder
const clock = {
  now: () => momentAt('2026-11-20', '14:00', 'Europe/Berlin').at,
  timeZone: () => 'Europe/Berlin',
}

const medicationDraft = {
  kind: 'medication',
  ...noonish,
  note: '',
  name: 'Simvastatin',
  medicineClass: 'statin',
  change: 'start',
  dose: '20 mg',
} satisfies EntryDraft

let path: string
let backupName: string
let journal: JournalStore
let handlers: Partial<Handlers>

beforeAll(async () => {
  path = join(mkdtempSync(join(tmpdir(), 'unknot-calls-')), 'journal.sqlite')
  journal = createJournalStore(openJournal(path))
  fillWithDemo(createServices(journal, clock))
  journal.warnings.raise('S1', getIdOfAny('cramp'), clock.now())
  journal.warnings.raise('R1', getIdOfAny('cramp'), clock.now())
  journal.entries.add(medicationDraft, clock.now())
  journal.reports.add(sealReport(reportOf()), clock.now())
  journal.experiments.add(makeExperiment({ firstDate: '2026-11-18' }))
  handlers = handlersFor(journal)
  const made = await answer(handlers, 'backUpNow', {}, PAGE)
  backupName = made.ok ? (made.value.backups[0]?.name ?? '') : ''
})
afterAll(async () => {
  await answer(handlers, 'cancelJob', { job: HELD }, PAGE)
  journal.close()
  rmSync(dirname(path), { recursive: true })
})

const pages = createPages()
const handlersFor = (opened: JournalStore | JournalRefused) =>
  createRealHandlers(opened, {
    path,
    clock,
    pages,
    openHiddenWindow: openPrintedWindow,
    getSavePath: () => savePath,
  })

/** Caller's job id of the print that never finishes. */
const HELD = 'held'
/** Id of the print job whose page never becomes ready; 0 until it exists. */
let heldJob = 0
let isHeld = false

/** Starts printing a report whose page never becomes ready, so that its job can be read. */
async function holdPrintJob(): Promise<void> {
  isHeld = true
  void answer(handlers, 'printReport', getInputs().printReport, { ...PAGE, job: HELD })
  await vi.waitFor(() => expect(heldJob).toBeGreaterThan(0))
}

/** Answer of the save dialogs, which are cancelled by default. */
let savePath: string | undefined
/** Token of the report that was saved last. */
let savedFile = '00000000-0000-4000-8000-000000000000'

async function saveReportFile(): Promise<void> {
  savePath = join(dirname(path), 'report.csv')
  const reply = await answer(handlers, 'saveReport', { ...getInputs().saveReport, format: 'csv' }, PAGE)
  savePath = undefined
  savedFile = (reply.ok && reply.value.file) || savedFile
}

/** Window whose page is ready to print at once, or never for the held-back id. */
function openPrintedWindow(place: string): BrowserWindow {
  if (isHeld) heldJob = Number(new URLSearchParams(place.split('?')[1]).get('job'))
  else queueMicrotask(() => void answer(handlers, 'announceReportReady', {}, PRINT_PAGE))
  const webContents = Object.assign(new EventEmitter(), {
    id: PRINT_PAGE.pageId,
    printToPDF: async () => Buffer.from('%PDF'),
    print: (_options: unknown, done: (isPrinted: boolean, reason: string) => void) => done(true, ''),
  })
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => false,
    destroy: () => {},
  })
  return window as unknown as BrowserWindow
}

const importChoices = {
  files: pages.files.issue(PAGE.pageId, 'import', []),
  passphrase: null,
  answers: { dateOrder: null, decimalSign: null },
  changed: 'keep',
} as const

/** Export of another program. */
const NIGHTS = 'test/fixtures/history/sleep-as-android/sleepdiary-sleep-export.2.zip'
const historyOrder = { files: pages.files.issue(PAGE.pageId, 'history', [NIGHTS]), answers: {} }
/** Source with drinks on three days, one of which can be answered for. */
let sourceId = 0
/** Last import. */
let importId = 0

/** Plan of an import of `NIGHTS`. */
let historyPlan = ''

async function planNights(): Promise<void> {
  const reply = await answer(handlers, 'previewHistory', historyOrder, PAGE)
  historyPlan = reply.ok && reply.value.state === 'ready' ? reply.value.plan : ''
}

/** Imports three drinks, and sets the ids of their source and their import. */
function importDrinks(): void {
  const source = { reader: 'waterminder', name: 'WaterMinder' }
  const entries = ['2026-03-01', '2026-03-02', '2026-03-03'].map(date => {
    const moment = momentAt(date, '08:00', 'Europe/Berlin')
    return { key: date, loggedAt: moment.at, draft: fluidDraft(moment) }
  })
  const now = momentOfInstant(clock.now(), clock.timeZone())
  const plan = historyStore.plan(journal, source, entries, now)
  const stored = historyStore.store(journal, { source, plan, answers: {}, now })
  sourceId = stored.sourceId
  importId = stored.importId
}

/** Inputs by call. The demo's entries and shoes have ids from 1. */
const getInputs = (): { readonly [C in Call]: Input<C> } => ({
  getStatus: {},
  openDemo: {},
  acknowledgeWelcome: {},
  getProfile: {},
  changeProfile: journal.profile.get(),
  getDay: { date: '2026-11-19', dayStartMinutes: 240 },
  getNow: {},
  getRecentNights: {},
  addEntry: fluidDraft(),
  addEntries: [fluidDraft()],
  changeEntry: { id: getIdOfAny('fluid'), draft: fluidDraft({ volumeMl: 300 }) },
  deleteEntry: { id: 1 },
  restoreEntry: { id: 1 },
  findEntries: { filter: emptyFilter, dayStartMinutes: 240 },
  getEntries: { ids: [1, 2] },
  // Each change is reverted, so that later calls find their entries.
  deleteEntries: { ids: [2, 3] },
  restoreEntries: { ids: [2, 3] },
  listTrash: {},
  getDeletedEntries: { ids: [getDeletedId()] },
  eraseEntries: { ids: [getDeletedId()] },
  getCrampCalendar: { year: 2026 },
  listFactorDates: { factorId: 1, year: 2026, dayStartMinutes: 240 },
  setCheckIn: { date: '2026-11-19', kind: 'fluid', dayStartMinutes: 0, complete: true },
  getDayQuestions: { date: '2026-11-20' },
  setCheckIns: {
    checkIns: [{ date: '2026-11-19', kind: 'food', dayStartMinutes: 240, inOnePress: true }],
    complete: true,
  },
  getJournalAnswers: {},
  saveReminderCalendar: { hour: 20 },
  listWarnings: {},
  acknowledgeWarning: { id: getWarningId(), acknowledged: true },
  snoozeWarning: { id: getRoutineId(), snoozed: true },
  listSuggestionDecisions: {},
  decideSuggestion: {
    suggestion: 'evening-stretch',
    decision: 'dismissed',
    reason: 'Knees',
    decidedAt: null,
  },
  reopenSuggestion: { suggestion: 'evening-stretch' },
  listMedication: {},
  listOwnFactors: {},
  listFactorNames: {},
  addOwnFactor: factorDraft({ name: 'Pickle brine', answer: 'amount', unit: 'ml' }),
  changeOwnFactor: { id: 1, name: 'Brine', archived: true },
  deleteOwnFactor: { id: 1 },
  restoreOwnFactor: { id: 1 },
  setFactorCheckIn: { factorId: 1, date: '2026-11-20', dayStartMinutes: 240, complete: true },
  listOwnThings: {},
  addOwnThing: { list: 'relief', name: 'Acupressure', archived: false },
  changeOwnThing: { id: 1, draft: { list: 'relief', name: 'Acupressure', archived: true } },
  deleteOwnThing: { id: 1 },
  restoreOwnThing: { id: 1 },
  listShoes: {},
  addShoe: shoeDraft(),
  changeShoe: { ...shoeDraft({ name: 'Old runners' }), id: 1 },
  listShoeWear: {},
  deleteShoe: { id: journal.shoes.add(shoeDraft()).id },
  mergeShoes: { id: 2, into: 1 },
  restoreShoe: { shoe: { ...shoeDraft(), id: 2 }, entryIds: [] },
  getOverview: { ...period, filter: everyCramp },
  getPatterns: { ...period, filter: everyCramp },
  getFindings: { filter: everyCramp },
  getFindingChecks: { key: 'alcohol', filter: everyCramp },
  getRuleChange: {},
  acknowledgeRuleChange: {},
  listSuspects: {},
  nameSuspect: { exposure: 'standing' },
  withdrawSuspect: { exposure: 'standing' },
  listExperiments: {},
  getExperimentNow: {},
  planExperiment: { subject: 'loose-bedding' },
  answerExperimentDay: { id: 1, date: '2026-11-19', kept: true },
  resumeExperiment: { id: 1 },
  stopExperiment: { id: 1 },
  listCoins: {},
  getCoinsNow: {},
  answerCoins: { id: 1, date: '2026-11-19', answers: [{ action: 'loose-bedding', followed: true }] },
  resumeCoins: { id: 1 },
  stopCoins: { id: 1 },
  // Second experiment: its first period has not begun, so it can be withdrawn.
  startExperiment: { subject: 'loose-bedding', design: '12-weeks-by-2-days' },
  withdrawExperiment: { id: 2 },
  startCoins: { actions: ['warm-feet', 'loose-bedding'], weeks: 12 },
  withdrawCoins: { id: 2 },
  saveChartPicture: { name: 'When in the day?', pngBase64: 'iVBORw0KGgo=' },
  saveChartNumbers: { name: 'When in the day?', columns: ['Hour', 'Cramps'], rows: [['00:00', 3]] },
  copyChartPicture: { pngBase64: 'iVBORw0KGgo=' },
  copyChartNumbers: { columns: ['Hour', 'Cramps'], rows: [['00:00', 3]] },
  getReport: order,
  saveReport: { source: { kind: 'new', order }, fit: null, format: 'pdf' },
  showSavedReport: { file: savedFile, as: 'file' },
  printReport: { source: { kind: 'new', order }, fit: null },
  listKeptReports: {},
  getKeptReport: { id: getKeptReportId() },
  getPrintJob: { job: heldJob },
  announceReportReady: {},
  listBackups: {},
  backUpNow: {},
  chooseBackupFolder: {},
  forgetBackupFolder: {},
  chooseBackupFile: {},
  previewBackup: { backup: { place: 'standard', name: backupName }, passphrase: null },
  restoreBackup: { backup: { place: 'standard', name: backupName }, passphrase: null },
  beginAnew: {},
  saveCopy: { format: 'json', passphrase: null },
  saveOpenJournal: {},
  saveTables: { passphrase: null },
  chooseImport: { what: 'files' },
  previewImport: importChoices,
  runImport: { ...importChoices, token: '' },
  previewHistory: historyOrder,
  runHistory: { ...historyOrder, plan: historyPlan },
  undoHistory: { import: importId },
  saveHistoryLeftOut: historyOrder,
  listHistorySources: {},
  removeHistorySource: { source: sourceId },
  restoreHistorySource: { source: sourceId },
  getHistorySheet: { source: null },
  answerHistorySheet: { source: sourceId, kind: 'fluid', fromDates: ['2026-03-02'], answer: 'complete' },
  listComparedDays: {},
  eraseEverything: { confirmation: 'erase', ownFolder: false },
  openDataFolder: {},
  getAbout: {},
  getLicences: {},
  takeIntents: {},
  getCrampShortcut: {},
  setCrampShortcut: { keys: null },
  cancelJob: { job: HELD },
})

describe('with a journal', () => {
  test.each(callNames)('%s answers what the contract says', async call => {
    if (call === 'getPrintJob') await holdPrintJob()
    if (call === 'showSavedReport') await saveReportFile()
    // Not before: an experiment can only be started while no other is under way.
    if (call === 'listCoins') journal.coins.add(makeCoins({ firstDate: '2026-11-18' }))
    if (call === 'runHistory') await planNights()
    // Undo leaves nothing of an import.
    if (call === 'undoHistory' || call === 'removeHistorySource') importDrinks()
    const reply = await answer(handlers, call, getInputs()[call], PAGE)
    if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
    expect(contract[call].output.parse(reply.value)).toEqual(reply.value)
  })

  test.each(callNames)('%s refuses what is no input of its', async call => {
    const reply = await answer(handlers, call, { ...getInputs()[call], surplus: true }, PAGE)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  })
})

/** Calls available while the journal is refused, so that a backup can replace it. */
const restoringCalls: ReadonlySet<Call> = new Set([
  'takeIntents',
  'listBackups',
  'backUpNow',
  'chooseBackupFolder',
  'forgetBackupFolder',
  'chooseBackupFile',
  'previewBackup',
  'restoreBackup',
  'beginAnew',
  'cancelJob',
])

describe('without a journal', () => {
  test.each(refusals)(
    'one that is %s is told by the status, and nothing is answered but what restores it',
    async reason => {
      const refused = handlersFor(new JournalRefused(reason, '/home/ada/journal.sqlite', 'why'))
      for (const call of callNames.filter(name => !restoringCalls.has(name))) {
        const reply = await answer(refused, call, getInputs()[call], PAGE)
        if (call !== 'getStatus')
          expect(reply).toMatchObject({ ok: false, failure: { code: 'journal-unavailable' } })
        else {
          if (!reply.ok) throw new Error(JSON.stringify(reply.failure))
          expect(contract.getStatus.output.parse(reply.value)).toMatchObject({
            journal: { state: 'refused', path: '/home/ada/journal.sqlite', reason },
          })
        }
      }
    },
  )
})

/** Id of any entry of the kind: a change must keep the kind. */
function getIdOfAny(kind: EntryKind): number {
  const { fromDate, toDate } = period
  const [entry] = journal.entries.listOfKind(kind, Date.parse(fromDate), Date.parse(toDate))
  if (entry === undefined) throw new Error(`the demo has no ${kind}`)
  return entry.id
}

/** Id of a drink added to the trash for this test. */
function getDeletedId(): number {
  const { id } = journal.entries.add(fluidDraft(), clock.now())
  journal.entries.delete(id, clock.now())
  return id
}

const getWarningId = () => getIdOfCard('S1')
const getRoutineId = () => getIdOfCard('R1')

function getIdOfCard(rule: string): number {
  const warning = journal.warnings.list().find(one => one.rule === rule)
  if (warning === undefined) throw new Error('no card was raised')
  return warning.id
}

function getKeptReportId(): number {
  const [kept] = journal.reports.list()
  if (kept === undefined) throw new Error('no report was kept')
  return kept.id
}
