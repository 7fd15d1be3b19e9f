/** Report of the demo journal: screen and paper show the same, and both equal the journal's rows. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { MS_PER_DAY } from '../../shared/time/moment.ts'
import { getTestHost, root } from '../host/host.ts'
import { shareApp, shareFolder } from './app.ts'
import { letters, openPdf, readPages } from './pdf-pages.ts'
import { answerSaveDialogs, openScreen } from './person.ts'
import { type CrampFacts, readCrampFacts } from './stored-rows.ts'
import { statedAt, statedTime, surroundings } from './surroundings.ts'

const folder = shareFolder()
const app = shareApp({ args: ['--demo'] })
let page: Page
/** Facts of the last 12 weeks, counted from the journal's rows without the program; they change at midnight. */
let facts: CrampFacts

test.beforeAll(async () => {
  page = app().page
  await openScreen(page, 'Report')
})

test.beforeEach(async () => {
  facts = readCrampFacts(join(app().userData, 'demo'), 12, app().now())
  await page.getByRole('radio', { name: 'Last 12 weeks' }).check()
  await choosePaper('A4')
  await preview().getByRole('heading', { name: 'Cramp report' }).waitFor()
})

const choosePaper = (paper: 'A4' | 'Letter') =>
  page.getByRole('radiogroup', { name: 'Paper' }).getByText(paper, { exact: true }).click()

const preview = () => page.getByRole('region', { name: 'Preview' })

const tick = (name: string, isWanted: boolean) =>
  page.getByRole('checkbox', { name, exact: true }).setChecked(isWanted)

/** Cell of the whole-period column, by row name: of the last table that has it, which has the intervals. */
const getWhole = (name: string): Locator =>
  preview()
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .last()
    .getByRole('cell')
    .last()

/** Waits for the notice that the file is saved. */
async function saved(path: string): Promise<string> {
  await expect(page.getByRole('status').filter({ hasText: path })).toBeVisible({ timeout: 60_000 })
  return path
}

async function savePdf(name: string): Promise<PDFDocumentProxy> {
  const path = join(folder(), name)
  await answerSaveDialogs(app().electronApp, path)
  await page.getByRole('button', { name: 'Save PDF' }).click()
  return openPdf(await saved(path))
}

async function saveData(menuItem: string, name: string): Promise<string> {
  const path = join(folder(), name)
  await answerSaveDialogs(app().electronApp, path)
  await page.getByRole('button', { name: 'Save data' }).click()
  await page.getByRole('menuitem', { name: menuItem }).click()
  return saved(path)
}

const oneDecimal = (value: number) => value.toFixed(1)

test('the preview says what the rows say', async () => {
  const { cramps, crampDays, trackedDays } = facts
  const limits = ' \\([\\d.]+ to [\\d.]+\\)$'
  await expect(getWhole('Cramps per 4 weeks')).toHaveText(
    new RegExp(`^${oneDecimal((cramps / trackedDays) * 28)}${limits}`),
  )
  await expect(getWhole('Cramp days per 4 weeks')).toHaveText(
    new RegExp(`^${oneDecimal((crampDays / trackedDays) * 28)}${limits}`),
  )
  await expect(getWhole('Nights woken')).toHaveText(
    new RegExp(`^${facts.nightsWoken} of ${facts.knownNights} known nights`),
  )
  await expect(getWhole('Intensity')).toHaveText(`${facts.medianIntensity}, worst ${facts.worstIntensity}`)
  await expect(preview()).toContainText(`Diary kept on ${trackedDays} of 84 days`)
  await expect(preview()).toContainText(`${cramps} cramps`)
})

for (const [paper, widthMm, heightMm] of [
  ['A4', 210, 297],
  ['Letter', 215.9, 279.4],
] as const)
  test(`page one is one page of ${paper}, says what the preview says, and clips nothing`, async () => {
    await choosePaper(paper)
    const pageOne = preview().locator('article > section').first()
    await expect.poll(() => pageOne.evaluate(overflowPx)).toBeLessThanOrEqual(1)
    const pdf = await savePdf(`${paper}.pdf`)
    const [first = ''] = await readPages(pdf)
    const texts = await pageOne.locator('h1, h2, td, th, p, li').allInnerTexts()
    expect(texts.length).toBeGreaterThan(40)
    for (const text of texts) expect(letters(first)).toContain(letters(text))
    await expectSize(pdf, widthMm, heightMm)
    await expectWithinMargins(pdf)
    await expectLegibleType(pdf)
  })

/** Overflow of page one: height of its content beyond the page, in CSS pixels. */
function overflowPx(element: Element): number {
  const content = element.firstElementChild
  if (!(element instanceof HTMLElement) || !(content instanceof HTMLElement)) throw new Error('no page')
  // Bounding boxes as drawn, because fitting may make the type larger or smaller than the content's own measure.
  return content.getBoundingClientRect().height - element.getBoundingClientRect().height
}

/** Expects every page to have this size, within a third of a millimetre: Chromium rounds paper sizes. */
async function expectSize(pdf: PDFDocumentProxy, widthMm: number, heightMm: number): Promise<void> {
  const pointsPerMm = 72 / 25.4
  for (let number = 1; number <= pdf.numPages; number++) {
    const [, , width = 0, height = 0] = (await pdf.getPage(number)).view
    expect(Math.abs(width - widthMm * pointsPerMm)).toBeLessThan(1)
    expect(Math.abs(height - heightMm * pointsPerMm)).toBeLessThan(1)
  }
}

/** Tolerance beyond a margin for rounding, in points. */
const SLACK_PT = 2

/** Expects every word to lie between the left and right margin, and on the sheet. */
async function expectWithinMargins(pdf: PDFDocumentProxy): Promise<void> {
  const marginPt = (15 / 25.4) * 72
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number)
    const [, , sheetWidth = 0, sheetHeight = 0] = sheet.view
    const { items } = await sheet.getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , , x = 0, y = 0] = item.transform as number[]
      expect(x, item.str).toBeGreaterThanOrEqual(marginPt - SLACK_PT)
      expect(x + item.width, item.str).toBeLessThanOrEqual(sheetWidth - marginPt + SLACK_PT)
      expect(y > 0 && y < sheetHeight, item.str).toBe(true)
    }
  }
}

/** Height of the letters of each piece of text, in points. */
async function listTypeSizes(pdf: PDFDocumentProxy): Promise<{ points: number; text: string }[]> {
  const sizes: { points: number; text: string }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , skew = 0, scale = 0] = item.transform as number[]
      sizes.push({ points: Math.hypot(skew, scale), text: item.str })
    }
  }
  return sizes
}

/** Rounding of type sizes in a PDF, in points. */
const TYPE_ROUNDING_PT = 0.05

async function expectLegibleType(pdf: PDFDocumentProxy): Promise<void> {
  const small = (await listTypeSizes(pdf)).filter(({ points }) => points < 9 - TYPE_ROUNDING_PT)
  expect(small).toEqual([])
}

test('the page begins with a sentence to be read aloud, as it is in the data', async () => {
  const pdf = await savePdf('aloud.pdf')
  const line = /About \d+ cramps in 4 weeks.*?; takes indapamide and atorvastatin; .*?change\./
  const [first = ''] = await readPages(pdf)
  await expect(preview()).toHaveText(line)
  expect(letters(first)).toContain(
    letters(line.exec((await preview().textContent()) ?? '')?.[0] ?? 'missing'),
  )
  const { firstLine } = JSON.parse(
    readFileSync(await saveData('Report data (JSON)', 'line.json'), 'utf8'),
  ) as { firstLine: string }
  expect(firstLine).toMatch(line)
  const record = readFileSync(await saveData('Health record (FHIR R4)', 'line.fhir.json'), 'utf8')
  expect(record).toContain(firstLine)
})

test('the pages that follow are there when they are asked for, each with its foot', async () => {
  for (const name of ['Charts', 'Day table', 'All cramps', 'Method']) await tick(name, true)
  await preview().getByRole('heading', { name: 'Method in ten lines' }).waitFor()
  const rows = preview()
    .locator('section', { hasText: 'Every cramp of the period' })
    .last()
    .locator('tbody tr')
  await expect(rows).toHaveCount(facts.cramps)
  const pdf = await savePdf('all.pdf')
  const { Title: title } = (await pdf.getMetadata()).info as { Title: string }
  expect(title).toMatch(/^Cramp report, Robin Example, /)
  const pages = await readPages(pdf)
  pages.forEach((text, index) => {
    expect(letters(text)).toContain(letters(`Page ${index + 1} of ${pages.length}`))
    expect(letters(text)).toContain(letters(title))
    expect(text).toContain('Not a diagnosis.')
  })
  const printed = letters(pages.join(' '))
  for (const row of await rows.allInnerTexts()) expect(printed).toContain(letters(row))
  await expectWithinMargins(pdf)
  await expectLegibleType(pdf)
  for (const name of ['Charts', 'Day table', 'All cramps', 'Method']) await tick(name, false)
})

test('the PDF is tagged for screen readers, with an outline, a language and its fonts as TrueType', async () => {
  const pdf = await savePdf('tagged.pdf')
  // A Map at run time; pdfjs-dist declares it differently.
  const marks: unknown = await pdf.getMarkInfo()
  expect(marks instanceof Map && marks.get('Marked')).toBe(true)
  // A chart that does not fit on page one is on the next.
  const trees = [await pdf.getPage(1), await pdf.getPage(2)].map(one => one.getStructTree())
  const tree = JSON.stringify(await Promise.all(trees))
  for (const role of ['"H1"', '"H2"', '"Table"', '"TH"', '"TD"', '"Figure"']) expect(tree).toContain(role)
  // Alternative texts of the charts.
  for (const words of ['Cramps per week.', 'Cramps by hour of onset.', 'Where it cramped.'])
    expect(tree).toContain(words)
  expect(JSON.stringify(await pdf.getOutline())).toContain('What goes with the cramps')
  const bytes = readFileSync(join(folder(), 'tagged.pdf'), 'latin1')
  expect(bytes).toMatch(/\/Lang \(en/)
  expect(bytes).toContain('/FontFile2')
  expect(bytes).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter-Regular/)
  expect(bytes).not.toContain('/Type3')
})

test('names in any script are printed with their own letters, whatever they look like', async () => {
  const field = page.getByLabel('Name on the report')
  await field.fill('Ada <b>& Söhne</b> Жанна Ελένη')
  const [first = ''] = await readPages(await savePdf('name.pdf'))
  expect(letters(first)).toContain(letters('Ada <b>& Söhne</b> Жанна Ελένη'))
  const scripts = {
    Arabic: 'آدا',
    Hebrew: 'עדה',
    Devanagari: 'अदा',
    Bengali: 'আদা',
    Gurmukhi: 'ਅਦਾ',
    Gujarati: 'અદા',
    Tamil: 'ஆதா',
    Telugu: 'ఆదా',
    Sinhala: 'අදා',
    Thai: 'อาดา',
    Lao: 'ອາດາ',
    Khmer: 'អាដា',
    Myanmar: 'အာဒါ',
    Georgian: 'ადა',
    Armenian: 'Ադա',
    Ethiopic: 'አዳ',
    KR: '김민준',
    JP: '花子さん',
  }
  await field.fill(Object.values(scripts).join(' '))
  await savePdf('scripts.pdf')
  const bytes = readFileSync(join(folder(), 'scripts.pdf'), 'latin1')
  for (const font of Object.keys(scripts)) expect(bytes).toContain(`NotoSans${font}`)
  expect(bytes).not.toContain('/Type3')
  await field.fill('王小明')
  const [han = ''] = await readPages(await savePdf('han.pdf'))
  expect(letters(han)).toContain('王小明')
  expect(readFileSync(join(folder(), 'han.pdf'), 'latin1')).toContain('NotoSansSC')
  await field.fill('Robin Example')
  await field.blur()
  await expect(preview()).toContainText('Robin Example')
})

test('a name that no font of the program can print is told before it is saved', async () => {
  const field = page.getByLabel('Name on the report')
  const told = page.getByRole('status').filter({ hasText: 'cannot be printed with the program’s fonts' })
  await field.fill('Ada 🦄')
  await field.blur()
  await expect(told).toContainText('of the name')
  await expect(told).toContainText('🦄')
  await field.fill('Robin Example')
  await field.blur()
  await expect(told).toHaveCount(0)
})

test('a name from the right leaves the period and the page beside it in their order', async () => {
  const field = page.getByLabel('Name on the report')
  await field.fill('עדה לוי')
  const pdf = await savePdf('right.pdf')
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const foot = items
    .flatMap(item =>
      'str' in item && item.transform[5] < 60 ? [{ x: item.transform[4], text: item.str }] : [],
    )
    .sort((a, b) => a.x - b.x)
    .map(({ text }) => text)
    .join('')
  const [start, name, year] = ['Cramp', 'לוי', 'to '].map(word => foot.search(word))
  expect([start, name, year]).toEqual([start, name, year].toSorted((a = 0, b = 0) => a - b))
  expect(start).toBeGreaterThanOrEqual(0)
  await field.fill('Robin Example')
  await field.blur()
  await expect(preview()).toContainText('Robin Example')
})

test('however much there is, page one stays one page, and the rest stands on page two', async () => {
  const before = await page.evaluate(async yesterday => {
    const reply = await window.unknot.getProfile({})
    if (!reply.ok) throw new Error(reply.failure.message)
    const names = Array.from({ length: 20 }, (_, index) => `Medicine ${index} `.padEnd(119, 'W'))
    const ids: number[] = []
    for (const name of names) {
      const added = await window.unknot.addEntry({
        kind: 'medication',
        at: yesterday,
        offsetMinutes: 0,
        note: '',
        name,
        medicineClass: 'other',
        change: 'start',
        dose: 'as needed '.repeat(11),
      })
      if (!added.ok) throw new Error(added.failure.message)
      ids.push(added.value.id)
    }
    await window.unknot.changeProfile({
      ...reply.value,
      name: 'W'.repeat(120),
      conditions: [
        'diabetes',
        'dialysis',
        'heart-disease',
        'liver-disease',
        'neuropathy',
        'flat-feet',
        'cancer',
      ],
    })
    return { profile: reply.value, ids }
  }, app().now() - MS_PER_DAY)
  await page.reload()
  await page.getByLabel(/Your questions/).fill('Why is it so? '.repeat(70))
  for (const paper of ['A4', 'Letter'] as const) {
    await choosePaper(paper)
    const pdf = await savePdf(`long-${paper}.pdf`)
    const [first = '', ...following] = await readPages(pdf)
    expect(first).toContain('Questions for the doctor')
    expect(first).toContain('more on page 2')
    expect(first).not.toContain('Continued from page one')
    expect(following[0]).toContain('Continued from page one')
    for (let index = 0; index < 20; index++)
      expect(letters(following.join(' '))).toContain(`Medicine${index}W`)
    await expectWithinMargins(pdf)
    await expectLegibleType(pdf)
  }
  await page.getByLabel(/Your questions/).fill('')
  await page.evaluate(async ({ profile, ids }) => {
    for (const id of ids) await window.unknot.deleteEntry({ id })
    await window.unknot.changeProfile(profile)
  }, before)
  await page.reload()
  await expect(preview()).toContainText('Robin Example')
})

test('a report that was made is listed with its hash, and opens again as it was', async () => {
  await savePdf('kept.pdf')
  const list = page.getByRole('region', { name: 'Reports made' })
  const newest = list.getByRole('button').first()
  const [first = ''] = await readPages(await openPdf(join(folder(), 'kept.pdf')))
  const [, hash] = /Data ([0-9a-f]{12})/.exec(first) ?? []
  expect(hash).toBeDefined()
  await expect(newest).toContainText(`data ${hash}`)
  await newest.click()
  await page.getByText('A report made before').waitFor()
  const again = await readPages(await savePdf('again.pdf'))
  expect(again[0]).toBe(first)
  await page.getByRole('button', { name: 'Make a new one' }).click()
})

test('the table holds every cramp and every day, and no note', async () => {
  const text = readFileSync(await saveData('Table (CSV)', 'journal.csv'), 'utf8')
  const { data: rows, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  const cramps = rows.filter(({ record }) => record === 'cramp')
  const days = rows.filter(({ record }) => record === 'day')
  expect(cramps).toHaveLength(facts.cramps)
  expect(cramps.every(({ note }) => note === '')).toBe(true)
  expect(days).toHaveLength(84)
  expect(rows).toHaveLength(facts.cramps + 84)
  expect(new Set(cramps.map(({ cramp_day }) => cramp_day)).size).toBe(facts.crampDays)
  expect(days.filter(({ cramps_complete }) => cramps_complete === 'yes')).toHaveLength(facts.trackedDays)
  const sum = days.reduce((total, day) => total + Number(day.cramps_noon_to_noon), 0)
  expect(sum).toBe(facts.cramps)
  // A day that was not marked complete has no zeros, only empty cells.
  for (const day of days.filter(({ cramps_complete }) => cramps_complete === 'no'))
    expect(day.cramps_noon_to_noon).toBe('')
})

test('the same report as JSON and as a health record', async () => {
  const json = JSON.parse(readFileSync(await saveData('Report data (JSON)', 'report.json'), 'utf8'))
  expect(json).toMatchObject({ format: 'unknot-report', version: 2, report: { name: 'Robin Example' } })
  expect(json.report.numbers.content.whole.cramps.count).toBe(facts.cramps)
  const record = JSON.parse(
    readFileSync(await saveData('Health record (FHIR R4)', 'report.fhir.json'), 'utf8'),
  )
  expect(record).toMatchObject({ resourceType: 'Bundle', type: 'document' })
})

test('what was saved is opened or shown in its folder, and nothing else can be', async () => {
  const path = await saveData('Table (CSV)', 'shown.csv')
  const asked = await app().electronApp.evaluate(({ shell }) => {
    const calls: string[] = []
    Object.assign(globalThis, { shownFiles: calls })
    shell.openPath = async opened => {
      calls.push(`open ${opened}`)
      return ''
    }
    shell.showItemInFolder = opened => {
      calls.push(`folder of ${opened}`)
    }
    return calls.length
  })
  expect(asked).toBe(0)
  const listAsked = () =>
    app().electronApp.evaluate(() => (globalThis as { shownFiles?: string[] }).shownFiles ?? [])
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect.poll(listAsked).toEqual([`open ${path}`])
  await page.getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(listAsked).toEqual([`open ${path}`, `folder of ${path}`])
  const refused = await page.evaluate(() =>
    window.unknot.showSavedReport({ file: crypto.randomUUID(), as: 'file' }),
  )
  expect(refused).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect(await listAsked()).toHaveLength(2)
})

test('changing one’s mind saves nothing and says nothing', async () => {
  await openScreen(page, 'Today')
  await openScreen(page, 'Report')
  await answerSaveDialogs(app().electronApp, null)
  const button = page.getByRole('button', { name: 'Save PDF' })
  await button.click()
  await expect(button).toBeEnabled()
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0)
  await expect(page.getByText('Not saved')).toHaveCount(0)
})

test('a place that cannot be written to is told, and nothing is left there', async () => {
  const path = join(folder(), 'gone', 'report.pdf')
  await answerSaveDialogs(app().electronApp, path)
  await page.getByRole('button', { name: 'Save PDF' }).click()
  await expect(page.getByRole('alert')).toContainText('This folder is no longer there', { timeout: 30_000 })
  await expect(page.getByRole('alert')).toContainText('No file was saved.')
  expect(existsSync(join(folder(), 'gone'))).toBe(false)
})

test('dates the wrong way round are told, and nothing can be saved', async () => {
  await page.getByRole('radio', { name: 'Other dates' }).check()
  const last = page.getByRole('textbox', { name: 'Last day' })
  await last.fill('1 January 2020')
  await last.press('Enter')
  await last.blur()
  await expect(page.getByText('The last day must not be before the first.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Save data' })).toBeDisabled()
})

test.describe('without a window', () => {
  /** Runs the program with these arguments until it exits. */
  async function run(...words: string[]): Promise<{ status: number | null; errors: string }> {
    const { executable, env } = await getTestHost()
    const rootSwitch = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const data = `--user-data-dir=${join(folder(), 'headless')}`
    const child = spawn(executable, [...rootSwitch, '.', data, '--demo', ...statedTime(), ...words], {
      cwd: root,
      env: { ...process.env, ...surroundings, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.on('data', piece => {
      errors += piece
    })
    const status = await new Promise<number | null>(resolve => child.on('close', resolve))
    return { status, errors }
  }

  test('the command line writes each format, and ends well', async () => {
    for (const name of ['line.pdf', 'line.csv', 'line.json', 'line.fhir.json']) {
      const path = join(folder(), name)
      expect(await run('--report', path, '--paper', 'Letter')).toEqual({ status: 0, errors: '' })
      expect(existsSync(path)).toBe(true)
    }
    const pdf = await openPdf(join(folder(), 'line.pdf'))
    await expectSize(pdf, 215.9, 279.4)
    expect((await readPages(pdf))[0]).toContain('Cramp report')
    const { report } = JSON.parse(readFileSync(join(folder(), 'line.json'), 'utf8'))
    // Stated moment of the headless start; the clock of the window's app may have passed midnight since.
    const { cramps } = readCrampFacts(join(folder(), 'headless', 'demo'), 12, statedAt)
    expect(report.numbers.content.whole.cramps.count).toBe(cramps)
  })

  test('what is wrong is one sentence, a status, and no half file', async () => {
    const gone = await run('--report', join(folder(), 'nowhere', 'x.csv'))
    expect(gone).toEqual({
      status: 1,
      errors: 'This folder is no longer there. Choose another one. No file was saved.\n',
    })
    const before = readdirSync(folder())
    expect(await run('--report', join(folder(), 'x.pdf'), '--from', 'yesterday')).toEqual({
      status: 1,
      errors: '--from: Enter a date. No file was saved.\n',
    })
    expect(readdirSync(folder())).toEqual(before)
  })
})
