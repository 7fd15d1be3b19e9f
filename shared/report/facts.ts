/** What a report is made from, and the first things every section asks of it. */
import type { Sign } from '../advice/warning-signs/sign.ts'
import type { Findings } from '../analysis/finding.ts'
import type { ExperimentView } from '../experiments/view.ts'
import type { CheckIn } from '../kinds/check-in.ts'
import type { Entry, EntryOf } from '../kinds/entry.ts'
import type { Period } from '../kinds/period.ts'
import type { Profile } from '../kinds/profile.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { crampDay } from '../time/moment.ts'
import type { ReportOrder } from './order.ts'

/** What is read of the journal. Anything that lies outside its stretch of days is ignored, so lists may be too long. */
export interface ReportFacts {
  readonly order: ReportOrder
  readonly madeOn: CalendarDate
  readonly profile: Profile
  /** The date of the first entry there is; null in an empty journal. */
  readonly diarySince: CalendarDate | null
  /** From midnight of the first date of `getReadPeriod` to noon after the report's last. */
  readonly entries: readonly Entry[]
  /** From the day before the first to the day after the last of the same dates. */
  readonly checkIns: readonly CheckIn[]
  /** Every change of a medicine there is. */
  readonly medication: readonly EntryOf<'medication'>[]
  /** What the warning rules say of the cramps and days of the period, newest first, as far as it may be told. */
  readonly signs: readonly Sign[]
  /** Null where they were not asked for. */
  readonly findings: Findings | null
  /** As the person sees them now. */
  readonly experiments: readonly ExperimentView[]
}

/** Far enough for twelve weeks, and for 2 x 28 tracked days of somebody who tracks every third. */
const READ_DAYS_BACK = 168

/** The days that are read for a report: its own, and enough before its end to compare the last weeks with. */
export function getReadPeriod({ fromDate, toDate }: Period): Period {
  const back = addDays(toDate, 1 - READ_DAYS_BACK)
  return { fromDate: fromDate < back ? fromDate : back, toDate }
}

export const isWithin = (date: CalendarDate, { fromDate, toDate }: Period): boolean =>
  fromDate <= date && date <= toDate

export function entriesOf<Kind extends Entry['kind']>(
  entries: readonly Entry[],
  kind: Kind,
): EntryOf<Kind>[] {
  return entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind)
}

export type Cramp = EntryOf<'cramp'>

/** The cramps that belong to a period's cramp-days, oldest first. */
export function listCramps(entries: readonly Entry[], period: Period): Cramp[] {
  return entriesOf(entries, 'cramp')
    .filter(cramp => isWithin(crampDay(cramp), period))
    .toSorted((one, other) => one.at - other.at || one.id - other.id)
}
