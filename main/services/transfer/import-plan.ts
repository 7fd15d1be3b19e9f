/** Import plan: diff between a file and the journal. Each entry is new, identical or changed. */

import { hash } from 'node:crypto'
import type { ChangedChoice } from '../../../shared/archive/import-plan.ts'
import {
  type ArchivedEntry,
  draftOfArchived,
  type FileProblem,
  type JournalFile,
  recordIdentity,
} from '../../../shared/archive/journal-file.ts'
import { getCoinSpan } from '../../../shared/experiments/coin-experiment.ts'
import { getSpan } from '../../../shared/experiments/schedule.ts'
import { getNightDay } from '../../../shared/kinds/day-hours.ts'
import { findImpossible } from '../../../shared/kinds/day-limits.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import {
  type ArchivedOwnFactor,
  getFactorNameKey,
  isSameQuestion,
  numberName,
  type OwnFactor,
} from '../../../shared/kinds/own-factor.ts'
import { mapThingKeys } from '../../../shared/kinds/own-references.ts'
import { type ThingKey, thingKeyOf } from '../../../shared/kinds/thing-key.ts'
import { calendarDate, MS_PER_DAY, wallClockMs } from '../../../shared/time/moment.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { contentOf } from './content.ts'
import { renameActions } from './own-keys.ts'
import { planThings, type ThingFate } from './plan-own-things.ts'

/** Diff result of one entry, shoe or own factor of a file. */
export type Fate =
  | { readonly fate: 'new' }
  /** `id` is that of the journal's record. */
  | { readonly fate: 'same' | 'changed'; readonly id: number }

/** Diff result of one own factor: a new one may come under another name, since the journal has its own. */
type FactorFate = Fate & { readonly name?: string }

const anew: Fate = { fate: 'new' }

/** Diff result of one experiment of a file; one that overlaps with an experiment of the journal is left out. */
export type ExperimentFate = 'new' | 'same' | 'left-out'

export interface JournalPlan {
  /** True for an empty journal, which takes over the file's ids and profile. */
  readonly isNew: boolean
  /** Same order as in the file. */
  readonly entries: readonly Fate[]
  readonly shoes: readonly Fate[]
  readonly ownFactors: readonly FactorFate[]
  readonly ownThings: readonly ThingFate[]
  readonly experiments: readonly ExperimentFate[]
  readonly coins: readonly ExperimentFate[]
}

/** Computes the plan. `file` must be free of broken references. */
export function planImport(journal: JournalStore, file: JournalFile): JournalPlan {
  const storedFactors = journal.ownFactors.listArchived()
  const ownThings = planThings(journal.ownThings.list(), file.ownThings)
  const isNew =
    journal.entries.isEmpty() &&
    journal.shoes.list().length === 0 &&
    storedFactors.length === 0 &&
    journal.ownThings.list().length === 0
  if (isNew)
    return {
      isNew,
      ...planExperiments(journal, file),
      entries: file.entries.map(() => anew),
      shoes: file.shoes.map(() => anew),
      ownFactors: file.ownFactors.map(() => anew),
      ownThings,
    }
  const shoes = planShoes(journal.shoes.list(), file.shoes)
  const ownFactors = planFactors(storedFactors, file.ownFactors)
  const factorIds = new Map(
    file.ownFactors.flatMap(({ id }, index): [number, number][] => {
      const fate = ownFactors[index] ?? anew
      return fate.fate === 'new' ? [] : [[id, fate.id]]
    }),
  )
  const coins = file.coins.map(one => renameActions(one, factorIds))
  const tests = planExperiments(journal, { ...file, coins })
  const entries = planEntries(journal.entries.iterateArchived(), file, { shoes, ownFactors, ownThings })
  return { isNew, ...tests, shoes, ownFactors, ownThings, entries }
}

/**
 * Experiments are imported whole or not at all: merging answers of two overlapping experiments, or of two copies of
 * one, would break the randomisation. One with periods and one with coins exclude each other, too.
 */
function planExperiments(
  { experiments, coins }: JournalStore,
  file: JournalFile,
): Pick<JournalPlan, 'experiments' | 'coins'> {
  const [storedExperiments, storedCoins] = [experiments.listArchived(), coins.listArchived()]
  const known = new Set([...storedExperiments, ...storedCoins].map(contentOf))
  const spans = [...storedExperiments.map(getSpan), ...storedCoins.map(getCoinSpan)]
  const decide = (content: string, span: Span): ExperimentFate => {
    if (known.has(content)) return 'same'
    return spans.some(other => doOverlap(span, other)) ? 'left-out' : 'new'
  }
  return {
    experiments: file.experiments.map(one => decide(contentOf(one), getSpan(one))),
    coins: file.coins.map(one => decide(contentOf(one), getCoinSpan(one))),
  }
}

type Span = ReturnType<typeof getSpan>

const doOverlap = ([oneFrom, oneTo]: Span, [otherFrom, otherTo]: Span) =>
  oneFrom <= otherTo && otherFrom <= oneTo

/** Matches shoes by name; the same name with other details is a change. */
function planShoes(stored: readonly Shoe[], shoes: readonly Shoe[]): Fate[] {
  const byName = new Map(stored.map(shoe => [shoe.name, shoe]))
  return shoes.map(({ id: _id, ...shoe }) => {
    const known = byName.get(shoe.name)
    if (known === undefined) return { fate: 'new' }
    const { id, ...other } = known
    return { fate: contentOf(shoe) === contentOf(other) ? 'same' : 'changed', id }
  })
}

/**
 * Matches own factors by name, case aside, where they are answered alike: archived in one of them only is a change. A namesake
 * with another answer, unit or window stays apart: the file's comes under a numbered name, by which the next import of the
 * same file finds it. A deleted factor matches the same one deleted here.
 */
function planFactors(
  stored: readonly ArchivedOwnFactor[],
  factors: readonly ArchivedOwnFactor[],
): FactorFate[] {
  const listed = (some: readonly ArchivedOwnFactor[]) => some.filter(({ deletedAt }) => deletedAt === null)
  const taken = new Set([...listed(stored), ...listed(factors)].map(({ name }) => getFactorNameKey(name)))
  const matched = new Set<number>()
  const find = (factor: ArchivedOwnFactor, name: string) =>
    stored.find(
      known =>
        !matched.has(known.id) &&
        known.deletedAt === factor.deletedAt &&
        getFactorNameKey(known.name) === getFactorNameKey(name) &&
        isSameQuestion(known, factor),
    )
  return factors.map((factor): FactorFate => {
    const isNamesake = ({ name }: OwnFactor) => getFactorNameKey(name) === getFactorNameKey(factor.name)
    const mustMove =
      factor.deletedAt === null && find(factor, factor.name) === undefined && listed(stored).some(isNamesake)
    const name = mustMove
      ? numberName(
          factor.name,
          other => taken.has(getFactorNameKey(other)) && find(factor, other) === undefined,
        )
      : factor.name
    const moved = mustMove && { name }
    const known = find(factor, name)
    if (known === undefined) {
      taken.add(getFactorNameKey(name))
      return { fate: 'new', ...moved }
    }
    matched.add(known.id)
    const isSame = known.name === name && known.archived === factor.archived
    return { fate: isSame ? 'same' : 'changed', id: known.id, ...moved }
  })
}

/** Ids of the journal by those of a file; undefined for records that the journal lacks. */
interface KnownIds {
  readonly shoes: ReadonlyMap<number, number | undefined>
  readonly ownFactors: ReadonlyMap<number, number | undefined>
  readonly ownThings: ReadonlyMap<ThingKey, ThingKey | undefined>
  readonly entries: ReadonlyMap<number, number>
}

function planEntries(
  stored: Iterable<ArchivedEntry>,
  file: JournalFile,
  fates: Pick<JournalPlan, 'shoes' | 'ownFactors' | 'ownThings'>,
): Fate[] {
  const known = createKnownEntries(stored)
  const found: Fate[] = file.entries.map(() => anew)
  const entryIds = new Map<number, number>()
  const ids: KnownIds = {
    shoes: new Map(file.shoes.map(({ id }, index) => [id, idOf(fates.shoes[index])])),
    ownFactors: new Map(file.ownFactors.map(({ id }, index) => [id, idOf(fates.ownFactors[index])])),
    ownThings: new Map(
      file.ownThings.map(({ id }, index) => [thingKeyOf(id), keyOf(fates.ownThings[index])]),
    ),
    entries: entryIds,
  }
  // Cramps first: a drink is compared by the cramp it refers to, whose id must be known.
  for (const isCramp of [true, false]) {
    const group = file.entries.flatMap((entry, index) => {
      if ((entry.kind === 'cramp') !== isCramp) return []
      const renamed = renameReferences(draftOfArchived(entry), ids)
      const content = digestOf(renamed)
      return { entry, index, content, dateKey: dateKeyOf(renamed) }
    })
    const unmatched = group.filter(one => {
      const same = known.takeOfRecord(one.entry, one.content)
      if (same !== undefined) found[one.index] = same
      return same === undefined
    })
    // The person's entries first: a record that the journal lacks is not taken for one of them that is alike.
    unmatched.sort((a, b) => Number(a.entry.source !== undefined) - Number(b.entry.source !== undefined))
    // Identical entries first, so that none of them is matched as the changed form of another.
    const others = unmatched.filter(one => {
      const same = known.takeSame(one.entry, one.content)
      if (same !== undefined) found[one.index] = same
      return same === undefined
    })
    const changed = known.takeChanged(others)
    for (const [position, { index }] of others.entries()) found[index] = changed[position] ?? anew
    for (const { entry, index } of group) {
      const id = idOf(found[index])
      if (id !== undefined) entryIds.set(entry.id, id)
    }
  }
  return found
}

const idOf = (fate: Fate | undefined) => (fate === undefined || fate.fate === 'new' ? undefined : fate.id)

const keyOf = (fate: ThingFate | undefined) => (fate?.fate === 'same' ? fate.key : undefined)

/** Key of no thing, by which entries are compared that name one that the journal lacks. */
const NO_THING: ThingKey = 'own:0'

/** Replaces the file's ids by the journal's; a reference to a record that the journal lacks gets an unused id. */
function renameReferences(
  given: EntryDraft,
  { shoes, ownFactors, ownThings, entries }: KnownIds,
): EntryDraft {
  const draft = mapThingKeys(given, key => ownThings.get(key) ?? NO_THING)
  if (draft.kind === 'footwear') return { ...draft, shoeId: shoes.get(draft.shoeId) ?? -1 }
  if (draft.kind === 'activity' && draft.shoeId !== null)
    return { ...draft, shoeId: shoes.get(draft.shoeId) ?? -1 }
  if (draft.kind === 'own-factor') return { ...draft, factorId: ownFactors.get(draft.factorId) ?? -1 }
  if (draft.kind === 'fluid' && draft.reliefOf !== null)
    return { ...draft, reliefOf: entries.get(draft.reliefOf) ?? -1 }
  return draft
}

/** Key fields of a stored entry for matching. */
interface KnownEntry {
  readonly id: number
  readonly kind: string
  readonly origin: string
  readonly record: string | null
  readonly dateKey: string | null
  readonly content: string
  readonly isDeleted: boolean
}

interface SoughtEntry {
  readonly entry: ArchivedEntry
  readonly dateKey: string | null
  readonly content: string
}

/**
 * Index of the journal's entries. Each matches once: of two identical ones in the file, the second needs a second one
 * here.
 */
function createKnownEntries(stored: Iterable<ArchivedEntry>) {
  const left = new Set<KnownEntry>()
  const byContent = new Map<string, KnownEntry[]>()
  const byRecord = new Map<string, KnownEntry>()
  for (const entry of stored) {
    const known = {
      id: entry.id,
      kind: entry.kind,
      origin: originOf(entry),
      record: recordOf(entry),
      dateKey: dateKeyOf(entry),
      content: digestOf(draftOfArchived(entry)),
      isDeleted: entry.deletedAt !== null,
    }
    left.add(known)
    addTo(byContent, known.content, known)
    if (known.record !== null) byRecord.set(known.record, known)
  }
  function take(candidates: readonly KnownEntry[] = [], fits: (known: KnownEntry) => boolean = () => true) {
    const found = candidates.find(known => left.has(known) && fits(known))
    if (found !== undefined) left.delete(found)
    return found
  }
  /** Two records of sources are never one entry, however alike. */
  const mayBe = (known: KnownEntry, entry: ArchivedEntry) =>
    known.record === null || entry.source === undefined || known.record === recordOf(entry)
  return {
    /** Matches by the record of a source that both came from. */
    takeOfRecord(entry: ArchivedEntry, content: string): Fate | undefined {
      const known = byRecord.get(recordOf(entry) ?? '')
      if (known === undefined || known.kind !== entry.kind || !left.delete(known)) return undefined
      const isSame = known.content === content && known.isDeleted === (entry.deletedAt !== null)
      return { fate: isSame ? 'same' : 'changed', id: known.id }
    },
    takeSame(entry: ArchivedEntry, content: string): Fate | undefined {
      const isDeleted = entry.deletedAt !== null
      const found = take(
        byContent.get(content),
        known => known.isDeleted === isDeleted && mayBe(known, entry),
      )
      return found && { fate: 'same', id: found.id }
    },
    /** Matches by, in this order: same content with another trash state, same origin, same date or night. */
    takeChanged(sought: readonly SoughtEntry[]): (Fate | undefined)[] {
      if (sought.length === 0) return []
      const found = sought.map(({ entry, content }) =>
        take(byContent.get(content), known => mayBe(known, entry)),
      )
      const byOrigin = groupBy(left, known => known.origin)
      const byDate = groupBy(left, known => (known.isDeleted ? null : known.dateKey))
      const soughtByOrigin = groupBy(
        sought.filter((_one, index) => found[index] === undefined),
        ({ entry }) => originOf(entry),
      )
      return sought.map(({ entry, ...keys }, index) => {
        const origin = originOf(entry)
        // Entries of one CSV table share `loggedAt`: then only the id can tell them apart.
        const isOnlyOne = byOrigin.get(origin)?.length === 1 && soughtByOrigin.get(origin)?.length === 1
        const dateKey = entry.deletedAt === null ? keys.dateKey : null
        const changed =
          found[index] ??
          take(byOrigin.get(origin), known => mayBe(known, entry) && (isOnlyOne || known.id === entry.id)) ??
          (dateKey === null ? undefined : take(byDate.get(dateKey)))
        return changed && { fate: 'changed', id: changed.id }
      })
    },
  }
}

const recordOf = ({ source, sourceKey }: ArchivedEntry): string | null =>
  source === undefined || sourceKey === undefined ? null : recordIdentity(source, sourceKey)

/** Origin key: `loggedAt` is kept by exports, imports and edits, while the id differs from journal to journal. */
const originOf = (entry: ArchivedEntry) => `${entry.kind} ${entry.loggedAt}`

/** Uniqueness key: the date of a day entry or of an answer about an own factor, or the night of a night entry; else null. */
function dateKeyOf(entry: EntryDraft): string | null {
  if (entry.kind === 'day') return `day ${calendarDate(entry)}`
  if (entry.kind === 'night') return `night ${getNightDay(entry)}`
  if (entry.kind === 'own-factor' && entry.amount === null)
    return `own-factor ${entry.factorId} ${calendarDate(entry)}`
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

/** SHA-256 of an entry's content, which takes a tenth of the memory of the content itself. */
const digestOf = (draft: EntryDraft) => hash('sha256', contentOf(draft), 'base64url')

/**
 * Conflicts after the import: a day with more than fits into it, two entries for one date or night, two running cramps.
 * Entries in the trash are ignored.
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
  // Only days near imported entries can change.
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
  // Answers about own factors are compared under the journal's ids; those of new factors under ids that it has not.
  const factorIds = new Map(file.ownFactors.map(({ id }, index) => [id, idOf(plan.ownFactors[index]) ?? -id]))
  const all: ArchivedEntry[] = [
    ...staying,
    ...coming.map(({ entry }) =>
      entry.kind === 'own-factor'
        ? { ...entry, factorId: factorIds.get(entry.factorId) ?? entry.factorId }
        : entry,
    ),
  ]
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

/** Second entries for a date or night, and second running cramps. */
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
