/** Every kind of entry, logged by mouse and by keyboard alone, then edited, deleted and completed. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { calendarDate, MS_PER_HOUR } from '../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../shared/time/time-zone.ts'
import { shareApp } from './app.ts'
import { doByKeyboard, doByMouse, type FormStep, pickFromMenu, tabTo } from './form-steps.ts'
import {
  addShoe,
  getCard,
  getEntries,
  getForm,
  openCard,
  openScreen,
  passWelcome,
  pressEscapeIn,
} from './person.ts'
import { specClock, timeZone } from './surroundings.ts'

// Serial: the days fill up from test to test.
test.describe.configure({ mode: 'serial' })

const app = shareApp()
let page: Page

test.beforeAll(async () => {
  page = app().page
  await passWelcome(page)
  await addShoe(page, 'Red clogs')
  await openScreen(page, 'Settings')
  // Food is tracked only after it was switched on.
  await page.getByText('Food and supplements', { exact: true }).click()
})

interface KindWords {
  /** Name in the list of kinds. */
  kind: string
  /** Shortcut key of its form. */
  key: string
  steps: readonly FormStep[]
  /** Text of its row in the day, without the time; of the night by the date on which its form is opened. */
  line: string | ((date: CalendarDate) => string)
  time: string
  /** The night of a day begins on the evening before, so its row is in the day before. */
  isOfDayBefore?: true
}

/** Time in bed from 23:00 to 06:30 of the date: an hour more or less where clocks change in that night. */
function timeInBed(date: CalendarDate): string {
  const [toBed, up] = [momentAt(addDays(date, -1), '23:00', timeZone), momentAt(date, '06:30', timeZone)]
  return `${Math.floor((up.at - toBed.at) / MS_PER_HOUR)} h 30 min`
}

const kinds: readonly KindWords[] = [
  {
    kind: 'Cramp',
    key: 'c',
    steps: [
      { place: 'Left calf' },
      { answer: '6', to: 'How strong' },
      { type: '4', into: 'Minutes it lasted' },
      { answer: 'Yes', to: 'It woke me' },
      { time: '12:10', into: 'Began at' },
    ],
    line: 'Left calf6 of 10 · 4 min · woke me',
    time: '12:10',
  },
  {
    kind: 'Drink',
    key: 'd',
    steps: [
      { choose: 'Milk', from: 'Drink' },
      { type: '333', into: 'Amount' },
      { time: '12:20', into: 'Drunk at' },
    ],
    line: 'Milk, 333 ml',
    time: '12:20',
  },
  {
    kind: 'Footwear',
    key: 'f',
    steps: [
      { choose: 'Red clogs', from: 'Shoe' },
      { time: '08:00', into: 'Put on at' },
      { time: '09:30', into: 'Taken off at' },
    ],
    line: 'Red clogsuntil 09:30, 1 h 30 min',
    time: '08:00',
  },
  {
    kind: 'Activity',
    key: 'a',
    steps: [
      { choose: 'Cycling', from: 'What you did' },
      { type: '40', into: 'How long' },
      { time: '10:30', into: 'Started at' },
      { answer: '5', to: 'How hard it felt overall' },
    ],
    line: 'Cycling40 min · exertion 5 of 10',
    time: '10:30',
  },
  {
    kind: 'Stretching',
    key: 's',
    steps: [
      { tick: 'Calf' },
      { type: '3', into: 'How long' },
      { time: '11:00', into: 'Stretched at' },
      { flip: 'Before bed' },
    ],
    line: 'Stretched before bed3 min · calf',
    time: '11:00',
  },
  {
    kind: 'Food and supplements',
    key: 'p',
    steps: [
      { type: '2', into: 'Rich in magnesium' },
      { time: '11:30', into: 'Eaten at' },
    ],
    line: 'Food and supplements2 rich in magnesium',
    time: '11:30',
  },
  {
    kind: 'The day',
    key: 'h',
    steps: [
      { choose: 'Hot', from: 'Heat' },
      { answer: 'Yes', to: 'Something salty or an electrolyte drink after sweating' },
    ],
    line: 'The dayhot · salty after sweat',
    time: 'All day',
  },
  {
    kind: 'The night',
    key: 'b',
    steps: [
      { time: '23:00', into: 'To bed at' },
      { time: '06:30', into: 'Up at' },
      { answer: 'Yes', to: 'Cold legs or feet in bed' },
    ],
    line: date => `The nightup at 06:30, ${timeInBed(date)} in bed · cold legs`,
    time: '23:00',
    isOfDayBefore: true,
  },
  {
    kind: 'Medicine',
    key: 'm',
    steps: [
      { type: 'Atorvastatin', into: 'Name' },
      { choose: 'Started', from: 'What to write down' },
      { type: '20 mg', into: 'Dose' },
      { time: '09:45', into: 'From' },
    ],
    line: 'Atorvastatin: started20 mg · Statin (for cholesterol)',
    time: '09:45',
  },
  {
    kind: 'As-needed dose',
    key: 'x',
    steps: [
      { type: 'Ibuprofen', into: 'Name' },
      { type: '400 mg', into: 'How much' },
      { time: '10:20', into: 'Taken at' },
    ],
    line: 'Ibuprofen, 400 mg',
    time: '10:20',
  },
]

const save = (form: Locator) => form.getByRole('button', { name: 'Save' })

/** Opens today, or the day before it. */
async function openDay(name: 'Today' | 'Yesterday') {
  await openScreen(page, 'Today')
  if (name === 'Yesterday') await page.keyboard.press('[')
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

async function expectInDay({ line: words, time, isOfDayBefore }: KindWords, name: 'Today' | 'Yesterday') {
  const today = calendarDate(momentOfInstant(specClock.now(), timeZone))
  const line = typeof words === 'string' ? words : words(name === 'Today' ? today : addDays(today, -1))
  await getForm(page).waitFor({ state: 'detached' })
  if (isOfDayBefore) await page.getByRole('button', { name: 'Previous day' }).click()
  await expect(getEntries(page).filter({ hasText: line })).toHaveText([`${time}${line}`])
}

for (const words of kinds)
  test(`${words.kind}, by mouse`, async () => {
    await openDay('Today')
    await page.getByRole('button', { name: 'Add an entry' }).click()
    await page.getByRole('menuitem', { name: words.kind, exact: true }).click()
    const form = getForm(page)
    for (const step of words.steps) await doByMouse(form, step)
    await save(form).click()
    await expectInDay(words, 'Today')
  })

// Yesterday, a day without entries of the mouse tests; the night logged there belongs to the day before it.
for (const words of kinds)
  test(`${words.kind}, by keyboard alone`, async () => {
    // A list that opens under the pointer would take its position for a hover.
    await page.mouse.move(0, 0)
    await openDay('Yesterday')
    await page.keyboard.press(words.key)
    const form = getForm(page)
    // The form has taken the focus.
    await expect(form.locator(':focus')).toHaveCount(1)
    for (const step of words.steps) await doByKeyboard(form, step)
    await tabTo(save(form))
    await page.keyboard.press('Enter')
    await expectInDay(words, 'Yesterday')
  })

test('the list of kinds opens a form by keyboard alone', async () => {
  await page.mouse.move(0, 0)
  await openDay('Today')
  await tabTo(page.getByRole('button', { name: 'Add an entry' }))
  await pickFromMenu(page, 'Stretching')
  await expect(getForm(page).getByText('Calf', { exact: true })).toBeVisible()
  await pressEscapeIn(getForm(page))
})

test('stretching can be changed', async () => {
  await openDay('Today')
  await page.getByRole('button', { name: /^Edit stretched before bed/ }).click()
  await doByMouse(getForm(page), { tick: 'Shin' })
  await doByMouse(getForm(page), { type: '5', into: 'How long' })
  await save(getForm(page)).click()
  await expect(getEntries(page).filter({ hasText: 'Stretched' })).toHaveText([
    '11:00Stretched before bed5 min · calf · shin',
  ])
})

test('food can be deleted, and brought back', async () => {
  const food = getEntries(page).filter({ hasText: 'Food and supplements' })
  await page.getByRole('button', { name: /^Delete food and supplements/ }).click()
  await expect(food).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(food).toHaveText(['11:30Food and supplements2 rich in magnesium'])
})

test('a second night of the same evening is told to change the first, and nothing is lost', async () => {
  await page.getByRole('button', { name: 'Add an entry' }).click()
  await page.getByRole('menuitem', { name: 'The night', exact: true }).click()
  const form = getForm(page)
  await doByMouse(form, { time: '22:00', into: 'To bed at' })
  await save(form).click()
  await expect(form.getByLabel('To bed at')).toHaveAccessibleDescription(
    /There is already an entry for this night. Change that one./,
  )
  await expect(form.getByLabel('To bed at')).toHaveValue('22:00')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
})

test('what is true of the whole day stands first', async () => {
  await expect(getEntries(page).first()).toContainText('All dayThe day')
})

test('habits and food are a click each', async () => {
  const entries = await getEntries(page).count()
  await openCard(page, 'Food')
  await getCard(page, 'Food').getByRole('button', { name: 'A serving rich in potassium' }).click()
  await expect(getEntries(page).filter({ hasText: '1 rich in potassium' })).toHaveCount(1)
  const habits = getCard(page, 'Habits')
  await expect(habits.getByRole('button', { name: 'Hot day' })).toHaveAttribute('aria-pressed', 'true')
  await habits.getByRole('button', { name: 'Foot exercises' }).click()
  await expect(getEntries(page).filter({ hasText: 'The day' })).toHaveText([
    'All dayThe dayhot · salty after sweat · foot exercises, 5 min',
  ])
  // The day has one entry for all of its facts.
  await expect(getEntries(page)).toHaveCount(entries + 1)
})

test('each kind can be said to be complete, and that can be taken back', async () => {
  for (const name of ['Stretching', 'The day', 'Food'])
    await page.getByRole('button', { name: `${name}: That is everything for today` }).click()
  const takeBack = page.getByRole('button', { name: /^Take back: / })
  await expect(takeBack).toHaveCount(3)
  await page.reload()
  await expect(takeBack).toHaveCount(3)
  await page.getByRole('button', { name: 'Take back: Food, Complete for today' }).click()
  await expect(takeBack).toHaveCount(2)
})

test('a gap of an earlier day is asked about, and goes with its answer', async () => {
  const gaps = page.getByRole('complementary', { name: 'What is not known yet' })
  await expect(gaps).toContainText('Was that everything yesterday?')
  // Kinds logged on that day are complete and not asked about; drinks and food are not completed by an entry.
  const answers = gaps.getByRole('button', { name: /^No / })
  await expect(answers).toHaveText(['No more drinks', 'No more of that food'])
  await answers.first().click()
  await expect(answers).toHaveText(['No more of that food'])
  await openDay('Yesterday')
  await expect(getCard(page, 'Drinks')).toContainText('Complete for this day')
  await openDay('Today')
  await gaps.getByRole('button', { name: 'Not now' }).click()
  await expect(gaps).toBeHidden()
})
