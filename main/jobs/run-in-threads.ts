/** Job runner on worker threads. It knows no job by name: jobs name a worker module, main maps the module to its file. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { CallFailure } from '../files/failures.ts'
import {
  type Job,
  JobCancelled,
  JobDied,
  type JobMessage,
  type JobOrder,
  type JobRunner,
  type RunOptions,
} from './job.ts'

export interface ThreadRunnerOptions {
  /** Worker modules by the key that jobs name: the built file, or its TypeScript where Node strips types itself. */
  readonly workerFiles: Readonly<Record<string, string>>
  /** Heap limit in MB of jobs that state none; less only in tests. */
  readonly memoryMb?: number
}

/** Heap limit in MB of jobs that state none: ten years of journal need less than half of it. */
const DEFAULT_MEMORY_MB = 1024

/** Young generation in MB. Reading a journal leaves much garbage: a small one takes a third less memory at no cost in time. */
const YOUNG_GENERATION_MB = 16

const OUT_OF_MEMORY = new CallFailure({
  code: 'internal',
  message: 'This needs more memory than is available. Nothing was changed.',
})

/** A worker between two inputs with the same key. */
interface Session {
  readonly key: string
  readonly worker: Worker
}

export function createThreadRunner({
  workerFiles,
  memoryMb: defaultMemoryMb = DEFAULT_MEMORY_MB,
}: ThreadRunnerOptions): JobRunner {
  /** Idle sessions by worker module, at most one each: the jobs of a module share what it has loaded. */
  const idle = new Map<string, Session>()
  const running = new Set<{ readonly finished: Promise<unknown>; readonly abort: () => void }>()
  let orders = 0

  function open({ worker, memoryMb = defaultMemoryMb }: Job<never, unknown>, keepAlive: boolean): Worker {
    const file = workerFiles[worker]
    if (file === undefined) throw new RangeError(`job.worker: there is no worker module ${worker}`)
    return new Worker(file, {
      workerData: { keepAlive },
      resourceLimits: {
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
        maxOldGenerationSizeMb: memoryMb,
      },
    })
  }

  /** The idle worker of the session, or a new one. An idle worker with another key is outdated. */
  function take(job: Job<never, unknown>, key: string | null): Worker {
    if (key === null) return open(job, false)
    const session = idle.get(job.worker)
    idle.delete(job.worker)
    if (session !== undefined && session.key === key) {
      session.worker.ref()
      return session.worker
    }
    if (session !== undefined) void end(session)
    return open(job, true)
  }

  function keep(module: string, session: Session): void {
    const outdated = idle.get(module)
    if (outdated !== undefined) void end(outdated)
    idle.set(module, session)
    // An idle worker must not keep the program from ending.
    session.worker.unref()
    session.worker.once('exit', () => {
      if (idle.get(module)?.worker === session.worker) idle.delete(module)
    })
  }

  async function run<Input, Output>(
    job: Job<Input, Output>,
    input: Input,
    { signal, onProgress }: RunOptions = {},
  ): Promise<Output> {
    signal?.throwIfAborted()
    const key = job.sessionOf?.(input) ?? null
    const worker = take(job, key)
    const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const order = ++orders
    const { promise, resolve, reject } = Promise.withResolvers<Output>()
    const cancel = () => {
      Atomics.store(cancelled, 0, 1)
    }
    const stopReason = () => signal?.reason ?? new JobCancelled()
    const onMessage = (message: JobMessage) => {
      if (message.order !== order) return
      if (message.kind === 'progress') onProgress?.(message.done, message.total)
      // Cast: `JobOf` ties the job to a function, and this is that function's answer to this order.
      else if (message.kind === 'done') resolve(message.output as Output)
      else if (message.kind === 'cancelled') reject(stopReason())
      else reject(new CallFailure(message.failure))
    }
    let isLost = false
    const lose = (reason: Error) => {
      isLost = true
      reject(reason)
    }
    const onError = (error: Error) => lose(isOutOfMemory(error) ? OUT_OF_MEMORY : error)
    // A thread may exit without a message.
    const onExit = () => lose(new JobDied(job.name))
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    signal?.addEventListener('abort', cancel)
    const entry = { finished: promise, abort: cancel }
    running.add(entry)
    worker.postMessage({ order, name: job.name, input, cancelled } satisfies JobOrder)
    try {
      return await promise
    } finally {
      running.delete(entry)
      signal?.removeEventListener('abort', cancel)
      worker.off('message', onMessage)
      worker.off('exit', onExit)
      // After a refusal, or a stop at a step, the worker is as good as before.
      if (key !== null && !isLost) {
        worker.off('error', onError)
        keep(job.worker, { key, worker })
      }
    }
  }

  return {
    run,
    async close() {
      for (const { abort } of running) abort()
      await Promise.allSettled([...running].map(({ finished }) => finished))
      await Promise.all([...idle.values()].map(end))
    },
  }
}

/** Ends an idle worker. @returns once its thread has exited */
async function end({ worker }: Session): Promise<void> {
  worker.ref()
  const exited = once(worker, 'exit')
  worker.postMessage(null)
  await exited
}

const isOutOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
