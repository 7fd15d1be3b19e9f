/** A copy that was saved with a passphrase, opened. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { JournalRefused } from '../journal/open.ts'
import { isSealed, SealBroken, unseal } from '../keeping/seal.ts'

export type Unlocked =
  | { readonly state: 'plain' | 'unlocked' }
  /** The message says what was wrong with the passphrase; null when there was none. */
  | { readonly state: 'locked'; readonly message: string | null }

/**
 * Writes what a locked file holds to `target`. A file that is not locked is left to the caller.
 *
 * @throws JournalRefused when the file is not as it was saved
 */
export function unlockInto(source: string, passphrase: string | null, target: string): Unlocked {
  if (!isSealed(source)) return { state: 'plain' }
  if (passphrase === null) return { state: 'locked', message: null }
  const file = openSync(target, 'w')
  try {
    for (const chunk of unseal(source, passphrase)) writeSync(file, chunk)
    return { state: 'unlocked' }
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    if (error.reason === 'passphrase') return { state: 'locked', message: error.message }
    throw new JournalRefused(error.reason, source, error.message)
  } finally {
    closeSync(file)
  }
}
