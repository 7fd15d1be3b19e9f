/** Events that a victim reports, and the state of the journal expected from them. */

/** Operations of a victim; each is hit by kills. */
export const operations = ['write', 'backup', 'migration', 'import', 'history', 'restore', 'erase'] as const
export type Operation = (typeof operations)[number]

/** Event of a victim, a JSON line on stdout: written before a step begins, or after it is acknowledged. */
export type VictimEvent =
  | { readonly what: 'ready' }
  | { readonly what: 'operation'; readonly operation: Operation }
  | { readonly what: 'operation-done'; readonly operation: Operation; readonly ms: number }
  | { readonly what: 'begin'; readonly change: Change }
  | { readonly what: 'done' }
  /** Journal about to be replaced: by the backup of which `kept` is a copy in the folder, or by an empty one (null). */
  | { readonly what: 'swap'; readonly kept: string | null }
  /** Journal replaced. Entries may have been written until now. */
  | { readonly what: 'swapped' }
  | { readonly what: 'backup-begin' }
  | { readonly what: 'backup-done'; readonly name: string }
  | { readonly what: 'migration-begin'; readonly name: string; readonly notes: readonly string[] }

/** Atomic change of the journal. */
export type Change =
  | { readonly kind: 'put'; readonly entries: readonly (readonly [note: string, volumeMl: number])[] }
  | { readonly kind: 'remove'; readonly note: string }
  /** Undo of an import: what it added goes, and what it changed is as before. */
  | {
      readonly kind: 'undo'
      readonly added: readonly string[]
      readonly entries: readonly (readonly [note: string, volumeMl: number])[]
    }

/** Drinks of the journal: volume in ml by note; notes are unique. */
export type Contents = ReadonlyMap<string, number>

/** Replaced journal. */
interface Replaced {
  readonly contents: Contents
  /** Replaced by a backup, with a safety copy; false: by an empty journal, without one. */
  readonly isRestore: boolean
  /** Number of safety copies since; retention keeps only the newest. */
  safetyCopiesSince: number
}

export interface ExpectedState {
  /** Contents after every acknowledged change. */
  readonly certain: Contents
  /** Accepted contents: with or without the change that the kill interrupted. */
  readonly possible: readonly Contents[]
  /** Interrupted replacement, which may have happened; null if none. */
  readonly swap: { readonly isRestore: boolean; readonly to: Contents } | null
  /** Journal replaced by the last acknowledged restore or erasure; null if none. */
  readonly replaced: Replaced | null
  /** Notes of all erased entries. */
  readonly erased: ReadonlySet<string>
  /** Finished backups of this round that were not erased, each with the contents acknowledged before it began. */
  readonly backups: ReadonlyMap<string, Contents>
  /** Journals of an old schema whose migration has begun, with their notes. */
  readonly migrations: ReadonlyMap<string, readonly string[]>
}

/** Replays a victim's events onto the contents that were certain before it. */
export function replayEvents(
  before: Contents,
  lines: readonly VictimEvent[],
  readKept: (kept: string) => Contents,
): ExpectedState {
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
    if (line.what === 'operation' && line.operation === 'import' && replaced !== null)
      replaced.safetyCopiesSince++
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
  if (change.kind === 'remove') {
    changed.delete(change.note)
    return changed
  }
  if (change.kind === 'undo') for (const note of change.added) changed.delete(note)
  for (const [note, volumeMl] of change.entries) changed.set(note, volumeMl)
  return changed
}

export const isSame = (a: Contents, b: Contents) =>
  a.size === b.size && [...a].every(([note, volumeMl]) => b.get(note) === volumeMl)

/** Subset test: every entry of `part` is in `whole` with the same volume. */
export const holdsAll = (whole: Contents, part: Contents) =>
  [...part].every(([note, volumeMl]) => whole.get(note) === volumeMl)
