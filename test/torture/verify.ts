/** Verification after a kill: compares the files that a victim left with the events it had reported. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { getBackupFolder } from '../../main/files/reserved-paths.ts'
import { judgeFile } from '../../main/store/judge.ts'
import { openJournal } from '../../main/store/open.ts'
import { parseBackupName } from '../../shared/archive/backup.ts'
import { SAFETY_COPIES_KEPT } from '../../shared/archive/retention.ts'
import {
  type Contents,
  type ExpectedState,
  holdsAll,
  isSame,
  replayEvents,
  type VictimEvent,
} from './expected-state.ts'

/** Name of the person's own backup folder, to which the victim copies its backups. */
export const OWN_FOLDER = 'own'

export interface Verification {
  /** Contents of the journal after recovery; the next round starts from them. */
  readonly contents: Contents
  /** Descriptions of lost or corrupted data. */
  readonly losses: readonly string[]
}

/** Opens the journal with the program's own recovery, then checks it, its copies and its migrations. */
export function verify(folder: string, before: Contents, events: readonly VictimEvent[]): Verification {
  const path = join(folder, 'journal.sqlite')
  const expected = replayEvents(before, events, kept => readContents(join(folder, kept)))
  const losses: string[] = []
  const attempt = <T>(what: string, look: () => T): T | undefined => {
    try {
      return look()
    } catch (error) {
      losses.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }
  const found = attempt('the journal does not open', () => {
    openJournal(path).close()
    return readContents(path)
  })
  const backupFolder = getBackupFolder(path)
  const files = [backupFolder, join(folder, OWN_FOLDER)].flatMap(listCopies)
  const copies = new Map<string, Contents>()
  for (const file of files)
    attempt(`the copy ${file} is not sound`, () => {
      judgeFile(file)
      copies.set(file, readContents(file))
    })
  if (found !== undefined)
    losses.push(...verifyJournal(found, expected), ...verifySafetyCopy(found, expected, copies))
  for (const [name, then] of expected.backups) {
    // A backup may or may not contain changes made while it ran: only entries unchanged since its start are checked.
    const kept = new Map(
      [...then].filter(([note]) => expected.certain.has(note) && !wasChangedLater(events, note)),
    )
    const held = copies.get(join(backupFolder, name))
    if (held !== undefined && !holdsAll(held, kept))
      losses.push(`the backup ${name} lacks what was acknowledged before it`)
  }
  for (const [file, held] of copies)
    if ([...held.keys()].some(note => expected.erased.has(note)))
      losses.push(`the copy ${file} holds what had been erased`)
  for (const [name, notes] of expected.migrations)
    attempt(`the migrated journal ${name}`, () => {
      const old = join(folder, name, 'journal.sqlite')
      openJournal(old).close()
      const held = readContents(old)
      if (!notes.every(note => held.has(note))) throw new Error('it has lost rows')
    })
  return { contents: found ?? new Map(), losses }
}

const listCopies = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith('.sqlite'))
        .map(name => join(folder, name))
    : []

function verifyJournal(found: Contents, { certain, possible }: ExpectedState): string[] {
  return possible.some(contents => isSame(found, contents))
    ? []
    : [`the journal holds ${found.size} entries, and not the ${certain.size} acknowledged ones`]
}

/** Safety copy check: a restore must leave a copy of all that it replaced, up to the last acknowledged entry. */
function verifySafetyCopy(
  found: Contents,
  expected: ExpectedState,
  copies: ReadonlyMap<string, Contents>,
): string[] {
  const { certain, swap, replaced } = expected
  const isSwapped = swap !== null && isSame(found, swap.to) && !isSame(found, certain)
  // No copy is expected after an erasure, nor (below) when newer safety copies have displaced it by retention.
  if (isSwapped ? !swap.isRestore : !replaced?.isRestore) return []
  // An interrupted erasure may have deleted the copies already: it deletes them first.
  if (swap !== null && !swap.isRestore) return []
  if (!isSwapped && replaced !== null && replaced.safetyCopiesSince >= SAFETY_COPIES_KEPT - 1) return []
  const wanted = isSwapped ? certain : replaced?.contents
  const isThere = [...copies].some(
    ([file, held]) =>
      wanted !== undefined &&
      parseBackupName(file.split(/[\\/]/).at(-1) ?? '')?.reason === 'before-restore' &&
      isSame(held, wanted),
  )
  return isThere ? [] : [`no safety copy holds the ${wanted?.size} entries that a backup took the place of`]
}

const wasChangedLater = (events: readonly VictimEvent[], note: string) =>
  events.some(
    line =>
      line.what === 'swap' ||
      (line.what === 'begin' &&
        (line.change.kind === 'remove'
          ? line.change.note === note
          : line.change.entries.some(([changed]) => changed === note) ||
            (line.change.kind === 'undo' && line.change.added.includes(note)))),
  )

/** Oracle: reads the rows with SQL of its own, independent of the program's statements. */
function readContents(path: string): Contents {
  const db = new Sqlite(path, { readonly: true })
  try {
    const rows = db
      .prepare<[], { note: string; volumeMl: number }>(
        'select note, volume_ml as volumeMl from entry join fluid on entry_id = id where deleted_at is null',
      )
      .all()
    return new Map(rows.map(({ note, volumeMl }) => [note, volumeMl]))
  } finally {
    db.close()
  }
}
