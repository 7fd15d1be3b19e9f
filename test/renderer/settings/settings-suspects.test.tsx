import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Naming } from '../../../shared/analysis/suspects.ts'
import { renderPage } from '../render-page.tsx'

const naming = (exposure: string, fields: Partial<Naming> = {}): Naming => ({
  ...{ exposure, namedOn: '2026-05-03', isBeforehand: true, withdrawnOn: null, keepsShare: false },
  ...fields,
})

const openWith = (...namings: readonly Naming[]) =>
  renderPage({
    route: '/settings',
    seed: ({ suspects }) => {
      for (const one of namings) suspects.put(one)
    },
  })
const getRow = async (name: string) => {
  const list = await screen.findByRole('list', { name: 'Your suspects' })
  return within(list)
    .getAllByRole('listitem')
    .find(item => within(item).queryByText(name) !== null)
}

test('a suspect is found by its name, named with the keyboard, and says that all days count', async () => {
  const { user, backend } = openWith()
  const field = await screen.findByRole('combobox', { name: 'Name something you suspect' })
  await user.click(field)
  await user.keyboard('alco{Enter}')
  expect((await getRow('Alcohol'))?.textContent).toContain(
    'Named on 20 November 2026, before its numbers were shown: all your days count.',
  )
  expect(backend.journal.suspects.list()).toMatchObject([{ exposure: 'alcohol', isBeforehand: true }])
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: 'Name something else' })).toHaveProperty('value', ''),
  )
  // Named already: no longer among the choices.
  await user.click(await screen.findByRole('combobox', { name: 'Name something else' }))
  await user.keyboard('alco')
  await screen.findByText('Nothing in the list has this name.')
})

test('one that was named later says from when its days count', async () => {
  openWith(naming('alcohol', { isBeforehand: false }))
  expect((await getRow('Alcohol'))?.textContent).toContain(
    'Named on 3 May 2026, after its numbers were shown: only later days count for it as a suspect. Until they are enough, it is judged with everything else.',
  )
})

test('a suspect is removed, and Undo brings it back as it was', async () => {
  const { user, backend } = openWith(naming('alcohol'), naming('standing'))
  const before = backend.journal.suspects.list()
  await user.click(await screen.findByRole('button', { name: 'Remove Alcohol' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove Alcohol' })).toBeNull())
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Name something else' }))
  expect(backend.journal.suspects.list()).toMatchObject([
    { withdrawnOn: '2026-11-20' },
    { withdrawnOn: null },
  ])
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByRole('button', { name: 'Remove Alcohol' })
  expect(backend.journal.suspects.list()).toEqual(before)
})

test('six are the most, and a removed one that still counts is named', async () => {
  openWith(
    ...['standing', 'sitting', 'heat-day', 'caffeine', 'cold-feet', 'warmup'].map(key => naming(key)),
    naming('alcohol', { withdrawnOn: '2026-09-01', keepsShare: true }),
  )
  const field = await screen.findByRole('combobox', { name: 'Name something else' })
  expect(field).toHaveProperty('readOnly', true)
  screen.getByText('6 is the most. Remove one to name another.')
  screen.getByText(/^Removed, but still counted among your suspects: Alcohol\./)
})
