/** Tracked dates of a kind in a report, and its entries by date. */
import type { TrackedKind } from '../kinds/check-in.ts'
import type { DayHours } from '../kinds/day-hours.ts'
import type { Entry } from '../kinds/entry.ts'
import type { JournalLists } from '../kinds/journal-lists.ts'
import { listTrackedDays } from '../kinds/tracked-dates.ts'
import { type CalendarDate, dateOfDayNumber } from '../time/calendar-date.ts'

/** Entries of a report, with the rules that assign them to dates. */
export interface DatedEntries {
  readonly entries: readonly Entry[]
  readonly hours: DayHours
  /** Facts of the drinks and activities. */
  readonly lists: JournalLists
}

/** Dates on which a kind is complete. */
export function listTrackedDates(
  kind: TrackedKind,
  { entries, hours }: Omit<DatedEntries, 'lists'>,
): Set<CalendarDate> {
  return new Set(Array.from(listTrackedDays(kind, entries, hours), dateOfDayNumber))
}

/** Groups entries by each date that they count for; an entry can be in several groups. */
export function groupByDates<Of extends Entry>(
  entries: readonly Of[],
  listDates: (entry: Of) => readonly CalendarDate[],
): Map<CalendarDate, Of[]> {
  const groups = new Map<CalendarDate, Of[]>()
  for (const entry of entries)
    for (const date of listDates(entry)) groups.set(date, [...(groups.get(date) ?? []), entry])
  return groups
}
