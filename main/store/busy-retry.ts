/**
 * Where a write waits while another connection holds the journal's lock, as an import does for seconds: nothing stands
 * still meanwhile, and what was asked first is stored first.
 */

export interface WaitingLine {
  /**
   * Runs `action`, which writes in one transaction or not at all, now or as soon as the journal is free. It must find the
   * journal locked at once: what a promise of its fails with later is no reason to begin anew.
   *
   * @throws whatever `action` throws; that the journal is locked only after a while, and never while it is our own work
   */
  run<T>(action: () => T | PromiseLike<T>): T | PromiseLike<T>
}

/** Where nobody else writes. */
export const noWaiting: WaitingLine = { run: action => action() }

export interface WaitingOptions {
  /** Whether it is this program itself that may hold the lock. */
  readonly isOwnWork: () => boolean
  /** How often, and how long for another program, it is tried again; other times only in tests. */
  readonly everyMs?: number
  readonly patienceMs?: number
}

export function createWaitingLine({
  isOwnWork,
  everyMs = 50,
  patienceMs = 2_000,
}: WaitingOptions): WaitingLine {
  /** Each tells whether it is done, one way or the other. */
  const waiting: (() => boolean)[] = []
  let timer: NodeJS.Timeout | undefined

  /** Serves who can be served, in order: nobody is served before one who came earlier. */
  function serve(): void {
    while (waiting[0]?.() === true) waiting.shift()
    if (waiting.length > 0) timer ??= setInterval(serve, everyMs)
    else {
      clearInterval(timer)
      timer = undefined
    }
  }

  function wait<T>(action: () => T | PromiseLike<T>): Promise<T> {
    let triedUntil = performance.now() + patienceMs
    return new Promise<T>((resolve, reject) => {
      waiting.push(() => {
        try {
          resolve(action())
        } catch (error) {
          if (isOwnWork()) triedUntil = performance.now() + patienceMs
          if (isLocked(error) && performance.now() < triedUntil) return false
          reject(error)
        }
        return true
      })
      serve()
    })
  }

  return {
    run: action => {
      serve()
      try {
        return action()
      } catch (error) {
        if (isLocked(error)) return wait(action)
        throw error
      }
    },
  }
}

const isLocked = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
