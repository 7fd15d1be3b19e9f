import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Handlers } from '../../../shared/contract.ts'
import { type ArchivedCoinExperiment, throwCoins } from '../../../shared/experiments/coin-experiment.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { addDays, type CalendarDate, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { makeFinding } from '../../shared/advice/make-finding.ts'
import { listedFactor } from '../../shared/kinds/drafts.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

/** Date of `NOW`, the page's clock, which is before the evening. */
const today = '2026-11-20'

/** Analysis that never ends. */
const getFindings: Handlers['getFindings'] = () => new Promise(() => {})

function makeCoins(
  firstDate: CalendarDate,
  actions: ArchivedCoinExperiment['actions'][number]['action'][] = ['loose-bedding'],
): ArchivedCoinExperiment {
  return {
    actions: throwCoins({ actions, weeks: 8 }, createRandom(3)),
    firstDate,
    seed: 3,
    createdAt: momentAt(firstDate, '08:00', TIME_ZONE).at,
    stoppedOn: null,
    answers: [],
  }
}

/** Journal in which cramps come as `hasCramp` says, until `last`. */
function withCoins(
  coins: ArchivedCoinExperiment,
  last: CalendarDate,
  hasCramp: (isWith: boolean) => boolean = () => false,
): PageOptions {
  const dates = datesFromTo(coins.firstDate, last)
  const isCramp = dates.map((_date, i) => hasCramp(coins.actions[0]?.arms[i] === 1))
  return {
    entries: dates.filter((_date, i) => isCramp[i]).map(date => crampAt(date, '22:00')),
    checkIns: dates
      .filter((_date, i) => !isCramp[i])
      .map(date => ({ date, kind: 'cramp', dayStartMinutes: 240 }) as const),
    seed: journal => journal.coins.addArchived(coins),
    handlers: { getFindings },
  }
}

const findCard = () => screen.findByRole('region', { name: 'Your coin test' })

describe('on Today', () => {
  test('one key says that there was no cramp, the next that the coin was followed', async () => {
    const { backend, user } = renderPage({
      route: '/today',
      ...withCoins(makeCoins('2026-11-16'), '2026-11-18'),
    })
    const card = within(await findCard())
    expect(await card.findByText(/3 of 56 nights answered/)).toBeTruthy()
    expect(card.getByText(/^Tonight’s coin is shown from/)).toBeTruthy()
    await card.findByRole('group', { name: 'Last night: did you have a cramp?' })
    await user.keyboard('1')
    await card.findByRole('group', { name: /^Last night: Was the foot end/ })
    expect(await card.findByText(/4 of 56 nights answered/)).toBeTruthy()
    await user.keyboard('2')
    await waitFor(() => expect(card.queryByRole('group', { name: /^Last night/ })).toBeNull())
    expect(backend.journal.coins.listAnswers(1)).toEqual([
      { date: '2026-11-19', action: 'loose-bedding', followed: false },
    ])
  })

  test('of several coins each one can be told', async () => {
    const coins = makeCoins('2026-11-16', ['loose-bedding', 'drink-to-thirst'])
    const { backend, user } = renderPage({ route: '/today', ...withCoins(coins, '2026-11-19') })
    const card = within(await findCard())
    expect(await card.findByText(/^Today:/)).toBeTruthy()
    await card.findByRole('group', { name: 'Last night: Did you do as all the coins said?' })
    await user.click(card.getByRole('button', { name: 'No' }))
    await user.click(card.getByRole('checkbox', { name: /drink/ }))
    await user.click(card.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(backend.journal.coins.listAnswers(1)).toHaveLength(2))
    expect(backend.journal.coins.listAnswers(1)).toEqual([
      { date: '2026-11-19', action: 'drink-to-thirst', followed: true },
      { date: '2026-11-19', action: 'loose-bedding', followed: false },
    ])
  })

  test('a cramp of the night opens its form', async () => {
    const { user } = renderPage({ route: '/today', ...withCoins(makeCoins('2026-11-16'), '2026-11-18') })
    const card = within(await findCard())
    await user.click(await card.findByRole('button', { name: 'A cramp' }))
    expect(await screen.findByRole('dialog')).toBeTruthy()
  })

  test('says that it is settled', async () => {
    renderPage({
      route: '/today',
      ...withCoins(makeCoins('2026-11-03'), addDays(today, -1), isWith => !isWith),
    })
    const card = await findCard()
    await waitFor(() => expect(card.textContent).toContain('Your coin test is settled.'))
  })
})

describe('on the plan', () => {
  test('a test under way tells how many nights are answered, and nothing of cramps; it stops and goes on', async () => {
    const { backend, user } = renderPage({
      route: '/plan',
      ...withCoins(makeCoins('2026-11-16'), '2026-11-18', isWith => isWith),
    })
    const strip = within(await findCard())
    expect(strip.getByText('3 of 56 nights answered.')).toBeTruthy()
    expect(screen.queryByText(/What your experiments have shown/)).toBeNull()
    await user.click(strip.getByRole('button', { name: 'Stop' }))
    expect(await screen.findByText(/^You stopped it today/)).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(backend.journal.coins.get(1)?.stoppedOn).toBeNull())
  })

  test('a settled action shows its counts and what they mean', async () => {
    renderPage({
      route: '/plan',
      ...withCoins(makeCoins('2026-10-10'), addDays(today, -1), isWith => !isWith),
    })
    const result = await screen.findByRole('region', {
      name: 'Does room for the feet in bed keep cramps away?',
    })
    expect(result.textContent).toMatch(
      /With loose bedding: a cramp on 0 of \d+ nights\. Without: (\d+) of \1\./,
    )
    expect(result.textContent).toContain('chance alone rarely does this')
    expect(within(result).getByText('How sure is this?')).toBeTruthy()
  })

  test('tests an own factor once the person has confirmed that it is harmless', async () => {
    const dates = datesFromTo('2026-08-28', '2026-11-19')
    const finding = makeFinding('own-factor:1', { verdict: 'likely', ratio: 0.4 })
    const { backend, user } = renderPage({
      route: '/plan',
      entries: dates.slice(0, 24).map(date => crampAt(date, '22:00')),
      checkIns: dates.slice(24).map(date => ({ date, kind: 'cramp', dayStartMinutes: 240 }) as const),
      seed: journal => void journal.ownFactors.add(listedFactor({ name: 'Compression socks' })),
      handlers: {
        getFindings: async () => ({
          findings: {
            ...{ firstDate: '2026-08-28', lastDate: '2026-11-19', nextCheckpoint: '2026-12-14' },
            ...{ trackedDays: 84, crampDays: 24, outcome: 'cramp-days', findings: [finding] },
          },
          medicines: [],
        }),
      },
    })
    const title = /^You wanted to know: Compression socks.*Likely link.*Not studied: your own idea/
    await user.click(await screen.findByRole('button', { name: title }))
    const card = within(await screen.findByRole('region', { name: title }))
    await user.click(card.getByRole('button', { name: 'Test it fairly on yourself' }))
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Does “Compression socks” keep cramps away?' }),
    )
    await user.click(await dialog.findByRole('button', { name: 'Start' }))
    await dialog.findByText(/^Only what is harmless for you either way can be tested/)
    expect(backend.journal.coins.list()).toEqual([])
    await user.click(dialog.getByRole('checkbox', { name: /^Doing it and leaving it out are both harmless/ }))
    await user.click(dialog.getByRole('button', { name: 'Start' }))
    await screen.findByText(/^All coins are thrown/)
    expect(backend.journal.coins.list()).toMatchObject([
      {
        actions: [
          { action: 'own-factor:1', own: { name: 'Compression socks', change: 'do', decides: 'night' } },
        ],
      },
    ])
  })

  test('starts with one click, for one action or for three', async () => {
    const dates = datesFromTo('2026-08-28', '2026-11-19')
    const { backend, user } = renderPage({
      route: '/plan',
      entries: dates.slice(0, 24).map(date => crampAt(date, '22:00')),
      checkIns: dates.slice(24).map(date => ({ date, kind: 'cramp', dayStartMinutes: 240 }) as const),
      handlers: { getFindings },
    })
    await user.click(await screen.findByRole('button', { name: /^Give your feet room in bed/ }))
    const card = within(await screen.findByRole('region', { name: /^Give your feet room in bed/ }))
    await user.click(card.getByRole('button', { name: 'Test it fairly on yourself' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(await dialog.findByText('Other plans'))
    await user.click(dialog.getByRole('radio', { name: '12 weeks' }))
    await user.click(dialog.getByRole('checkbox', { name: 'Loose socks in bed' }))
    await user.click(dialog.getByRole('checkbox', { name: 'Drinking early' }))
    expect(dialog.getByRole('checkbox', { name: 'Breaks from standing' }).matches(':disabled')).toBe(true)
    await user.click(dialog.getByRole('button', { name: 'Start with these coins' }))
    expect(await screen.findByText(/^All coins are thrown\. The first is for Saturday/)).toBeTruthy()
    const [stored] = backend.journal.coins.list()
    expect(stored?.actions.map(({ action }) => action)).toEqual([
      'loose-bedding',
      'warm-feet',
      'drink-to-thirst',
    ])
    expect(stored?.actions.map(({ arms }) => arms.length)).toEqual([84, 84, 84])
  })
})
