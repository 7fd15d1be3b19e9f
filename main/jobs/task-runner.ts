/** Runs tasks in the keeping thread, one after another: two of them never write into the same folder or journal. */
import { type ResourceLimits, Worker } from 'node:worker_threads'
import type { KeepingProgress } from '../../shared/archive/calls.ts'
import { CallFailure } from '../files/failures.ts'
import type { TaskInput, TaskName, TaskOutput } from '../services/tasks.ts'
import { TaskCancelled } from './task-control.ts'
import type { TaskMessage, TaskOrder } from './task-messages.ts'

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
  /** Whether one runs or waits. */
  isBusy(): boolean
  /** Stops the task that runs now, at its next step, or at once if it only looks. */
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

/**
 * Reading a whole journal leaves much behind that nobody needs: cleared away early, it takes less memory at no cost. And
 * whatever a file makes a thread do, the rest of the computer keeps its memory.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 }

/** Read-only, so the worker may be terminated mid-step. */
const TERMINABLE_TASKS: ReadonlySet<TaskName> = new Set(['previewImport', 'previewBackup'])

const tooLarge = new CallFailure({
  code: 'internal',
  message: 'This needs more memory than is available. Nothing was changed.',
})

/**
 * @param workerFile the worker, built (or as TypeScript, where Node strips types itself)
 * @param limits less memory only in tests
 */
export function createTaskRunner(workerFile: string, limits: ResourceLimits = resourceLimits): TaskRunner {
  const queue = createQueue()
  let progress: KeepingProgress = null
  let cancel = () => {}
  let waiting = 0

  function start<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskOutput<Name>> {
    const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const order: TaskOrder<Name> = { name, input, cancelled: flag }
    return new Promise<TaskOutput<Name>>((resolve, reject) => {
      const worker = new Worker(workerFile, { workerData: order, resourceLimits: limits })
      cancel = () => {
        Atomics.store(flag, 0, 1)
        if (TERMINABLE_TASKS.has(name)) void worker.terminate()
      }
      worker.on('message', (message: TaskMessage) => {
        if (message.kind === 'progress') progress = { done: message.done, total: message.total }
        // The thread runs the task that the order names: its output is that task's.
        else if (message.kind === 'done') resolve(message.output as TaskOutput<Name>)
        else if (message.kind === 'cancelled') reject(new TaskCancelled())
        else reject(new CallFailure(message.failure))
      })
      worker.on('error', error => reject(isOutOfMemory(error) ? tooLarge : error))
      // Nobody should wait for ever for a thread that ended without a word.
      worker.on('exit', () =>
        reject(
          Atomics.load(flag, 0) === 0
            ? new Error(`The task ${name} ended before it was done.`)
            : new TaskCancelled(),
        ),
      )
    }).finally(() => {
      progress = null
      cancel = () => {}
    })
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    waiting++
    return queue(work).finally(() => {
      waiting--
    })
  }

  return {
    run: (name, input) => inTurn(() => start(name, input)),
    inOneGo: work => inTurn(() => work(start)),
    getProgress: () => progress,
    isBusy: () => waiting > 0,
    cancel: () => cancel(),
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
