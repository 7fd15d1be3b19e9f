/** Journal from the first start: one entry of each kind, restart, edits and undo, another day. */
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { recentTimes, type StartedApp, shareFolder, startApp } from './app.ts'
import {
  getCard,
  getEntries,
  getForm,
  logActivity,
  logCramp,
  logDrink,
  openChart,
  openScreen,
  passWelcome,
} from './person.ts'

// Serial: each test continues with the journal of the one before.
test.describe.configure({ mode: 'serial' })

const folder = shareFolder()
let app: StartedApp
let page: Page

async function start() {
  app = await startApp({ userData: folder() })
  page = app.page
}

test.beforeAll(start)
test.afterAll(() => app.close())

/** Counts pointer presses on any element. @returns a reader of the count so far */
async function countClicks(): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const counted = { clicks: 0 }
    document.addEventListener('pointerdown', () => counted.clicks++, { capture: true })
    return counted
  })
  return () => counter.evaluate(({ clicks }) => clicks)
}

test('the first start says what this is, where the data lie, and what it is for, and lets in', async () => {
  await expect(page.getByRole('heading', { name: 'Welcome to Unknot' })).toBeVisible()
  const text = page.getByRole('main')
  await expect(text).toContainText('A journal for muscle cramps')
  await expect(text).toContainText('Everything stays on this computer')
  await expect(text).toContainText(join(folder(), 'journal.sqlite'))
  await expect(text).toContainText('not encrypted')
  await expect(text).toContainText('not meant to diagnose, treat or monitor a disease')
  await passWelcome(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
})

test('a cramp takes three clicks', async () => {
  const countSoFar = await countClicks()
  await logCramp(page, 'Left calf', 6)
  await expect(getEntries(page)).toHaveText([new RegExp(`^${recentTimes(app)}Left calf6 of 10$`)])
  expect(await countSoFar()).toBe(3)
})

test('a usual drink takes one', async () => {
  const countSoFar = await countClicks()
  await logDrink(page, 'Water 250 ml')
  await expect(getEntries(page)).toHaveText([/Left calf/, new RegExp(`^${recentTimes(app)}Water, 250 ml$`)])
  expect(await countSoFar()).toBe(1)
})

test('a shoe goes into the closet once, and is then put on in one click', async () => {
  const card = getCard(page, 'Footwear')
  await card.getByRole('button', { name: 'Add a shoe' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a shoe' })
  await dialog.getByLabel('Name').fill('Red clogs')
  await dialog.getByRole('button', { name: 'Save shoe' }).click()
  await expect(dialog).toBeHidden()
  const countSoFar = await countClicks()
  await card.getByRole('button', { name: 'Put on Red clogs' }).click()
  await expect(card).toContainText(new RegExp(`Red clogs\\s*on since ${recentTimes(app)}`))
  await expect(getEntries(page)).toHaveText([
    /Left calf/,
    /Water/,
    new RegExp(`^${recentTimes(app)}Red clogsput on$`),
  ])
  expect(await countSoFar()).toBe(1)
})

test('an activity is written into a form', async () => {
  await logActivity(page, { activity: 'run', minutes: 45, exertion: 7, startedAt: '13:10' })
  // Sorted by start: it began before the others.
  await expect(getEntries(page)).toHaveText([
    /^13:10Run45 min · exertion 7 of 10$/,
    /Left calf/,
    /Water/,
    /Red clogs/,
  ])
})

/** Expects cells of the newest week in the table of Insights, by column header. */
async function expectThisWeek(expected: Readonly<Record<string, string>>): Promise<void> {
  await openScreen(page, 'Insights')
  const card = await openChart(page, 'How are the cramps doing?')
  await card.getByText('Table', { exact: true }).click()
  const readCells = async () => {
    const titles = await card.getByRole('columnheader').allTextContents()
    const cells = await card.getByRole('row').nth(1).locator('th, td').allTextContents()
    return Object.fromEntries(titles.map((title, index) => [title, cells[index] ?? '']))
  }
  // The screen shows what it had until the new overview arrives.
  await expect.poll(readCells).toMatchObject(expected)
}

test('without a word that they are complete, drinks are not tracked', async () => {
  await expectThisWeek({
    Cramps: '1',
    'Days with a cramp': '1',
    'of days answered': '1',
    'Fluids, ml per day': 'not answered',
    'of days complete': '0',
  })
})

test('with it, all of them show in Insights', async () => {
  await openScreen(page, 'Today')
  await page.getByRole('button', { name: 'Drinks: That is everything for today' }).click()
  await page.getByRole('button', { name: 'Activity: That is everything for today' }).click()
  await expect(page.getByRole('button', { name: /^Take back: / })).toHaveCount(2)
  await expectThisWeek({
    Cramps: '1',
    'Days with a cramp': '1',
    'Fluids, ml per day': '250',
    'of days complete': '1',
    // 45 min × exertion 7.
    'Activity load, minutes × exertion per day': '315',
    'of days known': '1',
  })
})

test('after a restart everything is still there', async () => {
  await app.close()
  await start()
  await expect(getEntries(page)).toHaveText([
    /Run45 min · exertion 7 of 10/,
    /Left calf6 of 10/,
    /Water, 250 ml/,
    /Red clogsput on/,
  ])
  await expect(getCard(page, 'Footwear')).toContainText(
    new RegExp(`Red clogs\\s*on since ${recentTimes(app)}`),
  )
  await expectThisWeek({ Cramps: '1' })
  await openScreen(page, 'Today')
})

test('an entry can be changed, and the change taken back', async () => {
  await page.getByRole('button', { name: /^Edit water, 250 ml/ }).click()
  const form = getForm(page)
  await form.getByLabel('Amount').fill('400')
  await form.getByLabel('Note').fill('with a pinch of salt')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(getEntries(page).nth(2)).toHaveText(/Water, 400 mlwith a pinch of salt$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(getEntries(page).nth(2)).toHaveText(/Water, 250 ml$/)
})

test('an entry can be deleted, and brought back', async () => {
  await page.getByRole('button', { name: /^Delete run/ }).click()
  await expect(getEntries(page)).toHaveCount(3)
  await page
    .getByRole('status')
    .filter({ hasText: 'Deleted run' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(getEntries(page)).toHaveCount(4)
  await expect(getEntries(page).first()).toHaveText(/Run45 min · exertion 7 of 10$/)
})

test('an entry that was shown as stored survives the program being killed', async () => {
  await logDrink(page, 'Tea 200 ml')
  await expect(getEntries(page)).toHaveCount(5)
  const child = app.electronApp.process()
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  await start()
  await expect(getEntries(page)).toHaveCount(5)
  await expect(getEntries(page).last()).toHaveText(/Tea, 200 ml$/)
})

test('a deleted entry stays deleted', async () => {
  await page.getByRole('button', { name: /^Delete tea/ }).click()
  await expect(getEntries(page)).toHaveCount(4)
  await page.reload()
  await expect(getEntries(page)).toHaveCount(4)
})

test('another day has entries of its own', async () => {
  await page.getByRole('button', { name: 'Previous day' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Yesterday' })).toBeVisible()
  await expect(getEntries(page)).toHaveCount(0)
  await logDrink(page, 'Water 250 ml')
  const form = getForm(page)
  await form.getByLabel('Drunk at').fill('09:30')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(getEntries(page)).toHaveText([/^09:30Water, 250 ml$/])
  await page.getByRole('button', { name: 'Next day' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
  await expect(getEntries(page)).toHaveCount(4)
})

test('any day can be picked from a calendar', async () => {
  await page.getByRole('button', { name: /^Go to a date/ }).click()
  await page.getByRole('button', { name: 'Previous month' }).click()
  const first = page.getByRole('button', { name: /^1 [A-Z]/ }).first()
  // Date as the calendar button and the screen's title both write it: 1 October 2026.
  const picked = String(await first.getAttribute('aria-label'))
  await first.click()
  await expect(page.getByRole('main').getByText(picked).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Logged on this day' })).toBeVisible()
  await expect(getEntries(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
  await expect(getEntries(page)).toHaveCount(4)
})
