import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Handlers } from '../../../shared/contract.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import type { KeptReport } from '../../../shared/report/kept.ts'
import { plainOrder, type ReportOrder } from '../../../shared/report/order.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { renderPage } from '../render-page.tsx'
import { hashOf, inputsOf, journalOf, oneCramp, openReport, rowOf, twelveWeeks } from './open-report.tsx'
import { makeTestReport } from './report-of.ts'

describe('the preview', () => {
  test('shows the last twelve weeks at first, and nothing private', async () => {
    const page = await openReport()
    expect(screen.getByRole('radio', { name: 'Last 12 weeks' })).toHaveProperty('checked', true)
    expect(inputsOf(page, 'getReport')).toMatchObject([{ ...twelveWeeks, ...plainOrder }])
    expect(page.preview.getByText('Sam Miller')).toBeTruthy()
    expect(page.preview.queryByText(/private note/)).toBeNull()
  })

  test('follows the period', async () => {
    const page = await openReport()
    await page.user.click(screen.getByRole('radio', { name: 'Last 4 weeks' }))
    await waitFor(() =>
      expect(inputsOf(page, 'getReport').at(-1)).toMatchObject({
        fromDate: '2026-10-24',
        toDate: '2026-11-20',
      }),
    )
  })

  test('gives every number with its interval and what it was counted from', async () => {
    const page = await openReport()
    // Poisson interval of 1 cramp on 84 tracked days: R's poisson.test(1, 84 / 28) gives 0.0084 to 1.857 per 28 days.
    expect(rowOf(page, 'Cramps per 4 weeks')[2]).toBe('0.3 (0.0 to 1.9)')
    expect(rowOf(page, 'Nights woken')).toEqual([
      '1 of 28 known nights',
      '0 of 28 known nights',
      '1 of 84 known nights',
    ])
    expect(rowOf(page, 'Intensity')).toEqual(['7. worst 7', '–', '7. worst 7'])
    expect(rowOf(page, 'Length')[0]).toBe('1 min 35 s (1 min 35 s to 1 min 35 s). longest 1 min 35 s')
    expect(page.preview.getByText('Diary kept on 84 of 84 days.')).toBeTruthy()
  })

  test('begins with a line that can be read aloud, then goes on in the order of the visit', async () => {
    const { preview } = await openReport()
    const line = 'About 1 cramp in 4 weeks; woke on 1 of 28 known nights; no clear change.'
    const first = preview.getByText(line)
    const titles = preview.getAllByRole('heading', { level: 2 })
    expect(
      titles.map(({ textContent }) =>
        textContent?.trim().replace(/ (noon|helped|whole|associ|chance).*/, ''),
      ),
    ).toEqual([
      'Warning signs raised',
      'In numbers',
      'Where',
      'Hour of onset',
      'Cramps per week 12 weeks',
      'At the onset',
      'Symptoms with it',
      'Medicines and conditions',
      'What was tried',
      'Experiments',
      'What goes with the cramps',
      'Questions for the doctor',
    ])
    expect(first.compareDocumentPosition(titles[0] ?? first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  test('a section with too little says what is missing, never an empty chart', async () => {
    const { preview } = await openReport(journalOf([], []))
    expect(preview.queryByRole('img')).toBeNull()
    expect(preview.getByText(/A rate needs at least 7 answered days; this period has 0/)).toBeTruthy()
    expect(preview.getByText(/A trend needs at least 4 of the last 12 weeks/)).toBeTruthy()
    expect(
      preview.getByText(
        /^Nothing has been compared yet\. .*; the diary has 0 answered days, 0 with a cramp\.$/,
      ),
    ).toBeTruthy()
    const text = screen.getByRole('region', { name: 'Preview' }).textContent
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/)
  })

  test('says its pictures in words for those who cannot see them', async () => {
    const eight = Array.from({ length: 8 }, (_, index) => crampAt(`2026-11-0${index + 1}`, '03:30'))
    const { preview } = await openReport(journalOf(eight))
    const words = preview.getAllByRole('img').map(picture => picture.getAttribute('aria-label'))
    expect(words).toEqual([
      expect.stringMatching(/^Where it cramped\. Calf left 8, right 0\.$/),
      expect.stringMatching(/hour of onset.*3.*8 cramps/),
      expect.stringMatching(/^Cramps per week\. Week from .*: 0 cramps on 7 known days\./),
    ])
  })

  test('a name is text, whatever it looks like', async () => {
    const { preview } = await openReport({
      handlers: {
        getProfile: () => ({ ...emptyProfile, name: '<b>x</b>' }),
        getReport: order => ({
          report: makeTestReport({ order, profile: { ...emptyProfile, name: '<b>x</b>' } }),
          hash: 'b'.repeat(64),
        }),
      },
    })
    expect(preview.getByText('<b>x</b>')).toBeTruthy()
  })

  test('a report that cannot be made says why, and can be tried again', async () => {
    const page = renderPage({ route: '/report', ...journalOf(oneCramp) })
    page.backend.failNext('getReport', { code: 'internal', message: 'The journal could not be read.' })
    expect((await screen.findByRole('alert')).textContent).toContain('The journal could not be read.')
    await page.user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'Cramp report' })).toBeTruthy()
  })

  test('shows how far the analysis is, and can be stopped and gone on with', async () => {
    let isDone = false
    const page = renderPage({
      route: '/report',
      ...journalOf(oneCramp),
      handlers: ({ getReport }) => ({
        getReport: (order, caller) => {
          if (isDone) return getReport(order, caller)
          page.backend.sendProgress(caller, 6, 24)
          return new Promise(() => {})
        },
      }),
    })
    const bar = await screen.findByRole('progressbar', { name: 'Analysis of the diary' })
    expect(bar.getAttribute('aria-valuenow')).toBe('25')
    await page.user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(page.backend.calls.map(({ call }) => call)).toContain('cancelJob')
    isDone = true
    await page.user.click(await screen.findByRole('button', { name: 'Go on' }))
    expect(await screen.findByRole('heading', { name: 'Cramp report' })).toBeTruthy()
  })
})

describe('other dates', () => {
  test('begin with the dates shown, and are asked for as typed', async () => {
    const page = await openReport()
    await page.user.click(screen.getByRole('radio', { name: 'Other dates' }))
    const first = screen.getByRole('textbox', { name: 'First day' })
    await page.user.clear(first)
    await page.user.type(first, '2026-11-01')
    await page.user.tab()
    await waitFor(() =>
      expect(inputsOf(page, 'getReport').at(-1)).toMatchObject({
        fromDate: '2026-11-01',
        toDate: '2026-11-20',
      }),
    )
  })

  test('the wrong way round get a sentence at the field, and nothing is asked or saved', async () => {
    const page = await openReport()
    await page.user.click(screen.getByRole('radio', { name: 'Other dates' }))
    const last = screen.getByRole('textbox', { name: 'Last day' })
    await page.user.clear(last)
    await page.user.type(last, '2026-01-05')
    await page.user.tab()
    expect(await screen.findByText('The last day must not be before the first.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save PDF' })).toHaveProperty('disabled', true)
    expect(inputsOf(page, 'getReport')).toHaveLength(1)
  })

  test('with a slip of the year get a sentence at the field, and no such period is asked for or saved', async () => {
    const page = await openReport()
    await page.user.click(screen.getByRole('radio', { name: 'Other dates' }))
    const first = screen.getByRole('textbox', { name: 'First day' })
    await page.user.clear(first)
    await page.user.type(first, '0202-11-01')
    await page.user.tab()
    expect(await screen.findByText('Enter a date from 1900 to 2199.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save data' })).toHaveProperty('disabled', true)
    expect(JSON.stringify(inputsOf(page, 'getReport'))).not.toContain('0202')
  })
})

describe('reports made before', () => {
  const kept: KeptReport = {
    id: 4,
    madeAt: Date.UTC(2026, 10, 1, 9),
    fromDate: '2026-10-01',
    toDate: '2026-10-31',
    paper: 'Letter',
    hash: 'c0ffee'.padEnd(64, '0'),
  }
  const handlers = {
    listKeptReports: () => [kept],
    getKeptReport: () => ({
      report: makeTestReport({
        order: { fromDate: '2026-10-01', toDate: '2026-10-31', paper: 'Letter' },
        profile: { ...emptyProfile, name: 'As it was then' },
      }),
      hash: kept.hash,
    }),
    saveReport: () => ({ path: '/home/sam/again.pdf', file: null }),
  } satisfies Partial<Handlers>

  test('are listed with their hash, open as they were, and can be saved again', async () => {
    const page = await openReport({ handlers })
    const list = screen.getByRole('region', { name: 'Reports made' })
    expect(list.textContent).toContain('data c0ffee000000')
    await page.user.click(within(list).getByRole('button'))
    expect(await page.preview.findByText('As it was then')).toBeTruthy()
    await page.user.click(screen.getByRole('button', { name: 'Save PDF' }))
    await screen.findByText('/home/sam/again.pdf')
    expect(inputsOf(page, 'saveReport')).toEqual([
      {
        source: { kind: 'kept', id: 4 },
        fit: { hash: 'c0ffee'.padEnd(64, '0'), level: 0, zoom: 1.15 },
        format: 'pdf',
      },
    ])
    await page.user.click(screen.getByRole('button', { name: 'Make a new one' }))
    expect(await page.preview.findByText('Sam Miller')).toBeTruthy()
  })

  test('give the days since the last one', async () => {
    const page = await openReport({ handlers })
    await page.user.click(screen.getByRole('radio', { name: /^Since the last report/ }))
    await waitFor(() =>
      expect(inputsOf(page, 'getReport').at(-1)).toMatchObject({
        fromDate: '2026-11-01',
        toDate: '2026-11-20',
      }),
    )
  })

  test('without one there are no such days', async () => {
    await openReport()
    expect(screen.getByRole('radio', { name: 'Since the last report' })).toHaveProperty('disabled', true)
    expect(screen.queryByRole('region', { name: 'Reports made' })).toBeNull()
  })
})

describe('the name', () => {
  test('is stored when the field is left, and stands on the report', async () => {
    const page = await openReport()
    const field = screen.getByRole('textbox', { name: /Name on the report/ })
    await page.user.clear(field)
    await page.user.type(field, 'Robin Lee')
    await page.user.tab()
    expect(await page.preview.findByText('Robin Lee')).toBeTruthy()
    expect(inputsOf(page, 'changeProfile')).toEqual([
      { ...emptyProfile, dayStartMinutes: 0, name: 'Robin Lee' },
    ])
  })

  test('is stored before a file is made of it', async () => {
    const page = await openReport({ handlers: { saveReport: () => ({ path: null, file: null }) } })
    const field = screen.getByRole('textbox', { name: /Name on the report/ })
    await page.user.type(field, ' Jr')
    await page.user.click(screen.getByRole('button', { name: 'Save PDF' }))
    await waitFor(() => expect(inputsOf(page, 'saveReport')).toHaveLength(1))
    const order = page.backend.calls
      .map(({ call }) => call)
      .filter(call => /changeProfile|saveReport/.test(call))
    expect(order).toEqual(['changeProfile', 'saveReport'])
  })

  test('that is too long keeps what was typed, says so and saves nothing', async () => {
    const page = await openReport()
    const field = screen.getByRole('textbox', { name: /Name on the report/ })
    await page.user.click(field)
    await page.user.paste('n'.repeat(121))
    expect(await screen.findByText('Shorten this to 120 characters.')).toBeTruthy()
    await page.user.click(screen.getByRole('button', { name: 'Save PDF' }))
    expect((await screen.findByRole('alert')).textContent).toContain('First correct the name')
    expect(field).toHaveProperty('value', `Sam Miller${'n'.repeat(121)}`)
    expect(inputsOf(page, 'changeProfile')).toEqual([])
    expect(inputsOf(page, 'saveReport')).toEqual([])
  })
})

describe('saving', () => {
  test('the PDF on the paper that was chosen, and says where', async () => {
    const page = await openReport({
      handlers: { saveReport: () => ({ path: '/home/sam/Cramps.pdf', file: null }) },
    })
    await page.user.click(screen.getByRole('radio', { name: 'A4' }))
    await page.user.click(screen.getByRole('button', { name: 'Save PDF' }))
    expect(await screen.findByText('/home/sam/Cramps.pdf')).toBeTruthy()
    const order: ReportOrder = { ...twelveWeeks, paper: 'A4', ...plainOrder }
    expect(inputsOf(page, 'saveReport')).toEqual([
      {
        source: { kind: 'new', order },
        fit: { hash: await hashOf(page, order), level: 0, zoom: 1.15 },
        format: 'pdf',
      },
    ])
  })

  test.each([
    ['Table (CSV)', 'csv'],
    ['Report data (JSON)', 'json'],
    ['Health record (FHIR R4)', 'fhir.json'],
  ])('the data as %s', async (name, format) => {
    const page = await openReport({
      handlers: { saveReport: () => ({ path: '/home/sam/data', file: null }) },
    })
    await page.user.click(screen.getByRole('button', { name: 'Save data' }))
    await page.user.click(await screen.findByRole('menuitem', { name }))
    expect(await screen.findByText('/home/sam/data')).toBeTruthy()
    expect(inputsOf(page, 'saveReport')).toMatchObject([{ source: { kind: 'new' }, format }])
  })

  test('offers to open the file or to show it, by its token, and says what went wrong', async () => {
    const file = '00000000-0000-4000-8000-000000000000'
    const page = await openReport({
      handlers: {
        saveReport: () => ({ path: '/home/sam/Cramps.pdf', file }),
        showSavedReport: () => ({}),
      },
    })
    await page.user.click(screen.getByRole('button', { name: 'Save PDF' }))
    await page.user.click(await screen.findByRole('button', { name: 'Open' }))
    await waitFor(() => expect(inputsOf(page, 'showSavedReport')).toEqual([{ file, as: 'file' }]))
    page.backend.failNext('showSavedReport', { code: 'not-found', message: 'The file is gone.' })
    await page.user.click(await screen.findByRole('button', { name: 'Show in folder' }))
    expect(await screen.findByText('The file is gone.')).toBeTruthy()
    expect(inputsOf(page, 'showSavedReport').at(-1)).toEqual({ file, as: 'folder' })
  })

  test('can be stopped', async () => {
    const { promise, resolve } = Promise.withResolvers<{ path: string | null; file: string | null }>()
    const page = await openReport({
      handlers: {
        saveReport: () => promise,
        cancelJob: () => {
          resolve({ path: null, file: null })
          return {}
        },
      },
    })
    await page.user.click(screen.getByRole('button', { name: 'Save PDF' }))
    await screen.findByText('Drawing the pages …')
    await page.user.click(screen.getByRole('button', { name: 'Stop' }))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Save PDF' })).toHaveProperty('disabled', false),
    )
    expect(screen.queryByText('Saved')).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('or printing says what became of it', async () => {
    const page = await openReport({ handlers: { printReport: () => ({ printed: true }) } })
    await page.user.click(screen.getByRole('button', { name: 'Print' }))
    expect(await screen.findByText('Sent to the printer.')).toBeTruthy()
  })

  test('says nothing when the person changed their mind', async () => {
    const page = await openReport({ handlers: { saveReport: () => ({ path: null, file: null }) } })
    await page.user.click(screen.getByRole('button', { name: 'Save PDF' }))
    await waitFor(() => expect(inputsOf(page, 'saveReport')).toHaveLength(1))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Save PDF' })).toHaveProperty('disabled', false),
    )
    expect(screen.queryByText('Saved')).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('says why a file could not be saved', async () => {
    const page = await openReport()
    page.backend.failNext('saveReport', { code: 'internal', message: 'The disk is full. No file was saved.' })
    await page.user.click(screen.getByRole('button', { name: 'Save PDF' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full. No file was saved.')
  })
})
