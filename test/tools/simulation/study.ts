/**
 * Simulation study: a generator of one diary (or one experiment) with a known truth, the program's results on it, and the
 * bands in which summaries over many runs must lie.
 */
import type { Random } from '../../../shared/statistics/random.ts'

/** Results of one run, as numbers by measure; 1 and 0 for yes and no. */
export type Outcome = Readonly<Record<string, number>>

/** Row of the acceptance table. */
export interface Row {
  /** Completes the study's title: "coverage of the 95% interval". */
  readonly what: string
  /** Key in `Outcome` of the summarised number. */
  readonly measure: string
  /** Mean of 1 and 0, or median. */
  readonly summary: 'share' | 'median'
  /** Inclusive limits of the summary; null for a row that only informs. */
  readonly band: Band | null
}

export interface Band {
  readonly from: number
  readonly to: number
}

export interface Study {
  /** Name on the command line. */
  readonly name: string
  readonly title: string
  /** Number of diaries with enough data in a full simulation. */
  readonly runs: number
  /** Runs the study once; null if the diary has too little data for a finding, and so is not counted. */
  readonly run: (random: Random) => Outcome | null
  readonly rows: readonly Row[]
}

/** Row of a share of the runs. */
export const shareRow = (what: string, measure: string, band: Band | null = null): Row => ({
  what,
  measure,
  summary: 'share',
  band,
})

export const coverageBand: Band = { from: 0.93, to: 0.97 }
export const levelBand: Band = { from: 0.03, to: 0.07 }
export const doublingBand: Band = { from: 1.8, to: 2.1 }
export const atMost = (to: number): Band => ({ from: 0, to })
export const atLeast = (from: number): Band => ({ from, to: Number.POSITIVE_INFINITY })

/** Runs per row of a full simulation; the second number is for studies that analyse a diary repeatedly. */
export const FULL_RUNS = 2000
export const FULL_RUNS_OF_REPEATED_LOOKS = 300
