import { describe, expect, test } from 'vitest'
import { listCrampDaysOfYear } from '../../../shared/analysis/cramp-calendar.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft } from '../kinds/drafts.ts'

const crampAt = (date: string, clock: string): EntryOf<'cramp'> => ({
  ...crampDraft(momentAt(date, clock, 'Europe/Berlin')),
  id: 1,
  loggedAt: 0,
  editedAt: null,
})
const dayOf = (days: ReturnType<typeof listCrampDaysOfYear>, date: string) =>
  days.find(day => day.date === date)?.cramps

describe('a year of cramp-days', () => {
  test('has every date once, the 29th of February in its year', () => {
    const leap = listCrampDaysOfYear(2028, [], [])
    expect(leap).toHaveLength(366)
    expect([leap[0]?.date, leap[59]?.date, leap.at(-1)?.date]).toEqual([
      '2028-01-01',
      '2028-02-29',
      '2028-12-31',
    ])
    expect(listCrampDaysOfYear(2027, [], [])).toHaveLength(365)
  })

  test('counts the cramp of a night for the day before it', () => {
    const days = listCrampDaysOfYear(
      2026,
      [crampAt('2026-03-05', '03:00'), crampAt('2026-03-05', '11:59'), crampAt('2026-03-05', '12:00')],
      [],
    )
    expect([dayOf(days, '2026-03-04'), dayOf(days, '2026-03-05')]).toEqual([2, 1])
  })

  test('keeps a day without cramps apart from one of which nobody has said anything', () => {
    const days = listCrampDaysOfYear(
      2026,
      [],
      [
        { date: '2026-03-05', kind: 'cramp', dayStartMinutes: 0 },
        { date: '2026-03-06', kind: 'fluid', dayStartMinutes: 0 },
      ],
    )
    expect([dayOf(days, '2026-03-05'), dayOf(days, '2026-03-06')]).toEqual([0, null])
  })

  test('gives the first night of the year to the year before', () => {
    const cramps = [crampAt('2026-01-01', '04:00'), crampAt('2027-01-01', '04:00')]
    const days = listCrampDaysOfYear(2026, cramps, [])
    expect([dayOf(days, '2026-01-01'), dayOf(days, '2026-12-31')]).toEqual([null, 1])
    expect(dayOf(listCrampDaysOfYear(2025, cramps, []), '2025-12-31')).toBe(1)
  })
})
