/** From a suggestion to a fair trial on oneself, through its weeks, to what it has shown. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { crampDraft } from '../shared/journal/drafts.ts'
import { shareApp } from './app.ts'
import { openScreen } from './person.ts'
import { catchUp, passDays, passDaysUnseen } from './time-travel.ts'

test.describe.configure({ mode: 'serial' })

/** Days after the start at which the last of the eight weeks is over. */
const LAST_DAY = 57

const app = shareApp({ args: ['--demo'] })
let page: Page

test.beforeAll(() => {
  page = app().page
})

const getStrip = () => page.getByRole('region', { name: 'Your experiment' })
const getNote = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

/** What axe finds in light and in dark, a line each. */
async function findViolations(): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' })
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
    )
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`))
  }
  await page.emulateMedia({ colorScheme: null })
  return found
}

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
  await expect(dialog).toContainText(/You had \d+ cramps on \d+ tracked days of the last 12 weeks/)
  const short = dialog.getByRole('row', { name: /8 weeks, in 1-week periods/ })
  await expect(short).toContainText(/less than 5%|about \d+%/)
  await expect(dialog.getByRole('radio', { name: /^16 weeks, in 2-day periods/ })).toBeChecked()
  expect(await findViolations()).toEqual([])
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
  await passDays(app(), 2)
  await openScreen(page, 'Today')
  await expect(getStrip()).toContainText(/Today: (Pull the cover out|Make the foot end)/)
  await answerYesterday('Yes')
  await expect(getStrip()).toContainText('Today:')
  await getNote('Yesterday counts.').getByRole('button', { name: 'Undo' }).click()
  await expect(getStrip().getByRole('group', { name: /^Yesterday:/ })).toBeVisible()
  await answerYesterday('Yes')
  expect(await findViolations()).toEqual([])
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
  expect(await findViolations()).toEqual([])
})

test('weeks pass, with a cramp on every day without the change; days are answered, and some forgotten', async () => {
  test.setTimeout(120_000)
  // Told through the page's own calls: its buttons were tried above.
  for (let day = 3; day <= LAST_DAY; day++) {
    await passDaysUnseen(app(), 1)
    const told = await page.evaluate(
      async ([draft, isForgotten]) => {
        const now = await window.unknot.getExperimentNow({})
        const question = now.ok ? now.value.experiment?.question : null
        if (!now.ok || !now.value.experiment || !question) return 'no question'
        const { date, arm } = question
        const offsetMinutes = -new Date().getTimezoneOffset()
        const at = Date.parse(`${date}T23:00:00Z`) - offsetMinutes * 60_000
        const reply =
          arm === 0
            ? await window.unknot.addEntry({ ...draft, at, offsetMinutes })
            : await window.unknot.setCheckIn({ date, kind: 'cramp', complete: true })
        if (!reply.ok) return reply.failure.message
        if (!isForgotten)
          await window.unknot.answerExperimentDay({ id: now.value.experiment.id, date, kept: true })
        return 'told'
      },
      [crampDraft({ intensity: 4, wokeMe: false }), day >= 10 && day <= 14] as const,
    )
    expect(told).toBe('told')
  }
})

test('at its end the result stands on the plan, in words, as a chart and as a table', async () => {
  await passDaysUnseen(app(), 3)
  await catchUp(app(), LAST_DAY + 1)
  await openScreen(page, 'Today')
  await getStrip().getByRole('link', { name: 'See what it showed' }).click()
  const result = page.getByRole('region', { name: 'Does room for the feet in bed keep cramps away?' })
  await expect(result).toContainText('Fewer cramps with it.')
  await expect(result).toContainText(/With loose bedding, 0 cramps on \d+ days/)
  // 2 of the 62 orders part the periods like this, or the other way round.
  await expect(result).toContainText('3.2% of the orders')
  await expect(result).toContainText('1 period was left out')
  await expect(result.getByRole('img', { name: /^Chart\. Fewer cramps/ })).toBeVisible()
  expect(await findViolations()).toEqual([])
  await result.getByText('Table', { exact: true }).click()
  await expect(result.getByRole('table').getByRole('row')).toHaveCount(9)
  await expect(result.getByRole('row', { name: /left out/ })).toHaveCount(1)
})

test('the time course marks it, and the report tells the doctor of it', async () => {
  await openScreen(page, 'Insights')
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
