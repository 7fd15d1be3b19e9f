/** Cramp now at night and the morning after: stopwatch, crash in the middle, questions asked later. */
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { calendarDate, MS_PER_DAY } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { recentTimes, type StartedApp, shareFolder, startApp } from './app.ts'
import { getEntries, getForm, openChart, openScreen, passWelcome } from './person.ts'
import { timeZone } from './surroundings.ts'

// Serial: each test continues with the journal of the one before.
test.describe.configure({ mode: 'serial' })

const folder = shareFolder()
let app: StartedApp
let page: Page

async function start() {
  app = await startApp({ userData: folder() })
  page = app.page
}

test.beforeAll(async () => {
  await start()
  await passWelcome(page)
})
test.afterAll(() => app.close())

interface StoredCramp {
  at: number
  ongoing: number
  needsDetails: number
  precision: string
  seconds: number | null
  sites: string
}

/** Cramps in the journal's file, latest first by time of writing. */
function readCramps(): StoredCramp[] {
  const db = new Sqlite(join(folder(), 'journal.sqlite'), { readonly: true })
  try {
    return db
      .prepare<[], StoredCramp>(
        `select at, ongoing, needs_details as needsDetails, onset_precision as precision,
                duration_seconds as seconds, sites
         from entry join cramp on entry_id = id where deleted_at is null order by logged_at desc, id desc`,
      )
      .all()
  } finally {
    db.close()
  }
}

/** SIGKILL, as in a crash or a power cut. */
async function kill() {
  const child = app.electronApp.process()
  const hasEnded = once(child, 'exit')
  child.kill('SIGKILL')
  await hasEnded
}

const getClock = () => page.getByRole('timer')
const pressNow = () => page.getByRole('button', { name: /^Cramp now/ }).click()
const getUnfinished = () => page.getByRole('region', { name: /still needs? (its|their) details$/ })
const getStored = () => page.getByText(/^Saved\.( Go back to sleep\.)?$/)

/** Reading of the stopwatch, in seconds. */
async function readClock(): Promise<number> {
  const [seconds = 0, minutes = 0, hours = 0] = ((await getClock().textContent()) ?? '')
    .split(':')
    .map(Number)
    .toReversed()
  return hours * 3600 + minutes * 60 + seconds
}

test('one press starts the clock, and it is in the file at once', async () => {
  const pressedAt = app.now()
  await pressNow()
  await expect(getClock()).toBeVisible()
  await expect.poll(readCramps).toHaveLength(1)
  const [cramp] = readCramps()
  expect(cramp).toMatchObject({ ongoing: 1, needsDetails: 1, precision: 'exact', seconds: null, sites: '[]' })
  expect(Math.abs((cramp?.at ?? 0) - pressedAt)).toBeLessThan(5_000)
})

test('places are picked on the body, and stored as they are picked', async () => {
  await page.getByRole('button', { name: 'Left calf' }).click()
  await page.getByRole('button', { name: 'Right calf' }).click()
  await expect(page.getByText('Calf on both sides', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Knee straight, toes up' })).toBeVisible()
  await expect.poll(() => readCramps()[0]?.sites).toBe('[{"muscle":"calf","side":"both"}]')
})

test('killed in the middle, the clock runs on from its beginning when the program is back', async () => {
  const [before] = readCramps()
  await kill()
  await start()
  await expect(page.getByRole('region', { name: 'Cramp now' })).toContainText('calf on both sides')
  expect(readCramps()).toEqual([before])
  const sinceBeginning = (app.now() - (before?.at ?? 0)) / 1000
  expect(Math.abs((await readClock()) - sinceBeginning)).toBeLessThan(4)
  await page.getByRole('link', { name: 'Show it' }).click()
  await expect(page.getByRole('button', { name: 'Left calf' })).toHaveAttribute('aria-pressed', 'true')
})

test('one press ends it, with its length', async () => {
  await page.getByRole('button', { name: 'It’s over' }).click()
  await expect(getStored()).toBeVisible()
  const [cramp] = readCramps()
  expect(cramp).toMatchObject({ ongoing: 0, needsDetails: 1 })
  const sinceBeginning = (app.now() - (cramp?.at ?? 0)) / 1000
  expect(cramp?.seconds).toBeGreaterThan(0)
  expect(cramp?.seconds).toBeLessThanOrEqual(Math.ceil(sinceBeginning))
  await page.getByRole('region', { name: 'Afterwards' }).getByRole('button', { name: '6' }).click()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
  await expect(getEntries(page)).toHaveText([new RegExp(`^${recentTimes(app)}Calf on both sides6 of 10`)])
})

test('Today asks for its details, in a form that holds what is known', async () => {
  await expect(getUnfinished()).toContainText('A cramp still needs its details')
  await expect(getUnfinished()).toContainText('Still missing: whether it woke you.')
  await getUnfinished()
    .getByRole('button', { name: /^Add details/ })
    .click()
  const form = getForm(page)
  await expect(form.getByRole('radio', { name: '6', exact: true })).toBeChecked()
  await form.getByLabel('Note').fill('after the long walk')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect(getUnfinished()).toBeHidden()
  expect(readCramps()[0]).toMatchObject({ needsDetails: 0, sites: '[{"muscle":"calf","side":"both"}]' })
})

test('by keyboard alone: started, its place picked, ended, left', async () => {
  await page.keyboard.press('n')
  await expect(getClock()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByRole('button', { name: 'Left front of the thigh' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Right front of the thigh', { exact: true })).toBeVisible()
  await page.keyboard.press('o')
  await expect(getStored()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'It has let go' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
  await getUnfinished()
    .getByRole('button', { name: /^That’s all I know/ })
    .click()
  await expect(getUnfinished()).toBeHidden()
})

test('one of half an hour ago began about then, and waits for its details', async () => {
  await page.getByRole('link', { name: 'Over already?' }).click()
  await page.getByRole('button', { name: '30 min ago' }).click()
  await expect(getStored()).toBeVisible()
  const [cramp] = readCramps()
  expect(cramp).toMatchObject({ precision: 'about', ongoing: 0, needsDetails: 1, seconds: null })
  expect(Math.abs((cramp?.at ?? 0) - (app.now() - 30 * 60_000))).toBeLessThan(10_000)
  await page.getByRole('button', { name: 'Done', exact: true }).click()
})

test('of one of last night no clock time is shown anywhere, and no chart of the hours counts it', async () => {
  await openScreen(page, 'Insights')
  const hours = await openChart(page, 'When in the day?')
  await expect(hours).toContainText('every cramp has a time')
  await page.getByRole('link', { name: 'Over already?' }).click()
  await page.getByRole('button', { name: /^Last night/ }).click()
  await expect(getStored()).toBeVisible()
  await expect(page.getByText('Last night, at an unknown time.')).toBeVisible()
  expect(readCramps()[0]).toMatchObject({ precision: 'night', ongoing: 0, needsDetails: 1, seconds: null })
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
  await openScreen(page, 'Insights')
  await openChart(page, 'When in the day?')
  await expect(hours).toContainText('Not in the chart: 1 cramp known only as "in the night".')
  await openScreen(page, 'Today')
  await expect(getUnfinished().getByRole('listitem').last()).toContainText(/^Night of .* to /)
  await expect(getUnfinished()).not.toContainText('03:00')
})

test('dark stays on what is reached from a cramp, until Done, which goes to Today', async () => {
  const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme)
  await openScreen(page, 'Plan')
  await expect.poll(scheme).toBe('light')
  await pressNow()
  await page.getByRole('link', { name: 'See all steps at once' }).click()
  await page.getByRole('heading', { level: 1, name: 'Relief guide' }).waitFor()
  await expect.poll(scheme).toBe('dark')
  await openScreen(page, 'Today')
  await expect.poll(scheme).toBe('dark')
  await page.getByRole('region', { name: 'Cramp now' }).getByRole('button', { name: 'It’s over' }).click()
  await expect(getStored()).toBeVisible()
  await expect.poll(scheme).toBe('dark')
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
  await expect.poll(scheme).toBe('light')
  await getUnfinished()
    .getByRole('button', { name: /^That’s all I know/ })
    .first()
    .click()
  const where = page.getByRole('group', { name: 'Where was it?' })
  await where.getByRole('button', { name: 'Left calf', exact: true }).click()
  await page.getByRole('button', { name: 'That was it' }).click()
})

test('one of any earlier time is saved with that time', async () => {
  const count = readCramps().length
  await page.getByRole('link', { name: 'Over already?' }).click()
  await page.getByRole('button', { name: 'Another time' }).click()
  const time = page.getByRole('textbox', { name: 'Began at about' })
  const date = page.getByRole('textbox', { name: 'Date', exact: true })
  await date.fill(calendarDate(momentOfInstant(app.now() - 40 * MS_PER_DAY, timeZone)))
  await time.fill('15:20')
  await time.press('Enter')
  await expect(getStored()).toBeVisible()
  expect(readCramps()).toHaveLength(count + 1)
  expect(readCramps()[0]).toMatchObject({ precision: 'about', ongoing: 0, needsDetails: 1, sites: '[]' })
  await page.getByRole('button', { name: 'Done', exact: true }).click()
})

test('no cramp after all: deleted, and brought back running', async () => {
  const count = readCramps().length
  await pressNow()
  await page.getByRole('button', { name: 'Not a cramp', exact: true }).click()
  await expect.poll(() => readCramps().length).toBe(count)
  await page
    .getByRole('status')
    .filter({ hasText: 'Deleted the cramp.' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(page.getByRole('region', { name: 'Cramp now' })).toBeVisible()
  await expect.poll(() => readCramps().length).toBe(count + 1)
})
