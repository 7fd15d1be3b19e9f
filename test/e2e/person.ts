/** User actions in the app, by the names on the screen; shared by specs and tour. */
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import type { JournalApi } from '../../shared/contract.ts'
import type { Profile } from '../../shared/kinds/profile.ts'

declare global {
  interface Window {
    unknot: JournalApi
  }
}

export const screens = ['Today', 'Journal', 'Insights', 'Plan', 'Report', 'Settings'] as const
export type ScreenName = (typeof screens)[number]

/** Opens a screen from the sidebar and waits for its title. */
export async function openScreen(page: Page, name: ScreenName): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Card of Insights by its question, opened by a press on the question unless it is open. */
export async function openChart(page: Page, question: string | RegExp): Promise<Locator> {
  const card = page.getByRole('region', { name: question, exact: true })
  await card.waitFor()
  const closed = card.getByRole('button', { name: question, exact: true, expanded: false })
  if ((await closed.count()) > 0) await closed.click()
  return card
}

/** Opens every card of Insights, once the last one that a worker computes is there. */
export async function openAllCharts(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'What helps, and how soon?' }).waitFor()
  const closed = page.getByRole('main').locator('h2').getByRole('button', { expanded: false })
  while ((await closed.count()) > 0) await closed.first().click()
}

/** Waits for asynchronous content, for fonts, and for the end of animations. */
export async function waitForContent(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[aria-busy=true], [role=status][aria-label]') === null,
  )
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))
  })
}

/** Kinds followed by the specs' journals, with a card on Today each. */
const followed: Profile['trackedKinds'] = [
  'cramp',
  'fluid',
  'footwear',
  'activity',
  'stretch',
  'night',
  'day',
]

/** Skips the first start, and follows what most specs log. `first-start.spec.ts` goes through its steps. */
export async function passWelcome(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start my journal' }).waitFor()
  const isFollowing = await page.evaluate(async trackedKinds => {
    const ended = await window.unknot.acknowledgeWelcome({})
    const profile = await window.unknot.getProfile({})
    if (!ended.ok || !profile.ok) return false
    return (await window.unknot.changeProfile({ ...profile.value, trackedKinds })).ok
  }, followed)
  if (!isFollowing) throw new Error('the journal did not take what it is to follow')
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

/** Card of the day's page, by its title: Cramps, Drinks, Food. */
export const getCard = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true })

/** Expands a collapsed card of the day's page. */
export const openCard = (page: Page, title: string): Promise<void> =>
  getCard(page, title).getByRole('button', { name: title, expanded: false }).click()

/** Entries of the day in view, by time. */
export const getEntries = (page: Page): Locator =>
  page.getByRole('region', { name: /^Logged (today|on this day)$/ }).getByRole('listitem')

/** The open entry form. */
export const getForm = (page: Page): Locator => page.getByRole('dialog', { name: /^(Log|Change) / })

/** Closes a dialog or menu by Escape, which it hears once it has taken the focus. */
export async function pressEscapeIn(dialog: Locator): Promise<void> {
  const page = dialog.page()
  await dialog.and(page.locator(':focus-within')).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

/** Closes the open form, if there is one, and discards its draft, which the next form would otherwise continue. */
export async function discardForm(page: Page): Promise<void> {
  const form = getForm(page)
  const discard = page.getByRole('button', { name: 'Discard', exact: true })
  if (!(await form.isVisible())) return
  if (!(await discard.isVisible())) await form.getByRole('button', { name: 'Cancel' }).click()
  const gone = form.waitFor({ state: 'detached' })
  // The question appears only when something was typed.
  await Promise.race([discard.waitFor(), gone])
  if (await discard.isVisible()) await discard.click()
  await gone
}

/** Chooses a place on the card of cramps, which shows the likely ones first. */
async function pickCardPlace(card: Locator, place: string): Promise<void> {
  const button = card.getByRole('button', { name: place, exact: true })
  await card.getByRole('group', { name: 'Where' }).waitFor()
  if (!(await button.isVisible())) await card.getByRole('button', { name: 'Another place' }).click()
  await button.click()
}

/** Logs a cramp that happened just now. */
export async function logCramp(page: Page, place: string, strength: number): Promise<void> {
  const card = getCard(page, 'Cramps')
  await pickCardPlace(card, place)
  await card.getByRole('radio', { name: String(strength), exact: true }).click()
  await card.getByRole('button', { name: 'Save cramp' }).click()
}

/** Cramp now: picks one place and deselects the preselected place of the last cramp. */
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

/** Adds the first shoe to the closet. */
export async function addShoe(page: Page, name: string): Promise<void> {
  await getCard(page, 'Footwear').getByRole('button', { name: 'Add a shoe' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a shoe' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Save shoe' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Logs a drink at the present time, by the words on its button: `Water 250 ml`. */
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

/** Logs an activity on the day in view, by its form. */
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

/** Saves the form and confirms the question about unlikely values, if there is one. */
export async function saveForm(form: Locator): Promise<void> {
  const save = form.getByRole('button', { name: 'Save', exact: true })
  const question = form.locator('[data-question]').first()
  await save.click()
  const gone = form.waitFor({ state: 'detached' })
  // The question may never come and time out: then the time limit of the closing form applies.
  await Promise.race([gone, question.waitFor().catch(() => gone)])
  if (await question.isVisible()) await save.click()
  await gone
}

/** Stubs the "Save as" dialog: every later one returns `path`, or is dismissed when null. */
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

/** Stubs the "Open" dialog: every later one returns `paths`, or is dismissed when empty. */
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
