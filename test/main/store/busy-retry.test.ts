import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../main/ipc/calls.ts'
import { createEntryHandlers } from '../../../main/ipc/handlers/entries.ts'
import { createJobQueue } from '../../../main/jobs/job-queue.ts'
import { createThreadRunner } from '../../../main/jobs/run-in-threads.ts'
import { createServices } from '../../../main/services/services.ts'
import { transferJobs } from '../../../main/services/transfer/transfer-jobs.ts'
import { createBusyRetry } from '../../../main/store/busy-retry.ts'
import { type JournalStore, loadJournalStore } from '../../../main/store/journal-store.ts'
import { emptyJournalFile } from '../../fixtures/journal-file.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const NOW = Date.UTC(2026, 10, 20)
const clock = { now: () => NOW, timeZone: () => 'UTC' }
const silent = () => {}

let path: string
let journal: JournalStore
beforeEach(() => {
  path = join(newFolder(), 'journal.sqlite')
  journal = loadJournalStore(path)
})
afterEach(() => journal.close())

/** Locks the journal from a second connection. @returns function that releases the lock */
function lock(): () => void {
  const other = new Sqlite(path)
  other.exec('begin immediate')
  return () => {
    other.exec('rollback')
    other.close()
  }
}
const notes = () => journal.entries.listArchived().map(({ note }) => note)
const add = (note: string) => journal.entries.add(fluidDraft({ note }), NOW).id

describe('the retry queue', () => {
  test('lets a write through at once where nobody holds the journal', () => {
    const busyRetry = createBusyRetry({ isOwnWork: () => false })
    expect(busyRetry.run(() => add('now'))).toBe(1)
  })

  test('keeps writes until the journal is free, and stores them in the order in which they came', async () => {
    const busyRetry = createBusyRetry({ isOwnWork: () => true, everyMs: 5, giveUpAfterMs: 10 })
    const unlock = lock()
    const waiting = ['first', 'second', 'third'].map(note => busyRetry.run(() => add(note)))
    await wait(60)
    expect(notes()).toEqual([])
    unlock()
    // A write after the release queues behind the earlier ones.
    const last = busyRetry.run(() => add('last'))
    expect(await Promise.all([...waiting, last])).toEqual([1, 2, 3, 4])
    expect(notes()).toEqual(['first', 'second', 'third', 'last'])
  })

  test('gives up after a while where it is another program that holds the journal', async () => {
    const busyRetry = createBusyRetry({ isOwnWork: () => false, everyMs: 5, giveUpAfterMs: 30 })
    const unlock = lock()
    await expect(busyRetry.run(() => add('never'))).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    unlock()
    expect(busyRetry.run(() => add('after'))).toBe(1)
  })

  test('hands on what else goes wrong', async () => {
    const busyRetry = createBusyRetry({ isOwnWork: () => true, everyMs: 5 })
    const unlock = lock()
    const waiting = busyRetry.run<never>(() =>
      journal.atomically(() => {
        throw new Error('wrong')
      }),
    )
    unlock()
    await expect(waiting).rejects.toThrow('wrong')
  })
})

test('what is written down during an import is stored, and the main process does not stand still', async () => {
  const file = join(newFolder(), 'journal.json')
  const entries = Array.from({ length: 20_000 }, (_, index) => ({
    ...fluidDraft({ at: NOW - index * 86_400_000 }),
    ...{ id: index + 1, loggedAt: NOW, editedAt: null, deletedAt: null },
  }))
  writeFileSync(file, JSON.stringify({ ...emptyJournalFile, entries }))
  const archive = join(import.meta.dirname, '../../../main/services/archive-worker.ts')
  const queue = createJobQueue(createThreadRunner({ workerFiles: { archive } }))
  const busyRetry = createBusyRetry({ isOwnWork: queue.isBusy })
  const handlers = createEntryHandlers(createServices(journal, clock))
  const order = {
    ...{ journalPath: path, paths: [file], passphrase: null, changed: 'keep' as const, timeZone: 'UTC' },
    ...{ answers: { dateOrder: null, decimalSign: null }, now: { at: NOW, offsetMinutes: 0 } },
  }
  const preview = await queue.run(transferJobs.previewImport, order)
  if (preview.state !== 'ready') throw new Error(preview.state)
  let isImporting = true
  const locked = Promise.withResolvers<void>()
  const importing = queue
    .run(
      transferJobs.runImport,
      { ...order, token: preview.plan.token },
      // The import holds the lock once it has read the file.
      { onProgress: done => done >= 450 && locked.resolve() },
    )
    .finally(() => {
      isImporting = false
    })
  await locked.promise
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const replies = [1, 2, 3].map(at =>
    answer(
      handlers,
      'addEntry',
      fluidDraft({ at: NOW - at, note: 'meanwhile' }),
      { pageId: 1 },
      busyRetry.run,
      silent,
    ),
  )
  await wait(30)
  expect(isImporting).toBe(true)
  await importing
  delay.disable()
  expect((await Promise.all(replies)).map(({ ok }) => ok)).toEqual([true, true, true])
  // Far below the two seconds of a blocking busy timeout, and far above the noise of a loaded machine.
  expect(delay.max / 1e6).toBeLessThan(1000)
  expect(notes().filter(note => note === 'meanwhile')).toHaveLength(3)
  expect(journal.entries.listArchived()).toHaveLength(20_003)
})
