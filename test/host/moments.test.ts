import { expect, test } from 'vitest'
import { type CalendarDate, dayNumber } from '../../shared/time/calendar-date.ts'
import { momentAt } from '../../shared/time/time-zone.ts'
import { testMoments } from './moments.ts'

const dateOf = (name: string): CalendarDate => {
  const moment = testMoments.find(one => one.name === name)
  if (moment === undefined) throw new Error(`there is no moment ${name}`)
  return moment.now.slice(0, 10)
}

/** Days since the start of its block of 28. */
const dayOfBlock = (date: CalendarDate) => (dayNumber(date) - dayNumber('1970-01-05')) % 28

test('the first and the last day of a block are that', () => {
  expect(dayOfBlock(dateOf('block-first'))).toBe(0)
  expect(dayOfBlock(dateOf('block-last'))).toBe(27)
})

test.each(['berlin-spring', 'berlin-autumn', 'los-angeles-spring', 'los-angeles-autumn'])(
  'the clock changes on the day of %s, a Sunday, and not on that of its second week',
  name => {
    const { zone } = testMoments.find(one => one.name === name) ?? { zone: '' }
    const hoursOf = (date: CalendarDate) => {
      const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
      return (momentAt(next, '00:00', zone).at - momentAt(date, '00:00', zone).at) / 3_600_000
    }
    expect(hoursOf(dateOf(name))).toBe(name.endsWith('spring') ? 23 : 25)
    expect(new Date(dateOf(name)).getUTCDay()).toBe(0)
    expect(hoursOf(dateOf(`${name}-after`))).toBe(24)
  },
)
