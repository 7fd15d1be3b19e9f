import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { modulePurposes, openReviews } from '../../../shared/advice/purpose.ts'
import { refusals } from '../../../shared/contract.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'
import { NOW, renderPage } from '../render-page.tsx'

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
  // Nothing was suspected: the journal begins with cramps alone.
  expect(backend.journal.profile.get().trackedKinds).toEqual(['cramp'])
})

describe('the steps', () => {
  const next = () => screen.getByRole('button', { name: 'Next' })

  test('store what is chosen at once, and the journal follows what the suspects need', async () => {
    const { backend, user } = renderPage({ isWelcomed: false })
    await user.click(await screen.findByRole('checkbox', { name: 'Calf' }))
    await user.click(screen.getByRole('checkbox', { name: 'At night' }))
    await waitFor(() =>
      expect(backend.journal.profile.get()).toMatchObject({ crampMuscles: ['calf'], crampTimes: ['night'] }),
    )
    await user.click(next())
    await screen.findByRole('heading', { level: 2, name: 'What do you suspect?' })
    // Cramps at night: what belongs to the night comes first.
    expect(screen.getAllByRole('group').map(group => group.getAttribute('aria-label'))[0]).toBe('The night')
    await user.click(screen.getByRole('checkbox', { name: 'Sweating a lot without salt afterwards' }))
    await waitFor(() => expect(backend.journal.suspects.list()).toMatchObject([{ exposure: 'sweat-salt' }]))
    await user.click(screen.getByRole('button', { name: 'Start my journal' }))
    await screen.findByRole('heading', { level: 1, name: 'Today' })
    expect(backend.journal.profile.get().trackedKinds).toEqual(['cramp', 'fluid', 'activity', 'day'])
  })

  test('six suspects are the most, and one can be taken away again', async () => {
    const { backend, user } = renderPage({ isWelcomed: false })
    await screen.findByRole('heading', { level: 2, name: 'What bothers you?' })
    await user.click(next())
    const six = [
      'Alcohol',
      'Hot days',
      'No warm-up before sport',
      'Tight bedding',
      'Sitting for long',
      'A lot of training',
    ]
    for (const name of six) {
      await user.click(await screen.findByRole('checkbox', { name }))
      await waitFor(() => expect(screen.getByRole('checkbox', { name })).toHaveProperty('disabled', false))
    }
    expect(await screen.findByText('6 is the most. Take one away to choose another.')).toBeDefined()
    expect(screen.getByRole('checkbox', { name: 'A cold bedroom' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('checkbox', { name: 'Alcohol' }))
    await waitFor(() =>
      expect(screen.getByRole('checkbox', { name: 'A cold bedroom' })).toHaveProperty('disabled', false),
    )
    expect(backend.journal.suspects.list().filter(({ withdrawnOn }) => withdrawnOn === null)).toHaveLength(5)
  })

  test('a journal that was filled in between keeps what it follows', async () => {
    const { backend, user } = renderPage({
      isWelcomed: false,
      entries: [{ ...fluidDraft(), id: 1, loggedAt: NOW, editedAt: null }],
    })
    const before = backend.journal.profile.get().trackedKinds
    await user.click(await screen.findByRole('button', { name: 'Start my journal' }))
    await screen.findByRole('heading', { level: 1, name: 'Today' })
    expect(backend.journal.profile.get().trackedKinds).toEqual(before)
  })

  test('the demo opens apart', async () => {
    const { backend, user } = renderPage({ isWelcomed: false })
    await screen.findByRole('heading', { level: 2, name: 'What bothers you?' })
    await user.click(next())
    await user.click(next())
    await user.click(await screen.findByRole('button', { name: 'Look at the demo' }))
    expect(backend.calls.map(({ call }) => call)).toContain('openDemo')
  })
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
