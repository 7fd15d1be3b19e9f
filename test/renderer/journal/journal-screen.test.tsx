import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { formatDate, formatTime } from '../../../renderer/data/format.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { makeEntry } from '../../support/make-entry.ts'
import { type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

const at = (date: string, clock: string) => momentAt(date, clock, TIME_ZONE)
/** Formats of the system's locale. */
const time = (clock: string) => formatTime(at('2026-11-20', clock))
const full = (date: string) => formatDate(date, 'full')
const water = (id: number, date: string, clock: string, volumeMl: number, note = ''): Entry =>
  makeEntry(id, {
    kind: 'fluid',
    ...at(date, clock),
    note,
    drink: 'water',
    volumeMl,
    alcoholPercent: null,
    caffeineMg: null,
    reliefOf: null,
  })
const entries: readonly Entry[] = [
  { ...crampAt('2026-11-18', '03:05', { note: 'Jumped out of bed' }), id: 1 },
  water(2, '2026-11-19', '09:00', 200),
  water(3, '2026-11-19', '11:00', 300, 'On the train'),
  water(4, '2026-11-20', '08:00', 400),
]

async function open(options: PageOptions = {}) {
  const page = renderPage({ route: '/journal', entries, ...options })
  await screen.findByRole('heading', { level: 1, name: 'Journal' })
  return page
}

const getList = () => screen.findByRole('list', { name: 'Entries, newest first' })
const listRows = async () =>
  within(await getList())
    .getAllByRole('checkbox')
    .map(box => box.getAttribute('aria-label'))
const findBox = (name: RegExp) => screen.findByRole('checkbox', { name })

describe('the list', () => {
  test('shows everything, newest first, under the days of the journal', async () => {
    await open()
    await findBox(/400 ml/)
    expect(await listRows()).toEqual([
      `Select water, 400 ml, ${time('08:00')}`,
      `Select water, 300 ml, ${time('11:00')}`,
      `Select water, 200 ml, ${time('09:00')}`,
      `Select cramp, left calf, ${time('03:05')}, Wed 18 Nov`,
    ])
    const headings = within(await getList()).getAllByRole('heading', { level: 2 })
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      `${full('2026-11-20')}1 entry`,
      `${full('2026-11-19')}2 entries`,
      // A cramp at night is listed under the previous day, with its own date.
      `${full('2026-11-17')}1 entry`,
    ])
    expect(screen.getByText('4 entries')).toBeDefined()
  })

  test('leads from a day to that day', async () => {
    const { user } = await open()
    await user.click(await screen.findByRole('link', { name: full('2026-11-19') }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Yesterday' })).toBeDefined()
  })

  test('reads what comes into view in one call', async () => {
    const { backend } = await open()
    await findBox(/400 ml/)
    expect(backend.calls.filter(({ call }) => call === 'getEntries')).toEqual([
      { call: 'getEntries', input: { ids: [4, 3, 2, 1] } },
    ])
  })

  test('of an empty journal says what would fill it', async () => {
    await open({ entries: [] })
    expect(await screen.findByText('Your journal is empty')).toBeDefined()
    expect(screen.getByRole('link', { name: 'Log something on Today' })).toBeDefined()
  })

  test('of a journal of which all was deleted says where it is, and leads there', async () => {
    const { user } = await open()
    await findBox(/400 ml/)
    await user.keyboard('{Control>}a{/Control}{Delete}')
    expect(
      await screen.findByText('4 entries that you deleted are in the trash, and can be brought back.'),
    ).toBeDefined()
    await user.click(screen.getByRole('link', { name: 'Look in the trash' }))
    expect(await screen.findByRole('button', { name: /^Empty the trash/ })).toBeDefined()
  })

  test('says so when it cannot be read, and tries again', async () => {
    const { backend, user } = renderPage({ entries })
    await screen.findByRole('heading', { level: 1, name: 'Today' })
    backend.failNext('findEntries', { code: 'internal', message: 'The disk is gone.' })
    await user.click(screen.getByRole('link', { name: 'Journal' }))
    expect(await screen.findByText(/The disk is gone\. Nothing in your journal has changed\./)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await findBox(/400 ml/)
  })
})

describe('looking for entries', () => {
  test('by words, as they are typed, says how many there are', async () => {
    const { user } = await open()
    await findBox(/400 ml/)
    await user.keyboard('/')
    await user.keyboard('train')
    expect(await screen.findByText('1 entry found')).toBeDefined()
    expect(await listRows()).toEqual([`Select water, 300 ml, ${time('11:00')}`])
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(await screen.findByText('4 entries')).toBeDefined()
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '')
  })

  test('by kind and place', async () => {
    const { user } = await open()
    await findBox(/400 ml/)
    await user.click(screen.getByRole('checkbox', { name: 'Drink' }))
    expect(await screen.findByText('3 entries found')).toBeDefined()
    await user.click(screen.getByRole('checkbox', { name: 'Drink' }))
    await user.click(screen.getByRole('combobox', { name: 'Place of the cramp' }))
    await user.click(await screen.findByRole('option', { name: 'Calf' }))
    expect(await screen.findByText('1 entry found')).toBeDefined()
  })

  test('by an address, and what nobody understands of it is left out', async () => {
    await open({ route: '/journal?kind=fluid&kind=soup&from=2026-11-19&to=2026-11-19&muscle=knee&side=up' })
    expect(await screen.findByText('2 entries found')).toBeDefined()
    expect(screen.getByRole('checkbox', { name: 'Drink' })).toHaveProperty('checked', true)
  })

  test('in vain says what to do', async () => {
    const { user } = await open({ route: '/journal?q=nowhere' })
    expect(await screen.findByText('No entry matches')).toBeDefined()
    expect(screen.getByText(/Type fewer words/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    await findBox(/400 ml/)
  })
})

describe('an entry of the list', () => {
  test('is changed in its form', async () => {
    const { user, backend } = await open()
    await user.click(await screen.findByRole('button', { name: `Edit water, 400 ml, ${time('08:00')}` }))
    const form = await screen.findByRole('dialog', { name: 'Change drink' })
    const amount = within(form).getByLabelText(/Amount/)
    await user.clear(amount)
    await user.type(amount, '450')
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    await findBox(/450 ml/)
    expect(backend.entries().find(({ id }) => id === 4)).toMatchObject({ volumeMl: 450 })
  })

  test('is written down again, now', async () => {
    const { user, backend } = await open()
    await user.click(await screen.findByRole('button', { name: `Duplicate water, 300 ml, ${time('11:00')}` }))
    const form = await screen.findByRole('dialog', { name: 'Log drink' })
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(5))
    expect(backend.entries().at(-1)).toMatchObject({
      volumeMl: 300,
      note: 'On the train',
      ...at('2026-11-20', '14:00'),
    })
  })

  test('is deleted, and brought back by Undo', async () => {
    const { user, backend } = await open()
    await user.click(await screen.findByRole('button', { name: `Delete water, 400 ml, ${time('08:00')}` }))
    expect(await screen.findByText('Deleted water, 400 ml.')).toBeDefined()
    expect(backend.entries()).toHaveLength(3)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await findBox(/400 ml/)
    expect(backend.entries()).toHaveLength(4)
  })
})

describe('several entries', () => {
  test('are selected by Shift from one to the other, and deleted with one Undo', async () => {
    const { user, backend } = await open()
    await user.click(await findBox(/400 ml/))
    await user.keyboard('{Shift>}')
    await user.click(await findBox(/200 ml/))
    await user.keyboard('{/Shift}')
    expect(screen.getByText('3 of 4 entries selected')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText('Deleted 3 entries.')).toBeDefined()
    expect(backend.entries().map(({ id }) => id)).toEqual([1])
    expect(backend.calls.filter(({ call }) => call === 'deleteEntries')).toEqual([
      { call: 'deleteEntries', input: { ids: [4, 3, 2] } },
    ])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await findBox(/400 ml/)
    expect(backend.entries()).toHaveLength(4)
  })

  test('are reached, selected and deleted by keys alone', async () => {
    const { user, backend } = await open()
    const newest = await findBox(/400 ml/)
    newest.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Select water, 300 ml, ${time('11:00')}`)
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    expect(screen.getByText('2 of 4 entries selected')).toBeDefined()
    await user.keyboard('{End}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      `Select cramp, left calf, ${time('03:05')}, Wed 18 Nov`,
    )
    await user.keyboard(' ')
    expect(screen.getByText('3 of 4 entries selected')).toBeDefined()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(backend.entries().map(({ id }) => id)).toEqual([4]))
    expect(document.activeElement?.textContent).toBe('1 entry')
  })

  test('of what was found, and no others, are selected by Ctrl and A', async () => {
    const { user } = await open({ route: '/journal?kind=fluid' })
    await findBox(/400 ml/)
    await user.keyboard('{Control>}a{/Control}')
    expect(await screen.findByText('3 of 3 entries found selected')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Select none' }))
    expect(screen.getByText('3 entries found')).toBeDefined()
  })

  test('stay selected when they cannot be deleted', async () => {
    const { user, backend } = await open()
    await user.click(await findBox(/400 ml/))
    backend.failNext('deleteEntries', { code: 'internal', message: 'The disk is full.' })
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText('The disk is full.')).toBeDefined()
    expect(screen.getByText('1 of 4 entries selected')).toBeDefined()
  })
})

describe('the trash', () => {
  async function openTrash() {
    const page = await open()
    for (const name of [/Delete water, 200 ml/, /Delete water, 300 ml/]) {
      await page.user.click(await screen.findByRole('button', { name }))
      await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull())
    }
    await page.user.click(screen.getByRole('radio', { name: 'Trash' }))
    await screen.findByText('2 entries in the trash')
    return page
  }

  test('says of each entry what it was and when it was deleted, the last first', async () => {
    await openTrash()
    await findBox(/300 ml/)
    const list = screen.getByRole('list', { name: 'Deleted entries, most recently deleted first' })
    const boxes = within(list).getAllByRole('checkbox')
    expect(boxes.map(box => box.getAttribute('aria-label'))).toEqual([
      `Select water, 300 ml, ${formatDate('2026-11-19')}, ${time('11:00')}`,
      `Select water, 200 ml, ${formatDate('2026-11-19')}, ${time('09:00')}`,
    ])
    expect(within(list).getAllByText(`Deleted ${formatDate('2026-11-20')}, ${time('14:00')}`)).toHaveLength(2)
  })

  test('gives back one entry, or all that are selected', async () => {
    const { user, backend } = await openTrash()
    await user.click(await screen.findByRole('button', { name: /^Bring back water, 300 ml/ }))
    await screen.findByText('1 entry in the trash')
    expect(backend.entries().map(({ id }) => id)).toContain(3)
    await user.click(await findBox(/200 ml/))
    await user.click(screen.getByRole('button', { name: 'Bring back' }))
    expect(await screen.findByText('The trash is empty')).toBeDefined()
    expect(backend.entries()).toHaveLength(4)
  })

  test('is emptied only after a question', async () => {
    const { user, backend } = await openTrash()
    await user.click(screen.getByRole('button', { name: 'Empty the trash' }))
    const question = await screen.findByRole('dialog', { name: 'Empty the trash?' })
    expect(within(question).getByText(/This cannot be undone/)).toBeDefined()
    await user.click(within(question).getByRole('button', { name: 'Keep them' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(backend.calls.some(({ call }) => call === 'eraseEntries')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Empty the trash' }))
    const again = await screen.findByRole('dialog', { name: 'Empty the trash?' })
    await user.click(within(again).getByRole('button', { name: 'Empty the trash' }))
    expect(await screen.findByText('The trash is empty')).toBeDefined()
  })

  test('lets one entry go for good', async () => {
    const { user, backend } = await openTrash()
    await user.click(await screen.findByRole('button', { name: /^Delete for good water, 200 ml/ }))
    const question = await screen.findByRole('dialog', { name: 'Delete 1 entry for good?' })
    await user.click(within(question).getByRole('button', { name: 'Delete for good' }))
    await screen.findByText('1 entry in the trash')
    expect(backend.calls.at(-1)?.call).not.toBe('deleteEntries')
    expect(backend.calls.filter(({ call }) => call === 'eraseEntries')).toEqual([
      { call: 'eraseEntries', input: { ids: [2] } },
    ])
  })
})

describe('the calendar of cramp-days', () => {
  const checkIns = [
    { date: '2026-11-16', kind: 'cramp' as const, dayStartMinutes: 0 },
    { date: '2026-11-18', kind: 'cramp' as const, dayStartMinutes: 0 },
  ]
  const openYear = (options: PageOptions = {}) =>
    open({ route: '/journal?view=cramp-days', checkIns, ...options })
  // By label, because a query by role is slow over all buttons of a year.
  const isOf = (date: string) => (label: string) => label.startsWith(full(date))
  const getDay = (date: string) => screen.findByLabelText(isOf(date))

  test('tells days with cramps, without, not known and not over by words', async () => {
    await openYear()
    expect((await getDay('2026-11-17')).getAttribute('aria-label')).toContain('1 cramp')
    expect((await getDay('2026-11-16')).getAttribute('aria-label')).toContain('no cramp')
    expect((await getDay('2026-11-15')).getAttribute('aria-label')).toContain('not known')
    // At 14:00 the cramp-day of today began two hours ago.
    expect((await getDay('2026-11-20')).getAttribute('aria-label')).toContain('not over yet')
    expect(screen.queryByLabelText(isOf('2026-11-21'))).toBeNull()
    expect(screen.getByText(/^1 day with 1 cramp, 2 without\. 320 days are not known\.$/)).toBeDefined()
  })

  test('is walked by arrow keys, and Enter goes to the day', async () => {
    const { user } = await openYear()
    ;(await getDay('2026-11-20')).focus()
    const getFocus = () => document.activeElement?.getAttribute('data-date')
    const walk = async (...keys: string[]) => {
      for (const key of keys) await user.keyboard(`{${key}}`)
      return getFocus()
    }
    expect(await walk('ArrowRight')).toBe('2026-11-20')
    expect(await walk('ArrowLeft')).toBe('2026-11-19')
    expect(await walk('ArrowUp')).toBe('2026-10-19')
    expect(await walk('End')).toBe('2026-10-31')
    expect(await walk('ArrowUp')).toBe('2026-09-30')
    expect(await walk('Home', 'ArrowLeft', 'ArrowLeft')).toBe('2026-08-30')
    expect(await walk('ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('2026-11-20')
    expect(await walk('ArrowLeft', 'ArrowLeft', 'ArrowLeft')).toBe('2026-11-17')
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'Tuesday' })).toBeDefined()
  })

  test('goes to the year before, and no further than the journal', async () => {
    const { user } = await openYear({ entries: [...entries, water(9, '2025-06-01', '09:00', 100)] })
    expect(await screen.findByRole('heading', { level: 2, name: 'Cramps in 2026' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Year after' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: 'Year before' }))
    expect(await screen.findByRole('heading', { level: 2, name: 'Cramps in 2025' })).toBeDefined()
    expect(await screen.findByText('Nothing is known about this year.')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Year before' })).toHaveProperty('disabled', true)
  })
})
