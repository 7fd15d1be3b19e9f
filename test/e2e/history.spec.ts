/** Years of other programs: chosen by keyboard and dropped, taken back, brought in again, changed and kept, removed. */
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { shareApp } from './app.ts'
import { answerOpenDialogs, getForm, openScreen, passWelcome, pressEscapeIn } from './person.ts'
import { readStoredRows } from './stored-rows.ts'
import { findViolationsOfBothAppearances } from './violations.ts'

// Serial: each test continues with the journal of the one before.
test.describe.configure({ mode: 'serial' })

const fixtureOf = (name: string) => join(process.cwd(), 'test/fixtures/history', name)
const RIDES = fixtureOf('strava/en-2025-99-columns.csv')
const NIGHTS = fixtureOf('sleep-as-android/sleepdiary-sleep-export.2.zip')

const app = shareApp()
let page: Page
let dialog: Locator

test.beforeAll(async () => {
  page = app().page
  dialog = page.getByRole('dialog', { name: 'Bring your history along' })
  await passWelcome(page)
})

/** Time limit for steps that read whole files on a busy machine, in ms. */
const patiently = { timeout: 30_000 }

/** Presses a button by keyboard alone, once it can be pressed. */
async function pressByKey(button: Locator): Promise<void> {
  await expect(button).toBeEnabled(patiently)
  await button.focus()
  await page.keyboard.press('Enter')
}

async function choose(path: string): Promise<void> {
  await openScreen(page, 'Settings')
  await answerOpenDialogs(app().electronApp, [path])
  await pressByKey(page.getByRole('button', { name: 'Choose files', exact: true }))
  await expect(dialog.getByRole('heading', { name: 'What comes in' })).toBeVisible(patiently)
}

async function drop(path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      ...{ type, x: 400, y: 300 },
      data: { items: [], files: [path], dragOperationsMask: 1 },
    })
  await expect(dialog.getByRole('heading', { name: 'What comes in' })).toBeVisible(patiently)
}

/** Number in the name of the button that adds: what the preview promises. */
async function readPromise(): Promise<number> {
  const name = await dialog.getByRole('button', { name: /^Add / }).textContent()
  return Number(name?.match(/\d+/)?.[0])
}

const readEntries = () => readStoredRows(app().userData).entry ?? []

async function addAll(): Promise<number> {
  const promised = await readPromise()
  await pressByKey(dialog.getByRole('button', { name: /^Add / }))
  const done = new RegExp(String.raw`^${promised} (entry|entries) added\.$`)
  await expect(dialog.getByRole('heading', { name: done })).toBeFocused(patiently)
  return promised
}

test('rides come in by keyboard alone; Undo leaves nothing; a second import adds nothing', async () => {
  await choose(RIDES)
  await expect(dialog.getByText('From Strava')).toBeVisible()
  await expect(dialog.getByText(/^You began an activity \(.+\) on .+ at .+\.$/)).toHaveCount(3)
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
  expect(readEntries()).toHaveLength(0)
  const added = await addAll()
  expect(added).toBeGreaterThan(5)
  expect(readEntries()).toHaveLength(added)
  await pressByKey(dialog.getByRole('button', { name: 'Undo the whole import' }))
  await expect(dialog).toBeHidden(patiently)
  expect(readEntries()).toHaveLength(0)

  await choose(RIDES)
  expect(await addAll()).toBe(added)
  await pressByKey(dialog.getByRole('button', { name: 'Done' }))
  await choose(RIDES)
  await expect(dialog.getByText('There is nothing new in it.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Nothing to add' })).toBeDisabled()
  await pressEscapeIn(dialog)
  expect(readEntries()).toHaveLength(added)
})

test('an imported ride that was changed is found by its source, and stays as it was changed', async () => {
  await openScreen(page, 'Journal')
  await page.getByRole('combobox', { name: 'Where entries came from' }).click()
  await page.getByRole('option', { name: 'From: Strava' }).click()
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click()
  await getForm(page).getByLabel('Note').fill('With a headwind')
  await getForm(page).getByRole('button', { name: 'Save' }).click()
  await expect(getForm(page)).toBeHidden()
  await choose(RIDES)
  await expect(dialog.getByRole('columnheader', { name: 'Stays as you changed it' })).toBeVisible()
  await expect(dialog.getByRole('row', { name: /^Activity 0 \d+ 1$/ })).toBeVisible()
  await pressEscapeIn(dialog)
})

test('nights come in by a drop; what came from a program goes as a whole, and comes back', async () => {
  const before = readEntries().length
  await drop(NIGHTS)
  await expect(dialog.getByText('From Sleep as Android')).toBeVisible()
  await expect(dialog.getByText(/^You went to bed on .+ at .+\.$/).first()).toBeVisible()
  const added = await addAll()
  await pressByKey(dialog.getByRole('button', { name: 'Done' }))
  await openScreen(page, 'Settings')
  const sources = page.getByRole('group', { name: 'Where entries came from' })
  await expect(sources.getByRole('listitem')).toHaveCount(2)
  await sources.getByRole('button', { name: 'Remove everything that came from Sleep as Android' }).click()
  await expect(sources.getByRole('listitem')).toHaveCount(1)
  await page
    .getByRole('status')
    .filter({ hasText: 'Removed what came from Sleep as Android.' })
    .getByRole('button', { name: 'Undo', exact: true })
    .click()
  await expect(sources.getByRole('listitem')).toHaveCount(2)
  expect(readEntries()).toHaveLength(before + added)
})
