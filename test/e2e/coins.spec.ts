/** Experiment whose coin decides each night: from a suggestion through its nights to its result. */
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answer } from '../../main/ipc/calls.ts'
import { createEntryHandlers } from '../../main/ipc/handlers/entries.ts'
import { createPersonHandlers } from '../../main/ipc/handlers/person.ts'
import { createServices } from '../../main/services/services.ts'
import { createJournalStore } from '../../main/store/journal-store.ts'
import { openJournal } from '../../main/store/open.ts'
import type { Call, Input } from '../../shared/contract.ts'
import { getCoinAction } from '../../shared/experiments/coin-actions.ts'
import { WITH } from '../../shared/experiments/design.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { momentAt } from '../../shared/time/time-zone.ts'
import { crampDraft } from '../shared/kinds/drafts.ts'
import { type StartedApp, shareFolder, startApp } from './app.ts'
import { tabTo } from './form-steps.ts'
import { openScreen } from './person.ts'
import { passTime, specClock, timeZone } from './surroundings.ts'
import { findViolationsOfBothAppearances } from './violations.ts'

test.describe.configure({ mode: 'serial' })

const ACTION = 'loose-bedding'
const { question: QUESTION, name: NAME } = getCoinAction(ACTION)
/** Nights before the stop: few enough for the shortest plan, enough for both sides of any fair coins. */
const NIGHTS = 41

const folder = shareFolder()
let app: StartedApp
let page: Page
/** Date of the first coin, and the number of nights that the plan recommends. */
let firstDate: CalendarDate
let planned: number

async function start() {
  app = await startApp({ userData: folder(), args: ['--demo'] })
  page = app.page
}

/** Sets the clock of the specs to a time on the date of a night; night 0 has the first coin. */
function moveClock(night: number, clockTime: string) {
  passTime(momentAt(addDays(firstDate, night), clockTime, timeZone).at - specClock.now())
}

async function restartOn(night: number, clockTime: string) {
  await app.close()
  moveClock(night, clockTime)
  await start()
  await openScreen(page, 'Today')
}

test.beforeAll(start)
test.afterAll(() => app.close())

const getCard = () => page.getByRole('region', { name: 'Your coin test' })
const getNote = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

/** Sides of the coins of today as main tells the page. */
async function readCoinsOfToday() {
  const told = await page.evaluate(() => window.unknot.getCoinsNow({}))
  if (!told.ok || told.value.coins === null) throw new Error('no experiment with coins')
  expect(JSON.stringify(told.value)).not.toMatch(/seed|"arms"/)
  return told.value.coins.today
}

test('the recommended plan starts from a suggestion by keyboard', async () => {
  await openScreen(page, 'Plan')
  const suggestion = page.getByRole('button', { name: /^Give your feet room in bed/ })
  await tabTo(suggestion)
  await page.keyboard.press('Enter')
  await tabTo(
    page
      .getByRole('region', { name: /^Give your feet room in bed/ })
      .getByRole('button', { name: 'Test it fairly on yourself' }),
  )
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: QUESTION })
  const plan = dialog
    .getByText(/^Toss a coin each evening for \d+ weeks: if it halves your cramps/)
    .filter({ visible: true })
  await expect(plan).toContainText(/this shows it .+\.$/)
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
  planned = 7 * Number(/for (\d+) weeks/.exec((await plan.textContent()) ?? '')?.[1])
  await tabTo(dialog.getByRole('button', { name: 'Start', exact: true }))
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect(getNote(/^All coins are thrown\. The first is for /)).toBeVisible()
  await expect(getCard()).toContainText('About to begin')
  const told = await page.evaluate(() => window.unknot.listCoins({}))
  if (!told.ok || told.value[0] === undefined) throw new Error('no experiment with coins')
  firstDate = told.value[0].firstDate
  expect(told.value[0]).toMatchObject({ nights: planned, state: 'upcoming', today: [] })
  await openScreen(page, 'Today')
  await expect(getCard()).toContainText('Your first coin is for tomorrow.')
})

test('the coin of the night stays in the main process until its hour', async () => {
  await restartOn(0, '16:30')
  await expect(getCard()).toContainText('Tonight’s coin is shown from 17:00.')
  await expect(getCard()).not.toContainText('Tonight:')
  expect(await readCoinsOfToday()).toEqual([])
  await restartOn(0, '17:00')
  await expect(getCard()).toContainText(/Tonight: (pull the cover out|leave the foot end)/)
  await expect(getCard()).toContainText(`0 of ${planned} nights answered.`)
  await expect(getCard().getByRole('group')).toHaveCount(0)
  expect(await readCoinsOfToday()).toHaveLength(1)
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
})

test('next morning one key answers each question about the night', async () => {
  await restartOn(1, '08:00')
  await expect(getCard()).toContainText('Tonight’s coin is shown from 17:00.')
  const cramps = getCard().getByRole('group', { name: 'Last night: did you have a cramp?' })
  await expect(cramps.getByRole('button', { name: 'No cramp' })).toBeEnabled()
  // The card asks about the night's cramps, so the questions about gaps do not.
  const gaps = page.getByRole('complementary', { name: 'What is not known yet' })
  await expect(gaps.getByRole('button', { name: 'Open that day' })).toBeVisible()
  await expect(gaps.getByRole('button', { name: /cramp/i })).toHaveCount(0)
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
  await page.keyboard.press('1')
  const followed = getCard().getByRole('group', { name: /^Last night: Was the foot end/ })
  await expect(followed.getByRole('button', { name: 'Yes' })).toBeEnabled()
  await expect(getCard()).toContainText(`1 of ${planned} nights answered.`)
  await page.keyboard.press('1')
  await expect(getCard().getByRole('group')).toHaveCount(0)
  await getNote('Last night counts either way.').getByRole('button', { name: 'Undo' }).click()
  await expect(followed.getByRole('button', { name: 'No', exact: true })).toBeEnabled()
  await page.keyboard.press('2')
  await expect(getCard().getByRole('group')).toHaveCount(0)
})

/** Nights with the action, and those of them with a cramp. */
let withIt = 0
let cramps = 0

test('weeks pass, with a cramp on every night with the action', async () => {
  await app.close()
  // Written through the store, not the buttons: those are tried above.
  const journal = createJournalStore(openJournal(join(folder(), 'demo', 'journal.sqlite')))
  const services = createServices(journal, specClock)
  const handlers = { ...createEntryHandlers(services), ...createPersonHandlers(services) }
  const ask = async <C extends keyof typeof handlers & Call>(call: C, input: Input<C>) => {
    const reply = await answer(handlers, call, input, { pageId: 1 })
    if (!reply.ok) throw new Error(reply.failure.message)
  }
  const arms = journal.coins.list()[0]?.actions[0]?.arms ?? []
  expect(arms).toHaveLength(planned)
  withIt = Number(arms[0] === WITH)
  for (let night = 1; night < NIGHTS; night++) {
    moveClock(night + 1, '16:00')
    const date = addDays(firstDate, night)
    if (arms[night] === WITH) {
      withIt += 1
      cramps += 1
      await ask('addEntry', crampDraft({ intensity: 4, wokeMe: false, ...momentAt(date, '23:00', timeZone) }))
    } else await ask('setCheckIn', { date, kind: 'cramp', dayStartMinutes: 0, complete: true })
  }
  journal.close()
})

test('until its end nothing is shown but the number of answered nights', async () => {
  moveClock(NIGHTS, '18:00')
  await start()
  await openScreen(page, 'Today')
  await expect(getCard()).toContainText(`${NIGHTS} of ${planned} nights answered.`)
  await expect(getCard()).not.toContainText(/helped|settle|chance/i)
  await openScreen(page, 'Plan')
  await expect(getCard()).toContainText('Under way')
  await expect(getCard()).toContainText(`${NIGHTS} of ${planned} nights answered.`)
  await expect(page.getByRole('region', { name: QUESTION })).toHaveCount(0)
  const told = await page.evaluate(() => window.unknot.listCoins({}))
  if (!told.ok) throw new Error(told.failure.message)
  expect(told.value[0]?.actions).toEqual([{ action: ACTION, result: null }])
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
})

test('it can be stopped by keyboard, and goes on the same day', async () => {
  await tabTo(getCard().getByRole('button', { name: 'Stop' }))
  await page.keyboard.press('Enter')
  await expect(getCard()).toContainText('You stopped it today.')
  await getNote('Your coin test is stopped.').getByRole('button', { name: 'Undo' }).click()
  await expect(getCard()).toContainText('Under way')
  await tabTo(getCard().getByRole('button', { name: 'Stop' }))
  await page.keyboard.press('Enter')
  await expect(getCard()).toContainText('You stopped it today.')
  await expect(page.getByRole('region', { name: QUESTION })).toHaveCount(0)
})

test('the day after, the plan shows the result in words, with the test behind a fold', async () => {
  await restartOn(NIGHTS + 1, '16:00')
  await expect(getCard()).toHaveCount(0)
  await openScreen(page, 'Plan')
  const result = page.getByRole('region', { name: QUESTION })
  await expect(result).toContainText('The experiment does not settle it.')
  await expect(result).toContainText(
    `With ${NAME}: a cramp on ${cramps} of ${withIt} nights. Without: 0 of ${NIGHTS - withIt}.`,
  )
  await result.getByText('How sure is this?').click()
  await expect(result).toContainText(/stopped by you on /)
  await expect(result).toContainText('You did as the coin said on 0 of the 1 night you told about.')
  await result.scrollIntoViewIfNeeded()
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
})
