import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import type { TimelineMark } from '../../../shared/analysis/timeline-marks.ts'
import { contract, type Handlers } from '../../../shared/contract.ts'
import { makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import { untoldCramp } from '../../../shared/kinds/cramp.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
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

interface Diary {
  entries?: readonly Entry[]
  checkIns?: readonly CheckIn[]
  shoes?: readonly Shoe[]
  /** Override the marks of the diary. */
  marks?: readonly TimelineMark[]
}

/** Findings never arrive here; they have their own tests. */
const getFindings: Handlers['getFindings'] = () => new Promise(() => {})

/** Profile of these diaries: their days start at midnight. */
const profile = { ...emptyProfile, dayStartMinutes: 0 }

const openInsights = ({ entries = [], checkIns = [], shoes = [], marks }: Diary = {}, route = '/insights') =>
  renderPage({
    route,
    entries,
    checkIns,
    shoes,
    profile,
    handlers: ({ getOverview }) => ({
      getFindings,
      ...(marks && {
        getOverview: async (input, caller) => ({ ...(await getOverview(input, caller)), marks: [...marks] }),
      }),
    }),
  })

const makeCramp = (id: number, date: string, clock: string): Entry =>
  makeEntry(id, {
    ...untoldCramp,
    kind: 'cramp',
    ...momentAt(date, clock, TIME_ZONE),
    note: '',
    onsetPrecision: 'exact',
    durationSeconds: 90,
    sites: [{ muscle: 'calf', side: 'left' }],
    intensity: 6,
    stateAtOnset: 'asleep',
    wokeMe: true,
    relief: [],
    symptoms: [],
    sorenessHours: null,
  })

const makeDrink = (id: number, date: string): Entry =>
  makeEntry(id, {
    kind: 'fluid',
    ...momentAt(date, '09:00', TIME_ZONE),
    note: '',
    drink: 'water',
    volumeMl: 250,
    alcoholPercent: null,
    caffeineMg: null,
    reliefOf: null,
  })

const demo = makeDemoJournal({ lastDate: '2026-11-20', timeZone: TIME_ZONE, seed: 5, until: NOW })

/** Checks the text and the drawings. */
function expectNoBrokenNumbers() {
  expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined|null|Invalid Date/)
  for (const drawing of document.querySelectorAll('[role=img]'))
    expect(drawing.innerHTML).not.toMatch(/NaN|Infinity|undefined/)
}

describe('an empty journal', () => {
  it('says what would fill the charts and shows the way to Today', async () => {
    const { user } = openInsights()
    await screen.findByRole('heading', { name: 'No day is answered in this period' })
    expect(screen.queryByRole('img')).toBeNull()
    await user.click(screen.getByRole('link', { name: 'Go to Today' }))
    expect(await screen.findByRole('heading', { level: 1, name: /today|friday/i })).toBeTruthy()
  })

  it('offers the whole journal, which then has nothing more to offer', async () => {
    const { user } = openInsights()
    await user.click(await screen.findByRole('button', { name: 'Show all periods' }))
    expect(await screen.findByRole('heading', { name: 'Nothing to draw yet' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Show all periods' })).toBeNull()
    expect(screen.getByRole('radio', { name: 'All', checked: true })).toBeTruthy()
  })
})

describe('a journal of which nothing is tracked', () => {
  it('draws nothing: drinks that nobody called complete are unknown, not few', async () => {
    openInsights({ entries: [makeDrink(1, '2026-11-18'), makeDrink(2, '2026-11-19')] })
    expect(await screen.findByRole('heading', { name: 'No day is answered in this period' })).toBeTruthy()
    expectNoBrokenNumbers()
  })
})

describe('a journal with one entry', () => {
  it('shows the one cramp, and asks for what is missing beside it', async () => {
    openInsights({ entries: [makeCramp(1, '2026-11-19', '03:10')] })
    const cramps = within(await openCard('How are the cramps doing?'))
    expect(cramps.getByText(/^1 cramp on 1 of 1 answered day\./)).toBeTruthy()
    expect(cramps.getAllByText('Not answered on any day')).toHaveLength(2)
    expect(cramps.getByText(/Say that a day's drinks are complete/)).toBeTruthy()
    expect(cramps.getByRole('link', { name: 'Go to Today' })).toBeTruthy()
    const hours = within(await openCard('When in the day?'))
    expect(hours.getByText(/^1 cramp with a known time\./)).toBeTruthy()
    expectNoBrokenNumbers()
  })
})

describe('a journal with one tracked day', () => {
  it('knows of no cramp on it, and of no hour', async () => {
    openInsights({ checkIns: [{ date: '2026-11-18', kind: 'cramp', dayStartMinutes: 0 }] })
    const cramps = within(await openCard('How are the cramps doing?'))
    expect(cramps.getByText(/^No cramps on 1 answered day\./)).toBeTruthy()
    const hours = within(await openCard('When in the day?'))
    expect(hours.getByText('No cramp in this period has a known time.')).toBeTruthy()
    expect(hours.queryByRole('img')).toBeNull()
    expect(hours.getByRole('link', { name: 'Go to Today' })).toBeTruthy()
    expectNoBrokenNumbers()
  })
})

describe('half a year', () => {
  it('is answered in words, for the eye and for the screen reader', async () => {
    openInsights(demo)
    const cramps = within(await openCard('How are the cramps doing?'))
    const answer = cramps.getByText(/^\d+ cramps on \d+ of \d+ answered days, about \d+ a week\. /)
    expect(cramps.getByRole('img').getAttribute('aria-label')).toContain(answer.textContent)
    expect(
      cramps.getByText(/^Cramps: [\d.]+ per 4 weeks \(95% interval .* Of 180 days, these are left out: /),
    ).toBeTruthy()
    expect(cramps.getByText('Not answered: unknown, not zero')).toBeTruthy()
    const hours = within(await openCard('When in the day?'))
    expect(hours.getByText(/^Most come between /)).toBeTruthy()
    expectNoBrokenNumbers()
  })

  it('has the same numbers in a table, newest first', async () => {
    const { user } = openInsights(demo)
    const card = await openCard('How are the cramps doing?')
    await user.click(within(card).getByRole('radio', { name: 'Table' }))
    expect(within(card).queryByRole('img')).toBeNull()
    const rows = within(card).getAllByRole('row').slice(1)
    expect(rows).toHaveLength(26)
    const cells = rows.map(row =>
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent ?? ''),
    )
    const total = cells.reduce((sum, [cramps]) => sum + (Number(cramps) || 0), 0)
    expect(within(card).getByText(new RegExp(`^${total} cramps on `))).toBeTruthy()
    // The week without entries is unknown in every column on cramps, drinks and activities.
    const unknown = [
      ...['not answered', 'not answered', '0', 'not known', 'not known', 'not known'],
      ...['not answered', '0', 'not answered', '0'],
    ]
    expect(cells.filter(row => row.join() === unknown.join())).toHaveLength(1)
    expectNoBrokenNumbers()
  })

  it('writes every third hour where it begins, and says what the dark bars are', async () => {
    openInsights(demo)
    const card = await openCard('When in the day?')
    await waitFor(() => expect(card.querySelectorAll('.recharts-xAxis-tick-labels text')).toHaveLength(8))
    const ticks = [...card.querySelectorAll('.recharts-xAxis-tick-labels text')]
    expect(ticks[0]?.textContent).toMatch(/^12/)
    const xs = ticks.map(tick => Number(tick.getAttribute('x')))
    // Labels are evenly spaced from the left end of the axis: at the start of the hour, not below the middle of its bar.
    const axis = card.querySelector('.recharts-cartesian-axis-line')
    expect(xs[0]).toBeCloseTo(Number(axis?.getAttribute('x1')), 3)
    const drawing = card.querySelector('svg.recharts-surface')
    expect(Number(axis?.getAttribute('y1'))).toBeLessThan(Number(drawing?.getAttribute('height')))
    const width = (xs[1] ?? 0) - (xs[0] ?? 0)
    xs.forEach((x, index) => {
      expect(x - (xs[0] ?? 0)).toBeCloseTo(index * width, 3)
    })
    expect(within(card).getByText('The four hours with the most')).toBeTruthy()
  })

  it('has every hour in a table, from noon to noon', async () => {
    const { user } = openInsights(demo)
    const card = await openCard('When in the day?')
    await user.click(within(card).getByRole('radio', { name: 'Table' }))
    const rows = within(card).getAllByRole('row').slice(1)
    expect(rows).toHaveLength(24)
    expect(rows[0]?.textContent).toMatch(/^12/)
    const total = rows.reduce((sum, row) => sum + Number(within(row).getByRole('cell').textContent), 0)
    expect(within(card).getByText(new RegExp(`of ${total} cramps`))).toBeTruthy()
  })

  it('draws a bar for each week that is known, and shades the one that is not', async () => {
    openInsights(demo)
    const card = await openCard('How are the cramps doing?')
    const chart = within(card).getByRole('img')
    await waitFor(() => expect(chart.querySelectorAll('.recharts-reference-area').length).toBe(3))
    expect(chart.querySelectorAll('.recharts-bar-rectangle rect').length).toBeGreaterThan(50)
    expectNoBrokenNumbers()
  })
})

describe('a part of the time', () => {
  it('is brought up close with the keys, in the chart and in the table, and let go again', async () => {
    const { user } = openInsights(demo)
    const card = await openCard('How are the cramps doing?')
    const first = within(card).getByRole('slider', { name: 'First shown' })
    act(() => first.focus())
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    await user.click(within(card).getByRole('radio', { name: 'Table' }))
    expect(within(card).getAllByRole('row')).toHaveLength(1 + 23)
    expect(within(card).getByText(/the answer is for the whole period, the chart shows /)).toBeTruthy()
    const whole = within(card).getByRole('button', { name: 'Whole period' })
    await user.click(whole)
    expect(within(card).getAllByRole('row')).toHaveLength(1 + 26)
    expect(within(card).queryByText(/the answer is for the whole period/)).toBeNull()
    // The button is used up, and keeps the focus.
    expect(document.activeElement).toBe(whole)
    expect(whole.getAttribute('aria-disabled')).toBe('true')
    expectNoBrokenNumbers()
  })

  it('is all of it again when another period is chosen', async () => {
    const { user } = openInsights(demo)
    const card = await openCard('How are the cramps doing?')
    act(() => within(card).getByRole('slider', { name: 'Last shown' }).focus())
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    await user.click(screen.getByRole('radio', { name: '12 weeks' }))
    await user.click(
      within(await openCard('How are the cramps doing?')).getByRole('radio', { name: 'Table' }),
    )
    await waitFor(() => expect(within(card).getAllByRole('row')).toHaveLength(1 + 12))
  })
})

describe('copying', () => {
  /** Opens the menu of the hour chart while its table or its drawing is shown. */
  async function openMenu(view: 'Chart' | 'Table') {
    const { user, backend } = openInsights(demo)
    const card = await openCard('When in the day?')
    await user.click(within(card).getByRole('radio', { name: view }))
    await user.click(within(card).getByRole('button', { name: 'Save or copy "When in the day?"' }))
    return { user, backend, itemOf: (name: string) => screen.findByRole('menuitem', { name }) }
  }

  it('hands over the numbers that the table shows, and says so', async () => {
    const { user, backend, itemOf } = await openMenu('Table')
    await user.click(await itemOf('Copy numbers'))
    expect((await screen.findByText('Copied')).closest('[role=status]')).not.toBeNull()
    const inputs = backend.calls.filter(({ call }) => call === 'copyChartNumbers').map(({ input }) => input)
    expect(inputs).toEqual([{ columns: expect.any(Array), rows: expect.any(Array) }])
    const { rows } = contract.copyChartNumbers.input.parse(inputs[0])
    expect(rows).toHaveLength(24)
  })

  it('has no picture while the table is shown', async () => {
    const { itemOf } = await openMenu('Table')
    expect(await itemOf('Copy picture')).toHaveProperty('disabled', true)
  })

  it('says what went wrong', async () => {
    const { user, backend, itemOf } = await openMenu('Chart')
    expect(await itemOf('Copy picture')).toHaveProperty('disabled', false)
    backend.failNext('copyChartNumbers', { code: 'internal', message: 'The clipboard did not take it.' })
    await user.click(await itemOf('Copy numbers'))
    expect(await screen.findByText('The clipboard did not take it.')).toBeTruthy()
    expect(screen.queryByText('Copied')).toBeNull()
  })
})

describe('changes of medicine and shoes', () => {
  const marks: TimelineMark[] = [
    { kind: 'medicine', date: '2026-08-04', name: 'Statin', change: 'start' },
    { kind: 'shoes', date: '2026-09-15', name: 'Trail runners' },
    { kind: 'experiment', date: '2026-10-01', name: 'Evening stretch', change: 'start' },
  ]

  it('are marked in the chart and named below it, as far as they are in view', async () => {
    const { user } = openInsights({ ...demo, marks })
    const card = await openCard('How are the cramps doing?')
    const list = within(within(card).getByRole('list', { name: 'Changes in this time' }))
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^1 .*2026: Statin, started$/),
      expect.stringMatching(/^2 .*2026: New shoes: Trail runners$/),
      expect.stringMatching(/^3 .*2026: Experiment began: Evening stretch$/),
    ])
    // The exported picture includes the legend of the numbers.
    expect(list.getAllByRole('listitem')[0]?.closest('figure, [class*=figure]')).not.toBeNull()
    // Three marks in each of three panels.
    await waitFor(() => expect(card.querySelectorAll('.recharts-reference-line')).toHaveLength(9))
    act(() => within(card).getByRole('slider', { name: 'First shown' }).focus())
    await user.keyboard('{ArrowRight>14/}')
    expect(list.getAllByRole('listitem')).toHaveLength(2)
    expectNoBrokenNumbers()
  })

  it('of the same week share a line that names them all', async () => {
    const sameWeek: TimelineMark[] = [
      { kind: 'medicine', date: '2026-08-04', name: 'Statin', change: 'start' },
      { kind: 'shoes', date: '2026-08-06', name: 'Trail runners' },
    ]
    openInsights({ ...demo, marks: sameWeek })
    const card = await openCard('How are the cramps doing?')
    await waitFor(() => expect(card.querySelectorAll('.recharts-reference-line')).toHaveLength(3))
    expect([...card.querySelectorAll('.recharts-label')].map(label => label.textContent)).toContain('1, 2')
  })
})

describe('the period', () => {
  it('stands in the address and is asked of the journal from a Monday on', async () => {
    const { backend, user } = openInsights(demo, '/insights?period=12-weeks')
    await openCard('How are the cramps doing?')
    expect(screen.getByRole('radio', { name: '12 weeks', checked: true })).toBeTruthy()
    const asked = () => backend.calls.filter(({ call }) => call === 'getOverview').map(({ input }) => input)
    expect(asked()).toEqual([{ fromDate: '2026-08-31', toDate: '2026-11-20', filter: everyCramp }])
    await user.click(screen.getByRole('radio', { name: '1 year' }))
    await waitFor(() =>
      expect(asked()).toContainEqual({ fromDate: '2025-11-24', toDate: '2026-11-20', filter: everyCramp }),
    )
    expect(screen.getByRole('radio', { name: '1 year', checked: true })).toBeTruthy()
  })

  it('that nobody knows is read as half a year', async () => {
    openInsights(demo, '/insights?period=forever')
    await openCard('How are the cramps doing?')
    expect(screen.getByRole('radio', { name: '26 weeks', checked: true })).toBeTruthy()
  })

  it('of ten years is drawn in blocks of four weeks', async () => {
    const decade = makeDemoJournal({ lastDate: '2026-11-20', timeZone: TIME_ZONE, seed: 5, weeks: 520 })
    const { user } = openInsights(decade, '/insights?period=all')
    const card = await openCard('How are the cramps doing?')
    expect(within(card).getByText((_, element) => element?.textContent === 'Cramps per 4 weeks')).toBeTruthy()
    await user.click(within(card).getByRole('radio', { name: 'Table' }))
    const rows = within(card).getAllByRole('row')
    expect(rows.length).toBeGreaterThan(125)
    expect(rows.length).toBeLessThan(140)
    expectNoBrokenNumbers()
  })
})

describe('a journal that cannot answer', () => {
  it('says so, keeps the entries, and is asked again', async () => {
    let isBroken = true
    const { user } = renderPage({
      route: '/insights',
      entries: demo.entries,
      checkIns: demo.checkIns,
      shoes: demo.shoes,
      profile,
      handlers: ({ getOverview }) => ({
        getFindings,
        getOverview: (input, caller) => {
          if (isBroken) throw new Error('the disk is gone')
          return getOverview(input, caller)
        },
      }),
    })
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByText(/Your entries are as they were/)).toBeTruthy()
    isBroken = false
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await openCard('How are the cramps doing?')).toBeTruthy()
  })
})
