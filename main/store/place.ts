/**
 * Whether the journal's files still lie where they were opened. Somebody may move or delete them, or their whole folder,
 * while the program runs. The system lets an open file be written to all the same, and what is written then is gone with
 * the program: nothing must be told to be stored that went there.
 */
import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

export interface Place {
  /** Whether the files lie in their place. While they do not, every write is refused by SQLite (SQLITE_READONLY). */
  readonly check: () => boolean
  /** Another number after every row that was written. */
  readonly countChanges: () => number
}

/** @param db open, and read from at least once, so that its log lies beside it */
export function openPlace(db: Database): Place {
  const totalChanges = db.prepare<[], number>('select total_changes()').pluck()
  const paths = db.memory ? [] : [db.name, `${db.name}-wal`]
  const opened = paths.map(identify)
  let wasInPlace = true
  return {
    check: () => {
      const isInPlace = paths.every((path, index) => identify(path) === opened[index])
      // A file that is put back is the same file, and goes on where it was.
      if (isInPlace !== wasInPlace) db.pragma(`query_only = ${isInPlace ? 'off' : 'on'}`)
      wasInPlace = isInPlace
      return isInPlace
    },
    countChanges: () => totalChanges.get() ?? 0,
  }
}

/** What tells a file from another one that has taken its name; null when there is none. */
function identify(path: string): string | null {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false })
  return file === undefined ? null : `${file.dev} ${file.ino}`
}
