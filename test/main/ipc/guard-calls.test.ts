import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../main/ipc/calls.ts'
import { guardCalls } from '../../../main/ipc/guard-calls.ts'
import { createEntryHandlers } from '../../../main/ipc/handlers/entries.ts'
import { createPersonHandlers } from '../../../main/ipc/handlers/person.ts'
import { createServices } from '../../../main/services/services.ts'
import { createBusyRetry } from '../../../main/store/busy-retry.ts'
import { type CurrentJournal, openCurrentJournal } from '../../../main/store/current-journal.ts'
import { removeWithLog } from '../../../main/store/journal-copy.ts'
import { JournalRefused } from '../../../main/store/journal-refused.ts'
import { loadJournalStore } from '../../../main/store/journal-store.ts'
import type { Call, Handlers, Input } from '../../../shared/contract.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const clock = {
  now: () => momentAt('2026-11-20', '14:00', 'Europe/Berlin').at,
  timeZone: () => 'Europe/Berlin',
}
const gone = {
  ok: false,
  failure: {
    code: 'journal-unavailable',
    message: 'The journal’s file is no longer where it was, so nothing was stored.',
  },
}

const busyRetry = createBusyRetry({ isOwnWork: () => false, everyMs: 5 })
let path: string
let current: CurrentJournal
let handlers: Partial<Handlers>

beforeEach(async () => {
  path = join(newFolder(), 'folder', 'journal.sqlite')
  current = openCurrentJournal(path, clock, () => {})
  handlers = {
    ...createEntryHandlers(createServices(getOpen(), clock)),
    ...createPersonHandlers(createServices(getOpen(), clock)),
  }
  expect(await addDrink('before')).toMatchObject({ ok: true })
})
afterEach(() => current.close())

function getOpen() {
  const journal = current.get()
  if (journal instanceof JournalRefused) throw journal
  return journal
}

const ask = <C extends Call>(call: C, input: Input<C>) =>
  answer(handlers, call, input, { pageId: 1 }, guardCalls(current, busyRetry))
const addDrink = (note: string) => ask('addEntry', fluidDraft({ note }))
const listNotes = async (date = '2026-11-19') => {
  const reply = await ask('getDay', { date, dayStartMinutes: 240 })
  if (!reply.ok) throw new Error(reply.failure.message)
  return reply.value.entries.map(({ note }) => note)
}

/** Ways of losing the files of an open journal. */
const losses: readonly [what: string, lose: () => void][] = [
  ['its files are deleted', () => removeWithLog(path)],
  ['the file alone is deleted', () => rmSync(path)],
  ['its log alone is deleted', () => rmSync(`${path}-wal`)],
  ['its folder is renamed', () => renameSync(dirname(path), `${dirname(path)}-moved`)],
  [
    'another file takes its place',
    () => {
      renameSync(path, `${path}.moved`)
      writeFileSync(path, 'something else')
    },
  ],
]

test('a call that finds the journal locked waits until it is free, and is stored', async () => {
  const other = new Sqlite(path)
  other.exec('begin immediate')
  const reply = addDrink('meanwhile')
  await new Promise(resolve => setTimeout(resolve, 60))
  other.exec('commit')
  other.close()
  expect(await reply).toMatchObject({ ok: true })
  expect(await listNotes()).toEqual(['before', 'meanwhile'])
})

describe.each(losses)('once %s', (_what, lose) => {
  test('no write is acknowledged, of whatever kind', async () => {
    lose()
    expect(await addDrink('after')).toEqual(gone)
    expect(await ask('changeProfile', { ...emptyProfile, name: 'Ada' })).toEqual(gone)
    expect(
      await ask('setCheckIn', { date: '2026-11-19', kind: 'fluid', dayStartMinutes: 0, complete: true }),
    ).toEqual(gone)
  })

  test('what was stored before can still be read, and saved as a journal of its own', async () => {
    lose()
    await addDrink('after')
    expect(await listNotes()).toEqual(['before'])
    const copy = join(newFolder(), 'copy.sqlite')
    await getOpen().copyTo(copy)
    const saved = loadJournalStore(copy)
    expect(saved.entries.listArchived().map(({ note }) => note)).toEqual(['before'])
    saved.close()
  })
})

test('what was refused is not there when the folder is put back, and the next entry is', async () => {
  const moved = `${dirname(path)}-moved`
  renameSync(dirname(path), moved)
  expect(await addDrink('while it was gone')).toEqual(gone)
  renameSync(moved, dirname(path))
  expect(await addDrink('after')).toMatchObject({ ok: true })
  current.reopen()
  expect(
    getOpen()
      .entries.listArchived()
      .map(({ note }) => note),
  ).toEqual(['before', 'after'])
})

test('a file that goes in the middle of a call is told, too', async () => {
  const inner = handlers.addEntry
  handlers = {
    addEntry: (draft, caller) => {
      const stored = inner?.(draft, caller)
      rmSync(path)
      if (stored === undefined) throw new Error('there is no handler')
      return stored
    },
  }
  expect(await addDrink('in between')).toEqual(gone)
})

test('input that is wrong anyway is told as that', async () => {
  rmSync(path)
  const reply = await ask('addEntry', fluidDraft({ at: clock.now() + 3_600_000 }))
  expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
})

test('saved under its own name it is the journal again', async () => {
  rmSync(dirname(path), { recursive: true })
  mkdirSync(dirname(path))
  await getOpen().copyTo(path)
  current.reopen()
  handlers = createEntryHandlers(createServices(getOpen(), clock))
  expect(await addDrink('after')).toMatchObject({ ok: true })
  current.reopen()
  expect(
    getOpen()
      .entries.listArchived()
      .map(({ note }) => note),
  ).toEqual(['before', 'after'])
})
