/** Preview equals print: page one truncates the same lists at every window width, on both papers, and in the PDF. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { type Paper, papers } from '../../shared/locale/conventions.ts'
import { readKeptReport } from '../../shared/report/kept-content.ts'
import type { Report, ReportFinding, ReportMedicine } from '../../shared/report/report.ts'
import { MS_PER_DAY } from '../../shared/time/moment.ts'
import { root } from '../host/host.ts'
import { shareApp, shareFolder } from './app.ts'
import { letters, openPdf, readPages } from './pdf-pages.ts'
import { answerSaveDialogs, openScreen } from './person.ts'
import { statedAt } from './surroundings.ts'

/** Window widths in pixels; at 900 the preview is much smaller than its paper. */
const widths = [900, 1280, 1920]
const lengths = [0, 12, 40]

const folder = shareFolder()
const app = shareApp()
let page: Page

test.beforeAll(async () => {
  page = app().page
  await page.getByRole('button', { name: 'Start my journal' }).click()
  const db = new Sqlite(join(app().userData, 'journal.sqlite'))
  for (const paper of papers) for (const length of lengths) keep(db, reportWith(paper, length))
  db.close()
  await page.reload()
  await openScreen(page, 'Report')
})

for (const paper of papers)
  for (const length of lengths)
    test(`${length} medicines and findings on ${paper}: preview and print cut alike`, async () => {
      const title = periodOf(length)
      const list = page.getByRole('region', { name: 'Reports made' })
      await list.getByRole('button').filter({ hasText: title.shown }).filter({ hasText: paper }).click()
      await page.getByText('A report made before').waitFor()
      const seen: string[] = []
      for (const width of widths) {
        await resize(width)
        seen.push(await readPageOne())
      }
      expect(new Set(seen).size, 'page one is the same in every window').toBe(1)
      const [preview = ''] = seen
      const [asShown, fittedAgain] = [await savePdf('shown'), await savePdf('again', { fitAgain: true })]
      for (const first of [asShown, fittedAgain]) {
        expect(count(first, 'Medicine')).toBe(count(preview, 'Medicine'))
        expect(count(first, 'Finding')).toBe(count(preview, 'Finding'))
        expect(listCuts(first)).toEqual(listCuts(preview))
      }
      const texts = await pageOne().locator('h1, h2, td, th, p, li').allInnerTexts()
      for (const text of texts) expect(letters(asShown)).toContain(letters(text))
      await page.getByRole('button', { name: 'Make a new one' }).click()
    })

const pageOne = (): Locator =>
  page.getByRole('region', { name: 'Preview' }).locator('article > section').first()

/** Text of page one after fitting, when its font size no longer changes. */
async function readPageOne(): Promise<string> {
  await expect.poll(() => pageOne().evaluate(overflow)).toBeLessThanOrEqual(0.001)
  return letters((await pageOne().locator('h1, h2, td, th, p, li').allInnerTexts()).join(' '))
}

/** Part of the page's height by which its content exceeds it. */
function overflow(element: Element): number {
  const content = element.firstElementChild
  if (content === null) throw new Error('page one is empty')
  return content.getBoundingClientRect().height / element.getBoundingClientRect().height - 1
}

async function resize(width: number): Promise<void> {
  await app().electronApp.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setSize(wanted, 900),
    width,
  )
  // Tolerance of 40 pixels for the window's frame, whose width the desktop decides.
  await page.waitForFunction(wanted => Math.abs(innerWidth - wanted) < 40, width)
}

/** Page one of the PDF that the button saves, or of one that is fitted again without the preview. */
async function savePdf(name: string, { fitAgain = false } = {}): Promise<string> {
  const path = join(folder(), `${name}-${test.info().testId}.pdf`)
  await answerSaveDialogs(app().electronApp, path)
  if (fitAgain) {
    const reports = await page.evaluate(() => window.unknot.listKeptReports({}))
    if (!reports.ok) throw new Error(reports.failure.message)
    // Sorted newest first.
    const [newest] = reports.value
    if (newest === undefined) throw new Error('no report was kept')
    const reply = await page.evaluate(
      id => window.unknot.saveReport({ source: { kind: 'kept', id }, fit: null, format: 'pdf' }),
      newest.id,
    )
    if (!reply.ok) throw new Error(reply.failure.message)
  } else {
    await page.getByRole('button', { name: 'Save PDF' }).click()
    await expect(page.getByRole('status').filter({ hasText: path })).toBeVisible({ timeout: 60_000 })
  }
  const [first = '', second] = await readPages(await openPdf(path))
  if (second !== undefined) expect(second).toContain('Continued from page one')
  return first
}

const count = (text: string, word: string) => letters(text).split(word).length - 1
const listCuts = (text: string) => letters(text).match(/\d+moreonpage2/g) ?? []

/** Distinct period for each list length, by which the list of reports names it. */
function periodOf(length: number): { fromDate: string; toDate: string; shown: string } {
  const day = String(10 + lengths.indexOf(length)).padStart(2, '0')
  return { fromDate: `2026-09-${day}`, toDate: `2026-11-${day}`, shown: `${day} Nov 2026` }
}

/** Report of the demo with lists of `length` items. */
function reportWith(paper: Paper, length: number): Report {
  const base = readKeptReport(
    JSON.parse(readFileSync(join(root, 'test/fixtures/kept-report-2.json'), 'utf8')) as unknown,
  )
  const { fromDate, toDate } = periodOf(length)
  const medicines = Array.from(
    { length },
    (_, index): ReportMedicine => ({
      name: `Medicine ${index + 1}`,
      medicineClass: 'other',
      dose: `${index + 1} mg`,
      startedOn: '2026-09-01',
      stoppedOn: null,
      changes: [],
    }),
  )
  const findings = Array.from(
    { length },
    (_, index): ReportFinding => ({
      name: `Finding ${index + 1}`,
      verdict: 'possible',
      contrast: null,
      sentence: 'On days with it you had a cramp on 12 of 40 days; on similar days without, on 9 of 60.',
    }),
  )
  return {
    ...base,
    order: { ...base.order, fromDate, toDate, paper },
    medicines: {
      kind: 'shown',
      content: { medicines, conditions: [], pregnancyWeek: null, alcohol: null },
    },
    findings: {
      kind: 'shown',
      content: { fromDate, toDate, links: findings, withoutLink: findings, unsure: findings },
    },
  }
}

/** Before every report that the specs make. */
const MADE_AT = statedAt - MS_PER_DAY

function keep(db: Sqlite.Database, report: Report): void {
  const content = JSON.stringify(report)
  const hash = createHash('sha256').update(content).digest('hex')
  db.prepare(
    'insert into report (made_at, from_date, to_date, paper, content, hash) values (?, ?, ?, ?, ?, ?)',
  ).run(MADE_AT, report.order.fromDate, report.order.toDate, report.order.paper, content, hash)
}
