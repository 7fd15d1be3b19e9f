/** First-in-first-out queue of jobs, for jobs that write into the same folder or journal. */
import type { JobRunner, RunJob } from './job.ts'

/** Runs pieces of work one after the other: each begins when the one before it has settled. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }
}

export interface JobQueue {
  /** Runs a job once those before it are done. */
  readonly run: RunJob
  /** Runs work made of several jobs once those before it are done; no other job gets a turn until all of it is. */
  inOneGo<T>(work: (run: RunJob) => Promise<T>): Promise<T>
  /** True while a job runs or waits. */
  isBusy(): boolean
}

export function createJobQueue({ run }: Pick<JobRunner, 'run'>): JobQueue {
  const queue = createQueue()
  let waiting = 0

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    waiting++
    return queue(work).finally(() => {
      waiting--
    })
  }

  return {
    run: (job, input, options) => inTurn(() => run(job, input, options)),
    inOneGo: work => inTurn(() => work(run)),
    isBusy: () => waiting > 0,
  }
}
