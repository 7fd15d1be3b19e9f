/** Tasks of backups, performed by the archive worker one after another. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { type BackupName, type BackupPreview, formatBackupName } from '../../../shared/archive/backup.ts'
import { entryKinds } from '../../../shared/kinds/entry.ts'
import { CallFailure } from '../../files/failures.ts'
import { describeFileError, getErrorCode, isWriteFailure } from '../../files/file-errors.ts'
import { JobCancelled, type OnStep } from '../../jobs/job.ts'
import {
  copyJournal,
  copySound,
  getRestoreDraft,
  removeDrafts,
  removeWithLog,
  takeDraft,
} from '../../store/journal-copy.ts'
import { JournalRefused } from '../../store/journal-refused.ts'
import { judgeFile } from '../../store/judge.ts'
import { tableOf } from '../../store/kinds/kind-table.ts'
import { openCopy } from '../../store/open.ts'
import {
  type BackupChecks,
  createJudge,
  findFreeName,
  listBrought,
  listNamed,
  listTracesIn,
  problemOf,
  readHolding,
  removeOutdated,
} from './backup-folder.ts'
import type { OwnFolder } from './folder-setting.ts'
import { judgeRows } from './judge-rows.ts'
import { OtherFile, refuseOtherFiles } from './refuse-other-files.ts'
import { unlockInto } from './unlock.ts'

export interface BackUpOrder {
  readonly journalPath: string
  readonly folder: string
  readonly name: Omit<BackupName, 'origin'>
  /** Paths that the retention rule must not delete. */
  readonly spared?: readonly string[]
}

/**
 * Copies the journal into the folder, then applies the retention rule.
 *
 * @returns file name of the copy
 * @throws CallFailure when it cannot be made
 */
export async function backUp({ journalPath, folder, name, spared = [] }: BackUpOrder): Promise<string> {
  try {
    mkdirSync(folder, { recursive: true })
    removeDrafts(
      folder,
      readdirSync(folder).filter(file => !spared.includes(join(folder, file))),
    )
    const free = findFreeName(folder, { ...name, origin: null })
    await copyJournal(journalPath, join(folder, free))
    removeOutdated(folder, listNamed(folder), name.moment.at, [join(folder, free), ...spared])
    return free
  } catch (error) {
    throw new CallFailure({ code: 'internal', message: describeBackUpError(error) })
  }
}

const describeBackUpError = (error: unknown) =>
  error instanceof JournalRefused ? 'The copy could not be read back.' : describeFileError(error, 'back-up')

export interface BringOrder {
  readonly folder: string
  readonly own: OwnFolder
  readonly known: BackupChecks
  readonly now: number
}

/**
 * Copies the newest sound backup that is no safety copy into the custom folder, unless a sound copy is there. Never
 * creates the folder: a missing one is an unplugged disk.
 *
 * @returns an error sentence or null, and the updated check results
 */
export async function bringToOwnFolder({ folder, own, known, now }: BringOrder): Promise<{
  problem: string | null
  verdicts: BackupChecks
}> {
  const { judge, verdicts } = createJudge(known)
  const isSound = (path: string) => judge(path).problem === null
  try {
    removeDrafts(own.path, listTracesIn(own))
    const newest = listNamed(folder)
      .filter(({ reason, moment }) => (reason === 'daily' || reason === 'by-hand') && moment.at <= now)
      .sort((a, b) => b.moment.at - a.moment.at)
      .find(({ name }) => isSound(join(folder, name)))
    if (newest !== undefined) {
      const copy = join(own.path, formatBackupName({ ...newest, origin: own.origin }))
      if (!existsSync(copy) || !isSound(copy)) await copySound(join(folder, newest.name), copy)
    }
    removeOutdated(own.path, listBrought(own), now)
    return { problem: null, verdicts }
  } catch (error) {
    const problem =
      error instanceof JournalRefused
        ? 'The copy could not be read back from there.'
        : describeFileError(error, 'back-up')
    return { problem, verdicts }
  }
}

export interface RestoreOrder {
  /** Path of the file to restore, opened for reading only. */
  readonly source: string
  /** Passphrase of a sealed file; null for a plain one. */
  readonly passphrase: string | null
  readonly journalPath: string
  /** Folder for drafts. */
  readonly folder: string
}

/** Effect of restoring the file, without doing it. */
export async function previewBackup(order: RestoreOrder, onStep: OnStep): Promise<BackupPreview> {
  const prepared = await prepareRestore(order, onStep)
  if (prepared.state !== 'sound') return prepared
  try {
    onStep(0, 0)
    const current = tryToRead(() => compareWithJournal(order.journalPath, prepared.draft))
    return {
      state: 'sound',
      backup: readHolding(prepared.draft),
      now: current?.now ?? null,
      onlyNow: current?.onlyNow ?? null,
    }
  } finally {
    removeWithLog(prepared.draft)
  }
}

export type PreparedRestore =
  | Exclude<BackupPreview, { state: 'sound' }>
  | { readonly state: 'sound'; readonly draft: string }

/**
 * Makes a draft of the file: decrypted, checked and migrated, ready to replace the journal; or the reason why that is
 * impossible.
 *
 * @throws CallFailure when the file cannot be read, or the disk has no room for the draft
 */
export async function prepareRestore(
  { source, passphrase, folder }: RestoreOrder,
  onStep: OnStep,
): Promise<PreparedRestore> {
  const draft = getRestoreDraft(folder)
  try {
    if (!statSync(source).isFile()) throw new OtherFile('unreadable', 'It is a folder, not a file.')
    mkdirSync(folder, { recursive: true })
    removeWithLog(draft)
    const unlocked = unlockInto(source, passphrase, draft)
    if (unlocked.state === 'locked') {
      removeWithLog(draft)
      return unlocked
    }
    if (unlocked.state === 'plain') takeDraft(source, draft)
    onStep(0, 0)
    refuseOtherFiles(draft)
    const db = openCopy(draft)
    try {
      judgeRows(db, source)
      rebuildSearch(db)
    } finally {
      db.close()
    }
    return { state: 'sound', draft }
  } catch (error) {
    removeWithLog(draft)
    if (error instanceof JobCancelled) throw error
    const reason = error instanceof JournalRefused ? error.cause : error
    if (isWriteFailure(reason) || (reason === error && getErrorCode(error) !== undefined))
      throw new CallFailure({
        code: 'internal',
        message: `${describeFileError(reason, 'read')} Nothing was changed.`,
      })
    const detail = error instanceof Error ? error.message : String(error)
    return {
      state: 'refused',
      problem: error instanceof OtherFile ? error.problem : problemOf(error),
      detail,
    }
  }
}

/**
 * Rebuilds the full-text index: one from another file may list words that no note has, and later updates would fail on
 * them.
 */
function rebuildSearch(db: Database): void {
  db.exec("insert into entry_note (entry_note) values ('rebuild')")
}

/**
 * Counts the entries that a restore would change. Checks the journal first: triggers of another program in a refused
 * journal must not run.
 */
function compareWithJournal(journalPath: string, draft: string) {
  judgeFile(journalPath)
  return { now: readHolding(journalPath), onlyNow: countOnlyNow(journalPath, draft) }
}

/** Number of entries in the journal that are missing or different in the copy. Both have the same schema. */
function countOnlyNow(journalPath: string, copy: string): number {
  const db = new Sqlite(journalPath, { readonly: true })
  try {
    db.prepare('attach ? as copy').run(copy)
    const counts = entryKinds.map(kind => {
      const rowsOf = (schema: string) =>
        `select * from ${schema}.entry join ${schema}.${tableOf(kind)} on entry_id = id where deleted_at is null`
      return (
        db
          .prepare<[], number>(`select count(*) from (${rowsOf('main')} except ${rowsOf('copy')})`)
          .pluck()
          .get() ?? 0
      )
    })
    return counts.reduce((sum, count) => sum + count, 0)
  } finally {
    db.close()
  }
}

/** Result of `read`, or null for a journal that cannot be read. */
function tryToRead<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
