import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { CheckIn, TrackedKind } from '../../../shared/kinds/check-in.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft, fluidDraft, listedFactor } from '../../shared/kinds/drafts.ts'
import { type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

const DAY_START = 240
const at = (date: string, clock: string) => momentAt(date, clock, TIME_ZONE)
const say = (kind: TrackedKind, date: string): CheckIn => ({ kind, date, dayStartMinutes: DAY_START })

async function open(
  clock: string,
  { followed = ['cramp', 'fluid', 'stretch'], ...options }: PageOptions & { followed?: TrackedKind[] } = {},
) {
  const page = renderPage({
    now: () => at('2026-11-20', clock).at,
    profile: { ...emptyProfile, trackedKinds: followed, reminderAsked: true },
    ...options,
  })
  await screen.findByRole('heading', { level: 1 })
  if (options.route !== '/insights') await screen.findByRole('region', { name: 'Cramps' })
  return page
}
const findButton = () => screen.findByRole('button', { name: /^Finish / })
const getSheet = () => screen.findByRole('dialog', { name: /^Finish / })
const listQuestions = async () =>
  within(await getSheet())
    .getAllByRole('listitem')
    .map(item => item.textContent)

describe('the button', () => {
  test('comes late in the afternoon for today, and until noon for yesterday', async () => {
    await open('16:00')
    expect((await findButton()).textContent).toContain('Finish today')
  })
  test('is for yesterday in the morning', async () => {
    await open('07:00')
    expect((await findButton()).textContent).toContain('Finish yesterday')
  })
  test('is not there at two in the afternoon, where the key still works', async () => {
    const { user } = await open('14:00')
    expect(screen.queryByRole('button', { name: /^Finish / })).toBeNull()
    await user.keyboard('e')
    await getSheet()
  })
  test('the key opens today in the morning, once nothing is left of yesterday', async () => {
    const { user } = await open('09:00', { followed: ['stretch'], checkIns: [say('stretch', '2026-11-19')] })
    await user.keyboard('e')
    await screen.findByRole('dialog', { name: /^Finish today/ })
  })
  test('is not there when nothing is left', async () => {
    await open('17:00', {
      followed: ['stretch'],
      checkIns: [say('stretch', '2026-11-20')],
    })
    expect(screen.queryByRole('button', { name: /^Finish / })).toBeNull()
  })
})

describe('the sheet', () => {
  test('asks cramps first and largest, in words that say which hours are cleared', async () => {
    const { user } = await open('07:00')
    await user.keyboard('e')
    const [cramps] = await listQuestions()
    expect(cramps).toContain('No cramp since yesterday noon')
  })

  test('in the evening speaks of both noons: the night to come is not cleared', async () => {
    const { user, backend } = await open('20:00')
    await user.keyboard('e')
    expect((await listQuestions())[0]).toContain('No cramp from yesterday noon to today noon')
    await user.keyboard('n')
    await waitFor(() => expect(backend.checkIns()).toEqual([say('cramp', '2026-11-19')]))
  })

  test('keys answer one question after the other, however fast, and Enter closes', async () => {
    const { user, backend } = await open('20:00')
    await user.keyboard('ennn')
    await within(await getSheet()).findByText('That is everything for today.')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() =>
      expect(backend.checkIns()).toEqual([
        say('cramp', '2026-11-19'),
        say('fluid', '2026-11-20'),
        say('stretch', '2026-11-20'),
      ]),
    )
  })

  test('a skipped question stays open', async () => {
    const { user, backend } = await open('20:00')
    await user.keyboard('esn')
    await waitFor(() => expect(backend.checkIns()).toEqual([say('fluid', '2026-11-20')]))
  })

  test('every press can be taken back, in the row and by Ctrl+Z', async () => {
    const { user, backend } = await open('20:00')
    await user.keyboard('en')
    await waitFor(() => expect(backend.checkIns()).toHaveLength(1))
    await user.click(within(await getSheet()).getByRole('button', { name: /^Take back: Cramps/ }))
    await waitFor(() => expect(backend.checkIns()).toEqual([]))
    await user.keyboard('n')
    await waitFor(() => expect(backend.checkIns()).toHaveLength(1))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(backend.checkIns()).toEqual([]))
    await within(await getSheet()).findByRole('button', { name: /^Cramps: No cramp/ })
  })

  test('little to drink is asked back, and no part of an ordinary day', async () => {
    const { user } = await open('20:00', {
      followed: ['fluid'],
      entries: [
        {
          ...fluidDraft({ ...at('2026-11-20', '10:00'), volumeMl: 250 }),
          id: 1,
          loggedAt: at('2026-11-20', '10:00').at,
          editedAt: null,
        },
      ],
    })
    await user.keyboard('e')
    const [drinks] = await listQuestions()
    expect(drinks).toContain('Is it really everything?')
    expect(screen.queryByRole('region', { name: 'An ordinary day' })).toBeNull()
  })

  test('an ordinary day leaves what is not usual to be asked', async () => {
    const free = [2, 3, 4, 5].map(ago => say('stretch', addDays('2026-11-20', -ago)))
    const { user, backend } = await open('20:00', { followed: ['cramp', 'stretch'], checkIns: free })
    await user.keyboard('e')
    const ordinary = await screen.findByRole('region', { name: 'An ordinary day' })
    expect(ordinary.textContent).toContain('Stores: no stretching.')
    expect(ordinary.textContent).toContain('Still asked: Cramps.')
    await user.keyboard('o')
    await waitFor(() =>
      expect(backend.checkIns()).toContainEqual({ ...say('stretch', '2026-11-20'), inOnePress: true }),
    )
    await within(await getSheet()).findByRole('button', { name: /^Cramps: No cramp/ })
  })

  test('a cramp at five in the afternoon: the next morning does not ask about it', async () => {
    const { user } = await open('07:00', {
      followed: ['cramp'],
      entries: [
        {
          ...crampDraft(at('2026-11-19', '17:00')),
          id: 1,
          loggedAt: at('2026-11-19', '17:05').at,
          editedAt: null,
        },
      ],
    })
    await user.keyboard('e')
    await within(await getSheet()).findByText('Everything you follow is answered for this day.')
  })

  test('an own factor is answered by yes or no', async () => {
    const { user, backend } = await open('20:00', {
      followed: [],
      seed: journal => {
        journal.ownFactors.add(listedFactor({ name: 'Compression socks' }))
      },
    })
    await user.keyboard('ey')
    await waitFor(() =>
      expect(backend.entries()).toMatchObject([
        { kind: 'own-factor', present: true, ...at('2026-11-20', '12:00') },
      ]),
    )
    await user.click(within(await getSheet()).getByRole('button', { name: /^Take back: Compression socks/ }))
    await waitFor(() => expect(backend.entries()).toEqual([]))
  })

  test('an amount and a score of one’s own have their keys', async () => {
    const { user, backend } = await open('20:00', {
      followed: [],
      seed: journal => {
        journal.ownFactors.add(listedFactor({ name: 'Brine', answer: 'amount', unit: 'ml' }))
        journal.ownFactors.add(listedFactor({ name: 'Stress', answer: 'scale' }))
      },
    })
    await user.keyboard('ent')
    await waitFor(() => expect(backend.entries()).toMatchObject([{ kind: 'own-factor', score: 10 }]))
    await waitFor(() =>
      expect(backend.journal.factorCheckIns.list('2026-11-20', '2026-11-20')).toMatchObject([
        { factorId: 1 },
      ]),
    )
    await user.click(within(await getSheet()).getByRole('button', { name: 'Take back: Brine, None' }))
    await waitFor(() => expect(backend.journal.factorCheckIns.listArchived()).toEqual([]))
  })

  test('an answer that cannot be stored opens its question again', async () => {
    const { user, backend } = await open('20:00')
    backend.failNext('setCheckIns', { code: 'internal', message: 'The disk is full.' })
    await user.keyboard('en')
    await screen.findByText('The disk is full.')
    await within(await getSheet()).findByRole('button', { name: /^Cramps: No cramp/ })
    expect(backend.checkIns()).toEqual([])
  })

  test('is opened by a click on a notification', async () => {
    const { backend } = await open('20:00', { route: '/insights' })
    backend.sendEvent('finishDay', { date: '2026-11-20' })
    await getSheet()
  })

  test('is opened by the address of a notification', async () => {
    await open('20:00', { route: '/today?finish=2026-11-20' })
    await getSheet()
  })
})

describe('the question about a reminder', () => {
  const firstWeek = [
    {
      ...crampDraft(at('2026-11-12', '03:00')),
      id: 1,
      loggedAt: at('2026-11-12', '08:00').at,
      editedAt: null,
    },
  ]
  const profile = { ...emptyProfile, trackedKinds: ['cramp' as const] }
  const findQuestion = () => screen.findByRole('complementary', { name: 'Reminder' })

  test('comes once, and "Remind me" turns it on', async () => {
    const { user, backend } = await open('14:00', { entries: firstWeek, profile })
    await user.click(within(await findQuestion()).getByRole('button', { name: 'Remind me' }))
    await waitFor(() =>
      expect(backend.journal.profile.get()).toMatchObject({ reminderHour: 20, reminderAsked: true }),
    )
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Reminder' })).toBeNull())
  })

  test('"No reminder" ends it for good', async () => {
    const { user, backend } = await open('14:00', { entries: firstWeek, profile })
    await user.click(within(await findQuestion()).getByRole('button', { name: 'No reminder' }))
    await waitFor(() =>
      expect(backend.journal.profile.get()).toMatchObject({ reminderHour: null, reminderAsked: true }),
    )
    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Reminder' })).toBeNull())
  })

  test('is not put in the first week', async () => {
    await open('14:00', { entries: firstWeek, profile, now: () => at('2026-11-18', '14:00').at })
    expect(screen.queryByRole('complementary', { name: 'Reminder' })).toBeNull()
  })
})
