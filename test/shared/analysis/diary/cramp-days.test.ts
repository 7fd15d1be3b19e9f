import { describe, expect, it } from 'vitest'
import {
  DEFAULT_NIGHT_OFFSET,
  getCrampDay,
  getDate,
  getIndexEvents,
  getNoon,
  getTrackedCrampDays,
  getUsualNightOffset,
} from '../../../../shared/analysis/diary/cramp-days.ts'
import { dayNumber } from '../../../../shared/time/calendar-date.ts'
import { cramp, local, makeDiary } from '../make-diary.ts'

const monday = dayNumber('2024-02-19')

describe('the cramp-day', () => {
  it.each([
    ['2024-02-19 12:00', 'the noon it begins with', monday],
    ['2024-02-19 23:59', 'its evening', monday],
    ['2024-02-20 03:10', 'the night after it', monday],
    ['2024-02-20 11:59', 'the morning after it', monday],
    ['2024-02-20 12:00', 'not the next noon', monday + 1],
    ['1969-12-31 03:00', 'a night before 1970', -2],
  ])('%s: %s', (time, _, day) => {
    expect(getCrampDay(local(time))).toBe(day)
  })

  it('begins at noon of its date', () => {
    expect(getNoon(monday)).toBe(local('2024-02-19 12:00'))
    expect(getDate(local('2024-02-20 03:10'))).toBe(monday + 1)
    expect(getCrampDay(24 * 60 + 190)).toBe(0)
  })

  it('is tracked if answered or if there was an episode', () => {
    const diary = makeDiary({
      episodes: [cramp('2024-02-22 02:00')],
      answeredCrampDays: [monday + 5, monday],
    })
    expect(getTrackedCrampDays(diary)).toEqual([monday, monday + 2, monday + 5])
  })
})

describe('getIndexEvents', () => {
  it('takes the first episode of each cramp-day, in whatever order they were written', () => {
    const episodes = [
      cramp('2024-02-21 04:25'),
      cramp('2024-02-19 23:00'),
      cramp('2024-02-21 03:10'),
      cramp('2024-02-20 02:00'),
    ]
    expect(getIndexEvents(episodes, 900)).toEqual([
      { day: monday, offsetMinutes: 660, isOnsetAssumed: false },
      { day: monday + 1, offsetMinutes: 910, isOnsetAssumed: false },
    ])
  })

  it('puts an onset known only as "in the night" at the usual one, and says so', () => {
    const episodes = [
      cramp('2024-02-20 00:00', 'night'),
      cramp('2024-02-21 05:00'),
      cramp('2024-02-21 00:00', 'night'),
    ]
    expect(getIndexEvents(episodes, 930)).toEqual([
      { day: monday, offsetMinutes: 930, isOnsetAssumed: true },
      { day: monday + 1, offsetMinutes: 930, isOnsetAssumed: true },
    ])
    expect(getIndexEvents([cramp('2024-02-20 01:00'), cramp('2024-02-20 00:00', 'night')], 930)).toEqual([
      { day: monday, offsetMinutes: 780, isOnsetAssumed: false },
    ])
  })
})

describe('getUsualNightOffset', () => {
  it('is the median of the night onsets that are known', () => {
    const episodes = [
      cramp('2024-02-20 02:00'),
      cramp('2024-02-21 04:00', 'about'),
      cramp('2024-02-22 05:00'),
      cramp('2024-02-22 16:00'),
      cramp('2024-02-24 00:00', 'night'),
    ]
    expect(getUsualNightOffset(episodes)).toBe(16 * 60)
  })

  it('is 03:00 where none is known', () => {
    expect(getUsualNightOffset([cramp('2024-02-22 16:00'), cramp('2024-02-24 00:00', 'night')])).toBe(
      DEFAULT_NIGHT_OFFSET,
    )
    expect(DEFAULT_NIGHT_OFFSET).toBe(15 * 60)
  })
})
