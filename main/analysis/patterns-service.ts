/** The patterns of a period for the page, worked out in a worker thread. */
import { Worker } from 'node:worker_threads'
import type { CrampFilter } from '../../shared/analysis/cramp-filter.ts'
import type { Patterns } from '../../shared/analysis/patterns.ts'
import type { Period } from '../../shared/journal/period.ts'

export interface PatternsOrder {
  /** The journal's file. */
  readonly path: string
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** IANA name of the zone the computer is in. */
  readonly timeZone: string
  readonly period: Period
  readonly filter: CrampFilter
}

/** @throws Error (by its promise) what the worker failed with */
export type PatternsService = (order: PatternsOrder) => Promise<Patterns>

/** @param workerFile the worker, built (or as TypeScript, where Node strips types itself) */
export function createPatternsService(workerFile: string): PatternsService {
  return order =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: order })
      worker.once('message', (patterns: Patterns) => resolve(patterns))
      worker.once('error', reject)
      // A thread can end without a word, of too little memory for instance; after an answer this changes nothing.
      worker.once('exit', () => reject(new Error('The charts could not be worked out.')))
      // The program may end before the answer is there.
      worker.unref()
    })
}
