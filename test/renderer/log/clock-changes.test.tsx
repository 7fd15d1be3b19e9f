/** Forms on the two nights of clock changes: repeated and skipped times. */
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { formatTime } from '../../../renderer/data/format.ts'
import { momentAtOffset } from '../../../shared/time/time-zone.ts'
import { renderPage } from '../render-page.tsx'

const HALF_PAST_ONE = formatTime(momentAtOffset('2026-10-25', '01:30', 0))

/** A cramp at half past one of a night in London, not yet saved. */
async function enterCramp(date: string) {
  const page = renderPage({ route: `/today/${date}`, timeZone: 'Europe/London' })
  await screen.findByRole('region', { name: 'Cramps' })
  await page.user.keyboard('c')
  const form = within(await screen.findByRole('dialog', { name: 'Log cramp' }))
  await page.user.click(form.getByRole('button', { name: 'Left calf' }))
  await page.user.type(form.getByLabelText('Began at'), '01:30')
  const save = () => page.user.click(form.getByRole('button', { name: 'Save' }))
  return { ...page, form, save }
}

test('a time that came twice is asked about, and both can be stored', async () => {
  const { backend, user, form, save } = await enterCramp('2026-10-25')
  expect(form.getByText(`${HALF_PAST_ONE} came twice that night. Which one was it?`)).toBeDefined()
  const which = within(form.getByRole('radiogroup', { name: `Which ${HALF_PAST_ONE}` }))
  expect(which.getByRole('radio', { name: 'Before the clocks went back' })).toHaveProperty('checked', true)
  await user.click(which.getByText('After'))
  await save()
  // A month ago, which raises a plausibility question.
  await user.click(await form.findByRole('button', { name: 'Yes, store it' }))
  await waitFor(() =>
    expect(backend.entries()).toMatchObject([{ at: Date.UTC(2026, 9, 25, 1, 30), offsetMinutes: 0 }]),
  )
})

test('a time that never was is not moved to another one', async () => {
  const { backend, user, form, save } = await enterCramp('2026-03-29')
  expect(form.getByText(/^There was no .* that night, because the clocks went forward\./)).toBeDefined()
  await save()
  expect(await form.findByText('Enter a date and time.')).toBeDefined()
  expect(backend.entries()).toEqual([])
  await user.clear(form.getByLabelText('Began at'))
  await user.type(form.getByLabelText('Began at'), '02:30')
  expect(form.queryByText(/There was no/)).toBeNull()
})

test('on any other night nothing is asked', async () => {
  const { form } = await enterCramp('2026-11-19')
  expect(form.queryByText(/that night/)).toBeNull()
})
