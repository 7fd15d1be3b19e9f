/**
 * Detects that the journal's files were moved or deleted while open. The operating system still accepts writes to an
 * open file, but they are lost with the process, so no such write may be reported as stored.
 */
import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

export interface FileLocation {
  /**
   * True if the files are at their path. While they are not, the connection is read-only (writes fail with
   * SQLITE_READONLY).
   */
  readonly check: () => boolean
  /** SQLite's `total_changes()`: increases with every row written by this connection. */
  readonly countChanges: () => number
}

/** @param db a connection that has read at least once, so that its WAL exists */
export function openFileLocation(db: Database): FileLocation {
  const totalChanges = db.prepare<[], number>('select total_changes()').pluck()
  const paths = db.memory ? [] : [db.name, `${db.name}-wal`]
  const opened = paths.map(identify)
  let wasInPlace = true
  return {
    check: () => {
      const isInPlace = paths.every((path, index) => identify(path) === opened[index])
      // A file that is moved back is the same inode, and can be written again.
      if (isInPlace !== wasInPlace) db.pragma(`query_only = ${isInPlace ? 'off' : 'on'}`)
      wasInPlace = isInPlace
      return isInPlace
    },
    countChanges: () => totalChanges.get() ?? 0,
  }
}

/** Device and inode of a file, which reveal a replacement under the same name; null when it is missing. */
function identify(path: string): string | null {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false })
  return file === undefined ? null : `${file.dev} ${file.ino}`
}
