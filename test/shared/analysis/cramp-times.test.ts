import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeTimesPattern, crampTimes } from '../../../shared/analysis/cramp-times.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { complete, crampOn, nightFrom, track } from './pattern-entries.ts'

/** Monday to the second Sunday after. */
const period = { fromDate: '2026-06-01', toDate: '2026-06-14' }

const timesOf = (
  cramps: readonly EntryOf<'cramp'>[],
  checkIns: readonly CheckIn[] = [],
  nights: readonly EntryOf<'night'>[] = [],
  of = period,
) => {
  const times = computeTimesPattern(
    { tracked: track(cramps, checkIns, of), nights, offWeekdays: [5, 6], timeZone: 'Etc/UTC' },
    of,
  )
  expect(crampTimes.parse(times)).toEqual(times)
  return times
}

describe('the hours', () => {
  it('count cramps by the clock hour of their onset, those "in the night" apart', () => {
    const { hours } = timesOf([
      crampOn('2026-06-02 03:00'),
      crampOn('2026-06-03 03:59', { onsetPrecision: 'about' }),
      crampOn('2026-06-03 00:00'),
      crampOn('2026-06-04 03:00', { onsetPrecision: 'night' }),
      crampOn('2026-06-20 03:00'),
    ])
    expect(hours.withoutHour).toBe(1)
    expect(hours.counts.flatMap((count, hour) => (count === 0 ? [] : [[hour, count]]))).toEqual([
      [0, 1],
      [3, 2],
    ])
  })

  it('gather where the first onsets of the days lie close together', () => {
    const nightly = (clocks: readonly string[], more = {}) =>
      timesOf(clocks.map((clock, index) => crampOn(`${addDays('2026-06-02', index)} ${clock}`, more)))
        .gathering
    const close = ['02:10', '02:50', '03:05', '03:20', '03:40', '04:30', '05:10', '01:30']
    expect(nightly(close)?.days).toBe(8)
    expect(nightly(close)?.pValue).toBeLessThan(0.01)
    const spread = ['00:30', '03:30', '06:30', '09:30', '12:30', '15:30', '18:30', '21:30']
    expect(nightly(spread)?.pValue).toBeGreaterThan(0.5)
    expect(nightly(close.slice(1))).toBeNull()
    expect(nightly(close, { onsetPrecision: 'night' })).toBeNull()
  })

  it('stand beside the median time in bed, and say how many began in it', () => {
    const nights = [
      nightFrom('2026-06-01 22:00', '2026-06-02 06:00'),
      nightFrom('2026-06-02 23:00', '2026-06-03 07:00'),
      nightFrom('2026-06-04 00:30', '2026-06-04 07:30'),
      nightFrom('2026-06-04 20:00', null),
    ]
    const cramps = [
      crampOn('2026-06-02 03:00'),
      crampOn('2026-06-02 22:59'),
      crampOn('2026-06-03 06:59'),
      crampOn('2026-06-04 07:00'),
      crampOn('2026-06-05 03:00', { onsetPrecision: 'night' }),
    ]
    expect(timesOf(cramps, [], nights).timeInBed).toEqual({
      fromMinutes: 11 * 60,
      untilMinutes: 19 * 60,
      nights: 3,
      cramps: 2,
    })
    expect(timesOf(cramps).timeInBed).toBeNull()
  })
})

describe('the weekdays', () => {
  it('count the night for the day whose noon came before', () => {
    const { weekdays } = timesOf([crampOn('2026-06-02 03:00'), crampOn('2026-06-02 04:00')])
    expect(weekdays[0]).toMatchObject({ days: 1, crampDays: 1, share: 1, isOff: false })
    expect(weekdays[1]).toMatchObject({ days: 0, crampDays: 0, share: null })
  })

  it('take only tracked days for their share, and tell days off apart', () => {
    const checkIns = complete('cramp', '2026-06-01', '2026-06-07')
    const { weekdays, workDays, offDays } = timesOf(
      [crampOn('2026-06-06 23:00'), crampOn('2026-06-14 02:00')],
      checkIns,
    )
    expect(weekdays.map(({ days }) => days)).toEqual([1, 1, 1, 1, 1, 2, 1])
    expect(weekdays[5]).toMatchObject({ crampDays: 2, share: 1, isOff: true })
    expect(workDays).toMatchObject({ days: 5, crampDays: 0, share: 0 })
    expect(offDays).toMatchObject({ days: 3, crampDays: 2 })
  })
})

describe('the calendar', () => {
  it('tells unknown days from days without', () => {
    const checkIns = [
      ...complete('cramp', '2026-06-02', '2026-06-03'),
      ...complete('fluid', '2026-06-04', '2026-06-06'),
    ]
    const { calendar } = timesOf([crampOn('2026-06-05 20:00'), crampOn('2026-06-06 02:00')], checkIns)
    expect(calendar.fromDate).toBe('2026-06-02')
    expect(calendar.cramps).toEqual([0, 0, null, 2, null, null, null, null, null, null, null, null, null])
  })

  it('is empty where nothing is known', () => {
    expect(timesOf([], complete('fluid', '2026-06-02', '2026-06-03')).calendar.cramps).toEqual([])
  })

  it('of a period that reaches back to before the journal begins with the journal', () => {
    const all = { fromDate: '1900-01-01', toDate: '2026-06-03' }
    const { calendar } = timesOf([crampOn('2026-06-02 03:00')], [], [], all)
    expect(calendar).toEqual({ fromDate: '2026-06-01', cramps: [1, null, null] })
  })
})

describe('for any cramps', () => {
  const times = fc
    .tuple(fc.integer({ min: -3, max: 17 }), fc.integer({ min: 0, max: 1439 }), fc.boolean())
    .map(([day, minutes, isNight]) => {
      const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      return crampOn(`${addDays(period.fromDate, day)} ${clock}`, {
        onsetPrecision: isNight ? 'night' : 'exact',
      })
    })

  it('what the hours hold, the calendar holds', () => {
    fc.assert(
      fc.property(fc.array(times, { maxLength: 30 }), cramps => {
        const { hours, calendar, weekdays } = timesOf(cramps)
        const inHours = hours.counts.reduce((sum, count) => sum + count, 0) + hours.withoutHour
        expect(calendar.cramps.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(inHours)
        expect(weekdays.reduce((sum, { crampDays }) => sum + crampDays, 0)).toBe(
          calendar.cramps.filter(count => (count ?? 0) > 0).length,
        )
      }),
    )
  })
})
