/** A whole journal out of the database and into it. */

import type { ChangedChoice } from '../../../shared/archive/import-plan.ts'
import {
  type ArchivedEntry,
  draftOfArchived,
  FILE_VERSION,
  type JournalFile,
} from '../../../shared/archive/journal-file.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { type JournalPlan, planImport } from './import-plan.ts'

/** Everything the journal holds. */
export function exportJournal(journal: JournalStore): JournalFile {
  const { profile, shoes, entries, closingLinks, checkIns, warnings, suggestionDecisions, experiments } =
    journal
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
  }
}

/** A journal file as text, entry by entry: whoever writes it need not hold all of it. */
export function* formatJournalFile({ entries, ...rest }: JournalFile): Generator<string> {
  const [head = '', tail = ''] = JSON.stringify({ ...rest, entries: [] }, null, 2).split('"entries": []')
  yield `${head}"entries": [`
  for (const [index, entry] of entries.entries())
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(entry)}`
  yield `${entries.length === 0 ? '' : '\n  '}]${tail}\n`
}

export interface ImportOptions {
  /** What becomes of an entry that the journal has, but not so. */
  readonly changed: ChangedChoice
  /** What was worked out before; it is worked out anew if it is left out. */
  readonly plan?: JournalPlan
  /** Told after every entry; what it throws undoes all of it. */
  readonly onEntry?: (done: number, total: number) => void
}

/**
 * Brings everything in `file`, which must be free of broken references, into the journal, in one transaction: all of it
 * or nothing.
 *
 * A journal without entries and shoes becomes the file's, ids and profile included. Any other keeps what it has; what the
 * file has beyond that is added under ids of its own. Left out is what it says of the person, and experiments that overlap
 * with one of the journal.
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
    const entryIds = new Map<number, number>()
    /** The draft as this journal knows the shoe and the cramp it names. */
    const rename = (draft: EntryDraft): EntryDraft => {
      if (draft.kind === 'footwear') return { ...draft, shoeId: lookUp(shoeIds, draft.shoeId) }
      if (draft.kind === 'fluid' && draft.reliefOf !== null)
        return { ...draft, reliefOf: lookUp(entryIds, draft.reliefOf) }
      return draft
    }
    /** @returns the journal's id of the entry */
    function store(entry: ArchivedEntry, index: number): number {
      const fate = plan.entries[index] ?? { fate: 'new' }
      if (fate.fate === 'new') {
        const { id, loggedAt, editedAt, deletedAt } = entry
        const archive = { id: isNew ? id : null, loggedAt, editedAt, deletedAt }
        return journal.entries.addArchived(rename(draftOfArchived(entry)), archive)
      }
      if (fate.fate === 'changed' && changed === 'replace')
        replace(journal, fate.id, entry, rename(draftOfArchived(entry)))
      return fate.id
    }
    let done = 0
    // A drink can name a cramp that was written down after it: cramps go first.
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
    for (const { checkedAt, ...checkIn } of file.checkIns) journal.checkIns.give(checkIn, checkedAt)
    for (const warning of file.warnings)
      journal.warnings.addArchived({ ...warning, entryId: lookUp(entryIds, warning.entryId) })
    // What was decided here is not decided anew by a file.
    const decided = new Set(journal.suggestionDecisions.list().map(({ suggestion }) => suggestion))
    for (const decision of file.suggestionDecisions)
      if (!decided.has(decision.suggestion)) journal.suggestionDecisions.decide(decision)
    file.experiments.forEach((experiment, index) => {
      if (plan.experiments[index] === 'new') journal.experiments.addArchived(experiment)
    })
    if (isNew) journal.profile.change(file.profile)
  })
}

/** Makes the journal's entry `id` what the file says of it, in the trash or out of it. */
function replace(journal: JournalStore, id: number, entry: ArchivedEntry, draft: EntryDraft): void {
  journal.entries.restore(id)
  journal.entries.change(id, draft, entry.editedAt ?? entry.loggedAt)
  if (entry.deletedAt !== null) journal.entries.delete(id, entry.deletedAt)
}

function lookUp(ids: ReadonlyMap<number, number>, id: number): number {
  const known = ids.get(id)
  if (known === undefined) throw new RangeError(`file: names ${id}, which it does not hold`)
  return known
}
