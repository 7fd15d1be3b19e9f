/** Forced colours remove every background: chosen, known and running must still look different. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { shareApp } from './app.ts'
import { discardForm, getCard, getForm, openScreen } from './person.ts'

const app = shareApp({ args: ['--demo'] })
let page: Page

test.beforeAll(async () => {
  page = app().page
  await page.emulateMedia({ forcedColors: 'active' })
})

/** Computed style of an element in system colours, without its text. */
const readStyle = (locator: Locator) =>
  locator.evaluate(element => {
    const style = getComputedStyle(element)
    const sign = getComputedStyle(element, '::after').content
    return [
      style.backgroundColor,
      style.color,
      style.borderStyle,
      style.borderColor,
      style.outlineStyle,
      sign,
    ].join()
  })

const expectApart = async (one: Locator, other: Locator) =>
  expect(await readStyle(one)).not.toBe(await readStyle(other))

test('the screen one is on', async () => {
  await openScreen(page, 'Journal')
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  await expectApart(link('Journal'), link('Plan'))
})

test('Cramp now has a box', async () => {
  const box = await page
    .getByRole('button', { name: /^Cramp now/ })
    .first()
    .evaluate(button => getComputedStyle(button).borderStyle)
  expect(box).toBe('solid')
})

test('days with a cramp, without one, and those that nobody knows of', async () => {
  await openScreen(page, 'Journal')
  await page.getByText('Cramp days', { exact: true }).click()
  const cell = (state: string) => page.locator(`[data-state="${state}"]`).first()
  await expect(cell('unknown')).toBeVisible()
  await expectApart(cell('none'), cell('unknown'))
  await expectApart(cell('cramps'), cell('none'))
  await expectApart(cell('cramps'), cell('unknown'))
  await expectApart(
    page.locator('label', { hasText: 'Cramp days' }).last(),
    page.locator('label', { hasText: 'Trash' }).last(),
  )
  await page.getByText('Entries', { exact: true }).click()
})

test('the place and the strength that are chosen', async () => {
  await openScreen(page, 'Today')
  await getCard(page, 'Cramps').getByRole('button', { name: 'Add details' }).click()
  const form = getForm(page)
  const [left, right] = [
    form.getByRole('button', { name: 'Left toes', exact: true }),
    form.getByRole('button', { name: 'Right toes', exact: true }),
  ]
  await left.click()
  await expectApart(left, right)
  const step = (value: string) =>
    form.locator('label', { has: page.getByRole('radio', { name: value, exact: true }) })
  await step('7').click()
  await expectApart(step('7'), step('6'))
  await discardForm(page)
})

test('the period of a report', async () => {
  await openScreen(page, 'Report')
  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  await expect(radio('Last 12 weeks')).toBeChecked()
  await expectApart(radio('Last 12 weeks'), radio('Last 4 weeks'))
})
