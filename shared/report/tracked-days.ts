/** On which dates the journal is known to be complete for a kind: by check-in, or by what an entry of it proves. */
import type { TrackedKind } from '../kinds/check-in.ts'
import type { DayHours } from '../kinds/day-hours.ts'
import type { Entry } from '../kinds/entry.ts'
import { type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'

/** Kinds that add up: one entry proves nothing, there may have been others. Only a check-in completes their day. */
const cumulativeKinds: ReadonlySet<TrackedKind> = new Set(['fluid', 'food'])

/** The entries of a report, and which day each counts for. */
export interface DiaryPart {
  readonly entries: readonly Entry[]
  readonly hours: DayHours
}

/** The dates on which a kind is complete. */
export function listTrackedDates(kind: TrackedKind, { entries, hours }: DiaryPart): Set<CalendarDate> {
  const told = Array.from(hours.listCheckedIn(kind), dateOfDayNumber)
  const proven = cumulativeKinds.has(kind)
    ? []
    : entries.filter(entry => entry.kind === kind).flatMap(hours.listDates)
  return new Set([...told, ...proven])
}

/** Entries by the dates they count for. */
export function groupByDates<Of extends Entry>(
  entries: readonly Of[],
  listDates: (entry: Of) => readonly CalendarDate[],
): Map<CalendarDate, Of[]> {
  const groups = new Map<CalendarDate, Of[]>()
  for (const entry of entries)
    for (const date of listDates(entry)) groups.set(date, [...(groups.get(date) ?? []), entry])
  return groups
}
