/** What a file's entries are to a journal: new, there already, or there but not so. */

import { hash } from 'node:crypto'
import type { ChangedChoice } from '../../../shared/archive/import-plan.ts'
import {
  type ArchivedEntry,
  draftOfArchived,
  type FileProblem,
  type JournalFile,
} from '../../../shared/archive/journal-file.ts'
import type { ArchivedExperiment } from '../../../shared/experiments/experiment.ts'
import { getSpan } from '../../../shared/experiments/schedule.ts'
import { getNightDay } from '../../../shared/kinds/day-hours.ts'
import { findImpossible } from '../../../shared/kinds/day-limits.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import { calendarDate, MS_PER_DAY, wallClockMs } from '../../../shared/time/moment.ts'
import type { JournalStore } from '../../store/journal-store.ts'

/** What becomes of one entry or shoe of a file. */
export type Fate =
  | { readonly fate: 'new' }
  /** `id` is the journal's own. */
  | { readonly fate: 'same' | 'changed'; readonly id: number }

const anew: Fate = { fate: 'new' }

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
export function planImport(journal: JournalStore, file: JournalFile): JournalPlan {
  const isNew = journal.entries.isEmpty() && journal.shoes.list().length === 0
  const experiments = planExperiments(journal.experiments.listArchived(), file.experiments)
  if (isNew)
    return { isNew, experiments, entries: file.entries.map(() => anew), shoes: file.shoes.map(() => anew) }
  const shoes = planShoes(journal.shoes.list(), file.shoes)
  return { isNew, experiments, shoes, entries: planEntries(journal.entries.iterateArchived(), file, shoes) }
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

function planEntries(stored: Iterable<ArchivedEntry>, file: JournalFile, shoes: readonly Fate[]): Fate[] {
  const known = createKnownEntries(stored)
  const shoeIds = new Map(file.shoes.map(({ id }, index) => [id, idOf(shoes[index])]))
  const fates: Fate[] = file.entries.map(() => anew)
  const entryIds = new Map<number, number>()
  // A drink is told by the cramp it was drunk against: cramps go first.
  for (const isCramp of [true, false]) {
    const group = file.entries.flatMap((entry, index) => {
      if ((entry.kind === 'cramp') !== isCramp) return []
      const content = digestOf(renameReferences(draftOfArchived(entry), shoeIds, entryIds))
      return { entry, index, content }
    })
    // Whoever is there exactly so is taken first, and cannot be mistaken for the changed form of another.
    const others = group.filter(one => {
      const same = known.takeSame(one.entry, one.content)
      if (same !== undefined) fates[one.index] = same
      return same === undefined
    })
    const changed = known.takeChanged(others)
    for (const [position, { index }] of others.entries()) fates[index] = changed[position] ?? anew
    for (const { entry, index } of group) {
      const id = idOf(fates[index])
      if (id !== undefined) entryIds.set(entry.id, id)
    }
  }
  return fates
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

/** What is enough of a stored entry to recognise it by. */
interface KnownEntry {
  readonly id: number
  readonly origin: string
  readonly dateKey: string | null
  readonly content: string
  readonly isDeleted: boolean
}

interface SoughtEntry {
  readonly entry: ArchivedEntry
  readonly content: string
}

/** The journal's entries, each to be recognised once: of two that are alike, two are in the journal. */
function createKnownEntries(stored: Iterable<ArchivedEntry>) {
  const left = new Set<KnownEntry>()
  const byContent = new Map<string, KnownEntry[]>()
  for (const entry of stored) {
    const known = {
      id: entry.id,
      origin: originOf(entry),
      dateKey: dateKeyOf(entry),
      content: digestOf(draftOfArchived(entry)),
      isDeleted: entry.deletedAt !== null,
    }
    left.add(known)
    addTo(byContent, known.content, known)
  }
  function take(candidates: readonly KnownEntry[] = [], fits: (known: KnownEntry) => boolean = () => true) {
    const found = candidates.find(known => left.has(known) && fits(known))
    if (found !== undefined) left.delete(found)
    return found
  }
  return {
    takeSame(entry: ArchivedEntry, content: string): Fate | undefined {
      const isDeleted = entry.deletedAt !== null
      const found = take(byContent.get(content), known => known.isDeleted === isDeleted)
      return found && { fate: 'same', id: found.id }
    },
    /** The same but in the trash or out of it; the same one, changed; or the one about the same day or night. */
    takeChanged(sought: readonly SoughtEntry[]): (Fate | undefined)[] {
      if (sought.length === 0) return []
      const found = sought.map(({ content }) => take(byContent.get(content)))
      const byOrigin = groupBy(left, known => known.origin)
      const byDate = groupBy(left, known => (known.isDeleted ? null : known.dateKey))
      const soughtByOrigin = groupBy(
        sought.filter((_one, index) => found[index] === undefined),
        ({ entry }) => originOf(entry),
      )
      return sought.map(({ entry }, index) => {
        const origin = originOf(entry)
        // Among several that were written down at the same instant, as those of one table are, only the id can tell.
        const isOnlyOne = byOrigin.get(origin)?.length === 1 && soughtByOrigin.get(origin)?.length === 1
        const dateKey = entry.deletedAt === null ? dateKeyOf(entry) : null
        const changed =
          found[index] ??
          take(byOrigin.get(origin), known => isOnlyOne || known.id === entry.id) ??
          (dateKey === null ? undefined : take(byDate.get(dateKey)))
        return changed && { fate: 'changed', id: changed.id }
      })
    },
  }
}

/**
 * When an entry was written down goes with it from journal to journal, and stays as it is when the entry is changed; its
 * id is another one in each.
 */
const originOf = (entry: ArchivedEntry) => `${entry.kind} ${entry.loggedAt}`

/** What there is one of, and which it is: a date, or a night. */
function dateKeyOf(entry: EntryDraft): string | null {
  if (entry.kind === 'day') return `day ${calendarDate(entry)}`
  if (entry.kind === 'night') return `night ${getNightDay(entry)}`
  return null
}

function groupBy<Key, One>(list: Iterable<One>, keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of list) addTo(groups, keyOf(one), one)
  return groups
}

function addTo<Key, One>(groups: Map<Key, One[]>, key: Key, one: One): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [one])
  else group.push(one)
}

/** Stands for the content of an entry, in a tenth of the memory: two that differ have never had the same SHA-256. */
const digestOf = (draft: EntryDraft) => hash('sha256', contentOf(draft), 'base64url')

/** A value as text, whatever the order its fields were written in. */
function contentOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(contentOf).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${name}:${contentOf(field)}`).join()}}`
}

/**
 * What cannot be in the journal once the file is imported: more in a day than fits into it, two entries about one day or
 * night, two cramps whose clock is running. Entries in the trash take no part.
 */
export function findImportProblems(
  journal: JournalStore,
  file: JournalFile,
  plan: JournalPlan,
  changed: ChangedChoice,
): FileProblem[] {
  const replaced = new Set(
    changed === 'keep' ? [] : plan.entries.flatMap(fate => (fate.fate === 'changed' ? fate.id : [])),
  )
  const coming = file.entries.flatMap((entry, index) => {
    const { fate } = plan.entries[index] ?? { fate: 'new' }
    const comes = fate === 'new' || (fate === 'changed' && changed === 'replace')
    return comes && entry.deletedAt === null ? [{ entry, index }] : []
  })
  if (coming.length === 0) return []
  // What lies days away from all that comes adds nothing to its days.
  const days = new Set(
    coming.flatMap(({ entry }) =>
      [-1, 0, 1, 2].map(after => Math.floor(wallClockMs(entry) / MS_PER_DAY) + after),
    ),
  )
  const staying: ArchivedEntry[] = []
  if (!plan.isNew)
    for (const entry of journal.entries.iterateArchived()) {
      const isNear = days.has(Math.floor(wallClockMs(entry) / MS_PER_DAY)) || isRunning(entry)
      if (entry.deletedAt === null && isNear && !replaced.has(entry.id)) staying.push(entry)
    }
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

const isRunning = (entry: EntryDraft) => entry.kind === 'cramp' && entry.ongoing

/** Entries of which there is one a date, a night, or at a time, and that are the second. */
function findSecondOfOne(entries: readonly ArchivedEntry[]) {
  const seen = new Set<string>()
  return entries.flatMap((entry, index) => {
    const key = isRunning(entry) ? 'running' : dateKeyOf(entry)
    if (key === null) return []
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    if (key === 'running')
      return [
        { index, field: 'ongoing', message: 'The clock of another cramp is running. End that one first.' },
      ]
    return [{ index, field: 'at', message: `There is another entry for this ${entry.kind}.` }]
  })
}
