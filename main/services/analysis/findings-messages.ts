import type { CrampFilter } from '../../../shared/analysis/cramp-filter.ts'
import type { Findings } from '../../../shared/analysis/finding.ts'
import type { MedicineComparison } from '../../../shared/analysis/medicine-changes.ts'

/** What the worker is made for: one state of one journal. */
export interface FindingsSource {
  /** The journal's file. */
  readonly path: string
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** IANA name of the zone the computer is in. */
  readonly timeZone: string
}

/** What the worker is asked, one order after another. */
export interface FindingsOrder {
  /** Day number of the cramp-day that is going on. */
  readonly today: number
  readonly filter: CrampFilter
}

/** What the worker says. */
export type FindingsMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly findings: Findings; readonly medicines: MedicineComparison[] }
