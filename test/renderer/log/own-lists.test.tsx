/** Own drinks, activities, reliefs and symptoms: added where they are used, shown by name, changed and archived in Settings. */
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { OwnThingDraft } from '../../../shared/kinds/own-thing.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft } from '../../shared/kinds/drafts.ts'
import { type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

/** A cramp against which the first own thing was tried. */
const taped = crampDraft({
  ...momentAt('2026-11-20', '03:00', TIME_ZONE),
  relief: [{ technique: 'own:1', helped: 'yes', startedAfterMinutes: null, minutesToRelief: 2 }],
})
const relief = { list: 'relief', name: 'Kinesio Tape', archived: false } as const
const drink: OwnThingDraft = {
  list: 'drink',
  name: 'Pickle Water',
  archived: false,
  usualMl: 80,
  alcoholPercent: 4,
  caffeine: 'no',
  hasElectrolytes: true,
}

async function openDrinkForm(options: PageOptions = {}) {
  const page = renderPage(options)
  await page.user.click(await screen.findByRole('button', { name: 'Add an entry' }))
  await page.user.click(await screen.findByRole('menuitem', { name: 'Drink' }))
  return { ...page, form: within(await screen.findByRole('dialog')) }
}

test('a drink is named where it is drunk, and brings its size and strength along', async () => {
  const { backend, user, form } = await openDrinkForm()
  await user.click(form.getByRole('button', { name: 'Another drink …' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Add a drink' }))
  await user.type(dialog.getByLabelText('Name'), 'tea')
  await user.type(dialog.getByLabelText('Alcohol in percent by volume'), '150')
  await user.click(dialog.getByRole('button', { name: /^Add/ }))
  expect(await dialog.findByText('Enter a number from 0 to 96 %.')).toBeDefined()
  await user.clear(dialog.getByLabelText('Alcohol in percent by volume'))
  await user.type(dialog.getByLabelText('Alcohol in percent by volume'), '4')
  await user.click(dialog.getByRole('button', { name: /^Add/ }))
  expect(await dialog.findByText('“Tea” is in the list already. Choose another name.')).toBeDefined()
  await user.clear(dialog.getByLabelText('Name'))
  await user.type(dialog.getByLabelText('Name'), 'Pickle Water')
  await user.type(dialog.getByLabelText('Usual size in millilitres'), '80')
  await user.click(dialog.getByRole('switch', { name: /^With electrolytes/ }))
  await user.click(dialog.getByRole('button', { name: 'Add “Pickle Water”' }))
  await waitFor(() => expect(backend.journal.ownThings.list()).toMatchObject([drink]))
  await waitFor(() =>
    expect(form.getByRole('combobox', { name: 'Drink' }).getAttribute('value')).toBe('Pickle Water'),
  )
  await user.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(backend.entries()).toMatchObject([{ drink: 'own:1', volumeMl: 80, alcoholPercent: 4 }]),
  )
  // A one-press button of Today from now on.
  expect(await screen.findByRole('button', { name: 'Pickle Water 80 ml' })).toBeDefined()
})

test('names keep their capitals within a line, and an archived thing is still named', async () => {
  renderPage({
    route: '/journal',
    seed: journal => {
      const { id } = journal.ownThings.add(relief, '2026-11-01')
      journal.ownThings.change(id, { ...relief, archived: true })
      journal.entries.add(taped, taped.at)
    },
  })
  expect(await screen.findByText(/Kinesio Tape/)).toBeDefined()
})

test('Settings change, archive and delete, each with Undo; what is in use stays', async () => {
  const { backend, user } = renderPage({
    route: '/settings',
    seed: journal => {
      journal.ownThings.add(relief, '2026-11-01')
      journal.ownThings.add(drink, '2026-11-01')
      journal.entries.add(taped, taped.at)
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Archive Kinesio Tape' }))
  await waitFor(() => expect(backend.journal.ownThings.get(1)?.archived).toBe(true))
  await user.click(await screen.findByRole('button', { name: 'Delete Kinesio Tape' }))
  expect(await screen.findByText(/One entry names this/)).toBeDefined()
  expect(screen.getByText('80 ml, 4 % alcohol, no caffeine, with electrolytes')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Delete Pickle Water' }))
  await waitFor(() => expect(backend.journal.ownThings.list()).toHaveLength(1))
  // Archiving has offered one as well.
  const undos = await screen.findAllByRole('button', { name: 'Undo' })
  await user.click(undos.at(-1) ?? screen.getByText('Undo'))
  await waitFor(() => expect(backend.journal.ownThings.list()).toHaveLength(2))
})
