import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { makeEntry } from '../../support/make-entry.ts'
import { type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

const at = (clock: string, date = '2026-11-20') => momentAt(date, clock, TIME_ZONE)

/** Opens the form of a kind from the menu of all kinds. */
async function openForm(kind: string, options: PageOptions = {}) {
  const page = renderPage(options)
  await page.user.click(await screen.findByRole('button', { name: 'Add an entry' }))
  await page.user.click(await screen.findByRole('menuitem', { name: kind }))
  return { ...page, ...actOn(page.user, within(await screen.findByRole('dialog'))) }
}

function actOn(user: ReturnType<typeof renderPage>['user'], form: ReturnType<typeof within>) {
  const save = () => user.click(form.getByRole('button', { name: 'Save' }))
  const choose = async (field: string, option: string) => {
    await user.click(form.getByRole('combobox', { name: field }))
    await user.click(await screen.findByRole('option', { name: option }))
  }
  const setTime = async (field: string, clock: string) => {
    await user.clear(form.getByLabelText(field))
    await user.type(form.getByLabelText(field), clock)
  }
  const answer = (question: string, word: string) =>
    user.click(within(form.getByRole('radiogroup', { name: question })).getByText(word))
  return { form, save, choose, setTime, answer }
}

describe('stretching', () => {
  test('is stored with everything that was entered', async () => {
    const { backend, user, form, save, setTime } = await openForm('Stretching')
    await user.click(form.getByRole('checkbox', { name: 'Calf' }))
    await user.click(form.getByRole('checkbox', { name: 'Arch of the foot' }))
    await user.type(form.getByLabelText('How long in minutes'), '2.5')
    await setTime('Stretched at', '13:10')
    await user.click(form.getByRole('switch', { name: 'Before bed' }))
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'stretch',
      ...at('13:10'),
      muscles: ['arch', 'calf'],
      durationMinutes: 2.5,
      beforeBed: true,
    })
  })

  test('is stored once when the button is pressed twice', async () => {
    const { backend, user, form, setTime } = await openForm('Stretching', { route: '/today/2026-11-17' })
    await user.click(form.getByRole('checkbox', { name: 'Calf' }))
    await user.type(form.getByLabelText('How long in minutes'), '3')
    await setTime('Stretched at', '13:10')
    await user.dblClick(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(backend.calls.filter(({ call }) => call === 'addEntry')).toHaveLength(1)
  })

  test('without a muscle or a length is asked for both', async () => {
    const { backend, form, save } = await openForm('Stretching')
    await save()
    expect(await form.findByText('Choose at least one muscle.')).toBeDefined()
    expect(form.getByText('Enter a number from 0.1 to 240 minutes.')).toBeDefined()
    expect(backend.entries()).toHaveLength(0)
  })
})

describe('food', () => {
  test('is stored with servings and supplements', async () => {
    const { backend, user, form, save } = await openForm('Food and supplements')
    await user.type(form.getByLabelText('Rich in potassium in servings'), '1.5')
    await user.click(form.getByRole('button', { name: 'Supplements' }))
    await user.type(form.getByLabelText('Magnesium in milligrams, as a supplement'), '300')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      potassiumServings: 1.5,
      magnesiumServings: null,
      magnesiumSupplementMg: 300,
      calciumSupplementMg: null,
    })
  })

  test('without any amount is asked for one', async () => {
    const { backend, form, save } = await openForm('Food and supplements')
    await save()
    expect(await form.findByText('Enter at least one amount.')).toBeDefined()
    expect(backend.entries()).toHaveLength(0)
  })
})

describe('the day', () => {
  test('of which nothing is told is not stored', async () => {
    const { backend, user, form, save } = await openForm('The day')
    await save()
    expect(await form.findByText('Enter at least one thing about the day.')).toBeDefined()
    expect(backend.entries()).toHaveLength(0)
    await user.type(form.getByLabelText('Note'), 'A long flight.')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
  })

  test('is stored at its noon, and what was not said stays unknown', async () => {
    const { backend, user, form, save, choose, answer } = await openForm('The day')
    await choose('Heat', 'Hot')
    await answer('Sick with vomiting, diarrhoea or fever', 'No')
    await user.type(form.getByLabelText('Foot exercises in minutes'), '10')
    await user.click(form.getByRole('radio', { name: '3' }))
    await user.click(form.getByRole('button', { name: 'More' }))
    await choose('Colour of urine', '3, pale yellow')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'day',
      ...at('12:00'),
      heat: 'hot',
      illnessWithFluidLoss: false,
      saltAfterSweat: null,
      footExerciseMinutes: 10,
      bother: 3,
      urineColour: '3',
      maxTemperatureC: null,
    })
  })

  test('that is told already is changed, and not told twice', async () => {
    const told = makeEntry(1, {
      kind: 'day',
      ...at('12:00'),
      note: '',
      heat: 'hot',
      maxTemperatureC: null,
      illnessWithFluidLoss: null,
      saltAfterSweat: null,
      footExerciseMinutes: null,
      bother: null,
      urineColour: null,
      saltG: null,
    })
    const { backend, save, answer } = await openForm('The day', { entries: [told] })
    await answer('Sick with vomiting, diarrhoea or fever', 'No')
    await save()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(backend.entries()).toMatchObject([{ id: 1, heat: 'hot', illnessWithFluidLoss: false }])
  })

  test('is typed in Fahrenheit by somebody who reads Fahrenheit, and kept in Celsius', async () => {
    const { backend, user, form, save } = await openForm('The day', {
      profile: { ...emptyProfile, temperatureUnit: 'f' },
    })
    await user.click(form.getByRole('button', { name: 'More' }))
    const field = form.getByLabelText('Highest temperature outdoors in degrees Fahrenheit')
    await user.type(field, '200')
    await save()
    expect(await form.findByText('Enter a number from -76 to 140 °F.')).toBeDefined()
    await user.clear(field)
    await user.type(field, '86')
    await save()
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ maxTemperatureC: 30 }))
    expect(await screen.findByText(/up to 86 °F/)).toBeDefined()
  })
})

describe('a night', () => {
  test('is stored from the evening to the morning, with how it was', async () => {
    const { backend, user, form, save, choose, setTime, answer } = await openForm('The night')
    await setTime('To bed at', '22:45')
    await setTime('Up at', '06:30')
    expect(form.getByText(/^On .*20/)).toBeDefined()
    await user.click(form.getByRole('radio', { name: '6' }))
    await answer('Cold legs or feet in bed', 'Yes')
    await choose('Bedding', 'Tight over the feet')
    await choose('Position', 'On the back')
    await choose('The room felt', 'Cold')
    await user.type(form.getByLabelText('Room temperature in degrees Celsius'), '15.5')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'night',
      ...at('22:45', '2026-11-19'),
      wakeAt: at('06:30').at,
      sleepDisturbance: 6,
      coldLegs: true,
      bedding: 'tight',
      position: 'back',
      roomFeel: 'cold',
      roomTemperatureC: 15.5,
    })
  })
})

describe('a medicine', () => {
  test('that is taken already has no start: it is stored at the moment of writing, of any day', async () => {
    const { backend, user, form, save } = await openForm('Medicine')
    await save()
    expect(await form.findByText('Enter the name of the medicine.')).toBeDefined()
    await user.type(form.getByLabelText('Name'), 'Lasix 40')
    expect(form.getByText('Water tablet, loop diuretic')).toBeDefined()
    expect(form.queryByLabelText('From')).toBeNull()
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'medication',
      name: 'Lasix 40',
      medicineClass: 'diuretic-loop',
      change: 'taking',
    })
    expect(await screen.findByText('Lasix 40: already taken')).toBeDefined()
  })

  test('of an unknown name is something else, unless its kind is chosen, which the name then leaves', async () => {
    const { backend, user, form, save, choose } = await openForm('Medicine')
    await user.type(form.getByLabelText('Name'), 'Wonderol')
    expect(form.getByText('Something else')).toBeDefined()
    await user.click(form.getByRole('button', { name: 'Choose its kind' }))
    await choose('Kind of medicine', 'Statin (for cholesterol)')
    await user.type(form.getByLabelText('Name'), ' ramipril')
    await choose('What to write down', 'Dose raised')
    await user.type(form.getByLabelText('Dose'), '20 mg')
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'medication',
      name: 'Wonderol ramipril',
      medicineClass: 'statin',
      change: 'dose-up',
      dose: '20 mg',
    })
    expect(await screen.findByText('Wonderol ramipril: dose raised')).toBeDefined()
  })
})

describe('a cramp', () => {
  test('asks what worries only somebody whom something worried', async () => {
    const { backend, user, form, save } = await openForm('Cramp')
    await user.click(form.getByRole('button', { name: 'Left calf' }))
    await user.click(form.getByRole('button', { name: 'More' }))
    expect(form.queryByRole('group', { name: 'Does any of this apply?' })).toBeNull()
    await user.click(form.getByRole('button', { name: 'Anything else that worried you?' }))
    await user.click(form.getByRole('checkbox', { name: 'Brown or cola-coloured urine' }))
    await user.click(form.getByRole('checkbox', { name: 'Swelling' }))
    await user.click(form.getByRole('checkbox', { name: 'Hard work or sport in the heat today' }))
    await user.click(form.getByRole('checkbox', { name: 'A long journey in the last 4 weeks' }))
    await save()
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      symptoms: ['swelling', 'dark-urine'],
      circumstances: ['long-travel', 'exertion-in-heat'],
    })
  })

  test('that waited for its details has them once its form is saved', async () => {
    const waiting = crampAt('2026-11-20', '04:20', {
      sites: [],
      needsDetails: true,
      relievedByRest: 'yes',
      circumstances: ['new-today'],
      symptoms: ['saddle-numbness'],
    })
    const { backend, user } = renderPage({ entries: [waiting] })
    await user.click(await screen.findByRole('button', { name: /^Edit cramp/ }))
    const { form, save } = actOn(user, within(await screen.findByRole('dialog', { name: 'Change cramp' })))
    await user.click(form.getByRole('button', { name: 'Right arm' }))
    await save()
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ needsDetails: false }))
    expect(backend.entries()[0]).toMatchObject({
      sites: [{ muscle: 'arm', side: 'right' }],
      relievedByRest: 'yes',
      circumstances: ['new-today'],
      symptoms: ['saddle-numbness'],
    })
  })
})

describe('what is unlikely', () => {
  test('is asked about at its field, and stored once somebody says so', async () => {
    const { backend, user, form, save } = await openForm('Drink')
    await user.clear(form.getByLabelText('Amount in millilitres'))
    await user.type(form.getByLabelText('Amount in millilitres'), '1500')
    await save()
    expect(await form.findByText('That is a lot for one drink. Is the amount right?')).toBeDefined()
    expect(form.getByLabelText('Amount in millilitres').getAttribute('aria-invalid')).not.toBe('true')
    expect(backend.entries()).toHaveLength(0)
    await user.click(form.getByRole('button', { name: 'Yes, store it' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ volumeMl: 1500 }))
  })

  test('is asked again when it was changed to something else unlikely', async () => {
    const { backend, user, form, save } = await openForm('Stretching')
    await user.click(form.getByRole('checkbox', { name: 'Calf' }))
    await user.type(form.getByLabelText('How long in minutes'), '90')
    await save()
    await form.findByText(/^More than an hour of stretching/)
    await user.clear(form.getByLabelText('How long in minutes'))
    await user.type(form.getByLabelText('How long in minutes'), '95')
    expect(form.queryByText(/^More than an hour of stretching/)).toBeNull()
    await save()
    await form.findByText(/^More than an hour of stretching/)
    expect(backend.entries()).toHaveLength(0)
  })

  test('counts in what else was drunk on that day', async () => {
    const litres = [9, 11, 13].map((hour, index) =>
      makeEntry(index + 1, {
        kind: 'fluid',
        ...at(`${String(hour).padStart(2, '0')}:00`),
        note: '',
        drink: 'tea',
        volumeMl: 1000,
        alcoholPercent: null,
        caffeineMg: null,
        reliefOf: null,
      }),
    )
    const { user, form, save, choose } = await openForm('Drink', { entries: litres })
    await choose('Drink', 'Milk')
    await user.clear(form.getByLabelText('Amount in millilitres'))
    await user.type(form.getByLabelText('Amount in millilitres'), '1000')
    await save()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('button', { name: 'Add an entry' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Drink' }))
    const again = actOn(user, within(await screen.findByRole('dialog')))
    await user.clear(again.form.getByLabelText('Amount in millilitres'))
    await user.type(again.form.getByLabelText('Amount in millilitres'), '100')
    await again.save()
    expect(await again.form.findByText(/That makes a great deal to drink in one day/)).toBeDefined()
  })
})

describe('what was typed', () => {
  test('is still there after going elsewhere, and can be thrown away', async () => {
    const first = await openForm('Drink')
    await first.user.type(first.form.getByLabelText('Note'), 'Half a thought')
    // Simulates a restart: a new page with the same local storage.
    cleanup()
    const { backend, user, form, save } = await openForm('Drink')
    expect(form.getByLabelText('Note')).toHaveProperty('value', 'Half a thought')
    expect(form.getByText(/^You started this/)).toBeDefined()
    await user.clear(form.getByLabelText('Amount in millilitres'))
    await user.type(form.getByLabelText('Amount in millilitres'), '180')
    await user.click(form.getByRole('button', { name: 'Start afresh' }))
    expect(form.getByLabelText('Note')).toHaveProperty('value', '')
    expect(form.getByLabelText('Amount in millilitres')).toHaveProperty('value', '250')
    expect(form.queryByText(/^You started this/)).toBeNull()
    expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true)
    await user.clear(form.getByLabelText('Amount in millilitres'))
    await user.type(form.getByLabelText('Amount in millilitres'), '300')
    await save()
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ volumeMl: 300, note: '' }))
    expect(window.localStorage.getItem('unknot-form own fluid new')).toBeNull()
  })

  test('is forgotten when it is discarded', async () => {
    const { user, form } = await openForm('Drink')
    await user.type(form.getByLabelText('Note'), 'Half a thought')
    expect(window.localStorage.getItem('unknot-form own fluid new')).toMatch(/Half a thought/)
    await user.click(form.getByRole('button', { name: 'Cancel' }))
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(window.localStorage.getItem('unknot-form own fluid new')).toBeNull()
  })

  test('in a form of another version is left alone', async () => {
    window.localStorage.setItem(
      'unknot-form own fluid new',
      JSON.stringify({ keptAt: 0, values: { litres: 3 } }),
    )
    const { form } = await openForm('Drink')
    expect(form.queryByText(/^You started this/)).toBeNull()
    expect(form.getByLabelText('Amount in millilitres')).toHaveProperty('value', '250')
  })
})

test('volumes are shown and typed in fluid ounces by somebody who reads them, and kept in millilitres', async () => {
  const { backend, user, form, save } = await openForm('Drink', {
    profile: { ...emptyProfile, volumeUnit: 'fl-oz-us' },
  })
  await user.clear(form.getByLabelText('Amount in US fluid ounces'))
  await user.type(form.getByLabelText('Amount in US fluid ounces'), '12.5')
  await save()
  await waitFor(() => expect(backend.entries()[0]).toMatchObject({ volumeMl: 369.67 }))
  expect(await screen.findByText('Water, 12.5 fl oz')).toBeDefined()
})

test('pickle brine is logged by name, with the salt warning beside it', async () => {
  const { backend, user, form, save, choose, setTime } = await openForm('Cramp')
  await user.click(form.getByRole('button', { name: 'Left calf' }))
  await setTime('Began at', '13:00')
  await user.click(form.getByRole('button', { name: 'More' }))
  await user.click(form.getByRole('button', { name: 'Add what you tried' }))
  expect(form.queryByText('Brine is very salty.')).toBeNull()
  await choose('What', 'Pickle brine')
  expect(form.getByText('Brine is very salty.')).toBeDefined()
  await save()
  await waitFor(() =>
    expect(backend.entries()).toMatchObject([{ relief: [{ technique: 'pickle-brine', helped: null }] }]),
  )
})

test('what was tried against a cramp is stored with when it was begun and how soon it helped', async () => {
  const { backend, user, form, save, choose, setTime } = await openForm('Cramp')
  await user.click(form.getByRole('button', { name: 'Left calf' }))
  await setTime('Began at', '13:00')
  await user.click(form.getByRole('button', { name: 'More' }))
  await user.click(form.getByRole('button', { name: 'Add what you tried' }))
  await choose('Did it help', 'Helped')
  await user.type(form.getByLabelText('Started after in minutes of the cramp'), '1')
  await user.type(form.getByLabelText('Gone after in minutes'), '2')
  await save()
  await waitFor(() =>
    expect(backend.entries()).toMatchObject([
      { relief: [{ technique: 'stretch', helped: 'yes', startedAfterMinutes: 1, minutesToRelief: 2 }] },
    ]),
  )
})
