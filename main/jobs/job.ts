/** Types shared by a job's two ends, main and the worker thread. This file loads neither worker code nor Electron. */
import type { Failure } from '../../shared/contract.ts'

/** Progress in steps of the job's own: exposures analysed, entries read. */
export type OnProgress = (done: number, total: number) => void

/**
 * Progress of work that can stop at this point; a total of 0 is no progress. It is the only way in which a job ends early: a thread that is terminated
 * inside SQLite, or while its addon is loaded, takes the whole program with it.
 *
 * @throws JobCancelled when the result is no longer wanted
 */
export type OnStep = OnProgress

/** The work itself. `onStep` is called only where the work can be abandoned with nothing left half done. */
type Perform<Input, Output> = (input: Input, onStep: OnStep) => Output | Promise<Output>

export interface Job<Input, Output> {
  /** Key of the worker module that performs the job, as main passes it to the runner. */
  readonly worker: string
  /** Key of the function in that module. */
  readonly name: string
  /** Heap limit of the worker in MB. */
  readonly memoryMb?: number
  /**
   * Session key. The worker stays alive for the next input with the same key, as for another filter on the same revision
   * of the journal. Without it every input gets a worker of its own.
   */
  readonly sessionOf?: (input: Input) => string
  /** Never set: carries the output type from the worker module to `run`. */
  readonly output?: Output
}

/** The job that runs a given function: `JobOf<typeof findDiaryFindings>`, with a type-only import. */
export type JobOf<P> = P extends (input: infer Input, onStep: OnStep) => infer Output
  ? Job<Input, Awaited<Output>>
  : never

/** Functions of one worker module by job name. `never` accepts functions of any input. */
export type Performs = Readonly<Record<string, Perform<never, unknown>>>

export interface RunOptions {
  readonly signal?: AbortSignal
  /** Not called after the promise has settled. */
  readonly onProgress?: OnProgress
}

/**
 * @throws the signal's reason, once the work has stopped; CallFailure; JobDied; or the error that the worker failed with.
 *   Work that finished before it saw the signal is returned: a stored import must not be called cancelled.
 */
export type RunJob = <Input, Output>(
  job: Job<Input, Output>,
  input: Input,
  options?: RunOptions,
) => Promise<Output>

export interface JobRunner {
  readonly run: RunJob
  /** Cancels what runs, waits until it has stopped, and ends the workers that are kept alive. */
  close(): Promise<void>
}

/** Message from main to a worker. An idle worker that gets `null` ends. */
export interface JobOrder {
  readonly order: number
  readonly name: string
  readonly input: unknown
  /** Shared cancellation flag: a number other than 0 once the result is no longer wanted. */
  readonly cancelled: Int32Array
}

/** Message from a worker to main: progress any number of times, then one of the others. Exit without one is a crash. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly order: number; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly order: number; readonly output: unknown }
  | { readonly kind: 'cancelled'; readonly order: number }
  | { readonly kind: 'failed'; readonly order: number; readonly failure: Failure }

export class JobCancelled extends Error {
  override readonly name = 'JobCancelled'
  constructor() {
    super('The job was cancelled.')
  }
}

export class JobDied extends Error {
  override readonly name = 'JobDied'
  constructor(job: string) {
    super(`The job ${job} ended before it was done.`)
  }
}

const WHOLE = 1000

/** Steps of one part of a job as steps of the whole; `from` and `to` are shares of it between 0 and 1. */
export const partOf =
  (onStep: OnStep, from: number, to: number): OnStep =>
  (done, total) =>
    onStep(Math.floor(WHOLE * (from + ((to - from) * done) / Math.max(1, total))), WHOLE)
