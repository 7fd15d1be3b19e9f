/** Gaps: recent days without an entry or a check-in of a kind. They are asked about once: unknown is not none. */
import type { CheckIn, TrackedKind } from '../kinds/check-in.ts'
import { createDayHours } from '../kinds/day-hours.ts'
import type { Entry } from '../kinds/entry.ts'
import { isCumulative } from '../kinds/tracked-dates.ts'
import { addDays, type CalendarDate, datesFromTo } from '../time/calendar-date.ts'

export interface Gap {
  /** Calendar date; for cramps and nights that on which the cramp-day starts. */
  readonly date: CalendarDate
  readonly kind: TrackedKind
}

/** Number of days before today that are asked about: memory is not reliable further back. */
export const DAYS_ASKED_BACK = 3

/**
 * Gaps of the last days before `today`, newest first. Drinks and food are asked about even where some were logged,
 * since an entry does not make their day complete. Days before the journal's first entry are no gaps.
 *
 * @param today the current day of the journal
 * @param lastCrampDay the last completed cramp-day, for which "no cramp" can be answered
 */
export function findGaps({
  today,
  lastCrampDay,
  trackedKinds,
  entries,
  checkIns,
  firstDate,
  dayStartMinutes,
}: {
  readonly today: CalendarDate
  readonly lastCrampDay: CalendarDate
  readonly trackedKinds: readonly TrackedKind[]
  readonly entries: readonly Entry[]
  readonly checkIns: readonly CheckIn[]
  /** Date of the journal's first entry; null for an empty journal. */
  readonly firstDate: CalendarDate | null
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
}): Gap[] {
  if (firstDate === null) return []
  const { listDates } = createDayHours(checkIns, dayStartMinutes)
  const known = new Set(checkIns.map(({ date, kind }) => `${kind} ${date}`))
  for (const entry of entries) {
    if (isCumulative(entry.kind)) continue
    for (const date of listDates(entry)) known.add(`${entry.kind} ${date}`)
  }
  return datesFromTo(addDays(today, -DAYS_ASKED_BACK), addDays(today, -1))
    .reverse()
    .filter(date => date >= firstDate)
    .flatMap(date =>
      trackedKinds
        .filter(kind => (kind !== 'cramp' || date <= lastCrampDay) && !known.has(`${kind} ${date}`))
        .map(kind => ({ date, kind })),
    )
}
