/**
 * Opens the journal. An existing file is first validated through a read-only connection, and only then opened for
 * writing. A refused file is never deleted, replaced or changed by a single byte.
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
import { getBackupFolder } from '../files/reserved-paths.ts'
import { JournalRefused, refusing } from './journal-refused.ts'
import { APPLICATION_ID, BUSY_TIMEOUT_MS, judgeFile } from './judge.ts'
import { migrations as allMigrations, type Migration } from './migrations/index.ts'

/** Behaviour when the file is missing but backups of it exist: refuse, or create an empty journal and keep them. */
export type WhenMissing = 'refuse' | 'begin'

/**
 * Opens the journal at `path`, creating it if there is none, and migrates its schema.
 *
 * @param migrations overridden in tests only
 * @param whenMissing 'begin' is the person's decision: an empty journal in place of a lost one looks like data loss
 * @throws JournalRefused when the file is damaged, newer than this program, not a journal, missing, or not writable
 */
export function openJournal(
  path: string,
  migrations: readonly Migration[] = allMigrations,
  whenMissing: WhenMissing = 'refuse',
): Database {
  if (path !== ':memory:') {
    refusing(path, () => judge(path, migrations, whenMissing))
    if (sizeOf(path) === 0) createJournalFile(path, migrations)
  }
  return openForWriting(path, migrations, backUpBeforeMigration)
}

/**
 * Opens a draft that will replace the journal. Makes no backup before its migrations, since it is a copy already.
 *
 * @throws JournalRefused also when the file is missing or empty
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
 * Refuses a missing or empty file that was a journal before: one with a WAL, which SQLite would delete although it may
 * hold the newest entries, or one with backups.
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
 * Creates an empty journal under a temporary name and renames it. A crash in between would otherwise leave a half-made
 * file, which cannot be validated without changing it.
 */
function createJournalFile(path: string, migrations: readonly Migration[]): void {
  refusing(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    const draft = `${path}.new`
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true })
    openForWriting(draft, migrations, () => {}).close()
    syncFile(draft)
    renameSync(draft, path)
  })
}

/** Backup before a migration. `done` are the migrations that the journal has already. */
type BackUp = (db: Database, path: string, done: readonly Migration[]) => void

function openForWriting(path: string, migrations: readonly Migration[], backUp: BackUp): Database {
  return refusing(path, () => {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const db = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS })
    try {
      db.pragma('trusted_schema = off')
      overwriteDeleted(db)
      // Takes the write lock immediately, so that a read-only file is reported at the start.
      db.exec('begin immediate; rollback')
      // Off during migrations (SQLite's build enables it): rebuilding a table drops the old one, which would cascade to
      // every row that refers to it.
      db.pragma('foreign_keys = off')
      migrate(db, path, migrations, backUp)
      db.pragma('foreign_keys = on')
      db.pragma('journal_mode = wal')
      // FULL, so that acknowledged entries survive a power cut; the build's default under WAL is NORMAL.
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

/**
 * Checks the foreign keys, which were off during the migrations.
 *
 * @throws Error for a dangling reference
 */
function refuseBrokenReferences(db: Database): void {
  const broken = db.pragma('foreign_key_check')
  if (Array.isArray(broken) && broken.length > 0)
    throw new Error(`rows that name what is not there: ${JSON.stringify(broken.slice(0, 3))}`)
}

/** Verified copy of the journal next to it, made before the first migration. */
function backUpBeforeMigration(db: Database, path: string, done: readonly Migration[]): void {
  if (path === ':memory:') return
  const folder = getBackupFolder(path)
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, `${basename(path, '.sqlite')}-before-version-${done.length + 1}.sqlite`)
  // An earlier attempt may have left a partial or older copy: only a complete, new one gets the final name.
  const draft = `${copy}.draft`
  rmSync(draft, { force: true })
  db.prepare('vacuum into ?').run(draft)
  // Without a verified backup there is no migration.
  judgeFile(draft, done)
  syncFile(draft)
  renameSync(draft, copy)
}

/** Opens a further connection to an open journal, for another thread. */
export function openSecondConnection(path: string): Database {
  const db = new Sqlite(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  db.pragma('trusted_schema = off')
  overwriteDeleted(db)
  db.pragma('foreign_keys = on')
  db.pragma('synchronous = full')
  return db
}

/** Overwrites deleted content with zeros; otherwise its text would stay in free pages, and in every later backup. */
function overwriteDeleted(db: Database): void {
  db.pragma('secure_delete = on')
}

/** Flushes a file to the disk: after a power cut, a rename may have survived without the content. */
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

/** Version of the SQLite that is built in. */
export function readSqliteVersion(): string {
  const db = new Sqlite(':memory:')
  try {
    return String(db.prepare('select sqlite_version()').pluck().get())
  } finally {
    db.close()
  }
}
