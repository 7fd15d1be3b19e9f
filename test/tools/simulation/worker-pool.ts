/** Worker pool: runs studies in batches and returns the outcomes in the order of the runs. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { MAX_RUNS_PER_WANTED, type StudyResult, takeFirst } from './runs.ts'
import type { Outcome, Study } from './study.ts'

/** Request to a worker; the reply is `(Outcome | null)[]`. */
export interface Batch {
  readonly study: string
  readonly firstRun: number
  readonly runs: number
}

/** Runs per batch: small enough that the workers end together, large enough that messages cost nothing. */
const RUNS_PER_BATCH = 25
export interface WorkerPool {
  readonly study: (study: Study, wanted: number, onRun: (usable: number) => void) => Promise<StudyResult>
  readonly terminate: () => Promise<void>
}

export function createWorkerPool(size = availableParallelism()): WorkerPool {
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
      let dispatched = 0
      let usable = 0
      const maxBatches = Math.ceil((wanted * MAX_RUNS_PER_WANTED) / RUNS_PER_BATCH)
      const work = async (worker: Worker) => {
        while (usable < wanted && dispatched < maxBatches) {
          const place = dispatched++
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
    terminate: async () => {
      await Promise.all(workers.map(worker => worker.terminate()))
    },
  }
}
