/**
 * The person's word that a kind is complete for a day: "that is everything". Only this tells "none" from "not logged".
 *
 * It speaks of the day that was shown: 24 hours from `dayStartMinutes` of its date on, see `day-hours.ts`. For cramps and
 * nights the date names a cramp-day (from its noon to the next noon). "No cramp" can be said from 05:00 of its last
 * morning on: an evening's answer must not clear the night still to come. A cramp written down later overrides it.
 */
import { z } from 'zod'
import { addDays, type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'
import {
  calendarDate,
  getFurthestClock,
  type Moment,
  MS_PER_DAY,
  MS_PER_HOUR,
  wallClockMs,
} from '../time/moment.ts'
import type { Problem } from './entry-time.ts'
import { kinds, type TrackedKind } from './kinds.ts'
import { calendarDateField, dayStartMinutesField } from './schemas.ts'

/** The kinds a day can be complete for: those of which there may be several a day, or none. */
export const trackedKinds: readonly TrackedKind[] = kinds.flatMap(kind =>
  kind.tracked === null ? [] : [kind.name],
)

export type { TrackedKind } from './kinds.ts'

export const checkIn = z.strictObject({
  date: calendarDateField,
  kind: z.enum(trackedKinds),
  /**
   * Minutes after midnight at which the day began on the page it was given on; files of version 1 do not say, theirs begin
   * at midnight. Without meaning for cramps and nights.
   */
  dayStartMinutes: dayStartMinutesField.default(0),
  /**
   * True if one press ("An ordinary day") gave it together with others: the analysis shows its estimates without such
   * answers too. Missing where the person answered this kind by itself.
   */
  inOnePress: z.boolean().optional(),
})
export type CheckIn = z.infer<typeof checkIn>

/** A day and a kind, before it is known on which page it is answered. */
export type CheckedDay = Pick<CheckIn, 'date' | 'kind'>

const NOT_BEGUN: Problem = { field: 'date', message: 'This day has not begun yet.' }

/** The same for a day that has not begun here, by the clock on the wall. */
export const findDayAhead = ({ date }: Pick<CheckedDay, 'date'>, now: Moment): Problem[] =>
  date > calendarDate(now) ? [NOT_BEGUN] : []

/** Clock hour of its last morning from which on a cramp-day can be said to be without a cramp. */
export const NO_CRAMP_FROM_HOUR = 5

/** The last cramp-day of which "no cramp" can be said at the moment `now`: yesterday's from 05:00 on. */
export function getLastAnswerableCrampDay(now: Moment): CalendarDate {
  return addDays(
    dateOfDayNumber(Math.floor((wallClockMs(now) - NO_CRAMP_FROM_HOUR * MS_PER_HOUR) / MS_PER_DAY)),
    -1,
  )
}

/** Problems with giving `checkIn` at the moment `now`; empty if there are none. */
export function findCheckInProblems(checkIn: CheckedDay, now: Moment): Problem[] {
  if (checkIn.kind === 'cramp' && checkIn.date > getLastAnswerableCrampDay(now))
    return [
      {
        field: 'date',
        message: 'For cramps, this day includes the night after it. Answer from 05:00 the next morning on.',
      },
    ]
  return findDateAhead(checkIn.date, now)
}

/** The problem of a date that has not begun anywhere: one that has where the person was may not have where they are. */
export const findDateAhead = (date: CalendarDate, now: Moment): Problem[] =>
  date > calendarDate(getFurthestClock(now.at)) ? [NOT_BEGUN] : []
