import { MS_PER_MINUTE, type WallHours } from '../../time/moment.ts'
import { joinIntervals } from '../diary/coverage.ts'
import type { DayNumber, DayValue, Diary, DiaryEntry, Interval } from '../diary/diary.ts'
import type { Series } from './series.ts'

type SeriesOfDiary = Required<
  Pick<Diary, 'trackedDates' | 'trackedHours' | 'entries' | 'dateValues' | 'nightValues'>
>

/** Builds the series part of a diary, keyed by name. */
export function arrangeSeries(series: Iterable<readonly [name: string, series: Series]>): SeriesOfDiary {
  const trackedDates: Record<string, readonly DayNumber[]> = {}
  const trackedHours: Record<string, readonly Interval[]> = {}
  const entries: Record<string, readonly DiaryEntry[]> = {}
  const dateValues: Record<string, ReadonlyMap<DayNumber, DayValue>> = {}
  const nightValues: Record<string, ReadonlyMap<DayNumber, DayValue>> = {}
  for (const [name, one] of series) {
    if ('byNight' in one) {
      nightValues[name] = one.byNight
      continue
    }
    const { dates, getHours } = one.tracked
    trackedDates[name] = [...dates]
    trackedHours[name] = joinIntervals(Array.from(dates, day => toInterval(getHours(day))))
    if ('entries' in one) entries[name] = one.entries
    if (one.byDate !== undefined) dateValues[name] = one.byDate
  }
  return { trackedDates, trackedHours, entries, dateValues, nightValues }
}

const toInterval = ({ fromWallMs, toWallMs }: WallHours): Interval => ({
  from: fromWallMs / MS_PER_MINUTE,
  until: toWallMs / MS_PER_MINUTE,
})
