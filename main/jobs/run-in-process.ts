/**
 * Job runner in the calling thread, for tests: jobs may then work on a `:memory:` journal, and many small ones are faster
 * than with a thread each. Cancel, progress and failures are those of the thread runner; sessions need no worker here.
 */
import { JobCancelled, type JobRunner, type OnStep, type Performs } from './job.ts'

/** @param performs functions by worker module and job name */
export function createInProcessRunner(performs: Readonly<Record<string, Performs>>): JobRunner {
  return {
    async run(job, input, { signal, onProgress } = {}) {
      signal?.throwIfAborted()
      // Cast: as in a worker thread, the job's name selects the function whose input and output are the job's.
      const perform = performs[job.worker]?.[job.name] as
        | ((input: unknown, onStep: OnStep) => Promise<never>)
        | undefined
      if (perform === undefined) throw new RangeError(`job.name: ${job.worker} has no job ${job.name}`)
      // The caller continues first, as with a worker thread.
      await Promise.resolve()
      try {
        return await perform(input, (done, total) => {
          if (signal?.aborted) throw new JobCancelled()
          if (total > 0) onProgress?.(done, total)
        })
      } catch (error) {
        throw error instanceof JobCancelled ? (signal?.reason ?? error) : error
      }
    },
    close: async () => {},
  }
}
