/**
 * What a simulation study is: a way to make one diary (or one experiment) whose truth is known, what the program made of
 * it, and the bands in which the summary of many such runs must lie.
 */
import type { Random } from '../../shared/statistics/random.ts'

/** What the program made of one run, as numbers by name; 1 and 0 for yes and no. */
export type Outcome = Readonly<Record<string, number>>

/** One line of the acceptance table. */
export interface Row {
  /** Completes the study's title: "coverage of the 95% interval". */
  readonly what: string
  /** The number of the outcome that is summarised. */
  readonly measure: string
  /** Mean of yes and no, or the middle value. */
  readonly summary: 'share' | 'median'
  /** Limits within which the summary must lie, both allowed; null where the row only informs. */
  readonly band: Band | null
}

export interface Band {
  readonly from: number
  readonly to: number
}

export interface Study {
  /** Names it on the command line. */
  readonly name: string
  readonly title: string
  /** Diaries with enough data for a finding that a full simulation wants. */
  readonly runs: number
  /** One run; null if the diary holds too little for a finding, and so says nothing about findings. */
  readonly run: (random: Random) => Outcome | null
  readonly rows: readonly Row[]
}

export const coverageBand: Band = { from: 0.93, to: 0.97 }
export const levelBand: Band = { from: 0.03, to: 0.07 }
export const doublingBand: Band = { from: 1.8, to: 2.1 }
export const atMost = (to: number): Band => ({ from: 0, to })
export const atLeast = (from: number): Band => ({ from, to: Number.POSITIVE_INFINITY })

/** Runs per row of a full simulation, and of the studies that look at a diary again and again. */
export const FULL_RUNS = 2000
export const FULL_RUNS_OF_REPEATED_LOOKS = 300
