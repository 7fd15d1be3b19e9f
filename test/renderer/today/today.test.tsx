import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { formatDate, formatTime } from '../../../renderer/data/format.ts'
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { makeEntry } from '../../support/make-entry.ts'
import { NOW, type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

afterEach(() => {
  vi.useRealTimers()
})

const at = (clock: string, date = '2026-11-20') => momentAt(date, clock, TIME_ZONE)

const water = (id: number, clock: string, volumeMl = 330, date?: string): Entry =>
  makeEntry(id, {
    kind: 'fluid',
    ...at(clock, date),
    note: '',
    drink: 'water',
    volumeMl,
    alcoholPercent: null,
    caffeineMg: null,
    reliefOf: null,
  })

const shoe = (id: number, name: string): Shoe => ({
  id,
  name,
  kind: 'running',
  archSupport: 'good',
  fit: null,
  heelMm: null,
  cushioning: null,
  insole: null,
  retired: false,
})

async function openDay(options: PageOptions = {}) {
  const page = renderPage(options)
  await screen.findByRole('heading', { level: 2, name: /^Logged/ })
  return page
}

const card = (name: string) => within(screen.getByRole('region', { name }))
const entriesInView = () =>
  within(screen.getByRole('region', { name: /^Logged/ }))
    .queryAllByRole('listitem')
    .map(item => item.textContent)

describe('logging', () => {
  test('a usual drink is one click, at the present moment', async () => {
    const { backend, user } = await openDay({ entries: [water(1, '09:00')] })
    await user.click(card('Drinks').getByRole('button', { name: 'Water 330 ml' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(2))
    expect(backend.entries()[1]).toMatchObject({ drink: 'water', volumeMl: 330, at: NOW, offsetMinutes: 60 })
    await waitFor(() => expect(entriesInView()).toHaveLength(2))
    expect(card('Drinks').getByText('660 ml so far')).toBeDefined()
  })

  test('without any habit common drinks are offered', async () => {
    const { backend, user } = await openDay()
    await user.click(card('Drinks').getByRole('button', { name: 'Water 250 ml' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
  })

  test('a shoe is put on and taken off with one click each', async () => {
    let now = NOW
    const { backend, user } = await openDay({ now: () => now, shoes: [shoe(5, 'Blue runners')] })
    await user.click(card('Footwear').getByRole('button', { name: 'Put on Blue runners' }))
    const takeOff = await card('Footwear').findByRole('button', { name: 'Take off Blue runners' })
    expect(card('Footwear').getByText(/^on since/)).toBeDefined()
    now += 3_600_000
    await user.click(takeOff)
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ at: NOW, takenOffAt: now }))
    await waitFor(() => expect(card('Footwear').queryByText(/^on since/)).toBeNull())
  })

  test('a cramp takes three clicks: where, how strong, save', async () => {
    const { backend, user } = await openDay()
    await user.click(card('Cramps').getByRole('button', { name: 'Left calf' }))
    await user.click(card('Cramps').getByRole('radio', { name: '7' }))
    await user.click(card('Cramps').getByRole('button', { name: 'Save cramp' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'cramp',
      sites: [{ muscle: 'calf', side: 'left' }],
      intensity: 7,
      onsetPrecision: 'exact',
      at: NOW,
    })
    // The card is reset for the next cramp.
    const calf = card('Cramps').getByRole('button', { name: 'Left calf' })
    await waitFor(() => expect(calf.getAttribute('aria-pressed')).toBe('false'))
  })

  test('a cramp cannot be saved before a place is chosen', async () => {
    const { user } = await openDay()
    expect(card('Cramps').queryByRole('button', { name: 'Save cramp' })).toBeNull()
    await user.click(card('Cramps').getByRole('button', { name: 'Left calf' }))
    expect(card('Cramps').getByRole('button', { name: 'Save cramp' })).toHaveProperty('disabled', false)
    await user.click(card('Cramps').getByRole('button', { name: 'Left calf' }))
    expect(card('Cramps').queryByRole('button', { name: 'Save cramp' })).toBeNull()
  })

  test('a cramp of a while ago is about then, not to the minute', async () => {
    const { backend, user } = await openDay()
    await user.click(card('Cramps').getByRole('button', { name: 'Right arch of the foot' }))
    await user.click(card('Cramps').getByRole('combobox', { name: 'When it began' }))
    await user.click(await screen.findByRole('option', { name: '30 minutes ago' }))
    await user.click(card('Cramps').getByRole('button', { name: 'Save cramp' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({ onsetPrecision: 'about', at: NOW - 1_800_000 })
  })

  test('a cramp in the night is told to stand under the day whose night it was', async () => {
    const { backend, user } = await openDay()
    await user.click(card('Cramps').getByRole('button', { name: 'Left calf' }))
    await user.click(card('Cramps').getByRole('combobox', { name: 'When it began' }))
    await user.click(await screen.findByRole('option', { name: 'In the night' }))
    await user.click(card('Cramps').getByRole('button', { name: 'Save cramp' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ onsetPrecision: 'night' }))
    expect(
      await screen.findByText(new RegExp(`find it under ${formatDate('2026-11-19', 'full')}`)),
    ).toBeDefined()
  })

  test('what is picked goes along into the form with all details', async () => {
    const { user } = await openDay()
    await user.click(card('Cramps').getByRole('button', { name: 'Another place' }))
    await user.click(card('Cramps').getByRole('button', { name: 'Left shin' }))
    await user.click(card('Cramps').getByRole('radio', { name: '4' }))
    await user.click(card('Cramps').getByRole('button', { name: 'Add details' }))
    const form = within(await screen.findByRole('dialog', { name: 'Log cramp' }))
    expect(form.getByRole('button', { name: 'Left shin' }).getAttribute('aria-pressed')).toBe('true')
    expect(form.getByRole('radio', { name: '4' })).toHaveProperty('checked', true)
  })

  test('a refusal is told, and nothing shows that is not stored', async () => {
    const { backend, user } = await openDay()
    backend.failNext('addEntry', { code: 'internal', message: 'The disk is full. Nothing was stored.' })
    await user.click(card('Drinks').getByRole('button', { name: 'Water 250 ml' }))
    expect(await screen.findByText('The disk is full. Nothing was stored.')).toBeDefined()
    expect(entriesInView()).toHaveLength(0)
  })

  test('a refusal goes once something is stored again, and not before', async () => {
    const { backend, user } = await openDay()
    backend.failNext('addEntry', { code: 'internal', message: 'The disk is full. Nothing was stored.' })
    await user.click(card('Drinks').getByRole('button', { name: 'Water 250 ml' }))
    await screen.findByText('The disk is full. Nothing was stored.')
    // Leaving the screen stores nothing.
    await user.click(screen.getByRole('link', { name: 'Settings' }))
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    expect(screen.getByText('The disk is full. Nothing was stored.')).toBeDefined()
    await user.click(screen.getByRole('link', { name: 'Today' }))
    await user.click(await screen.findByRole('button', { name: 'Water 250 ml' }))
    await waitFor(() => expect(screen.queryByText('The disk is full. Nothing was stored.')).toBeNull())
  })

  test('a cramp that could not be stored stays picked', async () => {
    const { backend, user } = await openDay()
    backend.failNext('addEntry', { code: 'internal', message: 'The disk is full.' })
    await user.click(card('Cramps').getByRole('button', { name: 'Left calf' }))
    await user.click(card('Cramps').getByRole('button', { name: 'Save cramp' }))
    await screen.findByText('The disk is full.')
    expect(card('Cramps').getByRole('button', { name: 'Left calf' }).getAttribute('aria-pressed')).toBe(
      'true',
    )
  })
})

describe('the entries of the day', () => {
  const run: EntryDraft = {
    kind: 'activity',
    ...at('12:35'),
    note: 'New route.',
    activity: 'run',
    durationMinutes: 45,
    wholeDay: false,
    longestBoutMinutes: null,
    exertion: 6,
    newOrHarder: null,
    sweat: null,
    cold: null,
    warmUpMinutes: null,
    coolDownMinutes: null,
    distanceKm: null,
    climbM: null,
    waterTemperatureC: null,
    shoeId: null,
  }

  test('stand in order of time with what is known of them', async () => {
    await openDay({ entries: [makeEntry(2, run), water(1, '09:00')] })
    expect(entriesInView()).toEqual([
      `${formatTime(at('09:00'))}Water, 330 ml`,
      `${formatTime(at('12:35'))}Run45 min · exertion 6 of 10New route.`,
    ])
  })

  test('can be deleted and brought back with the button', async () => {
    const { backend, user } = await openDay({ entries: [water(1, '09:00')] })
    await user.click(screen.getByRole('button', { name: /^Delete water, 330 ml/ }))
    await waitFor(() => expect(entriesInView()).toHaveLength(0))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(entriesInView()).toHaveLength(1))
    expect(backend.entries()[0]).toEqual(water(1, '09:00'))
  })

  test('come back one after the other with Ctrl+Z', async () => {
    const { backend, user } = await openDay({ entries: [water(1, '09:00'), water(2, '10:00', 500)] })
    await user.click(screen.getByRole('button', { name: /^Delete water, 330 ml/ }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: /^Delete water, 500 ml/ }))
    await waitFor(() => expect(backend.entries()).toHaveLength(0))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(backend.entries().map(({ id }) => id)).toEqual([2]))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(backend.entries().map(({ id }) => id)).toEqual([1, 2]))
  })

  test('can be changed, and the change undone', async () => {
    const { backend, user } = await openDay({ entries: [water(1, '09:00')] })
    await user.click(screen.getByRole('button', { name: /^Edit water, 330 ml/ }))
    const form = within(await screen.findByRole('dialog', { name: 'Change drink' }))
    await user.click(form.getByRole('button', { name: '500 ml' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ volumeMl: 500, at: at('09:00').at }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ volumeMl: 330 }))
  })

  test('can be written down again at another time', async () => {
    const { backend, user } = await openDay({ entries: [makeEntry(2, run)] })
    await user.click(screen.getByRole('button', { name: /^Duplicate run/ }))
    const form = within(await screen.findByRole('dialog', { name: 'Log activity' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(2))
    expect(backend.entries()[1]).toMatchObject({ activity: 'run', durationMinutes: 45, at: NOW })
  })

  test('are missed with a word on how to begin', async () => {
    await openDay()
    expect(screen.getByText('Nothing here yet')).toBeDefined()
  })
})

describe('whether a kind is complete', () => {
  test('what was not logged is not none until somebody says so', async () => {
    const { backend, user } = await openDay()
    expect(card('Drinks').getByText('Not logged')).toBeDefined()
    await user.click(card('Drinks').getByRole('button', { name: 'Drinks: None today' }))
    await card('Drinks').findByText('None today')
    expect(card('Drinks').getByText('None')).toBeDefined()
    expect(backend.checkIns()).toEqual([{ date: '2026-11-20', kind: 'fluid', dayStartMinutes: 240 }])

    await user.click(card('Drinks').getByRole('button', { name: /^Take back/ }))
    await card('Drinks').findByText('Not logged')
    expect(backend.checkIns()).toEqual([])
  })

  test('a sum is a beginning until the day is said to be complete', async () => {
    const { user } = await openDay({ entries: [water(1, '09:00')] })
    expect(card('Drinks').getByText('330 ml so far')).toBeDefined()
    await user.click(card('Drinks').getByRole('button', { name: 'Drinks: That is everything for today' }))
    expect(await card('Drinks').findByText('330 ml in total')).toBeDefined()
  })

  test('the night is asked about only from 05:00 of its morning on', async () => {
    const morning = at('04:59').at
    await openDay({ now: () => morning })
    expect(card('Cramps').getByText(/^From 05:00 you can say/)).toBeDefined()
    expect(card('Cramps').queryByRole('button', { name: /^Cramps: No cramp/ })).toBeNull()
  })

  test('no cramp is noted for the day on which the cramp-day began', async () => {
    const { backend, user } = await openDay()
    await user.click(card('Cramps').getByRole('button', { name: /^Cramps: No cramp/ }))
    await card('Cramps').findByRole('button', { name: /^Take back/ })
    expect(backend.checkIns()).toEqual([{ date: '2026-11-19', kind: 'cramp', dayStartMinutes: 240 }])
  })
})

describe('other days', () => {
  test('are reached by key, by button and by date', async () => {
    const { user } = await openDay()
    await user.keyboard('[[')
    await screen.findByRole('heading', { level: 1, name: 'Yesterday' })
    await user.click(screen.getByRole('button', { name: 'Previous day' }))
    await screen.findByRole('heading', { level: 1, name: formatDate('2026-11-18', 'weekday') })
    await user.keyboard(']')
    await screen.findByRole('heading', { level: 1, name: 'Yesterday' })
    await user.click(screen.getByRole('button', { name: 'Back to today' }))
    await screen.findByRole('heading', { level: 1, name: 'Today' })

    await user.click(screen.getByRole('button', { name: /^Go to a date/ }))
    await user.click(await screen.findByRole('button', { name: '9 November 2026' }))
    await screen.findByRole('heading', { level: 1, name: formatDate('2026-11-09', 'weekday') })
  })

  test('end with today', async () => {
    const { user } = await openDay()
    expect(screen.getByRole('button', { name: 'Next day' })).toHaveProperty('disabled', true)
    await user.keyboard(']')
    expect(screen.getByRole('heading', { level: 1, name: 'Today' })).toBeDefined()
  })

  test('that have not begun say so', async () => {
    renderPage({ route: '/today/2026-12-24' })
    expect(await screen.findByText('This day has not begun yet.')).toBeDefined()
  })

  test('that have begun elsewhere, where something was written down, are shown and can be changed', async () => {
    // 21 November in Auckland, 20 November in Honolulu.
    const moment = momentAt('2026-11-21', '08:00', 'Pacific/Auckland')
    const now = () => moment.at + 3_600_000
    const drunk = { ...water(1, '09:00'), ...moment }
    const options = { entries: [drunk], now, timeZone: 'Pacific/Honolulu', route: '/today/2026-11-21' }
    const { backend, user } = renderPage(options)
    await user.click(await screen.findByRole('button', { name: /^Delete water, 330 ml/ }))
    await waitFor(() => expect(backend.entries()).toEqual([]))
    cleanup()
    renderPage(options)
    await user.click(await screen.findByRole('button', { name: 'Drinks: That is everything for this day' }))
    expect(await screen.findByRole('button', { name: /^Take back: Drinks/ })).toBeDefined()
    cleanup()
    renderPage({ ...options, route: '/today' })
    const next = await screen.findByRole('button', { name: 'Next day' })
    await waitFor(() => expect(next).toHaveProperty('disabled', false))
  })

  test('that do not exist lead to today', async () => {
    renderPage({ route: '/today/2026-02-30' })
    await screen.findByRole('heading', { level: 1, name: 'Today' })
  })

  test('after midnight the day before still runs', async () => {
    const night = at('01:30').at
    await openDay({ now: () => night })
    expect(screen.getByRole('heading', { level: 1, name: 'Today' })).toBeDefined()
    expect(screen.getAllByText(formatDate('2026-11-19', 'full')).length).toBeGreaterThan(0)
  })

  test('do not take away what is being written when one begins', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    let now = at('03:59').at
    const { user } = await openDay({ now: () => now })
    await user.keyboard('d')
    await user.type(await screen.findByLabelText('Note'), 'Half a thought')
    now = at('04:01').at
    act(() => {
      vi.advanceTimersByTime(60_000)
    })
    expect(await screen.findAllByText(formatDate('2026-11-20', 'full'))).not.toHaveLength(0)
    expect(screen.getByLabelText('Note')).toHaveProperty('value', 'Half a thought')
  })

  test('ask for the time of a drink instead of guessing it', async () => {
    const { backend, user } = await openDay({ route: '/today/2026-11-18' })
    await user.click(card('Drinks').getByRole('button', { name: 'Water 250 ml' }))
    const form = within(await screen.findByRole('dialog', { name: 'Log drink' }))
    expect(backend.entries()).toHaveLength(0)
    const time = form.getByLabelText('Drunk at')
    await user.clear(time)
    await user.type(time, '16:20')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({ at: at('16:20', '2026-11-18').at, volumeMl: 250 })
  })

  test('a day that cannot be read says so and can be asked again', async () => {
    const { backend, user } = renderPage({ route: '/today/2026-11-18', handlers: {} })
    // The next day is read as well.
    backend.failNext(
      'getDay',
      { code: 'internal', message: 'The journal could not be read.' },
      input => (input as { date: string }).date === '2026-11-18',
    )
    expect(await screen.findByText(/The journal could not be read/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('heading', { level: 2, name: 'Logged on this day' })
  })
})
