/** Keyboard use of forms: initial focus, Enter on preselected values, and the submit shortcut. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { makeEntry } from '../../support/make-entry.ts'
import type { TestBackend } from '../../support/test-backend.ts'
import { type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

const at = (clock: string, date = '2026-11-20') => momentAt(date, clock, TIME_ZONE)

async function pressOnToday(keys: string, options: PageOptions = {}) {
  const page = renderPage(options)
  await screen.findByRole('region', { name: 'Cramps' })
  await page.user.keyboard(keys)
  return page
}

function getSelectedText(): string {
  const input = document.activeElement
  if (!(input instanceof HTMLInputElement)) return ''
  return input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)
}

const tea = { drink: 'tea', volumeMl: 300, alcoholPercent: null, caffeineMg: 40 } as const
const clogs = {
  id: 4,
  name: 'Red clogs',
  kind: 'slipper',
  archSupport: null,
  fit: null,
  heelMm: null,
  cushioning: null,
  insole: null,
  retired: false,
} as const
const sandals = { ...clogs, id: 5, name: 'Sandals', kind: 'sandal' } as const

describe('a form opens with the focus on its first field', () => {
  test.each([
    ['c', () => screen.getAllByRole('button', { name: 'Left toes' }).at(-1)],
    ['d', () => screen.getByRole('textbox', { name: /^Amount/ })],
    // Without a shoe in the closet there is one thing to do.
    ['f', () => within(screen.getByRole('dialog')).getByRole('button', { name: 'Add a shoe' })],
    ['a', () => screen.getByRole('textbox', { name: /^How long/ })],
    ['s', () => screen.getByRole('checkbox', { name: 'Toes' })],
    ['p', () => screen.getByRole('textbox', { name: /^Rich in potassium/ })],
    ['h', () => screen.getByRole('combobox', { name: 'Heat' })],
    ['b', () => screen.getByLabelText('To bed at')],
    ['m', () => screen.getByRole('textbox', { name: 'Name' })],
    ['x', () => screen.getByRole('textbox', { name: 'Name' })],
  ])('%s', async (key, getField) => {
    await pressOnToday(key)
    await screen.findByRole('dialog', { name: /^Log / })
    await waitFor(() => expect(document.activeElement).toBe(getField()))
  })
})

describe('a second key stores what is usual', () => {
  const yesterday = (clock: string) => ({ ...at(clock, '2026-11-19'), note: '' })
  const teas = [9, 10].map(id =>
    makeEntry(id, { kind: 'fluid', ...yesterday('15:00'), ...tea, reliefOf: null }),
  )
  const wear = (id: number, shoeId: number, clock: string) =>
    makeEntry(id, {
      kind: 'footwear',
      ...yesterday(clock),
      shoeId,
      takenOffAt: yesterday(clock).at + 60 * 60_000,
    })
  const listNew = (backend: TestBackend) => backend.entries().filter(({ id }) => id > 10)

  test('the drink: it is shown, and Enter stores it', async () => {
    const { backend, user } = await pressOnToday('d', { entries: teas })
    const form = within(await screen.findByRole('dialog', { name: 'Log drink' }))
    expect(form.getByRole('combobox', { name: 'Drink' })).toHaveProperty('value', 'Tea')
    await waitFor(() => expect(document.activeElement).toBe(form.getByLabelText(/^Amount/)))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(listNew(backend)).toMatchObject([{ kind: 'fluid', ...tea, ...at('14:00') }]))
  })

  test('and another amount is typed over it', async () => {
    const { backend, user } = await pressOnToday('d', { entries: teas })
    await screen.findByRole('dialog', { name: 'Log drink' })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Amount/)))
    // Selected, so that the first key replaces it.
    await waitFor(() => expect(getSelectedText()).toBe('300'))
    await user.keyboard('150{Enter}')
    await waitFor(() => expect(listNew(backend)).toMatchObject([{ drink: 'tea', volumeMl: 150 }]))
  })

  test('the shoe that is worn most, unless it is on: then the next', async () => {
    const { backend, user } = await pressOnToday('f', {
      shoes: [clogs, sandals],
      entries: [wear(1, 5, '08:00'), wear(2, 4, '10:00'), wear(10, 5, '12:00')],
    })
    await screen.findByRole('dialog', { name: 'Log footwear' })
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Shoe' })).toHaveProperty('value', 'Sandals'),
    )
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Put on at')))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(listNew(backend)).toMatchObject([{ kind: 'footwear', shoeId: 5 }]))
    await screen.findByRole('button', { name: 'Take off Sandals' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('f')
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Shoe' })).toHaveProperty('value', 'Red clogs'),
    )
  })

  test('the stretching: before bed only in the evening', async () => {
    const usual = { kind: 'stretch', muscles: ['calf', 'arch'], durationMinutes: 4 } as const
    const { backend, user } = await pressOnToday('s', {
      entries: [
        makeEntry(10, { ...usual, muscles: [...usual.muscles], ...yesterday('22:30'), beforeBed: true }),
      ],
    })
    await screen.findByRole('dialog', { name: 'Log stretching' })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Toes' })))
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(listNew(backend)).toMatchObject([{ kind: 'stretch', durationMinutes: 4, beforeBed: false }]),
    )
  })

  test('without a habit stores the first drink on offer, which is seen and replaced by typing', async () => {
    const { backend, user } = await pressOnToday('d')
    await screen.findByRole('dialog', { name: 'Log drink' })
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Amount/)))
    expect(getSelectedText()).toBe('250')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(backend.entries()).toMatchObject([{ drink: 'water', volumeMl: 250 }]))
  })
})

describe('a habit is two keys', () => {
  test.each([
    ['tf', { kind: 'day', footExerciseMinutes: 5 }],
    ['ts', { kind: 'day', saltAfterSweat: true }],
    ['th', { kind: 'day', heat: 'hot' }],
    ['ti', { kind: 'day', illnessWithFluidLoss: true }],
    ['tb', { kind: 'stretch', beforeBed: true }],
  ])('%s', async (keys, expected) => {
    const { backend } = await pressOnToday(keys)
    await waitFor(() => expect(backend.entries()).toMatchObject([expected]))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('and the same two take it back', async () => {
    const { backend, user } = await pressOnToday('th')
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    await user.keyboard('th')
    await waitFor(() => expect(backend.entries()).toEqual([]))
  })
})

describe('Ctrl+Enter', () => {
  test('stores out of the note, and starts no clock', async () => {
    const { backend, user } = await pressOnToday('d')
    const form = within(await screen.findByRole('dialog', { name: 'Log drink' }))
    await user.clear(form.getByLabelText(/^Amount/))
    await user.type(form.getByLabelText(/^Amount/), '330')
    await user.type(form.getByLabelText('Note'), 'cold{Control>}{Enter}{/Control}')
    await waitFor(() => expect(backend.entries()).toMatchObject([{ volumeMl: 330, note: 'cold' }]))
    expect(screen.queryByRole('timer')).toBeNull()
  })

  test('stores a cramp from its form, with its place', async () => {
    const { backend, user } = await pressOnToday('c')
    const form = within(await screen.findByRole('dialog', { name: 'Log cramp' }))
    await user.click(form.getByRole('button', { name: 'Left calf' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(backend.entries()).toMatchObject([{ kind: 'cramp', ongoing: false }]))
    expect(screen.queryByRole('timer')).toBeNull()
  })

  test('in a dialog that stands over a form sends that dialog alone', async () => {
    const { backend, user } = await pressOnToday('f')
    const form = within(await screen.findByRole('dialog', { name: 'Log footwear' }))
    await user.click(form.getByRole('button', { name: 'Add a shoe' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add a shoe' }))
    await user.type(dialog.getByLabelText('Name'), 'Boots{Control>}{Enter}{/Control}')
    await waitFor(() => expect(backend.shoes()).toMatchObject([{ name: 'Boots' }]))
    expect(backend.entries()).toEqual([])
    await waitFor(() => expect(form.getByRole('combobox', { name: 'Shoe' })).toHaveProperty('value', 'Boots'))
  })

  test('stores from a list of choices that is closed, and picks from one that is open', async () => {
    const { backend, user } = await pressOnToday('h')
    const heat = await screen.findByRole('combobox', { name: 'Heat' })
    await waitFor(() => expect(document.activeElement).toBe(heat))
    await user.keyboard('{ArrowDown}{ArrowDown}{Control>}{Enter}{/Control}')
    await waitFor(() => expect(heat).toHaveProperty('value', 'Hot'))
    expect(backend.entries()).toEqual([])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(backend.entries()).toMatchObject([{ kind: 'day', heat: 'hot' }]))
  })

  test('held down stores once', async () => {
    const { backend, user } = await pressOnToday('d')
    const form = within(await screen.findByRole('dialog', { name: 'Log drink' }))
    await user.clear(form.getByLabelText(/^Amount/))
    await user.type(form.getByLabelText(/^Amount/), '330')
    await user.keyboard('{Control>}{Enter>3/}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(backend.entries()).toHaveLength(1)
  })
})
