import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Handlers } from '../../../shared/contract.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { plainOrder } from '../../../shared/report/order.ts'
import type { Report } from '../../../shared/report/report.ts'
import { momentAtOffset } from '../../../shared/time/time-zone.ts'
import { crampAt } from '../../support/cramp-at.ts'
import { journalOf, openReport } from './open-report.tsx'
import { makeTestReport } from './report-of.ts'

describe('what stands on it', () => {
  test('sections can be left out, and pages added', async () => {
    const page = await openReport()
    await page.user.click(screen.getByText('What is on page one'))
    await page.user.click(screen.getByRole('checkbox', { name: 'Findings' }))
    await page.user.click(screen.getByRole('checkbox', { name: 'All cramps' }))
    const heading = await page.preview.findByRole('heading', { name: 'Every cramp of the period' })
    expect(page.preview.queryByRole('heading', { name: /What goes with the cramps/ })).toBeNull()
    const cells = heading.parentElement?.querySelectorAll('tbody tr > *') ?? []
    expect([...cells].map(cell => cell.textContent).slice(2)).toEqual([
      'Left calf',
      '7',
      '1 min 35 s',
      'yes',
      'Asleep',
      'Numbness, tingling',
    ])
  })

  test('what is not known of a cramp is a dash or a word, never a number', async () => {
    const night = crampAt('2026-11-12', '03:10', { onsetPrecision: 'night' })
    const page = await openReport(journalOf([night]))
    await page.user.click(screen.getByRole('checkbox', { name: 'All cramps' }))
    const heading = await page.preview.findByRole('heading', { name: 'Every cramp of the period' })
    const cells = heading.parentElement?.querySelectorAll('tbody tr > *') ?? []
    expect([...cells].map(cell => cell.textContent).slice(1)).toEqual([
      'in the night',
      'Left calf',
      '–',
      '–',
      '–',
      '–',
      '–',
    ])
  })

  test('notes come only when they are ticked', async () => {
    const page = await openReport()
    await page.user.click(screen.getByRole('checkbox', { name: 'All cramps' }))
    await page.user.click(screen.getByRole('checkbox', { name: 'Notes' }))
    expect(await page.preview.findByText('a private note')).toBeTruthy()
  })

  test('private things are decided anew each time; what else was chosen is kept', async () => {
    localStorage.setItem(
      'unknot-report own',
      JSON.stringify({ ...plainOrder, pages: ['episodes'], reveal: ['notes', 'pregnancy'] }),
    )
    const page = await openReport()
    expect(screen.getByRole('checkbox', { name: 'All cramps' })).toHaveProperty('checked', true)
    expect(screen.getByRole('checkbox', { name: 'Notes' })).toHaveProperty('checked', false)
    expect(page.preview.queryByText('a private note')).toBeNull()
    await page.user.click(screen.getByRole('checkbox', { name: 'Notes' }))
    expect(await page.preview.findByText('a private note')).toBeTruthy()
    expect(localStorage.getItem('unknot-report own')).not.toContain('notes')
  })

  test('drinks of a day that is not complete are a part, and say so', async () => {
    const drink = (date: string, id: number): EntryOf<'fluid'> => ({
      id,
      kind: 'fluid',
      ...momentAtOffset(date, '10:00', 60),
      loggedAt: 0,
      editedAt: null,
      note: '',
      drink: 'water',
      volumeMl: 540,
      alcoholPercent: null,
      caffeineMg: null,
      reliefOf: null,
    })
    const page = await openReport(
      journalOf(
        [drink('2026-11-12', 901), drink('2026-11-13', 902)],
        [{ date: '2026-11-13', kind: 'fluid', dayStartMinutes: 0 }],
      ),
    )
    await page.user.click(screen.getByRole('checkbox', { name: 'Day table' }))
    const rowOf = async (date: RegExp) => (await page.preview.findByRole('row', { name: date })).textContent
    expect(await rowOf(/^12 Nov 2026/)).toContain('540 ml +')
    expect(await rowOf(/^13 Nov 2026/)).toContain('540 ml')
    expect(await rowOf(/^13 Nov 2026/)).not.toContain('+')
    expect(page.preview.getByText(/^\+ At least this much/)).toBeTruthy()
  })

  test('findings say of which days they are', async () => {
    const findings: Report['findings'] = {
      kind: 'shown',
      content: {
        fromDate: '2026-05-31',
        toDate: '2026-11-20',
        links: [],
        withoutLink: [{ name: 'Coffee', verdict: 'no-clear-link', contrast: null, sentence: '' }],
        unsure: [],
      },
    }
    const getReport: Handlers['getReport'] = order => ({
      report: { ...makeTestReport({ order }), findings },
      hash: 'a'.repeat(64),
    })
    const page = await openReport({ handlers: { getReport } })
    expect(
      page.preview.getByRole('heading', {
        name: /What goes with the cramps whole diary, 31 May – 20 Nov 2026; association/,
      }),
    ).toBeTruthy()
  })

  test('warning signs are told in what was recorded, with their dates, and a long list whole on page two', async () => {
    const dates = ['2026-11-12', '2026-11-09', '2026-11-08', '2026-11-05']
    const long = dates.map(date => crampAt(date, '20:00', { durationSeconds: 700 }))
    const page = await openReport(journalOf(long))
    const lines = page.preview
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
      .filter(text => text?.startsWith('Same day'))
    expect(lines).toEqual([
      'Same day A cramp (left calf); a length of more than 10 minutes 12 Nov 2026, 9 Nov 2026, 8 Nov 2026 and 1 earlier',
      'Same day A cramp (left calf); a length of more than 10 minutes 12 Nov 2026, 9 Nov 2026, 8 Nov 2026, 5 Nov 2026',
    ])
  })

  test('all the pages that can follow are there', async () => {
    const page = await openReport()
    for (const name of ['Charts', 'Day table', 'All cramps', 'Method'])
      await page.user.click(screen.getByRole('checkbox', { name }))
    const headings = await waitFor(() => {
      const names = page.preview.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
      expect(names).toContain('Method in ten lines')
      return names
    })
    expect(headings).toEqual(
      expect.arrayContaining(['Charts', 'Every day of the period', 'Every cramp of the period']),
    )
    const method = page.preview.getByRole('heading', { name: 'Method in ten lines' }).parentElement
    expect(method?.querySelectorAll('li')).toHaveLength(10)
  })

  test('questions are kept as a draft, and stand on the page', async () => {
    const page = await openReport()
    const field = screen.getByRole('textbox', { name: /Your questions/ })
    await page.user.type(field, 'Is it the tablets?')
    expect(await page.preview.findByText('Is it the tablets?')).toBeTruthy()
    expect(localStorage.getItem('unknot-report own')).toContain('Is it the tablets?')
  })

  test('questions that are too long say so and keep what was typed', async () => {
    const page = await openReport()
    const field = screen.getByRole('textbox', { name: /Your questions/ })
    await page.user.click(field)
    await page.user.paste('why '.repeat(260))
    expect(await screen.findByText('Shorten this to 1000 characters.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save PDF' })).toHaveProperty('disabled', true)
    expect(field).toHaveProperty('value', 'why '.repeat(260))
  })
})
