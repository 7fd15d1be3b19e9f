import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOrders, decimalSigns, hourCycles, plainConventions } from '../../../shared/locale/conventions.ts'
import { createFormats } from '../../../shared/locale/formats.ts'
import { dateOfDayNumber } from '../../../shared/time/calendar-date.ts'

const inOrder = (dateOrder: (typeof dateOrders)[number]) => createFormats({ ...plainConventions, dateOrder })

describe('dates', () => {
  test.each([
    ['full', 'Friday 20 November 2026', 'Friday, November 20, 2026', 'Friday, 2026 November 20'],
    ['long', '20 November 2026', 'November 20, 2026', '2026 November 20'],
    ['medium', '20 Nov 2026', 'Nov 20, 2026', '2026 Nov 20'],
    ['short', 'Fri 20 Nov', 'Fri, Nov 20', 'Fri, Nov 20'],
    ['day', '20 Nov', 'Nov 20', 'Nov 20'],
    ['weekday', 'Friday', 'Friday', 'Friday'],
    ['shortWeekday', 'Fri', 'Fri', 'Fri'],
    ['month', 'November 2026', 'November 2026', '2026 November'],
    ['shortMonth', 'Nov', 'Nov', 'Nov'],
    ['year', '2026', '2026', '2026'],
  ] as const)('%s', (style, dmy, mdy, ymd) => {
    const written = dateOrders.map(order => inOrder(order).date('2026-11-20', style))
    expect(written).toEqual([dmy, mdy, ymd])
  })

  test('the first days of a month have no leading zero', () => {
    expect(inOrder('dmy').date('2026-11-01', 'medium')).toBe('1 Nov 2026')
  })

  test.each([
    ['2026-11-01', '2026-11-28', '1 – 28 Nov 2026', 'Nov 1 – 28, 2026', '2026 Nov 1 – 28'],
    ['2026-10-31', '2026-11-28', '31 Oct – 28 Nov 2026', 'Oct 31 – Nov 28, 2026', '2026 Oct 31 – Nov 28'],
    [
      '2025-12-31',
      '2026-01-02',
      '31 Dec 2025 – 2 Jan 2026',
      'Dec 31, 2025 – Jan 2, 2026',
      '2025 Dec 31 – 2026 Jan 2',
    ],
    ['2026-11-20', '2026-11-20', '20 Nov 2026', 'Nov 20, 2026', '2026 Nov 20'],
  ])('from %s to %s', (from, to, ...written) => {
    expect(dateOrders.map(order => inOrder(order).dateRange(from, to))).toEqual(written)
  })
})

test.each([
  [0, '00:00', '12:00 am', '12:00 AM'],
  [9 * 60 + 5, '09:05', '9:05 am', '9:05 AM'],
  [12 * 60, '12:00', '12:00 pm', '12:00 PM'],
  [16 * 60 + 5, '16:05', '4:05 pm', '4:05 PM'],
  [1439, '23:59', '11:59 pm', '11:59 PM'],
])('minute %i of a day', (minutes, on24, on12, american) => {
  expect(createFormats(plainConventions).time(minutes)).toBe(on24)
  expect(createFormats({ ...plainConventions, hourCycle: 12 }).time(minutes)).toBe(
    on12.replace(' ', '\u00a0'),
  )
  const us = createFormats({ ...plainConventions, hourCycle: 12, dateOrder: 'mdy' })
  expect(us.time(minutes)).toBe(american.replace(' ', '\u00a0'))
})

test.each([
  [0.5, 0, 1, '0.5', '0,5'],
  [1850, 0, 0, '1,850', '1\u00a0850'],
  [1850.25, 0, 1, '1,850.3', '1\u00a0850,3'],
  [-2, 1, 1, '-2.0', '-2,0'],
  [1_234_567.5, 0, 2, '1,234,567.5', '1\u00a0234\u00a0567,5'],
])('%d with %i to %i digits', (value, least, most, point, comma) => {
  const written = decimalSigns.map(decimalSign =>
    createFormats({ ...plainConventions, decimalSign }).number(value, least, most),
  )
  expect(written).toEqual([point, comma])
})

test('everything is written with the digits 0 to 9 and English names, whatever the conventions', () => {
  const anyFormats = fc
    .record({
      dateOrder: fc.constantFrom(...dateOrders),
      hourCycle: fc.constantFrom(...hourCycles),
      decimalSign: fc.constantFrom(...decimalSigns),
    })
    .map(some => createFormats({ ...plainConventions, ...some }))
  fc.assert(
    fc.property(
      anyFormats,
      fc.integer({ min: -20_000, max: 60_000 }),
      fc.double({ noNaN: true }),
      (it, day, value) => {
        const date = dateOfDayNumber(day)
        const texts = [
          it.date(date, 'full'),
          it.dateRange(date, dateOfDayNumber(day + 40)),
          it.time(day < 0 ? 0 : day % 1440),
          it.number(value, 0, 2),
        ]
        for (const text of texts) expect(text).toMatch(/^[\w ,.:–∞\u00a0-]+$/)
        expect(it.date(date, 'full')).toContain(date.slice(0, 4))
      },
    ),
  )
})
