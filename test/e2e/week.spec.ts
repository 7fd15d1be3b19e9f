/** A whole week by keyboard alone, and again with text at 200 % in the smallest window: write, look, plan, print. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { addDays } from '../../shared/time/calendar-date.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { matrix } from '../host/matrix.ts'
import { type StartedApp, shareFolder, startApp } from './app.ts'
import { tabTo } from './form-steps.ts'
import { answerSaveDialogs, waitForContent } from './person.ts'
import { readStoredRows } from './stored-rows.ts'
import { passDays, specClock, timeZone } from './surroundings.ts'

const folder = shareFolder()

const DAYS = 7
/** Days of the week with a cramp, from 0 on. */
const CRAMP_DAYS = [1, 4]

const today = () => calendarDate(momentOfInstant(specClock.now(), timeZone))

/** Presses of Ctrl+= from 100 to 200 %. */
const STEPS_TO_200 = 5

for (const { name, isLarge } of matrix(
  [{ name: 'by keyboard, with text at 200 % in a window of 720 x 560', isLarge: true }],
  [{ name: 'by keyboard alone', isLarge: false }],
))
  test(`a week, ${name}`, async () => {
    test.setTimeout(300_000)
    const userData = join(folder(), isLarge ? 'large' : 'usual')
    mkdirSync(userData)
    const dates: string[] = []
    for (let day = 0; day < DAYS; day++) {
      const app = await startDay(userData, isLarge, day === 0)
      dates.push(today())
      await writeDay(app.page, day)
      if (day === DAYS - 1) await readWeek(app, isLarge)
      await app.close()
      passDays(1)
    }
    const { entry = [], check_in: checkIns = [] } = readStoredRows(userData)
    expect(entry).toHaveLength(DAYS + CRAMP_DAYS.length)
    expect(checkIns).toHaveLength(DAYS)
  })

async function startDay(userData: string, isLarge: boolean, isFirst: boolean): Promise<StartedApp> {
  const app = await startApp({ userData })
  const { page } = app
  if (isFirst) {
    // The first start has specs of its own.
    await page.evaluate(() => window.unknot.acknowledgeWelcome({}))
    await page.reload()
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
  if (isLarge) {
    await page.setViewportSize({ width: 720, height: 560 })
    if (isFirst) for (let step = 0; step < STEPS_TO_200; step++) await page.keyboard.press('ControlOrMeta+=')
    await expect(page.locator('html')).toHaveCSS('font-size', '32px')
  }
  return app
}

/** Yesterday's drinks, on some days a cramp, and that there was no activity: each a typed line. */
async function writeDay(page: Page, day: number): Promise<void> {
  const yesterday = addDays(today(), -1)
  await page.keyboard.press('q')
  await storeLine(page, `${500 + 50 * day} ml water ${yesterday} 14:00`)
  if (CRAMP_DAYS.includes(day)) await storeLine(page, `cramp left calf ${yesterday} 15:00 5/10 2 min`)
  await storeLine(page, `no activity ${yesterday}`)
  await page.keyboard.press('Escape')
  await expect(getLine(page)).toBeHidden()
}

const getLine = (page: Page) => page.getByRole('textbox', { name: 'What happened?' })

/** The first Enter moves to the preview, the second stores. */
async function storeLine(page: Page, line: string): Promise<void> {
  await expect(getLine(page)).toBeFocused()
  await page.keyboard.type(line)
  const shown = page.getByRole('region', { name: 'This would be stored' })
  await shown.waitFor()
  await page.keyboard.press('Enter')
  await expect(shown.getByRole('button', { name: 'Store' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(getLine(page)).toHaveValue('')
}

/** Insights, Plan and Report, each reached and used by keys; what has the focus is in view. */
async function readWeek({ page, electronApp }: StartedApp, isLarge: boolean): Promise<void> {
  for (const [keys, screen] of [
    [['g', 'i'], 'Insights'],
    [['g', 'p'], 'Plan'],
    [['g', 'j'], 'Journal'],
    [['g', 'r'], 'Report'],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key)
    await expect(page.getByRole('heading', { level: 1, name: screen, exact: true })).toBeFocused()
    await waitForContent(page)
    if (isLarge) expect(await readOverhang(page), screen).toBe(0)
    await tabThrough(page)
  }
  const path = join(folder(), isLarge ? 'large.pdf' : 'usual.pdf')
  await answerSaveDialogs(electronApp, path)
  const save = page.getByRole('button', { name: 'Save PDF' })
  await expect(save).toBeEnabled()
  await page.getByRole('heading', { level: 1, name: 'Report', exact: true }).focus()
  await tabTo(save)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: path })).toBeVisible({ timeout: 60_000 })
}

const readOverhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Steps of Tab that are looked at on each screen. */
const STEPS = 15

async function tabThrough(page: Page): Promise<void> {
  const hidden: string[] = []
  for (let step = 0; step < STEPS; step++) {
    await page.keyboard.press('Tab')
    // The page scrolls to the focus with the next frame.
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
    const name = await page.evaluate(findHiddenFocus)
    if (name !== null) hidden.push(name)
  }
  expect(hidden).toEqual([])
}

/** The name of the focused element if something covers all of it or it is outside of the window; else null. */
function findHiddenFocus(): string | null {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return null
  const box = focused.getBoundingClientRect()
  // Radio buttons and checkboxes are drawn by their labels.
  if (box.width < 3 || box.height < 3) return null
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
  const points = [0.1, 0.5, 0.9].flatMap(x =>
    [0.1, 0.5, 0.9].map(y => [left + x * (right - left), top + y * (bottom - top)] as const),
  )
  const isSeen =
    right > left &&
    bottom > top &&
    points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y)
      return hit !== null && (focused.contains(hit) || hit.contains(focused) || hit.closest('label') !== null)
    })
  return isSeen
    ? null
    : `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent ?? ''}`.slice(0, 60)
}
