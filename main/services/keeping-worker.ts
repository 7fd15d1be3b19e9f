/** One task in a thread of its own, so that neither the page nor the main process waits for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { CallFailure } from '../files/failures.ts'
import { type OnStep, TaskCancelled } from '../jobs/task-control.ts'
import type { TaskMessage, TaskOrder } from '../jobs/task-messages.ts'
import { type TaskName, tasks } from './tasks.ts'

const port = parentPort
if (port === null) throw new Error('this file runs as a worker thread')
const tell = (message: TaskMessage) => port.postMessage(message)

/** More often, nobody would see it. */
const PROGRESS_EVERY_MS = 50
let toldAt = 0

const { name, input, cancelled }: TaskOrder = workerData
const onStep: OnStep = (done, total) => {
  if (Atomics.load(cancelled, 0) !== 0) throw new TaskCancelled()
  const now = performance.now()
  if (now - toldAt < PROGRESS_EVERY_MS) return
  toldAt = now
  tell({ kind: 'progress', done, total })
}

/** The order ties the input to the task's name; TypeScript cannot follow that through a name chosen at run time. */
const run = (task: TaskName) => tasks[task] as (input: unknown, onStep: OnStep) => unknown

try {
  tell({ kind: 'done', output: await run(name)(input, onStep) })
} catch (error) {
  if (error instanceof TaskCancelled) tell({ kind: 'cancelled' })
  else if (error instanceof CallFailure) tell({ kind: 'failed', failure: error.failure })
  else throw error
}
