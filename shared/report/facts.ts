/** Inputs of a report, and selections of entries shared by its sections. */
import type { Sign } from '../advice/warning-signs/sign.ts'
import type { Findings } from '../analysis/finding.ts'
import type { CoinView } from '../experiments/coin-view.ts'
import type { ExperimentView } from '../experiments/view.ts'
import type { CheckIn } from '../kinds/check-in.ts'
import type { Entry, EntryOf } from '../kinds/entry.ts'
import type { JournalLists } from '../kinds/journal-lists.ts'
import type { FactorCheckIn, OwnFactor } from '../kinds/own-factor.ts'
import type { Period } from '../kinds/period.ts'
import type { Profile } from '../kinds/profile.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { crampDay } from '../time/moment.ts'
import type { ReportOrder } from './order.ts'

/** Inputs of a report. Items outside the dates below are ignored, so lists may contain more. */
export interface ReportFacts {
  readonly order: ReportOrder
  readonly madeOn: CalendarDate
  readonly profile: Profile
  /** Date of the journal's first entry; null in an empty journal. */
  readonly diarySince: CalendarDate | null
  /** Entries from midnight of the first date of `getReadPeriod` to noon after the report's last date. */
  readonly entries: readonly Entry[]
  /** Check-ins of the same dates, with one day more at either end. */
  readonly checkIns: readonly CheckIn[]
  /** The person's own factors, archived ones last, and their check-ins. */
  readonly ownFactors: readonly OwnFactor[]
  readonly factorCheckIns: readonly FactorCheckIn[]
  /** Lists of the journal; those of one without own things by default. */
  readonly lists?: JournalLists
  /** All changes of medicines in the journal. */
  readonly medication: readonly EntryOf<'medication'>[]
  /** Warning signs of the period's cramps and days, newest first, computed from redacted facts. */
  readonly signs: readonly Sign[]
  /** Null if the report has no findings section. */
  readonly findings: Findings | null
  /** Experiments as the page sees them today. */
  readonly experiments: readonly ExperimentView[]
  readonly coins: readonly CoinView[]
}

/** Days read before the report's end: covers the trend's 12 weeks, and 2 x 28 tracked days if every third is tracked. */
const READ_DAYS_BACK = 168

/** Period read for a report: its own, extended back if needed for trend and comparison. */
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

/** Cramps of a period's cramp-days, oldest first. */
export function listCramps(entries: readonly Entry[], period: Period): Cramp[] {
  return entriesOf(entries, 'cramp')
    .filter(cramp => isWithin(crampDay(cramp), period))
    .toSorted((one, other) => one.at - other.at || one.id - other.id)
}
