/** Validation: any difference from the migrations' schema is refused, and the file keeps every byte. */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillWithDemo } from '../../../main/services/demo.ts'
import { createServices } from '../../../main/services/services.ts'
import { JournalRefused } from '../../../main/store/journal-refused.ts'
import { createJournalStore, loadJournalStore } from '../../../main/store/journal-store.ts'
import { judgeFile } from '../../../main/store/judge.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { hostileJournals, oddRows } from '../../fixtures/hostile-journals.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'
import { openBackups, refOf } from '../services/backups/open-backups.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const { at: now } = momentAt('2026-11-20', '14:00', 'Europe/Berlin')

let sound: string

beforeAll(() => {
  sound = join(mkdtempSync(join(tmpdir(), 'unknot-judge-')), 'journal.sqlite')
  const journal = createJournalStore(openJournal(sound))
  const clock = { now: () => now, timeZone: () => 'Europe/Berlin' }
  fillWithDemo(createServices(journal, clock))
  journal.close()
})

afterAll(() => rmSync(dirname(sound), { recursive: true }))

function copySound(): string {
  const path = join(newFolder(), 'journal.sqlite')
  copyFileSync(sound, path)
  return path
}

const fingerprint = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function refusalOf(act: () => void): JournalRefused {
  try {
    act()
  } catch (error) {
    if (error instanceof JournalRefused) return error
    throw error
  }
  throw new Error('it was not refused')
}

test('the journal that the others are made of is sound', () => {
  judgeFile(sound)
})

describe('at the start', () => {
  test.each(hostileJournals)('$what is refused', ({ change, reason, detail }) => {
    const path = copySound()
    change(path)
    const before = fingerprint(path)
    const refusal = refusalOf(() => loadJournalStore(path).close())
    expect(refusal).toMatchObject({ reason, message: expect.stringMatching(detail) })
    expect(refusal.message.length).toBeLessThanOrEqual(1000)
    expect(fingerprint(path)).toBe(before)
    // SQLite creates a WAL on reading; it must be empty.
    if (existsSync(`${path}-wal`)) expect(readFileSync(`${path}-wal`)).toHaveLength(0)
  })
})

describe('before a restore', () => {
  test.each([...hostileJournals, ...oddRows])('$what is refused, and the journal stays', async hostile => {
    const { change, reason, detail } = hostile
    const { backups, journal, listNotes } = openBackups(newFolder(), { now })
    journal().entries.add(fluidDraft({ note: 'mine' }), now)
    const path = copySound()
    change(path)
    const before = fingerprint(path)
    const chosen = { place: 'chosen', path } as const
    const preview = await backups.preview(chosen, null)
    expect(preview).toMatchObject({
      state: 'refused',
      problem: reason,
      detail: expect.stringMatching(detail),
    })
    await expect(backups.restore(chosen, null)).rejects.toThrow('cannot be restored')
    expect(fingerprint(path)).toBe(before)
    expect(listNotes()).toEqual(['mine'])
    expect(journal().entries.add(fluidDraft({ note: 'later' }), now).note).toBe('later')
    expect(readdirSync(backups.folder)).toEqual([])
  })
})

test('a journal that was refused is not read to compare a backup with it', async () => {
  const home = newFolder()
  const { backups, current } = openBackups(home, { now })
  await backups.makeByHand()
  current.close()
  const db = new Sqlite(current.path)
  db.pragma('foreign_keys = off')
  // An endless view: a query on it never returns.
  db.exec(`drop table entry; create view entry as with recursive n (i) as (select 1 union all select i + 1 from n)
    select i as id, 'fluid' as kind, null as deleted_at, 0 as wall_ms from n`)
  db.close()
  const again = openBackups(home, { now })
  expect(again.current.get()).toMatchObject({ reason: 'changed' })
  const [backup] = (await again.backups.list()).backups
  if (backup === undefined) throw new Error('there is no backup')
  expect(await again.backups.preview(refOf(backup), null)).toMatchObject({
    state: 'sound',
    now: null,
    onlyNow: null,
  })
})

describe('the schema of an older version', () => {
  test.each(migrations.map(({ version }) => version))('%i is judged by the steps up to it', version => {
    const path = join(newFolder(), 'journal.sqlite')
    openJournal(path, migrations.slice(0, version)).close()
    judgeFile(path)
    const db = new Sqlite(path)
    db.exec('create table other (x)')
    db.close()
    expect(refusalOf(() => judgeFile(path))).toMatchObject({
      reason: 'changed',
      message: 'The table "other" is not as Unknot makes it.',
    })
  })

  test('is not taken for that of a newer one', () => {
    const path = join(newFolder(), 'journal.sqlite')
    openJournal(path, migrations.slice(0, 2)).close()
    const db = new Sqlite(path)
    db.pragma('user_version = 3')
    db.close()
    expect(refusalOf(() => judgeFile(path))).toMatchObject({ reason: 'changed' })
  })
})

describe('what makes no difference', () => {
  test('is how a definition is spaced and commented', () => {
    const path = join(newFolder(), 'journal.sqlite')
    const step = (sql: string) => [{ version: 1, up: (db: Sqlite.Database) => void db.exec(sql) }]
    openJournal(
      path,
      step("create table word (text text check (text <> '--'), -- a word\n n integer)"),
    ).close()
    judgeFile(path, step("create table word (text text check(text<>'--'),n integer /* how many */)"))
    const other = step("create table word (text text check (text <> '-- '), n integer)")
    expect(refusalOf(() => judgeFile(path, other))).toMatchObject({ reason: 'changed' })
  })

  test('is that entries were erased, which raises the format of the search index', () => {
    const path = copySound()
    const db = openJournal(path)
    db.exec('delete from entry where id = 1')
    db.close()
    judgeFile(path)
  })
})
