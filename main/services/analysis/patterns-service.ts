/** The patterns of a period for the page, worked out in a worker thread. */
import { Worker } from 'node:worker_threads'
import type { CrampFilter } from '../../../shared/analysis/cramp-filter.ts'
import type { Patterns } from '../../../shared/analysis/patterns.ts'
import type { Period } from '../../../shared/kinds/period.ts'
import { CallFailure } from '../../files/failures.ts'

export interface PatternsOrder {
  /** The journal's file, and the revision of what is in it. */
  readonly path: string
  readonly revision: string
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** IANA name of the zone the computer is in. */
  readonly timeZone: string
  readonly period: Period
  readonly filter: CrampFilter
}

export interface PatternsService {
  /**
   * Works on one order at a time; equal ones share an answer. Of those that wait, only the newest are kept.
   *
   * @throws Error (by its promise) what the worker failed with, and when it was ended
   * @throws CallFailure (by its promise) when newer orders took its place
   */
  get(order: PatternsOrder): Promise<Patterns>
  /** Ends what is under way, until nobody reads the journal any more. What waits is dropped. */
  cancel(): Promise<void>
}

/** Orders that wait beside the one under way: more than the charts of one screen ask for at once. */
const MAX_WAITING = 4

/** Ten years need less than half of it; whatever else happens, the rest of the computer keeps its memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 }

interface Job {
  readonly key: string
  readonly order: PatternsOrder
  readonly answer: PromiseWithResolvers<Patterns>
}

/** @param workerFile the worker, built (or as TypeScript, where Node strips types itself) */
export function createPatternsService(workerFile: string): PatternsService {
  let running: { readonly job: Job; readonly worker: Worker } | null = null
  /** Oldest first. */
  let waiting: Job[] = []

  function startNext(): void {
    if (running !== null) return
    const job = waiting.shift()
    if (job === undefined) return
    const worker = new Worker(workerFile, { workerData: job.order, resourceLimits })
    running = { job, worker }
    worker.once('message', (patterns: Patterns) => job.answer.resolve(patterns))
    worker.once('error', job.answer.reject)
    worker.once('exit', () => {
      running = null
      // A thread can end without a word, of too little memory for instance; after an answer this changes nothing.
      job.answer.reject(new Error('The charts could not be worked out.'))
      startNext()
    })
    // The program may end before the answer is there.
    worker.unref()
  }

  return {
    get(order) {
      const key = JSON.stringify(order)
      const same = [running?.job, ...waiting].find(job => job?.key === key)
      if (same !== undefined) return same.answer.promise
      const job = { key, order, answer: Promise.withResolvers<Patterns>() }
      waiting.push(job)
      startNext()
      if (waiting.length > MAX_WAITING) waiting.shift()?.answer.reject(superseded())
      return job.answer.promise
    },
    async cancel() {
      for (const job of waiting) job.answer.reject(superseded())
      waiting = []
      await running?.worker.terminate()
    },
  }
}

const superseded = () =>
  new CallFailure({ code: 'internal', message: 'Newer charts were asked for before these were worked out.' })
