/**
 * `victim.ts FOLDER SEED OPERATION`, run by the torture test in a process of its own that is then killed. Writes, changes,
 * deletes, backs up, imports files and history, restores, erases and migrates in an endless loop, OPERATION most often, and reports each
 * step before it begins and once it is acknowledged.
 */
import { copyFileSync, mkdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as takeTurns } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { readStatedTime, startClock } from '../../main/app/clock.ts'
import type { RunJob } from '../../main/jobs/job.ts'
import { backupJobs } from '../../main/services/backups/backup-jobs.ts'
import { createBackups, getFolderSettingPath } from '../../main/services/backups/backups.ts'
import { createFolderSetting } from '../../main/services/backups/folder-setting.ts'
import { historyStore } from '../../main/services/history/history-store.ts'
import { transferJobs } from '../../main/services/transfer/transfer-jobs.ts'
import { openCurrentJournal } from '../../main/store/current-journal.ts'
import { JournalRefused } from '../../main/store/journal-refused.ts'
import { createJournalStore } from '../../main/store/journal-store.ts'
import { firstKinds } from '../../main/store/migrations/0001-first-kinds.ts'
import { openJournal, openSecondConnection } from '../../main/store/open.ts'
import type { JournalFile } from '../../shared/archive/journal-file.ts'
import type { HistoryEntry } from '../../shared/history/history.ts'
import { createRandom } from '../../shared/statistics/random.ts'
import { MS_PER_DAY } from '../../shared/time/moment.ts'
import { emptyJournalFile } from '../fixtures/journal-file.ts'
import { fluidDraft } from '../shared/kinds/drafts.ts'
import { createArchiveQueue } from '../support/in-process.ts'
import { type Change, type Operation, operations, type VictimEvent } from './expected-state.ts'
import { OWN_FOLDER } from './verify.ts'

const [, , folder = '', seed = '', wanted = ''] = process.argv
const random = createRandom(Number(seed))
const below = random.nextInteger
const path = join(folder, 'journal.sqlite')

/** Reports an event by a synchronous write to the pipe, so that it arrives even if the kill follows at once. */
const report = (event: VictimEvent) => writeSync(1, `${JSON.stringify(event)}\n`)

let count = 0
/** Ids by note of the entries that this process has written to the present journal. */
const written = new Map<string, number>()
/** Volumes by note of the last export that was imported into the present journal. */
const exported = new Map<string, number>()
let lastBackup: string | null = null
let isSwapping = false
const makeNote = () => `${seed} ${count++}`

const stated = readStatedTime(process.argv, false)
if (typeof stated === 'string') throw new Error(stated)
const clock = startClock(stated)
const current = openCurrentJournal(path, clock, () => {
  if (!isSwapping) return
  isSwapping = false
  written.clear()
  exported.clear()
  report({ what: 'swapped' })
})
/** Delays the result by 0 to 4 turns of the event loop, in which the main process may write, as with a real worker. */
const withDelayedResult =
  (run: RunJob): RunJob =>
  (job, input, options) =>
    run(job, input, options).finally(async () => {
      for (let turns = below(5); turns > 0; turns--) await takeTurns()
    })
const queue = createArchiveQueue(withDelayedResult)
const ownFolder = createFolderSetting(getFolderSettingPath(path))
const backups = createBackups({ current, queue, clock, ownFolder })

function getJournal() {
  const journal = current.get()
  if (journal instanceof JournalRefused) throw journal
  return journal
}

async function make(change: Change, act: () => unknown): Promise<void> {
  report({ what: 'begin', change })
  await act()
  report({ what: 'done' })
}

const add = () => {
  const entry = [makeNote(), 1 + below(5000)] as const
  return make({ kind: 'put', entries: [entry] }, () => {
    const [note, volumeMl] = entry
    written.set(note, getJournal().entries.add(fluidDraft({ note, volumeMl }), clock.now()).id)
  })
}

async function change(): Promise<void> {
  const [note, id] = [...written][below(Math.max(1, written.size))] ?? []
  if (note === undefined || id === undefined) return add()
  const volumeMl = 1 + below(5000)
  await make({ kind: 'put', entries: [[note, volumeMl]] }, () =>
    getJournal().entries.change(id, fluidDraft({ note, volumeMl }), clock.now()),
  )
}

async function remove(): Promise<void> {
  const [note, id] = [...written][below(Math.max(1, written.size))] ?? []
  if (note === undefined || id === undefined) return add()
  written.delete(note)
  await make({ kind: 'remove', note }, () => getJournal().entries.delete(id, clock.now()))
}

const ways = [add, add, change, remove]

async function write(): Promise<void> {
  for (let more = 5 + below(15); more > 0; more--) await ways[below(ways.length)]?.()
}

/** Writes entries while another operation is running. */
async function writeDuring(doing: Promise<unknown>): Promise<void> {
  let isDone = false
  const ended = doing.finally(() => {
    isDone = true
  })
  for (let more = below(20); more > 0 && !isDone; more--) {
    await takeTurns()
    await add()
  }
  await ended
}

async function backUp(): Promise<void> {
  report({ what: 'backup-begin' })
  const name = { moment: { at: clock.now(), offsetMinutes: 0 }, reason: 'daily' } as const
  const backingUp = queue.run(backupJobs.backUp, { journalPath: path, folder: backups.folder, name })
  await writeDuring(backingUp)
  lastBackup = await backingUp
  report({ what: 'backup-done', name: lastBackup })
  const own = ownFolder.get()
  if (own === null) return
  const order = { folder: backups.folder, own, known: new Map(), now: clock.now() }
  const { problem } = await queue.run(backupJobs.bringToOwnFolder, order)
  if (problem !== null) throw new Error(problem)
}

async function importSome(): Promise<void> {
  const entries = Array.from({ length: 5 + below(300) }, () => [makeNote(), 1 + below(5000)] as const)
  const file: JournalFile = {
    ...emptyJournalFile,
    entries: entries.map(([note, volumeMl], index) => ({
      // A drink per day stays below the daily limit.
      ...fluidDraft({
        note,
        volumeMl,
        at: Date.UTC(1950, 0, 1 + count * 400 + index) % Date.UTC(2020, 0, 1),
      }),
      id: index + 1,
      // Unique, because import takes an entry with equal id and loggedAt for the same one.
      loggedAt: (Number(seed) % 10_000) * 1_000_000 + count,
      editedAt: null,
      deletedAt: null,
    })),
  }
  const source = join(folder, 'import.json')
  writeFileSync(source, JSON.stringify(file))
  const order = {
    journalPath: path,
    paths: [source],
    passphrase: null,
    answers: { dateOrder: null, decimalSign: null },
    changed: 'keep',
    now: { at: clock.now(), offsetMinutes: 0 },
    timeZone: 'UTC',
  } as const
  await writeDuring(backups.copyBeforeImport())
  const preview = await queue.run(transferJobs.previewImport, order)
  // Over several victims days can fill up: then the preview has nothing to import.
  if (preview.state !== 'ready') return
  await make({ kind: 'put', entries }, () =>
    queue.run(transferJobs.runImport, { ...order, token: preview.plan.token }),
  )
}

/**
 * Imports an export that holds what those before it held, some of it with other volumes, and more; takes every second
 * import back.
 */
async function importHistory(): Promise<void> {
  const older = [...exported].map(
    ([note, volumeMl]) => [note, below(3) === 0 ? 1 + below(5000) : volumeMl] as const,
  )
  const newer = Array.from({ length: 5 + below(300) }, () => [makeNote(), 1 + below(5000)] as const)
  const records = [...older, ...newer].map(([note, volumeMl]): HistoryEntry => {
    // A drink per day stays below the daily limit.
    const at = Date.UTC(1900, 0, 2) + (Number(note.split(' ')[1]) % 18_000) * MS_PER_DAY
    return { key: note, loggedAt: at, draft: fluidDraft({ note, volumeMl, at }) }
  })
  const source = { reader: 'waterminder', name: `WaterMinder ${seed}` }
  const now = { at: clock.now(), offsetMinutes: 0 }
  await writeDuring(backups.copyBeforeImport())
  const journal = createJournalStore(openSecondConnection(path))
  try {
    const { fates } = historyStore.plan(journal, source, records, now, () => {})
    const listed = (wanted: string) =>
      records.flatMap(({ key, draft }, index) =>
        fates[index]?.fate === wanted && draft.kind === 'fluid' ? [[key, draft.volumeMl] as const] : [],
      )
    const [added, updated] = [listed('new'), listed('updated')]
    let importId = 0
    await make({ kind: 'put', entries: [...added, ...updated] }, () => {
      importId = journal.atomically(() => {
        const plan = historyStore.plan(journal, source, records, now, () => {})
        return historyStore.store(journal, { source, plan, answers: {}, now }).importId
      })
    })
    if (below(2) === 0) {
      for (const [note, volumeMl] of [...added, ...updated]) exported.set(note, volumeMl)
      return
    }
    const before = updated.map(([note]) => [note, exported.get(note) ?? 0] as const)
    await make({ kind: 'undo', added: added.map(([note]) => note), entries: before }, () =>
      historyStore.undo(journal, importId),
    )
  } finally {
    journal.close()
  }
}

async function restore(): Promise<void> {
  if (lastBackup === null) return
  // Copy for the verification, because retention may delete the backup.
  const kept = `restored-${seed}-${count++}.sqlite`
  copyFileSync(join(backups.folder, lastBackup), join(folder, kept))
  report({ what: 'swap', kept })
  isSwapping = true
  await writeDuring(backups.restore({ place: 'standard', name: lastBackup }, null))
}

async function erase(): Promise<void> {
  report({ what: 'swap', kept: null })
  isSwapping = true
  lastBackup = null
  await backups.eraseEverything(true)
  await chooseOwnFolder()
}

async function chooseOwnFolder(): Promise<void> {
  const own = join(folder, OWN_FOLDER)
  mkdirSync(own, { recursive: true })
  await ownFolder.set(own)
}

/** Creates a second journal with the first schema and 200 rows, then migrates it to the present one. */
function migrate(): void {
  const name = `old-${seed}-${count++}`
  mkdirSync(join(folder, name))
  const old = join(folder, name, 'journal.sqlite')
  openJournal(old, [firstKinds]).close()
  const db = new Sqlite(old)
  const notes = Array.from({ length: 200 }, (_, index) => `${name} ${index}`)
  const insertEntry = db.prepare(
    "insert into entry (kind, at, offset_minutes, note, logged_at) values ('fluid', 1, 0, ?, 1)",
  )
  const insertFluid = db.prepare("insert into fluid (entry_id, drink, volume_ml) values (?, 'water', 250)")
  db.transaction(() => {
    for (const note of notes) insertFluid.run(insertEntry.run(note).lastInsertRowid)
  })()
  db.close()
  report({ what: 'migration-begin', name, notes })
  openJournal(old).close()
}

const acts: Readonly<Record<Operation, () => Promise<void> | void>> = {
  write,
  backup: backUp,
  migration: migrate,
  import: importSome,
  history: importHistory,
  restore,
  erase,
}

async function act(operation: Operation): Promise<void> {
  report({ what: 'operation', operation })
  const begunAt = performance.now()
  await acts[operation]()
  report({ what: 'operation-done', operation, ms: performance.now() - begunAt })
  if (below(10) === 0) current.reopen()
}

const chances = operations.flatMap(operation =>
  Array.from({ length: operation === wanted ? operations.length : 1 }, () => operation),
)

report({ what: 'ready' })
if (ownFolder.get() === null) await chooseOwnFolder()
await act('write')
for (;;) {
  const operation = chances[below(chances.length)]
  if (operation === 'restore' && lastBackup === null) await act('backup')
  if (operation !== undefined) await act(operation)
}
