/**
 * Holder of the open journal. A restore or an erasure replaces the file while the window stays open; `onOpened` tells
 * the rest of the program to use the new one.
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
import { getBackupFolder } from '../files/reserved-paths.ts'
import { copyClosed, removeWithLog } from './journal-copy.ts'
import { JournalRefused } from './journal-refused.ts'
import { type JournalStore, loadJournalStore } from './journal-store.ts'
import { syncFile, type WhenMissing } from './open.ts'

export interface CurrentJournal {
  readonly path: string
  /** The open journal, or the reason why it was refused. */
  get(): JournalStore | JournalRefused
  /** Closes and opens the file again. */
  reopen(): void
  /**
   * Replaces the journal by `draft`, atomically. A journal that could not be opened is first copied into the backup
   * folder.
   *
   * @param keptAs path to which the old journal is copied first; null when an up-to-date copy exists
   * @throws CallFailure when another program has the journal open; nothing has changed then
   */
  replaceBy(draft: string, keptAs?: string | null): void
  /**
   * Creates an empty journal where the file is missing and only backups exist, which are kept.
   *
   * @throws CallFailure when the journal is not missing
   */
  beginAnew(): void
  /**
   * Deletes the journal and creates an empty one.
   *
   * @param before runs once the journal is known to be free; if it throws, the journal stays
   * @throws CallFailure when another program has the journal open; nothing has changed then
   */
  erase(before?: () => void): void
  close(): void
}

/** @param onOpened called after each reopening, also with a refusal; not after the first */
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
  /** Closes the journal, runs `change` on the file, and reopens it, also when `change` throws. */
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
        // A leftover WAL would be applied to the new journal.
        for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
        // The target of a link may be on another disk, where a rename fails.
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
        // `path` is a link to the removed file.
        if (file !== path) removeWithLog(path)
      }),
    close,
  }
}

/** Resolves a symbolic link at the journal's path: SQLite keeps the WAL next to the target. */
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

/** Throws while another connection is open. A WAL without connections is left by a full disk, and is no sign of use. */
function refuseIfInUse(path: string): void {
  if (isInUse(path))
    throw new CallFailure({
      code: 'internal',
      message: 'Another program has the journal open. Close it there and try again. Nothing was changed.',
    })
}

/** True if an exclusive lock is refused. Works on a full disk, since an exclusive lock creates no file. */
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

/**
 * Throws if the WAL is not empty. SQLite checkpoints it when the last connection closes; a remainder would be missing
 * in a copy of the database file alone.
 */
function refuseIfLogLeft(path: string): void {
  const log = `${path}-wal`
  if (existsSync(log) && statSync(log).size > 0)
    throw new CallFailure({
      code: 'internal',
      message:
        'The last entries could not be written into the journal’s file; the disk may be full. Nothing was changed.',
    })
}

/** Copies a refused journal and its WAL into `folder` before it is replaced: its entries may be recoverable. */
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
