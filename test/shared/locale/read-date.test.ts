import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DateOrder, dateOrders, plainConventions } from '../../../shared/locale/conventions.ts'
import { createFormats } from '../../../shared/locale/formats.ts'
import { readTypedDate } from '../../../shared/locale/read-date.ts'
import { dateOfDayNumber } from '../../../shared/time/calendar-date.ts'

/** Date of birth of a person between 5 and 120 years old on 20 November 2026. */
const isBirthday = (date: string) => date > '1906-11-20' && date <= '2021-11-20'

function read(text: string, dateOrder: DateOrder, isPossible?: (date: string) => boolean) {
  const reading = readTypedDate(text, { dateOrder, ...(isPossible && { isPossible }) })
  if (reading.kind === 'value') return reading.value
  return reading.kind === 'question' ? reading.values.join(' or ') : reading.kind
}

describe('a birthday, day first, month first and year first', () => {
  const april = '1980-04-03'
  const march = '1980-03-04'
  test.each([
    ['03/04/1980', april, march, `${april} or ${march}`],
    ['3/4/1980', april, march, `${april} or ${march}`],
    ['3.4.1980', april, march, `${april} or ${march}`],
    ['3. 4. 1980', april, march, `${april} or ${march}`],
    ['03-04-1980', april, march, `${april} or ${march}`],
    ['3 4 1980', april, march, `${april} or ${march}`],
    ['03041980', april, march, `${april} or ${march}`],
    // A day that is no month can only be the day.
    ['13/04/1980', '1980-04-13', '1980-04-13', '1980-04-13'],
    ['04/13/1980', '1980-04-13', '1980-04-13', '1980-04-13'],
    ['04/04/1980', '1980-04-04', '1980-04-04', '1980-04-04'],
    ['3 Apr 1980', april, april, april],
    ['3. April 1980', april, april, april],
    ['3rd of April, 1980', april, april, april],
    ['3-Apr-1980', april, april, april],
    ['3Apr1980', april, april, april],
    ['Apr 3, 1980', april, april, april],
    ['april 3 1980', april, april, april],
    ['1980 Apr 3', april, april, april],
    ['9 Sept 1980', '1980-09-09', '1980-09-09', '1980-09-09'],
    ['1980-04-03', april, april, april],
    ['1980/4/3', april, april, april],
    ['1980.04.03', april, april, april],
    ['19800403', april, april, april],
    ['Thu 3 Apr 1980', april, april, april],
    ['Thursday, April 3, 1980', april, april, april],
    ['٣/٤/١٩٨٠', april, march, `${april} or ${march}`],
    // Years of two digits: only where one century is possible.
    ['03/04/80', april, march, '1980-04-03'],
    ['3 Apr 80', april, april, april],
    ['80-04-03', april, april, april],
    ['3 Apr 15', '2015-04-03 or 1915-04-03', '2015-04-03 or 1915-04-03', '2015-04-03 or 1915-04-03'],
    ['', 'empty', 'empty', 'empty'],
    ['1', 'unreadable', 'unreadable', 'unreadable'],
    ['13', 'unreadable', 'unreadable', 'unreadable'],
    ['1980', 'unreadable', 'unreadable', 'unreadable'],
    ['3/4', 'unreadable', 'unreadable', 'unreadable'],
    ['3 Apr', 'unreadable', 'unreadable', 'unreadable'],
    ['03/04/198', 'unreadable', 'unreadable', 'unreadable'],
    ['03/04/19800', 'unreadable', 'unreadable', 'unreadable'],
    ['31/02/1980', 'unreadable', 'unreadable', 'unreadable'],
    ['29/02/1981', 'unreadable', 'unreadable', 'unreadable'],
    ['29/02/1980', '1980-02-29', '1980-02-29', '1980-02-29'],
    ['Fri 3 Apr 1980', 'unreadable', 'unreadable', 'unreadable'],
    ['3 Foo 1980', 'unreadable', 'unreadable', 'unreadable'],
    ['3 Ma 1980', 'unreadable', 'unreadable', 'unreadable'],
    ['born 3 Apr 1980', 'unreadable', 'unreadable', 'unreadable'],
    ['3 Apr 1980 or so', 'unreadable', 'unreadable', 'unreadable'],
    // None is possible: the field says which are.
    ['03/04/2030', '2030-04-03', '2030-03-04', '2030-04-03 or 2030-03-04'],
  ])('%j', (text, dmy, mdy, ymd) => {
    expect(dateOrders.map(order => read(text, order, isBirthday))).toEqual([dmy, mdy, ymd])
  })
})

test('the year of two digits is that of a date the field takes', () => {
  const isInPeriod = (date: string) => date >= '2000-01-01' && date <= '2026-11-20'
  expect(read('18/11/26', 'dmy', isInPeriod)).toBe('2026-11-18')
  expect(read('11/18/26', 'mdy', isInPeriod)).toBe('2026-11-18')
  expect(read('26-11-18', 'ymd', isInPeriod)).toBe('2026-11-18')
})

test('what is shown is read as the same date again', () => {
  const anyDate = fc.integer({ min: -25_000, max: 60_000 }).map(dateOfDayNumber)
  fc.assert(
    fc.property(
      anyDate,
      fc.constantFrom(...dateOrders),
      fc.constantFrom('full' as const, 'long' as const, 'medium' as const),
      (date, dateOrder, style) => {
        const shown = createFormats({ ...plainConventions, dateOrder }).date(date, style)
        expect(read(shown, dateOrder)).toBe(date)
        expect(read(date, dateOrder)).toBe(date)
      },
    ),
  )
})

test('numbers in the person’s own order are read in it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -25_000, max: 20_000 }).map(dateOfDayNumber),
      fc.constantFrom('dmy' as const, 'mdy' as const),
      fc.constantFrom('/', '.', '-', ' '),
      (date, dateOrder, sign) => {
        const [year, month, day] = date.split('-')
        const text = (dateOrder === 'dmy' ? [day, month, year] : [month, day, year]).join(sign)
        expect(read(text, dateOrder)).toBe(date)
      },
    ),
  )
})
