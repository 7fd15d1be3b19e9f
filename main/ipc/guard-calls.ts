/** Middleware of all calls: retries while the journal is locked, and refuses writes once its files were moved. */

import { CallFailure } from '../files/failures.ts'
import type { BusyRetry } from '../store/busy-retry.ts'
import type { CurrentJournal } from '../store/current-journal.ts'
import { JournalRefused } from '../store/journal-refused.ts'
import type { Middleware } from './calls.ts'

/**
 * Composes both. The order matters: `busyRetry` has to catch SQLITE_BUSY as the handler throws it.
 *
 * @param onWritten called after a call that wrote to the journal
 */
export const guardCalls =
  (current: Pick<CurrentJournal, 'get'>, busyRetry: BusyRetry, onWritten = () => {}): Middleware =>
  run =>
    refuseIfMoved(current, () => busyRetry.run(run), onWritten)

/**
 * Refuses writes to files that are no longer at their path, checked before and after the call. Reads from the open file
 * still succeed.
 *
 * @throws CallFailure `journal-unavailable` when the files were moved and `run` wrote or failed
 */
async function refuseIfMoved<T>(
  current: Pick<CurrentJournal, 'get'>,
  run: () => T | PromiseLike<T>,
  onWritten = () => {},
): Promise<T> {
  const journal = current.get()
  if (journal instanceof JournalRefused) return run()
  const { location } = journal
  location.check()
  // Counts writes of this connection and, by the revision, of the worker threads.
  const countWrites = () => `${location.countChanges()} ${journal.getRevision()}`
  const before = countWrites()
  // A restore and an erasure replace the file themselves: another journal is current after them.
  const isGone = () => current.get() === journal && !location.check()
  try {
    const value = await run()
    if (current.get() === journal && countWrites() !== before) {
      if (isGone()) throw gone()
      onWritten()
    }
    return value
  } catch (error) {
    if (!(error instanceof CallFailure) && isGone()) throw gone()
    throw error
  }
}

const gone = () =>
  new CallFailure({
    code: 'journal-unavailable',
    message: 'The journal’s file is no longer where it was, so nothing was stored.',
  })
