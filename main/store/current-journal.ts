/**
 * The journal the program works with. A restore or an erasure puts another file in its place while the window stays open;
 * whoever works with the journal is told, and takes the new one.
 */
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { Clock } from '../../shared/time/clock.ts'
import { CallFailure } from '../files/failures.ts'
import { getErrorCode } from '../files/file-errors.ts'
import { getBackupFolder } from '../files/own-places.ts'
import { copyClosed, removeWithLog } from './journal-copy.ts'
import { JournalRefused } from './journal-refused.ts'
import { type JournalStore, loadJournalStore } from './journal-store.ts'
import { syncFile, type WhenMissing } from './open.ts'

export interface CurrentJournal {
  readonly path: string
  /** The open journal, or why there is none. */
  get(): JournalStore | JournalRefused
  /** Opens the file anew. */
  reopen(): void
  /**
   * Puts `draft` in the journal's place: at every moment the path holds either the whole old journal or the whole new
   * one. An old one that could not be opened is kept beside the backups.
   *
   * @param keptAs where the old journal is copied to first; null when there is a copy of it as it is
   * @throws CallFailure when another program holds the journal open; nothing has changed then
   */
  replaceBy(draft: string, keptAs?: string | null): void
  /**
   * Begins an empty journal where only backups are left, which stay.
   *
   * @throws CallFailure when the journal is not missing
   */
  beginAnew(): void
  /**
   * Removes the journal, and begins an empty one.
   *
   * @param before done first, once it is certain that the journal can go; if it fails, the journal stays
   * @throws CallFailure when another program holds the journal open; nothing has changed then
   */
  erase(before?: () => void): void
  close(): void
}

/** @param onOpened told each time another journal is open, or refused; not the first time */
export function openCurrentJournal(
  path: string,
  clock: Pick<Clock, 'now'>,
  onOpened: (journal: JournalStore | JournalRefused) => void,
): CurrentJournal {
  let current = load(path)

  function close(): void {
    if (!(current instanceof JournalRefused)) current.close()
  }
  function reopen(): void {
    close()
    current = load(path)
    onOpened(current)
  }
  /** Closes the journal, has `change` change its file, and opens what is there then, whatever came of it. */
  function whileClosed(change: () => void): void {
    close()
    try {
      change()
    } finally {
      reopen()
    }
  }

  return {
    path,
    get: () => current,
    reopen,
    replaceBy: (draft, keptAs = null) =>
      whileClosed(() => {
        const file = findFile(path)
        if (current instanceof JournalRefused) putAside(file, getBackupFolder(path), clock.now())
        else {
          refuseIfInUse(path)
          if (keptAs !== null) {
            refuseIfLogLeft(file)
            copyClosed(file, keptAs)
          }
        }
        syncFile(draft)
        // A log that stayed beside the path would be taken for the new journal's.
        for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
        // What a link leads to may lie on another disk, to which nothing can be renamed.
        if (file === path) renameSync(draft, path)
        else copyClosed(draft, file)
        syncFile(file)
      }),
    beginAnew: () => {
      if (!(current instanceof JournalRefused) || current.reason !== 'missing')
        throw new CallFailure({
          code: 'internal',
          message: 'There is a journal in its place. Nothing was changed.',
        })
      current = load(path, 'begin')
      onOpened(current)
    },
    erase: (before = () => {}) =>
      whileClosed(() => {
        refuseIfInUse(path)
        const file = findFile(path)
        before()
        removeWithLog(file)
        // A link that led to it.
        if (file !== path) removeWithLog(path)
      }),
    close,
  }
}

/** The journal's file itself, where the person has put a link in its place: SQLite keeps the log beside the file. */
function findFile(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : path
  } catch {
    return path
  }
}

function load(path: string, whenMissing?: WhenMissing): JournalStore | JournalRefused {
  try {
    return loadJournalStore(path, whenMissing)
  } catch (error) {
    if (error instanceof JournalRefused) return error
    throw error
  }
}

/** A log that stays after the last connection tells nothing: on a full disk, what is in it found no place. */
function refuseIfInUse(path: string): void {
  if (isInUse(path))
    throw new CallFailure({
      code: 'internal',
      message: 'Another program has the journal open. Close it there and try again. Nothing was changed.',
    })
}

/** Whether the lock that nobody else may hold meanwhile is refused. Needs no space: an exclusive lock makes no file. */
function isInUse(path: string): boolean {
  let db: Database | undefined
  try {
    db = new Sqlite(path, { fileMustExist: true, timeout: 0 })
    db.pragma('locking_mode = exclusive')
    db.exec('begin immediate; rollback')
    return false
  } catch (error) {
    return getErrorCode(error)?.startsWith('SQLITE_BUSY') === true
  } finally {
    db?.close()
  }
}

/** SQLite empties the log with the last connection. What is left in it would be missing in a copy of the file alone. */
function refuseIfLogLeft(path: string): void {
  const log = `${path}-wal`
  if (existsSync(log) && statSync(log).size > 0)
    throw new CallFailure({
      code: 'internal',
      message:
        'The last entries could not be written into the journal’s file; the disk may be full. Nothing was changed.',
    })
}

/** What could not be opened may still hold entries that somebody can recover: it is kept, with its log. */
function putAside(path: string, folder: string, now: number): void {
  mkdirSync(folder, { recursive: true })
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  for (const ending of ['', '-wal'])
    if (existsSync(`${path}${ending}`) && statSync(`${path}${ending}`).size > 0) {
      const kept = join(folder, `set-aside-${stamp}.sqlite${ending}`)
      copyFileSync(`${path}${ending}`, kept)
      syncFile(kept)
    }
}
