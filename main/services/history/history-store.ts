/** Storage of imported history: one transaction, and its Undo. */
import { z } from 'zod'
import {
  type ArchivedEntry,
  archivedCheckIn,
  archivedEntry,
  archivedWarning,
  draftOfArchived,
} from '../../../shared/archive/journal-file.ts'
import type { Answers } from '../../../shared/history/history.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import { importSource, trimAnswers } from '../../../shared/kinds/provenance.ts'
import { idField } from '../../../shared/kinds/schemas.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { CallFailure } from '../../files/failures.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { StoredSource } from '../../store/repositories/sources.ts'
import { createActivityWearings } from '../entries/activity-wearings.ts'
import {
  type HistoryFate,
  type HistoryPlan,
  type PlannedRecord,
  planHistory,
  type SourceKey,
} from './history-plan.ts'

interface HistoryOrder {
  readonly source: SourceKey
  /** Made in the same transaction. */
  readonly plan: HistoryPlan
  /** Remembered for the next import from this source. */
  readonly answers: Answers
  readonly now: Moment
  readonly onStep?: OnStep
}

const wearingEnd = z.strictObject({
  id: idField,
  takenOffAt: z.int().nullable(),
  closedBy: idField.nullable(),
})

/** State before an import, as far as the import changed it. */
const undoState = z.strictObject({
  /** Null for a source that the import made. */
  source: importSource.nullable(),
  /** Last id of an entry before and after it. */
  lastIdBefore: z.int(),
  lastIdAfter: z.int(),
  /** Entries that followed the newer export. */
  updated: z.array(archivedEntry),
  wearings: z.array(wearingEnd),
  warnings: z.array(archivedWarning),
  /** Given in the sheet of the source. */
  checkIns: z.array(archivedCheckIn),
})
type UndoState = z.infer<typeof undoState>

/**
 * Stores what a plan adds and updates. Imported entries are not edited and keep the time at which they were written down, so that they are
 * neither the person's version nor "from memory".
 *
 * @returns the import, for Undo, and its source
 */
function storeHistory(
  journal: JournalStore,
  { source: { reader, name }, plan, answers, now, onStep = () => {} }: HistoryOrder,
): { readonly importId: number; readonly sourceId: number } {
  const { sources, entries, closingLinks, warnings, checkIns } = journal
  return journal.atomically(() => {
    const before = sources.find(name)
    const source = before ?? sources.add({ name, reader, answers: {}, sheet: {} })
    sources.change({ ...source, reader, answers: trimAnswers({ ...source.answers, ...answers }) })
    const lastIdBefore = entries.getLastId()
    const ends = closingLinks.listEnds()
    const raised = warnings.listArchived()
    const given = checkIns.listOf(source.id)
    const write = createRecordWriter(journal, source, now)
    const updated = plan.fates.flatMap((fate, index) => {
      onStep(index + 1, plan.fates.length)
      return write(fate)
    })
    const undo: UndoState = {
      source: before === undefined ? null : withoutId(before),
      ...{ lastIdBefore, lastIdAfter: entries.getLastId() },
      ...{ updated, wearings: listChanged(ends, closingLinks.listEnds()), warnings: raised },
      checkIns: given,
    }
    return { importId: sources.addRun(source.id, undo), sourceId: source.id }
  })
}

const withoutId = ({ id: _id, ...source }: StoredSource) => source

/** Elements of `before` that are not in `after` as they were. */
function listChanged<One>(before: readonly One[], after: readonly One[]): One[] {
  const equal = new Set(after.map(one => JSON.stringify(one)))
  return before.filter(one => !equal.has(JSON.stringify(one)))
}

/** Writes one record of a plan. Returns the entry as it was, if there was one. */
function createRecordWriter(journal: JournalStore, { id: sourceId }: StoredSource, now: Moment) {
  const { entries, shoesWorn } = journal
  const wearings = createActivityWearings(journal)

  function add({ key, loggedAt, draft }: PlannedRecord): void {
    const provenance = { sourceId, key }
    const id = entries.addArchived(draft, {
      ...{ id: null, loggedAt, editedAt: null, deletedAt: null },
      provenance,
    })
    // Only these end or begin a wearing.
    const stored = isWorn(draft) ? entries.get(id) : undefined
    if (stored?.kind === 'footwear' && stored.takenOffAt === null) shoesWorn.takeOffBefore(stored)
    if (stored !== undefined) wearings.write(stored, loggedAt)
  }

  return (fate: HistoryFate): ArchivedEntry[] => {
    if (fate.fate === 'new') add(fate.record)
    if (fate.fate !== 'updated') return []
    const { before, record } = fate
    const { deletedAt: _deletedAt, ...stored } = before
    if (entries.follow(before.id, record.draft, record)) {
      const after = isWorn(record.draft) || isWorn(stored) ? entries.get(before.id) : undefined
      if (after !== undefined) wearings.change(stored, after, now.at)
    } else {
      // The newer export makes another kind of it, whose columns are in another table.
      wearings.remove(stored, now.at)
      entries.eraseUnedited(before.id - 1, before.id)
      add(record)
    }
    return [before]
  }
}

const isWorn = (draft: EntryDraft) =>
  draft.kind === 'footwear' || (draft.kind === 'activity' && draft.shoeId !== null)

/**
 * Takes back the last import: its entries are erased, those that followed it are as before, with their ids, and so are the
 * ends of wearings and the warning cards. What the person has changed since stays.
 *
 * @throws CallFailure once it was undone, or its source removed
 */
function undoHistory(journal: JournalStore, importId: number): void {
  const { sources, entries, closingLinks, warnings, checkIns } = journal
  journal.atomically(() => {
    const run = sources.getRun(importId)
    const source = run && sources.get(run.sourceId)
    if (run === undefined || source === undefined)
      throw new CallFailure({
        code: 'not-found',
        message:
          'This import cannot be taken back any more. You can remove everything from its program in Settings.',
      })
    const undo = undoState.parse(JSON.parse(run.undo))
    entries.eraseUnedited(undo.lastIdBefore, undo.lastIdAfter)
    for (const entry of undo.updated) restoreRecord(journal, source, entry)
    for (const end of undo.wearings) closingLinks.setEnd(end)
    warnings.restoreAll(undo.warnings, undo.lastIdAfter)
    sources.eraseRuns()
    // A day stays complete only with the entries by which it was called so.
    checkIns.takeBackOf(source.id)
    for (const { checkedAt, source: _source, ...checkIn } of undo.checkIns)
      checkIns.give(checkIn, checkedAt, source.id)
    if (undo.source === null) sources.drop(source.id)
    else sources.change({ ...undo.source, id: source.id })
  })
}

/** Makes an entry as it was, unless the person has changed or deleted it since. */
function restoreRecord(
  { entries, sources }: JournalStore,
  { id: sourceId }: StoredSource,
  entry: ArchivedEntry,
): void {
  const { id, sourceKey: key = '', loggedAt } = entry
  const draft = draftOfArchived(entry)
  if (entries.follow(id, draft, { key, loggedAt })) return
  const record = { sourceId, key }
  const isFree =
    entries.get(id) === undefined && entries.getDeleted(id) === undefined && !sources.isTaken(record)
  // Its kind had changed, which took another entry.
  if (isFree)
    entries.addArchived(draft, { id, loggedAt, editedAt: null, deletedAt: null, provenance: record })
}

/** Answers of the last import by this reader; none before the first. */
const getAnswers = ({ sources }: JournalStore, reader: string): Answers =>
  sources.list().findLast(source => source.reader === reader)?.answers ?? {}

/** The functions between the job of an import and the journal. */
export const historyStore = { plan: planHistory, store: storeHistory, undo: undoHistory, getAnswers }
