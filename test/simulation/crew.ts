/** Runs studies on worker threads, a batch of runs at a time, and puts the outcomes back in order. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { MOST_RUNS_PER_WANTED, type StudyResult, takeFirst } from './runs.ts'
import type { Outcome, Study } from './study.ts'

/** What a worker is asked, and answers with `(Outcome | null)[]`. */
export interface Batch {
  readonly study: string
  readonly firstRun: number
  readonly runs: number
}

/** Few enough that both workers end together, many enough that handing out costs nothing. */
const RUNS_PER_BATCH = 25
export interface Crew {
  readonly study: (study: Study, wanted: number, onRun: (usable: number) => void) => Promise<StudyResult>
  readonly dismiss: () => Promise<void>
}

export function hireCrew(size = availableParallelism()): Crew {
  const workers = Array.from({ length: size }, () => new Worker(new URL('./worker.ts', import.meta.url)))

  const ask = (worker: Worker, batch: Batch) =>
    new Promise<(Outcome | null)[]>((resolve, reject) => {
      const settle = () => {
        worker.off('message', onMessage)
        worker.off('error', onError)
      }
      const onMessage = (outcomes: (Outcome | null)[]) => {
        settle()
        resolve(outcomes)
      }
      const onError = (error: unknown) => {
        settle()
        reject(error)
      }
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.postMessage(batch)
    })

  return {
    study: async (study, wanted, onRun) => {
      const batches: (Outcome | null)[][] = []
      let handedOut = 0
      let usable = 0
      const mostBatches = Math.ceil((wanted * MOST_RUNS_PER_WANTED) / RUNS_PER_BATCH)
      const work = async (worker: Worker) => {
        while (usable < wanted && handedOut < mostBatches) {
          const place = handedOut++
          const firstRun = place * RUNS_PER_BATCH
          const outcomes = await ask(worker, { study: study.name, firstRun, runs: RUNS_PER_BATCH })
          batches[place] = outcomes
          usable += outcomes.filter(outcome => outcome !== null).length
          onRun(Math.min(usable, wanted))
        }
      }
      await Promise.all(workers.map(work))
      return takeFirst(batches.flat(), wanted)
    },
    dismiss: async () => {
      await Promise.all(workers.map(worker => worker.terminate()))
    },
  }
}
