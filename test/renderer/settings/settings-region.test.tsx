/** Formats of dates, times, numbers and units: the system's region by default, or the person's choice. */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { startConventions } from '../../../renderer/data/conventions.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { describeSystemRegion, plainRegion } from '../../../shared/locale/system-region.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { renderPage } from '../render-page.tsx'

const startRegion = (locale: string) =>
  startConventions(describeSystemRegion({ time: locale, number: locale, measurement: locale, paper: locale }))
afterEach(() => startConventions(plainRegion))

const field = (name: string) => screen.findByRole('combobox', { name })

test('each convention is shown as the system has it', async () => {
  startRegion('en-US')
  renderPage({ route: '/settings' })
  for (const [name, shown] of [
    ['Dates', 'As the system (Nov 20, 2026)'],
    ['Times', 'As the system (4:05\u00a0PM)'],
    ['A week starts on', 'As the system (Sunday)'],
    ['Numbers', 'As the system (1,850.5)'],
    ['Volumes in', 'As the system (Fluid ounces (US))'],
    ['Temperatures in', 'As the system (Fahrenheit)'],
    ['Paper of reports', 'As the system (Letter)'],
  ] as const)
    expect(await field(name)).toHaveProperty('value', shown)
})

test('a choice holds at once for everything shown, keeps the focus, and can be taken back', async () => {
  startRegion('en-US')
  const { user, backend } = renderPage({ route: '/settings', entries: [crampAt('2026-11-20', '13:05')] })
  const dayStart = await field('A day on Today starts at')
  expect(dayStart).toHaveProperty('value', '4:00\u00a0AM')
  const times = await field('Times')
  await user.click(times)
  await user.click(await screen.findByRole('option', { name: '16:05' }))
  await waitFor(() => expect(dayStart).toHaveProperty('value', '04:00'))
  expect(document.activeElement).toBe(times)
  expect(backend.calls.findLast(({ call }) => call === 'changeProfile')?.input).toEqual({
    ...emptyProfile,
    hourCycle: 24,
  })
  await user.click(times)
  await user.click(await screen.findByRole('option', { name: /^As the system/ }))
  await waitFor(() => expect(dayStart).toHaveProperty('value', '4:00\u00a0AM'))
})

test('an emergency number is taken from the region only once the person has confirmed it', async () => {
  startRegion('en-GB')
  const { user, backend } = renderPage({ route: '/settings' })
  expect(await field('Region')).toHaveProperty('value', 'United Kingdom')
  expect(screen.getByText(/^Not confirmed yet/)).toBeTruthy()
  expect(backend.calls.some(({ call }) => call === 'changeProfile')).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Confirm United Kingdom' }))
  await waitFor(() => expect(screen.queryByText(/^Not confirmed yet/)).toBeNull())
  expect(backend.calls.findLast(({ call }) => call === 'changeProfile')?.input).toMatchObject({
    region: 'uk',
  })
})

test('a system without a region of ours proposes none', async () => {
  startRegion('fa-IR')
  renderPage({ route: '/settings' })
  expect(await field('Region')).toHaveProperty('value', '')
  expect(screen.queryByRole('button', { name: /^Confirm/ })).toBeNull()
})

test('free text runs as it is written, in its field and where it is shown', async () => {
  const note = 'בלילה, אחרי ריצה של 5 km'
  const { user } = renderPage({ entries: [{ ...crampAt('2026-11-20', '13:05'), note }] })
  const today = within(await screen.findByRole('region', { name: /^Logged today/ }))
  expect((await today.findByText(note)).getAttribute('dir')).toBe('auto')
  await user.click(today.getByRole('button', { name: /^Edit/ }))
  const form = within(await screen.findByRole('dialog'))
  expect(form.getByLabelText('Note').getAttribute('dir')).toBe('auto')
  cleanup()
  renderPage({ route: '/journal', entries: [{ ...crampAt('2026-11-20', '13:05'), note }] })
  expect((await screen.findByText(note)).getAttribute('dir')).toBe('auto')
  expect(screen.getByRole('searchbox').getAttribute('dir')).toBe('auto')
})
