/** Today follows what is followed: own things, more to follow, the sentence of the nights, and the offer to name suspects. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft, listedFactor } from '../../shared/kinds/drafts.ts'
import { type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

async function openDay(options: PageOptions = {}) {
  const page = renderPage(options)
  await screen.findByRole('heading', { level: 2, name: /^Logged/ })
  return page
}

const socks = listedFactor({ name: 'Compression socks' })

describe('own things', () => {
  const seed: NonNullable<PageOptions['seed']> = journal => void journal.ownFactors.add(socks)
  const group = () => within(screen.getByRole('group', { name: 'Compression socks, today' }))

  test('are answered with one press, changed with another, and taken back with the same', async () => {
    const { backend, user } = await openDay({ seed })
    await screen.findByRole('region', { name: 'My own things' })
    await user.click(group().getByRole('button', { name: 'Yes' }))
    await waitFor(() => expect(backend.entries()).toMatchObject([{ kind: 'own-factor', present: true }]))
    await waitFor(() =>
      expect(group().getByRole('button', { name: 'Yes' }).getAttribute('aria-pressed')).toBe('true'),
    )
    await user.click(group().getByRole('button', { name: 'No' }))
    await waitFor(() => expect(backend.entries()).toMatchObject([{ present: false }]))
    await waitFor(() =>
      expect(group().getByRole('button', { name: 'No' }).getAttribute('aria-pressed')).toBe('true'),
    )
    await user.click(group().getByRole('button', { name: 'No' }))
    await waitFor(() => expect(backend.entries()).toEqual([]))
  })

  test('that are archived are asked no more, and can be followed again', async () => {
    const { user } = await openDay({
      seed: journal => void journal.ownFactors.add({ ...socks, archived: true }),
    })
    expect(screen.queryByRole('region', { name: 'My own things' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Follow something else' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Compression socks' }))
    expect(await screen.findByRole('region', { name: 'My own things' })).toBeDefined()
  })

  test('begin on Today, under “Follow something else”', async () => {
    const { backend, user } = await openDay()
    await user.click(screen.getByRole('button', { name: 'Follow something else' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Something of my own' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Something of my own' }))
    await user.click(dialog.getByRole('button', { name: 'Follow it' }))
    expect(dialog.getByText('Enter a name for it.')).toBeDefined()
    await user.type(dialog.getByLabelText('What is it?'), 'Pickle brine{Enter}')
    await waitFor(() => expect(backend.journal.ownFactors.list()).toMatchObject([{ name: 'Pickle brine' }]))
    expect(await screen.findByRole('group', { name: 'Pickle brine, today' })).toBeDefined()
  })

  test('can be amounts: a unit is asked for, the last amount is one press away, and none today is an answer', async () => {
    const { backend, user } = await openDay()
    await user.click(screen.getByRole('button', { name: 'Follow something else' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Something of my own' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Something of my own' }))
    await user.type(dialog.getByLabelText('What is it?'), 'Pickle brine')
    await user.click(dialog.getByRole('radio', { name: 'An amount, each time' }))
    await user.click(dialog.getByRole('button', { name: 'Follow it' }))
    expect(dialog.getByText('Enter a unit, such as ml or pieces.')).toBeDefined()
    await user.type(dialog.getByLabelText('Unit'), 'ml')
    expect(dialog.getByText('“Pickle brine 2 ml”')).toBeDefined()
    await user.click(dialog.getByRole('button', { name: 'Follow it' }))
    await waitFor(() =>
      expect(backend.journal.ownFactors.list()).toMatchObject([{ answer: 'amount', unit: 'ml' }]),
    )
    const brine = within(await screen.findByRole('group', { name: 'Pickle brine, today' }))
    await user.click(brine.getByRole('button', { name: 'Pickle brine: none today' }))
    await brine.findByRole('button', { name: 'Pickle brine: none today', pressed: true })
    expect(backend.journal.factorCheckIns.listArchived()).toHaveLength(1)
    await user.click(brine.getByRole('button', { name: 'Pickle brine: an amount' }))
    const form = within(await screen.findByRole('dialog', { name: 'Log one of my own things' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(form.getByText('Enter an answer.')).toBeDefined()
    await user.type(form.getByLabelText('How much, in ml'), '60{Enter}')
    await waitFor(() => expect(backend.entries()).toMatchObject([{ amount: 60, present: null }]))
    await user.click(await brine.findByRole('button', { name: /^Pickle brine: 60/ }))
    await waitFor(() => expect(backend.entries()).toMatchObject([{ amount: 60 }, { amount: 60 }]))
    expect(await brine.findByText(/^120/)).toBeDefined()
  })

  test('from 0 to 10 are one tab stop: arrow keys move, Enter answers, and again takes it back', async () => {
    const { backend, user } = await openDay({
      seed: journal => void journal.ownFactors.add(listedFactor({ name: 'Stress', answer: 'scale' })),
    })
    const row = within(await screen.findByRole('toolbar', { name: 'Stress, from 0 to 10' }))
    row.getByRole('button', { name: '0' }).focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}')
    await waitFor(() => expect(backend.entries()).toMatchObject([{ kind: 'own-factor', score: 2 }]))
    await row.findByRole('button', { name: '2', pressed: true })
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(row.getByRole('button', { name: '10' }))
    await user.keyboard('{Enter}')
    await row.findByRole('button', { name: '10', pressed: true })
    expect(backend.entries()).toMatchObject([{ score: 10 }])
    await user.keyboard('{Enter}')
    await waitFor(() => expect(backend.entries()).toEqual([]))
  })

  test('are ten at first, however many are followed', async () => {
    const { user } = await openDay({
      seed: journal => {
        for (let number = 1; number <= 60; number++)
          journal.ownFactors.add(listedFactor({ name: `Thing ${String(number).padStart(2, '0')}` }))
      },
    })
    const card = within(await screen.findByRole('region', { name: 'My own things' }))
    expect(card.getAllByRole('group')).toHaveLength(10)
    await user.click(card.getByRole('button', { name: 'Show 50 more' }))
    expect(card.getAllByRole('group')).toHaveLength(60)
  })
})

test('a kind that is not followed is one press away, with the way back', async () => {
  const { backend, user } = await openDay({ profile: { ...emptyProfile, trackedKinds: ['cramp'] } })
  await user.click(screen.getByRole('button', { name: 'Follow something else' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Drinks' }))
  expect(await screen.findByRole('region', { name: 'Drinks' })).toBeDefined()
  expect(backend.journal.profile.get().trackedKinds).toEqual(['cramp', 'fluid'])
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Drinks' })).toBeNull())
})

describe('the sentence', () => {
  const cramp = (date: string) => ({
    ...crampDraft(momentAt(date, '03:05', TIME_ZONE)),
    id: 1,
    loggedAt: 0,
    editedAt: null,
  })

  test('asks about the nights without an answer, and counts them once they have one', async () => {
    const { backend, user } = await openDay({ entries: [cramp('2026-11-18')] })
    expect(
      await screen.findByText('No cramp written down since Wednesday; 2 nights are not answered.'),
    ).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Answer the last 2 nights' }))
    const nights = within(screen.getByRole('list', { name: 'Nights without an answer' }))
    for (let left = 2; left > 0; left--) {
      const [first] = nights.getAllByRole('button', { name: /No cramp/ })
      if (first === undefined) throw new Error('there is no night to answer')
      await user.click(first)
      await waitFor(() => expect(backend.checkIns()).toHaveLength(3 - left))
    }
    expect(
      await screen.findByText(/^No cramp on the last 2 nights\. The last one: left calf, Wednesday/),
    ).toBeDefined()
  })
})

test('a journal without suspects offers to name some, until told not now', async () => {
  const { user } = await openDay({
    entries: [
      { ...crampDraft(momentAt('2026-11-01', '03:05', TIME_ZONE)), id: 1, loggedAt: 0, editedAt: null },
    ],
  })
  const offer = await screen.findByText(/Do you suspect something\?/)
  await user.click(within(offer).getByRole('button', { name: 'Not now' }))
  expect(screen.queryByText(/Do you suspect something\?/)).toBeNull()
})
