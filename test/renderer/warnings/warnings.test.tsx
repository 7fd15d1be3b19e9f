import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { formatDate } from '../../../renderer/data/format.ts'
import type { CrampDraft } from '../../../shared/kinds/cramp.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { NOW, type PageOptions, renderPage } from '../render-page.tsx'

type Rule = 'E1' | 'S2' | 'R1' | 'R2' | 'R9'

/** Cramp that raises each rule, and the title of its card. */
const signs: Record<Rule, { title: string; cramp: Partial<CrampDraft> }> = {
  E1: { title: 'Chest pain or trouble breathing: get help now', cramp: { symptoms: ['chest-pain'] } },
  S2: {
    title: 'One leg that is swollen, warm, throbbing or discoloured',
    cramp: { symptoms: ['swelling'] },
  },
  R1: { title: 'Still painful after 48 hours', cramp: { sorenessHours: 72 } },
  R2: {
    title: 'Limping for more than a day',
    cramp: { symptoms: ['limping'], circumstances: ['longer-than-a-day'] },
  },
  R9: { title: 'Weakness, thinner muscles or tripping', cramp: { symptoms: ['clumsy-or-tripping'] } },
}
const titleOf = (rule: Rule) => signs[rule].title
const [CHEST, LEG, SORE, LIMPING, WEAKNESS] = [
  titleOf('E1'),
  titleOf('S2'),
  titleOf('R1'),
  titleOf('R2'),
  titleOf('R9'),
]

/** Journal in which these rules have raised their cards, with the ids 1, 2, ... */
const withCards = (...rules: Rule[]): PageOptions => ({
  profile: { ...emptyProfile, region: 'eu' },
  seed: ({ entries, warnings }) => {
    for (const rule of rules) {
      const cramp = entries.add(crampAt('2026-11-20', '03:10', signs[rule].cramp), NOW)
      warnings.raise(rule, cramp.id, NOW)
    }
  },
})

test('a card says how soon in words, what to do and whom to call, why, and what it is about', async () => {
  renderPage(withCards('S2'))
  const card = await screen.findByRole('article', { name: LEG })
  for (const text of [
    'See someone today',
    'Contact your doctor or an out-of-hours medical service today. Do not massage or stretch the leg until then.',
    'A cramp alone does not do this to a leg. The blood flow in the leg should be checked.',
    'If you get chest pain, become short of breath or cough up blood, call 112.',
    `${formatDate('2026-11-20', 'short')}. You recorded: a cramp (left calf); swelling. This is not a diagnosis.`,
  ])
    expect(within(card).getByText(text)).toBeDefined()
})

test('cards stand above the content of every screen, the emergency first', async () => {
  const { user } = renderPage(withCards('S2', 'E1'))
  for (const name of ['Today', 'Insights', 'Plan', 'Settings']) {
    await user.click(await screen.findByRole('link', { name }))
    const title = await screen.findByRole('heading', { level: 1, name })
    const cards = within(screen.getByRole('region', { name: 'Warning signs' })).getAllByRole('article')
    expect(cards.map(card => within(card).getByRole('heading').textContent)).toEqual([CHEST, LEG])
    expect(cards[0]?.textContent).toMatch(/^Emergency/)
    expect(cards[1]?.compareDocumentPosition(title)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  }
})

test('a card goes when it is read, and only that one; the focus stays where the next one is', async () => {
  const { backend, user } = renderPage(withCards('S2', 'E1'))
  const card = await screen.findByRole('article', { name: CHEST })
  await user.click(within(card).getByRole('button', { name: 'I have read this' }))
  await waitFor(() => expect(screen.queryByRole('article', { name: CHEST })).toBeNull())
  expect(screen.getByRole('article', { name: LEG })).toBeDefined()
  expect(backend.calls.filter(({ call }) => call === 'acknowledgeWarning').map(({ input }) => input)).toEqual(
    [{ id: 2, acknowledged: true }],
  )
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')))
})

test('an appointment can be put off for four weeks, and comes back with undo; nothing urgent can', async () => {
  const { backend, user } = renderPage(withCards('S2', 'E1', 'R2'))
  const card = await screen.findByRole('article', { name: LIMPING })
  expect(screen.getAllByRole('button', { name: 'Remind me in 4 weeks' })).toHaveLength(1)
  await user.click(within(card).getByRole('button', { name: 'Remind me in 4 weeks' }))
  await waitFor(() => expect(screen.queryByRole('article', { name: LIMPING })).toBeNull())
  expect(screen.getByRole('article', { name: CHEST })).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('article', { name: LIMPING })).toBeDefined()
  expect(backend.calls.filter(({ call }) => call === 'snoozeWarning').map(({ input }) => input)).toEqual([
    { id: 3, snoozed: true },
    { id: 3, snoozed: false },
  ])
})

test('reading can be taken back, with Undo at once and from the plan later', async () => {
  const { user } = renderPage({ route: '/plan', ...withCards('S2', 'E1') })
  const shown = async () => screen.findByRole('region', { name: 'Warning signs' })
  const isOnTop = async () => within(await shown()).queryByRole('article', { name: CHEST }) !== null
  const read = async () =>
    user.click(
      within(within(await shown()).getByRole('article', { name: CHEST })).getByRole('button', {
        name: 'I have read this',
      }),
    )
  await read()
  await waitFor(async () => expect(await isOnTop()).toBe(false))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await isOnTop()).toBe(true))

  await read()
  await user.click(await screen.findByText('Warning cards so far (2)'))
  const [kept] = screen.getAllByRole('article', { name: CHEST })
  if (kept === undefined) throw new Error('the card is out of reach')
  await waitFor(() =>
    expect(kept.textContent).toContain(`You read it on ${formatDate('2026-11-20', 'short')}.`),
  )
  await user.click(within(kept).getByRole('button', { name: 'Show it again' }))
  await waitFor(async () => expect(await isOnTop()).toBe(true))
})

test('cards that can wait are in full on Today and one line elsewhere; what should be seen soon is always full', async () => {
  const { user } = renderPage(withCards('E1', 'R9', 'R1', 'R2'))
  const titles = () =>
    screen.getAllByRole('article').map(card => within(card).getByRole('heading').textContent)
  await screen.findByRole('article', { name: LIMPING })
  expect(titles().toSorted()).toEqual([CHEST, LIMPING, SORE, WEAKNESS].toSorted())
  expect(titles()[0]).toBe(CHEST)
  expect(screen.queryByText('2 things for your next appointment')).toBeNull()

  const signs = () => within(screen.getByRole('region', { name: 'Warning signs' }))
  for (const name of ['Insights', 'Report']) {
    await user.click(screen.getByRole('link', { name }))
    await screen.findByRole('heading', { level: 1, name })
    expect(signs().getByText('2 things for your next appointment')).toBeDefined()
    expect(
      signs()
        .getAllByRole('article')
        .map(card => within(card).getByRole('heading').textContent),
    ).toEqual([CHEST, WEAKNESS])
    await user.click(signs().getByRole('button', { name: 'Show', expanded: false }))
    expect(signs().getAllByRole('article')).toHaveLength(4)
  }
  const limping = signs().getByRole('article', { name: LIMPING })
  await user.click(within(limping).getByRole('button', { name: 'I have read this' }))
  expect(
    await signs().findByText(`For your next appointment: ${SORE.charAt(0).toLowerCase()}${SORE.slice(1)}`),
  ).toBeDefined()
})

test('in the middle of a cramp only what cannot wait stands before what helps', async () => {
  const { user } = renderPage(withCards('S2', 'R2'))
  await screen.findByRole('article', { name: LIMPING })
  await user.click(screen.getByRole('button', { name: /^Cramp now/ }))
  await screen.findByRole('timer')
  expect(screen.getByRole('article', { name: LEG })).toBeDefined()
  expect(screen.queryByRole('article', { name: LIMPING })).toBeNull()
})

test('a card names the guidance it follows, and what in it is our own judgement', async () => {
  renderPage(withCards('S2', 'R1'))
  const swollen = within(await screen.findByRole('article', { name: LEG }))
  expect(
    swollen.getByText('National Health Service (NHS): signs of a blood clot in the leg or the lungs'),
  ).toBeDefined()
  expect(
    swollen.getByText(/^Our own judgement, which no clinician has confirmed yet: not to massage/),
  ).toBeDefined()
  const sore = within(screen.getByRole('article', { name: SORE }))
  expect(sore.getByText(/^General articles about cramps/)).toBeDefined()
})

test('a card that could not be noted as read stays', async () => {
  const { backend, user } = renderPage(withCards('S2'))
  const card = await screen.findByRole('article', { name: LEG })
  backend.failNext('acknowledgeWarning', { code: 'journal-unavailable', message: 'The disk is full.' })
  await user.click(within(card).getByRole('button', { name: 'I have read this' }))
  expect(await screen.findByText('The disk is full.')).toBeDefined()
  expect(screen.getByRole('article', { name: LEG })).toBeDefined()
})

test('without cards there is no word of warnings', async () => {
  renderPage()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await screen.findByRole('region', { name: 'Logged today' })
  expect(screen.queryByRole('region', { name: 'Warning signs' })).toBeNull()
})
