import type { Refusal } from '../../shared/contract.ts'

/** Why a file was not opened as a journal. */
export class JournalRefused extends Error {
  readonly reason: Refusal
  readonly path: string

  constructor(reason: Refusal, path: string, detail: string) {
    super(detail)
    this.name = 'JournalRefused'
    this.reason = reason
    this.path = path
  }
}

/** Runs `action` and turns what SQLite and the file system say into a refusal a person can be told. */
export function refusing<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof JournalRefused) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const detail = error instanceof Error ? `${code} ${error.message}`.trim() : String(error)
    throw new JournalRefused(reasonOf(code), path, detail)
  }
}

function reasonOf(code: string): Refusal {
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged'
  if (/^(SQLITE_READONLY|SQLITE_FULL|SQLITE_IOERR_WRITE|EACCES|EPERM|EROFS|ENOSPC)/.test(code))
    return 'unwritable'
  return 'unreadable'
}
