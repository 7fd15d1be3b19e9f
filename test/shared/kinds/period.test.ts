import { describe, expect, test } from 'vitest'
import { periodOfSpan } from '../../../shared/analysis/overview-timeline.ts'
import { period } from '../../../shared/kinds/period.ts'

/** The fields a period is refused at. */
const fieldsRefused = (fromDate: string, toDate: string) =>
  period.safeParse({ fromDate, toDate }).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('a period', () => {
  test('has one day at least', () => {
    expect(fieldsRefused('2026-11-20', '2026-11-20')).toEqual([])
    expect(fieldsRefused('2026-11-20', '2026-11-19')).toEqual(['toDate'])
  })
  test('has 200 years at most, which a slip of the year exceeds', () => {
    expect(fieldsRefused('1926-11-20', '2126-11-20')).toEqual([])
    expect(fieldsRefused('1926-11-18', '2126-11-20')).toEqual(['fromDate'])
    expect(fieldsRefused('0202-11-20', '2026-11-20')).toEqual(['fromDate'])
  })
  test('can be everything there is', () => {
    const { fromDate, toDate } = periodOfSpan('all', '2026-11-20')
    expect(fieldsRefused(fromDate, toDate)).toEqual([])
  })
  test('needs dates', () => {
    expect(fieldsRefused('2026-02-30', '2026-11-20')).toEqual(['fromDate'])
    expect(fieldsRefused('today', 'yesterday')).toEqual(['fromDate', 'toDate'])
  })
})
