/**
 * Basis of a chart: its period and filter. Written on the chart, into its picture and into its file, because a picture is
 * seen without the filter bar.
 */
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { formatDateRange } from '../../data/format.ts'

export interface ChartBasis {
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
  /** Words of the cramp filter: "at night"; empty for all cramps. */
  readonly only: readonly string[]
  /** Further remark. */
  readonly note?: string
}

/** "1 Dec 2025 – 28 Nov 2026 · only: at night". */
export function describeChartBasis({ fromDate, toDate, only, note = '' }: ChartBasis): string {
  return [formatDateRange(fromDate, toDate), only.length === 0 ? '' : `only: ${only.join(', ')}`, note]
    .filter(part => part !== '')
    .join(' · ')
}

/** Basis for a file name, with ISO dates so that files sort by date: "2025-12-01 to 2026-11-28, at night". */
export function nameBasis({ fromDate, toDate, only }: ChartBasis): string {
  return [`${fromDate} to ${toDate}`, ...only].join(', ')
}
