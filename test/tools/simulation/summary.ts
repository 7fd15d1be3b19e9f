/** Rows of the acceptance table, computed from outcomes. */
import { computeQuantile } from '../../../shared/statistics/quantile.ts'
import type { Band, Outcome, Row, Study } from './study.ts'

export interface SummaryRow {
  readonly scenario: string
  readonly title: string
  readonly what: string
  readonly measure: string
  readonly value: number
  /** Null for a row that only informs. */
  readonly band: Band | null
  readonly passed: boolean
  /** Number of runs behind the value, and (`made`) of all runs of the study, those with too little data included. */
  readonly runs: number
  readonly made: number
}

export function summarize(
  { name, title, rows }: Study,
  outcomes: readonly Outcome[],
  made: number,
): SummaryRow[] {
  return rows.map(({ what, measure, summary, band }) => {
    // A study that pools several settings gives some measures in some runs only.
    const values = outcomes.flatMap(outcome => outcome[measure] ?? [])
    const value = summarizeValues(values, summary)
    return {
      scenario: name,
      title,
      what,
      measure,
      value,
      band,
      // NaN is in no band, so a study without any usable run fails.
      passed: band === null || (value >= band.from && value <= band.to),
      runs: values.length,
      made,
    }
  })
}

function summarizeValues(values: readonly number[], summary: Row['summary']): number {
  if (values.length === 0) return Number.NaN
  return summary === 'median'
    ? computeQuantile(values, 0.5)
    : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** "0.930 to 0.970", "at most 0.070". */
export function formatBand(band: Band | null): string {
  if (band === null) return 'for information'
  const { from, to } = band
  if (from === to) return from.toFixed(3)
  if (to === Number.POSITIVE_INFINITY) return `at least ${from.toFixed(3)}`
  return from === 0 ? `at most ${to.toFixed(3)}` : `${from.toFixed(3)} to ${to.toFixed(3)}`
}
