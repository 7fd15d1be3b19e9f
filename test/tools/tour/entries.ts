/** Entries that the tour adds to the demo's day: one of each kind it lacks, by form, button or quick add as is usual. */
import type { Page } from '@playwright/test'
import { getCard, getForm, logActivity, logDrink, saveForm } from '../../e2e/person.ts'

/** @param say called with a line per entry */
export async function logOneOfEachKind(page: Page, say: (line: string) => void): Promise<void> {
  await logNightCramp(page)
  say('a cramp in the left calf at 05:40, 6 of 10, which woke, with what was tried')
  await logDrink(page, 'Water 250 ml')
  say('250 ml of water, in one click')
  const shoe = await changeShoes(page)
  say(`${shoe}, put on in one click`)
  await logActivity(page, { activity: 'run', minutes: 35, exertion: 6, startedAt: '14:05' })
  say('a run of 35 minutes at 14:05, with how hard it felt')
  for (const line of quickLines) {
    await typeLine(page, line)
    say(`"${line}", as a typed line`)
  }
  await page.keyboard.press('Escape')
  await getCard(page, 'Drinks')
    .getByRole('button', { name: /That is everything/ })
    .click()
  say('that these were all drinks of the day')
}

/** Quick-add lines for the remaining kinds: stretching, food, the day, medicine. The demo has last night already. */
const quickLines = [
  'stretched calf 3 min 13:30',
  '1 serving of spinach 12:15',
  'hot day',
  'started amlodipine 5 mg at 8:00',
]

async function typeLine(page: Page, line: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'What happened?' })
  if (!(await field.isVisible())) await page.keyboard.press('q')
  await field.fill(line)
  await page
    .getByRole('region', { name: 'This would be stored' })
    .getByRole('button', { name: 'Store' })
    .click()
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[role=dialog] input')?.value === '',
  )
}

async function logNightCramp(page: Page): Promise<void> {
  const card = getCard(page, 'Cramps')
  await card.getByRole('button', { name: 'Left calf', exact: true }).click()
  await card.getByRole('radio', { name: '6', exact: true }).click()
  await card.getByRole('button', { name: 'Add details' }).click()
  const form = getForm(page)
  await form.getByLabel('Began at').fill('05:40')
  await form.getByLabel('Minutes it lasted').fill('2')
  await form.getByRole('radiogroup', { name: 'It woke me' }).getByText('Yes', { exact: true }).click()
  await form.getByRole('button', { name: 'More' }).click()
  await form.getByRole('button', { name: 'Add what you tried' }).click()
  await saveForm(form)
}

/** @returns name of the shoe now worn */
async function changeShoes(page: Page): Promise<string> {
  const button = getCard(page, 'Footwear')
    .getByRole('button', { name: /^Put on / })
    .first()
  const shoe = String(await button.getAttribute('aria-label')).replace('Put on ', '')
  await button.click()
  await getCard(page, 'Footwear')
    .getByRole('button', { name: `Take off ${shoe}` })
    .waitFor()
  return shoe
}
