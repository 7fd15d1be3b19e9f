/** What a victim tells of what it does, and what the journal must hold by it. */

/** A line that the victim says before it begins something, or once it is acknowledged. */
export type Told =
  | { readonly what: 'ready' }
  | { readonly what: 'begin'; readonly change: Change }
  | { readonly what: 'done' }
  | { readonly what: 'backup-begin' }
  | { readonly what: 'backup-done'; readonly name: string }
  | { readonly what: 'migration-begin'; readonly name: string; readonly notes: readonly string[] }

/** A change of the journal. It happens as a whole, or not at all. */
export type Change =
  | { readonly kind: 'put'; readonly entries: readonly (readonly [note: string, volumeMl: number])[] }
  | { readonly kind: 'remove'; readonly note: string }
  /** The journal becomes what a backup holds, of which there is a copy in the folder. */
  | { readonly kind: 'restore'; readonly kept: string }

/** The journal's drinks by their notes, which are all different: ml of each. */
export type Contents = ReadonlyMap<string, number>

export interface Story {
  /** What has been acknowledged. */
  readonly certain: Contents
  /** What was under way when the victim was killed, and may have happened; null when nothing was. */
  readonly pending: Change | null
  /** Of each finished backup of this round: what was acknowledged before it began. */
  readonly backups: ReadonlyMap<string, Contents>
  /** Journals of an old schema that were being brought up to date, and the notes in them. */
  readonly migrations: ReadonlyMap<string, readonly string[]>
}

/** Follows what a victim has told, from what was certain before it. */
export function followStory(
  before: Contents,
  lines: readonly Told[],
  readRestored: (kept: string) => Contents,
): Story {
  let certain = before
  let pending: Change | null = null
  let atBackup = before
  const backups = new Map<string, Contents>()
  const migrations = new Map<string, readonly string[]>()
  for (const line of lines) {
    if (line.what === 'begin') pending = line.change
    if (line.what === 'done' && pending !== null) {
      certain = applyChange(certain, pending, readRestored)
      pending = null
    }
    if (line.what === 'backup-begin') atBackup = certain
    if (line.what === 'backup-done') backups.set(line.name, atBackup)
    if (line.what === 'migration-begin') migrations.set(line.name, line.notes)
  }
  return { certain, pending, backups, migrations }
}

export function applyChange(
  contents: Contents,
  change: Change,
  readRestored: (kept: string) => Contents,
): Contents {
  if (change.kind === 'restore') return readRestored(change.kept)
  const changed = new Map(contents)
  if (change.kind === 'remove') changed.delete(change.note)
  else for (const [note, volumeMl] of change.entries) changed.set(note, volumeMl)
  return changed
}

export const isSame = (a: Contents, b: Contents) =>
  a.size === b.size && [...a].every(([note, volumeMl]) => b.get(note) === volumeMl)

/** Whether `whole` holds everything of `part`, whatever else it holds. */
export const holdsAll = (whole: Contents, part: Contents) =>
  [...part].every(([note, volumeMl]) => whole.get(note) === volumeMl)
