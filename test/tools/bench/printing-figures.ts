/** Benchmarks of printing the report to PDF; a blank PDF is the lower bound. */
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { followingPages, plainOrder, type ReportOrder } from '../../../shared/report/order.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { answerSaveDialogs } from '../../e2e/person.ts'
import { type Figure, repeat } from './figures.ts'
import { today } from './journals.ts'

const PRINTS = 5
const ANALYSES = 3

/** @param change changes the journal, which invalidates every cached result */
export async function measurePrinting(
  page: Page,
  electronApp: ElectronApplication,
  scratch: string,
  change: () => Promise<unknown>,
): Promise<Figure[]> {
  await answerSaveDialogs(electronApp, join(scratch, 'report.pdf'))
  const save = (order: ReportOrder) =>
    page.evaluate(async wanted => {
      const startedAt = performance.now()
      const source = { kind: 'new', order: wanted } as const
      const reply = await window.unknot.saveReport({ source, fit: null, format: 'pdf' })
      if (!reply.ok) throw new Error(reply.failure.message)
      return performance.now() - startedAt
    }, order)
  const orderOf = (weeks: number): ReportOrder => ({
    fromDate: addDays(today, 1 - weeks * 7),
    toDate: today,
    paper: 'A4',
    ...plainOrder,
  })
  // Storing a report changes the journal and so invalidates the findings: without them the page alone is measured.
  const pageAlone = (weeks: number): ReportOrder => ({
    ...orderOf(weeks),
    sections: plainOrder.sections.filter(section => section !== 'findings'),
  })
  const floor = {
    what: 'a blank page out of an empty window',
    runs: await repeat(PRINTS, () => timeBlankPdf(electronApp)),
  }
  const everyPage = await watchMemory(electronApp, () =>
    save({ ...pageAlone(520), pages: [...followingPages] }),
  )
  return [
    {
      what: 'page one as PDF, 12 weeks of ten years',
      runs: await repeat(PRINTS, () => save(pageAlone(12))),
      unit: 'ms',
      floor,
    },
    {
      what: 'page one as PDF, all of ten years',
      runs: await repeat(PRINTS, () => save(pageAlone(520))),
      unit: 'ms',
      floor,
    },
    {
      what: 'the same with its findings, analysed anew',
      runs: await repeat(ANALYSES, async () => {
        await change()
        return save(orderOf(520))
      }),
      unit: 'ms',
      floor,
    },
    {
      what: 'every page as PDF, all of ten years',
      runs: [everyPage.result],
      unit: 'ms',
      floor,
    },
    {
      what: '  memory of the main process meanwhile, more than before',
      runs: [everyPage.moreMb],
      unit: 'MB',
    },
  ]
}

const LOOK_EVERY_MS = 20

/** Peak memory growth of the main process during `action`, sampled, in MB. */
async function watchMemory<T>(
  electronApp: ElectronApplication,
  action: () => Promise<T>,
): Promise<{ result: T; moreMb: number }> {
  const look = () => electronApp.evaluate(() => process.memoryUsage.rss())
  const before = await look()
  let highest = before
  let isDone = false
  const watching = (async () => {
    while (!isDone) {
      highest = Math.max(highest, await look())
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS))
    }
  })()
  const result = await action().finally(() => {
    isDone = true
  })
  await watching
  return { result, moreMb: (highest - before) / 2 ** 20 }
}

/** Opens a hidden window, prints its blank page, and closes it. */
const timeBlankPdf = (electronApp: ElectronApplication) =>
  electronApp.evaluate(async ({ BrowserWindow }) => {
    const startedAt = performance.now()
    const window = new BrowserWindow({ show: false })
    await window.loadURL('data:text/html,<title>Blank</title>')
    await window.webContents.printToPDF({ pageSize: 'A4' })
    const duration = performance.now() - startedAt
    window.destroy()
    return duration
  })
