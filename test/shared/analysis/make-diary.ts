/** Small diaries written by hand: local times as text, everything else empty unless given. */
import type {
  DayNumber,
  Diary,
  DiaryEntry,
  Episode,
  LocalMinutes,
} from '../../../shared/analysis/diary/diary.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'

/** `2024-02-21 03:10` */
export function local(text: string): LocalMinutes {
  const [date = '', clock = ''] = text.split(' ')
  const [hours = NaN, minutes = NaN] = clock.split(':').map(Number)
  return dayNumber(date) * 1440 + hours * 60 + minutes
}

/** Dates from the first to the last, both included. */
export function dates(from: string, to: string): DayNumber[] {
  return Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => dayNumber(from) + i)
}

export function cramp(onset: string, precision: Episode['precision'] = 'exact'): Episode {
  return { onset: local(onset), precision }
}

export function drink(time: string, amount: number | null, more: Partial<DiaryEntry> = {}): DiaryEntry {
  return { start: local(time), end: local(time), amount, ...more }
}

export function span(from: string, to: string, more: Partial<DiaryEntry> = {}): DiaryEntry {
  return { start: local(from), end: local(to), amount: null, ...more }
}

export function makeDiary(parts: Partial<Diary>): Diary {
  return {
    offWeekdays: [5, 6],
    episodes: [],
    answeredCrampDays: [],
    utcOffsetMinutes: new Map(),
    trackedDates: {},
    entries: {},
    dateValues: {},
    nights: new Map(),
    nightValues: {},
    ...parts,
  }
}
