/** One thread of a simulation: runs the batches it is given. */
import { parentPort } from 'node:worker_threads'
import type { Batch } from './crew.ts'
import { runStudy } from './runs.ts'
import { findStudy } from './studies.ts'

parentPort?.on('message', ({ study, firstRun, runs }: Batch) => {
  parentPort?.postMessage(runStudy(findStudy(study), firstRun, runs))
})
