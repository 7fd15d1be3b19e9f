/** Warning signs: shown at once on every screen, until confirmed as read. */
import { expect, type Page, test } from '@playwright/test'
import { shareApp } from './app.ts'
import { doByMouse } from './form-steps.ts'
import { getCard, getForm, openScreen, passWelcome, screens } from './person.ts'

test.describe.configure({ mode: 'serial' })

const app = shareApp()
let page: Page

test.beforeAll(async () => {
  page = app().page
  await passWelcome(page)
})

const getCards = () => page.getByRole('region', { name: 'Warning signs' }).getByRole('article')

/** Logs a cramp with a complete form, and confirms the question about unlikely values. */
async function logCramp(minutes: number, ...symptoms: string[]) {
  await openScreen(page, 'Today')
  await getCard(page, 'Cramps').getByRole('button', { name: 'Add details' }).click()
  const form = getForm(page)
  await doByMouse(form, { place: 'Left calf' })
  await doByMouse(form, { type: String(minutes), into: 'Minutes it lasted' })
  if (symptoms.length > 0) {
    await form.getByRole('button', { name: 'More' }).click()
    await form.getByRole('button', { name: 'Anything else that worried you?' }).click()
    for (const symptom of symptoms) await doByMouse(form, { tick: symptom })
  }
  await form.getByRole('button', { name: 'Save' }).click()
  if (minutes > 10) {
    await expect(form).toContainText('Did one cramp last for more than 10 minutes without letting go?')
    await form.getByRole('button', { name: 'Yes, store it' }).click()
  }
  await form.waitFor({ state: 'detached' })
}

test('a cramp of nine minutes raises nothing', async () => {
  await logCramp(9)
  await expect(page.getByRole('status').filter({ hasText: 'Logged cramp, left calf' })).toBeVisible()
  await expect(getCards()).toHaveCount(0)
})

test('one of eleven should be looked at today', async () => {
  await logCramp(11)
  await expect(getCards()).toHaveCount(1)
  await expect(getCards()).toContainText('See someone today')
  await expect(getCards().getByRole('heading', { level: 2 })).toHaveText('A cramp of more than 10 minutes')
})

test('chest pain is an emergency, on every screen at once, before anything else', async () => {
  await logCramp(3, 'Chest pain')
  const emergency = getCards().first()
  for (const screen of [...screens, 'Cramp now'] as const) {
    if (screen === 'Cramp now') await page.getByRole('link', { name: 'Over already?' }).click()
    else await openScreen(page, screen)
    await expect(getCards()).toHaveCount(2)
    await expect(emergency).toContainText('Emergency')
    await expect(emergency.getByRole('heading', { level: 2 })).toHaveText(
      'Chest pain or trouble breathing: get help now',
    )
    await expect(emergency).toContainText(
      'Call your local emergency number (112 in Europe, 999 in the UK, 911 in North America) now.',
    )
  }
})

test('a card that was read is gone from every screen, and the other one stays', async () => {
  await openScreen(page, 'Today')
  await getCards().first().getByRole('button', { name: 'I have read this' }).click()
  await expect(getCards()).toHaveCount(1)
  await page.reload()
  await expect(getCards()).toHaveCount(1)
  await expect(getCards()).toContainText('See someone today')
})

test('it is kept among the cards so far, and comes back from there', async () => {
  await openScreen(page, 'Plan')
  await page.getByRole('heading', { name: 'Warning cards so far (2)' }).click()
  const kept = page.getByRole('listitem').filter({ hasText: 'Chest pain or trouble breathing' })
  await expect(kept).toContainText('You read it on')
  await kept.getByRole('button', { name: 'Show it again' }).click()
  await expect(getCards()).toHaveCount(2)
  await getCards().first().getByRole('button', { name: 'I have read this' }).click()
  await expect(getCards()).toHaveCount(1)
})

test('the emergency number is that of the region that the person confirmed, not of the system’s', async () => {
  await openScreen(page, 'Settings')
  await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue('United Kingdom')
  await page.getByRole('button', { name: 'Confirm United Kingdom' }).click()
  await expect(page.getByText('Not confirmed yet.')).toBeHidden()
  await logCramp(3, 'Short of breath')
  await expect(getCards().first()).toContainText('Call 999 now.')
})
