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

export interface PatternsService {
  /** @throws Error (by its promise) what the worker failed with, and when it was ended */
  get(order: PatternsOrder): Promise<Patterns>
  /** Ends what is under way, until nobody reads the journal any more. */
  cancel(): Promise<void>
}

/** @param workerFile the worker, built (or as TypeScript, where Node strips types itself) */
export function createPatternsService(workerFile: string): PatternsService {
  const running = new Set<Worker>()
  return {
    get: order =>
      new Promise((resolve, reject) => {
        const worker = new Worker(workerFile, { workerData: order })
        running.add(worker)
        worker.once('message', (patterns: Patterns) => resolve(patterns))
        worker.once('error', reject)
        worker.once('exit', () => {
          running.delete(worker)
          // A thread can end without a word, of too little memory for instance; after an answer this changes nothing.
          reject(new Error('The charts could not be worked out.'))
        })
        // The program may end before the answer is there.
        worker.unref()
      }),
    async cancel() {
      await Promise.all([...running].map(worker => worker.terminate()))
    },
  }
}
