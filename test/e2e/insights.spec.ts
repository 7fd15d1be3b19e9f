/** Insights of the demo journal: its tables equal the analysis of the journal's file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import Papa from 'papaparse'
import { createJournalStore } from '../../main/store/journal-store.ts'
import { type CrampFilter, everyCramp, isEveryCramp } from '../../shared/analysis/cramp-filter.ts'
import { createDiary } from '../../shared/analysis/diary-of-journal.ts'
import { verdictWords } from '../../shared/analysis/finding-sentences.ts'
import { findFindings } from '../../shared/analysis/findings.ts'
import { type ForestRow, makeForest } from '../../shared/analysis/forest-plot.ts'
import { listJudged } from '../../shared/analysis/suspects.ts'
import { type NumberFormats, roundVolumeMl } from '../../shared/locale/number-formats.ts'
import { dayNumber } from '../../shared/time/calendar-date.ts'
import { crampDay } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { shareApp, shareFolder } from './app.ts'
import { answerSaveDialogs, chooseAppearance, openChart, openScreen } from './person.ts'
import { timeZone } from './surroundings.ts'

const folder = shareFolder()
const app = shareApp({ args: ['--demo'] })
let page: Page

test.beforeAll(async () => {
  page = app().page
  await openScreen(page, 'Insights')
  await openChart(page, CRAMPS)
  await openChart(page, ALL_THINGS)
})

const ALL_THINGS = /^All (\d+ )?things compared$/
const CRAMPS = 'How are the cramps doing?'
const getChart = (question: string | RegExp): Locator =>
  page.getByRole('region', { name: question, exact: true })
const forest = () => getChart(ALL_THINGS)
const cramps = () => getChart(CRAMPS)

/** Waits until the findings job has ended. */
const waitForFindings = () => expect(forest()).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 })

const show = (chart: Locator, view: 'Chart' | 'Table') => chart.getByText(view, { exact: true }).click()

/** Number formats of the window under the British locale of the specs. */
const formats: NumberFormats = {
  number: (value, maximumFractionDigits = 0) =>
    new Intl.NumberFormat('en-GB', { maximumFractionDigits }).format(value),
  fixed: (value, digits) => value.toFixed(digits),
  volume: volumeMl => `${new Intl.NumberFormat('en-GB').format(roundVolumeMl(volumeMl))} ml`,
}

/** Expected rows of the forest plot, computed from the file without the app. */
function findRows(filter: CrampFilter = everyCramp): readonly ForestRow[] {
  const db = new Sqlite(join(app().userData, 'demo', 'journal.sqlite'), { readonly: true })
  try {
    const { entries, checkIns, shoes, profile, suspects, checkpoints } = createJournalStore(db)
    const diary = createDiary({
      dayStartMinutes: 0,
      entries: entries.listBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
      checkIns: checkIns.listArchived(),
      shoes: shoes.list(),
      offWeekdays: profile.get().offWeekdays,
      timeZone,
      filter,
    })
    const today = dayNumber(crampDay(momentOfInstant(app().now(), timeZone)))
    const { findings } = findFindings(diary, {
      today,
      suspects: listJudged(suspects.list()),
      looks: checkpoints.listLooks(),
      isFiltered: !isEveryCramp(filter),
    })
    return makeForest(findings, formats).rows
  } finally {
    db.close()
  }
}

/** The cells of every row but the first, its name included. */
const readTable = async (chart: Locator): Promise<string[][]> =>
  Promise.all((await chart.getByRole('row').all()).slice(1).map(row => row.locator('th, td').allInnerTexts()))

const inHundredths = (value: number | null) =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value ?? 0)

/** Expected cells of a table row. Precondition: no interval of the demo is unbounded above. */
const toCells = ({ exposure, comparison, effect, finding }: ForestRow): string[] => [
  exposure.name,
  comparison,
  inHundredths(effect.ratio),
  inHundredths(effect.lower),
  effect.upper === null || effect.upper > 20 ? 'more than 20' : inHundredths(effect.upper),
  verdictWords[finding.verdict],
  String(finding.measurement.events),
  String(finding.measurement.comparisonDays),
]

test('the forest plot’s table holds what the analysis finds', async () => {
  await waitForFindings()
  await show(forest(), 'Table')
  const rows = findRows()
  expect(rows.length).toBeGreaterThan(8)
  expect(await readTable(forest())).toEqual(rows.map(toCells))
  await show(forest(), 'Chart')
})

test('a filter stands in the address, asks for findings of its own, and is taken back by going back', async () => {
  await show(forest(), 'Table')
  await page.getByRole('combobox', { name: 'Time of day' }).selectOption('night')
  await expect(page.getByText('Only some cramps: At night.')).toBeVisible()
  expect(page.url()).toContain('time=night')
  await waitForFindings()
  expect(await readTable(forest())).toEqual(findRows({ ...everyCramp, time: 'night' }).map(toCells))
  await page.goBack()
  await expect(page.getByText('Only some cramps')).toBeHidden()
  await waitForFindings()
  expect(await readTable(forest())).toEqual(findRows().map(toCells))
  await page.goForward()
  await expect(page.getByText('Only some cramps: At night.')).toBeVisible()
  await page.getByRole('button', { name: 'All cramps' }).click()
  await expect(page.getByRole('combobox', { name: 'Place' })).toBeFocused()
  await expect(page.getByText('Only some cramps')).toBeHidden()
  await waitForFindings()
  await show(forest(), 'Chart')
})

test('a line of the plot opens its finding from the keyboard, and Escape closes it', async () => {
  const line = forest().getByRole('button', { name: /^Shoes with little arch support.* times as likely/ })
  await line.focus()
  await page.keyboard.press('Enter')
  const finding = forest().getByRole('region', { name: 'Shoes with little arch support' })
  await expect(finding.getByRole('heading', { name: 'Published evidence' })).toBeVisible()
  await expect(finding.getByRole('img', { name: /^Days without and with it/ })).toBeVisible()
  await finding.getByText('Details and checks').click()
  await expect(finding.getByText('Mantel-Haenszel', { exact: true })).toBeVisible()
  await finding.getByRole('button', { name: /^Close/ }).focus()
  await page.keyboard.press('Escape')
  await expect(finding).toBeHidden()
  await expect(line).toBeFocused()
})

test('the numbers are saved as they were found, not as they are rounded', async () => {
  const path = join(folder(), 'forest.csv')
  await answerSaveDialogs(app().electronApp, path)
  await forest()
    .getByRole('button', { name: /^Save / })
    .click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  await expect(page.getByText(`Saved as ${path}`)).toBeVisible()
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8').trim())
  const ratios = data.slice(1).map(([name, , ratio]) => [name, Number(ratio)])
  expect(ratios).toEqual(findRows().map(({ exposure, effect }) => [exposure.name, effect.ratio]))
})

test('the picture holds the drawing in its colours', async () => {
  const path = join(folder(), 'forest.png')
  await answerSaveDialogs(app().electronApp, path)
  await forest()
    .getByRole('button', { name: /^Save / })
    .click()
  await page.getByRole('menuitem', { name: /PNG/ }).click()
  await expect(page.getByText(`Saved as ${path}`)).toBeVisible()
  const picture = await readPicture(readFileSync(path).toString('base64'))
  const { width } = (await forest()
    .getByRole('group', { name: /^Chart\./ })
    .boundingBox()) ?? { width: 0 }
  // Twice the screen's resolution, plus a margin.
  expect(picture.width).toBeGreaterThan(2 * width)
  expect(picture.commonest).toBe('255,255,255')
  const likely = await forest()
    .locator('[data-interval="footwear-unsupportive"] path')
    .first()
    .evaluate(path => getComputedStyle(path).stroke)
  // Interval line of a likely link: a few pixels high, more than 200 pixels in all.
  expect(picture.counts[likely.replaceAll(/[^\d,]/g, '')]).toBeGreaterThan(200)
})

test('numbers and picture are copied for other programs', async () => {
  const { electronApp } = app()
  const choose = async (item: string) => {
    await forest()
      .getByRole('button', { name: /^Save or copy / })
      .click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('Copy numbers')
  await expect(page.getByRole('status').filter({ hasText: /^Copied$/ })).toHaveCount(1)
  const { data } = Papa.parse<string[]>(await electronApp.evaluate(({ clipboard }) => clipboard.readText()), {
    delimiter: '\t',
  })
  const ratios = data.slice(1).map(([name, , ratio]) => [name, Number(ratio)])
  expect(ratios).toEqual(findRows().map(({ exposure, effect }) => [exposure.name, effect.ratio]))

  await choose('Copy picture')
  const readPng = () =>
    electronApp.evaluate(async ({ clipboard }) => {
      const [item] = await clipboard.read()
      if (item?.types.includes('image/png') !== true) return ''
      const blob = await item.getType('image/png')
      return blob instanceof Blob ? Buffer.from(await blob.arrayBuffer()).toString('base64') : ''
    })
  await expect.poll(readPng).not.toBe('')
  const picture = await readPicture(await readPng())
  expect(picture.width).toBeGreaterThan(600)
  expect(picture.commonest).toBe('255,255,255')
})

/** Pixel count of a PNG by colour. */
const readPicture = (base64: string) =>
  page.evaluate(async data => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const ink = canvas.getContext('2d')
    if (ink === null) throw new Error('no canvas')
    ink.drawImage(image, 0, 0)
    const pixels = ink.getImageData(0, 0, image.width, image.height).data
    const counts: Record<string, number> = {}
    for (let at = 0; at < pixels.length; at += 4) {
      const color = `${pixels[at]},${pixels[at + 1]},${pixels[at + 2]}`
      counts[color] = (counts[color] ?? 0) + 1
    }
    const [commonest = ''] = Object.entries(counts)
      .sort(([, one], [, other]) => other - one)
      .map(([color]) => color)
    return { width: image.width, counts, commonest }
  }, base64)

test('a part of the time is brought up close by keys, in chart and table alike', async () => {
  await show(cramps(), 'Table')
  await expect(cramps().getByRole('row')).toHaveCount(27)
  await cramps().getByRole('slider', { name: 'First shown' }).focus()
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight')
  await expect(cramps().getByRole('row')).toHaveCount(17)
  await show(cramps(), 'Chart')
  await expect(cramps().locator('.recharts-bar').first().locator('.recharts-bar-rectangle')).toHaveCount(16)
  await cramps().getByRole('button', { name: 'Whole period' }).click()
  await expect(cramps().locator('.recharts-bar').first().locator('.recharts-bar-rectangle')).toHaveCount(26)
})

test('every chart fits into a narrow window', async () => {
  const size = page.viewportSize() ?? { width: 1280, height: 800 }
  await page.setViewportSize({ width: 900, height: 800 })
  // Charts redraw after they have measured the new width.
  await expect
    .poll(() =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    )
    .toBe(0)
  // Row labels that wrap to more than the height of their row.
  const tooTall = () =>
    forest().evaluate(card =>
      Array.from(card.querySelectorAll('button[aria-controls]')).flatMap(line => {
        const [name] = line.children
        return name !== undefined && name.getBoundingClientRect().height > line.getBoundingClientRect().height
          ? [name.textContent]
          : []
      }),
    )
  await expect.poll(tooTall).toEqual([])
  await page.setViewportSize(size)
  await expect.poll(tooTall).toEqual([])
})

test('on paper the charts are light, say what they are of, and have nothing to press', async () => {
  await chooseAppearance(page, 'Dark')
  const ground = () => cramps().evaluate(card => getComputedStyle(card).backgroundColor)
  const ink = () => cramps().evaluate(card => getComputedStyle(card).color)
  expect(await ground()).not.toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ media: 'print' })
  await expect.poll(ground).toBe('rgb(255, 255, 255)')
  expect(await ink()).toBe('rgb(23, 32, 32)')
  await expect(
    cramps()
      .getByText(/^\d.* \d{4}$/)
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: 'Period' })).toBeHidden()
  await expect(page.getByText('Point at a line to read what it says.')).toBeHidden()
  await expect(forest().getByRole('button', { name: /^Save or copy/ })).toBeHidden()
  await page.emulateMedia({ media: null })
  await chooseAppearance(page, 'Same as the system')
})
