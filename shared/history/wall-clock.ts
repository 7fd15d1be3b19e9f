/** Wall clocks in milliseconds through the clock of a zone. */
import { formatClock } from '../csv/times.ts'
import { dateOfDayNumber } from '../time/calendar-date.ts'
import { MS_PER_DAY } from '../time/moment.ts'
import type { Collector } from './collector.ts'
import type { WallClockMoment, ZoneClock } from './zones.ts'

/** @param wallMs local time counted as if it were UTC */
export function ofWallMs(clock: ZoneClock, wallMs: number): WallClockMoment {
  const found = clock.ofWallClock(dateOfDayNumber(Math.floor(wallMs / MS_PER_DAY)), formatClock(wallMs))
  if (found === null) throw new RangeError(`wallMs: no wall clock: ${wallMs}`)
  return found
}

/** Says that wall clocks lie in the hour that a clock change repeats: which of the two was meant, no file tells. */
export function noteRepeated(
  count: number,
  [one, several]: readonly [string, string],
  collector: Collector,
): void {
  if (count > 0)
    collector.note(
      `${count === 1 ? `One ${one} begins` : `${count} ${several} begin`} in the hour that comes twice in autumn. The first one is taken.`,
    )
}
