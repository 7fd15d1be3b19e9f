/** Export and import of a whole journal. */

import type { Naming } from '../../../shared/analysis/suspects.ts'
import type { ChangedChoice } from '../../../shared/archive/import-plan.ts'
import {
  type ArchivedEntry,
  draftOfArchived,
  FILE_VERSION,
  type JournalFile,
} from '../../../shared/archive/journal-file.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import { mapThingKeys } from '../../../shared/kinds/own-references.ts'
import { type ThingKey, thingKeyOf } from '../../../shared/kinds/thing-key.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { addSources } from './add-sources.ts'
import { type JournalPlan, planImport } from './import-plan.ts'
import { type Ids, renameActions, renameKey } from './own-keys.ts'

/** Reads the whole journal into a journal file. */
export function exportJournal(journal: JournalStore): JournalFile {
  const {
    profile,
    shoes,
    entries,
    closingLinks,
    checkIns,
    warnings,
    suggestionDecisions,
    experiments,
    suspects,
  } = journal
  const closedByOf = closingLinks.getAll()
  return {
    format: 'unknot-journal',
    version: FILE_VERSION,
    profile: profile.get(),
    shoes: shoes.list().sort((a, b) => a.id - b.id),
    entries: entries.listArchived().map(entry => {
      const closedBy = closedByOf.get(entry.id)
      return entry.kind === 'footwear' && closedBy !== undefined ? { ...entry, closedBy } : entry
    }),
    checkIns: checkIns.listArchived(),
    warnings: warnings.listArchived(),
    suggestionDecisions: suggestionDecisions.list(),
    experiments: experiments.listArchived(),
    suspects: suspects.list(),
    shownCheckpoints: journal.checkpoints.listShown(),
    ownFactors: journal.ownFactors.listArchived(),
    factorCheckIns: journal.factorCheckIns.listArchived(),
    ownThings: journal.ownThings.list(),
    coins: journal.coins.listArchived(),
    sources: journal.sources.list().map(({ id: _id, ...source }) => source),
    erasedKeys: journal.sources.listErased(),
  }
}

/** Serialises a journal file entry by entry, so that a writer need not hold all of it. */
export function* formatJournalFile({ entries, ...rest }: JournalFile): Generator<string> {
  const [head = '', tail = ''] = JSON.stringify({ ...rest, entries: [] }, null, 2).split('"entries": []')
  yield `${head}"entries": [`
  for (const [index, entry] of entries.entries())
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(entry)}`
  yield `${entries.length === 0 ? '' : '\n  '}]${tail}\n`
}

export interface ImportOptions {
  /** Treatment of entries that the journal has in another form: keep its own, or take the file's. */
  readonly changed: ChangedChoice
  /** Precomputed plan; computed here when absent. */
  readonly plan?: JournalPlan
  /** Called after every entry; an exception rolls back the whole import. */
  readonly onEntry?: (done: number, total: number) => void
}

/**
 * Imports `file`, which must be free of broken references, in one transaction.
 *
 * A journal without entries, shoes, own factors and own things takes over the file's ids and profile. Any other keeps its content; new records
 * of the file are added under new ids. Its profile is ignored, as are experiments that overlap with one of the journal.
 */
export function importJournal(
  journal: JournalStore,
  file: JournalFile,
  { changed, plan = planImport(journal, file), onEntry = () => {} }: ImportOptions = { changed: 'keep' },
): void {
  const { isNew } = plan
  journal.atomically(() => {
    const shoeIds = new Map(
      file.shoes.map((shoe, index) => {
        const fate = plan.shoes[index] ?? { fate: 'new' }
        if (fate.fate === 'new') return [shoe.id, journal.shoes.addArchived(shoe, isNew)]
        if (fate.fate === 'changed' && changed === 'replace') journal.shoes.change({ ...shoe, id: fate.id })
        return [shoe.id, fate.id]
      }),
    )
    const factorIds = new Map(
      file.ownFactors.map((given, index) => {
        const { name = given.name, ...fate } = plan.ownFactors[index] ?? { fate: 'new' as const }
        const factor = { ...given, name }
        if (fate.fate === 'new') return [factor.id, journal.ownFactors.addArchived(factor, isNew)]
        if (fate.fate === 'changed' && changed === 'replace')
          journal.ownFactors.change({ ...factor, id: fate.id })
        return [factor.id, fate.id]
      }),
    )
    const thingKeys = new Map(
      file.ownThings.map((thing, index): [ThingKey, ThingKey] => {
        const fate = plan.ownThings[index] ?? { fate: 'new', name: thing.name }
        if (fate.fate === 'same') return [thingKeyOf(thing.id), fate.key]
        return [thingKeyOf(thing.id), journal.ownThings.addArchived({ ...thing, name: fate.name }, isNew)]
      }),
    )
    const sources = addSources(journal, file)
    const entryIds = new Map<number, number>()
    /** Replaces the ids of the shoe, the own factor, the own things and the cramp by the journal's. */
    const rename = (given: EntryDraft): EntryDraft => {
      const draft = mapThingKeys(given, key => lookUp(thingKeys, key))
      if (draft.kind === 'footwear') return { ...draft, shoeId: lookUp(shoeIds, draft.shoeId) }
      if (draft.kind === 'activity' && draft.shoeId !== null)
        return { ...draft, shoeId: lookUp(shoeIds, draft.shoeId) }
      if (draft.kind === 'own-factor') return { ...draft, factorId: lookUp(factorIds, draft.factorId) }
      if (draft.kind === 'fluid' && draft.reliefOf !== null)
        return { ...draft, reliefOf: lookUp(entryIds, draft.reliefOf) }
      return draft
    }
    /** @returns id of the entry in the journal */
    function store(entry: ArchivedEntry, index: number): number {
      const fate = plan.entries[index] ?? { fate: 'new' }
      if (fate.fate === 'new') {
        const { id, loggedAt, editedAt, deletedAt } = entry
        const provenance = sources.recordOf(entry)
        if (provenance !== undefined) journal.sources.forgetErased(provenance)
        const archive = {
          ...{ id: isNew ? id : null, loggedAt, editedAt, deletedAt },
          ...(provenance !== undefined && { provenance }),
        }
        return journal.entries.addArchived(rename(draftOfArchived(entry)), archive)
      }
      if (fate.fate === 'changed' && changed === 'replace')
        replace(journal, fate.id, entry, rename(draftOfArchived(entry)))
      return fate.id
    }
    let done = 0
    // Cramps first: a drink can refer to a cramp that was logged after it.
    for (const isCramp of [true, false])
      file.entries.forEach((entry, index) => {
        if ((entry.kind === 'cramp') !== isCramp) return
        entryIds.set(entry.id, store(entry, index))
        onEntry(++done, file.entries.length)
      })
    file.entries.forEach((entry, index) => {
      const isStored = plan.entries[index]?.fate === 'new' || changed === 'replace'
      if (isStored && entry.kind === 'footwear' && entry.closedBy !== undefined)
        journal.closingLinks.set(lookUp(entryIds, entry.id), lookUp(entryIds, entry.closedBy))
    })
    for (const { checkedAt, source, ...checkIn } of file.checkIns)
      journal.checkIns.give(checkIn, checkedAt, source === undefined ? null : sources.idOf(source))
    for (const { checkedAt, factorId, ...given } of file.factorCheckIns)
      journal.factorCheckIns.give({ ...given, factorId: lookUp(factorIds, factorId) }, checkedAt)
    for (const warning of file.warnings)
      journal.warnings.addArchived({ ...warning, entryId: lookUp(entryIds, warning.entryId) })
    // Decisions of the journal take precedence over the file's.
    const decided = new Set(journal.suggestionDecisions.list().map(({ suggestion }) => suggestion))
    for (const decision of file.suggestionDecisions) {
      const suggestion = renameKey(decision.suggestion, factorIds)
      if (suggestion !== null && !decided.has(suggestion))
        journal.suggestionDecisions.decide({ ...decision, suggestion })
    }
    addSuspects(journal, file.suspects, factorIds)
    for (const checkpoint of file.shownCheckpoints) journal.checkpoints.addShown(checkpoint)
    file.experiments.forEach((experiment, index) => {
      if (plan.experiments[index] === 'new') journal.experiments.addArchived(experiment)
    })
    file.coins.forEach((experiment, index) => {
      if (plan.coins[index] === 'new') journal.coins.addArchived(renameActions(experiment, factorIds))
    })
    for (const { source, key } of file.erasedKeys) {
      const erased = sources.recordOf({ source, sourceKey: key })
      if (erased !== undefined) journal.sources.addErased(erased)
    }
    if (isNew) journal.profile.change(file.profile)
  })
}

/**
 * Adds the namings of exposures that the journal has none of; its own take precedence. There may be more current ones than
 * can be named at a time. One whose estimate the journal has shown already does not become one named beforehand.
 */
function addSuspects({ suspects }: JournalStore, namings: readonly Naming[], factorIds: Ids): void {
  const named = new Set(suspects.list().map(({ exposure }) => exposure))
  const shown = suspects.listShown()
  for (const naming of namings) {
    const exposure = renameKey(naming.exposure, factorIds)
    if (exposure !== null && !named.has(exposure))
      suspects.put({
        ...naming,
        exposure,
        isBeforehand: naming.isBeforehand && !shown.has(exposure),
      })
  }
}

/** Overwrites the journal's entry `id`, including its trash state. */
function replace(journal: JournalStore, id: number, entry: ArchivedEntry, draft: EntryDraft): void {
  journal.entries.restore(id)
  // An imported entry stays unedited, so that it still follows its source.
  journal.entries.change(id, draft, entry.editedAt ?? (entry.source === undefined ? entry.loggedAt : null))
  if (entry.deletedAt !== null) journal.entries.delete(id, entry.deletedAt)
}

function lookUp<Id extends number | string>(ids: ReadonlyMap<Id, Id>, id: Id): Id {
  const known = ids.get(id)
  if (known === undefined) throw new RangeError(`file: names ${id}, which it does not hold`)
  return known
}
