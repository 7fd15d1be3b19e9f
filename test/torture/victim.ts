/**
 * Run by the torture in a process of its own, to be killed: `victim.ts FOLDER SEED`. Writes, changes, deletes, backs up,
 * imports, restores and migrates without end, and tells each thing before it begins and once it is acknowledged.
 */
import { copyFileSync, mkdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { prepareRestore } from '../../main/backups/backup-tasks.ts'
import { openCurrentJournal } from '../../main/current-journal.ts'
import { firstKinds } from '../../main/journal/migrations/0001-first-kinds.ts'
import { getBackupFolder, JournalRefused, openJournal } from '../../main/journal/open.ts'
import { tasks } from '../../main/keeping/tasks.ts'
import type { JournalFile } from '../../shared/journal/journal-file.ts'
import { formatBackupName } from '../../shared/keeping/backup.ts'
import { createRandom } from '../../shared/statistics/random.ts'
import { emptyJournalFile } from '../fixtures/journal-file.ts'
import { fluidDraft } from '../shared/journal/drafts.ts'
import type { Change, Told } from './story.ts'

const [, , folder = '', seed = ''] = process.argv
const random = createRandom(Number(seed))
const below = random.nextInteger
const path = join(folder, 'journal.sqlite')
const backupFolder = getBackupFolder(path)
const current = openCurrentJournal(path, { now: Date.now }, () => {})

/** Straight to the pipe: what was told is told, even if the next thing is death. */
const tell = (line: Told) => writeSync(1, `${JSON.stringify(line)}\n`)

let count = 0
const written = new Map<string, number>()
const lastBackup: string[] = []
const makeNote = () => `${seed} ${count++}`

function getJournal() {
  const journal = current.get()
  if (journal instanceof JournalRefused) throw journal
  return journal
}

async function make(change: Change, act: () => unknown): Promise<void> {
  tell({ what: 'begin', change })
  await act()
  tell({ what: 'done' })
}

const add = () => {
  const entry = [makeNote(), 1 + below(5000)] as const
  return make({ kind: 'put', entries: [entry] }, () => {
    const [note, volumeMl] = entry
    written.set(note, getJournal().entries.add(fluidDraft({ note, volumeMl }), Date.now()).id)
  })
}

async function change(): Promise<void> {
  const [note, id] = [...written][below(Math.max(1, written.size))] ?? []
  if (note === undefined || id === undefined) return add()
  const volumeMl = 1 + below(5000)
  await make({ kind: 'put', entries: [[note, volumeMl]] }, () =>
    getJournal().entries.change(id, fluidDraft({ note, volumeMl }), Date.now()),
  )
}

async function remove(): Promise<void> {
  const [note, id] = [...written][below(Math.max(1, written.size))] ?? []
  if (note === undefined || id === undefined) return add()
  written.delete(note)
  await make({ kind: 'remove', note }, () => getJournal().entries.delete(id, Date.now()))
}

async function backUp(): Promise<void> {
  const name = { moment: { at: Date.now(), offsetMinutes: 0 }, reason: 'daily', origin: null } as const
  // Names tell seconds: another backup of the same second would take the place of this one.
  if (lastBackup.includes(formatBackupName(name))) return
  tell({ what: 'backup-begin' })
  const backingUp = tasks.backUp({ journalPath: path, folder: backupFolder, name })
  // Entries go on being written meanwhile.
  for (let more = below(5); more > 0; more--) await add()
  await backingUp
  lastBackup.push(formatBackupName(name))
  tell({ what: 'backup-done', name: formatBackupName(name) })
}

async function importSome(): Promise<void> {
  const entries = Array.from({ length: 5 + below(300) }, () => [makeNote(), 1 + below(5000)] as const)
  const file: JournalFile = {
    ...emptyJournalFile,
    entries: entries.map(([note, volumeMl], index) => ({
      // One a day, so that it never is more than a day can hold.
      ...fluidDraft({
        note,
        volumeMl,
        at: Date.UTC(1950, 0, 1 + count * 400 + index) % Date.UTC(2020, 0, 1),
      }),
      id: index + 1,
      // Never that of another entry with the same id, which it would be taken for.
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
    now: { at: Date.now(), offsetMinutes: 0 },
    timeZone: 'UTC',
  } as const
  const preview = tasks.previewImport(order)
  // Of several lives, days can fill up; then there is nothing to import.
  if (preview.state !== 'ready') return
  await make({ kind: 'put', entries }, () =>
    tasks.runImport({ ...order, token: preview.plan.token }, () => {}),
  )
}

async function restore(): Promise<void> {
  const name = lastBackup.at(-1)
  if (name === undefined) return
  const order = {
    source: join(backupFolder, name),
    passphrase: null,
    journalPath: path,
    folder: backupFolder,
  }
  // Backups of a day give way to newer ones of it; what was restored must still be known at the end.
  const kept = `restored-${seed}-${count++}.sqlite`
  copyFileSync(order.source, join(folder, kept))
  await make({ kind: 'restore', kept }, async () => {
    const prepared = await prepareRestore(order)
    if (prepared.state !== 'sound') throw new Error(JSON.stringify(prepared))
    current.replaceBy(prepared.draft)
  })
  written.clear()
}

/** A journal of the first schema, with rows, beside the other: brought up to date. */
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
  tell({ what: 'migration-begin', name, notes })
  openJournal(old).close()
}

const deeds: readonly (readonly [weight: number, deed: () => Promise<void> | void])[] = [
  [10, add],
  [4, change],
  [3, remove],
  [3, backUp],
  [3, importSome],
  [2, restore],
  [2, migrate],
  [1, () => current.reopen()],
]
const chances = deeds.flatMap(([weight, deed]) => Array.from({ length: weight }, () => deed))

tell({ what: 'ready' })
for (;;) await chances[below(chances.length)]?.()
