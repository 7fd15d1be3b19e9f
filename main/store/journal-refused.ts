import type { Refusal } from '../../shared/contract.ts'
import { findFileErrorSentence, getErrorCode } from '../files/file-errors.ts'

/** Why a file was not opened as a journal. */
export class JournalRefused extends Error {
  readonly reason: Refusal
  readonly path: string

  /** @param cause what the file system or SQLite said, where that is why */
  constructor(reason: Refusal, path: string, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.name = 'JournalRefused'
    this.reason = reason
    this.path = path
  }
}

/** Why, as a sentence where the file system or SQLite said why; else the detail. */
export const describeRefusal = ({ cause, message }: JournalRefused): string =>
  findFileErrorSentence(cause, 'journal') ?? message

/** Runs `action` and turns what SQLite and the file system say into a refusal a person can be told. */
export function refusing<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof JournalRefused) throw error
    const code = getErrorCode(error) ?? ''
    const detail = error instanceof Error ? `${code} ${error.message}`.trim() : String(error)
    throw new JournalRefused(reasonOf(code), path, detail, error)
  }
}

function reasonOf(code: string): Refusal {
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged'
  if (
    /^(SQLITE_READONLY|SQLITE_FULL|SQLITE_IOERR_(WRITE|SHM|FSYNC|TRUNCATE)|EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EFBIG)/.test(
      code,
    )
  )
    return 'unwritable'
  return 'unreadable'
}
