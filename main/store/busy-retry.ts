/**
 * FIFO retry queue for writes that hit SQLITE_BUSY, as they do for seconds while an import holds the lock. It retries from
 * a timer, so it never blocks the event loop, and stores writes in the order in which they were asked for.
 */

export interface BusyRetry {
  /**
   * Runs `action`, which writes in one transaction or not at all, now or as soon as the lock is free. SQLITE_BUSY must be
   * thrown synchronously: the rejection of a returned promise is not retried.
   *
   * @throws whatever `action` throws; SQLITE_BUSY only after `giveUpAfterMs`, and never while `isOwnWork`
   */
  run<T>(action: () => T | PromiseLike<T>): T | PromiseLike<T>
}

/** No-op, for a journal without other connections. */
export const noRetry: BusyRetry = { run: action => action() }

export interface BusyRetryOptions {
  /** True while a job of this program may hold the lock. It will release it, so retries do not time out. */
  readonly isOwnWork: () => boolean
  /** Milliseconds between two attempts; another value only in tests. */
  readonly everyMs?: number
  /** Milliseconds after which a lock of another program is reported as a failure; another value only in tests. */
  readonly giveUpAfterMs?: number
}

export function createBusyRetry({
  isOwnWork,
  everyMs = 50,
  giveUpAfterMs = 2_000,
}: BusyRetryOptions): BusyRetry {
  /** Attempts in order of arrival; each returns whether it is settled, resolved or rejected. */
  const queue: (() => boolean)[] = []
  let timer: NodeJS.Timeout | undefined

  /** Runs attempts from the front of the queue until one is still locked out. */
  function drain(): void {
    while (queue[0]?.() === true) queue.shift()
    if (queue.length > 0) timer ??= setInterval(drain, everyMs)
    else {
      clearInterval(timer)
      timer = undefined
    }
  }

  function enqueue<T>(action: () => T | PromiseLike<T>): Promise<T> {
    let deadline = performance.now() + giveUpAfterMs
    return new Promise<T>((resolve, reject) => {
      queue.push(() => {
        try {
          resolve(action())
        } catch (error) {
          if (isOwnWork()) deadline = performance.now() + giveUpAfterMs
          if (isBusy(error) && performance.now() < deadline) return false
          reject(error)
        }
        return true
      })
      drain()
    })
  }

  return {
    run: action => {
      // Drains first, so that this write cannot overtake earlier ones.
      drain()
      try {
        return action()
      } catch (error) {
        if (isBusy(error)) return enqueue(action)
        throw error
      }
    },
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
