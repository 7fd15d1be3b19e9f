/** The first start: by mouse with suspects and an own thing, by keyboard alone, and "Cramp now" in the middle of it. */
import { expect, type Page, test } from '@playwright/test'
import { type StartedApp, startApp } from './app.ts'
import { tabTo } from './form-steps.ts'
import { getCard, getEntries, getForm } from './person.ts'

let app: StartedApp | undefined
test.afterEach(async () => {
  await app?.close()
  app = undefined
})

async function begin(): Promise<Page> {
  app = await startApp()
  await expect(app.page.getByRole('heading', { level: 2, name: 'What bothers you?' })).toBeVisible()
  return app.page
}

const question = (page: Page, name: string) => page.getByRole('heading', { level: 2, name })
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true })

test('four steps by mouse: what was named is followed, and nothing else', async () => {
  const page = await begin()
  await expect(page.getByText('is not encrypted', { exact: false })).toBeVisible()
  await page.getByText('Arch of the foot', { exact: true }).click()
  await page.getByText('At night', { exact: true }).click()
  await next(page).click()

  await expect(question(page, 'What do you suspect?')).toBeFocused()
  await page.getByText('Flat shoes with little support', { exact: true }).click()
  await expect(page.getByRole('checkbox', { name: 'Flat shoes with little support' })).toBeChecked()
  await page.getByLabel('Something else').fill('Compression socks')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const own = page.getByRole('list', { name: 'Your own things' })
  await expect(own).toContainText('Compression socks')
  await page.getByLabel('Something else').fill('COMPRESSION socks')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('You already have “Compression socks”. Choose another name.')).toBeVisible()
  await next(page).click()

  await expect(page.getByRole('button', { name: 'Restore a backup' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Look at the demo' })).toBeVisible()
  await next(page).click()

  await page.getByRole('button', { name: 'Confirm United Kingdom' }).click()
  await expect(page.getByText('Not confirmed yet', { exact: false })).toBeHidden()
  await page.getByRole('button', { name: 'Start my journal' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expect(page.getByText('No cramp written down yet.')).toBeVisible()
  // The place that was named comes first.
  await expect(getCard(page, 'Cramps').getByRole('button', { name: 'Left arch of the foot' })).toBeVisible()
  await expect(getCard(page, 'Footwear')).toBeVisible()
  for (const other of ['Drinks', 'Activity', 'Habits', 'Food'])
    await expect(getCard(page, other)).toHaveCount(0)

  const socks = page.getByRole('group', { name: 'Compression socks, today' })
  await socks.getByRole('button', { name: 'Yes' }).click()
  await expect(socks.getByRole('button', { name: 'Yes' })).toHaveAttribute('aria-pressed', 'true')
  await expect(getEntries(page).filter({ hasText: 'Compression socks' })).toHaveCount(1)
  await socks.getByRole('button', { name: 'No' }).click()
  await expect(socks.getByRole('button', { name: 'No' })).toHaveAttribute('aria-pressed', 'true')
  await expect(getEntries(page).filter({ hasText: 'Compression socks' })).toHaveCount(1)

  await page.getByRole('button', { name: 'Follow something else' }).click()
  await page.getByRole('menuitem', { name: 'Drinks' }).click()
  await expect(getCard(page, 'Drinks')).toBeVisible()
})

test('by keyboard alone, and D, Enter on the first day', async () => {
  const page = await begin()
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  for (const name of ['What do you suspect?', 'Do you bring something along?', 'Is this right?']) {
    await tabTo(next(page))
    await press('Enter')
    await expect(question(page, name)).toBeFocused()
  }
  await tabTo(page.getByRole('button', { name: 'Back', exact: true }))
  await press('Enter')
  await expect(question(page, 'Do you bring something along?')).toBeFocused()
  await tabTo(page.getByRole('button', { name: 'Start my journal' }))
  await press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expect(getCard(page, 'Cramps')).toBeVisible()
  await expect(getCard(page, 'Drinks')).toHaveCount(0)

  await press('d')
  await expect(getForm(page).getByLabel('Amount')).toBeFocused()
  await press('Enter')
  await expect(getForm(page)).toBeHidden()
  await expect(getEntries(page).filter({ hasText: 'Water, 250 ml' })).toHaveCount(1)
  // With an empty closet the shoe is added first, and put on with the same form.
  await press('f')
  await expect(getForm(page).getByRole('button', { name: 'Add a shoe' })).toBeFocused()
  await press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add a shoe' })
  await dialog.getByLabel('Name').fill('Sandals')
  await press('Enter')
  await expect(dialog).toBeHidden()
  await getForm(page).getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(getEntries(page).filter({ hasText: 'Sandals' })).toHaveCount(1)
})

test('“Cramp now” works in every step, and leads back to it', async () => {
  const page = await begin()
  for (let step = 0; step < 3; step += 1) {
    await expect(page.getByRole('button', { name: 'Cramp now' })).toBeVisible()
    await next(page).click()
  }
  await expect(question(page, 'Is this right?')).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('group', { name: 'Where is it?' })).toBeVisible()
  await page.getByRole('button', { name: 'Left calf', exact: true }).click()
  await page.getByRole('button', { name: 'It’s over' }).click()
  await page.getByRole('button', { name: /^(Back|Done)$/ }).click()
  await expect(question(page, 'Is this right?')).toBeVisible()
  await page.getByRole('button', { name: 'Start my journal' }).click()
  await expect(getEntries(page).filter({ hasText: 'Left calf' })).toHaveCount(1)
})
