/** A copy that was saved with a passphrase, opened. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { checkSeal, isSealed, SealBroken, unseal } from '../../files/seal.ts'
import { JournalRefused } from '../../store/journal-refused.ts'

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
  try {
    checkSeal(source)
    if (passphrase === null) return { state: 'locked', message: null }
    write(target, unseal(source, passphrase))
    return { state: 'unlocked' }
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    if (error.reason === 'passphrase') return { state: 'locked', message: error.message }
    throw new JournalRefused(error.reason, source, error.message)
  }
}

function write(path: string, pieces: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w')
  try {
    for (const piece of pieces) writeSync(file, piece)
  } finally {
    closeSync(file)
  }
}
