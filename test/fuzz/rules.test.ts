/** Refinements over several fields also run when a field was refused, and must not throw then. */
import { describe, expect, test } from 'vitest'
import { archivedExperiment } from '../../shared/experiments/experiment.ts'
import { MAX_REPORT_YEARS, MAX_SEARCH_WORDS } from '../../shared/kinds/limits.ts'
import { calendarDateField, entryFields } from '../../shared/kinds/schemas.ts'
import { plainOrder, reportRequest } from '../../shared/report/order.ts'
import { emptyFilter, entryFilter } from '../../shared/search/entry-filter.ts'
import { calendarDate, crampDay, EARLIEST_INSTANT, LATEST_INSTANT } from '../../shared/time/moment.ts'
import { makeExperiment } from '../shared/experiments/make-experiment.ts'

describe('an experiment of a file', () => {
  test.each([3, 0, -2, 101, 1e9, 0.5])('with %d periods is refused', periods => {
    const { id: _id, ...experiment } = makeExperiment({ firstDate: '2026-11-18' })
    const { design } = experiment
    const right = { ...experiment, stoppedOn: null, days: [] }
    expect(archivedExperiment.safeParse(right).success).toBe(true)
    const wrong = { ...right, design: { ...design, periods } }
    expect(archivedExperiment.safeParse(wrong).success).toBe(false)
  })
})

describe('a search', () => {
  const search = (text: string) => entryFilter.safeParse({ ...emptyFilter, text }).success
  const words = (count: number) => Array.from({ length: count }, (_none, index) => `w${index}`).join(' ')

  test('takes as many different words as anybody types', () => {
    expect(search(words(MAX_SEARCH_WORDS))).toBe(true)
    expect(search(words(MAX_SEARCH_WORDS + 1))).toBe(false)
  })

  test('counts a word once', () => {
    expect(search('w '.repeat(100))).toBe(true)
  })
})

test('an instant that can be stored lies on a date that can be asked for, by every clock', () => {
  for (const at of [EARLIEST_INSTANT, LATEST_INSTANT])
    for (const offsetMinutes of [-12 * 60, 0, 14 * 60]) {
      expect(entryFields.at.safeParse(at).success).toBe(true)
      for (const date of [calendarDate({ at, offsetMinutes }), crampDay({ at, offsetMinutes })])
        expect(calendarDateField.safeParse(date).success, date).toBe(true)
    }
})

test('a new report is of as many years as can be made while somebody waits', () => {
  const order = { ...plainOrder, paper: 'A4', toDate: '2026-11-20' }
  const ask = (fromDate: string) => reportRequest.safeParse({ ...order, fromDate }).success
  expect(ask(`${2026 - MAX_REPORT_YEARS}-11-21`)).toBe(true)
  expect(ask(`${2026 - MAX_REPORT_YEARS}-01-01`)).toBe(false)
  expect(ask('2026-02-30')).toBe(false)
})
