/** Scenes of the tour: each screen with the steps that lead to it. */
import type { Locator, Page } from '@playwright/test'
import { openScreen, pickPlace, type ScreenName } from '../../e2e/person.ts'

export interface Scene {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
  /** Returns to a screen with the sidebar; absent where the scene has one. */
  readonly leave?: (page: Page) => Promise<void>
}

/** Time limit for the findings of the demo, in ms; they take seconds on a quiet machine. */
const ANALYSED_MS = 90_000

const screen = (name: ScreenName, see?: (page: Page) => Promise<unknown>): Scene => ({
  name: name.toLowerCase(),
  open: async page => {
    await openScreen(page, name)
    // The reload removes the notifications of logged entries.
    await page.reload()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    await see?.(page)
  },
})

const ofJournal = (name: string, view: string, see: (page: Page) => Locator): Scene => ({
  name,
  open: async page => {
    await openScreen(page, 'Journal')
    await page.getByText(view, { exact: true }).click()
    await see(page).first().waitFor()
  },
})

const guide = (name: string, title: string): Scene => ({
  name,
  open: async page => {
    await openScreen(page, 'Plan')
    await page.getByRole('link', { name: new RegExp(`^${title}`) }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  },
})

export const scenes: readonly Scene[] = [
  screen('Today', page => page.getByRole('region', { name: 'Cramps', exact: true }).waitFor()),
  {
    name: 'cramp-now',
    open: async page => {
      await page.getByRole('button', { name: /^Cramp now/ }).click()
      await pickPlace(page, 'Left calf')
      await page.getByRole('heading', { name: 'Knee straight, toes up' }).waitFor()
    },
    leave: page => page.getByRole('button', { name: 'Not a cramp', exact: true }).click(),
  },
  screen('Journal', page =>
    page
      .getByRole('checkbox', { name: /^Select / })
      .first()
      .waitFor(),
  ),
  ofJournal('cramp-days', 'Cramp days', page => page.getByRole('table')),
  ofJournal('trash', 'Trash', page => page.getByText(/in the trash$|^The trash is empty/)),
  screen('Insights', page =>
    page.getByRole('heading', { name: 'What helps, and how soon?' }).waitFor({ timeout: ANALYSED_MS }),
  ),
  screen('Plan', async page => {
    const suggestions = page.getByRole('region', { name: 'Suggestions', exact: true })
    await suggestions.waitFor()
    await suggestions.getByText(/being analysed/).waitFor({ state: 'hidden', timeout: ANALYSED_MS })
  }),
  guide('relief-guide', 'Relief guide'),
  guide('symptoms', 'Check my symptoms'),
  guide('about-cramps', 'About cramps'),
  screen('Report', page =>
    page.getByRole('heading', { name: 'Cramp report' }).waitFor({ timeout: ANALYSED_MS }),
  ),
  screen('Settings', page => page.getByRole('button', { name: 'Back up now' }).waitFor()),
]
