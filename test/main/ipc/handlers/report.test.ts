/** Report calls over a real journal, with a print page that is ready at once. */
import { EventEmitter } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReportHandlers } from '../../../../main/ipc/handlers/report.ts'
import { createPages } from '../../../../main/ipc/pages.ts'
import { JobCancelled } from '../../../../main/jobs/job.ts'
import { createCoinViews } from '../../../../main/services/experiments/coin-views.ts'
import { createExperimentViews } from '../../../../main/services/experiments/experiment-views.ts'
import { createWarningService } from '../../../../main/services/warnings/warning-service.ts'
import { noRetry } from '../../../../main/store/busy-retry.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import type { FoundFindings } from '../../../../shared/analysis/finding.ts'
import type { ReportFormat, ReportSource } from '../../../../shared/report/kept.ts'
import { plainOrder, type ReportOrder } from '../../../../shared/report/order.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { makeExperiment } from '../../../shared/experiments/make-experiment.ts'
import { crampDraft } from '../../../shared/kinds/drafts.ts'
import { noFindings } from '../../../shared/report/report-facts.ts'

const PAGE = { pageId: 7 }
const now = momentAt('2026-11-20', '14:00', 'Europe/Berlin')
const order: ReportOrder = { fromDate: '2026-11-01', toDate: '2026-11-20', paper: 'A4', ...plainOrder }
const fresh: ReportSource = { kind: 'new', order }

const clock = { now: () => now.at, timeZone: () => 'Europe/Berlin' }
const ready: FoundFindings = { findings: noFindings, medicines: [] }
const pages = createPages()
const SAVING = { ...PAGE, job: 'saving' }
const stop = () => pages.cancel(PAGE.pageId, SAVING.job)

let folder: string
let journal: JournalStore
let chosen: string | null
/** Result of the analysis; null while it runs. */
let findings: FoundFindings | null
let isPageReady: boolean
let calls: ReturnType<typeof createReportHandlers>
/** Files that the desktop was asked to show, and the problem that it answers with. */
let shown: string[]
let problem: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unknot-report-'))
  journal = createJournalStore(openJournal(':memory:'))
  journal.entries.add(crampDraft({ ...now, at: now.at - 10 * 86_400_000, note: 'private' }), now.at)
  chosen = join(folder, 'report.pdf')
  findings = ready
  isPageReady = true
  shown = []
  problem = ''
  const warnings = createWarningService(journal)
  const experimentViews = createExperimentViews(journal, clock, warnings)
  calls = createReportHandlers(journal, experimentViews, {
    coinViews: createCoinViews(journal, experimentViews),
    warnings,
    clock,
    findings: { find: async (_filter, { signal } = {}) => findings ?? waitForAbort(signal) },
    pages,
    busyRetry: noRetry,
    dialog: {
      showSaveDialog: async () => ({ canceled: chosen === null, filePath: chosen ?? '' }),
    },
    desktop: {
      openPath: async path => {
        shown.push(`open ${path}`)
        return problem
      },
      showItemInFolder: path => shown.push(`folder of ${path}`),
    },
    openHiddenWindow: openPrintedWindow,
    getMainWindow: () => null,
  })
})
afterEach(async () => {
  journal.close()
  await rm(folder, { recursive: true })
})

const waitForAbort = (signal: AbortSignal | undefined) =>
  new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })

/** Called with the address of each print page that is opened. */
let onPrintPage: (place: string) => void = () => {}

function openPrintedWindow(place: string): BrowserWindow {
  onPrintPage(place)
  if (isPageReady) queueMicrotask(() => void calls.announceReportReady({}, PAGE))
  const webContents = Object.assign(new EventEmitter(), {
    id: PAGE.pageId,
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

const save = (source: ReportSource = fresh, format: ReportFormat = 'pdf') =>
  calls.saveReport({ source, fit: null, format }, SAVING)

describe('a report', () => {
  test('waits for the analysis only where findings are asked for', async () => {
    findings = null
    const waiting = Promise.resolve(calls.getReport(order, SAVING))
    const withoutFindings = await calls.getReport({ ...order, sections: ['numbers'] }, PAGE)
    expect(withoutFindings.report.findings).toBeNull()
    stop()
    await expect(waiting).rejects.toThrow(JobCancelled)
    findings = ready
    expect((await calls.getReport(order, PAGE)).report.findings).not.toBeNull()
  })

  test('has the same hash for the same journal, and another for another', async () => {
    const hashOf = async () => (await calls.getReport(order, PAGE)).hash
    const before = await hashOf()
    expect(await hashOf()).toBe(before)
    journal.entries.add(crampDraft({ ...now, at: now.at - 5 * 86_400_000 }), now.at)
    expect(await hashOf()).not.toBe(before)
  })

  test.each([
    ['pdf', /^%PDF$/],
    ['csv', /^\uFEFFrecord,date/],
    ['json', /"format": "unknot-report"/],
    ['fhir.json', /"resourceType": "Bundle"/],
  ] as const)('is saved as %s', async (format, content) => {
    expect(await save(fresh, format)).toEqual({ path: chosen, file: expect.any(String) })
    const text = await readFile(join(folder, 'report.pdf'), 'utf8')
    expect(text).toMatch(content)
    expect(text).not.toContain('private')
    expect(await readdir(folder)).toEqual(['report.pdf'])
  })

  test('is not made when the person changes their mind', async () => {
    chosen = null
    findings = null
    expect(await save()).toEqual({ path: null, file: null })
    expect(await calls.listKeptReports({}, PAGE)).toEqual([])
  })

  test('that is stopped while the analysis runs, or while it is drawn, leaves no file and is not kept', async () => {
    findings = null
    const waiting = save()
    await new Promise(resolve => setTimeout(resolve, 20))
    stop()
    expect(await waiting).toEqual({ path: null, file: null })

    findings = ready
    isPageReady = false
    const drawing = save()
    await new Promise(resolve => setTimeout(resolve, 20))
    stop()
    expect(await drawing).toEqual({ path: null, file: null })
    expect(await readdir(folder)).toEqual([])
    expect(await calls.listKeptReports({}, PAGE)).toEqual([])
  })

  test('that cannot be written says so, and is not kept', async () => {
    chosen = join(folder, 'gone', 'report.pdf')
    await expect(save()).rejects.toThrow(
      'This folder is no longer there. Choose another one. No file was saved.',
    )
    expect(await calls.listKeptReports({}, PAGE)).toEqual([])
  })
})

describe('a saved file', () => {
  const saved = async () => (await save(fresh, 'csv')).file ?? expect.fail('nothing was saved')

  test('is opened, or shown in its folder, by the page that saved it', async () => {
    const file = await saved()
    await calls.showSavedReport({ file, as: 'file' }, PAGE)
    await calls.showSavedReport({ file, as: 'folder' }, PAGE)
    expect(shown).toEqual([`open ${chosen}`, `folder of ${chosen}`])
  })

  test('is not shown to another page, by an earlier token, or by one that was made up', async () => {
    const [earlier, file] = [await saved(), await saved()]
    const refused = 'Save the report again to open it from here.'
    await expect(calls.showSavedReport({ file, as: 'file' }, { pageId: 8 })).rejects.toThrow(refused)
    await expect(calls.showSavedReport({ file: earlier, as: 'file' }, PAGE)).rejects.toThrow(refused)
    await expect(
      calls.showSavedReport({ file: '00000000-0000-4000-8000-000000000000', as: 'folder' }, PAGE),
    ).rejects.toThrow(refused)
    expect(shown).toEqual([])
  })

  test('that is gone, or that no program opens, is told', async () => {
    const file = await saved()
    problem = 'no application'
    await expect(calls.showSavedReport({ file, as: 'file' }, PAGE)).rejects.toThrow(
      'The file is saved, but no program opened it (no application). Use “Show in folder”.',
    )
    await rm(join(folder, 'report.pdf'))
    await expect(calls.showSavedReport({ file, as: 'folder' }, PAGE)).rejects.toThrow(
      'The file is no longer where it was saved. Save the report again.',
    )
  })
})

describe('what stays private', () => {
  const told = (text: string) => /pregnant|gave.birth/i.test(text)

  beforeEach(() => {
    journal.profile.change({ ...journal.profile.get(), conditions: ['pregnant'], pregnancyWeek: 30 })
    journal.entries.add(
      crampDraft({
        ...now,
        at: now.at - 3 * 86_400_000,
        symptoms: ['swelling'],
        circumstances: ['pregnant-or-just-gave-birth', 'new-today'],
      }),
      now.at,
    )
  })

  test.each(['csv', 'json', 'fhir.json'] as const)(
    'pregnancy is in no %s, unless asked for',
    async format => {
      await save(fresh, format)
      expect(told(await readFile(join(folder, 'report.pdf'), 'utf8'))).toBe(false)
    },
  )

  test('nor on the page, nor in what is kept of it, where its warning signs say no word of it', async () => {
    await save()
    const [kept] = await calls.listKeptReports({}, PAGE)
    const opened = await calls.getKeptReport({ id: kept?.id ?? 0 }, PAGE)
    expect(opened.report.warnings).toMatchObject({ kind: 'shown' })
    expect(JSON.stringify(opened.report)).toMatch(/swelling/)
    await save({ kind: 'kept', id: kept?.id ?? 0 }, 'json')
    expect(told(await readFile(join(folder, 'report.pdf'), 'utf8'))).toBe(false)
  })

  test('what is asked for is told', async () => {
    await save({ kind: 'new', order: { ...order, reveal: ['pregnancy', 'notes'] } }, 'json')
    const { report } = JSON.parse(await readFile(join(folder, 'report.pdf'), 'utf8'))
    expect(report.episodes.at(-1).circumstances).toEqual(['pregnant-or-just-gave-birth', 'new-today'])
    expect(report.episodes[0].note).toBe('private')
    expect(report.medicines.content.pregnancyWeek).toBe(30)
    expect(JSON.stringify(report.warnings)).toMatch(/pregnant/i)
  })
})

describe('warning signs', () => {
  const read = async (period: Pick<ReportOrder, 'fromDate' | 'toDate'>) => {
    const { warnings } = (await calls.getReport({ ...order, ...period }, PAGE)).report
    return warnings?.kind === 'shown' ? warnings.content : expect.fail()
  }

  test('are looked for in the period itself, also where no card was ever raised', async () => {
    const ago = (days: number) => ({ ...now, at: now.at - days * 86_400_000 })
    journal.entries.add(crampDraft({ ...ago(400), symptoms: ['saddle-numbness'] }), now.at)
    journal.entries.add(crampDraft({ ...ago(430), symptoms: ['bladder-or-bowel-change'] }), now.at)
    const found = await read({ fromDate: '2025-09-01', toDate: '2025-10-31' })
    expect(found[0]).toEqual({
      rule: 'E3',
      level: 'emergency',
      recorded: ['numbness between the legs', 'a change in bladder or bowel control'],
      dates: ['2025-10-16', '2025-09-16'],
    })
    // Making a report raises no card.
    expect(journal.warnings.list()).toEqual([])
  })

  test('that what can wait says again and again are told once in its quiet time, with the last count', async () => {
    for (let day = 0; day < 27; day++)
      journal.entries.add(crampDraft({ ...now, at: now.at - day * 86_400_000 }), now.at)
    const found = await read({ fromDate: '2026-10-01', toDate: '2026-11-20' })
    expect(found.find(({ rule }) => rule === 'R7')).toEqual({
      rule: 'R7',
      level: 'routine',
      recorded: ['28 cramps in 28 days', '28 cramps of strength 7 or more (out of 10) in 28 days'],
      dates: ['2026-11-20'],
    })
  })
})

describe('the layout of the preview', () => {
  const layout = { level: 3, zoom: 1.09 }

  async function printedLayout(hash: string): Promise<unknown> {
    const jobs: Promise<unknown>[] = []
    onPrintPage = place => {
      const job = Number(place.split('=').at(-1))
      jobs.push(Promise.resolve(calls.getPrintJob({ job }, PAGE)).then(answer => answer.layout))
    }
    await calls.saveReport({ source: fresh, fit: { ...layout, hash }, format: 'pdf' }, PAGE)
    return jobs[0]
  }

  test('is that of the print', async () => {
    const { hash } = await calls.getReport(order, PAGE)
    expect(await printedLayout(hash)).toEqual(layout)
  })

  test('is not used for a report that has changed since', async () => {
    expect(await printedLayout('0'.repeat(64))).toBeNull()
  })
})

describe('reports that were made', () => {
  test('are listed with their hash, once for the same content', async () => {
    await save()
    await save()
    await calls.printReport({ source: fresh, fit: null }, PAGE)
    const kept = await calls.listKeptReports({}, PAGE)
    expect(kept).toMatchObject([
      { fromDate: '2026-11-01', toDate: '2026-11-20', paper: 'A4', madeAt: now.at },
    ])
    expect(kept[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('open again unchanged, whatever has been written down since', async () => {
    const before = await calls.getReport(order, PAGE)
    await save()
    journal.entries.add(crampDraft({ ...now, at: now.at - 5 * 86_400_000 }), now.at)
    const [kept] = await calls.listKeptReports({}, PAGE)
    if (kept === undefined) return expect.fail('nothing was kept')
    const opened = await calls.getKeptReport({ id: kept.id }, PAGE)
    expect(before).toEqual(opened)
    expect(await save({ kind: 'kept', id: kept.id }, 'json')).toMatchObject({ path: chosen })
    const file = JSON.parse(await readFile(join(folder, 'report.pdf'), 'utf8'))
    expect(file).toMatchObject({ format: 'unknot-report', version: 2, hash: opened.hash })
    // The JSON data has every day and cramp, the page only those it shows.
    expect(file.report.days).toHaveLength(20)
    expect(file.report.episodes).toHaveLength(1)
    expect({ ...file.report, days: [], episodes: [] }).toEqual(opened.report)
  })

  test('tell of the experiments where those are asked for', async () => {
    journal.experiments.add(makeExperiment({ firstDate: '2026-11-10', createdAt: now.at }))
    const tell = async (sections: ReportOrder['sections']) =>
      (await calls.getReport({ ...order, sections }, PAGE)).report.experiments
    expect(await tell(['experiments'])).toMatchObject({
      kind: 'shown',
      content: { done: [], underWay: [{ fromDate: '2026-11-10', toDate: '2027-01-04' }] },
    })
    expect(await tell(['numbers'])).toBeNull()
  })

  test('leave what was worked out of the journal as it is', async () => {
    const before = journal.getRevision()
    await save()
    expect(await calls.listKeptReports({}, PAGE)).toHaveLength(1)
    expect(journal.getRevision()).toBe(before)
    journal.entries.add(crampDraft(now), now.at)
    expect(journal.getRevision()).not.toBe(before)
  })

  test('that are not there are told', async () => {
    await expect(save({ kind: 'kept', id: 99 })).rejects.toThrow('This report is no longer in the journal')
  })
})
