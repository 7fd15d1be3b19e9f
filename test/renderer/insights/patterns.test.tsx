import { MantineProvider } from '@mantine/core'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { formatDateRange, formatNumber } from '../../../renderer/data/format.ts'
import { CalendarCard } from '../../../renderer/insights/CalendarCard.tsx'
import { NightsCard } from '../../../renderer/insights/NightsCard.tsx'
import type { LoadBand, LoadPattern } from '../../../shared/analysis/load-pattern.ts'
import { periodOfSpan } from '../../../shared/analysis/overview-timeline.ts'
import { computePatterns } from '../../../shared/analysis/patterns.ts'
import type { ShareOfDays } from '../../../shared/analysis/share-of-days.ts'
import { makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import { untoldCramp } from '../../../shared/kinds/cramp.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { emptyProfile, type Profile } from '../../../shared/kinds/profile.ts'
import { addDays, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { makeEntry } from '../../support/make-entry.ts'
import { NOW, renderPage, TIME_ZONE } from '../render-page.tsx'
import { openCard } from './open-card.ts'

// jsdom has no layout; a chart draws only in an element with a size.
beforeEach(() => {
  const room = vi
    .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
    .mockReturnValue(DOMRect.fromRect({ width: 800, height: 200 }))
  return () => room.mockRestore()
})

const questions = [
  'When in the day?',
  'On which days of the week?',
  'Which days had cramps?',
  'Where does it cramp?',
  'Do I drink differently before cramps?',
  'In which shoes?',
  'Do cramps follow hard weeks?',
  'What are the nights with cramps like?',
  'What helps, and how soon?',
] as const

interface Diary {
  entries?: readonly Entry[]
  checkIns?: readonly CheckIn[]
  shoes?: ReturnType<typeof makeDemoJournal>['shoes']
  profile?: Profile
}

const open = (
  { entries = [], checkIns = [], shoes = [], profile = emptyProfile }: Diary,
  route = '/insights',
) =>
  renderPage({
    route,
    entries,
    checkIns,
    shoes,
    // Days of these diaries start at midnight.
    profile: { ...profile, dayStartMinutes: 0 },
    handlers: { getFindings: () => new Promise(() => {}) },
  })

const makeCramp = (id: number, date: string, clock = '03:10'): Entry =>
  makeEntry(id, {
    ...untoldCramp,
    kind: 'cramp',
    ...momentAt(date, clock, TIME_ZONE),
    onsetPrecision: 'exact',
    sites: [{ muscle: 'calf', side: 'left' }],
  })

const cardOf = async (question: (typeof questions)[number]) => within(await openCard(question))

/** Long timeout, because the cards are rendered one after another and the last is slow on a busy machine. */
const findLastCard = () =>
  screen.findByRole('region', { name: 'What helps, and how soon?' }, { timeout: 60_000 })

/** Text alternative of a card's chart. */
const answerOf = async (question: (typeof questions)[number]) => {
  const card = await openCard(question)
  return within(card).getByRole('heading', { level: 2 }).nextElementSibling?.textContent ?? ''
}

function expectNoBrokenNumbers() {
  expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined|null|Invalid Date/)
  for (const drawing of document.querySelectorAll('[role=img]'))
    expect(drawing.innerHTML).not.toMatch(/NaN|Infinity|undefined/)
}

const demo = makeDemoJournal({ lastDate: '2026-11-20', timeZone: TIME_ZONE, seed: 5, until: NOW })

describe('a journal with one cramp', () => {
  it('shows its place and day, and says of everything else what would fill it', async () => {
    open({ entries: [makeCramp(1, '2026-11-19')] })
    expect(await answerOf('When in the day?')).toMatch(/^1 cramp with a known time\. Once there are 8/)
    expect(await answerOf('Where does it cramp?')).toBe('Most often: calf, 1 of 1 cramp (left 1, right 0).')
    expect(await answerOf('Which days had cramps?')).toBe('Of 3 days: 1 with a cramp, 0 without, 2 unknown.')
    expect(await answerOf('What helps, and how soon?')).toBe(
      'Nothing is written down about what was tried for the one cramp.',
    )
    const missing = {
      'Do I drink differently before cramps?': /Say that a day's drinks are complete/,
      'In which shoes?': /Log which shoes you put on/,
      'Do cramps follow hard weeks?': /Log your activities with minutes and exertion/,
      'What are the nights with cramps like?': /Log your nights with both times/,
      'What helps, and how soon?': /Log what you tried/,
    } as const
    for (const [question, words] of Object.entries(missing)) {
      const card = within(await openCard(question))
      expect(card.getByText(words)).toBeTruthy()
      expect(card.getByRole('link', { name: 'Go to Today' })).toBeTruthy()
      expect(card.queryByRole('img')).toBeNull()
    }
    expectNoBrokenNumbers()
  })
})

describe('a journal with one tracked day', () => {
  it('knows a day without, and neither an hour nor a place', async () => {
    open({ checkIns: [{ date: '2026-11-18', kind: 'cramp', dayStartMinutes: 0 }] })
    expect(await answerOf('Which days had cramps?')).toBe('Of 3 days: 0 with a cramp, 1 without, 2 unknown.')
    expect(await answerOf('When in the day?')).toBe('No cramp in this period has a known time.')
    expect(await answerOf('Where does it cramp?')).toBe(
      'There was no cramp in this period that could be shown.',
    )
    expect(await answerOf('On which days of the week?')).toMatch(/Once there are 5 days of each kind/)
    expectNoBrokenNumbers()
  })
})

describe('a journal of drinks that nobody called complete', () => {
  it('has nothing to draw, and does not take unknown for none', async () => {
    const patterns = computePatterns({
      dayStartMinutes: 0,
      period: { fromDate: '2026-11-01', toDate: '2026-11-20' },
      entries: demo.entries.filter(({ kind }) => kind === 'fluid'),
      checkIns: [],
      shoes: [],
      offWeekdays: [5, 6],
      timeZone: TIME_ZONE,
    })
    const basis = { fromDate: '2026-11-01', toDate: '2026-11-20', only: [] }
    render(
      <MantineProvider>
        <MemoryRouter>
          <CalendarCard times={patterns.times} basis={basis} />
          <NightsCard nights={patterns.nights} basis={basis} />
        </MemoryRouter>
      </MantineProvider>,
    )
    expect(
      screen.getByText('It is not known for any day in this period whether there was a cramp.'),
    ).toBeTruthy()
    expect(screen.queryByRole('img')).toBeNull()
    for (const question of ['Which days had cramps?', 'What are the nights with cramps like?'])
      expect(within(await openCard(question)).getByRole('link', { name: 'Go to Today' })).toBeTruthy()
    expect(screen.queryByRole('img')).toBeNull()
  })
})

describe('a journal with cramps every day', () => {
  it('has no day without, and no difference to find', async () => {
    const dates = datesFromTo('2026-10-01', '2026-11-19')
    open({
      entries: dates.map((date, index) => makeCramp(index + 1, date)),
      checkIns: dates.flatMap(date => [
        { date, kind: 'fluid' as const, dayStartMinutes: 0 },
        { date: addDays(date, -1), kind: 'fluid' as const, dayStartMinutes: 0 },
      ]),
    })
    expect(await answerOf('On which days of the week?')).toMatch(
      /\(100%\).*\(100%\)\. That is not a clear difference/,
    )
    expect(await answerOf('When in the day?')).toMatch(/^Most come between .*50 of 50 cramps/)
    expect(await answerOf('Do I drink differently before cramps?')).toMatch(
      /^Each of 50 days with all drinks known had a cramp; the typical amount in the 24 hours before was 0 ml/,
    )
    expectNoBrokenNumbers()
  })
})

describe('half a year', () => {
  it('has a drawing with its answer in words for each question', async () => {
    open(demo)
    await findLastCard()
    for (const question of questions) {
      const card = await cardOf(question)
      const label = card.getByRole('img').getAttribute('aria-label')
      expect(label).toContain(await answerOf(question))
    }
    expectNoBrokenNumbers()
  })

  it('has the numbers of every drawing in a table', async () => {
    const { user } = open(demo)
    await findLastCard()
    for (const question of questions) {
      const card = await cardOf(question)
      await user.click(card.getByRole('radio', { name: 'Table' }))
      expect(card.getAllByRole('row').length).toBeGreaterThan(2)
    }
    const calf = within((await cardOf('Where does it cramp?')).getByRole('row', { name: /^Calf/ }))
    const [left, right] = calf.getAllByRole('cell').map(cell => Number(cell.textContent))
    expect(await answerOf('Where does it cramp?')).toMatch(
      new RegExp(`\\(left ${left}, right ${right}(, \\d+ of them on both sides)?\\)`),
    )
    // Rows are sorted by name, not ranked.
    const names = (await cardOf('What helps, and how soon?'))
      .getAllByRole('rowheader')
      .map(row => row.textContent)
    expect(names).toEqual(names.toSorted())
    expectNoBrokenNumbers()
  })

  it('has a table for each of its drawings, with every bar of it', async () => {
    const { user } = open(demo)
    await findLastCard()
    const { load, fluids, shoes } = computePatterns({
      dayStartMinutes: 0,
      period: periodOfSpan('26-weeks', '2026-11-20'),
      ...demo,
      offWeekdays: [5, 6],
      timeZone: TIME_ZONE,
    })
    const readTable = async (question: (typeof questions)[number], title: string) => {
      const card = await cardOf(question)
      await user.click(card.getByRole('radio', { name: 'Table' }))
      return within(card.getByRole('table', { name: title }))
        .getAllByRole('row')
        .slice(1)
        .map(row => [...row.children].map(cell => cell.textContent))
    }
    const tellShare = ({ days, crampDays, share, lower, upper }: ShareOfDays) => [
      ...[days, crampDays].map(count => formatNumber(count)),
      ...[share, lower, upper].map(value => (value === null ? 'unknown' : formatNumber(100 * value, 1))),
    ]
    expect(await readTable('Do cramps follow hard weeks?', 'Days with a cramp, by the week before')).toEqual([
      ['After a lighter week', ...tellShare(bandOf(load, 'below'))],
      ['After a usual week', ...tellShare(bandOf(load, 'usual'))],
      ['After a harder week', ...tellShare(bandOf(load, 'above'))],
    ])
    expect(await readTable('Do cramps follow hard weeks?', 'Week by week')).toHaveLength(load.weeks.length)
    const drinks = 'Do I drink differently before cramps?'
    expect(await readTable(drinks, 'Days by what was drunk in 24 hours')).toEqual(
      fluids.distribution.map(({ fromMl, toMl, days, crampDays }) =>
        [fromMl, toMl, crampDays, days - crampDays].map(value => formatNumber(value)),
      ),
    )
    expect(await readTable(drinks, 'Median')).toEqual([
      ['with a cramp', formatNumber(fluids.medianMl.withCramp ?? 0)],
      ['without', formatNumber(fluids.medianMl.without ?? 0)],
    ])
    const shoeCard = await cardOf('In which shoes?')
    await user.click(shoeCard.getByRole('radio', { name: 'Table' }))
    const rows = shoeCard
      .getAllByRole('row')
      .slice(1)
      .map(row => [...row.children].map(cell => cell.textContent))
    expect(rows.map(([name, , ...cells]) => [name, ...cells.slice(0, 5)])).toEqual([
      ...shoes.shoes.map(({ name, ownDays }) => [name, ...tellShare(ownDays)]),
      ...(shoes.withoutShoe.days === 0 ? [] : [['No shoe for an hour', ...tellShare(shoes.withoutShoe)]]),
    ])
    expect(shoes.withoutShoe.days).toBeGreaterThan(0)
  })

  it('has every answer about the nights, counted over those with both times, and shades the time in bed', async () => {
    const { user } = open(demo)
    await findLastCard()
    const { nights, times } = computePatterns({
      dayStartMinutes: 0,
      period: periodOfSpan('26-weeks', '2026-11-20'),
      ...demo,
      offWeekdays: [5, 6],
      timeZone: TIME_ZONE,
    })
    expect(nights.all.days).toBeGreaterThan(100)
    expect(nights.leftOut.withoutEnd).toBe(0)
    const card = await cardOf('What are the nights with cramps like?')
    await user.click(card.getByRole('radio', { name: 'Table' }))
    // The cradle is the only answer missing in this diary; the values of all nights together have no row.
    expect(nights.conditions).toHaveLength(2 + 2 + 4 + 3)
    const cells = card
      .getAllByRole('row')
      .map(row => [...row.children].map(cell => cell.textContent?.replaceAll(',', '')))
    for (const { days, crampDays } of nights.conditions)
      expect(cells.some(row => row.includes(String(days)) && row.includes(String(crampDays)))).toBe(true)
    expect(times.timeInBed?.cramps).toBeGreaterThan(30)
    expect(await answerOf('When in the day?')).toMatch(/While you are usually in bed \(.*\), \d+ of \d+/)
  })

  it('is told in the person’s unit of volume', async () => {
    const { user } = open({ ...demo, profile: { ...emptyProfile, volumeUnit: 'fl-oz-us' } })
    await findLastCard()
    expect(await answerOf('Do I drink differently before cramps?')).toMatch(/typically \d\d fl oz in the/)
    const card = await cardOf('Do I drink differently before cramps?')
    expect(card.getByText(/fl oz drunk in 24 hours, in steps of 8\.5/)).toBeTruthy()
    await user.click(card.getByRole('radio', { name: 'Table' }))
    expect(card.getByRole('rowheader', { name: 'less than 34 fl oz' })).toBeTruthy()
    const cramps = within(await openCard('How are the cramps doing?'))
    expect(cramps.getByText(/fl oz per day/)).toBeTruthy()
    await user.click(cramps.getByRole('radio', { name: 'Table' }))
    expect(cramps.getByRole('columnheader', { name: 'Fluids, fl oz per day' })).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/\d ml\b|ml per day/)
  })

  it('says on each card of which time and which cramps it is', async () => {
    const { user } = open(demo, '/insights?period=12-weeks&time=night')
    await findLastCard()
    // Queries normalise the page's spaces, so the expected text needs plain ones.
    const dates = formatDateRange('2026-08-31', '2026-11-20').replaceAll(/\s/g, ' ')
    const words = `${dates} · only: at night`
    for (const question of questions) expect((await cardOf(question)).getByText(words)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'All cramps' }))
    await waitFor(() => expect(screen.queryByText(words)).toBeNull())
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Place' }))
  })

  it('tells shoe by shoe how long it was worn, and how often there were cramps', async () => {
    const { user } = open(demo)
    const card = await cardOf('In which shoes?')
    await user.click(card.getByRole('radio', { name: 'Table' }))
    const columns = card.getAllByRole('columnheader').map(column => column.textContent)
    expect(columns).toContain('Cramps per 100 h')
    for (const row of card.getAllByRole('row').slice(1)) {
      const cells = within(row)
        .getAllByRole('cell')
        .map(cell => (cell.textContent ?? '').replaceAll(',', ''))
      const number = (title: string) => Number(cells[columns.indexOf(title) - 1])
      if (Number.isNaN(number('Cramps per 100 h'))) continue
      expect(number('per 100 h, 95% from')).toBeLessThan(number('Cramps per 100 h'))
      expect(number('Cramps per 100 h')).toBeCloseTo(
        (100 * number('Cramps on its days')) / number('Hours on its days'),
        0,
      )
    }
  })

  it('marks the unknown days of the year otherwise than by colour', async () => {
    open(demo)
    const chart = (await cardOf('Which days had cramps?')).getByRole('img')
    const unknown = [...chart.querySelectorAll('title')].filter(({ textContent }) =>
      textContent?.endsWith('not answered'),
    )
    expect(unknown.length).toBeGreaterThan(0)
    // Unknown values are lines, all others squares.
    await waitFor(() => expect(chart.querySelectorAll('line')).toHaveLength(unknown.length))
  })
})

const bandOf = ({ bands }: LoadPattern, wanted: LoadBand): ShareOfDays => {
  const band = bands.find(one => one.band === wanted)
  if (band === undefined) throw new Error(`no band ${wanted}`)
  return band
}

describe('ten years', () => {
  const decade = makeDemoJournal({ lastDate: '2026-11-20', timeZone: TIME_ZONE, seed: 5, weeks: 520 })

  it('is drawn whole, and its days a year at a time', async () => {
    const { user } = open(decade, '/insights?period=all')
    const card = await cardOf('Which days had cramps?')
    expect(card.getByRole('button', { name: 'The year after' }).getAttribute('aria-disabled')).toBe('true')
    const before = card.getByRole('status').textContent
    await user.click(card.getByRole('button', { name: 'The year before' }))
    expect(card.getByRole('status').textContent).not.toBe(before)
    expect(card.getByRole('img').querySelectorAll('title').length).toBeLessThan(372)
    expect((await cardOf('Where does it cramp?')).getByText(/Choose a shorter period/)).toBeTruthy()
    // Single weeks would be too narrow: four of them share a bar, and no weekly load is shown.
    const load = await cardOf('Do cramps follow hard weeks?')
    expect(load.getByText(/per 4 weeks, on answered days/)).toBeTruthy()
    await user.click(load.getByRole('radio', { name: 'Table' }))
    const blocks = within(load.getByRole('table', { name: 'Four weeks by four weeks' })).getAllByRole('row')
    expect(blocks.length).toBeGreaterThan(125)
    expect(blocks.length).toBeLessThan(140)
    expectNoBrokenNumbers()
  })
})

describe('patterns that could not be worked out', () => {
  it('leave the other charts standing, and are asked for again', async () => {
    let isBroken = true
    renderPage({
      route: '/insights',
      entries: demo.entries,
      checkIns: demo.checkIns,
      shoes: demo.shoes,
      handlers: ({ getPatterns }) => ({
        getFindings: () => new Promise(() => {}),
        getPatterns: (input, caller) => {
          if (isBroken) throw new Error('the worker is gone')
          return getPatterns(input, caller)
        },
      }),
    })
    const user = userEvent.setup()
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByText(/Your entries are as they were/)).toBeTruthy()
    expect(await screen.findByRole('region', { name: 'How are the cramps doing?' })).toBeTruthy()
    isBroken = false
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('region', { name: 'When in the day?' })).toBeTruthy()
  })
})
