/** Every screen opens whatever the system calls its language, also where it names none. */
import { expect, test } from '@playwright/test'
import { startApp } from './app.ts'
import { getCard, openScreen, screens } from './person.ts'

for (const [language, aDate] of [
  ['C', /[A-Z][a-z]+ \d+, \d{4}/],
  ['de_DE.UTF-8', /\d+\. [A-Z][a-zä]+ \d{4}/],
] as const)
  test(`in ${language}`, async () => {
    const { page, close } = await startApp({ args: ['--demo'], env: { LC_ALL: language } })
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await expect(getCard(page, 'Cramps')).toBeVisible()
    await expect(page.getByRole('main').getByText(aDate).first()).toBeVisible()
    await page.getByRole('button', { name: /^Go to a date/ }).click()
    await page.getByRole('button', { name: 'Previous month' }).waitFor()
    await page.keyboard.press('Escape')
    for (const screen of screens) await openScreen(page, screen)
    await openScreen(page, 'Report')
    await expect(page.getByRole('heading', { name: 'Cramp report' })).toBeVisible()
    expect(errors).toEqual([])
    await close()
  })
