/** Refusals: invalid input gets a sentence at its field, and nothing is stored. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import type { JournalApi } from '../../shared/contract.ts'
import type { EntryDraft } from '../../shared/kinds/entry.ts'
import { plainOrder } from '../../shared/report/order.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { clockTime, momentOfInstant } from '../../shared/time/time-zone.ts'
import { shareApp } from './app.ts'
import { discardForm, getCard, getForm, passWelcome } from './person.ts'
import { readStoredRows } from './stored-rows.ts'
import { statedAt, timeZone } from './surroundings.ts'

declare global {
  interface Window {
    unknot: JournalApi
  }
}

const app = shareApp()
let page: Page
let before: Record<string, unknown[]>

test.beforeAll(async () => {
  page = app().page
  await passWelcome(page)
  const card = getCard(page, 'Footwear')
  await card.getByRole('button', { name: 'Add a shoe' }).click()
  await page.getByLabel('Name').fill('Red clogs')
  await page.getByRole('button', { name: 'Save shoe' }).click()
  await expect(card.getByRole('button', { name: 'Put on Red clogs' })).toBeVisible()
})

test.beforeEach(async () => {
  await page.reload()
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  before = readStoredRows(app().userData)
})

test.afterEach(async () => {
  expect(readStoredRows(app().userData)).toEqual(before)
  await discardForm(page)
})

/** Presses Save and expects `sentence` at `field`, the focus there, and the form still open. */
async function expectRefusal(field: Locator, sentence: string): Promise<void> {
  await getForm(page).getByRole('button', { name: 'Save' }).click()
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replaceAll('.', '\\.')))
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(getForm(page)).toBeVisible()
}

for (const [amount, what] of [
  ['-250', 'less than nothing'],
  ['0', 'nothing'],
  ['5001', 'more than anybody drinks at once'],
  ['0.5', 'half a millilitre'],
  ['', 'no amount'],
] as const)
  test(`a drink of ${what}`, async () => {
    await getCard(page, 'Drinks').getByRole('button', { name: 'Other drink' }).click()
    const field = getForm(page).getByLabel('Amount')
    await field.fill(amount)
    await expectRefusal(field, 'Enter a number from 1 to 5000 ml.')
    // The typed text is kept for correction.
    await expect(field).toHaveValue(amount)
  })

test('a shoe taken off the minute it was put on', async () => {
  await getCard(page, 'Footwear').getByRole('button', { name: 'Other shoe' }).click()
  const form = getForm(page)
  await form.getByRole('combobox', { name: 'Shoe' }).click()
  await page.getByRole('option', { name: 'Red clogs' }).click()
  await form.getByLabel('Put on at').fill('14:00')
  await form.getByLabel('Taken off at').fill('14:00')
  await expectRefusal(form.getByLabel('Taken off at'), 'The shoe must be taken off after it was put on.')
})

test('a shoe taken off before it was put on, which would be tomorrow', async () => {
  await getCard(page, 'Footwear').getByRole('button', { name: 'Other shoe' }).click()
  const form = getForm(page)
  await form.getByRole('combobox', { name: 'Shoe' }).click()
  await page.getByRole('option', { name: 'Red clogs' }).click()
  await form.getByLabel('Put on at').fill('14:00')
  await form.getByLabel('Taken off at').fill('13:00')
  await expectRefusal(form.getByLabel('Taken off at'), 'This is in the future.')
})

test('a longest stretch that is longer than the whole', async () => {
  await getCard(page, 'Activity').getByRole('button', { name: 'Log standing' }).click()
  const form = getForm(page)
  await form.getByRole('textbox', { name: 'How long' }).fill('60')
  await form.getByRole('button', { name: 'More' }).click()
  await form.getByLabel('Longest stretch').fill('61')
  await expectRefusal(
    form.getByLabel('Longest stretch'),
    'The longest stretch cannot be longer than the whole activity.',
  )
})

test('a cramp tomorrow, or later today', async () => {
  const card = getCard(page, 'Cramps')
  await card.getByRole('button', { name: 'Left calf', exact: true }).click()
  await card.getByRole('button', { name: 'Add details' }).click()
  const form = getForm(page)
  await form.getByRole('button', { name: 'Open the calendar' }).click()
  await expectNoTomorrow()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Previous month' })).toBeHidden()
  if (!isTimeAhead()) return
  await form.getByLabel('Began at').fill('23:59')
  await expectRefusal(form.getByLabel('Began at'), 'This is in the future. Enter a time that has passed.')
})

/** True when 23:59 of the day in view is in the future by at least 9 min (clocks differ), and not in the small hours. */
function isTimeAhead(): boolean {
  const time = clockTime(momentOfInstant(app().now(), timeZone))
  return time >= '04:00' && time < '23:50'
}

/** Expects that the calendar offers no day after today: neither in this month nor, on its last day, in the next. */
async function expectNoTomorrow(): Promise<void> {
  const today = calendarDate(momentOfInstant(app().now(), timeZone))
  const tomorrow = addDays(today, 1)
  const name = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(tomorrow),
  )
  const beyond = tomorrow.slice(0, 7) === today.slice(0, 7) ? name : 'Next month'
  await expect(page.getByRole('button', { name: beyond, exact: true })).toBeDisabled()
}

test('a cramp nowhere', async () => {
  await expect(getCard(page, 'Cramps').getByRole('group', { name: 'Where' })).toBeVisible()
  await expect(getCard(page, 'Cramps').getByRole('button', { name: 'Save cramp' })).toHaveCount(0)
  await getCard(page, 'Cramps').getByRole('button', { name: 'Add details' }).click()
  await getForm(page).getByRole('button', { name: 'Save' }).click()
  const places = getForm(page).getByRole('group', { name: 'Where it cramped' })
  await expect(places).toHaveAccessibleDescription('Choose at least one place that cramped.')
})

test('a note of ten times its length', async () => {
  await getCard(page, 'Drinks').getByRole('button', { name: 'Other drink' }).click()
  const form = getForm(page)
  await form.getByLabel('Amount').fill('250')
  // Longer notes, which Chromium takes many seconds to lay out, are refused to the page's calls in test/fuzz.
  await form.getByLabel('Note').fill('a'.repeat(100_000))
  await expectRefusal(form.getByLabel('Note'), 'Shorten the note to 10000 characters.')
})

/** Valid drink, which each case below changes in one field. */
const soundDrink = {
  kind: 'fluid',
  at: statedAt - 3_600_000,
  offsetMinutes: 0,
  note: '',
  drink: 'water',
  volumeMl: 250,
  alcoholPercent: null,
  caffeineMg: null,
  reliefOf: null,
} as const satisfies EntryDraft

/** Calls that a page could send without the forms, each with an input that violates the contract. */
const wrongShapes: readonly [what: string, call: keyof JournalApi, input: unknown][] = [
  ['nothing', 'addEntry', undefined],
  ['null', 'addEntry', null],
  ['a text', 'addEntry', 'water'],
  ['a list', 'addEntry', [soundDrink]],
  ['an empty object', 'addEntry', {}],
  ['a kind that does not exist', 'addEntry', { ...soundDrink, kind: 'potion' }],
  ['a field too many', 'addEntry', { ...soundDrink, admin: true }],
  ['a field too few', 'addEntry', { ...soundDrink, note: undefined }],
  ['a number as text', 'addEntry', { ...soundDrink, volumeMl: '250' }],
  ['no number', 'addEntry', { ...soundDrink, volumeMl: Number.NaN }],
  ['infinity', 'addEntry', { ...soundDrink, volumeMl: Number.POSITIVE_INFINITY }],
  ['less than nothing', 'addEntry', { ...soundDrink, volumeMl: -250 }],
  ['a moment in the year 3000', 'addEntry', { ...soundDrink, at: Date.UTC(3000, 0, 1) }],
  ['tomorrow', 'addEntry', { ...soundDrink, at: statedAt + 86_400_000 }],
  ['a note of a megabyte', 'addEntry', { ...soundDrink, note: 'a'.repeat(1_048_576) }],
  ['a cramp that is not there', 'addEntry', { ...soundDrink, reliefOf: 999 }],
  ['a text for an id', 'deleteEntry', { id: '1' }],
  ['a piece of SQL for an id', 'changeEntry', { id: '1; drop table entry', draft: soundDrink }],
  ['a date that does not exist', 'setCheckIn', { date: '2026-02-30', kind: 'fluid', complete: true }],
  ['a shoe without a name', 'addShoe', { name: '  ', kind: 'trainer' }],
  [
    'a period the wrong way round',
    'getReport',
    { fromDate: '2026-11-20', toDate: '2026-11-01', paper: 'A4', ...plainOrder },
  ],
  ['a name of a megabyte', 'changeProfile', { name: 'a'.repeat(1_048_576) }],
]

test('a call of the wrong shape is invalid input, and changes nothing', async () => {
  for (const [what, call, input] of wrongShapes) {
    const reply = await page.evaluate(
      ([name, given]) => {
        const ask = window.unknot[name] as (input: unknown) => Promise<unknown>
        return ask(given)
      },
      [call, input] as const,
    )
    const refusal = {
      ok: false,
      failure: { code: 'invalid-input', message: expect.stringMatching(/./), problems: expect.any(Array) },
    }
    expect.soft(reply, `${call} with ${what}`).toMatchObject(refusal)
    expect.soft(readStoredRows(app().userData), `${call} with ${what}`).toEqual(before)
  }
})

test('footwear that ends before it begins, past the form', async () => {
  const at = statedAt - 3_600_000
  const draft = {
    kind: 'footwear',
    at,
    offsetMinutes: 0,
    note: '',
    shoeId: 1,
    takenOffAt: at - 60_000,
  } as const
  const reply = await page.evaluate(given => window.unknot.addEntry(given), draft)
  expect(reply).toMatchObject({
    ok: false,
    failure: {
      code: 'invalid-input',
      problems: [{ field: 'takenOffAt', message: 'The shoe must be taken off after it was put on.' }],
    },
  })
})

test('a change of an entry that is not there', async () => {
  const reply = await page.evaluate(
    draft => window.unknot.changeEntry({ id: 12345, draft }),
    soundDrink as EntryDraft,
  )
  expect(reply).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})
