import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { JournalRefused } from '../../../main/store/journal-refused.ts'
import { createJournalStore, loadJournalStore } from '../../../main/store/journal-store.ts'
import { APPLICATION_ID } from '../../../main/store/judge.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { damage, forbidWriting, makeNewer } from '../../fixtures/bad-journals.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const NOW = Date.UTC(2026, 10, 20)

/** Creates and closes a journal with some entries. */
function makeJournal(): string {
  const path = join(newFolder(), 'journal.sqlite')
  const journal = createJournalStore(openJournal(path))
  for (let glass = 0; glass < 200; glass++) journal.entries.add(fluidDraft({ note: `glass ${glass}` }), NOW)
  journal.close()
  return path
}

const fingerprint = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** SQLite creates a WAL on reading; it must be empty. */
function expectEmptyLog(path: string): void {
  if (existsSync(`${path}-wal`)) expect(readFileSync(`${path}-wal`)).toHaveLength(0)
}

function refusalOf(path: string): JournalRefused {
  try {
    loadJournalStore(path).close()
  } catch (error) {
    if (error instanceof JournalRefused) return error
    throw error
  }
  throw new Error('the journal was opened')
}

describe('opening', () => {
  test('makes a journal where there is none, in a folder that need not exist', () => {
    const path = join(newFolder(), 'deep', 'down', 'journal.sqlite')
    const db = openJournal(path)
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
    db.close()
  })

  test('promises that what was acknowledged survives a power cut', () => {
    const db = openJournal(join(newFolder(), 'journal.sqlite'))
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
  })

  test('finds again what was stored', () => {
    const path = makeJournal()
    const journal = createJournalStore(openJournal(path))
    const { wallMs } = { wallMs: fluidDraft().at + fluidDraft().offsetMinutes * 60_000 }
    expect(journal.entries.listBetween(wallMs, wallMs + 1)).toHaveLength(200)
    journal.close()
  })

  test('takes an empty file for a journal that has not begun', () => {
    const path = join(newFolder(), 'journal.sqlite')
    writeFileSync(path, '')
    const db = openJournal(path)
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    db.close()
  })
})

describe('a journal that cannot be used is refused, and not a byte of it changes', () => {
  test.each([
    ['damaged in the middle', damage, 'damaged'],
    ['not a database at all', (path: string) => writeFileSync(path, 'Dear diary, '.repeat(1000)), 'damaged'],
    ['written by a newer version', makeNewer, 'newer'],
    ['not to be written', forbidWriting, 'unwritable'],
    [
      'of another program',
      (path: string) => {
        const db = new Sqlite(path)
        db.pragma('application_id = 42')
        db.close()
      },
      'foreign',
    ],
  ] as const)('%s', (_what, spoil, reason) => {
    const path = makeJournal()
    spoil(path)
    const before = fingerprint(path)
    expect(refusalOf(path)).toMatchObject({ reason, path })
    expect(fingerprint(path)).toBe(before)
  })

  test('a folder in its place', () => {
    const path = join(newFolder(), 'journal.sqlite')
    mkdirSync(path)
    expect(refusalOf(path).reason).toBe('not-a-file')
    expect(readdirSync(path)).toEqual([])
  })

  test('a file where its folder should be', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'data'), 'a file')
    expect(refusalOf(join(folder, 'data', 'journal.sqlite')).reason).toBe('unreadable')
    expect(readFileSync(join(folder, 'data'), 'utf8')).toBe('a file')
  })

  test('one that has the right marks and not the right tables', () => {
    const path = makeJournal()
    const spoiled = new Sqlite(path)
    spoiled.exec('drop table fluid')
    spoiled.close()
    const before = fingerprint(path)
    expect(refusalOf(path)).toMatchObject({
      reason: 'changed',
      path,
      message: expect.stringContaining('The table "fluid" is missing or changed'),
    })
    expect(fingerprint(path)).toBe(before)
    expectEmptyLog(path)
  })

  test('even with an unfinished write-ahead log beside it, which a read-write open would fold in', () => {
    const source = makeJournal()
    const live = openJournal(source)
    createJournalStore(live).entries.add(fluidDraft({ note: 'only in the log' }), NOW)
    const path = join(newFolder(), 'journal.sqlite')
    copyFileSync(source, path)
    copyFileSync(`${source}-wal`, `${path}-wal`)
    live.close()
    makeNewer(path)
    const before = [fingerprint(path), fingerprint(`${path}-wal`)]
    expect(refusalOf(path).reason).toBe('newer')
    expect([fingerprint(path), fingerprint(`${path}-wal`)]).toEqual(before)
  })

  test.each([
    ['gone', rmSync],
    ['empty', (path: string) => writeFileSync(path, '')],
  ])('one that is %s beside its backups, unless the person says to begin anew', (_what, lose) => {
    const path = makeJournal()
    const backups = join(path, '../backups')
    mkdirSync(backups)
    copyFileSync(path, join(backups, 'unknot-2026-11-20T14-05-12+0100-daily.sqlite'))
    lose(path)
    expect(refusalOf(path).reason).toBe('missing')
    expect(existsSync(path) ? readFileSync(path).length : 0).toBe(0)
    const journal = loadJournalStore(path, 'begin')
    expect(journal.entries.isEmpty()).toBe(true)
    journal.close()
    loadJournalStore(path).close()
  })

  test('not one that is gone beside an empty folder for backups', () => {
    const path = join(newFolder(), 'journal.sqlite')
    mkdirSync(join(path, '../backups'))
    loadJournalStore(path).close()
    expect(existsSync(path)).toBe(true)
  })

  test.each([
    ['gone', rmSync],
    ['empty', (path: string) => writeFileSync(path, '')],
  ])('one that is %s, while its log holds entries that SQLite would delete', (_what, lose) => {
    const source = makeJournal()
    const live = openJournal(source)
    createJournalStore(live).entries.add(fluidDraft({ note: 'only in the log' }), NOW)
    const path = join(newFolder(), 'journal.sqlite')
    copyFileSync(source, path)
    copyFileSync(`${source}-wal`, `${path}-wal`)
    live.close()
    lose(path)
    const before = fingerprint(`${path}-wal`)
    expect(refusalOf(path).reason).toBe('damaged')
    expect(fingerprint(`${path}-wal`)).toBe(before)
  })
})

describe('migrations', () => {
  const older = {
    version: 1,
    up: (db: Sqlite.Database) =>
      void db.exec("create table word (text text) strict; insert into word values ('kept')"),
  }
  const newer = {
    version: 2,
    up: (db: Sqlite.Database) => void db.exec('alter table word add column length integer'),
  }

  test('are numbered from 1 without gaps', () => {
    expect(migrations.map(step => step.version)).toEqual(migrations.map((_step, index) => index + 1))
  })

  test('go on from where the file stands, keep the rows, and leave a copy of what was before', () => {
    const path = join(newFolder(), 'journal.sqlite')
    openJournal(path, [older]).close()
    const db = openJournal(path, [older, newer])
    expect(db.prepare('select * from word').all()).toEqual([{ text: 'kept', length: null }])
    expect(db.pragma('user_version', { simple: true })).toBe(2)
    db.close()
    const copy = new Sqlite(join(path, '..', 'backups', 'journal-before-version-2.sqlite'), {
      readonly: true,
    })
    expect(copy.prepare('select * from word').all()).toEqual([{ text: 'kept' }])
    expect(copy.pragma('user_version', { simple: true })).toBe(1)
    copy.close()
  })

  test('copy what is there now, not what an attempt that was cut short has left', () => {
    const path = join(newFolder(), 'journal.sqlite')
    openJournal(path, [older]).close()
    const folder = join(path, '..', 'backups')
    mkdirSync(folder)
    for (const name of ['journal-before-version-2.sqlite', 'journal-before-version-2.sqlite.draft'])
      writeFileSync(join(folder, name), 'half of it')
    openJournal(path, [older, newer]).close()
    expect(readdirSync(folder)).toEqual(['journal-before-version-2.sqlite'])
    const copy = new Sqlite(join(folder, 'journal-before-version-2.sqlite'), { readonly: true })
    expect(copy.prepare('select * from word').all()).toEqual([{ text: 'kept' }])
    copy.close()
  })

  test('that fail leave the journal as it was', () => {
    const path = join(newFolder(), 'journal.sqlite')
    openJournal(path, [older]).close()
    const broken = {
      version: 2,
      up: (db: Sqlite.Database) => {
        db.exec('drop table word')
        throw new Error('no such luck')
      },
    }
    expect(() => openJournal(path, [older, broken])).toThrow('no such luck')
    const db = openJournal(path, [older])
    expect(db.prepare('select text from word').all()).toEqual([{ text: 'kept' }])
    db.close()
  })

  describe('of tables whose rows name one another', () => {
    const tables = {
      version: 1,
      up: (db: Sqlite.Database) =>
        db.exec(`
          create table word (id integer primary key, text text);
          create table meaning (word_id integer not null references word (id) on delete cascade);
          insert into word values (1, 'kept');
          insert into meaning values (1);
        `),
    }
    const openWith = (up: (db: Sqlite.Database) => void) => {
      const path = join(newFolder(), 'journal.sqlite')
      openJournal(path, [tables]).close()
      return { path, open: () => openJournal(path, [tables, { version: 2, up }]) }
    }

    test('can make one anew and lose no row of the other', () => {
      const db = openWith(db =>
        db.exec(`
          create table new_word (id integer primary key, text text not null);
          insert into new_word select * from word;
          drop table word;
          alter table new_word rename to word;
        `),
      ).open()
      expect(db.prepare('select text from meaning join word on id = word_id').all()).toEqual([
        { text: 'kept' },
      ])
      expect(() => db.exec('insert into meaning values (2)')).toThrow(/FOREIGN KEY/)
      db.close()
    })

    test('fail as a whole when they leave a row that names what is gone', () => {
      const { path, open } = openWith(db => db.exec('delete from word'))
      expect(open).toThrow(/name what is not there.*"table":"meaning"/)
      const db = openJournal(path, [tables])
      expect(db.pragma('user_version', { simple: true })).toBe(1)
      expect(db.prepare('select text from word').all()).toEqual([{ text: 'kept' }])
      db.close()
    })
  })

  test('make no copy of a journal that has just begun', () => {
    const path = join(newFolder(), 'journal.sqlite')
    openJournal(path).close()
    expect(existsSync(join(path, '..', 'backups'))).toBe(false)
  })
})
