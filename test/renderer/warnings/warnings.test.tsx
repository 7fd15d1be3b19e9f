import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { formatDate } from '../../../renderer/data/format.ts'
import type { WarningLevel } from '../../../shared/advice/warning-signs/rule.ts'
import type { Warning } from '../../../shared/advice/warning-signs/warnings.ts'
import { NOW, renderPage } from '../render-page.tsx'

const makeWarning = (id: number, level: WarningLevel, title: string): Warning => ({
  id,
  rule: level === 'emergency' ? 'E1' : 'S2',
  level,
  entryId: 1,
  at: NOW,
  offsetMinutes: 60,
  raisedAt: NOW,
  acknowledgedAt: null,
  snoozedUntil: null,
  closing: null,
  card: {
    title,
    recorded: 'You recorded: swelling. This is not a diagnosis.',
    why: 'It can have reasons that need treatment.',
    known: [],
    whatToDo: level === 'emergency' ? 'Call 112 now.' : 'Contact your doctor today.',
    watchFor: level === 'emergency' ? null : 'If you become short of breath, call 112.',
  },
})

const chest = makeWarning(2, 'emergency', 'Chest pain')
const leg = makeWarning(1, 'same-day', 'One swollen leg')
const overview = {
  fromDate: '2026-11-02',
  toDate: '2026-11-20',
  weeks: [],
  runUp: [],
  marks: [],
}

test('a card says how soon in words, what to do and whom to call, why, and what it is about', async () => {
  renderPage({ warnings: [leg] })
  const card = await screen.findByRole('article', { name: 'One swollen leg' })
  for (const text of [
    'See someone today',
    'Contact your doctor today.',
    'It can have reasons that need treatment.',
    'If you become short of breath, call 112.',
    `${formatDate('2026-11-20', 'short')}. You recorded: swelling. This is not a diagnosis.`,
  ])
    expect(within(card).getByText(text)).toBeDefined()
})

test('cards stand above the content of every screen, the emergency first', async () => {
  const { user } = renderPage({ warnings: [chest, leg], handlers: { getOverview: () => overview } })
  for (const name of ['Today', 'Insights', 'Plan', 'Settings']) {
    await user.click(await screen.findByRole('link', { name }))
    const title = await screen.findByRole('heading', { level: 1, name })
    const cards = within(screen.getByRole('region', { name: 'Warning signs' })).getAllByRole('article')
    expect(cards.map(card => within(card).getByRole('heading').textContent)).toEqual([
      'Chest pain',
      'One swollen leg',
    ])
    expect(cards[0]?.textContent).toMatch(/^Emergency/)
    expect(cards[1]?.compareDocumentPosition(title)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  }
})

test('a card goes when it is read, and only that one; the focus stays where the next one is', async () => {
  const { fake, user } = renderPage({ warnings: [chest, leg] })
  const card = await screen.findByRole('article', { name: 'Chest pain' })
  await user.click(within(card).getByRole('button', { name: 'I have read this' }))
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Chest pain' })).toBeNull())
  expect(screen.getByRole('article', { name: 'One swollen leg' })).toBeDefined()
  expect(fake.calls.filter(({ call }) => call === 'acknowledgeWarning').map(({ input }) => input)).toEqual([
    { id: 2, acknowledged: true },
  ])
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')))
})

test('an appointment can be put off for four weeks, and comes back with undo; nothing urgent can', async () => {
  const routine = { ...makeWarning(3, 'routine', 'Limping'), rule: 'R2' }
  const { fake, user } = renderPage({ warnings: [chest, leg, routine] })
  const card = await screen.findByRole('article', { name: 'Limping' })
  expect(screen.getAllByRole('button', { name: 'Remind me in 4 weeks' })).toHaveLength(1)
  await user.click(within(card).getByRole('button', { name: 'Remind me in 4 weeks' }))
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Limping' })).toBeNull())
  expect(screen.getByRole('article', { name: 'Chest pain' })).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('article', { name: 'Limping' })).toBeDefined()
  expect(fake.calls.filter(({ call }) => call === 'snoozeWarning').map(({ input }) => input)).toEqual([
    { id: 3, snoozed: true },
    { id: 3, snoozed: false },
  ])
})

test('reading can be taken back, with Undo at once and from the plan later', async () => {
  const { user } = renderPage({ route: '/plan', warnings: [chest, leg] })
  const shown = async () => screen.findByRole('region', { name: 'Warning signs' })
  const isOnTop = async () => within(await shown()).queryByRole('article', { name: 'Chest pain' }) !== null
  const read = async () =>
    user.click(
      within(within(await shown()).getByRole('article', { name: 'Chest pain' })).getByRole('button', {
        name: 'I have read this',
      }),
    )
  await read()
  await waitFor(async () => expect(await isOnTop()).toBe(false))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await isOnTop()).toBe(true))

  await read()
  await user.click(await screen.findByText('Warning cards so far (2)'))
  const [kept] = screen.getAllByRole('article', { name: 'Chest pain' })
  if (kept === undefined) throw new Error('the card is out of reach')
  await waitFor(() =>
    expect(kept.textContent).toContain(`You read it on ${formatDate('2026-11-20', 'short')}.`),
  )
  await user.click(within(kept).getByRole('button', { name: 'Show it again' }))
  await waitFor(async () => expect(await isOnTop()).toBe(true))
})

test('several cards that can wait are one, which opens; what should be seen soon is not among them', async () => {
  const routine = (id: number, rule: string, title: string) => ({
    ...makeWarning(id, 'routine', title),
    rule,
  })
  const { user } = renderPage({
    warnings: [
      chest,
      routine(3, 'R2', 'Limping'),
      routine(4, 'R7', 'Frequent'),
      routine(5, 'R9', 'Weakness'),
    ],
  })
  const folded = await screen.findByRole('article', {
    name: '2 things to talk over at your next appointment',
  })
  expect(within(folded).getByText('Limping · Frequent')).toBeDefined()
  const titles = () =>
    screen.getAllByRole('article').map(card => within(card).getByRole('heading').textContent)
  expect(titles()).toEqual(['Chest pain', 'Weakness', '2 things to talk over at your next appointment'])
  await user.click(within(folded).getByRole('button', { name: 'Show them', expanded: false }))
  expect(titles().slice(3)).toEqual(['Limping', 'Frequent'])
  const limping = screen.getByRole('article', { name: 'Limping' })
  await user.click(within(limping).getByRole('button', { name: 'I have read this' }))
  // One alone needs no cover.
  await waitFor(() => expect(titles()).toEqual(['Chest pain', 'Frequent', 'Weakness']))
})

test('in the middle of a cramp only what cannot wait stands before what helps', async () => {
  const visit = { ...makeWarning(3, 'routine', 'Cramps more often'), rule: 'R7' as const }
  const { user } = renderPage({ warnings: [leg, visit] })
  await screen.findByRole('article', { name: 'Cramps more often' })
  await user.click(screen.getByRole('button', { name: /^Cramp now/ }))
  await screen.findByRole('timer')
  expect(screen.getByRole('article', { name: 'One swollen leg' })).toBeDefined()
  expect(screen.queryByRole('article', { name: 'Cramps more often' })).toBeNull()
})

test('a card names the guidance it follows, and what in it is our own judgement', async () => {
  renderPage({ warnings: [leg, { ...makeWarning(3, 'routine', 'Still sore'), rule: 'R1' }] })
  const swollen = within(await screen.findByRole('article', { name: 'One swollen leg' }))
  expect(
    swollen.getByText('National Health Service (NHS): signs of a blood clot in the leg or the lungs'),
  ).toBeDefined()
  expect(
    swollen.getByText(/^Our own judgement, which no clinician has confirmed yet: not to massage/),
  ).toBeDefined()
  const sore = within(screen.getByRole('article', { name: 'Still sore' }))
  expect(sore.getByText(/^General articles about cramps/)).toBeDefined()
})

test('a card that could not be noted as read stays', async () => {
  const { fake, user } = renderPage({ warnings: [leg] })
  const card = await screen.findByRole('article', { name: 'One swollen leg' })
  fake.failNext('acknowledgeWarning', { code: 'journal-unavailable', message: 'The disk is full.' })
  await user.click(within(card).getByRole('button', { name: 'I have read this' }))
  expect(await screen.findByText('The disk is full.')).toBeDefined()
  expect(screen.getByRole('article', { name: 'One swollen leg' })).toBeDefined()
})

test('without cards there is no word of warnings', async () => {
  renderPage()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await screen.findByRole('region', { name: 'Logged today' })
  expect(screen.queryByRole('region', { name: 'Warning signs' })).toBeNull()
})
