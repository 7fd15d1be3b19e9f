/** Experiment on oneself: from a suggestion through its weeks to its result. */
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answer } from '../../main/ipc/calls.ts'
import { createEntryHandlers } from '../../main/ipc/handlers/entries.ts'
import { createExperimentHandlers } from '../../main/ipc/handlers/experiments.ts'
import { createPersonHandlers } from '../../main/ipc/handlers/person.ts'
import { createServices } from '../../main/services/services.ts'
import { createJournalStore } from '../../main/store/journal-store.ts'
import { openJournal } from '../../main/store/open.ts'
import type { Call, Input, Output } from '../../shared/contract.ts'
import { momentAt } from '../../shared/time/time-zone.ts'
import { crampDraft } from '../shared/kinds/drafts.ts'
import { type StartedApp, shareFolder, startApp } from './app.ts'
import { openChart, openScreen } from './person.ts'
import { passDays, specClock, timeZone } from './surroundings.ts'
import { findViolationsOfBothAppearances } from './violations.ts'

test.describe.configure({ mode: 'serial' })

/** Days from the start until the last of the eight weeks is over. */
const LAST_DAY = 57

const folder = shareFolder()
let app: StartedApp
let page: Page

async function start() {
  app = await startApp({ userData: folder(), args: ['--demo'] })
  page = app.page
}

test.beforeAll(start)
test.afterAll(() => app.close())

const getStrip = () => page.getByRole('region', { name: 'Your experiment' })
const getNote = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

async function answerYesterday(answer: 'Yes' | 'No') {
  await getStrip()
    .getByRole('group', { name: /^Yesterday:/ })
    .getByRole('button', { name: answer })
    .click()
  await expect(getStrip().getByRole('group', { name: /^Yesterday:/ })).toHaveCount(0)
}

test('a suggestion tells the honest chance of an answer before anything starts', async () => {
  await openScreen(page, 'Plan')
  await page.getByRole('button', { name: /^Give your feet room in bed/ }).click()
  await page
    .getByRole('region', { name: /^Give your feet room in bed/ })
    .getByRole('button', { name: 'Test it fairly on yourself' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Does room for the feet in bed keep cramps away?' })
  await expect(dialog).toContainText(/You had \d+ cramps on \d+ answered days of the last 12 weeks/)
  await dialog.getByText('Other plans', { exact: true }).click()
  const short = dialog.getByRole('row', { name: /8 weeks, in 1-week periods/ })
  await expect(short).toContainText(/less than 5%|about \d+%/)
  await expect(dialog.getByRole('radio', { name: /^16 weeks, in 2-day periods/ })).toBeChecked()
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
  await dialog.getByRole('radio', { name: /^8 weeks, in 1-week periods/ }).check()
  await dialog.getByRole('button', { name: 'Draw the order and start' }).click()
  await dialog.waitFor({ state: 'detached' })
})

test('it begins the day after, and can be taken back until then', async () => {
  await expect(getStrip()).toContainText('About to begin')
  await expect(getStrip()).not.toContainText('Today:')
  await getStrip().getByRole('button', { name: 'Cancel it' }).click()
  await expect(getStrip()).toHaveCount(0)
  await getNote('Your experiment is cancelled.').getByRole('button', { name: 'Undo' }).click()
  await expect(getStrip()).toContainText('About to begin')
  await openScreen(page, 'Today')
  await expect(getStrip()).toContainText('Your experiment begins tomorrow.')
})

test('on its days Today says what to do, and asks once about the day before', async () => {
  await app.close()
  passDays(2)
  await start()
  await openScreen(page, 'Today')
  await expect(getStrip()).toContainText(/Today: (Pull the cover out|Make the foot end)/)
  await answerYesterday('Yes')
  await expect(getStrip()).toContainText('Today:')
  await getNote('Yesterday counts.').getByRole('button', { name: 'Undo' }).click()
  await expect(getStrip().getByRole('group', { name: /^Yesterday:/ })).toBeVisible()
  await answerYesterday('Yes')
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
})

test('the page is never told what has not begun', async () => {
  const told = await page.evaluate(() => window.unknot.listExperiments({}))
  if (!told.ok) throw new Error(told.failure.message)
  expect(told.value[0]?.begun).toHaveLength(1)
  expect(JSON.stringify(told.value)).not.toMatch(/seed|"arms"/)
})

test('it can be stopped and goes on the same day', async () => {
  await openScreen(page, 'Plan')
  await getStrip().getByRole('button', { name: 'Stop' }).click()
  await expect(getStrip()).toContainText('Ended early')
  await getNote('Your experiment is stopped.').getByRole('button', { name: 'Undo' }).click()
  await expect(getStrip()).toContainText('Under way')
  await expect(getStrip()).toContainText('1 kept to the plan')
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
})

test('weeks pass, with a cramp on every day without the change; days are answered, and some forgotten', async () => {
  await app.close()
  // Written through the store, not the buttons: those are tried above.
  const journal = createJournalStore(openJournal(join(folder(), 'demo', 'journal.sqlite')))
  const handlers = {
    ...createExperimentHandlers(createServices(journal, specClock)),
    ...createEntryHandlers(createServices(journal, specClock)),
    ...createPersonHandlers(createServices(journal, specClock)),
  }
  const ask = async <C extends keyof typeof handlers & Call>(
    call: C,
    input: Input<C>,
  ): Promise<Output<C>> => {
    const reply = await answer(handlers, call, input, { pageId: 1 })
    if (!reply.ok) throw new Error(reply.failure.message)
    return reply.value
  }
  for (let day = 3; day <= LAST_DAY; day++) {
    passDays(1)
    const { experiment } = await ask('getExperimentNow', {})
    if (!experiment?.question) throw new Error(`day ${day}: nothing is asked`)
    const { date, arm } = experiment.question
    if (arm === 0)
      await ask('addEntry', crampDraft({ intensity: 4, wokeMe: false, ...momentAt(date, '23:00', timeZone) }))
    else await ask('setCheckIn', { date, kind: 'cramp', dayStartMinutes: 0, complete: true })
    const isForgotten = day >= 10 && day <= 14
    if (!isForgotten) await ask('answerExperimentDay', { id: experiment.id, date, kept: true })
  }
  journal.close()
})

test('at its end the result stands on the plan, in words, as a chart and as a table', async () => {
  passDays(3)
  await start()
  await openScreen(page, 'Today')
  await getStrip().getByRole('link', { name: 'See what it showed' }).click()
  const result = page.getByRole('region', { name: 'Does room for the feet in bed keep cramps away?' })
  await expect(result).toContainText('Fewer cramps with it.')
  await expect(result).toContainText(/With loose bedding, 0 cramps on \d+ days/)
  // 2 of the 62 possible orders separate the periods this far: this one and its mirror.
  await expect(result).toContainText('3.2% of the orders')
  await expect(result).toContainText('1 period was left out')
  await expect(result.getByRole('img', { name: /^Chart\. Fewer cramps/ })).toBeVisible()
  expect(await findViolationsOfBothAppearances(page)).toEqual([])
  await result.getByText('Table', { exact: true }).click()
  await expect(result.getByRole('table').getByRole('row')).toHaveCount(9)
  await expect(result.getByRole('row', { name: /left out/ })).toHaveCount(1)
})

test('the time course marks it, and the report tells the doctor of it', async () => {
  await openScreen(page, 'Insights')
  await openChart(page, 'How are the cramps doing?')
  const changes = page.getByRole('list', { name: 'Changes in this time' }).getByRole('listitem')
  const question = 'Does room for the feet in bed keep cramps away?'
  await expect(changes.filter({ hasText: `Experiment began: ${question}` })).toHaveCount(1)
  await expect(changes.filter({ hasText: `Experiment ended: ${question}` })).toHaveCount(1)
  await openScreen(page, 'Report')
  const line = page.getByRole('listitem').filter({ hasText: question })
  await expect(line).toContainText(
    /8 weeks, in 1-week periods\. Fewer cramps with it\. With loose bedding, 0 cramps/,
  )
  await expect(line).toContainText('p = 0.032.')
})
