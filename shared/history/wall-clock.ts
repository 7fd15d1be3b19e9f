/** Wall clocks in milliseconds through the clock of a zone. */
import { formatClock } from '../csv/times.ts'
import { dateOfDayNumber } from '../time/calendar-date.ts'
import { MS_PER_DAY } from '../time/moment.ts'
import type { WallClockMoment, ZoneClock } from './zones.ts'

/** @param wallMs local time counted as if it were UTC */
export function ofWallMs(clock: ZoneClock, wallMs: number): WallClockMoment {
  const found = clock.ofWallClock(dateOfDayNumber(Math.floor(wallMs / MS_PER_DAY)), formatClock(wallMs))
  if (found === null) throw new RangeError(`wallMs: no wall clock: ${wallMs}`)
  return found
}
