import type { Refusal } from '../../shared/contract.ts'
import { findFileErrorSentence, getErrorCode } from '../files/file-errors.ts'

/** Reason why a file was not opened as a journal. */
export class JournalRefused extends Error {
  readonly reason: Refusal
  readonly path: string

  /** @param cause error of the file system or SQLite that led to it, if any */
  constructor(reason: Refusal, path: string, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.name = 'JournalRefused'
    this.reason = reason
    this.path = path
  }
}

/** Sentence for the error of the file system or SQLite, if there is one; else the detail. */
export const describeRefusal = ({ cause, message }: JournalRefused): string =>
  findFileErrorSentence(cause, 'journal') ?? message

/** Runs `action` and converts errors of SQLite and the file system into JournalRefused. */
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
