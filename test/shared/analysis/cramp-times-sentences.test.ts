import { describe, expect, it } from 'vitest'
import type { CrampTimes, HourProfile } from '../../../shared/analysis/cramp-times.ts'
import {
  findMarkedHours,
  writeCalendarSentence,
  writeHoursLeftOutSentence,
  writeHoursSentence,
  writeWeekdaysSentence,
} from '../../../shared/analysis/cramp-times-sentences.ts'
import { getShareOfDays } from '../../../shared/analysis/share-of-days.ts'
import { formats } from './plain-formats.ts'

const noHours: HourProfile = { counts: new Array<number>(24).fill(0), withoutHour: 0 }

const timesOf = (hours: HourProfile, more: Partial<CrampTimes> = {}): CrampTimes => ({
  hours,
  gathering: null,
  timeInBed: null,
  weekdays: Array.from({ length: 7 }, (_, weekday) => ({ ...getShareOfDays(0, 0), isOff: weekday > 4 })),
  workDays: getShareOfDays(0, 0),
  offDays: getShareOfDays(0, 0),
  calendar: { fromDate: '2026-06-01', cramps: [] },
  ...more,
})

describe('the answer about hours', () => {
  const hoursOf = (counted: Record<number, number>, withoutHour = 0): HourProfile => ({
    counts: Array.from({ length: 24 }, (_, hour) => counted[hour] ?? 0),
    withoutHour,
  })

  it('needs eight cramps with a known time', () => {
    expect(writeHoursSentence(timesOf(hoursOf({}, 3)), formats)).toBe(
      'No cramp in this period has a known time.',
    )
    expect(writeHoursSentence(timesOf(hoursOf({ 3: 1 })), formats)).toBe(
      '1 cramp with a known time. Once there are 8, this says when most of them begin.',
    )
    expect(findMarkedHours(hoursOf({ 3: 7 }))).toBeNull()
  })

  it('names four hours when they hold more than half, through midnight too', () => {
    const hours = hoursOf({ 22: 2, 23: 3, 0: 1, 1: 2, 8: 4 })
    expect(writeHoursSentence(timesOf(hours), formats)).toBe(
      'Most come between 22:00 and 02:00: 8 of 12 cramps with a known time began then.',
    )
    expect(findMarkedHours(hours)).toEqual({ fromHour: 22, toHour: 2, count: 8 })
  })

  it('says that they are spread out when no four hours hold more than half', () => {
    const hours = hoursOf({ 2: 4, 3: 2, 9: 3, 15: 3 })
    expect(writeHoursSentence(timesOf(hours), formats)).toBe(
      'They are spread over the day. The busiest four hours, between 00:00 and 04:00, had 6 of 12 cramps with a known time.',
    )
    expect(findMarkedHours(hours)).toBeNull()
  })

  it('tells which cramps have no hour', () => {
    expect(writeHoursLeftOutSentence(hoursOf({ 3: 2 }), formats)).toBe(
      'Nothing was left out: every cramp has a time.',
    )
    expect(writeHoursLeftOutSentence(hoursOf({ 3: 2 }, 1), formats)).toBe(
      'Not in the chart: 1 cramp known only as "in the night".',
    )
    expect(writeHoursLeftOutSentence(hoursOf({}), formats)).toBe('')
  })

  it('says whether chance could have gathered them so', () => {
    const hours = hoursOf({ 2: 5, 3: 4, 15: 1 })
    const sayOf = (pValue: number) =>
      writeHoursSentence(timesOf(hours, { gathering: { days: 10, pValue } }), formats)
    expect(sayOf(0.01)).toMatch(/Chance alone would hardly bunch them like this\.$/)
    expect(sayOf(0.2)).toMatch(/Chance alone could have spread them like this\.$/)
  })

  it('sets the usual time in bed beside them', () => {
    const timeInBed = { fromMinutes: 10.5 * 60, untilMinutes: 19 * 60, nights: 12, cramps: 9 }
    expect(writeHoursSentence(timesOf(hoursOf({ 2: 5, 3: 4, 15: 1 }), { timeInBed }), formats)).toBe(
      'Most come between 00:00 and 04:00: 9 of 10 cramps with a known time began then. While you are usually in bed (22:30 to 07:00), 9 of 10 began.',
    )
  })
})

describe('the answer about days of the week', () => {
  const sayOf = (off: [number, number], work: [number, number]) =>
    writeWeekdaysSentence(
      timesOf(noHours, { offDays: getShareOfDays(...off), workDays: getShareOfDays(...work) }),
      formats,
    )

  it('names the kind of day that has more only where the intervals lie apart', () => {
    expect(sayOf([28, 42], [33, 117])).toBe(
      'On days off there was a cramp on 28 of 42 days (67%), on work days on 33 of 117 days (28%). Clearly more on days off.',
    )
    expect(sayOf([1, 20], [15, 20])).toMatch(/Clearly more on work days\.$/)
    expect(sayOf([5, 20], [15, 50])).toMatch(/not a clear difference/)
  })

  it('compares nothing of few days, and says how many it takes', () => {
    expect(sayOf([1, 4], [0, 30])).toMatch(/Once there are 5 days of each kind, they are compared\.$/)
    expect(sayOf([0, 0], [0, 1])).toContain('on 0 of 0 days, on work days on 0 of 1 day (0%)')
  })

  it('knows nothing where nothing is tracked', () => {
    expect(sayOf([0, 0], [0, 0])).toBe(
      'It is not known for any day in this period whether there was a cramp.',
    )
  })
})

describe('the answer about the days of the year', () => {
  const sayOf = (cramps: (number | null)[]) =>
    writeCalendarSentence(timesOf(noHours, { calendar: { fromDate: '2026-06-01', cramps } }), formats)

  it('counts the unknown days by themselves, and lets them end a run', () => {
    expect(sayOf([0, 0, 0, null, 0, 0, 2, 1, null])).toBe(
      'Of 9 days: 2 with a cramp, 5 without, 2 unknown. The longest known run without a cramp was 3 days.',
    )
  })

  it('speaks of no run where there is none', () => {
    expect(sayOf([1, 1])).toBe('Of 2 days: 2 with a cramp, 0 without, 0 unknown.')
    expect(sayOf([null])).toBe('It is not known for any day in this period whether there was a cramp.')
  })
})
