import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { modulePurposes, openReviews } from '../../../shared/advice/purpose.ts'
import { refusals } from '../../../shared/contract.ts'
import { renderPage } from '../render-page.tsx'

test('what it is for can be read before the first start, and leads back to it', async () => {
  const { user } = renderPage({ isWelcomed: false })
  await user.click(await screen.findByRole('link', { name: 'What Unknot is for' }))
  await screen.findByRole('heading', { level: 1, name: 'What Unknot is for' })
  for (const { name } of modulePurposes) expect(screen.getByRole('heading', { name })).toBeDefined()
  for (const line of openReviews) expect(screen.getByText(line)).toBeDefined()
  await user.click(screen.getByRole('link', { name: 'Back to the first start' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Welcome to Unknot' })).toBeDefined()
})

test('the first start says what this is, where the data lie, and what it is for', async () => {
  const { backend, user } = renderPage({ isWelcomed: false })
  await screen.findByRole('heading', { level: 1, name: 'Welcome to Unknot' })
  expect(screen.getByText('/home/sam/unknot/journal.db')).toBeDefined()
  expect(screen.getByText(/is not encrypted/)).toBeDefined()
  expect(screen.getByText(/not meant to diagnose, treat or monitor a disease/)).toBeDefined()
  expect(screen.getByText(/No regulator or other authority has assessed it/)).toBeDefined()
  expect(screen.queryByRole('navigation')).toBeNull()

  await user.click(screen.getByRole('button', { name: 'Start my journal' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  expect(backend.calls.map(({ call }) => call)).toContain('acknowledgeWelcome')
})

describe('a journal that was not opened', () => {
  test.each(refusals)('is told with its place, what was kept and what to do: %s', async reason => {
    renderPage({
      refused: { path: '/home/sam/journal.db', reason, detail: 'SQLITE_X 11' },
    })
    const title = await screen.findByRole('heading', { level: 1 })
    expect(title.textContent).not.toBe('Today')
    expect(screen.getByText('/home/sam/journal.db')).toBeDefined()
    expect(screen.getByText(/has not changed, moved or deleted anything/)).toBeDefined()
    expect(screen.getByText('What to do next').nextElementSibling?.textContent).toMatch(
      /start again|open the journal/,
    )
    expect(screen.getByText('SQLITE_X 11')).toBeDefined()
    expect(screen.queryByRole('navigation')).toBeNull()
  })
})

test('a journal that does not answer can be asked again', async () => {
  const { backend, user } = renderPage({
    handlers: {
      getStatus: () => {
        throw new Error('no answer')
      },
    },
  })
  await screen.findByRole('heading', { level: 1, name: 'Unknot could not start' })
  const before = backend.calls.length
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(backend.calls.length).toBeGreaterThan(before)
})
