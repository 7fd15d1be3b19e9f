/** Copies of a journal as files: making one that is whole and sound, and looking into one. */
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import type { Holding, KindCounts } from '../../shared/archive/backup.ts'
import { entryKinds } from '../../shared/kinds/entry.ts'
import { dateOfDayNumber } from '../../shared/time/calendar-date.ts'
import { MS_PER_DAY } from '../../shared/time/moment.ts'
import { judgeBytes, judgeFile } from './judge.ts'
import { syncFile } from './open.ts'

/** Pages copied at a time: all of them. */
const PAGES_PER_STEP = 2 ** 30

/** A name under which something is made until it is whole. Whatever bears one was left by a program that was ended. */
const DRAFT = '.draft'
const NAME_OF_DRAFT = /^(unknot-.*)\.draft(-wal|-shm|-journal)?$/

/**
 * Copies the journal at `path`, which may be in use, to `copy`. The copy has been read back and found sound before it
 * takes its name.
 *
 * @throws JournalRefused when what was copied is not sound
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

/** In the header of an SQLite file: how it is written and read, by a rollback journal (1) or a log (2). */
const WRITE_VERSION_AT = 18
const READ_VERSION_AT = 19
const WITHOUT_LOG = 1

/**
 * What an open connection sees, wherever its files are by now, as the bytes of a file that keeps no log beside itself.
 *
 * @throws JournalRefused when it is not sound
 */
export function serializeSound(db: Database): Buffer {
  const bytes = db.serialize()
  bytes[WRITE_VERSION_AT] = WITHOUT_LOG
  bytes[READ_VERSION_AT] = WITHOUT_LOG
  judgeBytes(bytes, db.name)
  return bytes
}

/** Copies a file that is a sound journal to a place beside others, and reads it back there. */
export async function copySound(from: string, copy: string): Promise<void> {
  await makeWhole(copy, async draft => {
    copyFileSync(from, draft)
    judgeFile(draft)
  })
}

/** Copies the file of a journal that nobody has open, at once. It is not read back: whoever closed it knew it. */
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

/** Has `make` write a draft, and gives it its name once it is whole; else there is no trace of it. */
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
 * A copy keeps no log beside itself: reading it then leaves no other file behind, and there is none to be forgotten when
 * somebody moves it.
 */
function leaveLog(path: string): void {
  const db = new Sqlite(path)
  try {
    db.pragma('journal_mode = delete')
  } finally {
    db.close()
  }
}

/** Removes a database that is in nobody's use, with all that SQLite may have put beside it. */
export function removeWithLog(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true })
}

/** What a draft, or a log beside one, was to be called; other names stay as they are. */
export const nameOfDrafted = (name: string): string => NAME_OF_DRAFT.exec(name)?.[1] ?? name

/** Where a file to be restored is unlocked and judged. Not named after the file, whose own name may be as long as names can be. */
export const getRestoreDraft = (folder: string): string => join(folder, `unknot-restored${DRAFT}`)

/** Removes, of the files named, what a program that was ended in the middle of a copy has left. */
export function removeDrafts(folder: string, names: readonly string[]): void {
  for (const name of names) if (NAME_OF_DRAFT.test(name)) rmSync(join(folder, name), { force: true })
}

/**
 * A private copy of a file to look into and to change, so that whatever is found, the file itself stays untouched. Its
 * log is copied with it: somebody who copied a journal in use by hand has its newest entries in there.
 */
export function takeDraft(from: string, draft: string): void {
  copyFileSync(from, draft)
  const log = `${from}-wal`
  // Not by `statSync` alone: it throws where the ending makes the name longer than names can be.
  const isFile = existsSync(log) && statSync(log).isFile()
  if (dirname(from) !== dirname(draft) && isFile) copyFileSync(log, `${draft}-wal`)
}

/** What the journal behind a connection holds, the trash left out. */
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
