/** File copies of a journal: verified copies, drafts, and reading their content. */
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { Holding, KindCounts } from '../../shared/archive/backup.ts'
import { entryKinds } from '../../shared/kinds/entry.ts'
import { dateOfDayNumber } from '../../shared/time/calendar-date.ts'
import { MS_PER_DAY } from '../../shared/time/moment.ts'
import { judgeBytes, judgeFile } from './judge.ts'
import { syncFile } from './open.ts'

/** Pages per step of SQLite's backup API: all of them. */
const PAGES_PER_STEP = 2 ** 30

/** Suffix of unfinished files. One found at the start was left by a process that was killed. */
const DRAFT = '.draft'
const NAME_OF_DRAFT = /^(unknot-.*)\.draft(-wal|-shm|-journal)?$/

/**
 * Copies the journal at `path`, which may be in use, to `copy`. The copy is read back and verified before it gets its
 * final name.
 *
 * @throws JournalRefused when the copy is damaged
 */
export async function copyJournal(path: string, copy: string): Promise<void> {
  const db = new Sqlite(path, { readonly: true })
  try {
    await makeWhole(copy, async draft => {
      await db.backup(draft, { progress: () => PAGES_PER_STEP })
      leaveLog(draft)
      judgeFile(draft)
    })
  } finally {
    db.close()
  }
}

/** Offsets in the SQLite header of the file format's write and read version: 1 = rollback journal, 2 = WAL. */
const WRITE_VERSION_AT = 18
const READ_VERSION_AT = 19
const WITHOUT_LOG = 1

/**
 * Serialises what a connection sees, even if its files were moved, into a database that needs no WAL.
 *
 * @throws JournalRefused when it is damaged
 */
export function serializeSound(db: Database): Buffer {
  const bytes = db.serialize()
  bytes[WRITE_VERSION_AT] = WITHOUT_LOG
  bytes[READ_VERSION_AT] = WITHOUT_LOG
  judgeBytes(bytes, db.name)
  return bytes
}

/** Copies a verified journal into another folder, and verifies the copy. */
export async function copySound(from: string, copy: string): Promise<void> {
  await makeWhole(copy, async draft => {
    copyFileSync(from, draft)
    judgeFile(draft)
  })
}

/** Copies a closed journal, synchronously. Not verified: it was open, and so verified, until now. */
export function copyClosed(from: string, copy: string): void {
  const draft = `${copy}${DRAFT}`
  try {
    copyFileSync(from, draft)
    syncFile(draft)
    renameSync(draft, copy)
  } finally {
    removeWithLog(draft)
  }
}

/** Writes a draft with `make` and renames it when it is complete; deletes it on errors. */
async function makeWhole(path: string, make: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${path}${DRAFT}`
  try {
    await make(draft)
    syncFile(draft)
    renameSync(draft, path)
  } finally {
    removeWithLog(draft)
  }
}

/**
 * Switches a copy from WAL to a rollback journal, so that reading it creates no side files and moving it needs one file
 * only.
 */
function leaveLog(path: string): void {
  const db = new Sqlite(path)
  try {
    db.pragma('journal_mode = delete')
  } finally {
    db.close()
  }
}

/** Deletes a closed database with its WAL, shared-memory file and rollback journal. */
export function removeWithLog(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true })
}

/** Final name of a draft or of its side files; other names are returned unchanged. */
export const nameOfDrafted = (name: string): string => NAME_OF_DRAFT.exec(name)?.[1] ?? name

/**
 * Draft path for decrypting and checking a file to restore. A fixed name, since the file's own may have the maximum
 * length already.
 */
export const getRestoreDraft = (folder: string): string => join(folder, `unknot-restored${DRAFT}`)

/** Deletes drafts among the named files, which a killed process has left. */
export function removeDrafts(folder: string, names: readonly string[]): void {
  for (const name of names) if (NAME_OF_DRAFT.test(name)) rmSync(join(folder, name), { force: true })
}

/**
 * Copies a file for checking and migrating, so that the original is never changed. Includes the WAL: that of a journal
 * copied while in use has the newest entries.
 */
export function takeDraft(from: string, draft: string): void {
  copyFileSync(from, draft)
  const log = `${from}-wal`
  // `existsSync` first: `statSync` throws where the suffix makes the name too long.
  const isFile = existsSync(log) && statSync(log).isFile()
  if (dirname(from) !== dirname(draft) && isFile) copyFileSync(log, `${draft}-wal`)
}

/** Summary of a journal's content, without the trash. */
export function describeHolding(db: Database): Holding {
  const counted = db
    .prepare<[], { kind: string; count: number }>(
      'select kind, count(*) as count from entry where deleted_at is null group by kind',
    )
    .all()
  const countOf = new Map(counted.map(({ kind, count }) => [kind, count]))
  const bounds = db
    .prepare<[], { first: number | null; last: number | null }>(
      'select min(wall_ms) as first, max(wall_ms) as last from entry where deleted_at is null',
    )
    .get()
  const dateOf = (wallMs: number | null | undefined) =>
    wallMs == null ? null : dateOfDayNumber(Math.floor(wallMs / MS_PER_DAY))
  return {
    counts: Object.fromEntries(entryKinds.map(kind => [kind, countOf.get(kind) ?? 0])) as KindCounts,
    firstDate: dateOf(bounds?.first),
    lastDate: dateOf(bounds?.last),
  }
}
