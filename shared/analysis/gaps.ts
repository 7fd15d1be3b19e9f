/** The days of which nothing is known, so that they can be asked about once: unknown is not none. */
import type { CheckIn, TrackedKind } from '../kinds/check-in.ts'
import { createDayHours } from '../kinds/day-hours.ts'
import type { Entry } from '../kinds/entry.ts'
import { isCumulative } from '../kinds/tracked-dates.ts'
import { addDays, type CalendarDate, datesFromTo } from '../time/calendar-date.ts'

export interface Gap {
  /** For cramps and nights the date on which the cramp-day starts. */
  readonly date: CalendarDate
  readonly kind: TrackedKind
}

/** How many days back somebody still remembers well enough to be asked. */
export const DAYS_ASKED_BACK = 3

/**
 * What is neither logged nor checked in on the last days before `today`, newest first. Drinks and food are asked about
 * even where some were logged, since an entry does not make their day complete; days before the journal's first entry
 * are not.
 *
 * @param today the journal's day that is going on
 * @param lastCrampDay the last cramp-day of which it can be said that there was no cramp
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
  /** Of the journal's first entry; null for an empty journal. */
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
