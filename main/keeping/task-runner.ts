/** Runs tasks in the keeping thread, one after another: two of them never write into the same folder or journal. */
import { Worker } from 'node:worker_threads'
import type { KeepingProgress } from '../../shared/keeping/calls.ts'
import { CallFailure } from '../failures.ts'
import { TaskCancelled } from './task-control.ts'
import type { TaskMessage, TaskOrder } from './task-messages.ts'
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'

/**
 * Runs a task.
 *
 * @throws TaskCancelled, CallFailure, or what the thread failed with
 */
export type RunTask = <Name extends TaskName>(name: Name, input: TaskInput<Name>) => Promise<TaskOutput<Name>>

export interface TaskRunner {
  /** Runs a task once those before it are done. */
  readonly run: RunTask
  /** Does work of several tasks once those before it are done; no other task has its turn until all of it is. */
  inOneGo<T>(work: (run: RunTask) => Promise<T>): Promise<T>
  /** How far the task is that runs now; null when there is none, or it has not said. */
  getProgress(): KeepingProgress
  /** Stops the task that runs now, at its next step. */
  cancel(): void
}

/** Work of which each piece begins when the one before it is done, well or not. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }
}

/** Reading a whole journal leaves much behind that nobody needs: cleared away early, it takes less memory at no cost. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

/** @param workerFile the worker, built (or as TypeScript, where Node strips types itself) */
export function createTaskRunner(workerFile: string): TaskRunner {
  const queue = createQueue()
  let progress: KeepingProgress = null
  let cancelled: Int32Array | null = null

  function start<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskOutput<Name>> {
    const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    cancelled = flag
    const order: TaskOrder<Name> = { name, input, cancelled: flag }
    return new Promise<TaskOutput<Name>>((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: order, resourceLimits })
      worker.on('message', (message: TaskMessage) => {
        if (message.kind === 'progress') progress = { done: message.done, total: message.total }
        // The thread runs the task that the order names: its output is that task's.
        else if (message.kind === 'done') resolve(message.output as TaskOutput<Name>)
        else if (message.kind === 'cancelled') reject(new TaskCancelled())
        else reject(new CallFailure(message.failure))
      })
      worker.on('error', reject)
      // A thread can end without a word, of too little memory for instance. Nobody should wait for it for ever.
      worker.on('exit', () => reject(new Error(`The task ${name} ended before it was done.`)))
    }).finally(() => {
      progress = null
      cancelled = null
    })
  }

  return {
    run: (name, input) => queue(() => start(name, input)),
    inOneGo: work => queue(() => work(start)),
    getProgress: () => progress,
    cancel: () => {
      if (cancelled !== null) Atomics.store(cancelled, 0, 1)
    },
  }
}
