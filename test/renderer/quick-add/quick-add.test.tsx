import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { formatTime } from '../../../renderer/data/format.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

const sandals: Shoe = {
  id: 1,
  name: 'Sandals',
  kind: 'sandal',
  archSupport: null,
  fit: null,
  heelMm: null,
  cushioning: null,
  insole: null,
  retired: false,
}
const at = (when: string) => {
  const [date = '', clock = ''] = when.split(' ')
  return momentAt(date, clock, TIME_ZONE)
}
/** Friday, 20 November 2026, 14:00, from which tests derive other moments. */
const now = at('2026-11-20 14:00')

async function openQuickAdd(options: PageOptions = {}) {
  const page = renderPage({ shoes: [sandals], ...options })
  await page.user.click(await screen.findByRole('button', { name: 'Quick add' }))
  const input = await screen.findByRole('textbox', { name: 'What happened?' })
  await waitFor(() => expect(document.activeElement).toBe(input))
  return { ...page, input }
}

const findShown = () => screen.findByRole('region', { name: 'This would be stored' })
const readValue = (input: HTMLElement) => (input instanceof HTMLInputElement ? input.value : undefined)

describe('opening', () => {
  test.each(['q', '{Control>}k{/Control}'])('the key %s opens the line', async keys => {
    const { user } = renderPage()
    await screen.findByRole('button', { name: 'Quick add' })
    await user.keyboard(keys)
    const input = await screen.findByRole('textbox', { name: 'What happened?' })
    expect(readValue(input)).toBe('')
  })

  test('the shortcut stands in the list of shortcuts', async () => {
    const { user } = renderPage()
    await screen.findByRole('button', { name: 'Quick add' })
    await user.keyboard('?')
    const list = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(list).getByText('Quick add: type an entry as one line')).toBeTruthy()
  })

  test('an example is put into the line to be changed, and not stored', async () => {
    const { user, input, backend } = await openQuickAdd()
    await user.click(screen.getByRole('button', { name: '500 ml water 14:00' }))
    expect(readValue(input)).toBe('500 ml water 14:00')
    expect(document.activeElement).toBe(input)
    expect(backend.entries()).toEqual([])
  })
})

describe('a line that is understood', () => {
  test('is shown as it would be stored while it is typed', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('500 ml water yesterday 21:00')
    const shown = await findShown()
    expect(shown.textContent).toContain('Drink')
    expect(shown.textContent).toContain('Water, 500 ml')
    expect(shown.textContent).toContain(`yesterday, ${formatTime(at('2026-11-19 21:00'))}`)
    expect(backend.entries()).toEqual([])
  })

  test('shows what a word was taken for, to be stored so or answered otherwise', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('ran 40 min hard')
    await findShown()
    const asked = within(screen.getByRole('group', { name: '“hard”: 7 of 10?' }))
    expect(asked.getByRole('button', { name: '7' }).getAttribute('aria-pressed')).toBe('true')
    await user.click(asked.getByRole('button', { name: '8' }))
    expect(screen.queryByRole('group', { name: '“hard”: 7 of 10?' })).toBeNull()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(backend.entries()).toMatchObject([{ durationMinutes: 40, exertion: 8 }]))
    await user.keyboard('2 beers 13:00{Enter}{Enter}')
    await waitFor(() => expect(backend.entries()[1]).toMatchObject({ drink: 'beer', volumeMl: 660 }))
  })

  test('is stored by a second Enter, after the first one has gone to it', async () => {
    const { user, backend, input } = await openQuickAdd()
    await user.keyboard('500 ml water 13:00')
    await findShown()
    await user.keyboard('{Enter}')
    expect(backend.entries()).toEqual([])
    const button = screen.getByRole('button', { name: 'Store' })
    expect(document.activeElement).toBe(button)
    const describedBy = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    expect(describedBy?.textContent).toContain('Water, 500 ml')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'fluid',
      drink: 'water',
      volumeMl: 500,
      ...at('2026-11-20 13:00'),
    })
    await waitFor(() => expect(readValue(input)).toBe(''))
    expect(document.activeElement).toBe(input)
  })

  test('is stored at once by Ctrl+Enter on the button as well, and no clock is started', async () => {
    const { user, backend, input } = await openQuickAdd()
    await user.keyboard('500 ml water 13:00')
    await findShown()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Store' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(readValue(input)).toBe(''))
    expect(backend.entries()).toMatchObject([{ kind: 'fluid', volumeMl: 500 }])
    expect(screen.queryByRole('timer')).toBeNull()
  })

  test('is stored at once by Ctrl+Enter, and another line can follow', async () => {
    const { user, backend, input } = await openQuickAdd()
    await user.keyboard('500 ml water{Control>}{Enter}{/Control}')
    await waitFor(() => expect(readValue(input)).toBe(''))
    await user.keyboard('sandals 9:00 am to 1:00 pm{Control>}{Enter}{/Control}')
    await waitFor(() => expect(backend.entries()).toHaveLength(2))
    expect(backend.entries()[1]).toMatchObject({
      kind: 'footwear',
      shoeId: 1,
      ...at('2026-11-20 09:00'),
      takenOffAt: at('2026-11-20 13:00').at,
    })
  })

  test('is stored by a click', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('cramp both arches last night')
    await user.click(await screen.findByRole('button', { name: 'Store' }))
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({
      kind: 'cramp',
      onsetPrecision: 'night',
      sites: [{ muscle: 'arch', side: 'both' }],
    })
  })

  test('is not stored twice by an Enter that is held down', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('500 ml water')
    await findShown()
    await user.keyboard('{Enter>8/}')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Store' }))
    expect(backend.entries()).toEqual([])
  })

  test('stands for the moment it was shown, however long somebody looks at it', async () => {
    let time = now.at
    const { user, backend } = await openQuickAdd({ now: () => time })
    await user.keyboard('500 ml water')
    await findShown()
    time += 4 * 60_000
    await user.click(screen.getByRole('button', { name: 'Store' }))
    await waitFor(() => expect(backend.entries()[0]).toMatchObject({ at: now.at, loggedAt: time }))
  })

  test('can be taken back', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('500 ml water{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Logged water, 500 ml.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(backend.entries()).toEqual([]))
  })

  test('ends what is on the feet, and that can be taken back too', async () => {
    const worn: EntryOf<'footwear'> = {
      kind: 'footwear',
      ...at('2026-11-20 09:00'),
      note: '',
      shoeId: 1,
      takenOffAt: null,
      id: 7,
      loggedAt: now.at,
      editedAt: null,
    }
    const { user, backend } = await openQuickAdd({ entries: [worn] })
    await user.keyboard('took off sandals 10 min ago')
    const end = formatTime(at('2026-11-20 13:50'))
    expect((await findShown()).textContent).toContain(`until ${end}`)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(backend.entries()).toMatchObject([{ id: 7, takenOffAt: at('2026-11-20 13:50').at }]),
    )
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(backend.entries()).toMatchObject([{ id: 7, takenOffAt: null }]))
  })
})

describe('what is possible and still unlikely', () => {
  test('is asked about first, and stored by doing so once more', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('2 l juice 13:00{Enter}{Enter}')
    const shown = await findShown()
    const question = await within(shown).findByRole('status')
    expect(question.textContent).toMatch(/\?$/)
    expect(backend.entries()).toEqual([])
    await user.keyboard('{Enter}')
    await waitFor(() => expect(backend.entries()).toMatchObject([{ volumeMl: 2000 }]))
  })

  test('is asked anew when the line has changed', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('2 l juice 13:00{Control>}{Enter}{/Control}')
    await within(await findShown()).findByRole('status')
    await user.keyboard(' note: shared{Control>}{Enter}{/Control}')
    await within(await findShown()).findByRole('status')
    expect(backend.calls.filter(({ call }) => call === 'addEntry')).toEqual([])
  })
})

describe('a line that leaves something open', () => {
  test('is asked about, and the answer is clicked', async () => {
    const { user, backend, input } = await openQuickAdd()
    await user.keyboard('cramp calf 3am')
    const question = await screen.findByRole('group', { name: '“calf”: left, right or both?' })
    await user.click(within(question).getByRole('button', { name: 'Left' }))
    expect(readValue(input)).toBe('cramp left calf 3am')
    expect(document.activeElement).toBe(input)
    expect((await findShown()).textContent).toContain('Left calf')
    expect(backend.entries()).toEqual([])
  })

  test('is asked about, and the answer is typed', async () => {
    const { user } = await openQuickAdd()
    await user.keyboard('cramp calf 3am')
    await screen.findByRole('group', { name: '“calf”: left, right or both?' })
    await user.keyboard(' left')
    expect((await findShown()).textContent).toContain('Left calf')
  })

  test('is answered and stored with the keyboard alone', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('cramp calf 3am{Enter}')
    expect(document.activeElement?.textContent).toBe('Left')
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe('Right')
    await user.keyboard('{Enter}')
    await findShown()
    await user.keyboard('{Enter}')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(backend.entries()[0]).toMatchObject({ sites: [{ muscle: 'calf', side: 'right' }] })
  })

  test('is not stored by Ctrl+Enter', async () => {
    const { user, backend, input } = await openQuickAdd()
    await user.keyboard('water{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('group', { name: 'How much was it?' })).toBeTruthy()
    expect(backend.calls.filter(({ call }) => call === 'addEntry')).toEqual([])
    expect(readValue(input)).toBe('water')
  })

  test('a shoe that is not in the closet: those that are, are offered', async () => {
    const { user } = await openQuickAdd()
    await user.keyboard('put on red slippers')
    const question = await screen.findByRole('group', { name: 'Which shoe in the closet is it?' })
    await user.click(within(question).getByRole('button', { name: 'Sandals' }))
    expect((await findShown()).textContent).toContain('Sandals')
  })

  test('a line that is no entry gets a hint', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('did not run{Enter}')
    expect(await screen.findByText(/each kind can be marked as none/)).toBeTruthy()
    expect(backend.entries()).toEqual([])
  })
})

describe('nothing typed is lost', () => {
  test('by Escape', async () => {
    const { user } = await openQuickAdd()
    await user.keyboard('500 ml wat{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('q')
    expect(readValue(await screen.findByRole('textbox', { name: 'What happened?' }))).toBe('500 ml wat')
  })

  test('by closing the window', async () => {
    const { user } = await openQuickAdd()
    await user.keyboard('500 ml wat')
    cleanup()
    const { input } = await openQuickAdd()
    expect(readValue(input)).toBe('500 ml wat')
  })

  test('when it could not be stored', async () => {
    const { user, backend, input } = await openQuickAdd()
    backend.failNext('addEntry', { code: 'journal-unavailable', message: 'The disk is full.' })
    await user.keyboard('500 ml water{Control>}{Enter}{/Control}')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('The disk is full. What you typed is still here.')
    expect(readValue(input)).toBe('500 ml water')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('screen readers', () => {
  test('hear what the line means once the typing pauses', async () => {
    const { user } = await openQuickAdd()
    await user.keyboard('500 ml water yesterday 21:00')
    const dialog = screen.getByRole('dialog', { name: 'Quick add' })
    const status = within(dialog).getByRole('status')
    expect(status.getAttribute('aria-live')).toBe('polite')
    await waitFor(
      () =>
        expect(status.textContent).toBe(
          `Drink: Water, 500 ml, yesterday, ${formatTime(at('2026-11-19 21:00'))}. Press Enter to store it.`,
        ),
      { timeout: 3000 },
    )
  })

  test('hear the questions', async () => {
    const { user } = await openQuickAdd()
    await user.keyboard('water at 3')
    const status = within(screen.getByRole('dialog')).getByRole('status')
    await waitFor(
      () => expect(status.textContent).toBe('How much was it? “at 3”: in which half of the day?'),
      { timeout: 3000 },
    )
  })
})

describe('that there was none', () => {
  test('takes an Enter that comes before the day has been read', async () => {
    const day = Promise.withResolvers<void>()
    const { user } = await openQuickAdd({
      handlers: real => ({
        getDay: async (input, caller) => {
          if (input.date === '2026-11-18') await day.promise
          return real.getDay(input, caller)
        },
      }),
    })
    await user.keyboard('no drinks 18 November{Enter}')
    expect(screen.queryByRole('button', { name: 'Store' })).toBeNull()
    day.resolve()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Store' })))
  })

  test('is stored as a check-in, and taken back', async () => {
    const { user, backend, input } = await openQuickAdd()
    await user.keyboard('no drinks today')
    expect((await findShown()).textContent).toContain('No drinks, today')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(backend.checkIns()).toEqual([{ kind: 'fluid', date: '2026-11-20', dayStartMinutes: 240 }]),
    )
    await waitFor(() => expect(readValue(input)).toBe(''))
    await user.click(await screen.findByRole('button', { name: /^Undo/ }))
    await waitFor(() => expect(backend.checkIns()).toEqual([]))
    expect(backend.entries()).toEqual([])
  })

  test('is not stored beside an entry that says otherwise', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('500 ml water 13:00{Control>}{Enter}{/Control}')
    await waitFor(() => expect(backend.entries()).toHaveLength(1))
    await user.keyboard('no drinks today')
    expect((await findShown()).textContent).toContain('1 entry of this kind')
    expect(screen.queryByRole('button', { name: 'Store' })).toBeNull()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(backend.checkIns()).toEqual([])
  })

  test('of cramps waits for the end of the cramp-day', async () => {
    const { user, backend } = await openQuickAdd()
    await user.keyboard('no cramps today')
    await screen.findByText(/this day includes the night after it/)
    await user.click(screen.getByRole('button', { name: /^No cramps until noon/ }))
    await findShown()
    await user.keyboard('{Enter}{Enter}')
    await waitFor(() =>
      expect(backend.checkIns()).toEqual([{ kind: 'cramp', date: '2026-11-19', dayStartMinutes: 240 }]),
    )
  })
})

describe('several things in one line', () => {
  test('are shown, stored and taken back together', async () => {
    const { user, backend, input } = await openQuickAdd()
    await user.keyboard('500 ml water 13:00 + 2 bananas 13:10')
    const shown = await findShown()
    expect(shown.textContent).toContain('Water, 500 ml')
    expect(shown.textContent).toContain(formatTime(at('2026-11-20 13:10')))
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Store all 2' }))
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(backend.entries()).toMatchObject([{ volumeMl: 500 }, { potassiumServings: 2 }]),
    )
    await waitFor(() => expect(readValue(input)).toBe(''))
    await user.click(await screen.findByRole('button', { name: /^Undo/ }))
    await waitFor(() => expect(backend.entries()).toEqual([]))
  })

  test('keep the line when they are refused', async () => {
    const { user, backend, input } = await openQuickAdd()
    await user.keyboard('500 ml water 13:00 + 2 bananas 13:10')
    await findShown()
    backend.failNext('addEntries', { code: 'internal', message: 'The disk is full.' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(/The disk is full/)
    expect(readValue(input)).toBe('500 ml water 13:00 + 2 bananas 13:10')
    expect(backend.entries()).toEqual([])
  })
})
