/**
 * The person's word that a kind is complete for a day: "that is everything". Only this tells "none" from "not logged".
 *
 * For cramps the date names a cramp-day (from its noon to the next noon), and the word can be given only once that has
 * ended: an evening's "no cramp today" must not clear the night still to come.
 */
import { z } from 'zod'
import { dayNumber } from '../time/calendar-date.ts'
import { type Moment, MS_PER_DAY, MS_PER_HOUR, wallClockMs } from '../time/moment.ts'
import type { EntryKind } from './entry.ts'
import type { Problem } from './entry-time.ts'
import { calendarDateField } from './fields.ts'

/** The kinds a day can be complete for: those of which there may be several a day, or none. */
export const trackedKinds = [
  'cramp',
  'fluid',
  'footwear',
  'activity',
  'stretch',
  'food',
  'day',
  'night',
] as const satisfies readonly EntryKind[]
export type TrackedKind = (typeof trackedKinds)[number]

export const checkIn = z.strictObject({
  date: calendarDateField,
  kind: z.enum(trackedKinds),
})
export type CheckIn = z.infer<typeof checkIn>

/** Why `checkIn` cannot be given at the moment `now`; nothing when it can. */
export function findCheckInProblems(checkIn: CheckIn, now: Moment): Problem[] {
  const startsAt = dayNumber(checkIn.date) * MS_PER_DAY
  const wallNow = wallClockMs(now)
  if (checkIn.kind === 'cramp' && wallNow < startsAt + 36 * MS_PER_HOUR)
    return [
      { field: 'date', message: 'For cramps, this day ends at noon on the next day. Answer after that.' },
    ]
  if (wallNow < startsAt) return [{ field: 'date', message: 'This day has not begun yet.' }]
  return []
}
