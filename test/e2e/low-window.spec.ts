/** Smallest window, at zoom 100 % and 200 %: every item of the sidebar is reachable by mouse and by key. */
import { expect, type Page, test } from '@playwright/test'
import { shareApp } from './app.ts'
import { tabTo } from './form-steps.ts'
import { getCard, openScreen, pressEscapeIn, screens } from './person.ts'

const app = shareApp({ args: ['--demo'] })
let page: Page

test.beforeAll(() => {
  page = app().page
})

const getTools = () => [
  page.getByRole('link', { name: 'Settings', exact: true }),
  page.getByRole('button', { name: 'Shortcuts', exact: true }),
  page.getByRole('button', { name: /Appearance/ }),
]

for (const [what, width, height] of [
  ['720 x 560', 720, 560],
  ['720 x 560 at 200 %', 360, 280],
] as const)
  test.describe(what, () => {
    test.beforeAll(async () => {
      await page.setViewportSize({ width, height })
      await openScreen(page, 'Today')
      await expect(getCard(page, 'Cramps')).toBeVisible()
    })

    test('the mouse reaches every screen, the shortcuts and the appearance', async () => {
      for (const screen of screens) {
        await page.getByRole('link', { name: screen, exact: true }).click()
        await expect(page.getByRole('heading', { level: 1, name: screen, exact: true })).toBeVisible()
      }
      await page.getByRole('button', { name: 'Shortcuts', exact: true }).click()
      await pressEscapeIn(page.getByRole('dialog', { name: 'Keyboard shortcuts' }))
      await page.getByRole('button', { name: /Appearance/ }).click()
      await pressEscapeIn(page.getByRole('menu'))
    })

    test('the keys reach them too, and what has the focus is in view', async () => {
      await page.getByRole('button', { name: 'Skip to the content' }).focus()
      for (const tool of getTools()) {
        await tabTo(tool)
        await expect(tool).toBeInViewport({ ratio: 0.9 })
      }
    })

    test('quick add shows its line and its questions', async () => {
      await openScreen(page, 'Today')
      await page.keyboard.press('q')
      await expect(page.getByRole('textbox', { name: 'What happened?' })).toBeFocused()
      await page.keyboard.type('two beers and a glass of wine last night')
      const answer = page.getByRole('button', { name: '125 ml', exact: true })
      await answer.scrollIntoViewIfNeeded()
      await expect(answer).toBeInViewport()
      await page.getByRole('textbox', { name: 'What happened?' }).fill('')
      await pressEscapeIn(page.getByRole('dialog', { name: 'Quick add' }))
    })
  })
