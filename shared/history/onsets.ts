/** Onsets of cramps of which another program tells a part of the day or the date alone. */
import { type OnsetPrecision, onsetPrecisions } from '../kinds/onset.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import type { Moment } from '../time/moment.ts'
import type { ZoneClock } from './zones.ts'

/** Part of a date: `small-hours` are those from midnight to six. */
export type DayPart = Extract<OnsetPrecision, 'small-hours' | 'morning' | 'afternoon' | 'evening' | 'date'>

export interface RoughOnset extends Moment {
  readonly onsetPrecision: DayPart
}

/** Onset within a part of a date; null for a date that does not exist. */
export function onsetWithin(date: CalendarDate, part: DayPart, zone: ZoneClock): RoughOnset | null {
  const found = zone.ofWallClock(date, onsetPrecisions.get(part).clock ?? '12:00')
  return found && { ...found.moment, onsetPrecision: part }
}
