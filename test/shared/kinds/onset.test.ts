import { describe, expect, test } from 'vitest'
import { cramp } from '../../../shared/kinds/cramp.ts'
import { findTimeProblems } from '../../../shared/kinds/entry-time.ts'
import {
  getPossibleInstants,
  listDoubtfulDays,
  listPossibleCrampDays,
  type OnsetPrecision,
  onsetPrecisions,
  roughPrecisions,
} from '../../../shared/kinds/onset.ts'
import { addDays, dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import { calendarDate, clockMinutes } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft } from './drafts.ts'

/** Both clock changes, and a zone behind UTC and one ahead of it; Athens jumps over 03:00. */
const dates = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Europe/Athens', '2026-03-29'],
] as const

/** First and last minute of the span after midnight, and the cramp-days in days from the date. */
const table: readonly (readonly [OnsetPrecision, number, number, readonly number[]])[] = [
  ['small-hours', 0, 360, [-1]],
  ['morning', 360, 720, [-1]],
  ['afternoon', 720, 1080, [0]],
  ['evening', 1080, 1440, [0]],
  ['date', 0, 1440, [-1, 0]],
]

test('the table holds every precision that names hours', () => {
  expect(table.map(([precision]) => precision)).toEqual(roughPrecisions)
})

describe.each(dates)('in %s on %s', (timeZone, date) => {
  test.each(table)('%s', (precision, from, until, days) => {
    const moment = momentAt(date, onsetPrecisions.get(precision).clock ?? '', timeZone)
    const onset = { ...moment, onsetPrecision: precision }
    expect(calendarDate(onset)).toBe(date)
    const { firstAt, lastAt } = getPossibleInstants(onset)
    const minutesFromStored = (at: number) => (at - onset.at) / 60_000 + clockMinutes(onset)
    expect([minutesFromStored(firstAt), minutesFromStored(lastAt)]).toEqual([from, until])
    expect(listPossibleCrampDays(onset).map(dateOfDayNumber)).toEqual(days.map(day => addDays(date, day)))
    expect(cramp.draft.safeParse(crampDraft(onset)).success).toBe(true)
    const outside = precision === 'small-hours' ? '07:00' : '05:00'
    const refused = cramp.draft.safeParse(crampDraft({ ...onset, ...momentAt(date, outside, timeZone) }))
    expect(refused.error?.issues.map(({ path, message }) => [path[0], message.slice(0, 40)])).toEqual([
      ['at', 'The time is not in that part of the day:'],
    ])
  })
})

test('an onset is in the future as long as its part of the day has not begun', () => {
  const evening = crampDraft({
    ...momentAt('2026-11-19', '21:00', 'Europe/Berlin'),
    onsetPrecision: 'evening',
  })
  const problemsAt = (clock: string) =>
    findTimeProblems(evening, momentAt('2026-11-19', clock, 'Europe/Berlin').at).map(({ field }) => field)
  expect(problemsAt('17:50')).toEqual(['at'])
  expect(problemsAt('18:00')).toEqual([])
  const dated = crampDraft({ ...momentAt('2026-11-19', '12:00', 'Europe/Berlin'), onsetPrecision: 'date' })
  expect(findTimeProblems(dated, momentAt('2026-11-19', '08:00', 'Europe/Berlin').at)).toEqual([])
  expect(findTimeProblems(dated, momentAt('2026-11-18', '23:00', 'Europe/Berlin').at)).toHaveLength(1)
})

test('a cramp known by its date makes both cramp-days doubtful, except one with another cramp', () => {
  const on = (date: string, clock: string, onsetPrecision: OnsetPrecision) => ({
    ...momentAt(date, clock, 'Europe/Berlin'),
    onsetPrecision,
  })
  const dated = on('2026-11-19', '12:00', 'date')
  expect([...listDoubtfulDays([dated])]).toEqual(['2026-11-18', '2026-11-19'])
  expect([...listDoubtfulDays([dated, on('2026-11-19', '09:00', 'morning')])]).toEqual(['2026-11-19'])
  expect([...listDoubtfulDays([on('2026-11-19', '03:00', 'night')])]).toEqual([])
})
