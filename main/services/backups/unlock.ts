/** Decryption of sealed copies. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { checkSeal, isSealed, SealBroken, unseal } from '../../files/seal.ts'
import { JournalRefused } from '../../store/journal-refused.ts'

export type Unlocked =
  | { readonly state: 'plain' | 'unlocked' }
  /** `message` is the error of a wrong passphrase; null when none was given. */
  | { readonly state: 'locked'; readonly message: string | null }

/**
 * Decrypts a sealed file into `target`. A plain file is not copied.
 *
 * @throws JournalRefused when the file was changed or truncated
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
