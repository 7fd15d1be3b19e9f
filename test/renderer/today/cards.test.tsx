/** Cards of Today other than cramps, drinks and shoes: night, habits, food, timer, gaps, and the choice of cards. */
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { formatDate } from '../../../renderer/data/format.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import { draftOf, type Entry } from '../../../shared/kinds/entry.ts'
import { emptyProfile, type Profile } from '../../../shared/kinds/profile.ts'
import { datesFromTo } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { makeEntry } from '../../support/make-entry.ts'
import { NOW, type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

const at = (clock: string, date = '2026-11-20') => momentAt(date, clock, TIME_ZONE)
const card = (name: string) => within(screen.getByRole('region', { name }))

async function openDay({
  profile,
  ...options
}: Omit<PageOptions, 'profile'> & { profile?: Partial<Profile> } = {}) {
  const page = renderPage({ ...options, profile: { ...emptyProfile, ...profile } })
  await screen.findByRole('heading', { level: 2, name: /^Logged/ })
  return page
}

async function openCard(name: string, options: Parameters<typeof openDay>[0] = {}) {
  const page = await openDay(options)
  await page.user.click(screen.getByRole('button', { name: new RegExp(`^${name}`), expanded: false }))
  return page
}

const water = (id: number, volumeMl: number) =>
  makeEntry(id, {
    kind: 'fluid',
    ...at('09:00'),
    note: '',
    drink: 'water',
    volumeMl,
    alcoholPercent: null,
    caffeineMg: null,
    reliefOf: null,
  })

describe('what is shown', () => {
  test('is only what somebody tracks', async () => {
    await openDay({ profile: { trackedKinds: ['cramp', 'food'] } })
    expect(screen.getByRole('region', { name: 'Food' })).toBeDefined()
    expect(screen.getByRole('region', { name: 'Cramps' })).toBeDefined()
    for (const name of ['Drinks', 'Footwear', 'Activity', 'Habits', 'Last night'])
      expect(screen.queryByRole('region', { name })).toBeNull()
  })

  test('follows the hour at which the person lets a day start', async () => {
    const night = at('01:30').at
    const { backend } = await openDay({ now: () => night, profile: { dayStartMinutes: 60 } })
    expect(screen.getAllByText(formatDate('2026-11-20', 'full')).length).toBeGreaterThan(0)
    expect(backend.calls.some(({ input }) => JSON.stringify(input).includes('"dayStartMinutes":60'))).toBe(
      true,
    )
  })
})

describe('drinks', () => {
  test('by the click bring the note on too much water, as soon as it is too much within an hour', async () => {
    const { backend, user } = await openDay()
    const half = card('Drinks').getByRole('button', { name: 'Water 500 ml' })
    for (const count of [1, 2]) {
      await user.click(half)
      await waitFor(() => expect(backend.entries()).toHaveLength(count))
    }
    expect(card('Drinks').queryByText(/dilutes the salt/)).toBeNull()
    await user.click(half)
    expect((await card('Drinks').findByText(/dilutes the salt/)).closest('[role=status]')).not.toBeNull()
    expect(backend.entries()).toHaveLength(3)
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(card('Drinks').queryByText(/dilutes the salt/)).toBeNull())
  })

  test('stand beside a band that is no goal', async () => {
    await openDay({ entries: [water(1, 500)], profile: { sex: 'female' } })
    expect(
      card('Drinks').getByText(
        'Health agencies count 1.4 L to 1.6 L of drinks a day as enough. It is not a target.',
      ),
    ).toBeDefined()
  })

  test('have no band for somebody whose clinician says how much', async () => {
    await openDay({ entries: [water(1, 500)], profile: { conditions: ['heart-disease'] } })
    expect(card('Drinks').getByText('Follow the amount your clinician gave you.')).toBeDefined()
    expect(card('Drinks').queryByText(/Health agencies/)).toBeNull()
  })
})

describe('an entry that was written down more than a week later', () => {
  test('says that it is from memory, and one of the same day does not', async () => {
    const drunk = at('09:00', '2026-11-02')
    const drink = (id: number, volumeMl: number, loggedAt: number) => ({
      ...makeEntry(id, { ...draftOf(water(id, volumeMl)), ...drunk }),
      loggedAt,
    })
    await openDay({ route: '/today/2026-11-02', entries: [drink(1, 300, NOW), drink(2, 200, drunk.at)] })
    const rows = within(screen.getByRole('region', { name: 'Logged on this day' })).getAllByRole('listitem')
    expect(
      rows.map(row => [row.textContent?.includes('300'), row.textContent?.includes('from memory')]),
    ).toEqual([
      [true, true],
      [false, false],
    ])
  })
})

describe('habits', () => {
  test('stretching before bed is one click', async () => {
    const { backend, user } = await openDay()
    await user.click(card('Habits').getByRole('button', { name: 'Stretched before bed' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'stretch',
      at: NOW,
      muscles: ['calf', 'hamstring'],
      durationMinutes: 3,
      beforeBed: true,
    })
    const habit = card('Habits').getByRole('button', { name: 'Stretched before bed' })
    await waitFor(() => expect(habit.getAttribute('aria-pressed')).toBe('true'))
  })

  test('stretching is offered as it was done the last time', async () => {
    const last = makeEntry(1, {
      kind: 'stretch',
      ...at('22:00', '2026-11-19'),
      note: '',
      muscles: ['arch'],
      durationMinutes: 5,
      beforeBed: true,
    })
    const { backend, user } = await openDay({ entries: [last] })
    await user.click(card('Habits').getByRole('button', { name: 'Stretched before bed' }))
    await waitFor(() => expect(backend.entries()[1]).toMatchObject({ muscles: ['arch'], durationMinutes: 5 }))
  })

  test('of the day share one entry, and what is taken back is unknown again, not none', async () => {
    const { backend, user } = await openDay()
    await user.click(card('Habits').getByRole('button', { name: 'Hot day' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    const salty = card('Habits').getByRole('button', { name: 'Salty after sweat' })
    await waitFor(() => expect(salty).toHaveProperty('disabled', false))
    await user.click(salty)
    await waitFor(() =>
      expect(backend.entries()).toMatchObject([
        { kind: 'day', ...at('12:00'), heat: 'hot', saltAfterSweat: true },
      ]),
    )
    const hot = card('Habits').getByRole('button', { name: 'Hot day' })
    await waitFor(() => expect(hot.getAttribute('aria-pressed')).toBe('true'))
    await user.click(hot)
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ heat: null, saltAfterSweat: true }))
    await user.click((await screen.findAllByRole('button', { name: 'Undo' })).at(-1) ?? hot)
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ heat: 'hot' }))
  })

  test('of the day leave no empty entry behind, and its entry cannot be written down twice', async () => {
    const { backend, user } = await openDay()
    const hot = () => card('Habits').getByRole('button', { name: 'Hot day' })
    await user.click(hot())
    await screen.findByRole('button', { name: /^Edit the day/ })
    expect(screen.queryByRole('button', { name: /^Duplicate/ })).toBeNull()
    await waitFor(() => expect(hot()).toHaveProperty('disabled', false))
    await user.click(hot())
    await waitFor(() => expect(backend.entries()).toHaveLength(0))
  })

  test('can be said to be none', async () => {
    const { backend, user } = await openDay()
    await user.click(card('Habits').getByRole('button', { name: 'Stretching: None today' }))
    await user.click(card('Habits').getByRole('button', { name: 'The day: None today' }))
    await waitFor(() =>
      expect(backend.checkIns()).toEqual([
        { date: '2026-11-20', kind: 'day', dayStartMinutes: 240 },
        { date: '2026-11-20', kind: 'stretch', dayStartMinutes: 240 },
      ]),
    )
  })
})

describe('last night', () => {
  test('is two times, and a click for each thing about it', async () => {
    const { backend, user } = await openCard('Last night')
    const night = card('Last night')
    expect(night.getByRole('button', { name: 'Save night' })).toHaveProperty('disabled', true)
    await user.click(within(night.getByRole('radiogroup', { name: 'Bedding' })).getByText('Tight'))
    await user.type(night.getByLabelText('To bed'), '23:10')
    await user.type(night.getByLabelText('Up'), '06:40')
    await user.click(night.getByRole('button', { name: 'Save night' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'night',
      ...at('23:10', '2026-11-19'),
      wakeAt: at('06:40').at,
      bedding: 'tight',
    })
    await waitFor(() => expect(card('Last night').queryByRole('button', { name: 'Save night' })).toBeNull())
    await user.click(
      within(card('Last night').getByRole('radiogroup', { name: 'Cold legs' })).getByText('Yes'),
    )
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ coldLegs: true, bedding: 'tight' }))
    await waitFor(() =>
      expect(card('Last night').getByRole('radio', { name: '7' })).toHaveProperty('disabled', false),
    )
    await user.click(card('Last night').getByRole('radio', { name: '7' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ sleepDisturbance: 7, coldLegs: true }))
  })

  test('may have begun after midnight', async () => {
    const { backend, user } = await openCard('Last night')
    await user.type(card('Last night').getByLabelText('To bed'), '00:30')
    await user.click(card('Last night').getByRole('button', { name: 'Save night' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ ...at('00:30'), wakeAt: null }))
    await user.click(await card('Last night').findByRole('button', { name: 'Up now' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ wakeAt: NOW }))
  })

  test('keeps what was clicked and not saved through a restart, and lets it go once it is saved', async () => {
    const bedding = () => within(card('Last night').getByRole('radiogroup', { name: 'Bedding' }))
    const first = await openCard('Last night')
    await first.user.click(bedding().getByText('Tight'))
    await first.user.type(card('Last night').getByLabelText('To bed'), '23:10')
    cleanup()

    const { backend, user } = await openDay()
    expect(card('Last night').getByLabelText('To bed')).toHaveProperty('value', '23:10')
    expect(bedding().getByRole('radio', { name: 'Tight' })).toHaveProperty('checked', true)
    await user.click(card('Last night').getByRole('button', { name: 'Save night' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ kind: 'night', bedding: 'tight' }))
    await waitFor(() => expect(card('Last night').queryByRole('button', { name: 'Save night' })).toBeNull())
    cleanup()

    await openDay()
    expect(card('Last night').getByLabelText('To bed')).toHaveProperty('value', '')
  })

  test('that cannot be says why, and keeps what was typed', async () => {
    const { backend, user } = await openCard('Last night')
    await user.type(card('Last night').getByLabelText('To bed'), '23:00')
    await user.type(card('Last night').getByLabelText('Up'), '23:00')
    await user.click(card('Last night').getByRole('button', { name: 'Save night' }))
    expect((await card('Last night').findByRole('alert')).textContent).toBe(
      'Getting up must be after going to bed.',
    )
    expect(backend.entries()).toHaveLength(0)
    expect(card('Last night').getByLabelText('Up')).toHaveProperty('value', '23:00')
  })

  test('to come begins with a click in the evening', async () => {
    const evening = at('22:30').at
    const { backend, user } = await openCard('Last night', { now: () => evening })
    await user.click(card('Last night').getByRole('button', { name: 'To bed now' }))
    await waitFor(() =>
      expect(backend.entries()[0]).toMatchObject({ kind: 'night', at: evening, wakeAt: null }),
    )
    await waitFor(() => expect(card('Last night').queryByRole('button', { name: 'To bed now' })).toBeNull())
  })

  test('can be left open', async () => {
    const { backend, user } = await openCard('Last night')
    await user.click(card('Last night').getByRole('button', { name: 'Last night: Nothing to write down' }))
    await waitFor(() =>
      expect(backend.checkIns()).toEqual([{ date: '2026-11-19', kind: 'night', dayStartMinutes: 240 }]),
    )
  })
})

describe('food', () => {
  test('is a click per serving, and complete only when somebody says so', async () => {
    const { backend, user } = await openCard('Food', { profile: { trackedKinds: ['food'] } })
    await user.click(card('Food').getByRole('button', { name: 'A serving rich in magnesium' }))
    await waitFor(() =>
      expect(backend.entries()[0]).toMatchObject({ magnesiumServings: 1, calciumServings: null }),
    )
    expect(await card('Food').findByText('1 serving so far')).toBeDefined()
    await user.click(card('Food').getByRole('button', { name: 'Food: That is everything for today' }))
    expect(await card('Food').findByText('1 serving in total')).toBeDefined()
  })
})

describe('the timer of an activity', () => {
  test('runs on after a restart, and its end is the entry', async () => {
    let now = NOW
    const { user } = await openDay({ now: () => now })
    await user.click(card('Activity').getByRole('button', { name: 'Start a timer' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Run' }))
    await card('Activity').findByRole('button', { name: 'Stop run' })
    cleanup()
    now += 37 * 60_000
    const again = await openDay({ now: () => now })
    await again.user.click(card('Activity').getByRole('button', { name: 'Stop run' }))
    await waitFor(() => expect(again.backend.entries()).toHaveLength(1))
    expect(again.backend.entries()[0]).toMatchObject({ activity: 'run', at: NOW, durationMinutes: 37 })
    await waitFor(() => expect(card('Activity').queryByRole('button', { name: 'Stop run' })).toBeNull())
  })

  test('goes on when the entry could not be stored', async () => {
    const { backend, user } = await openDay()
    await user.click(card('Activity').getByRole('button', { name: 'Start a timer' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Walk' }))
    backend.failNext('addEntry', { code: 'internal', message: 'The disk is full.' })
    await user.click(await card('Activity').findByRole('button', { name: 'Stop walk' }))
    await screen.findByText('The disk is full.')
    expect(card('Activity').getByRole('button', { name: 'Stop walk' })).toBeDefined()
  })

  test('that was forgotten asks how long it really was', async () => {
    let now = NOW
    const { backend, user } = await openDay({ now: () => now })
    await user.click(card('Activity').getByRole('button', { name: 'Start a timer' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Walk' }))
    now += 9 * 3_600_000
    await user.click(await card('Activity').findByRole('button', { name: 'Stop walk' }))
    const form = within(await screen.findByRole('dialog', { name: 'Log activity' }))
    expect(form.getByLabelText('How long in minutes')).toHaveProperty('value', '')
    expect(form.getByLabelText('Started at')).toHaveProperty('value', '14:00')
    expect(backend.entries()).toHaveLength(0)

    // Closing the form does not stop the timer.
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(card('Activity').getByRole('button', { name: 'Stop walk' }))
    const again = within(await screen.findByRole('dialog', { name: 'Log activity' }))
    await user.type(again.getByLabelText('How long in minutes'), '50')
    await user.click(again.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ at: NOW, durationMinutes: 50 }))
    await waitFor(() => expect(card('Activity').queryByRole('button', { name: 'Stop walk' })).toBeNull())
  })
})

describe('the timer that was thrown away', () => {
  test('can be brought back with its start, and shows its seconds while it is young', async () => {
    localStorage.setItem(
      'unknot-timer own',
      JSON.stringify({ activity: 'run', ...at('13:59'), at: NOW - 6_000 }),
    )
    const { user } = await openDay()
    expect(card('Activity').getByText(/, 6 s$/)).toBeDefined()
    await user.click(card('Activity').getByRole('button', { name: 'Discard the timer for run' }))
    expect(card('Activity').queryByRole('button', { name: 'Stop run' })).toBeNull()
    await user.keyboard('{Control>}z{/Control}')
    await card('Activity').findByRole('button', { name: 'Stop run' })
    expect(card('Activity').getByText(/, 6 s$/)).toBeDefined()
  })
})

describe('an error that is no longer true', () => {
  test('goes when the next thing is stored', async () => {
    const { backend, user } = await openDay()
    backend.failNext('addEntry', { code: 'internal', message: 'The disk is full.' })
    await user.click(card('Drinks').getByRole('button', { name: 'Water 500 ml' }))
    await screen.findByText('The disk is full.')
    await user.click(card('Drinks').getByRole('button', { name: 'Water 500 ml' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    await waitFor(() => expect(screen.queryByText('The disk is full.')).toBeNull())
  })
})

describe('what is not known of the last days', () => {
  const gaps: CheckIn[] = [
    { date: '2026-11-19', kind: 'fluid', dayStartMinutes: 240 },
    { date: '2026-11-19', kind: 'activity', dayStartMinutes: 240 },
    { date: '2026-11-17', kind: 'footwear', dayStartMinutes: 240 },
  ]
  /** Journal with a long history, whose last days are complete except for these gaps. */
  const withGaps = (entries: Entry[] = [], asked = gaps) => {
    const known = datesFromTo('2026-11-16', '2026-11-19').flatMap(date =>
      emptyProfile.trackedKinds.map(kind => ({ date, kind, dayStartMinutes: 240 })),
    )
    return openDay({
      entries: [makeEntry(90, { ...draftOf(water(90, 200)), ...at('09:00', '2026-11-01') }), ...entries],
      checkIns: known.filter(
        given => !asked.some(({ date, kind }) => given.date === date && given.kind === kind),
      ),
    })
  }
  const question = () => within(screen.getByRole('complementary', { name: 'What is not known yet' }))

  test('is asked a day at a time, and answered with a click per kind', async () => {
    const { backend, user } = await withGaps()
    await screen.findByText('Anything to add for yesterday?')
    expect(question().queryByRole('button', { name: 'No shoes' })).toBeNull()
    await user.click(question().getByRole('button', { name: 'No activity' }))
    await waitFor(() => expect(question().queryByRole('button', { name: 'No activity' })).toBeNull())
    await user.click(question().getByRole('button', { name: 'No drinks' }))
    await screen.findByText('Anything to add for Tuesday?')
    await screen.findByText(
      'Yesterday: no drinks. That is very little to drink for a whole day. Is it really everything?',
    )
    expect(backend.calls.filter(({ call }) => call === 'setCheckIn').map(({ input }) => input)).toEqual([
      { date: '2026-11-19', kind: 'activity', dayStartMinutes: 240, complete: true },
      { date: '2026-11-19', kind: 'fluid', dayStartMinutes: 240, complete: true },
    ])
  })

  test('can be taken back, as everything can', async () => {
    const { backend, user } = await withGaps()
    await user.click(await screen.findByRole('button', { name: 'No activity' }))
    await screen.findByText('Yesterday: no activity.')
    await user.keyboard('{Control>}z{/Control}')
    await screen.findByText('It is unanswered again.')
    expect(backend.calls.filter(({ call }) => call === 'setCheckIn').map(({ input }) => input)).toEqual([
      { date: '2026-11-19', kind: 'activity', dayStartMinutes: 240, complete: true },
      { date: '2026-11-19', kind: 'activity', dayStartMinutes: 240, complete: false },
    ])
  })

  test('asks for what else there was where something is logged', async () => {
    await withGaps([makeEntry(1, { ...draftOf(water(1, 200)), ...at('09:00', '2026-11-19') })])
    await screen.findByText('Was that everything yesterday?')
    expect(question().getByRole('button', { name: 'No more drinks' })).toBeDefined()
    expect(question().getByRole('button', { name: 'No activity' })).toBeDefined()
  })

  test('is three questions at most until somebody asks for the rest', async () => {
    const kinds = ['cramp', 'fluid', 'footwear', 'activity', 'stretch', 'day', 'night'] as const
    const { user } = await withGaps(
      [],
      kinds.map(kind => ({ date: '2026-11-19', kind, dayStartMinutes: 240 })),
    )
    await screen.findByText('Anything to add for yesterday?')
    expect(question().getAllByRole('button', { name: /^(No|Leave)[^w]*$/ })).toHaveLength(3)
    await user.click(question().getByRole('button', { name: '4 more' }))
    expect(question().getByRole('button', { name: 'Leave the night blank' })).toBeDefined()
  })

  test('leads to that day', async () => {
    const { user } = await withGaps()
    await screen.findByText('Anything to add for yesterday?')
    await user.click(question().getByRole('button', { name: 'Open that day' }))
    await screen.findByRole('heading', { level: 1, name: 'Yesterday' })
    expect(screen.queryByText('Anything to add for yesterday?')).toBeNull()
  })

  test('is not asked again in this session once somebody waves it away', async () => {
    const { user } = await withGaps()
    await screen.findByText('Anything to add for yesterday?')
    await user.click(question().getByRole('button', { name: 'Not now' }))
    expect(screen.queryByText('Anything to add for yesterday?')).toBeNull()
    cleanup()
    await withGaps()
    expect(screen.queryByText('Anything to add for yesterday?')).toBeNull()
  })
})
