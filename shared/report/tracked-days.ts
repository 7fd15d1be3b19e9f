/** On which dates the journal is known to be complete for a kind: by check-in, or by what an entry of it proves. */
import type { CheckIn, TrackedKind } from '../journal/check-in.ts'
import type { Entry } from '../journal/entry.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { calendarDate, crampDay } from '../time/moment.ts'

/** Kinds that add up: one entry proves nothing, there may have been others. Only a check-in completes their day. */
const cumulativeKinds: ReadonlySet<TrackedKind> = new Set(['fluid', 'food'])

/** The day an entry counts for: the cramp-day, noon to noon, for a cramp, the calendar date for everything else. */
export const dayOf = (entry: Entry): CalendarDate =>
  entry.kind === 'cramp' ? crampDay(entry) : calendarDate(entry)

/** The dates on which a kind is complete. */
export function listTrackedDates(
  kind: TrackedKind,
  entries: readonly Entry[],
  checkIns: readonly CheckIn[],
): Set<CalendarDate> {
  const told = checkIns.filter(checkIn => checkIn.kind === kind).map(({ date }) => date)
  const proven = cumulativeKinds.has(kind) ? [] : entries.filter(entry => entry.kind === kind).map(dayOf)
  return new Set([...told, ...proven])
}
