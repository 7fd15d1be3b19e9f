/** Plan: suggestions from the journal, decisions about them, folded cards; and the guide of relief and symptoms. */
import { expect, type Page, test } from '@playwright/test'
import { shareApp } from './app.ts'
import { doByMouse } from './form-steps.ts'
import { getCard, getForm, openScreen, pickPlace } from './person.ts'

test.describe.configure({ mode: 'serial' })

/** Time limit for the findings of the demo's half year on a busy machine, in ms. */
const LOOKED_THROUGH_MS = 90_000

const app = shareApp({ args: ['--demo'] })
let page: Page

test.beforeAll(() => {
  page = app().page
})

const getGroup = (name: string) => page.getByRole('region', { name, exact: true })
const getSuggestion = (title: string) => page.getByRole('button', { name: new RegExp(`^${title}`) })
const getPanel = (title: string) => page.getByRole('region', { name: new RegExp(`^${title}`) })
const getRoutineCard = () => page.getByRole('article', { name: 'Limping for more than a day' })

async function openSuggestion(title: string) {
  const suggestion = getSuggestion(title)
  await suggestion.waitFor()
  if ((await suggestion.getAttribute('aria-expanded')) === 'false') await suggestion.click()
  await getPanel(title).getByRole('group', { name: 'Decide' }).waitFor()
}

test('the demo’s journal brings a suggestion to the top, in its own numbers', async () => {
  test.setTimeout(LOOKED_THROUGH_MS + 30_000)
  await openScreen(page, 'Plan')
  const first = getGroup('Suggestions')
    .getByRole('button', { name: /Your pattern/ })
    .first()
  await expect(first).toContainText('Likely link', { timeout: LOOKED_THROUGH_MS })
  await first.click()
  const panel = getGroup('Suggestions').getByRole('region').first()
  await expect(panel).toContainText(/you had a cramp on \d+ of \d+ days|cramps were .* likely/)
  await expect(panel).toContainText('This shows a link, not a cause.')
  await expect(panel).toContainText(/at the next four-week check, on /)
  await first.click()
})

test('what is accepted stands above the rest, and still does after a new start of the page', async () => {
  await openSuggestion('Wear shoes with room and support')
  await getPanel('Wear shoes').getByRole('button', { name: 'I will do this' }).click()
  await expect(getGroup('What you are doing')).toContainText('Wear shoes with room and support')
  await page.reload()
  await expect(getGroup('What you are doing')).toContainText(/Doing it since/)
})

test('what is dismissed keeps its reason and comes back when it is asked to', async () => {
  await openSuggestion('Give your feet room in bed')
  const panel = getPanel('Give your feet room')
  await panel.getByRole('button', { name: 'Not for me' }).click()
  await panel.getByLabel('Why is it not for you?').fill('My feet get cold')
  await panel.getByRole('button', { name: 'Set it aside' }).click()
  const folded = page.getByRole('heading', { name: 'Not for me (1)' })
  await folded.waitFor()
  await expect(getSuggestion('Give your feet room')).toBeHidden()
  await folded.click()
  await expect(getSuggestion('Give your feet room')).toContainText('My feet get cold')
  await openSuggestion('Give your feet room in bed')
  await getPanel('Give your feet room').getByRole('button', { name: 'Bring it back' }).click()
  await expect(folded).toHaveCount(0)
  await expect(getGroup('Suggestions')).toContainText('Give your feet room in bed')
})

test('a card for an ordinary appointment can be put off, and the next save does not bring it back', async () => {
  await openScreen(page, 'Today')
  await logLimping()
  await expect(getRoutineCard()).toContainText('Make an appointment')
  await getRoutineCard().getByRole('button', { name: 'Remind me in 4 weeks' }).click()
  await expect(getRoutineCard()).toHaveCount(0)
  await logLimping()
  await page.reload()
  await getCard(page, 'Cramps').waitFor()
  // Cards of the demo's own cramps are in full on Today, and on one line elsewhere.
  await expect(getCards().first()).toContainText('Make an appointment')
  await expect(getRoutineCard()).toHaveCount(0)
  const count = await getCards().count()
  await openScreen(page, 'Plan')
  await expect(getCards()).toHaveCount(0)
  await getSigns().getByRole('button', { name: 'Show', exact: true }).click()
  await expect(getCards()).toHaveCount(count)
})

const getSigns = () => page.getByRole('region', { name: 'Warning signs' })
const getCards = () => getSigns().getByRole('article')

/** Logs a cramp that happened just now, with limping for more than a day. */
async function logLimping() {
  await getCard(page, 'Cramps').getByRole('button', { name: 'Add details' }).click()
  const form = getForm(page)
  await doByMouse(form, { place: 'Left calf' })
  await form.getByRole('button', { name: 'More' }).click()
  await form.getByRole('button', { name: 'Anything else that worried you?' }).click()
  await doByMouse(form, { tick: 'Limping' })
  await doByMouse(form, { tick: 'For more than a day' })
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'detached' })
}

test('the check of symptoms says at once how soon, and stores nothing', async () => {
  await openScreen(page, 'Plan')
  await page.getByRole('link', { name: /^Check my symptoms/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Check my symptoms' }).waitFor()
  const outcome = getGroup('What this means')
  await expect(outcome).toContainText('Answer what applies')
  const main = page.getByRole('main')
  await expect(main.getByText('1 of 6')).toBeVisible()
  await expect(main.getByRole('button', { name: 'Back', exact: true })).toBeDisabled()
  await main.getByRole('button', { name: 'Next' }).click()
  await expect(
    main.getByRole('heading', { name: 'Where is it, and what do you notice there?' }),
  ).toBeFocused()
  await doByMouse(main, { tick: 'Swelling' })
  await expect(outcome).toContainText('Where is it?')
  // Advice that can wait comes after the question for the place, which may make it urgent.
  await expect(outcome.getByRole('article')).toHaveCount(0)
  await main.getByRole('button', { name: 'Next' }).click()
  await outcome.getByRole('button', { name: 'Say where' }).click()
  await doByMouse(main, { place: 'Left calf' })
  await expect(outcome.getByRole('article').first()).toContainText('See someone today')
  // Counts come from the journal, and Enter in a field goes on.
  for (const title of ['Does any of this apply?', 'The cramp, if there is one', 'The last weeks']) {
    await main.getByRole('button', { name: 'Next' }).click()
    await expect(main.getByRole('heading', { name: title })).toBeFocused()
  }
  await expect(main.getByLabel('Cramps in the last 4 weeks', { exact: true })).not.toHaveValue('')
  await main.getByLabel('Cramps in the last 4 weeks', { exact: true }).press('Enter')
  await expect(main.getByText('6 of 6')).toBeVisible()
  // The system's Back goes a page back as well, and keeps what was answered.
  for (let back = 0; back < 4; back++) await page.goBack()
  await expect(main.getByRole('checkbox', { name: 'Swelling', exact: true })).toBeChecked()
  await main.getByRole('button', { name: 'Back', exact: true }).click()
  await doByMouse(main, { tick: 'Short of breath' })
  await expect(outcome.getByRole('article').first()).toContainText('Emergency')
  await page.reload()
  await expect(outcome).toContainText('Answer what applies')
})

test('the relief guide shows a muscle’s steps, with figures, a timer, and what has helped', async () => {
  test.setTimeout(LOOKED_THROUGH_MS + 30_000)
  await page.getByRole('link', { name: 'Back to the plan' }).click()
  await page.getByRole('link', { name: /^Relief guide/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Relief guide' }).waitFor()
  await page.getByText('Inner thigh', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Move the leg out, slowly' })).toBeVisible()
  await expect(page.getByRole('img', { name: /knees moved slowly apart/ })).toBeVisible()
  await page.getByRole('button', { name: 'Hold 30 s, 3 times' }).first().click()
  await expect(page.getByText('Hold, 1 of 3')).toBeVisible()
  await expect(getGroup('What helped you')).toContainText(
    /Stretched: half of the cramps gone after .* \(\d+ timed uses\)/,
    {
      timeout: LOOKED_THROUGH_MS,
    },
  )
})

test('it is a click away from a cramp that is going on, whose clock runs on', async () => {
  await page.getByRole('button', { name: /^Cramp now/ }).click()
  await pickPlace(page, 'Right calf')
  await expect(page.getByRole('img', { name: /a towel looped round the forefoot/ })).toBeVisible()
  await page.getByRole('link', { name: 'See all steps at once' }).click()
  await page.getByRole('heading', { level: 1, name: 'Relief guide' }).waitFor()
  await expect(page.getByRole('heading', { name: 'Or lean against a wall' })).toBeVisible()
  const running = page.getByRole('region', { name: 'Cramp now' })
  await expect(running).toBeVisible()
  await running.getByRole('link', { name: 'Show it' }).click()
  await page.getByRole('button', { name: 'Not a cramp', exact: true }).click()
})

test('about cramps, it tells of medicines with the word to ask', async () => {
  await openScreen(page, 'Plan')
  await page.getByRole('link', { name: /^About cramps/ }).click()
  await expect(getGroup('Medicines that can go with cramps')).toContainText('Ask for a medication review')
})
