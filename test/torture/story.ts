/** What a victim tells of what it does, and what the journal must hold by it. */

/** What a victim does, and is killed in the middle of. */
export const deeds = ['write', 'backup', 'migration', 'import', 'restore', 'erase'] as const
export type Deed = (typeof deeds)[number]

/** A line that the victim says before it begins something, or once it is acknowledged. */
export type Told =
  | { readonly what: 'ready' }
  | { readonly what: 'deed'; readonly deed: Deed }
  | { readonly what: 'deed-done'; readonly deed: Deed; readonly ms: number }
  | { readonly what: 'begin'; readonly change: Change }
  | { readonly what: 'done' }
  /** The journal is about to become what a backup holds, of which there is a copy in the folder; or an empty one. */
  | { readonly what: 'swap'; readonly kept: string | null }
  /** It has become that. Entries may have been written until then. */
  | { readonly what: 'swapped' }
  | { readonly what: 'backup-begin' }
  | { readonly what: 'backup-done'; readonly name: string }
  | { readonly what: 'migration-begin'; readonly name: string; readonly notes: readonly string[] }

/** A change of the journal. It happens as a whole, or not at all. */
export type Change =
  | { readonly kind: 'put'; readonly entries: readonly (readonly [note: string, volumeMl: number])[] }
  | { readonly kind: 'remove'; readonly note: string }

/** The journal's drinks by their notes, which are all different: ml of each. */
export type Contents = ReadonlyMap<string, number>

/** What another journal took the place of. */
interface Replaced {
  readonly contents: Contents
  /** By a backup, after a safety copy; or by an empty journal, for good. */
  readonly isRestore: boolean
  /** Of the safety copies only the newest are kept. */
  safetyCopiesSince: number
}

export interface Story {
  /** What has been acknowledged. */
  readonly certain: Contents
  /** What the journal may hold instead, since something was under way when the victim was killed. */
  readonly possible: readonly Contents[]
  /** The swap that was under way, and may have happened; null when none was. */
  readonly swap: { readonly isRestore: boolean; readonly to: Contents } | null
  /** Of the last restore or erasure that was acknowledged; null when there was none. */
  readonly replaced: Replaced | null
  /** All that has been erased for good. */
  readonly erased: ReadonlySet<string>
  /** Of each finished backup of this round that is not erased: what was acknowledged before it began. */
  readonly backups: ReadonlyMap<string, Contents>
  /** Journals of an old schema that were being brought up to date, and the notes in them. */
  readonly migrations: ReadonlyMap<string, readonly string[]>
}

/** Follows what a victim has told, from what was certain before it. */
export function followStory(
  before: Contents,
  lines: readonly Told[],
  readKept: (kept: string) => Contents,
): Story {
  let certain = before
  let pending: Change | null = null
  let swap: { readonly kept: string | null } | null = null
  let replaced: Replaced | null = null
  let atBackup = before
  const erased = new Set<string>()
  const backups = new Map<string, Contents>()
  const migrations = new Map<string, readonly string[]>()
  const readSwapped = (kept: string | null): Contents => (kept === null ? new Map() : readKept(kept))
  for (const line of lines) {
    if (line.what === 'begin') pending = line.change
    if (line.what === 'done' && pending !== null) {
      certain = applyChange(certain, pending)
      pending = null
    }
    if (line.what === 'deed' && line.deed === 'import' && replaced !== null) replaced.safetyCopiesSince++
    if (line.what === 'swap') swap = line
    if (line.what === 'swapped' && swap !== null) {
      const isRestore = swap.kept !== null
      replaced = { contents: certain, isRestore, safetyCopiesSince: 0 }
      if (!isRestore) {
        for (const note of certain.keys()) erased.add(note)
        backups.clear()
      }
      certain = readSwapped(swap.kept)
      swap = null
    }
    if (line.what === 'backup-begin') atBackup = certain
    if (line.what === 'backup-done') backups.set(line.name, atBackup)
    if (line.what === 'migration-begin') migrations.set(line.name, line.notes)
  }
  const underWay = swap === null ? null : { isRestore: swap.kept !== null, to: readSwapped(swap.kept) }
  const possible = [
    certain,
    ...(pending === null ? [] : [applyChange(certain, pending)]),
    ...(underWay === null ? [] : [underWay.to]),
  ]
  return { certain, possible, swap: underWay, replaced, erased, backups, migrations }
}

function applyChange(contents: Contents, change: Change): Contents {
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
