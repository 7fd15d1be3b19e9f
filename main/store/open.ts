/**
 * Opening the journal. A file that exists is first read, and judged, through a read-only connection; only what passes
 * is opened for writing. A journal that is refused is never deleted, replaced or changed by a single byte.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { getBackupFolder } from '../files/own-places.ts'
import { JournalRefused, refusing } from './journal-refused.ts'
import { APPLICATION_ID, BUSY_TIMEOUT_MS, judgeFile } from './judge.ts'
import { migrations as allMigrations, type Migration } from './migrations/index.ts'

/** What to do where there is no journal, but backups of one: to refuse, or to begin anew beside them. */
export type WhenMissing = 'refuse' | 'begin'

/**
 * Opens the journal at `path`, making it if there is none, and brings its schema up to date.
 *
 * @param migrations the steps of the schema; another list only in tests
 * @param whenMissing to begin is for the person to say: an empty journal in place of a lost one looks like all was lost
 * @throws JournalRefused when the file is damaged, newer than this program, not a journal, missing, or cannot be written
 */
export function openJournal(
  path: string,
  migrations: readonly Migration[] = allMigrations,
  whenMissing: WhenMissing = 'refuse',
): Database {
  if (path !== ':memory:') {
    refusing(path, () => judge(path, migrations, whenMissing))
    if (sizeOf(path) === 0) bringIntoBeing(path, migrations)
  }
  return openForWriting(path, migrations, backUpBeforeMigration)
}

/**
 * Opens a copy of a journal that is about to take the journal's place. What is there is a copy already: no backup is
 * made before its schema is brought up to date.
 *
 * @throws JournalRefused also when there is no file, or an empty one
 */
export function openCopy(path: string): Database {
  judgeFile(path)
  return openForWriting(path, allMigrations, () => {})
}

function judge(path: string, migrations: readonly Migration[], whenMissing: WhenMissing): void {
  if (existsSync(path) && !statSync(path).isFile())
    throw new JournalRefused('not-a-file', path, 'There is a folder where the journal should be.')
  if (sizeOf(path) === 0) {
    refuseIfLost(path, whenMissing)
    return
  }
  judgeFile(path, migrations)
}

/**
 * No journal, or an empty file, is a journal that has not begun: unless a log stands beside it, which SQLite would take
 * for rubbish and delete, and which may hold the newest entries of a journal that has gone missing; or unless there are
 * backups, which are made of a journal.
 */
function refuseIfLost(path: string, whenMissing: WhenMissing): void {
  if (sizeOf(`${path}-wal`) > 0)
    throw new JournalRefused('damaged', path, 'The journal is missing or empty, but its log (-wal) is not.')
  if (whenMissing === 'refuse' && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new JournalRefused('missing', path, 'The journal is a link to a file that is not there.')
  if (whenMissing === 'refuse' && holdsCopies(getBackupFolder(path)))
    throw new JournalRefused('missing', path, 'The journal is missing or empty, and there are backups of it.')
}

function holdsCopies(folder: string): boolean {
  if (!existsSync(folder)) return false
  return readdirSync(folder).some(name => name.endsWith('.sqlite') && sizeOf(join(folder, name)) > 0)
}

const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0)

/**
 * Makes an empty journal under another name and moves it into its place once it is whole. A death in the middle would
 * else leave half a journal there, which cannot be judged without changing it.
 */
function bringIntoBeing(path: string, migrations: readonly Migration[]): void {
  refusing(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    const draft = `${path}.new`
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true })
    openForWriting(draft, migrations, () => {}).close()
    syncFile(draft)
    renameSync(draft, path)
  })
}

/** Copies a journal before its schema changes. `done` are the migrations it has had. */
type BackUp = (db: Database, path: string, done: readonly Migration[]) => void

function openForWriting(path: string, migrations: readonly Migration[], backUp: BackUp): Database {
  return refusing(path, () => {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const db = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS })
    try {
      db.pragma('trusted_schema = off')
      overwriteDeleted(db)
      // Takes the write lock at once, so that a file that cannot be written is told from the first start on.
      db.exec('begin immediate; rollback')
      // Off while the schema changes (SQLite's build has it on): a step that makes a table anew drops the old one, which
      // would take with it every row that names one of its rows.
      db.pragma('foreign_keys = off')
      migrate(db, path, migrations, backUp)
      db.pragma('foreign_keys = on')
      db.pragma('journal_mode = wal')
      // An acknowledged entry survives a power cut; the build's default under WAL would not promise that.
      db.pragma('synchronous = full')
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function migrate(db: Database, path: string, migrations: readonly Migration[], backUp: BackUp): void {
  const version = numberPragma(db, 'user_version')
  const steps = migrations.filter(step => step.version > version)
  if (steps.length === 0) return
  if (version > 0) backUp(db, path, migrations.slice(0, version))
  db.transaction(() => {
    db.pragma(`application_id = ${APPLICATION_ID}`)
    for (const step of steps) {
      step.up(db)
      db.pragma(`user_version = ${step.version}`)
    }
    refuseBrokenReferences(db)
  }).immediate()
}

/** @throws Error when a row names another that is not there, which nothing has checked while the schema changed */
function refuseBrokenReferences(db: Database): void {
  const broken = db.pragma('foreign_key_check')
  if (Array.isArray(broken) && broken.length > 0)
    throw new Error(`rows that name what is not there: ${JSON.stringify(broken.slice(0, 3))}`)
}

/** A whole copy of the journal as it was, beside it, before its schema changes. */
function backUpBeforeMigration(db: Database, path: string, done: readonly Migration[]): void {
  if (path === ':memory:') return
  const folder = getBackupFolder(path)
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, `${basename(path, '.sqlite')}-before-version-${done.length + 1}.sqlite`)
  // An earlier attempt at the same step may have left a copy of fewer entries, or half of one: only a whole and new copy
  // takes the name.
  const draft = `${copy}.draft`
  rmSync(draft, { force: true })
  db.prepare('vacuum into ?').run(draft)
  // What cannot be read back is no backup, and the schema is not touched without one.
  judgeFile(draft, done)
  syncFile(draft)
  renameSync(draft, copy)
}

/** Another connection to a journal that is open already, for a thread of its own. */
export function openBeside(path: string): Database {
  const db = new Sqlite(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  db.pragma('trusted_schema = off')
  overwriteDeleted(db)
  db.pragma('foreign_keys = on')
  db.pragma('synchronous = full')
  return db
}

/** What is deleted leaves zeros behind, and not its text in a page that is free, and in every backup from then on. */
function overwriteDeleted(db: Database): void {
  db.pragma('secure_delete = on')
}

/** Waits until a file that was just written is on the disk: after a power cut, a rename may be there before the bytes. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function numberPragma(db: Database, name: string): number {
  return Number(db.pragma(name, { simple: true }))
}
