/** Text size: chosen in Settings or by key, kept over a restart, and every screen reflows without a sideways scroll bar. */
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type StartedApp, shareFolder, startApp } from './app.ts'
import { getCard, getForm, openScreen, screens, waitForContent } from './person.ts'

const folder = shareFolder()
let userData: string
let app: StartedApp
let page: Page

async function start() {
  app = await startApp({ userData, args: ['--demo'] })
  page = app.page
}

test.beforeAll(async () => {
  userData = await mkdtemp(join(folder(), 'text-'))
  await start()
})
test.afterAll(() => app.close())

const getSizes = () => page.getByRole('radiogroup', { name: 'Text size' })
const getSize = (size: string) => getSizes().getByRole('radio', { name: size, exact: true })

/** By the label: the radio button itself is drawn without a size. */
const chooseSize = (size: string) => getSizes().getByText(size, { exact: true }).click()

const readTextPx = () =>
  page
    .locator('main p')
    .first()
    .evaluate(text => getComputedStyle(text).fontSize)

/** Pixels that the page is wider than its window. */
const readOverhang = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('a size chosen in Settings holds at once, and from the first paint of the next start', async () => {
  await openScreen(page, 'Settings')
  await expect(getSize('100%')).toBeChecked()
  const usual = Number.parseFloat(await readTextPx())
  await chooseSize('150%')
  expect(Number.parseFloat(await readTextPx())).toBeCloseTo(1.5 * usual)
  await app.close()
  await start()
  // The rail of a narrow window: layouts were evaluated with the stored size, not with the usual one.
  await expect(page.getByRole('navigation', { name: 'Screens' })).toHaveCSS('width', '126px')
  await openScreen(page, 'Settings')
  await expect(getSize('150%')).toBeChecked()
})

test('the keys change it everywhere, also in a form, and stop at the ends', async () => {
  await page.keyboard.press('ControlOrMeta+0')
  await openScreen(page, 'Today')
  const usual = Number.parseFloat(await readTextPx())
  for (const [keys, times] of [
    ['ControlOrMeta+=', 1.1],
    ['ControlOrMeta++', 1.25],
    ['ControlOrMeta+-', 1.1],
    ['ControlOrMeta+0', 1],
    ['ControlOrMeta+-', 1],
  ] as const) {
    await page.keyboard.press(keys)
    await expect.poll(async () => Number.parseFloat(await readTextPx()) / usual).toBeCloseTo(times)
  }
  await getCard(page, 'Drinks').getByRole('button', { name: 'Other drink' }).click()
  await getForm(page).getByLabel('Amount').press('ControlOrMeta+=')
  await expect.poll(async () => Number.parseFloat(await readTextPx()) / usual).toBeCloseTo(1.1)
  await page.keyboard.press('ControlOrMeta+0')
  await page.keyboard.press('Escape')
  await expect(getForm(page)).toBeHidden()
})

for (const [width, height] of [
  [720, 560],
  [900, 700],
  [1280, 800],
] as const)
  test(`at 200 % no screen is wider than a window of ${width} x ${height}`, async () => {
    await page.setViewportSize({ width, height })
    await openScreen(page, 'Settings')
    await chooseSize('200%')
    for (const screen of screens) {
      await openScreen(page, screen)
      await waitForContent(page)
      expect.soft(await readOverhang(), screen).toBe(0)
    }
    for (const path of [
      'relief',
      'symptoms',
      'about-cramps',
      'what-unknot-is-for',
      'what-is-protected',
      'sources',
    ]) {
      await page.goto(`${page.url().split('#')[0]}#/plan/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Settings')
      await waitForContent(page)
      expect.soft(await readOverhang(), path).toBe(0)
    }
  })
