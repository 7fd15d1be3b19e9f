/** The worker thread's end of jobs. */
import { parentPort, workerData } from 'node:worker_threads'
import { CallFailure } from '../files/failures.ts'
import { JobCancelled, type JobMessage, type JobOrder, type OnStep, type Performs } from './job.ts'

/** Shortest time between two progress messages: 20 a second move a bar smoothly. */
const PROGRESS_EVERY_MS = 50

/** Performs the jobs that main orders. Called once, at the end of a worker module. */
export function serveJobs(performs: Performs): void {
  const port = parentPort
  if (port === null) throw new Error('serveJobs: this module runs as a worker thread')
  const send = (message: JobMessage) => port.postMessage(message)

  async function answer({ order, name, input, cancelled }: JobOrder) {
    let sentAt = 0
    const onStep: OnStep = (done, total) => {
      if (Atomics.load(cancelled, 0) !== 0) throw new JobCancelled()
      const now = performance.now()
      if (total === 0 || now - sentAt < PROGRESS_EVERY_MS) return
      sentAt = now
      send({ kind: 'progress', order, done, total })
    }
    try {
      // Cast: `JobOf` ties the job's input to this function; a message has no type of its own.
      const perform = performs[name] as ((input: unknown, onStep: OnStep) => unknown) | undefined
      if (perform === undefined) throw new RangeError(`serveJobs: there is no job ${name}`)
      // It may have been cancelled while the thread loaded this module.
      onStep(0, 0)
      send({ kind: 'done', order, output: await perform(input, onStep) })
    } catch (error) {
      if (error instanceof JobCancelled) send({ kind: 'cancelled', order })
      else if (error instanceof CallFailure) send({ kind: 'failed', order, failure: error.failure })
      // An unforeseen error ends the thread: main gets it with its stack.
      else throw error
    }
  }

  const { keepAlive }: { readonly keepAlive: boolean } = workerData
  // Without a listener left, the thread ends by itself once its work is done.
  if (keepAlive)
    port.on('message', (order: JobOrder | null) => (order === null ? port.close() : answer(order)))
  else port.once('message', answer)
}
