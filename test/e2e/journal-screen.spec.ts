/** Journal screen on the demo's half year: search, selection, deletion, trash, and the year of cramp days. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { shareApp } from './app.ts'
import { getForm, openScreen } from './person.ts'
import { readStoredRows } from './stored-rows.ts'
import { timeZone } from './surroundings.ts'

const app = shareApp({ args: ['--demo'] })
let page: Page

test.beforeAll(() => {
  page = app().page
})

test.beforeEach(async () => {
  await openScreen(page, 'Today')
  await openScreen(page, 'Journal')
  await page.reload()
  await expect(getRows().first()).toBeVisible()
})

const getList = (): Locator => page.getByRole('list', { name: 'Entries, newest first' })
/** Checkboxes of rows whose entry is loaded. */
const getRows = (): Locator => getList().getByRole('checkbox', { name: /^Select (?!an entry that is)/ })
const getSearch = (): Locator => page.getByRole('searchbox', { name: 'Search notes and names' })

/** Expects the result count above the list to match. */
const expectCount = (words: RegExp) =>
  expect(page.getByRole('main').locator('[role=status]').first()).toHaveText(words)

async function readCount(): Promise<number> {
  const words = await page.getByRole('main').locator('[role=status]').first().textContent()
  return Number(String(words).replace(/\D/g, ''))
}

test('a note is found as it is typed, and back again by the way back', async () => {
  const all = await readCount()
  expect(all).toBeGreaterThan(1000)
  await page.keyboard.press('/')
  await expect(getSearch()).toBeFocused()
  await page.keyboard.type('meet')
  await expectCount(/^\d+ entries found$/)
  expect(await readCount()).toBeLessThan(all)
  await expect(getList().getByText('At the meeting.').first()).toBeVisible()
  await page.keyboard.type(' nowhere')
  await expect(page.getByText('No entry matches')).toBeVisible()
  // The search term is mirrored in the URL.
  await expect(page).toHaveURL(/meet(\+|%20)nowhere/)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible()
  await page.goForward()
  await expect(getSearch()).toHaveValue('meet nowhere')
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expectCount(/^[\d,]+ entries$/)
  expect(await readCount()).toBe(all)
})

test('kinds, a place and a time narrow the list, and each is a step to go back to', async () => {
  const kinds = page.getByRole('group', { name: 'Kinds' })
  await kinds.getByText('Cramp', { exact: true }).click()
  await expectCount(/^\d+ entries found$/)
  const cramps = await readCount()
  await page.getByRole('combobox', { name: 'Place of the cramp' }).click()
  await page.getByRole('option', { name: 'Calf', exact: true }).click()
  await page.getByRole('combobox', { name: 'Side of the cramp' }).click()
  await page.getByRole('option', { name: 'Left', exact: true }).click()
  await expect(page).toHaveURL(/kind=cramp&muscle=calf&side=left$/)
  await expect.poll(readCount).toBeLessThan(cramps)
  // The count has already dropped by the place filter: the result of the side filter may still be pending.
  const readOthers = () =>
    getRows().evaluateAll(boxes =>
      boxes
        .map(box => box.getAttribute('aria-label'))
        .filter(title => !/left calf|calf on both sides/i.test(String(title))),
    )
  await expect.poll(readOthers).toEqual([])
  await expect(getRows().first()).toBeVisible()
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(/kind=cramp$/)
  await expect.poll(readCount).toBe(cramps)
  await page.getByRole('button', { name: /^Time: / }).click()
  await page.getByRole('button', { name: 'Last 4 weeks' }).click()
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/)
  await expect.poll(readCount).toBeLessThan(cramps)
})

test('an entry is changed where it stands', async () => {
  await getSearch().fill('train')
  await expectCount(/found$/)
  const before = await readCount()
  await getRows().first().focus()
  await page.keyboard.press('Enter')
  await expect(getForm(page)).toBeVisible()
  await getForm(page).getByLabel('Note').fill('On the train, standing.')
  await getForm(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(getForm(page)).toBeHidden()
  await expect(getList().getByText('On the train, standing.')).toHaveCount(1)
  expect(await readCount()).toBe(before)
})

test('many entries are deleted at once, and one Undo brings them all back', async () => {
  const all = await readCount()
  await page.getByRole('group', { name: 'Kinds' }).getByText('Cramp', { exact: true }).click()
  await expectCount(/found$/)
  const cramps = await readCount()
  await getRows().first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expectCount(new RegExp(`^${cramps} of ${cramps} entries found selected$`))
  await page.keyboard.press('Delete')
  await expect(page.getByText('No entry matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect.poll(readCount).toBe(all - cramps)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(readCount).toBe(all)
})

test('the trash keeps what was deleted, gives it back, and is emptied only after a question', async () => {
  const all = await readCount()
  await getRows().nth(0).check()
  await getRows()
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await expectCount(/^4 of [\d,]+ entries selected$/)
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect.poll(readCount).toBe(all - 4)

  await page.getByText('Trash', { exact: true }).click()
  await expectCount(/^4 entries in the trash$/)
  const list = page.getByRole('list', { name: 'Deleted entries, most recently deleted first' })
  await list
    .getByRole('button', { name: /^Bring back / })
    .first()
    .click()
  await expectCount(/^3 entries in the trash$/)

  await page.getByRole('button', { name: 'Empty the trash' }).click()
  const question = page.getByRole('dialog', { name: 'Empty the trash?' })
  await question.getByRole('button', { name: 'Keep them' }).click()
  await expect(question).toBeHidden()
  await expectCount(/^3 entries in the trash$/)
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  await question.getByRole('button', { name: 'Empty the trash' }).click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await page.getByText('Entries', { exact: true }).click()
  await expect.poll(readCount).toBe(all - 3)
  expect(readStoredRows(`${app().userData}/demo`).entry).toHaveLength(all - 3)
})

test('a long way down there is no row that is not read', async () => {
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2))
  await expect(getRows().first()).toBeVisible()
  await expect(getList().locator('[data-unread]')).toHaveCount(0)
  await getRows().first().focus()
  await page.keyboard.press('End')
  const last = getList().locator(`li[aria-posinset="${await readCount()}"]`)
  await expect(last).toBeInViewport()
  await expect(last.getByRole('checkbox')).toBeFocused()
})

test('a year of cramp days leads to its days', async () => {
  await page.getByText('Cramp days', { exact: true }).click()
  await expect(page.getByRole('button', { name: 'Year after' })).toBeDisabled()
  // The current year has too few cramp days in January.
  const isJanuary = calendarDate(momentOfInstant(app().now(), timeZone)).slice(5, 7) === '01'
  if (isJanuary) await page.getByRole('button', { name: 'Year before' }).click()
  await expect(
    page.getByText(/^\d+ days with \d+ cramps, \d+ without\. \d+ days are not known\.$/),
  ).toBeVisible()
  const day = page.getByRole('button', { name: /: 1 cramp$/ }).first()
  const name = String(await day.getAttribute('aria-label'))
  await day.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(String(name.split(':')[0]))).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: /^Cramps in \d{4}$/ })).toBeVisible()
})
