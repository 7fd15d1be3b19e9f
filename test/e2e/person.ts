/** What a person does in the app, by the names they read on the screen. The specs and the tour share it. */
import type { ElectronApplication, Locator, Page } from '@playwright/test'

export const screens = ['Today', 'Journal', 'Insights', 'Plan', 'Report', 'Settings'] as const
export type ScreenName = (typeof screens)[number]

/** Goes to a screen, and waits until its title stands. */
export async function openScreen(page: Page, name: ScreenName): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Reads the first-start text and goes on. */
export async function passWelcome(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start my journal' }).click()
  await page.getByRole('heading', { level: 1, name: 'Today', exact: true }).waitFor()
}

export async function chooseAppearance(
  page: Page,
  appearance: 'Light' | 'Dark' | 'Same as the system',
): Promise<void> {
  await page.getByRole('button', { name: 'Appearance' }).click()
  await page.getByRole('menuitemradio', { name: appearance }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
}

/** A card of the day's page, by its title: Cramps, Drinks, Food. */
export const getCard = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true })

/** Opens a card of the day's page that shows only its summary at first. */
export const openCard = (page: Page, title: string): Promise<void> =>
  getCard(page, title).getByRole('button', { name: title, expanded: false }).click()

/** The entries of the day in view, by time. */
export const getEntries = (page: Page): Locator =>
  page.getByRole('region', { name: /^Logged (today|on this day)$/ }).getByRole('listitem')

/** The form that is open at the side. */
export const getForm = (page: Page): Locator => page.getByRole('dialog', { name: /^(Log|Change) / })

/** Leaves the open form, if there is one, and lets go what was typed into it, which is otherwise kept for the next. */
export async function discardForm(page: Page): Promise<void> {
  const form = getForm(page)
  const discard = page.getByRole('button', { name: 'Discard', exact: true })
  if (!(await form.isVisible())) return
  if (!(await discard.isVisible())) await form.getByRole('button', { name: 'Cancel' }).click()
  const gone = form.waitFor({ state: 'detached' })
  // It asks only where something was typed.
  await Promise.race([discard.waitFor(), gone])
  if (await discard.isVisible()) await discard.click()
  await gone
}

/** A cramp of just now, in three clicks. */
export async function logCramp(page: Page, place: string, strength: number): Promise<void> {
  const card = getCard(page, 'Cramps')
  await card.getByRole('button', { name: place, exact: true }).click()
  await card.getByRole('radio', { name: String(strength), exact: true }).click()
  await card.getByRole('button', { name: 'Save cramp' }).click()
}

/** During a cramp: picks one place, and lets go that of the last cramp, which is offered at first. */
export async function pickPlace(page: Page, place: string): Promise<void> {
  const places = page.getByRole('group', { name: 'Where is it?' })
  const press = (name: string) => places.getByRole('button', { name, exact: true }).click()
  await places.getByRole('button', { name: place, exact: true }).waitFor()
  const picked = await places
    .getByRole('button', { pressed: true })
    .evaluateAll(buttons => buttons.map(one => one.getAttribute('aria-label') ?? one.textContent))
  for (const name of picked) if (name !== place) await press(name)
  if (!picked.includes(place)) await press(place)
}

/** Puts the first shoe into the closet. */
export async function addShoe(page: Page, name: string): Promise<void> {
  await getCard(page, 'Footwear').getByRole('button', { name: 'Add a shoe' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a shoe' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Save shoe' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** A drink of just now, by the words on its button: `Water 250 ml`. */
export async function logDrink(page: Page, drink: string): Promise<void> {
  await getCard(page, 'Drinks').getByRole('button', { name: drink, exact: true }).click()
}

export interface SessionWords {
  activity: string
  minutes: number
  exertion: number
  /** `HH:MM`. */
  startedAt: string
}

/** An activity of the day in view, written into its form. */
export async function logActivity(page: Page, session: SessionWords): Promise<void> {
  await getCard(page, 'Activity')
    .getByRole('button', { name: `Log ${session.activity}` })
    .click()
  const form = getForm(page)
  await form.getByLabel('How long').fill(String(session.minutes))
  await form.getByLabel('Started at').fill(session.startedAt)
  await form.getByRole('radio', { name: String(session.exertion), exact: true }).click()
  await saveForm(form)
}

/** Saves the form; where it asks whether something unlikely is right, it is. */
export async function saveForm(form: Locator): Promise<void> {
  const save = form.getByRole('button', { name: 'Save', exact: true })
  const question = form.locator('[data-question]').first()
  await save.click()
  const gone = form.waitFor({ state: 'detached' })
  // It may end in a time limit: that of the form that goes is the one that counts.
  await Promise.race([gone, question.waitFor().catch(() => gone)])
  if (await question.isVisible()) await save.click()
  await gone
}

/** From now on the person answers every "Save as" with `path`, or dismisses it when that is null. */
export async function answerSaveDialogs(
  electronApp: ElectronApplication,
  path: string | null,
): Promise<void> {
  await electronApp.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () =>
      Promise.resolve(
        chosen === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: chosen },
      )
  }, path)
}

/** From now on the person answers every "Open" with `paths`, or dismisses it when there are none. */
export async function answerOpenDialogs(
  electronApp: ElectronApplication,
  paths: readonly string[],
): Promise<void> {
  await electronApp.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: chosen })
    },
    [...paths],
  )
}
