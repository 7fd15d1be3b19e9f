/** Answers calls only as long as the journal's files are where they should be. */

import { CallFailure } from '../files/failures.ts'
import type { BusyRetry } from '../store/busy-retry.ts'
import type { CurrentJournal } from '../store/current-journal.ts'
import { JournalRefused } from '../store/journal-refused.ts'
import type { Within } from './calls.ts'

/**
 * Wrapper of every handler: retries while the journal is locked, and refuses once the journal's files are gone. In this
 * order, since `busyRetry` needs to see what the handler throws at the moment it throws it.
 *
 * @param onWritten called after a call that wrote to the journal
 */
export const guardCalls =
  (current: Pick<CurrentJournal, 'get'>, busyRetry: BusyRetry, onWritten = () => {}): Within =>
  run =>
    keepPlace(current, () => busyRetry.run(run), onWritten)

/**
 * Runs what a call asks for. What the open journal holds can be read to the end; what would be written to a file that is
 * no longer in its place is refused, before and after.
 *
 * @throws CallFailure `journal-unavailable` when the journal's files are not in their place, and `run` needed them
 */
async function keepPlace<T>(
  current: Pick<CurrentJournal, 'get'>,
  run: () => T | PromiseLike<T>,
  onWritten = () => {},
): Promise<T> {
  const journal = current.get()
  if (journal instanceof JournalRefused) return run()
  const { place } = journal
  place.check()
  // Of this connection, and of the threads that write beside it.
  const countWrites = () => `${place.countChanges()} ${journal.getRevision()}`
  const before = countWrites()
  // A restore and an erasure put another file in the place of this one themselves.
  const isGone = () => current.get() === journal && !place.check()
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
