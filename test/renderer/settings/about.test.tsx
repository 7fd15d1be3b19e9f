import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { renderPage, TIME_ZONE } from '../render-page.tsx'

const OLD = 'This version is more than six months old. There may be a newer one.'
// The handlers of the tests say that they were built on 2 November 2026.
const on = (date: string) => ({ now: () => momentAt(date, '14:00', TIME_ZONE).at })

test('the build, what it is made of, and why it knows of no newer one', async () => {
  renderPage({ route: '/settings', ...on('2027-05-04') })
  const built = /^Built on .*2 November 2026.*, with Electron 1, Chromium 2, Node 3 and SQLite 4\.$/
  await screen.findByText(built)
  screen.getByText(/Unknot never goes online, so it cannot tell you about new versions/)
  expect(screen.queryByText(OLD)).toBeNull()
})

test('a version older than six months says so, quietly', async () => {
  renderPage({ route: '/settings', ...on('2027-05-05') })
  await screen.findByText(OLD)
})

test('the licences of what it is made of can be read whole', async () => {
  const { user } = renderPage({ route: '/settings' })
  await user.click(await screen.findByRole('link', { name: 'Licences' }))
  await screen.findByRole('heading', { level: 1, name: 'Licences' })
  await user.click(await screen.findByText(/^react 1\.0\.0/))
  await screen.findByText('MIT License')
})
