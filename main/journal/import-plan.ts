/** What a file's entries are to a journal: new, there already, or there but not so. */
import type { ArchivedExperiment } from '../../shared/experiments/experiment.ts'
import { getSpan } from '../../shared/experiments/schedule.ts'
import { findImpossible } from '../../shared/journal/day-limits.ts'
import type { EntryDraft } from '../../shared/journal/entry.ts'
import type { Shoe } from '../../shared/journal/footwear.ts'
import {
  type ArchivedEntry,
  draftOfArchived,
  type FileProblem,
  type JournalFile,
} from '../../shared/journal/journal-file.ts'
import type { ChangedChoice } from '../../shared/keeping/import-plan.ts'
import { calendarDate, crampDay } from '../../shared/time/moment.ts'
import type { Journal } from './journal.ts'

/** What becomes of one entry or shoe of a file. */
export type Fate =
  | { readonly fate: 'new' }
  /** `id` is the journal's own. */
  | { readonly fate: 'same' | 'changed'; readonly id: number }

/** What becomes of one experiment of a file; one that overlaps with another of the journal is left out. */
export type ExperimentFate = 'new' | 'same' | 'left-out'

export interface JournalPlan {
  /** Whether the journal holds nothing yet: then it becomes the file's, ids and profile included. */
  readonly isNew: boolean
  /** In the order of the file. */
  readonly entries: readonly Fate[]
  readonly shoes: readonly Fate[]
  readonly experiments: readonly ExperimentFate[]
}

/** Works out what importing `file`, which must be free of broken references, would do. */
export function planImport(journal: Journal, file: JournalFile): JournalPlan {
  const isNew = journal.entries.isEmpty() && journal.shoes.list().length === 0
  const anew: Fate = { fate: 'new' }
  const experiments = planExperiments(journal.experiments.listArchived(), file.experiments)
  if (isNew)
    return { isNew, experiments, entries: file.entries.map(() => anew), shoes: file.shoes.map(() => anew) }
  const shoes = planShoes(journal.shoes.list(), file.shoes)
  return { isNew, experiments, shoes, entries: planEntries(journal.entries.listArchived(), file, shoes) }
}

/**
 * An experiment comes whole or not at all: answers of two that were under way at the same time, or of two copies of one,
 * cannot be put together so that chance still decided what was done when.
 */
function planExperiments(
  stored: readonly ArchivedExperiment[],
  experiments: readonly ArchivedExperiment[],
): ExperimentFate[] {
  const known = new Set(stored.map(contentOf))
  return experiments.map(experiment => {
    if (known.has(contentOf(experiment))) return 'same'
    return stored.some(other => doOverlap(experiment, other)) ? 'left-out' : 'new'
  })
}

function doOverlap(one: ArchivedExperiment, other: ArchivedExperiment): boolean {
  const [oneFrom, oneTo] = getSpan(one)
  const [otherFrom, otherTo] = getSpan(other)
  return oneFrom <= otherTo && otherFrom <= oneTo
}

/** A shoe is known by its name; one of the same name that is described otherwise has changed. */
function planShoes(stored: readonly Shoe[], shoes: readonly Shoe[]): Fate[] {
  const byName = new Map(stored.map(shoe => [shoe.name, shoe]))
  return shoes.map(({ id: _id, ...shoe }) => {
    const known = byName.get(shoe.name)
    if (known === undefined) return { fate: 'new' }
    const { id, ...other } = known
    return { fate: contentOf(shoe) === contentOf(other) ? 'same' : 'changed', id }
  })
}

function planEntries(stored: readonly ArchivedEntry[], file: JournalFile, shoes: readonly Fate[]): Fate[] {
  const known = createKnownEntries(stored)
  const shoeIds = new Map(file.shoes.map(({ id }, index) => [id, idOf(shoes[index])]))
  const fates = new Map<ArchivedEntry, Fate>()
  const entryIds = new Map<number, number>()
  // A drink is told by the cramp it was drunk against: cramps go first.
  for (const isCramp of [true, false]) {
    const group = file.entries.filter(({ kind }) => (kind === 'cramp') === isCramp)
    const drafts = group.map(entry => renameReferences(draftOfArchived(entry), shoeIds, entryIds))
    // Whoever is there exactly so is taken first, and cannot be mistaken for the changed form of another.
    const fateOf = group.map((entry, index) => known.takeSame(entry, drafts[index] ?? entry))
    group.forEach((entry, index) => {
      const fate = fateOf[index] ?? known.takeChanged(entry, drafts[index] ?? entry) ?? { fate: 'new' }
      fates.set(entry, fate)
      if (fate.fate !== 'new') entryIds.set(entry.id, fate.id)
    })
  }
  return file.entries.map(entry => fates.get(entry) ?? { fate: 'new' })
}

const idOf = (fate: Fate | undefined) => (fate === undefined || fate.fate === 'new' ? undefined : fate.id)

/** The draft with the ids of the journal; what the journal does not have has an id that nothing has. */
function renameReferences(
  draft: EntryDraft,
  shoeIds: ReadonlyMap<number, number | undefined>,
  entryIds: ReadonlyMap<number, number>,
): EntryDraft {
  if (draft.kind === 'footwear') return { ...draft, shoeId: shoeIds.get(draft.shoeId) ?? -1 }
  if (draft.kind === 'fluid' && draft.reliefOf !== null)
    return { ...draft, reliefOf: entryIds.get(draft.reliefOf) ?? -1 }
  return draft
}

/** The journal's entries, each to be recognised once: of two that are alike, two are in the journal. */
function createKnownEntries(stored: readonly ArchivedEntry[]) {
  const taken = new Set<ArchivedEntry>()
  const byContent = groupBy(stored, entry => contentOf(draftOfArchived(entry)))
  const byOrigin = groupBy(stored, originOf)
  const byDate = groupBy(stored, dateKeyOf)
  function take(
    candidates: readonly ArchivedEntry[] = [],
    fits: (entry: ArchivedEntry) => boolean = () => true,
  ) {
    const found = candidates.find(entry => !taken.has(entry) && fits(entry))
    if (found !== undefined) taken.add(found)
    return found
  }
  return {
    takeSame(entry: ArchivedEntry, draft: EntryDraft): Fate | undefined {
      const isDeleted = entry.deletedAt !== null
      const found = take(byContent.get(contentOf(draft)), other => (other.deletedAt !== null) === isDeleted)
      return found && { fate: 'same', id: found.id }
    },
    /** The same but in the trash or out of it; the same one, changed; or the one about the same day or night. */
    takeChanged(entry: ArchivedEntry, draft: EntryDraft): Fate | undefined {
      const found =
        take(byContent.get(contentOf(draft))) ??
        take(byOrigin.get(originOf(entry))) ??
        (entry.deletedAt === null && dateKeyOf(entry) !== null
          ? take(byDate.get(dateKeyOf(entry)), other => other.deletedAt === null)
          : undefined)
      return found && { fate: 'changed', id: found.id }
    },
  }
}

/** An entry that was exported and changed since has kept its id, and when it was written down. */
const originOf = (entry: ArchivedEntry) => `${entry.kind} ${entry.loggedAt} ${entry.id}`

/** What there is one of, and which it is: a date, or a night. */
function dateKeyOf(entry: EntryDraft): string | null {
  if (entry.kind === 'day') return `day ${calendarDate(entry)}`
  if (entry.kind === 'night') return `night ${crampDay(entry)}`
  return null
}

function groupBy<Key>(entries: readonly ArchivedEntry[], keyOf: (entry: ArchivedEntry) => Key) {
  const groups = new Map<Key, ArchivedEntry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  return groups
}

/** A value as text, whatever the order its fields were written in. */
function contentOf(value: object): string {
  return JSON.stringify(
    Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
    (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))
        : inner,
  )
}

/**
 * What cannot be in the journal once the file is imported: more in a day than fits into it, two entries about one day or
 * night, two cramps whose clock is running. Entries in the trash take no part.
 */
export function findImportProblems(
  journal: Journal,
  file: JournalFile,
  plan: JournalPlan,
  changed: ChangedChoice,
): FileProblem[] {
  const replaced = new Set(
    changed === 'keep' ? [] : plan.entries.flatMap(fate => (fate.fate === 'changed' ? fate.id : [])),
  )
  const staying = plan.isNew
    ? []
    : journal.entries.listArchived().filter(({ id, deletedAt }) => deletedAt === null && !replaced.has(id))
  const coming = file.entries.flatMap((entry, index) => {
    const { fate } = plan.entries[index] ?? { fate: 'new' }
    const comes = fate === 'new' || (fate === 'changed' && changed === 'replace')
    return comes && entry.deletedAt === null ? [{ entry, index }] : []
  })
  const all: ArchivedEntry[] = [...staying, ...coming.map(({ entry }) => entry)]
  const place = (position: number, field: string) =>
    `entries[${coming[position - staying.length]?.index}].${field}`
  const problems = [
    ...findImpossible(all).map(({ index, field, message }) => ({ index, field, message })),
    ...findSecondOfOne(all),
  ]
  return problems
    .filter(({ index }) => index >= staying.length)
    .map(({ index, field, message }) => ({ path: place(index, field), message }))
}

/** Entries of which there is one a date, a night, or at a time, and that are the second. */
function findSecondOfOne(entries: readonly ArchivedEntry[]) {
  const seen = new Set<string>()
  return entries.flatMap((entry, index) => {
    const isRunning = entry.kind === 'cramp' && entry.ongoing
    const key = isRunning ? 'running' : dateKeyOf(entry)
    if (key === null) return []
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    if (isRunning)
      return [
        { index, field: 'ongoing', message: 'The clock of another cramp is running. End that one first.' },
      ]
    return [{ index, field: 'at', message: `There is another entry for this ${entry.kind}.` }]
  })
}
