/** Drafts: kept until stored or discarded. Impossible times: refused at their field. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { MS_PER_HOUR } from '../../shared/time/moment.ts'
import { recentTimes, type StartedApp, shareFolder, startApp } from './app.ts'
import { doByMouse } from './form-steps.ts'
import {
  addShoe,
  discardForm,
  getCard,
  getEntries,
  getForm,
  openScreen,
  passWelcome,
  pressEscapeIn,
} from './person.ts'
import { passTime } from './surroundings.ts'

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

async function openNew(kind: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Add an entry' }).click()
  await page.getByRole('menuitem', { name: kind, exact: true }).click()
  await getForm(page).waitFor()
  return getForm(page)
}

async function expectBegun() {
  const form = await openNew('Stretching')
  await expect(form).toContainText('You started this')
  await expect(form.getByRole('checkbox', { name: 'Hamstring' })).toHaveCount(0)
  await expect(form.getByRole('checkbox', { name: 'Back of the thigh' })).toBeChecked()
  await expect(form.getByLabel('Note')).toHaveValue('half a thought')
}

test('words typed into a form are there again after going elsewhere', async () => {
  const form = await openNew('Stretching')
  await doByMouse(form, { tick: 'Back of the thigh' })
  await form.getByLabel('Note').fill('half a thought')
  // History navigation, as by a mouse's back button: no question is asked.
  await page.evaluate(() => {
    location.hash = '#/plan'
  })
  await page.getByRole('heading', { level: 1, name: 'Plan', exact: true }).waitFor()
  await openScreen(page, 'Today')
  await expectBegun()
})

test('and after a restart, with the program quit over the open form', async () => {
  await app.close()
  await start()
  await expectBegun()
})

test('a length that is missing is asked for, and nothing else is lost', async () => {
  const form = getForm(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByLabel('How long')).toHaveAttribute('aria-invalid', 'true')
  await expect(form.getByLabel('How long')).toBeFocused()
  await expect(form.getByLabel('Note')).toHaveValue('half a thought')
  await doByMouse(form, { type: '4', into: 'How long' })
  await form.getByRole('button', { name: 'Save' }).click()
  // A form that closes gives the focus back to its opener, so the next one is opened afterwards.
  await form.waitFor({ state: 'detached' })
  await expect(getEntries(page)).toHaveText([/Stretched4 min · back of the thighhalf a thought$/])
  await expect((await openNew('Stretching')).getByText('You started this')).toHaveCount(0)
  await pressEscapeIn(getForm(page))
})

async function openShoe(shoe: string, on: string, off?: string): Promise<Locator> {
  const form = await openNew('Footwear')
  await doByMouse(form, { choose: shoe, from: 'Shoe' })
  await doByMouse(form, { time: on, into: 'Put on at' })
  if (off !== undefined) await doByMouse(form, { time: off, into: 'Taken off at' })
  await form.getByRole('button', { name: 'Save' }).click()
  return form
}

test('putting on another shoe takes off the one that was on', async () => {
  await addShoe(page, 'Red clogs')
  await openScreen(page, 'Settings')
  await page.getByRole('button', { name: 'Add a shoe' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Boots')
  await page.getByRole('button', { name: 'Save shoe' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await openScreen(page, 'Today')
  const first = await openShoe('Red clogs', '08:00')
  await first.waitFor({ state: 'detached' })
  const second = await openShoe('Boots', '10:00')
  await second.waitFor({ state: 'detached' })
  await expect(getEntries(page).filter({ hasText: /clogs|Boots/ })).toHaveText([
    '08:00Red clogsuntil 10:00, 2 h',
    '10:00Bootsput on',
  ])
})

test('two shoes at the same time are asked about at their field', async () => {
  const form = await openShoe('Red clogs', '09:00', '09:30')
  await expect(form).toContainText('Another shoe was being worn at that time. Are both times right?')
  await discardForm(page)
  await expect(getEntries(page).filter({ hasText: 'Red clogs' })).toHaveCount(1)
})

test('with the clock set back, what is on cannot be taken off before it was put on', async () => {
  await getCard(page, 'Footwear').getByRole('button', { name: 'Put on Red clogs' }).click()
  await expect(getEntries(page).last()).toHaveText(new RegExp(`^${recentTimes(app)}Red clogsput on$`))
  const putOnAt = recentTimes(app)
  await app.close()
  passTime(-MS_PER_HOUR)
  await start()
  await page.getByRole('button', { name: new RegExp(`^Edit Red clogs, ${putOnAt}`) }).click()
  const form = getForm(page)
  await doByMouse(form, { time: '14:30', into: 'Taken off at' })
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByLabel('Taken off at')).toHaveAccessibleDescription(/This is in the future/)
  await discardForm(page)
  await expect(getEntries(page).last()).toHaveText(new RegExp(`^${putOnAt}Red clogsput on$`))
})
