/** A cramp in the middle of the night, from the press of the button until morning. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Entry, EntryOf } from '../../../shared/kinds/entry.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampAt } from '../../support/cramp-at.ts'
import type { TestBackend } from '../../support/test-backend.ts'
import { type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

const NIGHT = momentAt('2026-11-20', '03:12', TIME_ZONE).at
const before = crampAt('2026-11-17', '02:00', { sites: [{ muscle: 'arch', side: 'right' }] })

beforeEach(() => {
  // Advances with real time, so that `waitFor` works, and can be advanced by the test as well.
  vi.useFakeTimers({ shouldAdvanceTime: true, now: NIGHT })
})
afterEach(() => {
  vi.useRealTimers()
})

const getFakeNow = () => Number(vi.getMockedSystemTime())

const renderNight = (options: PageOptions = {}) =>
  renderPage({ now: getFakeNow, entries: [before], ...options })

async function pass(minutes: number) {
  await act(() => vi.advanceTimersByTimeAsync(minutes * 60_000))
}

async function pressNow(user: ReturnType<typeof renderPage>['user']) {
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await user.click(screen.getByRole('button', { name: /^Cramp now/ }))
  return screen.findByRole('button', { name: 'It’s over' })
}

function getLast(backend: TestBackend): EntryOf<'cramp'> {
  const last: Entry | undefined = backend.entries().at(-1)
  if (last?.kind !== 'cramp') throw new Error('the last entry is no cramp')
  return last
}

const running = (fields = {}) =>
  crampAt('2026-11-20', '03:00', { ongoing: true, needsDetails: true, ...fields })

test('one press starts the clock and stores the cramp, in no place until one is pressed', async () => {
  const { backend, user } = renderNight()
  await pressNow(user)
  const cramp = getLast(backend)
  expect(cramp).toMatchObject({
    ongoing: true,
    needsDetails: true,
    onsetPrecision: 'exact',
    durationSeconds: null,
    offsetMinutes: 60,
    sites: [],
    wokeMe: null,
    stateAtOnset: null,
  })
  expect(cramp.at - NIGHT).toBeLessThan(10_000)
  expect(screen.getByRole('button', { name: 'Right arch of the foot' }).getAttribute('aria-pressed')).toBe(
    'false',
  )
})

test('the place of the last cramp is offered, and stored when it is pressed', async () => {
  const { backend, user } = renderNight()
  await pressNow(user)
  await user.click(screen.getByRole('button', { name: 'As last time: right arch of the foot' }))
  await waitFor(() => expect(getLast(backend).sites).toEqual([{ muscle: 'arch', side: 'right' }]))
  expect(screen.queryByText(/^As last time/)).toBeNull()
})

test('another place than the last is pressed at once, and the next adds', async () => {
  const { backend, user } = renderNight()
  await pressNow(user)
  await user.click(screen.getByRole('button', { name: 'Left arch of the foot' }))
  await waitFor(() => expect(getLast(backend).sites).toEqual([{ muscle: 'arch', side: 'left' }]))
  expect(screen.queryByText(/^As last time/)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Left calf' }))
  await waitFor(() => expect(getLast(backend).sites).toHaveLength(2))
})

test('one that is over already is in no place until somebody names it', async () => {
  const { backend, user } = renderNight()
  await pressNow(user)
  await user.click(screen.getByRole('button', { name: 'Over already?' }))
  await user.click(screen.getByRole('button', { name: '15 min ago' }))
  await waitFor(() => expect(getLast(backend)).toMatchObject({ ongoing: false, sites: [] }))
})

test.each(['n', '{Control>}{Shift>}N{/Shift}{/Control}'])(
  'so does the key %s, and a second one starts no second',
  async keys => {
    const { backend, user } = renderNight()
    await screen.findByRole('heading', { level: 1, name: 'Today' })
    await user.keyboard(keys)
    await screen.findByRole('timer')
    await user.keyboard(keys)
    await waitFor(() => expect(backend.entries()).toHaveLength(2))
    expect(backend.calls.filter(({ call }) => call === 'addEntry')).toHaveLength(1)
  },
)

test('two presses in one moment are one cramp', async () => {
  const { backend, user } = renderNight()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await user.dblClick(screen.getByRole('button', { name: /^Cramp now/ }))
  await screen.findByRole('button', { name: 'It’s over' })
  expect(backend.calls.filter(({ call }) => call === 'addEntry')).toHaveLength(1)
})

test('the screen is dark whatever the window is by day', async () => {
  const { user } = renderNight()
  const scheme = () => document.documentElement.dataset.mantineColorScheme
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  expect(scheme()).toBe('light')
  await pressNow(user)
  await waitFor(() => expect(scheme()).toBe('dark'))
  await user.click(screen.getByRole('button', { name: 'Not a cramp' }))
  await waitFor(() => expect(scheme()).toBe('light'))
})

test('it stays dark on every screen reached from there while the clock runs, and until Done', async () => {
  const { user } = renderNight()
  const scheme = () => document.documentElement.dataset.mantineColorScheme
  await pressNow(user)
  await user.click(await screen.findByRole('link', { name: 'See all steps at once' }))
  await screen.findByRole('heading', { level: 1, name: 'Relief guide' })
  expect(scheme()).toBe('dark')
  expect(screen.queryByRole('button', { name: 'Appearance' })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Today' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  expect(scheme()).toBe('dark')
  await user.click(screen.getByRole('link', { name: 'Show it' }))
  await user.click(await screen.findByRole('link', { name: 'See all steps at once' }))
  await user.click(await screen.findByRole('link', { name: 'Back to the cramp' }))
  await user.click(await screen.findByRole('button', { name: 'It’s over' }))
  await screen.findByText('Saved. Go back to sleep.')
  expect(scheme()).toBe('dark')
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await waitFor(() => expect(scheme()).toBe('light'))
})

test('the clock runs, and it is over with its length', async () => {
  const { backend, user } = renderNight()
  await pressNow(user)
  await pass(4)
  expect(screen.getByRole('timer').textContent).toMatch(/^4:\d\d$/)
  await user.keyboard('o')
  await screen.findByText('Saved. Go back to sleep.')
  const { ongoing, needsDetails, durationSeconds } = getLast(backend)
  expect({ ongoing, needsDetails }).toEqual({ ongoing: false, needsDetails: true })
  expect(durationSeconds).toBeGreaterThanOrEqual(240)
  expect(durationSeconds).toBeLessThan(260)
})

test('after hours a key does not say that it has only just let go', async () => {
  const { backend, user } = renderNight()
  await pressNow(user)
  await pass(61)
  await user.keyboard('o')
  expect(getLast(backend).ongoing).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Earlier, I don’t know when' }))
  await waitFor(() => expect(getLast(backend)).toMatchObject({ ongoing: false, durationSeconds: null }))
})

test('nobody knows the length of a cramp in which the clock was set back', async () => {
  const { backend, user } = renderNight()
  await pressNow(user)
  act(() => {
    vi.setSystemTime(NIGHT - 120_000)
  })
  await user.keyboard('o')
  await waitFor(() => expect(getLast(backend)).toMatchObject({ ongoing: false, durationSeconds: null }))
})

test('places are picked by pressing, by arrow keys, and both sides in a row', async () => {
  const { backend, user } = renderNight({ entries: [] })
  await pressNow(user)
  expect(screen.getByText('Press the place. This can also wait.')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Left calf' }))
  await user.keyboard('{ArrowRight}{Enter}')
  await waitFor(() => expect(getLast(backend).sites).toEqual([{ muscle: 'calf', side: 'both' }]))
  await user.keyboard('{ArrowUp} ')
  await waitFor(() => expect(screen.getByText('Calf on both sides, right shin')).toBeDefined())
  await user.click(screen.getByRole('button', { name: 'Hand, arm, trunk, face or elsewhere' }))
  await user.click(screen.getByRole('button', { name: 'Right hand' }))
  await waitFor(() =>
    expect(getLast(backend).sites).toEqual([
      { muscle: 'calf', side: 'both' },
      { muscle: 'shin', side: 'right' },
      { muscle: 'hand', side: 'right' },
    ]),
  )
  expect(getLast(backend).ongoing).toBe(true)
})

test('what helps follows the place, one step at a time, each with what to take care of', async () => {
  const { user } = renderNight()
  await pressNow(user)
  const help = screen.getByRole('region', { name: 'What helps now' })
  expect(within(help).getByRole('heading', { name: 'Pull your toes up' })).toBeDefined()
  expect(within(help).getByRole('list', { name: 'Take care' }).textContent).toContain('Avoid a fall')
  await user.keyboard(']')
  expect(await within(help).findByRole('heading', { name: 'Or stand on it' })).toBeDefined()
  await user.click(within(help).getByRole('button', { name: 'Back' }))
  expect(await within(help).findByRole('heading', { name: 'Pull your toes up' })).toBeDefined()
  // The previous steps were for the last cramp's site; pressing another site changes them.
  await user.click(screen.getByRole('button', { name: 'Left calf' }))
  expect(await screen.findByRole('heading', { name: 'Knee straight, toes up' })).toBeDefined()
})

test('steps that harm with what the person has told are not shown', async () => {
  const { user } = renderNight({ profile: { ...emptyProfile, conditions: ['neuropathy'] } })
  await pressNow(user)
  const help = screen.getByRole('region', { name: 'What helps now' })
  const titles = new Set<string>()
  const next = within(help).getByRole('button', { name: 'Next' })
  while (next.getAttribute('aria-disabled') !== 'true') {
    titles.add(within(help).getByRole('heading').textContent)
    await user.click(next)
  }
  titles.add(within(help).getByRole('heading').textContent)
  expect([...titles]).toEqual([
    'Pull your toes up',
    'Or stand on it',
    'Stroke the sole',
    'Or press on the spot',
    'Rest it',
  ])
})

test('a hold is timed: thirty seconds, a pause, three times', async () => {
  const { user } = renderNight()
  await pressNow(user)
  await user.click(screen.getByRole('button', { name: 'Hold 30 s, 3 times' }))
  expect(await screen.findByText('Hold, 1 of 3')).toBeDefined()
  await act(() => vi.advanceTimersByTimeAsync(31_000))
  expect(screen.getByText('Let go for a moment')).toBeDefined()
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(screen.getByText('Hold, 2 of 3')).toBeDefined()
  await act(() => vi.advanceTimersByTimeAsync(70_000))
  expect(screen.getByText('Done. Has it eased?')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Again' }))
  expect(screen.getByRole('button', { name: 'Hold 30 s, 3 times' })).toBeDefined()
})

test('after five minutes another way is offered, after ten the card says whom to call', async () => {
  const { backend, user } = renderNight()
  // Replaces main's review timer; the fake timers end with the test.
  setInterval(backend.reviewWarnings, 500)
  await pressNow(user)
  await pass(4.5)
  expect(screen.queryByText('Still there? Try another way')).toBeNull()
  await pass(0.6)
  expect(screen.getByText('Still there? Try another way')).toBeDefined()
  expect(screen.queryByRole('region', { name: 'Warning signs' })).toBeNull()
  await pass(5)
  expect(screen.getByText('Ten minutes is long for a cramp')).toBeDefined()
  const cards = await screen.findByRole('region', { name: 'Warning signs' })
  expect(cards.textContent).toContain('Contact your doctor or an out-of-hours medical service today.')
})

test('pickle brine can be named, and its salt warning appears with it', async () => {
  const { backend, user } = renderNight()
  await user.click(await pressNow(user))
  const afterwards = within(await screen.findByRole('region', { name: 'Afterwards' }))
  await user.click(afterwards.getByRole('button', { name: 'Pickle brine' }))
  expect(await afterwards.findByText('Brine is very salty.')).toBeDefined()
  await waitFor(() => expect(getLast(backend)).toMatchObject({ relief: [{ technique: 'pickle-brine' }] }))
})

test('what is fresh can be said at once, and is stored as it is pressed', async () => {
  const { backend, user } = renderNight()
  await user.click(await pressNow(user))
  const afterwards = await screen.findByRole('region', { name: 'Afterwards' })
  await user.click(within(afterwards).getByRole('button', { name: '7' }))
  await user.click(within(afterwards).getByRole('button', { name: 'Yes' }))
  await user.click(within(afterwards).getByRole('button', { name: 'Stretched' }))
  await user.click(within(afterwards).getByRole('button', { name: 'Massaged' }))
  await user.click(within(afterwards).getByRole('button', { name: 'Stretched' }))
  await waitFor(() =>
    expect(getLast(backend)).toMatchObject({
      intensity: 7,
      wokeMe: true,
      relief: [{ technique: 'massage', helped: 'yes', startedAfterMinutes: null, minutesToRelief: null }],
      needsDetails: true,
    }),
  )
  await user.click(within(afterwards).getByRole('button', { name: 'Done' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
})

test('Done leads to Today, wherever the clock was started', async () => {
  const { user } = renderNight({ route: '/plan' })
  await screen.findByRole('heading', { level: 1, name: 'Plan' })
  await user.click(screen.getByRole('button', { name: /^Cramp now/ }))
  await user.click(await screen.findByRole('button', { name: 'It’s over' }))
  await user.click(await screen.findByRole('button', { name: 'Done' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
})

test.each([
  ['20:59', 'Saved.'],
  ['21:00', 'Saved. Go back to sleep.'],
  ['05:59', 'Saved. Go back to sleep.'],
  ['06:00', 'Saved.'],
])('at %s it says: %s', async (clock, words) => {
  vi.setSystemTime(momentAt('2026-11-20', clock, TIME_ZONE).at)
  const { user } = renderNight()
  await user.click(await screen.findByRole('link', { name: 'Over already?' }))
  await user.click(await screen.findByRole('button', { name: '1 h ago' }))
  await screen.findByText(words, { exact: true })
})

test('one that is over can have begun at any time that has passed', async () => {
  const { backend, user } = renderNight()
  await user.click(await screen.findByRole('link', { name: 'Over already?' }))
  await user.click(await screen.findByRole('button', { name: 'Another time' }))
  const [date, time] = [
    screen.getByRole('textbox', { name: 'Date' }),
    screen.getByRole('textbox', { name: 'Began at about' }),
  ]
  await user.clear(time)
  await user.click(screen.getByRole('button', { name: 'Save it' }))
  expect(await screen.findByText('Enter the date and the time at which it began.')).toBeDefined()
  await user.type(time, '23:30')
  await user.click(screen.getByRole('button', { name: 'Save it' }))
  expect(await screen.findByText('This is in the future. Enter a time that has passed.')).toBeDefined()
  expect(backend.entries()).toHaveLength(1)
  await user.clear(date)
  await user.type(date, '2026-11-18')
  await user.keyboard('{Enter}')
  await screen.findByText('Saved. Go back to sleep.')
  expect(getLast(backend)).toMatchObject({
    at: momentAt('2026-11-18', '23:30', TIME_ZONE).at,
    onsetPrecision: 'about',
    ongoing: false,
    needsDetails: true,
    durationSeconds: null,
    sites: [],
  })
})

test('no cramp after all: it is gone, and can be brought back with its clock', async () => {
  const { backend, user } = renderNight()
  await pressNow(user)
  await user.click(screen.getByRole('button', { name: 'Not a cramp' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await waitFor(() => expect(backend.entries()).toHaveLength(1))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('region', { name: 'Cramp now' })).toBeDefined()
  expect(getLast(backend).ongoing).toBe(true)
})

test('a clock that was running when the app closed runs on, on every screen', async () => {
  const { backend, user } = renderNight({ entries: [running()] })
  const bar = await screen.findByRole('region', { name: 'Cramp now' })
  expect(within(bar).getByRole('timer').textContent).toMatch(/^12:\d\d$/)
  expect(bar.textContent).toContain('left calf')
  await user.click(within(bar).getByRole('button', { name: 'It’s over' }))
  await screen.findByText('Saved. Go back to sleep.')
  expect(getLast(backend).durationSeconds).toBeGreaterThanOrEqual(720)
})

test('of a clock that ran for hours nobody assumes that it has just let go', async () => {
  const { backend, user } = renderNight({ entries: [running()] })
  await pass(5 * 60)
  const bar = await screen.findByRole('region', { name: 'Cramp now' })
  expect(within(bar).queryByRole('button')).toBeNull()
  await user.click(within(bar).getByRole('link', { name: 'Show it' }))
  expect(await screen.findByText(/^The clock has been running for 5 h 12 min/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Earlier, I don’t know when' }))
  await screen.findByText(/How long it lasted is not known/)
  expect(getLast(backend)).toMatchObject({ ongoing: false, durationSeconds: null, needsDetails: true })
})

test.each([
  ['15 min ago', 15],
  ['30 min ago', 30],
  ['1 h ago', 60],
])('one that is over, %s, began about then', async (words, minutes) => {
  const { backend, user } = renderNight()
  await user.click(await screen.findByRole('link', { name: 'Over already?' }))
  await user.click(await screen.findByRole('button', { name: words }))
  await screen.findByText('Saved. Go back to sleep.')
  const cramp = getLast(backend)
  expect(cramp).toMatchObject({
    onsetPrecision: 'about',
    ongoing: false,
    needsDetails: true,
    durationSeconds: null,
  })
  expect(Math.abs(cramp.at - (getFakeNow() - minutes * 60_000))).toBeLessThan(10_000)
})

test('one of last night has a night and no time, also when the clock was started for it', async () => {
  const { backend, user } = renderNight()
  await pressNow(user)
  await user.click(screen.getByRole('button', { name: 'Over already?' }))
  await user.click(screen.getByRole('button', { name: 'Last night Thu to Fri' }))
  await screen.findByText('Last night, at an unknown time.')
  expect(backend.entries()).toHaveLength(2)
  expect(getLast(backend)).toMatchObject({
    at: momentAt('2026-11-20', '03:00', TIME_ZONE).at,
    onsetPrecision: 'night',
    ongoing: false,
    needsDetails: true,
    durationSeconds: null,
  })
  expect(screen.getByRole('main').textContent).not.toContain('03:00')
})

test('what could not be stored is offered again after a restart', async () => {
  const first = renderNight()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  first.backend.failNext('addEntry', { code: 'internal', message: 'The disk is full.' })
  await pressNow(first.user)
  await screen.findByRole('alert')
  cleanup()
  await pass(20)

  const { backend, user } = renderNight()
  expect(await screen.findByText('The last cramp is not saved yet.')).toBeDefined()
  expect(backend.entries()).toHaveLength(1)
  await user.click(screen.getByRole('link', { name: 'Show it' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(getLast(backend)).toMatchObject({ ongoing: true, sites: [] })
  expect(getLast(backend).at - NIGHT).toBeLessThan(10_000)
  cleanup()

  renderNight()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  expect(screen.queryByText('The last cramp is not saved yet.')).toBeNull()
})

test('what could not be stored and was no cramp does not come back', async () => {
  const { backend, user } = renderNight()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  backend.failNext('addEntry', { code: 'internal', message: 'The disk is full.' })
  await pressNow(user)
  await screen.findByRole('alert')
  await user.click(screen.getByRole('button', { name: 'Not a cramp' }))
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  cleanup()

  renderNight()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  expect(screen.queryByText('The last cramp is not saved yet.')).toBeNull()
})

test('what cannot be stored is said, kept with the time of the press, and stored on the next try', async () => {
  const { backend, user } = renderNight()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  backend.failNext('addEntry', { code: 'journal-unavailable', message: 'There is no room left on the disk.' })
  const over = await pressNow(user)
  expect((await screen.findByRole('alert')).textContent).toContain('There is no room left on the disk.')
  expect(backend.entries()).toHaveLength(1)
  await pass(2)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(getLast(backend).at - NIGHT).toBeLessThan(10_000)
  backend.failNext('changeEntry', { code: 'journal-unavailable', message: 'The folder is gone.' })
  await user.click(over)
  await screen.findByRole('alert')
  // No "Stored" message before it is stored.
  expect(screen.queryByText(/Stored\./)).toBeNull()
  expect(getLast(backend).ongoing).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Saved. Go back to sleep.')
  expect(getLast(backend).ongoing).toBe(false)
})

test('Ctrl+Shift+N starts the clock out of a form as well, and the form keeps what was typed', async () => {
  const { backend, user } = renderNight()
  await user.click(await screen.findByRole('button', { name: 'Other drink' }))
  await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Half a thought')
  await user.keyboard('{Control>}{Shift>}N{/Shift}{/Control}')
  await screen.findByRole('timer')
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(() => expect(getLast(backend).ongoing).toBe(true))
  await user.click(screen.getByRole('link', { name: 'Today' }))
  await user.click(await screen.findByRole('button', { name: 'Other drink' }))
  expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Half a thought')
})

test('a list of shortcuts and a line that is being typed do not lie over a cramp', async () => {
  const { user } = renderNight()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await user.keyboard('?')
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  await user.keyboard('{Control>}{Shift>}N{/Shift}{/Control}')
  await screen.findByRole('timer')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('what could be undone before does not lie over a cramp, and can still be undone', async () => {
  const { backend, user } = renderNight()
  await screen.findByRole('heading', { level: 1, name: 'Today' })
  await user.click(screen.getByRole('button', { name: /^Stretched before bed/ }))
  await screen.findByRole('button', { name: 'Undo' })
  await pressNow(user)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(backend.entries().map(({ kind }) => kind)).toEqual(['cramp', 'cramp']))
})
