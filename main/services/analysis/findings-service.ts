/**
 * Findings for the page: worked out in a worker thread, once for each state of the journal and each filter, and told as
 * soon as they are there. Nobody waits for them.
 */
import { Worker } from 'node:worker_threads'
import { getFilterKey } from '../../../shared/analysis/cramp-filter.ts'
import type { FindingsAnswer } from '../../../shared/analysis/finding.ts'
import type { FindingsMessage, FindingsOrder, FindingsSource } from './findings-messages.ts'

export interface FindingsService {
  /**
   * The findings for `revision` of the journal, or how far they are; begins to work them out if nobody has.
   *
   * @throws Error what the worker failed with, once; asking again tries again
   */
  get(revision: string, source: FindingsSource, order: FindingsOrder): FindingsAnswer
  /** Stops what is under way, until nobody reads the journal any more. What is done already is kept. */
  cancel(): Promise<void>
}

/** One order and what has become of it. */
interface Job {
  readonly key: string
  /** When somebody last asked for it, by the clock of `performance`. */
  askedAt: number
  answer: FindingsAnswer
  error: Error | null
}

/** The worker of one state of the journal. It stays when it is done: the next filter need not read everything again. */
interface Workshop {
  readonly revision: string
  worker: Worker | null
  running: Job | null
  readonly done: Map<string, FindingsAnswer>
}

/**
 * Reading ten years leaves much behind that nobody needs: cleared away early, it is a third less memory at no cost. Whatever
 * else happens, the rest of the computer keeps its memory.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 2048 }

/** @param workerFile the worker, built (or as TypeScript, where Node strips types itself) */
export function createFindingsService(workerFile: string): FindingsService {
  let workshop: Workshop | null = null

  return {
    get(revision, source, order) {
      if (workshop?.revision !== revision) {
        // The journal has changed under the work: its results would be of no use.
        if (workshop !== null) void close(workshop)
        workshop = { revision, worker: null, running: null, done: new Map() }
      }
      return answer(workshop, workerFile, source, order)
    },
    async cancel() {
      if (workshop?.running != null) await close(workshop)
    },
  }
}

function answer(
  workshop: Workshop,
  workerFile: string,
  source: FindingsSource,
  order: FindingsOrder,
): FindingsAnswer {
  const key = `${order.today} ${getFilterKey(order.filter)}`
  const done = workshop.done.get(key)
  if (done !== undefined) return done
  if (workshop.running?.key !== key) {
    if (isWanted(workshop.running)) return { state: 'working', done: 0, total: 0 }
    begin(workshop, workerFile, source, order, key)
  }
  const { running } = workshop
  if (running === null) throw new Error('The analysis could not be started.')
  running.askedAt = performance.now()
  if (running.error === null) return running.answer
  workshop.running = null
  throw running.error
}

/** Who waits asks several times a second. A job that is not asked for any longer may be given up for another. */
const STILL_WANTED_MS = 500

/** Whether somebody waits for it. Two who wait for different filters would else end each other's work for ever. */
const isWanted = (job: Job | null): boolean =>
  job !== null && job.error === null && performance.now() - job.askedAt < STILL_WANTED_MS

/** Hands the order to the worker. One that is busy with another filter is given up: nobody looks at that any more. */
function begin(
  workshop: Workshop,
  workerFile: string,
  source: FindingsSource,
  order: FindingsOrder,
  key: string,
): void {
  if (workshop.running !== null) void close(workshop)
  workshop.running = {
    key,
    askedAt: performance.now(),
    answer: { state: 'working', done: 0, total: 0 },
    error: null,
  }
  workshop.worker ??= openWorker(workshop, workerFile, source)
  workshop.worker.postMessage(order)
}

function openWorker(workshop: Workshop, workerFile: string, source: FindingsSource): Worker {
  const worker = new Worker(workerFile, { workerData: source, resourceLimits })
  /** The job, unless this worker has been given up since. */
  const getJob = () => (workshop.worker === worker ? workshop.running : null)
  worker.on('message', (message: FindingsMessage) => {
    const job = getJob()
    if (job === null) return
    if (message.kind === 'progress')
      job.answer = { state: 'working', done: message.done, total: message.total }
    else {
      workshop.done.set(job.key, { state: 'ready', findings: message.findings, medicines: message.medicines })
      workshop.running = null
    }
  })
  worker.on('error', error => {
    const job = getJob()
    if (job !== null) job.error = error
  })
  // A thread can end without a word, of too little memory for instance. Nobody should wait for it for ever.
  worker.on('exit', () => {
    const job = getJob()
    if (job !== null) job.error ??= new Error('The analysis stopped before it was finished.')
    if (workshop.worker === worker) workshop.worker = null
  })
  // Between two orders it waits; that must not keep the program from ending.
  worker.unref()
  return worker
}

async function close(workshop: Workshop): Promise<void> {
  const { worker } = workshop
  workshop.worker = null
  workshop.running = null
  await worker?.terminate()
}
