/**
 * axe on every screen and dialog, in the light and the dark appearance. `npm run verify -- accessibility` adds forced
 * colours, more contrast and text at 200 % to every scene; here these have the scenes of the last tests.
 */
import { mkdirSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { shareApp, shareFolder, startApp } from './app.ts'
import { doByMouse } from './form-steps.ts'
import {
  getCard,
  getForm,
  logDrink,
  openAllCharts,
  openScreen,
  pickPlace,
  type ScreenName,
  screens,
  waitForContent,
} from './person.ts'
import { createAxe, inColours, violationsOnly } from './violations.ts'

const folder = shareFolder()
const app = shareApp({ args: ['--demo'] })
let page: Page

test.beforeAll(() => {
  page = app().page
})

/**
 * axe violations, one line each. An open modal dialog is analysed alone: the page behind it is hidden from assistive
 * technology, and has scenes of its own.
 */
async function findViolations(on: Page, configure: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Contrast is measured after the running animations: an element that fades in has less.
  await on.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
  )
  const axe = configure(createAxe(on).options({ ...violationsOnly, ...withTargetSize }))
  const isDialogOpen = (await on.locator(DIALOG).count()) > 0
  const { violations } = await (isDialogOpen ? axe.include(DIALOG) : axe).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any, target }) => `${id}: ${help}: ${target.join(' ')}: ${any[0]?.message ?? html}`),
  )
}

const DIALOG = '[role=dialog][aria-modal=true]'

/** Target size of 24 px (WCAG 2.5.8), which axe leaves out unless asked. */
const withTargetSize = { rules: { 'target-size': { enabled: true } } }

const none = { light: [], dark: [] }

const isFull = process.env.UNKNOT_ACCESSIBILITY === 'full'

/** Presses of Ctrl+= from 100 to 200 %. */
const STEPS_TO_200 = 5

/** Violations in forced colours, with more contrast, and with text at 200 %; the page is as before afterwards. */
async function findFurtherViolations(on: Page) {
  await emulateAppearance(on, 'light')
  await on.emulateMedia({ forcedColors: 'active' })
  const forced = await findViolations(on, inColours)
  await on.emulateMedia({ forcedColors: null, contrast: 'more' })
  const contrast = await findViolations(on, inColours)
  await on.emulateMedia({ contrast: null })
  for (let step = 0; step < STEPS_TO_200; step++) await on.keyboard.press('ControlOrMeta+=')
  await expect(on.locator('html')).toHaveCSS('font-size', '32px')
  const large = await findViolations(on, axe => axe)
  await on.keyboard.press('ControlOrMeta+0')
  return { forced, contrast, large }
}

const noneFurther = { forced: [], contrast: [], large: [] }

/**
 * Violations in both appearances; without a setting the page follows the system. The document is the same in both, so
 * the dark one is checked for colour contrast alone.
 */
async function findViolationsOfBoth(on: Page) {
  await emulateAppearance(on, 'light')
  const light = await findViolations(on, axe => axe)
  await emulateAppearance(on, 'dark')
  return {
    light,
    dark: await findViolations(on, inColours),
  }
}

/** Emulates the system's appearance and waits until the page has applied it, which it does asynchronously. */
async function emulateAppearance(on: Page, colorScheme: 'light' | 'dark') {
  await on.emulateMedia({ colorScheme })
  // The Cramp now screen is always dark, and what is reached from it while the clock runs.
  await on.waitForFunction(
    scheme =>
      location.hash.includes('cramp-now') ||
      document.querySelector('[role=timer]') !== null ||
      document.documentElement.dataset.mantineColorScheme === scheme,
    colorScheme,
  )
}

/** Scenes: the steps that open each screen or dialog, and restore the page afterwards. */
const scenes: readonly (readonly [
  what: string,
  screen: ScreenName,
  arrange: () => Promise<unknown>,
  /** Removes state that a reload of the page would keep. */
  tidy?: () => Promise<unknown>,
])[] = [
  ['with entries and an offer to undo', 'Today', arrangeEntries],
  ['with its calendar open', 'Today', () => page.getByRole('button', { name: /^Go to a date/ }).click()],
  ['with a cramp’s form, all of it, refused', 'Today', () => openForm('Cramps', 'Add details')],
  ['with a drink’s form', 'Today', () => openForm('Drinks', 'Other drink')],
  ['with a shoe’s form', 'Today', () => openForm('Footwear', 'Other shoe')],
  ['with an activity’s form', 'Today', () => openForm('Activity', 'Standing')],
  ['with a new shoe', 'Today', openShoe],
  ['before typed words are thrown away', 'Today', openQuestion],
  ['with the list of shortcuts', 'Today', () => page.getByRole('button', { name: 'Shortcuts' }).click()],
  ['with the form of a stretch', 'Today', () => openKind('Stretching')],
  ['with the form of food', 'Today', () => openKind('Food and supplements')],
  ['with the form of a night', 'Today', () => openKind('The night')],
  ['with the form of a medicine', 'Today', () => openKind('Medicine')],
  ['with the form of the day', 'Today', openTheDay],
  ['with every card open', 'Today', openCards],
  ['with quick add, empty', 'Today', openQuickAdd],
  ['with quick add, and what would be stored', 'Today', () => openQuickAdd('500 ml water 14:00')],
  ['with quick add, and a question', 'Today', () => openQuickAdd('cramp calf 6am')],
  ['with a cramp that goes on', 'Today', startCramp, stopCramp],
  ['while a cramp goes on', 'Insights', leaveCramp, stopCramp],
  ['after a cramp', 'Today', endCramp],
  ['with warning cards', 'Today', raiseWarnings, readWarnings],
  ['with the questions that finish a day', 'Today', openFinish],
  ['with everything', 'Journal', () => getListed().first().waitFor()],
  ['with entries selected', 'Journal', selectEntries],
  ['with nothing found', 'Journal', findNothing],
  ['with its time being chosen', 'Journal', () => page.getByRole('button', { name: /^Time: / }).click()],
  ['with a year of cramp days', 'Journal', () => chooseView('Cramp days', page.getByRole('table'))],
  ['with its trash empty', 'Journal', emptyTrash],
  ['before the trash is emptied', 'Journal', askToEmptyTrash, restoreTrash],
  ['as charts', 'Insights', showCharts],
  ['as tables', 'Insights', showTables],
  ['with a suggestion and all warnings open', 'Plan', openPlan],
  ['with a suggestion being dismissed, and others decided', 'Plan', decidePlan],
  ['with the relief guide', 'Plan', openRelief],
  ['with the check of symptoms, and its cards', 'Plan', openSymptoms],
  ['with the pages about cramps', 'Plan', () => openGuide('About cramps')],
  ['with its preview', 'Report', () => page.getByRole('heading', { name: 'Cramp report' }).waitFor()],
  ['with dates of one’s own', 'Report', () => page.getByRole('radio', { name: 'Other dates' }).check()],
  ['with all there is', 'Settings', () => page.getByRole('button', { name: 'Back up now' }).waitFor()],
  ['before a backup is restored', 'Settings', openRestore],
  ['with a copy to be locked', 'Settings', lockCopy],
  [
    'before everything is erased',
    'Settings',
    () => page.getByRole('button', { name: 'Erase everything' }).click(),
  ],
]

async function arrangeEntries() {
  await logDrink(page, 'Water 250 ml')
  await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible()
}

async function openForm(card: string, button: string) {
  await getCard(page, card).getByText(button, { exact: true }).click()
  await fillWrongly()
}

async function openKind(kind: string) {
  await page.getByRole('button', { name: 'Add an entry' }).click()
  await page.getByRole('menuitem', { name: kind, exact: true }).click()
  await fillWrongly()
}

/** Form of the day; saving it empty is valid, so it has no refusal to show. */
async function openTheDay() {
  await page.getByRole('button', { name: 'More about the day' }).click()
  await getForm(page).getByRole('button', { name: 'More' }).click()
  await getForm(page).getByLabel('Salt in grams').waitFor()
}

/** Opens all sections of the form and saves it empty, so that every refusal is shown. */
async function fillWrongly() {
  const form = getForm(page)
  const more = form.getByRole('button', { name: /^(More|Supplements)$/ })
  if ((await more.count()) > 0) await more.click()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.locator('[aria-invalid=true], [data-invalid=true]').first()).toBeVisible()
}

async function openCards() {
  for (const title of ['Last night', 'Food']) {
    const button = getCard(page, title).getByRole('button', { expanded: false })
    if (await button.isVisible()) await button.click()
  }
}

async function openQuickAdd(line?: string) {
  await page.getByRole('button', { name: 'Quick add' }).click()
  const field = page.getByRole('textbox', { name: 'What happened?' })
  await field.fill(line ?? '')
  if (line !== undefined) await page.getByRole('dialog', { name: 'Quick add' }).getByRole('region').waitFor()
}

async function startCramp() {
  await page.getByRole('button', { name: /^Cramp now/ }).click()
  await pickPlace(page, 'Left calf')
  await page.getByRole('heading', { name: 'Knee straight, toes up' }).waitFor()
}

async function leaveCramp() {
  await startCramp()
  await openScreen(page, 'Insights')
  await page.getByRole('region', { name: 'Cramp now' }).waitFor()
}

async function stopCramp() {
  const show = page.getByRole('link', { name: 'Show it' })
  if (await show.isVisible()) await show.click()
  await page.getByRole('button', { name: 'Not a cramp', exact: true }).click()
}

async function endCramp() {
  await startCramp()
  await page.getByRole('button', { name: 'It’s over' }).click()
  await page.getByText(/^Saved\./).waitFor()
}

/** Raises one warning of each level that a single cramp can trigger. */
async function raiseWarnings() {
  await getCard(page, 'Cramps').getByRole('button', { name: 'Add details' }).click()
  const form = getForm(page)
  await doByMouse(form, { place: 'Left calf' })
  await doByMouse(form, { type: '11', into: 'Minutes it lasted' })
  await form.getByRole('button', { name: 'More' }).click()
  await form.getByRole('button', { name: 'Anything else that worried you?' }).click()
  for (const symptom of ['Chest pain', 'Twitching', 'Swelling']) await doByMouse(form, { tick: symptom })
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByRole('button', { name: 'Yes, store it' }).click()
  await page.getByRole('article').getByText('Emergency', { exact: true }).waitFor()
}

async function readWarnings() {
  const read = page.getByRole('button', { name: 'I have read this' })
  await read.first().waitFor()
  for (let cards = await read.count(); cards > 0; cards--) {
    await read.first().click()
    await expect(read).toHaveCount(cards - 1)
  }
}

const getListed = () => page.getByRole('checkbox', { name: /^Select / })

async function selectEntries() {
  await getListed().first().check()
  await getListed().nth(3).check()
}

async function findNothing() {
  await page.getByRole('searchbox').fill('nowhere')
  await page.getByText('No entry matches').waitFor()
}

async function chooseView(view: string, sign: Locator) {
  await page.getByText(view, { exact: true }).click()
  await sign.waitFor()
}

async function emptyTrash() {
  const empty = page.getByText('The trash is empty')
  const button = page.getByRole('button', { name: 'Empty the trash' })
  await chooseView('Trash', empty.or(button))
  // Earlier scenes may have left content.
  if (!(await button.isVisible())) return
  await button.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Empty the trash' }).click()
  await empty.waitFor()
}

async function askToEmptyTrash() {
  await selectEntries()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await chooseView('Trash', page.getByText('2 entries in the trash'))
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  await page.getByRole('dialog', { name: 'Empty the trash?' }).waitFor()
}

async function restoreTrash() {
  await page.getByRole('button', { name: 'Keep them' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await getListed().first().check()
  await page.getByRole('button', { name: 'Select all' }).click()
  await page.getByRole('button', { name: 'Bring back', exact: true }).click()
  await page.getByText('The trash is empty').waitFor()
}

async function openShoe() {
  await getCard(page, 'Footwear').getByRole('button', { name: 'Other shoe' }).click()
  await getForm(page).getByRole('button', { name: 'Add a shoe' }).click()
  await page.getByRole('dialog', { name: 'Add a shoe' }).getByLabel('Name').waitFor()
}

async function openFinish() {
  await page.keyboard.press('e')
  await page
    .getByRole('dialog', { name: /^Finish / })
    .getByRole('button', { name: 'Done' })
    .waitFor()
}

async function openQuestion() {
  await getCard(page, 'Drinks').getByRole('button', { name: 'Other drink' }).click()
  await getForm(page).getByLabel('Amount').fill('300')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Discard what you entered?' }).waitFor()
}

async function showCharts() {
  await openAllCharts(page)
  // Charts are drawn one after the other, each in the place of a skeleton.
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
  await page.locator('.recharts-surface').first().waitFor()
}

async function showTables() {
  await showCharts()
  const tables = page.getByText('Table', { exact: true })
  for (const table of await tables.all()) await table.click()
  // A chart with several plots has one table per plot.
  const shown = page.getByRole('region', { name: /As a table$/ }).filter({ has: page.getByRole('table') })
  await expect(shown).toHaveCount(await tables.count())
}

async function openPlan() {
  await getSuggestions().first().click()
  const doctor = page.getByRole('region', { name: 'When to see a doctor' })
  const shut = doctor.getByRole('button', { expanded: false })
  while ((await shut.count()) > 0) await shut.first().click()
}

const getSuggestions = () =>
  page.getByRole('region', { name: 'Suggestions', exact: true }).getByRole('button', { name: /Your pattern/ })

/** Plan with one suggestion accepted, one put aside, and one with its decision open. */
async function decidePlan() {
  // The order of the suggestions changes once the findings arrive.
  await expect(getSuggestions().first()).toContainText('Likely link', { timeout: 60_000 })
  await getSuggestions().first().click()
  await page.getByRole('button', { name: 'I will do this' }).click()
  await page.getByRole('region', { name: 'What you are doing' }).waitFor()
  await getSuggestions().first().click()
  await page.getByRole('button', { name: 'Not for me' }).last().click()
  await page.getByRole('button', { name: 'Set it aside' }).click()
  await page.getByRole('heading', { name: 'Not for me (1)' }).click()
  await getSuggestions().first().click()
  await page.getByRole('button', { name: 'Not for me' }).last().click()
  await page.getByLabel('Why is it not for you?').waitFor()
}

async function openGuide(name: string) {
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

async function openRelief() {
  await openGuide('Relief guide')
  await page.getByRole('button', { name: 'Hold 30 s, 3 times' }).first().click()
  await page
    .getByText(/^Take care/)
    .first()
    .click()
  await page.getByText('Hold, 1 of 3').waitFor()
}

async function openSymptoms() {
  await openGuide('Check my symptoms')
  await doByMouse(page.getByRole('main'), { tick: 'Chest pain' })
  await page.getByRole('button', { name: 'Next' }).click()
  for (const symptom of ['Swelling', 'Twitching', 'Weakness'])
    await doByMouse(page.getByRole('main'), { tick: symptom })
  await doByMouse(page.getByRole('main'), { place: 'Left calf' })
  await page.getByRole('article').getByText('Make an appointment', { exact: true }).first().waitFor()
}

async function openRestore() {
  await page.getByRole('button', { name: 'Back up now' }).click()
  const restore = page.getByRole('list', { name: 'Backups' }).getByRole('button', { name: /^Restore/ })
  await restore.first().click()
  await page.getByRole('dialog').getByRole('table').waitFor()
}

async function lockCopy() {
  await page.getByRole('switch', { name: 'Lock it with a passphrase' }).check()
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await page.getByText('Use at least 8 characters.').waitFor()
}

test.afterEach(async () => {
  // Drafts survive a reload: the next form of this kind would continue this one.
  const discard = page.getByRole('button', { name: 'Discard', exact: true })
  if (await discard.isVisible()) await discard.click()
  // The reload closes everything else that the scene has opened.
  await page.reload()
})

for (const [what, screen, arrange, tidy] of scenes)
  test(`${screen}, ${what}`, async () => {
    await openScreen(page, screen)
    await arrange()
    expect(await findViolationsOfBoth(page)).toEqual(none)
    if (isFull) expect(await findFurtherViolations(page)).toEqual(noneFurther)
    await tidy?.()
  })

for (const screen of screens)
  test(`${screen}, in forced colours, with more contrast and with text at 200 %`, async () => {
    await openScreen(page, screen)
    await waitForContent(page)
    expect(await findFurtherViolations(page)).toEqual(noneFurther)
  })

test('the page about accessibility', async () => {
  await openScreen(page, 'Plan')
  await openGuide('Accessibility')
  expect(await findViolationsOfBoth(page)).toEqual(none)
  expect(await findFurtherViolations(page)).toEqual(noneFurther)
})

test('the first start, and a journal that is refused', async () => {
  const userData = await mkdtemp(join(folder(), 'first-'))
  const first = await startApp({ userData })
  await first.page.getByRole('button', { name: 'Start my journal' }).waitFor()
  expect(await findViolationsOfBoth(first.page)).toEqual(none)
  await first.close()
  const refused = join(userData, 'refused')
  mkdirSync(join(refused, 'journal.sqlite'), { recursive: true })
  const second = await startApp({ userData: refused })
  await second.page.getByRole('heading', { name: 'There is a folder where your journal should be' }).waitFor()
  expect(await findViolationsOfBoth(second.page)).toEqual(none)
  await second.close()
})
