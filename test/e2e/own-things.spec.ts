/**
 * Own factors, from an old journal on: brought in, followed, logged by tap and by quick add, found again everywhere, renamed,
 * archived, and taken into another journal.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { journalDay } from '../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../shared/time/time-zone.ts'
import { type StartedApp, shareFolder, startApp } from './app.ts'
import { answerOpenDialogs, answerSaveDialogs, getCard, openScreen, passWelcome } from './person.ts'
import { readStoredRows } from './stored-rows.ts'
import { specClock, timeZone } from './surroundings.ts'

// Serial: each test continues with the journal of the one before.
test.describe.configure({ mode: 'serial' })

const DAY_START_MINUTES = 240
const folder = shareFolder()
let app: StartedApp
let page: Page
let today: CalendarDate

async function start(name: string) {
  const userData = join(folder(), name)
  mkdirSync(userData, { recursive: true })
  app = await startApp({ userData })
  page = app.page
}

/** Time limit for reading whole journals on a busy machine, in ms. */
const patiently = { timeout: 30_000 }

const dateBefore = (days: number) => addDays(today, -days)

async function importFile(path: string) {
  await openScreen(page, 'Settings')
  await answerOpenDialogs(app.electronApp, [path])
  await page.getByRole('button', { name: 'Choose files' }).click()
  const dialog = page.getByRole('dialog', { name: /^Import/ })
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/^Imported: \d+ entr/)).toBeVisible(patiently)
}

async function addLine(line: string) {
  await page.getByRole('button', { name: 'Quick add' }).click()
  const field = page.getByRole('textbox', { name: 'What happened?' })
  await field.fill(line)
  // A check-in is stored by its button, which waits for the journal's answer.
  await page
    .getByRole('region', { name: 'This would be stored' })
    .getByRole('button', { name: 'Store' })
    .waitFor()
  await field.press('Control+Enter')
  await expect(field).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
}

/** A journal of version 1, as written before there were suspects and own factors. */
function writeOldJournal(): string {
  const day = journalDay(momentOfInstant(specClock.now(), timeZone), DAY_START_MINUTES)
  const at = (date: CalendarDate, clock: string) => {
    const moment = momentAt(date, clock, timeZone)
    return { ...moment, note: '', loggedAt: moment.at, editedAt: null, deletedAt: null }
  }
  const path = join(folder(), 'old.json')
  const file = {
    format: 'unknot-journal',
    version: 1,
    profile: {
      name: 'Ada',
      dateOfBirth: null,
      sex: null,
      heightCm: null,
      weightKg: null,
      conditions: [],
      pregnancyWeek: null,
      offWeekdays: [5, 6],
      region: null,
      volumeUnit: 'ml',
      temperatureUnit: 'c',
      dayStartMinutes: DAY_START_MINUTES,
      trackedKinds: ['cramp', 'fluid'],
    },
    shoes: [],
    entries: [2, 9].map((before, index) => ({
      id: index + 1,
      kind: 'cramp',
      ...at(addDays(day, -before), '05:10'),
      onsetPrecision: 'exact',
      ongoing: false,
      needsDetails: false,
      durationSeconds: 120,
      sites: [{ muscle: 'calf', side: 'left' }],
      intensity: 6,
      stateAtOnset: 'asleep',
      wokeMe: true,
      relief: [],
      symptoms: [],
      relievedByRest: null,
      sorenessHours: null,
      circumstances: [],
    })),
    checkIns: [4, 5, 6, 7].map(before => ({
      date: addDays(day, -before),
      kind: 'cramp',
      checkedAt: at(addDays(day, -before + 1), '12:30').at,
    })),
  }
  writeFileSync(path, JSON.stringify(file))
  return path
}

test.beforeAll(async () => {
  await start('first')
  await passWelcome(page)
  await importFile(writeOldJournal())
  today = journalDay(momentOfInstant(app.now(), timeZone), DAY_START_MINUTES)
})
test.afterAll(() => app.close())

test('a thing of one’s own is logged for a week, by tap and by quick add', async () => {
  await openScreen(page, 'Today')
  await page.getByRole('button', { name: 'Follow something else' }).click()
  await page.getByRole('menuitem', { name: 'Something of my own' }).click()
  const dialog = page.getByRole('dialog', { name: 'Something of my own' })
  await dialog.getByLabel('What is it?').fill('Compression socks')
  await dialog.getByRole('button', { name: 'Follow it' }).click()
  await dialog.waitFor({ state: 'detached' })
  const socks = page.getByRole('group', { name: /^Compression socks, / })
  for (const answer of ['Yes', 'No', 'Yes', 'Yes']) {
    await expect(socks.getByRole('button', { name: 'Yes', pressed: false })).toBeEnabled()
    await socks.getByRole('button', { name: answer, pressed: false }).click()
    await socks.getByRole('button', { name: answer, pressed: true }).waitFor()
    await page.getByRole('button', { name: 'Previous day' }).click()
    await expect(socks.getByRole('button', { pressed: true })).toHaveCount(0)
  }
  await addLine(`compression socks ${dateBefore(4)}`)
  await addLine(`no compression socks ${dateBefore(5)}`)
  await addLine(`compression socks yes ${dateBefore(6)}`)
  const answers = readStoredRows(app.userData).own_factor ?? []
  expect(answers.map(row => Object(row).present)).toEqual([1, 0, 1, 1, 1, 0, 1])

  await openScreen(page, 'Insights')
  // The card of all things compared comes after 28 known days; until then this one says what is missing.
  const first = page.getByRole('region', { name: /^\d+ of 28 days known$/ })
  await expect(first.getByText(/^Compression socks: needs \d+ more answered days/)).toBeVisible(patiently)
})

test('an amount is a tap too, and none of it is an answer', async () => {
  await openScreen(page, 'Settings')
  const form = page.getByRole('form', { name: 'A new thing of my own' })
  await form.getByLabel('Something else to follow').fill('COMPRESSION SOCKS')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(form.getByText(/You already have “Compression socks”/)).toBeVisible()
  await form.getByLabel('Something else to follow').fill('Pickle brine')
  await form.getByRole('radio', { name: 'An amount, each time' }).check()
  await form.getByLabel('Unit').fill('ml')
  await form.getByRole('combobox', { name: 'When could it act?' }).click()
  await page.getByRole('option', { name: 'The next 12 hours' }).click()
  await expect(form.getByText('Only the name can be changed later.')).toBeVisible()
  await expect(form.getByText('“Pickle brine 2 ml”')).toBeVisible()
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText(/An amount, each time, in .?ml.?; the next 12 hours/)).toBeVisible()

  await openScreen(page, 'Today')
  await addLine('pickle brine 60 ml')
  const brine = getCard(page, 'My own things').getByRole('group', { name: /^Pickle brine, / })
  await brine.getByRole('button', { name: /^Pickle brine: 60/ }).click()
  await expect(brine).toContainText('120')
  await addLine(`no pickle brine ${dateBefore(1)}`)
  expect(readStoredRows(app.userData).factor_check_in).toMatchObject([{ date: dateBefore(1) }])
  await page.getByRole('button', { name: 'Previous day' }).click()
  await brine.getByRole('button', { name: 'Pickle brine: none on this day', pressed: true }).waitFor()
})

test('a drink of one’s own has its facts, and is found by its name', async () => {
  await openScreen(page, 'Settings')
  await page.getByRole('button', { name: 'Add a drink' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a drink' })
  await dialog.getByLabel('Name').fill('TEA')
  await dialog.getByRole('button', { name: 'Add “TEA”' }).click()
  await expect(dialog.getByText(/Choose another name/)).toBeVisible()
  await dialog.getByLabel('Name').fill('Kombucha')
  await dialog.getByRole('button', { name: 'Add “Kombucha”' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Change Kombucha' }).waitFor()
  await openScreen(page, 'Today')
  await addLine('kombucha 200 ml')
  await openScreen(page, 'Journal')
  await page.getByRole('searchbox', { name: 'Search notes and names' }).fill('kombucha')
  await expect(page.getByRole('main').locator('[role=status]').first()).toHaveText('1 entry found')
})

test('renamed, archived and after a restart it is found by its new name', async () => {
  await openScreen(page, 'Settings')
  await page.getByRole('button', { name: 'Rename Compression socks' }).click()
  const name = page.getByLabel('New name for Compression socks')
  await name.fill('Long socks')
  await name.press('Enter')
  await page.getByRole('button', { name: 'Archive Long socks' }).click()
  await page.getByRole('button', { name: 'Follow again: Long socks' }).waitFor()
  await app.close()
  await start('first')
  await openScreen(page, 'Settings')
  await page.getByRole('button', { name: 'Follow again: Long socks' }).waitFor()

  await openScreen(page, 'Journal')
  await page.getByRole('searchbox', { name: 'Search notes and names' }).fill('long socks')
  await expect(page.getByRole('main').locator('[role=status]').first()).toHaveText('7 entries found')

  await page.getByText('Cramp days', { exact: true }).click()
  // In the first hours of a year, the journal's day is still in the one before.
  await page.getByRole('heading', { name: /^Cramps in / }).waitFor()
  if (!(await page.getByRole('heading', { name: `Cramps in ${today.slice(0, 4)}` }).isVisible()))
    await page.getByRole('button', { name: 'Year before' }).click()
  await page.getByRole('combobox', { name: 'Mark the days of' }).click()
  await page.getByRole('option', { name: 'Pickle brine' }).click()
  await expect(page.getByRole('button', { name: /Pickle brine/ })).toHaveCount(1)

  await openScreen(page, 'Report')
  await page.getByRole('checkbox', { name: 'My own things' }).check()
  await expect(page.getByRole('row', { name: /Long socks.*Yes on 5 of 7 answered days/ })).toBeVisible(
    patiently,
  )
  await expect(page.getByRole('row', { name: /Pickle brine.*On 1 of 2 answered days/ })).toBeVisible()
})

test('exported and imported into an empty journal, everything is the same', async () => {
  await openScreen(page, 'Settings')
  const target = join(folder(), 'copy.json')
  await answerSaveDialogs(app.electronApp, target)
  await page.getByText('Text (JSON)', { exact: true }).click()
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await expect(page.getByRole('status').filter({ hasText: target })).toBeVisible(patiently)
  const before = readStoredRows(app.userData)
  await app.close()

  await start('second')
  await passWelcome(page)
  await importFile(target)
  const after = readStoredRows(app.userData)
  for (const table of [
    'entry',
    'own_factor',
    'factor',
    'factor_check_in',
    'own_thing',
    'fluid',
    'cramp',
    'check_in',
  ])
    expect(after[table], table).toEqual(before[table])
  await page.getByRole('button', { name: 'Follow again: Long socks' }).waitFor()
  await openScreen(page, 'Today')
  await expect(getCard(page, 'My own things').getByRole('group', { name: /^Pickle brine, / })).toContainText(
    '120',
  )
})
