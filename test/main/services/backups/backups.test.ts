import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CallFailure } from '../../../../main/files/failures.ts'
import { type Backups, createBackups } from '../../../../main/services/backups/backups.ts'
import { createFolderSetting } from '../../../../main/services/backups/folder-setting.ts'
import { type CurrentJournal, openCurrentJournal } from '../../../../main/store/current-journal.ts'
import { JournalRefused } from '../../../../main/store/journal-refused.ts'
import type { JournalStore } from '../../../../main/store/journal-store.ts'
import { firstKinds } from '../../../../main/store/migrations/0001-first-kinds.ts'
import { openJournal } from '../../../../main/store/open.ts'
import type { Backup } from '../../../../shared/archive/backup.ts'
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../shared/time/moment.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { damage, makeNewer } from '../../../fixtures/bad-journals.ts'
import { crampDraft, fluidDraft } from '../../../shared/kinds/drafts.ts'
import { createArchiveQueue } from '../../../support/in-process.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()

let home: string
let now: number
let current: CurrentJournal
let backups: Backups
let opened: number

beforeEach(() => {
  home = newFolder()
  now = momentAt('2026-11-20', '14:05:12', 'Europe/Berlin').at
  opened = 0
  open()
  journal().entries.add(fluidDraft(), now)
})
afterEach(() => current.close())

function open() {
  const clock = { now: () => now, timeZone: () => 'Europe/Berlin' }
  current = openCurrentJournal(join(home, 'journal.sqlite'), clock, () => {
    opened++
  })
  const ownFolder = createFolderSetting(join(home, 'backup-folder.json'))
  backups = createBackups({ current, queue: createArchiveQueue(), clock, ownFolder })
}

function journal(): JournalStore {
  const one = current.get()
  if (one instanceof JournalRefused) throw one
  return one
}
const listDrinks = () => journal().entries.listOfKind('fluid', 0, Number.MAX_SAFE_INTEGER)
const fingerprint = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const refOf = ({ place, name }: Backup) => ({ place, name })

async function getNewest(): Promise<Backup> {
  const [newest] = (await backups.list()).backups
  if (newest === undefined) throw new Error('there is no backup')
  return newest
}

describe('a backup', () => {
  test('is one file beside the journal that holds all of it, and is told with size, count, date and reason', async () => {
    const { backups: made, standardFolder, problem } = await backups.makeByHand()
    expect(made).toEqual([
      {
        place: 'standard',
        name: 'unknot-2026-11-20T14-05-12+0100-by-hand.sqlite',
        reason: 'by-hand',
        at: now,
        offsetMinutes: 60,
        isOurs: true,
        sizeBytes: expect.any(Number),
        entryCount: 1,
        problem: null,
      },
    ])
    expect(problem).toBeNull()
    expect(readdirSync(standardFolder)).toEqual([made[0]?.name])
  })

  test('holds what was stored while the journal is in use, and leaves no log', async () => {
    journal().entries.add(crampDraft({ note: 'only in the log so far' }), now)
    const { name } = (await backups.makeByHand()).backups[0] ?? {}
    const copy = new Sqlite(join(home, 'backups', name ?? ''), { readonly: true })
    expect(copy.prepare('select note from entry where kind = ?').pluck().all('cramp')).toEqual([
      'only in the log so far',
    ])
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete')
    copy.close()
  })

  test('that was cut short is cleared away by the next', async () => {
    mkdirSync(backups.folder)
    for (const name of ['unknot-2026-11-19T00-00-00+0100-daily.sqlite.draft', 'mine.txt'])
      writeFileSync(join(backups.folder, name), 'half')
    await backups.makeByHand()
    expect(readdirSync(backups.folder).toSorted()).toEqual([
      'mine.txt',
      'unknot-2026-11-20T14-05-12+0100-by-hand.sqlite',
    ])
  })

  test('that is spoiled on the disk is told as that', async () => {
    const made = (await backups.makeByHand()).backups[0]
    damage(join(backups.folder, made?.name ?? ''))
    expect(await getNewest()).toMatchObject({ entryCount: null, problem: 'damaged' })
  })
})

describe('those made by hand', () => {
  test('stay beside the one of the day, and beside each other', async () => {
    await backups.checkDaily()
    for (let made = 0; made < 2; made++) {
      now += MS_PER_HOUR / 2
      await backups.makeByHand()
      await backups.checkDaily()
    }
    expect((await backups.list()).backups.map(({ reason }) => reason)).toEqual([
      'by-hand',
      'by-hand',
      'daily',
    ])
  })

  test('within one second do not take each other’s place', async () => {
    await backups.makeByHand()
    journal().entries.add(fluidDraft(), now)
    const { backups: made } = await backups.makeByHand()
    expect(made.map(({ entryCount }) => entryCount).toSorted()).toEqual([1, 2])
  })
})

describe('a list', () => {
  test('reads again only what has changed', async () => {
    await backups.makeByHand()
    const path = join(backups.folder, (await getNewest()).name)
    const changedAt = new Date(now)
    utimesSync(path, changedAt, changedAt)
    expect((await getNewest()).problem).toBeNull()
    damage(path)
    // Silent corruption keeps size and time, so it is found only after a restart, when the cache is empty.
    utimesSync(path, changedAt, changedAt)
    expect((await getNewest()).problem).toBeNull()
    current.close()
    open()
    expect((await getNewest()).problem).toBe('damaged')
  })

  test('reads what was written over', async () => {
    await backups.makeByHand()
    damage(join(backups.folder, (await getNewest()).name))
    expect((await getNewest()).problem).toBe('damaged')
  })
})

describe('a clock that ran ahead', () => {
  test('leaves backups that neither stand in the way nor come first', async () => {
    now += 3650 * MS_PER_DAY
    for (let day = 0; day < 8; day++) {
      await backups.checkDaily()
      now += MS_PER_DAY
    }
    now -= 3658 * MS_PER_DAY
    await backups.checkDaily()
    const [first, ...ahead] = (await backups.list()).backups
    expect(first).toMatchObject({ reason: 'daily', at: now })
    expect(ahead).toHaveLength(7)
  })
})

describe('every day', () => {
  test('a spoiled backup does not count', async () => {
    await backups.checkDaily()
    damage(join(backups.folder, (await getNewest()).name))
    now += MS_PER_HOUR
    await backups.checkDaily()
    expect((await backups.list()).backups.map(({ problem }) => problem)).toEqual([null])
  })

  test('there is one backup, on start and while the program runs', async () => {
    await backups.checkDaily()
    now += MS_PER_HOUR
    await backups.checkDaily()
    expect((await backups.list()).backups).toHaveLength(1)
    now += 12 * MS_PER_HOUR
    await backups.checkDaily()
    expect((await backups.list()).backups.map(({ reason, at }) => ({ reason, at }))).toEqual([
      { reason: 'daily', at: now },
      { reason: 'daily', at: now - 13 * MS_PER_HOUR },
    ])
  })

  test('but not of a journal with nothing in it', async () => {
    current.erase()
    await backups.checkDaily()
    expect((await backups.list()).backups).toEqual([])
  })

  test('only seven days stay', async () => {
    for (let day = 0; day < 9; day++) {
      await backups.checkDaily()
      now += MS_PER_DAY
    }
    const days = (await backups.list()).backups.map(({ name }) => name.slice(7, 17))
    // The two older days are not kept as weekly backups: the last of their week is the 22nd.
    expect(days.slice(0, 7)).toEqual([
      ...['2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22'],
    ])
    expect(days).toHaveLength(7)
  })

  test('one that cannot be made is told, and tried again', async () => {
    writeFileSync(backups.folder, 'a file where the folder should be')
    await backups.checkDaily()
    expect((await backups.list()).problem).toBe(
      'The last automatic backup could not be made. There is a file where the backup folder should be. Unknot will try again within the hour.',
    )
    await expect(backups.makeByHand()).rejects.toThrow(/^There is a file .* No backup was made\.$/)
    await expect(backups.copyBeforeImport()).rejects.toThrow(
      /There is no safety copy, so nothing was changed\.$/,
    )
    rmSync(backups.folder)
    await backups.checkDaily()
    expect(await backups.list()).toMatchObject({ problem: null, backups: [{ reason: 'daily' }] })
  })
})

describe('restoring', () => {
  test('says before what the backup holds and what would go, and changes nothing', async () => {
    const backup = refOf((await backups.makeByHand()).backups[0] ?? (await getNewest()))
    journal().entries.add(crampDraft(), now)
    const [drink] = listDrinks()
    if (drink === undefined) throw new Error('no drink')
    journal().entries.change(drink.id, fluidDraft({ volumeMl: 300 }), now)
    const before = fingerprint(join(backups.folder, backup.name))
    expect(await backups.preview(backup, null)).toEqual({
      state: 'sound',
      backup: {
        counts: expect.objectContaining({ cramp: 0, fluid: 1 }),
        firstDate: '2026-11-19',
        lastDate: '2026-11-19',
      },
      now: {
        counts: expect.objectContaining({ cramp: 1, fluid: 1 }),
        firstDate: '2026-11-19',
        lastDate: '2026-11-19',
      },
      onlyNow: 2,
    })
    expect(fingerprint(join(backups.folder, backup.name))).toBe(before)
    expect(readdirSync(backups.folder)).toEqual([backup.name])
    expect(listDrinks()).toMatchObject([{ volumeMl: 300 }])
  })

  test('brings back what was there, after a copy of what is there now', async () => {
    const backup = refOf((await backups.makeByHand()).backups[0] ?? (await getNewest()))
    journal().entries.add(fluidDraft({ note: 'later' }), now)
    now += 60_000
    await backups.restore(backup, null)
    expect(opened).toBe(1)
    expect(listDrinks().map(({ note }) => note)).toEqual([''])
    const safety = await getNewest()
    expect(safety).toMatchObject({ reason: 'before-restore', entryCount: 2 })
    now += 60_000
    await backups.restore(refOf(safety), null)
    expect(listDrinks().map(({ note }) => note)).toEqual(['', 'later'])
    expect(readdirSync(home).filter(name => name.startsWith('journal'))).toContain('journal.sqlite')
  })

  test('brings an older schema up to date, and leaves the backup as it was', async () => {
    const old = join(newFolder(), 'old.sqlite')
    openJournal(old, [firstKinds]).close()
    const db = new Sqlite(old)
    db.exec("insert into entry (kind, at, offset_minutes, note, logged_at) values ('fluid', 1, 0, 'old', 1)")
    db.exec("insert into fluid (entry_id, drink, volume_ml) values (1, 'water', 250)")
    db.close()
    const before = fingerprint(old)
    await backups.restore({ place: 'chosen', path: old }, null)
    expect(listDrinks().map(({ note }) => note)).toEqual(['old'])
    expect(fingerprint(old)).toBe(before)
    expect(readdirSync(join(old, '..'))).toEqual(['old.sqlite'])
  })

  test('takes with it the log of a journal that somebody copied by hand while it was in use', async () => {
    const elsewhere = newFolder()
    journal().entries.add(fluidDraft({ note: 'only in the log' }), now)
    for (const ending of ['', '-wal'])
      copyFileSync(join(home, `journal.sqlite${ending}`), join(elsewhere, `copy.sqlite${ending}`))
    current.erase()
    await backups.restore({ place: 'chosen', path: join(elsewhere, 'copy.sqlite') }, null)
    expect(listDrinks().map(({ note }) => note)).toEqual(['', 'only in the log'])
  })

  test.each([
    ['damaged', damage, 'damaged'],
    ['newer', makeNewer, 'newer'],
    ['a text', (path: string) => writeFileSync(path, 'Dear diary, Grüße, '.repeat(500)), 'text'],
    [
      'a text copy',
      (path: string) => writeFileSync(path, '\uFEFF{ "format": 1,\r\n\t"entries": [] }'),
      'text',
    ],
    ['empty', (path: string) => writeFileSync(path, ''), 'empty'],
    ['of nothing but noise', (path: string) => writeFileSync(path, Buffer.alloc(9000, 0xf3)), 'damaged'],
    [
      'a locked copy of which only the first bytes came through',
      (path: string) => writeFileSync(path, 'UNKNO'),
      'damaged',
    ],
    [
      'of another program',
      (path: string) => {
        rmSync(path)
        const db = new Sqlite(path)
        db.exec('create table t (x)')
        db.close()
      },
      'foreign',
    ],
  ] as const)(
    'refuses a file that is %s, and touches neither it nor the journal',
    async (_what, spoil, problem) => {
      const path = join(newFolder(), 'spoiled.sqlite')
      const { backups: made } = await backups.makeByHand()
      copyFileSync(join(backups.folder, made[0]?.name ?? ''), path)
      spoil(path)
      const before = fingerprint(path)
      const ref = { place: 'chosen', path } as const
      expect(await backups.preview(ref, null)).toMatchObject({ state: 'refused', problem })
      await expect(backups.restore(ref, null)).rejects.toThrow(CallFailure)
      expect(fingerprint(path)).toBe(before)
      expect(readdirSync(join(path, '..'))).toEqual([basename(path)])
      expect(listDrinks()).toHaveLength(1)
      expect(readdirSync(backups.folder).filter(name => name.includes('draft'))).toEqual([])
    },
  )

  test('puts a damaged journal aside, and a sound backup in its place', async () => {
    for (let glass = 0; glass < 200; glass++)
      journal().entries.add(fluidDraft({ note: `glass ${glass}` }), now)
    const backup = refOf((await backups.makeByHand()).backups[0] ?? (await getNewest()))
    current.close()
    damage(current.path)
    const damaged = fingerprint(current.path)
    open()
    expect(current.get()).toBeInstanceOf(JournalRefused)
    expect(await backups.preview(backup, null)).toMatchObject({ state: 'sound', now: null, onlyNow: null })
    await backups.restore(backup, null)
    expect(listDrinks()).toHaveLength(201)
    const aside = readdirSync(backups.folder).find(name => name.startsWith('set-aside'))
    expect(fingerprint(join(backups.folder, aside ?? ''))).toBe(damaged)
  })

  test('never happens behind the back of another program that holds the journal', async () => {
    const backup = refOf((await backups.makeByHand()).backups[0] ?? (await getNewest()))
    journal().entries.add(fluidDraft({ note: 'newest' }), now)
    const other = new Sqlite(current.path)
    other.prepare('select count(*) from entry').get()
    now += 1000
    await expect(backups.restore(backup, null)).rejects.toThrow('Another program has the journal open')
    other.close()
    expect(listDrinks().map(({ note }) => note)).toEqual(['', 'newest'])
    expect(existsSync(current.path)).toBe(true)
  })
})
