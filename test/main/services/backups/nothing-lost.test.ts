/** Data-loss scenarios of restore, erasure and saved copies: none loses an entry. */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { CallFailure } from '../../../../main/files/failures.ts'
import { guardReservedPaths } from '../../../../main/files/reserved-paths.ts'
import { createBrowsingHandlers } from '../../../../main/ipc/handlers/browsing.ts'
import { JobCancelled } from '../../../../main/jobs/job.ts'
import { createJobQueue } from '../../../../main/jobs/job-queue.ts'
import { createThreadRunner } from '../../../../main/jobs/run-in-threads.ts'
import { createServices } from '../../../../main/services/services.ts'
import { SAFETY_COPIES_KEPT } from '../../../../shared/archive/retention.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { fluidDraft } from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'
import { createQueueWith, openBackups, refOf, type TestClock } from './open-backups.ts'

const newFolder = temporaryFolders()
let clock: TestClock
beforeEach(() => {
  clock = { now: momentAt('2026-11-20', '14:05:12', 'Europe/Berlin').at }
})

function readNotes(path: string): string[] {
  const db = new Sqlite(path, { readonly: true })
  try {
    return db.prepare<[], string>('select note from entry order by note').pluck().all()
  } finally {
    db.close()
  }
}

async function getNewest(backups: ReturnType<typeof openBackups>['backups']) {
  const [newest] = (await backups.list()).backups
  if (newest === undefined) throw new Error('there is no backup')
  return newest
}

const archiveWorker = join(import.meta.dirname, '../../../../main/services/archive-worker.ts')
const createThreadQueue = () =>
  createJobQueue(createThreadRunner({ workerFiles: { archive: archiveWorker } }))

describe('what is written while a backup is being restored', () => {
  /** @param runs number of jobs after each of which an entry is written */
  async function restoreWhileWriting(runs: number) {
    let left = 0
    const written = ['before']
    const opened = openBackups(
      newFolder(),
      clock,
      createQueueWith(() => {
        if (left-- <= 0) return
        const note = `meanwhile ${left}`
        opened.journal().entries.add(fluidDraft({ note }), clock.now)
        written.push(note)
      }),
    )
    const { backups, journal } = opened
    await backups.makeByHand()
    const empty = refOf(await getNewest(backups))
    journal().entries.add(fluidDraft({ note: 'before' }), clock.now)
    clock.now += 60_000
    left = runs
    await backups.restore(empty, null)
    left = 0
    return { ...opened, written: written.toSorted() }
  }

  test.each([0, 1, 2, 3, 9])(
    'after each of the first %i steps is in the safety copy, which is one',
    async runs => {
      const { backups, listNotes, written } = await restoreWhileWriting(runs)
      const list = (await backups.list()).backups.filter(({ reason }) => reason === 'before-restore')
      expect(list).toHaveLength(1)
      expect(list[0]).toMatchObject({ problem: null, entryCount: written.length })
      expect(readNotes(join(backups.folder, list[0]?.name ?? ''))).toEqual(written)
      expect(listNotes()).toEqual([])
      expect(readdirSync(backups.folder).filter(name => name.includes('draft'))).toEqual([])
    },
  )

  test('by the main process while the threads work is in a file afterwards', async () => {
    const { backups, journal, current } = openBackups(newFolder(), clock, createThreadQueue())
    await backups.makeByHand()
    const source = refOf(await getNewest(backups))
    const acknowledged: string[] = []
    let isDone = false
    const restoring = backups.restore(source, null).finally(() => {
      isDone = true
    })
    while (!isDone) {
      const note = `drink ${acknowledged.length}`
      journal().entries.add(fluidDraft({ note }), clock.now)
      acknowledged.push(note)
      await wait(20)
    }
    await restoring
    const files = readdirSync(backups.folder).map(name => join(backups.folder, name))
    const held = new Set([current.path, ...files].flatMap(readNotes))
    expect(acknowledged.filter(note => !held.has(note))).toEqual([])
    expect(acknowledged.length).toBeGreaterThan(2)
  }, 30_000)
})

test('a preview can be stopped, and leaves no draft: the next has its turn', async () => {
  const { backups } = openBackups(newFolder(), clock, createThreadQueue())
  await backups.makeByHand()
  const source = refOf(await getNewest(backups))
  const controller = new AbortController()
  const stopped = backups.preview(source, null, { signal: controller.signal })
  // The thread starts in the next turn of the event loop, and needs many turns to load.
  setImmediate(() => controller.abort(new JobCancelled()))
  await expect(stopped).rejects.toThrow('Stopped. Nothing was changed.')
  expect(readdirSync(backups.folder).filter(name => name.includes('draft'))).toEqual([])
  expect(await backups.preview(source, null)).toMatchObject({ state: 'sound' })
})

test('the oldest of the safety copies can be restored, and is still there afterwards', async () => {
  const { backups, journal, listNotes } = openBackups(newFolder(), clock)
  for (let copies = 0; copies < SAFETY_COPIES_KEPT; copies++) {
    journal().entries.add(fluidDraft({ note: `drink ${copies}` }), clock.now)
    await backups.copyBeforeImport()
    clock.now += 60_000
  }
  const oldest = (await backups.list()).backups.at(-1)
  if (oldest === undefined) throw new Error('there is no safety copy')
  await backups.restore(refOf(oldest), null)
  expect(listNotes()).toEqual(['drink 0'])
  expect(existsSync(join(backups.folder, oldest.name))).toBe(true)
  expect((await getNewest(backups)).entryCount).toBe(SAFETY_COPIES_KEPT)
})

test('a safety copy that is restored in the second it was made is not written over', async () => {
  const { backups, journal, listNotes } = openBackups(newFolder(), clock)
  journal().entries.add(fluidDraft({ note: 'first' }), clock.now)
  await backups.copyBeforeImport()
  await backups.restore(refOf(await getNewest(backups)), null)
  journal().entries.add(fluidDraft({ note: 'second' }), clock.now)
  await backups.restore(refOf(await getNewest(backups)), null)
  expect(listNotes()).toEqual(['first'])
  expect((await backups.list()).backups.map(({ entryCount }) => entryCount).toSorted()).toEqual([1, 1, 2])
})

test('a file with the longest name there can be is restored', async () => {
  const { backups, journal, listNotes } = openBackups(newFolder(), clock)
  journal().entries.add(fluidDraft({ note: 'of long ago' }), clock.now)
  await backups.makeByHand()
  const path = join(newFolder(), `${'x'.repeat(255 - '.sqlite'.length)}.sqlite`)
  linkSync(join(backups.folder, (await getNewest(backups)).name), path)
  expect(await backups.preview({ place: 'chosen', path }, null)).toMatchObject({ state: 'sound' })
  await backups.restore({ place: 'chosen', path }, null)
  expect(listNotes()).toEqual(['of long ago'])
})

test('a folder that is chosen in place of a file is refused', async () => {
  const { backups } = openBackups(newFolder(), clock)
  expect(await backups.preview({ place: 'chosen', path: newFolder() }, null)).toEqual({
    state: 'refused',
    problem: 'unreadable',
    detail: 'It is a folder, not a file.',
  })
})

test('a backup made by a clock that is sixty years behind is listed, restored and erased', async () => {
  const late = { now: Date.UTC(1966, 10, 20, 13, 5, 12, 345) }
  const { backups, journal, listNotes } = openBackups(newFolder(), late)
  journal().entries.add(fluidDraft({ note: 'of then' }), late.now)
  await backups.checkDaily()
  const { backups: listed } = await backups.list()
  expect(listed).toMatchObject([{ reason: 'daily', at: Date.UTC(1966, 10, 20, 13, 5, 12), problem: null }])
  journal().entries.add(fluidDraft({ note: 'of later' }), late.now)
  await backups.restore(refOf(await getNewest(backups)), null)
  expect(listNotes()).toEqual(['of then'])
  await backups.eraseEverything(false)
  expect((await backups.list()).backups).toEqual([])
})

test.each([
  ['is gone', 'gone.sqlite', 'This file is no longer there.'],
  ['has a name of 300 characters', `${'x'.repeat(300)}.sqlite`, 'This name is too long.'],
  ['has a NUL in its name', 'a\0b.sqlite', 'This name is not possible here.'],
  ['is a link to itself', 'loop', 'Links lead in a circle here'],
  ['lies in what is no folder', 'file/copy.sqlite', 'This is not a folder.'],
])('a file that %s is refused for that reason', async (_how, name, sentence) => {
  const { backups } = openBackups(newFolder(), clock)
  const folder = newFolder()
  symlinkSync('loop', join(folder, 'loop'))
  writeFileSync(join(folder, 'file'), '')
  const chosen = { place: 'chosen', path: join(folder, name) } as const
  await expect(backups.preview(chosen, null)).rejects.toThrow(sentence)
  await expect(backups.restore(chosen, null)).rejects.toThrow(sentence)
})

test('pipes and links that lead nowhere, put into a shared folder, hold nothing up', async () => {
  const { backups, journal } = openBackups(newFolder(), clock)
  const shared = newFolder()
  execFileSync('mkfifo', [join(shared, 'unknot-2026-11-20T14-05-12+0100-daily-00c0ffee.sqlite')])
  symlinkSync('gone', join(shared, 'unknot-2026-11-19T14-05-12+0100-daily-00c0ffee.sqlite'))
  symlinkSync(
    'unknot-2026-11-18T14-05-12+0100-daily-00c0ffee.sqlite',
    join(shared, 'unknot-2026-11-18T14-05-12+0100-daily-00c0ffee.sqlite'),
  )
  journal().entries.add(fluidDraft(), clock.now)
  await backups.setOwnFolder(shared)
  const { backups: listed, ownFolder } = await backups.makeByHand()
  expect(ownFolder?.problem).toBeNull()
  expect(listed.filter(({ place }) => place === 'own')).toMatchObject([
    { problem: 'unreadable', isOurs: false },
  ])
})

describe('a journal that is a link to a file elsewhere', () => {
  const openLinked = () => {
    const home = newFolder()
    const file = join(newFolder(), 'real.sqlite')
    symlinkSync(file, join(home, 'journal.sqlite'))
    return { home, file }
  }
  const begin = () => {
    const { home, file } = openLinked()
    const first = openBackups(newFolder(), clock)
    first.journal().entries.add(fluidDraft({ note: 'linked' }), clock.now)
    first.current.close()
    copyFileSync(first.current.path, file)
    return { file, ...openBackups(home, clock) }
  }

  test('is erased where it lies', async () => {
    const { backups, file, current, journal } = begin()
    await backups.eraseEverything(false)
    expect(existsSync(file)).toBe(false)
    expect(existsSync(current.path)).toBe(true)
    expect(journal().entries.isEmpty()).toBe(true)
  })

  test('is replaced where it lies by a restore', async () => {
    const { backups, file, current, journal, listNotes } = begin()
    await backups.makeByHand()
    journal().entries.add(fluidDraft({ note: 'later' }), clock.now)
    await backups.restore(refOf(await getNewest(backups)), null)
    expect(listNotes()).toEqual(['linked'])
    expect(readlinkSync(current.path)).toBe(file)
  })

  test('is missing, and not begun anew, when that file is', () => {
    const { home } = openLinked()
    expect(openBackups(home, clock).current.get()).toMatchObject({ reason: 'missing' })
  })
})

test('nothing is erased while another program has the journal open', async () => {
  const { backups, journal, current, listNotes } = openBackups(newFolder(), clock)
  journal().entries.add(fluidDraft({ note: 'kept' }), clock.now)
  await backups.makeByHand()
  const before = readdirSync(backups.folder)
  const other = new Sqlite(current.path)
  other.prepare('select count(*) from entry').get()
  await expect(backups.eraseEverything(false)).rejects.toThrow(
    /Another program has the journal open.*Nothing was changed/,
  )
  other.close()
  expect(readdirSync(backups.folder)).toEqual(before)
  expect(listNotes()).toEqual(['kept'])
})

describe('what is deleted for good', () => {
  const SECRET = 'a word that nobody shall read again'

  test('is in no file of the journal, and in no backup made afterwards', async () => {
    const { backups, journal, current } = openBackups(newFolder(), clock)
    const { entries } = journal()
    for (let glass = 0; glass < 50; glass++)
      entries.add(fluidDraft({ note: `${SECRET} ${glass}` }), clock.now)
    const ids = entries.listOfKind('fluid', 0, Number.MAX_SAFE_INTEGER).map(({ id }) => id)
    const time = { now: () => clock.now, timeZone: () => 'Europe/Berlin' }
    const { deleteEntries, eraseEntries } = createBrowsingHandlers(createServices(journal(), time))
    deleteEntries({ ids }, { pageId: 0 })
    eraseEntries({ ids }, { pageId: 0 })
    await backups.makeByHand()
    const files = [
      ...['', '-wal'].map(ending => `${current.path}${ending}`),
      join(backups.folder, (await getNewest(backups)).name),
    ]
    for (const file of files) expect(readFileSync(file).includes('nobody shall read'), file).toBe(false)
  })
})

describe('the journal’s own places', () => {
  const answerWith = (filePath: string, journalPath: string) =>
    guardReservedPaths(
      {
        showSaveDialog: async () => ({ canceled: false, filePath }),
        showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
      },
      journalPath,
    ).showSaveDialog({})

  test.each([
    'journal.sqlite',
    'journal.sqlite-wal',
    'journal.sqlite-shm',
    'backups/mine.pdf',
    'backups',
    'window.json',
    'backup-folder.json',
    'copy.sqlite',
    'backups of mine/x',
    './x/../journal.sqlite',
  ])('are no place to save anything: %s', async name => {
    const { home, current, journal } = openBackups(newFolder(), clock)
    mkdirSync(join(home, 'backups'))
    mkdirSync(join(home, 'x'))
    journal().entries.add(fluidDraft(), clock.now)
    await expect(answerWith(join(home, name), current.path)).rejects.toThrow(CallFailure)
  })

  test('are those of the person’s own journal for the demo, whose folder lies within', async () => {
    const home = newFolder()
    const dialog = {
      showSaveDialog: async () => ({ canceled: false, filePath: join(home, 'journal.sqlite') }),
      showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
    }
    const guarded = guardReservedPaths(dialog, join(home, 'demo', 'journal.sqlite'), home)
    await expect(guarded.showSaveDialog({})).rejects.toThrow('Unknot keeps its own files in this folder.')
  })

  test('are no folder for more backups', async () => {
    const { home, backups } = openBackups(newFolder(), clock)
    for (const path of [home, join(home, 'backups'), join(home, 'other')])
      await expect(backups.setOwnFolder(path)).rejects.toThrow(CallFailure)
  })

  test('are known by any other name', async () => {
    const { home, current } = openBackups(newFolder(), clock)
    const elsewhere = newFolder()
    linkSync(current.path, join(elsewhere, 'twin.sqlite'))
    symlinkSync(current.path, join(elsewhere, 'link.sqlite'))
    symlinkSync(home, join(elsewhere, 'home'))
    for (const name of ['twin.sqlite', 'link.sqlite', 'home/journal.sqlite', 'home/backups/new/copy.json'])
      await expect(answerWith(join(elsewhere, name), current.path), name).rejects.toThrow(CallFailure)
  })

  test('leave every other place free', async () => {
    const { home, current } = openBackups(newFolder(), clock)
    for (const path of [join(newFolder(), 'journal.sqlite'), join(`${home} of another`, 'copy.sqlite')])
      expect(await answerWith(path, current.path)).toEqual({ canceled: false, filePath: path })
  })
})
