/** Holds what a victim has left against what it had told. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { getBackupFolder } from '../../main/files/own-places.ts'
import { judgeFile } from '../../main/store/judge.ts'
import { openJournal } from '../../main/store/open.ts'
import { parseBackupName } from '../../shared/archive/backup.ts'
import { SAFETY_COPIES_KEPT } from '../../shared/archive/retention.ts'
import { type Contents, followStory, holdsAll, isSame, type Story, type Told } from './story.ts'

/** Where a victim brings copies of its backups. */
export const OWN_FOLDER = 'own'

export interface Judged {
  /** What the journal holds now. */
  readonly contents: Contents
  /** What was lost or spoiled, in words. */
  readonly losses: readonly string[]
}

/** Opens what is left as the program would, and compares. */
export function judge(folder: string, before: Contents, told: readonly Told[]): Judged {
  const path = join(folder, 'journal.sqlite')
  const story = followStory(before, told, kept => readContents(join(folder, kept)))
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
  if (found !== undefined) losses.push(...judgeJournal(found, story), ...judgeSafety(found, story, copies))
  for (const [name, then] of story.backups) {
    // What was changed or removed since may be so in a backup that began before; then it is not held against it.
    const kept = new Map(
      [...then].filter(([note]) => story.certain.has(note) && !wasChangedLater(told, note)),
    )
    const held = copies.get(join(backupFolder, name))
    if (held !== undefined && !holdsAll(held, kept))
      losses.push(`the backup ${name} lacks what was acknowledged before it`)
  }
  for (const [file, held] of copies)
    if ([...held.keys()].some(note => story.erased.has(note)))
      losses.push(`the copy ${file} holds what had been erased`)
  for (const [name, notes] of story.migrations)
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

function judgeJournal(found: Contents, { certain, possible }: Story): string[] {
  return possible.some(contents => isSame(found, contents))
    ? []
    : [`the journal holds ${found.size} entries, and not the ${certain.size} acknowledged ones`]
}

/** What a backup took the place of must all be in the newest safety copy, however late it was written. */
function judgeSafety(found: Contents, story: Story, copies: ReadonlyMap<string, Contents>): string[] {
  const { certain, swap, replaced } = story
  const isSwapped = swap !== null && isSame(found, swap.to) && !isSame(found, certain)
  // What was replaced for good, and what newer safety copies have pushed out, is nowhere to be looked for.
  if (isSwapped ? !swap.isRestore : !replaced?.isRestore) return []
  // An erasure that was under way begins with the copies: the person has said that they may go.
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

const wasChangedLater = (told: readonly Told[], note: string) =>
  told.some(
    line =>
      line.what === 'swap' ||
      (line.what === 'begin' &&
        (line.change.kind === 'remove'
          ? line.change.note === note
          : line.change.entries.some(([changed]) => changed === note))),
  )

/** Past the program's own statements, so that it need not be taken at its word. */
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
