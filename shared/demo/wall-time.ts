/**
 * Wall-clock time of the simulation: minutes since 1970-01-01 00:00, without a time zone. Converted to moments only when the
 * journal is made.
 */
import { addDays, type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'
import { type Moment, MS_PER_MINUTE } from '../time/moment.ts'
import { momentAt } from '../time/time-zone.ts'

/** Minutes since 1970-01-01 00:00 on the wall clock. */
export type WallMinute = number

export const MINUTES_PER_DAY = 1440

/** Day number (days since 1970-01-01) of a wall-clock minute. */
export function dayOf(minute: WallMinute): number {
  return Math.floor(minute / MINUTES_PER_DAY)
}

/**
 * Creates the conversion of wall-clock minutes to moments in `timeZone`. Zone look-ups are slow, so the offset is cached per
 * midnight; only on days with a clock change is each minute looked up.
 */
export function createWallClock(timeZone: string): (minute: WallMinute) => Moment {
  const offsets = new Map<CalendarDate, number>()
  const offsetAtMidnight = (date: CalendarDate) => {
    const known = offsets.get(date)
    if (known !== undefined) return known
    const { offsetMinutes } = momentAt(date, '00:00', timeZone)
    offsets.set(date, offsetMinutes)
    return offsetMinutes
  }
  return minute => {
    const date = dateOfDayNumber(dayOf(minute))
    const offsetMinutes = offsetAtMidnight(date)
    if (offsetMinutes !== offsetAtMidnight(addDays(date, 1)))
      return momentAt(date, formatClock(minute), timeZone)
    return { at: (minute - offsetMinutes) * MS_PER_MINUTE, offsetMinutes }
  }
}

function formatClock(minute: WallMinute): string {
  const dayRandom = minute - dayOf(minute) * MINUTES_PER_DAY
  return `${String(Math.floor(dayRandom / 60)).padStart(2, '0')}:${String(dayRandom % 60).padStart(2, '0')}`
}
