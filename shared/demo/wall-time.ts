/**
 * The generator lives by the clock on the wall: minutes since 1970-01-01 00:00 as if there were no time zones. Moments
 * are made from them at the very end.
 */
import { addDays, type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'
import { type Moment, MS_PER_MINUTE } from '../time/moment.ts'
import { momentAt } from '../time/time-zone.ts'

/** Minutes since 1970-01-01 00:00 on the wall clock. */
export type WallMinute = number

export const MINUTES_PER_DAY = 1440

/** The day number (days since 1970-01-01) of a wall minute. */
export function dayOf(minute: WallMinute): number {
  return Math.floor(minute / MINUTES_PER_DAY)
}

/**
 * Turns wall minutes into moments of `timeZone`. Asking the zone's rules is slow, so it is done once for each end of a
 * day; only days on which the clocks change are asked minute by minute.
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
  const ofDay = minute - dayOf(minute) * MINUTES_PER_DAY
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}
