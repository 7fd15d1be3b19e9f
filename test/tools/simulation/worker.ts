/** Worker thread of the simulation: runs the batches it receives. */
import { parentPort } from 'node:worker_threads'
import { runStudy } from './runs.ts'
import { findStudy } from './studies.ts'
import type { Batch } from './worker-pool.ts'

parentPort?.on('message', ({ study, firstRun, runs }: Batch) => {
  parentPort?.postMessage(runStudy(findStudy(study), firstRun, runs))
})
