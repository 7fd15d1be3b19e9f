/** What is done with backups, one task after another, in the keeping thread. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { entryKinds } from '../../shared/journal/entry.ts'
import {
  type Backup,
  type BackupName,
  type BackupPlace,
  type BackupPreview,
  type BackupProblem,
  backupProblems,
  formatBackupName,
  type Holding,
  parseBackupName,
} from '../../shared/keeping/backup.ts'
import { chooseKept } from '../../shared/keeping/retention.ts'
import { CallFailure } from '../failures.ts'
import { createJournal } from '../journal/journal.ts'
import { JournalRefused, judgeFile, openCopy } from '../journal/open.ts'
import { describeFileError } from '../report/files.ts'
import {
  copyJournal,
  copySound,
  describeHolding,
  removeDrafts,
  removeWithLog,
  takeDraft,
} from './journal-copy.ts'
import { unlockInto } from './unlock.ts'

export interface BackUpOrder {
  readonly journalPath: string
  readonly folder: string
  readonly name: BackupName
}

/** Copies the journal into the folder, and removes what need not be kept any longer. */
export async function backUp({ journalPath, folder, name }: BackUpOrder): Promise<void> {
  mkdirSync(folder, { recursive: true })
  removeDrafts(folder)
  await copyJournal(journalPath, join(folder, formatBackupName(name)))
  removeOutdated(folder)
}

/**
 * Brings the newest regular backup into the person's own folder, unless it is there.
 *
 * @returns a sentence when that was not possible; the folder itself is never made, since one that is gone is a disk that
 *   is not plugged in
 */
export async function bringToOwnFolder(order: { folder: string; ownFolder: string }): Promise<string | null> {
  const { folder, ownFolder } = order
  try {
    const there = readdirSync(ownFolder)
    removeDrafts(ownFolder)
    const [newest] = listNamed(folder)
      .filter(({ reason }) => reason === 'daily' || reason === 'by-hand')
      .toSorted((a, b) => b.moment.at - a.moment.at)
    if (newest !== undefined && !there.includes(newest.name))
      await copySound(join(folder, newest.name), join(ownFolder, newest.name))
    removeOutdated(ownFolder)
    return null
  } catch (error) {
    return error instanceof JournalRefused
      ? 'The copy could not be read back from there.'
      : describeFileError(error)
  }
}

interface NamedFile extends BackupName {
  readonly name: string
}

/** The files of a folder that are backups by their names; none when there is no such folder. */
function listNamed(folder: string): NamedFile[] {
  return readFolder(folder).flatMap(name => {
    const parsed = parseBackupName(name) ?? parseMigrationCopy(folder, name)
    return parsed === null ? [] : [{ ...parsed, name }]
  })
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** What is copied before a migration is named after the version, so that a second attempt replaces the first. */
function parseMigrationCopy(folder: string, name: string): BackupName | null {
  if (!/-before-version-\d+\.sqlite$/.test(name)) return null
  const at = Math.floor(statSync(join(folder, name)).mtimeMs)
  return { moment: { at, offsetMinutes: -new Date(at).getTimezoneOffset() }, reason: 'before-migration' }
}

function removeOutdated(folder: string): void {
  const named = listNamed(folder)
  const kept = chooseKept(named)
  for (const one of named) if (!kept.has(one)) rmSync(join(folder, one.name), { force: true })
}

/** Reads every backup there is, newest first. One that also lies in the other folder is told once, unless it is spoiled. */
export function listBackups(order: { folder: string; ownFolder: string | null }): Backup[] {
  const standard = describeAll(order.folder, 'standard')
  const sound = new Set(standard.filter(({ problem }) => problem === null).map(({ name }) => name))
  const own = order.ownFolder === null ? [] : describeAll(order.ownFolder, 'own')
  return [...standard, ...own.filter(({ name }) => !sound.has(name))].sort((a, b) => b.at - a.at)
}

function describeAll(folder: string, place: BackupPlace): Backup[] {
  return listNamed(folder).map(({ name, reason, moment }) => ({
    place,
    name,
    reason,
    ...moment,
    sizeBytes: statSync(join(folder, name)).size,
    ...judgeBackup(join(folder, name)),
  }))
}

function judgeBackup(path: string): Pick<Backup, 'entryCount' | 'problem'> {
  try {
    judgeFile(path)
    const { counts } = readHolding(path)
    return { entryCount: Object.values(counts).reduce((sum, count) => sum + count, 0), problem: null }
  } catch (error) {
    return { entryCount: null, problem: problemOf(error) }
  }
}

function readHolding(path: string): Holding {
  const db = new Sqlite(path, { readonly: true })
  try {
    return describeHolding(db)
  } finally {
    db.close()
  }
}

function problemOf(error: unknown): BackupProblem {
  if (!(error instanceof JournalRefused)) return 'unreadable'
  return backupProblems.find(problem => problem === error.reason) ?? 'unreadable'
}

export interface RestoreOrder {
  /** The file to be restored, which is only ever read. */
  readonly source: string
  /** For files that are locked. */
  readonly passphrase: string | null
  readonly journalPath: string
  /** Where drafts are made. */
  readonly folder: string
}

/** What restoring the file would do. */
export async function previewBackup(order: RestoreOrder): Promise<BackupPreview> {
  const prepared = await prepareRestore(order)
  if (prepared.state !== 'sound') return prepared
  try {
    const now = tryToRead(() => readHolding(order.journalPath))
    const onlyNow = tryToRead(() => countOnlyNow(order.journalPath, prepared.draft))
    return { state: 'sound', backup: readHolding(prepared.draft), now, onlyNow }
  } finally {
    removeWithLog(prepared.draft)
  }
}

export type PreparedRestore =
  | Exclude<BackupPreview, { state: 'sound' }>
  | { readonly state: 'sound'; readonly draft: string }

/** Makes of the file a sound journal of today's schema, ready to take the journal's place; or says why it cannot be one. */
export async function prepareRestore({ source, passphrase, folder }: RestoreOrder): Promise<PreparedRestore> {
  mkdirSync(folder, { recursive: true })
  const draft = join(folder, `unknot-${basename(source)}.draft`)
  try {
    const unlocked = unlockInto(source, passphrase, draft)
    if (unlocked.state === 'locked') return unlocked
    if (unlocked.state === 'plain') takeDraft(source, folder)
    const db = openCopy(draft)
    try {
      // It may say that it is a journal and lack a table of one.
      createJournal(db)
    } catch (error) {
      throw new JournalRefused('damaged', source, String(error))
    } finally {
      db.close()
    }
    return { state: 'sound', draft }
  } catch (error) {
    removeWithLog(draft)
    const detail = error instanceof Error ? error.message : String(error)
    return { state: 'refused', problem: problemOf(error), detail }
  }
}

/** How many entries stand in the journal, and not like this in the copy. Both have the same schema. */
function countOnlyNow(journalPath: string, copy: string): number {
  const db = new Sqlite(journalPath, { readonly: true })
  try {
    db.prepare('attach ? as copy').run(copy)
    const counts = entryKinds.map(kind => {
      const rowsOf = (schema: string) =>
        `select * from ${schema}.entry join ${schema}.${kind} on entry_id = id where deleted_at is null`
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

/**
 * Removes the folder of the backups with all that is in it, and from the person's own folder what is named like a backup.
 *
 * @throws CallFailure when something cannot be removed
 */
export function eraseBackups({ folder, ownFolder }: { folder: string; ownFolder: string | null }): void {
  try {
    if (ownFolder !== null)
      for (const name of readdirSync(ownFolder))
        if (parseBackupName(name.replace(/\.draft$/, '')) !== null) rmSync(join(ownFolder, name))
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    throw new CallFailure({
      code: 'internal',
      message: `Not all backups could be erased. ${describeFileError(error)} The journal is still there.`,
    })
  }
}

/** What the journal says, or null when it is not one that can be read. */
function tryToRead<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
