/**
 * The rule for tracked dates: a day is tracked for a kind if the person said that the kind is complete for it, or an
 * entry proves it. Only on a tracked date does no entry mean that there was nothing.
 *
 * An exposure narrows the rule in its own record: the entry has to hold the answer that the exposure rests on.
 */
import { dateOfDayNumber } from '../time/calendar-date.ts'
import type { TrackedKind } from './check-in.ts'
import type { DayHours } from './day-hours.ts'
import type { Entry, EntryKind } from './entry.ts'
import { listDoubtfulDays } from './onset.ts'

/** Kinds that add up over a day: an entry proves nothing, since there may have been others. */
export const isCumulative = (kind: EntryKind): boolean => kind === 'fluid' || kind === 'food'

/**
 * Numbers of the days that are tracked for a kind. A cramp known only by its date counts on the cramp-day of that date; it
 * may have been on the day before, of which nothing is known then.
 */
export function listTrackedDays(
  kind: TrackedKind,
  entries: readonly Entry[],
  { listCheckedIn, listDays }: Pick<DayHours, 'listCheckedIn' | 'listDays'>,
): Set<number> {
  const ofKind = entries.filter(entry => entry.kind === kind)
  const proved = isCumulative(kind) ? [] : ofKind.flatMap(listDays)
  const doubtful = listDoubtfulDays(ofKind.filter(entry => entry.kind === 'cramp'))
  const checkedIn = [...listCheckedIn(kind)].filter(day => !doubtful.has(dateOfDayNumber(day)))
  return new Set([...checkedIn, ...proved])
}
