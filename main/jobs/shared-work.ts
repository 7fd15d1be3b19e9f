/**
 * Work shared by subscribers. Two pages with the same filter share one computation; two with different filters take turns.
 * The subscriber count decides whether the work is still wanted: when the last subscriber leaves, it is aborted.
 *
 *     page 1  subscribe A ----------------- A done
 *     page 2         subscribe B -- waits ---------- B done      (begins at once when page 1 leaves)
 */
import { CallFailure } from '../files/failures.ts'
import { JobCancelled, type OnProgress, type RunOptions } from './job.ts'

type Work<Output> = (options: Required<RunOptions>) => Promise<Output>

export interface SharedWork<Output> {
  /**
   * Joins the work with this key, or begins it. A key must identify its output, so it contains the revision.
   *
   * @throws the subscriber's own reason when it leaves; the error that the work failed with; CallFailure when newer work
   *   has taken its place in a full queue
   */
  subscribe(key: string, work: Work<Output>, subscriber?: RunOptions): Promise<Output>
  /** Aborts all work, which every subscriber hears at once, and waits until it has stopped. */
  abortAll(): Promise<void>
}

export interface SharedWorkOptions {
  /** Most pieces of work that wait for their turn. A newer one takes the place of the oldest. */
  readonly maxWaiting: number
}

interface Shared<Output> {
  readonly key: string
  readonly work: Work<Output>
  readonly result: PromiseWithResolvers<Output>
  readonly controller: AbortController
  readonly listeners: Set<OnProgress>
  subscribers: number
  /** Newest progress, for a subscriber that joins later. */
  progress: Parameters<OnProgress> | null
}

export function createSharedWork<Output>({ maxWaiting }: SharedWorkOptions): SharedWork<Output> {
  let running: Shared<Output> | null = null
  /** Settles when the running work has ended. */
  let ended: Promise<void> = Promise.resolve()
  /** Oldest first. */
  let waiting: Shared<Output>[] = []

  function begin(key: string, work: Work<Output>): Shared<Output> {
    const shared: Shared<Output> = {
      ...{ key, work, result: Promise.withResolvers<Output>(), controller: new AbortController() },
      ...{ listeners: new Set<OnProgress>(), subscribers: 0, progress: null },
    }
    waiting.push(shared)
    startNext()
    if (waiting.length > maxWaiting) waiting.shift()?.result.reject(superseded())
    return shared
  }

  function startNext(): void {
    if (running !== null) return
    const shared = waiting.shift()
    if (shared === undefined) return
    running = shared
    ended = perform(shared).then(() => {
      running = null
      startNext()
    })
  }

  async function perform(shared: Shared<Output>): Promise<void> {
    const onProgress: OnProgress = (...progress) => {
      shared.progress = progress
      for (const listener of shared.listeners) listener(...progress)
    }
    try {
      shared.result.resolve(await shared.work({ signal: shared.controller.signal, onProgress }))
    } catch (error) {
      shared.result.reject(error)
    }
  }

  /** Ends work, with no result for its subscribers: at once while it waits, otherwise when it sees the signal. */
  function abort(shared: Shared<Output>, reason: unknown): void {
    waiting = waiting.filter(other => other !== shared)
    shared.controller.abort(reason)
    shared.result.reject(reason)
  }

  /** Work that was aborted stops soon; the next subscriber begins it again. */
  const find = (key: string) =>
    [running, ...waiting].find(shared => shared?.key === key && !shared.controller.signal.aborted)

  return {
    async subscribe(key, work, { signal, onProgress } = {}) {
      signal?.throwIfAborted()
      const shared = find(key) ?? begin(key, work)
      shared.subscribers++
      if (onProgress) {
        shared.listeners.add(onProgress)
        if (shared.progress) onProgress(...shared.progress)
      }
      const left = Promise.withResolvers<never>()
      const leave = () => left.reject(signal?.reason)
      signal?.addEventListener('abort', leave)
      try {
        return await Promise.race([shared.result.promise, left.promise])
      } finally {
        signal?.removeEventListener('abort', leave)
        if (onProgress) shared.listeners.delete(onProgress)
        if (--shared.subscribers === 0) abort(shared, new JobCancelled())
      }
    },
    async abortAll() {
      const last = ended
      for (const shared of [...(running === null ? [] : [running]), ...waiting]) abort(shared, stopped())
      await last
    },
  }
}

const superseded = () =>
  new CallFailure({ code: 'internal', message: 'Newer results were asked for before these were worked out.' })

const stopped = () =>
  new CallFailure({ code: 'internal', message: 'This was stopped, because the journal is being replaced.' })
