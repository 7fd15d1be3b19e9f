/** Morning card that asks for the missing values of cramps logged at night. */
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { formatDate, formatTime } from '../../../renderer/data/format.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { renderPage } from '../render-page.tsx'

const exact = crampAt('2026-11-20', '03:12', { needsDetails: true, durationSeconds: 160 })
const about = crampAt('2026-11-19', '22:30', { needsDetails: true, onsetPrecision: 'about', sites: [] })
const night = crampAt('2026-11-19', '03:00', { needsDetails: true, onsetPrecision: 'night' })
const told = crampAt('2026-11-18', '04:00')

const findList = () => screen.findByRole('region', { name: /still needs? (its|their) details$/ })
const find = (entries: readonly Entry[], id: number) => entries.find(entry => entry.id === id)

test('Today greets with them, newest first, each as exactly as it is known', async () => {
  renderPage({ entries: [night, told, about, exact] })
  const list = await findList()
  expect(list.textContent).toContain('3 cramps still need their details')
  const rows = within(list).getAllByRole('listitem')
  expect(rows.map(row => row.querySelector('p')?.textContent)).toEqual([
    `${formatDate('2026-11-20', 'short')}, ${formatTime(exact)}Left calf · 2 min 40 sStill missing: how strong, whether it woke you.`,
    `About ${formatDate('2026-11-19', 'short')}, ${formatTime(about)}Still missing: the place, how strong, how long, whether it woke you.`,
    `Night of ${formatDate('2026-11-18', 'short')} to ${formatDate('2026-11-19', 'short')}Left calfStill missing: the time, how strong, how long, whether it woke you.`,
  ])
})

test('without any, Today says nothing of it', async () => {
  renderPage({ entries: [told] })
  await screen.findByRole('region', { name: 'Logged today' })
  expect(screen.queryByText(/needs? (its|their) details/)).toBeNull()
})

test('another day does not greet', async () => {
  renderPage({ route: '/today/2026-11-18', entries: [exact] })
  await screen.findByRole('region', { name: 'Logged on this day' })
  expect(screen.queryByText(/for its details/)).toBeNull()
})

test('that is all I know: it is settled as it is, and can be taken back', async () => {
  const { backend, user } = renderPage({ entries: [exact] })
  await user.click(within(await findList()).getByRole('button', { name: /^That’s all I know/ }))
  await waitFor(() =>
    expect(find(backend.entries(), exact.id)).toMatchObject({
      ...exact,
      needsDetails: false,
      editedAt: expect.any(Number),
    }),
  )
  await waitFor(() => expect(screen.queryByText(/for its details/)).toBeNull())
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await findList()).toBeDefined()
})

test('without a place that is asked for first, and nothing else', async () => {
  const { backend, user } = renderPage({ entries: [about] })
  const list = await findList()
  await user.click(within(list).getByRole('button', { name: /^That’s all I know/ }))
  const answer = within(list).getByRole('button', { name: 'That was it' })
  expect(answer).toHaveProperty('disabled', true)
  await user.click(within(list).getByRole('button', { name: 'Left inner thigh' }))
  await user.click(answer)
  await waitFor(() =>
    expect(find(backend.entries(), about.id)).toMatchObject({
      needsDetails: false,
      onsetPrecision: 'about',
      sites: [{ muscle: 'inner-thigh', side: 'left' }],
    }),
  )
})

test('details are added in the form, which holds what is known; saved, it waits no longer', async () => {
  const { backend, user } = renderPage({ entries: [exact] })
  await user.click(within(await findList()).getByRole('button', { name: /^Add details/ }))
  const form = await screen.findByRole('dialog', { name: 'Change cramp' })
  expect(within(form).getByRole('textbox', { name: 'Minutes it lasted' })).toHaveProperty('value', '2')
  await user.click(within(form).getByRole('radio', { name: '8' }))
  await user.click(within(form).getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(find(backend.entries(), exact.id)).toMatchObject({
      intensity: 8,
      durationSeconds: 160,
      at: exact.at,
      needsDetails: false,
    }),
  )
  await waitFor(() => expect(screen.queryByText(/for its details/)).toBeNull())
})

test('many are not listed all at once', async () => {
  const many = Array.from({ length: 5 }, (_, day) =>
    crampAt(`2026-11-1${day}`, '03:00', { needsDetails: true }),
  )
  const { user } = renderPage({ entries: many })
  const list = await findList()
  expect(within(list).getAllByRole('listitem')).toHaveLength(3)
  await user.click(within(list).getByRole('button', { name: 'Show 2 more' }))
  expect(within(list).getAllByRole('listitem')).toHaveLength(5)
})
