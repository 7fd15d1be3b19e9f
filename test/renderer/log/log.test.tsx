import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { makeEntry } from '../../support/make-entry.ts'
import { NOW, type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

const runners: Shoe = {
  id: 5,
  name: 'Blue runners',
  kind: 'running',
  archSupport: null,
  fit: null,
  heelMm: null,
  cushioning: null,
  insole: null,
  retired: false,
}

const at = (clock: string, date = '2026-11-20') => momentAt(date, clock, TIME_ZONE)

/** Opens a form by its single-letter shortcut. */
async function openForm(key: 'c' | 'd' | 'f' | 'a', options: PageOptions = {}) {
  const page = renderPage(options)
  await screen.findByRole('heading', { level: 2, name: /^Logged/ })
  await page.user.keyboard(key)
  const form = within(await screen.findByRole('dialog'))
  const save = () => page.user.click(form.getByRole('button', { name: 'Save' }))
  const choose = async (field: string, option: string) => {
    await page.user.click(form.getByRole('combobox', { name: field }))
    await page.user.click(await screen.findByRole('option', { name: option }))
  }
  const setTime = async (field: string, clock: string) => {
    await page.user.clear(form.getByLabelText(field))
    await page.user.type(form.getByLabelText(field), clock)
  }
  return { ...page, form, save, choose, setTime }
}

describe('a drink', () => {
  test('is stored with everything that was entered', async () => {
    const { backend, user, form, save, choose, setTime } = await openForm('d', {
      entries: [crampAt('2026-11-20', '09:30')],
    })
    await choose('Drink', 'Beer')
    await user.type(form.getByLabelText('Amount in millilitres'), '330')
    await user.type(form.getByLabelText('Alcohol in percent by volume'), '4.8')
    await setTime('Drunk at', '09:40')
    await user.click(form.getByRole('button', { name: 'More' }))
    await user.type(form.getByLabelText('Caffeine in milligrams'), '0')
    await user.click(form.getByRole('combobox', { name: 'For a cramp' }))
    await user.click(await screen.findByRole('option', { name: /Left calf/ }))
    await user.type(form.getByLabelText('Note'), 'With lunch')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(2))
    expect(backend.entries()[1]).toMatchObject({
      kind: 'fluid',
      ...at('09:40'),
      drink: 'beer',
      volumeMl: 330,
      alcoholPercent: 4.8,
      caffeineMg: 0,
      reliefOf: backend.entries()[0]?.id,
      note: 'With lunch',
    })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test.each([
    ['-200', 'Enter a number from 1 to 5000 ml.'],
    ['0', 'Enter a number from 1 to 5000 ml.'],
    ['5001', 'Enter a number from 1 to 5000 ml.'],
    ['0.5', 'Enter a number from 1 to 5000 ml.'],
  ])('of %s ml is refused at the field, and nothing is sent', async (amount, sentence) => {
    const { backend, user, form, save } = await openForm('d')
    await user.clear(form.getByLabelText('Amount in millilitres'))
    await user.type(form.getByLabelText('Amount in millilitres'), amount)
    await save()
    expect(await form.findByText(sentence)).toBeDefined()
    expect(document.activeElement).toBe(form.getByLabelText('Amount in millilitres'))
    expect(backend.calls.some(({ call }) => call === 'addEntry')).toBe(false)
  })

  test('of more than five minutes ahead is refused at the time', async () => {
    const { backend, user, form, save, setTime } = await openForm('d')
    await user.click(form.getByRole('button', { name: '250 ml' }))
    await setTime('Drunk at', '14:06')
    await save()
    expect(await form.findByText('This is in the future. Enter a time that has passed.')).toBeDefined()
    expect(backend.entries()).toHaveLength(0)
    await setTime('Drunk at', '14:05')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
  })

  test('without a time is asked for one', async () => {
    const { user, form, save } = await openForm('d')
    await user.click(form.getByRole('button', { name: '250 ml' }))
    await user.clear(form.getByLabelText('Drunk at'))
    await save()
    expect(await form.findByText('Enter a date and time.')).toBeDefined()
  })

  test('keeps everything typed when the journal refuses it, with the sentence at the field', async () => {
    const { backend, user, form, save } = await openForm('d')
    backend.failNext('addEntry', {
      code: 'invalid-input',
      message: 'No more than one cup.',
      problems: [{ field: 'caffeineMg', message: 'No more than one cup.' }],
    })
    await user.click(form.getByRole('button', { name: '250 ml' }))
    await user.type(form.getByLabelText('Note'), 'Strong')
    await save()
    const caffeine = await form.findByLabelText('Caffeine in milligrams')
    await waitFor(() => expect(caffeine.getAttribute('aria-invalid')).toBe('true'))
    expect(document.activeElement).toBe(caffeine)
    expect(form.getByLabelText('Note')).toHaveProperty('value', 'Strong')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
  })

  test('keeps everything typed when it cannot be stored at all', async () => {
    const { backend, user, form, save } = await openForm('d')
    backend.failNext('addEntry', { code: 'internal', message: 'The disk is full.' })
    await user.click(form.getByRole('button', { name: '250 ml' }))
    await save()
    expect(await form.findByText(/The disk is full/)).toBeDefined()
    expect(form.getByRole('button', { name: '250 ml' }).getAttribute('aria-pressed')).toBe('true')
  })
})

describe('a cramp', () => {
  test('is stored with everything that was entered', async () => {
    const { backend, user, form, save, choose, setTime } = await openForm('c')
    await setTime('Began at', '04:35')
    await user.click(form.getByText('About then'))
    await user.click(form.getByRole('button', { name: 'Left calf' }))
    await user.click(form.getByRole('button', { name: 'Right calf' }))
    await user.click(form.getByRole('button', { name: 'Right toes' }))
    await user.click(form.getByRole('radio', { name: '8' }))
    await user.type(form.getByLabelText('Minutes it lasted'), '3')
    await user.type(form.getByLabelText('Seconds it lasted'), '20')
    await user.click(within(form.getByRole('radiogroup', { name: 'It woke me' })).getByText('Yes'))
    await user.click(form.getByRole('button', { name: 'More' }))
    await choose('When it began I was', 'Asleep')
    await user.click(form.getByRole('button', { name: 'Add what you tried' }))
    await choose('What', 'Massaged')
    await choose('Did it help', 'Helped a little')
    await user.type(form.getByLabelText('Gone after in minutes'), '2')
    await user.click(form.getByRole('checkbox', { name: 'Twitching' }))
    await user.type(form.getByLabelText('Sore afterwards for in hours'), '5')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'cramp',
      ...at('04:35'),
      onsetPrecision: 'about',
      sites: [
        { muscle: 'calf', side: 'both' },
        { muscle: 'toes', side: 'right' },
      ],
      intensity: 8,
      durationSeconds: 200,
      wokeMe: true,
      stateAtOnset: 'asleep',
      relief: [{ technique: 'massage', helped: 'a-little', startedAfterMinutes: null, minutesToRelief: 2 }],
      symptoms: ['twitching'],
      sorenessHours: 5,
    })
  })

  test('without a place is asked for one', async () => {
    const { backend, form, save } = await openForm('c')
    await save()
    expect(await form.findByText('Choose at least one place that cramped.')).toBeDefined()
    expect(document.activeElement).toBe(form.getByRole('button', { name: 'Left toes' }))
    expect(backend.entries()).toHaveLength(0)
  })

  test('longer than a day is refused, also by its folded fields', async () => {
    const { user, form, save } = await openForm('c')
    await user.click(form.getByRole('button', { name: 'Left calf' }))
    await user.type(form.getByLabelText('Minutes it lasted'), '1441')
    await user.click(form.getByRole('button', { name: 'More' }))
    await user.type(form.getByLabelText('Sore afterwards for in hours'), '337')
    await user.click(form.getByRole('button', { name: 'Less' }))
    await save()
    expect(await form.findByText('Enter a length of at most 24 hours.')).toBeDefined()
    expect(form.getByText('Enter a whole number from 0 to 336 hours.')).toBeDefined()
  })

  test('with a note of a megabyte is told to shorten it', async () => {
    const { backend, user, form, save } = await openForm('c')
    await user.click(form.getByRole('button', { name: 'Left calf' }))
    await user.click(form.getByLabelText('Note'))
    await user.paste('x'.repeat(1_000_000))
    await save()
    expect(await form.findByText('Shorten the note to 10000 characters.')).toBeDefined()
    expect(backend.entries()).toHaveLength(0)
  })

  test('of which only the night is known is not asked for a time', async () => {
    const { backend, user, form, save } = await openForm('c')
    await user.click(form.getByText('Some time in the night'))
    expect(form.queryByLabelText('Began at')).toBeNull()
    await user.click(form.getByRole('button', { name: 'Left calf' }))
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({ onsetPrecision: 'night', at: at('03:00').at })
  })

  test('of which only the part of the day is known is listed by it, and never by a clock time', async () => {
    const { backend, user, form, save } = await openForm('c')
    await user.click(form.getByText('Less exactly'))
    expect(form.queryByLabelText('Began at')).toBeNull()
    await user.click(form.getByText('Morning'))
    expect(form.getByText('Some time between 06:00 and 12:00.')).toBeDefined()
    await user.click(form.getByRole('button', { name: 'Left calf' }))
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({ onsetPrecision: 'morning', at: at('09:00').at })
    expect(await screen.findByText('Morning')).toBeDefined()
    expect(screen.queryByText('09:00')).toBeNull()
    await user.click(await screen.findByRole('button', { name: /^Edit cramp/ }))
    const change = within(await screen.findByRole('dialog', { name: 'Change cramp' }))
    await user.click(change.getByText('At that time'))
    expect(change.getByLabelText('Began at')).toHaveProperty('value', '')
  })

  test('the places can be walked through with the arrow keys', async () => {
    const { user, form } = await openForm('c')
    form.getByRole('button', { name: 'Left toes' }).focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight} ')
    expect(form.getByRole('button', { name: 'Right calf' }).getAttribute('aria-pressed')).toBe('true')
  })
})

describe('footwear', () => {
  test('taken off earlier than put on came off the next day', async () => {
    const now = at('02:00', '2026-11-20').at
    const { backend, form, save, choose, setTime } = await openForm('f', { now: () => now, shoes: [runners] })
    await choose('Shoe', 'Blue runners')
    await setTime('Put on at', '01:00')
    await setTime('Taken off at', '00:40')
    expect(form.getByText(/^On the next day/)).toBeDefined()
    await save()
    expect(await form.findByText(/^This is in the future/)).toBeDefined()
    await setTime('Taken off at', '01:50')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({ at: at('01:00').at, takenOffAt: at('01:50').at })
  })

  test('can be of a shoe that is put into the closet on the way', async () => {
    const { backend, user, form, save } = await openForm('f')
    await user.click(form.getByRole('button', { name: 'Add a shoe' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add a shoe' }))
    await user.click(dialog.getByRole('button', { name: 'Save shoe' }))
    expect(await dialog.findByText('Enter a name for the shoe.')).toBeDefined()
    await user.type(dialog.getByLabelText('Name'), 'Old loafers')
    await user.type(dialog.getByLabelText('Heel height in millimetres'), '20')
    await user.click(dialog.getByRole('button', { name: 'Save shoe' }))
    await waitFor(() =>
      expect(form.getByRole('combobox', { name: 'Shoe' })).toHaveProperty('value', 'Old loafers'),
    )
    expect(backend.entries()).toHaveLength(0)
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.shoes()).toMatchObject([{ name: 'Old loafers', heelMm: 20, archSupport: null }])
    expect(backend.entries()[0]).toMatchObject({
      shoeId: backend.shoes()[0]?.id,
      takenOffAt: null,
      offsetMinutes: 60,
    })
  })

  test('without a shoe is asked for one', async () => {
    const { form, save } = await openForm('f')
    await save()
    expect(await form.findByText('Choose a shoe.')).toBeDefined()
  })
})

describe('an activity', () => {
  test('is stored with everything that was entered', async () => {
    const { backend, user, form, save, choose, setTime } = await openForm('a')
    await choose('What you did', 'Run')
    await user.type(form.getByLabelText('How long in minutes'), '45')
    await setTime('Started at', '12:35')
    await user.click(form.getByRole('radio', { name: '6' }))
    await user.click(form.getByRole('button', { name: 'More' }))
    await user.click(
      within(form.getByRole('radiogroup', { name: 'New or harder than usual' })).getByText('Yes'),
    )
    await choose('Sweat', 'Moderate sweat')
    await user.click(within(form.getByRole('radiogroup', { name: /^In cold water/ })).getByText('No'))
    await user.type(form.getByLabelText('Warm-up in minutes'), '5')
    await user.type(form.getByLabelText('Cool-down in minutes'), '0')
    await user.type(form.getByLabelText('Distance in kilometres'), '7.85')
    await user.type(form.getByLabelText('Climb in metres'), '120')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'activity',
      ...at('12:35'),
      activity: 'run',
      durationMinutes: 45,
      wholeDay: false,
      longestBoutMinutes: null,
      exertion: 6,
      newOrHarder: true,
      sweat: 'moderate',
      cold: false,
      warmUpMinutes: 5,
      coolDownMinutes: 0,
      distanceKm: 7.85,
      climbM: 120,
      waterTemperatureC: null,
      shoeId: null,
    })
  })

  test('that has just ended began so long ago as it took, unless somebody says otherwise', async () => {
    const { user, form, setTime } = await openForm('a')
    const [length, start] = [form.getByLabelText('How long in minutes'), form.getByLabelText('Started at')]
    await user.type(length, '45')
    expect(start).toHaveProperty('value', '13:15')
    await user.clear(length)
    expect(start).toHaveProperty('value', '14:00')
    await setTime('Started at', '12:35')
    await user.type(length, '30')
    expect(start).toHaveProperty('value', '12:35')
  })

  test('asks how warm the water was of a swim alone', async () => {
    const { backend, user, form, save, choose } = await openForm('a')
    const field = 'Water temperature in degrees Celsius'
    await user.type(form.getByLabelText('How long in minutes'), '30')
    await user.click(form.getByRole('button', { name: 'More' }))
    await choose('What you did', 'Swim')
    await user.type(form.getByLabelText(field), '9.5')
    await choose('What you did', 'Run')
    expect(form.queryByLabelText(field)).toBeNull()
    await choose('What you did', 'Swim')
    await save()
    expect(await form.findByText('That is very cold water to swim in. Is that right?')).toBeDefined()
    await user.click(form.getByRole('button', { name: 'Yes, store it' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({ activity: 'swim', waterTemperatureC: 9.5 })
  })

  test('of standing can be told for the day as a whole', async () => {
    const { backend, user, form, save, choose } = await openForm('a')
    await choose('What you did', 'Standing')
    await user.click(form.getByRole('switch', { name: /^For the day as a whole/ }))
    expect(form.queryByLabelText('Started at')).toBeNull()
    await user.type(form.getByLabelText('How long in minutes'), '300')
    await user.click(form.getByRole('button', { name: 'More' }))
    await user.type(form.getByLabelText('Longest stretch without a break in minutes'), '301')
    await save()
    expect(
      await form.findByText('The longest stretch cannot be longer than the whole activity.'),
    ).toBeDefined()
    await user.clear(form.getByLabelText('Longest stretch without a break in minutes'))
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      wholeDay: true,
      at: at('12:00').at,
      longestBoutMinutes: null,
    })
  })
})

describe('a form', () => {
  const tokyo: EntryDraft = {
    kind: 'fluid',
    ...momentAt('2026-11-20', '08:15', 'Asia/Tokyo'),
    note: '',
    drink: 'tea',
    volumeMl: 200,
    alcoholPercent: null,
    caffeineMg: null,
    reliefOf: null,
  }

  test('shows and keeps the local time of the place an entry was written down in', async () => {
    const { backend, user } = renderPage({ entries: [makeEntry(1, tokyo)] })
    await user.click(await screen.findByRole('button', { name: /^Edit tea/ }))
    const form = within(await screen.findByRole('dialog', { name: 'Change drink' }))
    expect(form.getByLabelText('Drunk at')).toHaveProperty('value', '08:15')
    await user.clear(form.getByLabelText('Drunk at'))
    await user.type(form.getByLabelText('Drunk at'), '08:45')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(backend.entries()[0]).toMatchObject(momentAt('2026-11-20', '08:45', 'Asia/Tokyo')),
    )
  })

  test('asks before it closes over something typed, and goes at once when nothing was', async () => {
    const { user, form } = await openForm('d')
    await user.type(form.getByLabelText('Note'), 'Half a thought')
    await user.keyboard('{Escape}')
    const question = within(await screen.findByRole('dialog', { name: 'Discard what you entered?' }))
    await user.click(question.getByRole('button', { name: 'Keep editing' }))
    expect(form.getByLabelText('Note')).toHaveProperty('value', 'Half a thought')

    await user.clear(form.getByLabelText('Note'))
    await user.click(form.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('lets Escape close a list that is open without closing itself', async () => {
    const { user, form } = await openForm('d')
    await user.click(form.getByRole('combobox', { name: 'Drink' }))
    await screen.findByRole('option', { name: 'Milk' })
    await user.keyboard('{Escape}')
    expect(screen.getByRole('dialog', { name: 'Log drink' })).toBeDefined()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('says under which day an entry of the small hours will stand', async () => {
    const { form, setTime } = await openForm('d')
    expect(form.queryByText(/^Before/)).toBeNull()
    await setTime('Drunk at', '02:00')
    expect(form.getByText(/^Before .* you will find this under/)).toBeDefined()
  })

  test('opens at the present moment', async () => {
    const { form } = await openForm('c')
    expect(form.getByLabelText('Began at')).toHaveProperty('value', '14:00')
    expect(NOW).toBe(at('14:00').at)
  })
})
