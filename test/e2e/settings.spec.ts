/** Settings change the display, and no stored row but their own. */
import { expect, type Page, test } from '@playwright/test'
import type { LaunchedApp } from '../host/launch.ts'
import { shareFolder, startApp } from './app.ts'
import { doByMouse } from './form-steps.ts'
import { chooseAppearance, getCard, getEntries, openScreen, passWelcome } from './person.ts'
import { readStoredRows } from './stored-rows.ts'

// Serial: each test continues with the journal of the one before.
test.describe.configure({ mode: 'serial' })

const folder = shareFolder()
let app: LaunchedApp
let page: Page

async function start() {
  app = await startApp({ userData: folder() })
  page = app.page
}

test.beforeAll(async () => {
  await start()
  await passWelcome(page)
  // 03:30 is one moment on every date: clocks change before it.
  for (const line of ['330 ml water 3:30 am', 'tea 200 ml 12:00']) await addLine(line)
})
test.afterAll(() => app.close())

async function addLine(line: string) {
  await page.getByRole('button', { name: 'Quick add' }).click()
  const field = page.getByRole('textbox', { name: 'What happened?' })
  await field.fill(line)
  await field.press('Control+Enter')
  await expect(field).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
}

const readEntries = () => {
  const { entry, fluid } = readStoredRows(folder())
  return { entry, fluid }
}

async function choose(from: string, word: string) {
  await openScreen(page, 'Settings')
  await doByMouse(page.getByRole('main'), { choose: word, from })
  await expect(page.getByText('Stored.', { exact: true })).toBeVisible()
}

async function tick(word: string) {
  await openScreen(page, 'Settings')
  await page.getByRole('main').locator('label').getByText(word, { exact: true }).click()
  await expect(page.getByText('Stored.', { exact: true })).toBeVisible()
}

test('the hour at which a day starts moves an entry of the night to the other day, and stores nothing', async () => {
  const before = readEntries()
  // An entry after midnight belongs to the day before, and carries its own date there.
  const night = getEntries(page).filter({ hasText: /^03:30.*Water, 330 ml/ })
  await openScreen(page, 'Today')
  await expect(night).toHaveCount(0)
  await page.getByRole('button', { name: 'Previous day' }).click()
  await expect(night).toHaveCount(1)
  await choose('A day on Today starts at', '03:00')
  await openScreen(page, 'Today')
  await expect(night).toHaveCount(1)
  await choose('A day on Today starts at', '04:00')
  await openScreen(page, 'Today')
  await expect(night).toHaveCount(0)
  await choose('A day on Today starts at', '00:00')
  expect(readEntries()).toEqual(before)
})

test('units change what is shown and asked, and what is stored stays', async () => {
  const before = readEntries()
  await choose('Volumes in', 'Fluid ounces (US)')
  await openScreen(page, 'Today')
  await expect(getEntries(page).filter({ hasText: 'Water' })).toHaveText(['03:30Water, 11.2 fl oz'])
  await getCard(page, 'Drinks').getByRole('button', { name: 'Other drink' }).click()
  await expect(page.getByRole('textbox', { name: 'Amount in US fluid ounces' })).toBeFocused()
  await page.keyboard.press('Escape')
  await choose('Volumes in', 'Fluid ounces (UK)')
  await openScreen(page, 'Today')
  await expect(getEntries(page).filter({ hasText: 'Water' })).toHaveText(['03:30Water, 11.6 fl oz'])
  await choose('Volumes in', 'Millilitres')
  await openScreen(page, 'Today')
  await expect(getEntries(page).filter({ hasText: 'Water' })).toHaveText(['03:30Water, 330 ml'])
  expect(readEntries()).toEqual(before)
})

test('what is not tracked has no card, and its entries stay', async () => {
  await openScreen(page, 'Today')
  await expect(getCard(page, 'Drinks')).toBeVisible()
  await expect(getCard(page, 'Food')).toBeHidden()
  await tick('Drinks')
  await tick('Food and supplements')
  await openScreen(page, 'Today')
  await expect(getCard(page, 'Food')).toBeVisible()
  await expect(getCard(page, 'Drinks')).toBeHidden()
  await expect(getEntries(page).filter({ hasText: 'Tea, 200 ml' })).toHaveCount(1)
})

test('with a condition for which a clinician says how much to drink, no tip is about drinking', async () => {
  const tips = page
    .getByRole('main')
    .getByRole('heading', { level: 3 })
    .getByRole('button', { name: /Your pattern/ })
  const words = /drink something with salts|Spread your drinks/
  const aboutDrinking = tips.filter({ hasText: words })
  await openScreen(page, 'Plan')
  await expect(aboutDrinking).toHaveCount(2)
  const others = await tips.filter({ hasNotText: words }).allInnerTexts()
  await tick('Heart disease')
  await openScreen(page, 'Plan')
  await expect(aboutDrinking).toHaveCount(0)
  await expect(tips).toHaveText(others, { useInnerText: true })
})

test('the appearance can be chosen, from the menu of every screen', async () => {
  const html = page.locator('html')
  await chooseAppearance(page, 'Dark')
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await chooseAppearance(page, 'Light')
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'light')
})

test('all of it is still there after a restart', async () => {
  await openScreen(page, 'Settings')
  await page.getByLabel('Name on the report').fill('Ada')
  await page.getByLabel('Height').fill('168')
  await page.getByLabel('Height').blur()
  await expect(page.getByText('Stored.', { exact: true })).toBeVisible()
  await app.close()
  await start()
  await expect(getCard(page, 'Food')).toBeVisible()
  await expect(getCard(page, 'Drinks')).toBeHidden()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
  await openScreen(page, 'Settings')
  await expect(page.getByLabel('Name on the report')).toHaveValue('Ada')
  await expect(page.getByLabel('Height')).toHaveValue('168')
  await expect(page.getByRole('checkbox', { name: 'Heart disease' })).toBeChecked()
  await expect(page.getByRole('combobox', { name: 'A day on Today starts at' })).toHaveValue('00:00')
})
