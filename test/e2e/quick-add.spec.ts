/** Quick add by keyboard alone: the line, its preview, and its open questions. */
import { expect, type Page, test } from '@playwright/test'
import { shareApp } from './app.ts'
import { addShoe, getEntries, openScreen, passWelcome } from './person.ts'
import { readStoredRows } from './stored-rows.ts'

const app = shareApp()
let page: Page

test.beforeAll(async () => {
  page = app().page
  await passWelcome(page)
  await addShoe(page, 'Red clogs')
})

const countStored = () => readStoredRows(app().userData).entry?.length ?? 0
const getLine = () => page.getByRole('textbox', { name: 'What happened?' })
const getShown = () => page.getByRole('region', { name: 'This would be stored' })

async function typeLine(line: string) {
  if (!(await getLine().isVisible())) await page.keyboard.press('q')
  await expect(getLine()).toBeFocused()
  await page.keyboard.type(line)
}

/** Checks the preview, then stores it: the first Enter moves to the preview, the second one stores. */
async function storeShown(...words: string[]) {
  for (const word of words) await expect(getShown()).toContainText(word)
  await page.keyboard.press('Enter')
  await expect(getShown().getByRole('button', { name: 'Store' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(getLine()).toHaveValue('')
}

async function close() {
  await page.keyboard.press('Escape')
  await expect(getLine()).toBeHidden()
}

test('lines become entries, one after the other', async () => {
  await typeLine('500 ml water 14:00')
  await storeShown('Water, 500 ml', 'today, 14:00')
  await typeLine('ran 40 min 12:30')
  await storeShown('Run', '40 min')
  await typeLine('red clogs 9:00 to 11:30')
  await storeShown('Red clogs', 'until 11:30')
  await typeLine('cramp left calf 5am 7/10 4 min')
  await storeShown('Left calf', '7 of 10', '4 min')
  await close()
  await expect(getEntries(page)).toHaveText([
    '05:00Left calf7 of 10 · 4 min',
    '09:00Red clogsuntil 11:30, 2 h 30 min',
    '12:30Run40 min',
    '14:00Water, 500 ml',
  ])
})

test('what is unclear is asked, and nothing is guessed', async () => {
  await typeLine('cramp calf 6am')
  await expect(page.getByRole('group', { name: '“calf”: left, right or both?' })).toBeVisible()
  await expect(getShown()).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Left', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(getLine()).toBeFocused()
  await storeShown('Right calf', 'today, 06:00')
  await close()
  await expect(getEntries(page).filter({ hasText: 'Right calf' })).toHaveText(['06:00Right calf'])
})

test('a sign that may be one is asked about, and then raises its warning', async () => {
  await typeLine('cramp left calf 7am couldn’t walk, didn’t wake me')
  await expect(page.getByRole('group', { name: /could you put weight on it/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'No, not even then' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(getLine()).toBeFocused()
  await storeShown('cannot put weight on it', 'did not wake me')
  await close()
  await expect(page.getByText('Not able to put weight on it').first()).toBeVisible()
})

test('what was left over keeps the entry it belongs to', async () => {
  await typeLine('no fever')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Keep it as the note' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(getLine()).toHaveValue('day: note: no fever')
  await storeShown('The day', 'Note: no fever')
  await close()
})

test('a line nobody understands stores nothing, and is kept until it is changed', async () => {
  // Counted in the file: the list may still lack the entry of the test before.
  const before = countStored()
  await typeLine('mumble')
  await page.keyboard.press('Control+Enter')
  await expect(getShown()).toBeHidden()
  await close()
  await openScreen(page, 'Insights')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Insights', exact: true }).waitFor()
  await page.keyboard.press('q')
  await expect(getLine()).toHaveValue('mumble')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('tea 200 ml 13:00')
  await storeShown('Tea, 200 ml')
  await close()
  await openScreen(page, 'Today')
  await expect(getEntries(page).filter({ hasText: 'Tea, 200 ml' })).toHaveCount(1)
  expect(countStored()).toBe(before + 1)
})
