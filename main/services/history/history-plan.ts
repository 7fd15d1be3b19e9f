/**
 * Plan of an import of history: what becomes of each entry of the file, before anything is stored.
 *
 *     same source and key      the journal's entry          becomes
 *     not in the journal       -                            new, or left out by a rule
 *     in the journal           as imported, equal           same
 *     in the journal           as imported, different       updated: follows the newer export
 *     in the journal           changed by the person        kept
 *     in the trash or erased   deleted by the person        kept
 *
 * Records that a newer export lacks stay: an export may hold the last year only. Of two records that exclude each other the
 * one that is in the journal stays, so that an import never takes an entry away.
 */
import { createHash } from 'node:crypto'
import { type ArchivedEntry, draftOfArchived } from '../../../shared/archive/journal-file.ts'
import { writeMoment } from '../../../shared/history/collector.ts'
import type { HistoryEntry, LeftOut } from '../../../shared/history/history.ts'
import { type EntryDraft, entryDraft, kindWords } from '../../../shared/kinds/entry.ts'
import { findTimeProblems } from '../../../shared/kinds/entry-time.ts'
import { getSourceNameKey, recordKey } from '../../../shared/kinds/provenance.ts'
import { instantField } from '../../../shared/kinds/schemas.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { findReferenceProblems } from '../entries/references.ts'
import { contentOf } from '../transfer/content.ts'
import { type Conflict, createRivalIndex, type Rival } from './rivals.ts'

/** Identity of a source: the reader, and its name where the person gives it. */
export interface SourceKey {
  readonly reader: string
  readonly name: string
}

/** Record that can be stored: its key, draft and times are valid. */
export interface PlannedRecord {
  readonly key: string
  readonly loggedAt: number
  readonly draft: EntryDraft
}

/** Effect of an import on one of its entries. */
export type HistoryFate =
  | { readonly fate: 'new'; readonly record: PlannedRecord }
  /** The entry `id` follows the newer export. */
  | { readonly fate: 'updated'; readonly id: number; readonly record: PlannedRecord }
  | { readonly fate: 'same'; readonly id: number }
  | { readonly fate: 'kept'; readonly why: 'edited' | 'deleted' | 'erased' }
  /** Refused by the schemas, the rules of the journal, or an entry that tells of the same. */
  | { readonly fate: 'left-out'; readonly reason: string }

export interface HistoryPlan {
  /** In the order of the given entries. */
  readonly fates: readonly HistoryFate[]
  /** Hash over entries and fates. */
  readonly token: string
}

export function planHistory(
  journal: JournalStore,
  { name }: SourceKey,
  entries: readonly HistoryEntry[],
  now: Moment,
  onStep: OnStep = () => {},
): HistoryPlan {
  const source = journal.sources.find(name)
  const erased = new Set(source === undefined ? [] : journal.sources.listErasedKeys(source.id))
  const { stored, rivals, rivalOf } = indexJournal(journal, name)
  const fates: HistoryFate[] = []
  const seen = new Set<string>()
  /** Entries of the source whose record the file does not hold, as far as it was read. */
  const unseen = new Map(Array.from(stored.values(), entry => [entry.id, entry]))
  const isOwn = ({ source: from }: Rival) =>
    from !== null && getSourceNameKey(from) === getSourceNameKey(name)

  /** Adds the record to the index unless a rule is against it. @returns the conflict */
  function admit({ draft }: PlannedRecord, id: number | null): Conflict | null {
    const rival: Rival = { id, source: source?.name ?? name, draft }
    const conflict = rivals.findConflict(rival)
    if (conflict === null) rivals.add(rival)
    return conflict
  }

  /** Replaces an unedited entry by a newer record of it, unless a rule is against that. */
  function update(record: PlannedRecord, known: ArchivedEntry): HistoryFate {
    const rival = rivalOf(known)
    rivals.remove(rival)
    const conflict = admit(record, known.id)
    if (conflict === null) return { fate: 'updated', id: known.id, record }
    rivals.add(rival)
    return { fate: 'left-out', reason: writeConflict(conflict, isOwn) }
  }

  function planKnown(record: PlannedRecord, known: ArchivedEntry): HistoryFate {
    if (known.deletedAt !== null) return { fate: 'kept', why: 'deleted' }
    if (known.editedAt !== null) return { fate: 'kept', why: 'edited' }
    const isSame = contentOf(draftOfArchived(known)) === contentOf(record.draft)
    return isSame ? { fate: 'same', id: known.id } : update(record, known)
  }

  function planNew(record: PlannedRecord): HistoryFate {
    const conflict = admit(record, null)
    if (conflict === null) return { fate: 'new', record }
    const outdated = findOutdated(conflict)
    if (outdated === undefined) return { fate: 'left-out', reason: writeConflict(conflict, isOwn) }
    unseen.delete(outdated.id)
    return update(record, outdated)
  }

  /**
   * Unedited entry of the same source for the same night or date, whose record the file does not hold: the program has
   * put it together in another way since.
   */
  function findOutdated(conflict: Conflict): ArchivedEntry | undefined {
    if (conflict.with === null || !conflict.isExclusive) return undefined
    const known = unseen.get(conflict.with.id ?? 0)
    return known?.editedAt === null ? known : undefined
  }

  /** Valid record, or the reason why it cannot be one. */
  function check(entry: HistoryEntry): PlannedRecord | string {
    const key = recordKey.safeParse(entry.key)
    const loggedAt = instantField.safeParse(entry.loggedAt)
    const parsed = entryDraft.safeParse(entry.draft)
    if (!key.success || !loggedAt.success) return 'without an identity or a time'
    if (!parsed.success) return writeIssue(parsed.error.issues[0]?.message)
    const draft = parsed.data
    if (draft.kind === 'cramp' && draft.ongoing) return 'still going on'
    if (findTimeProblems(draft, now.at).length > 0) return 'in the future'
    if (findReferenceProblems(journal, draft).length > 0) return 'names what is not in the journal any more'
    return { key: key.data, loggedAt: loggedAt.data, draft }
  }

  // Known records first: what is in the journal stays, whatever else the file holds.
  const added: { readonly index: number; readonly record: PlannedRecord }[] = []
  for (const [index, entry] of entries.entries()) {
    const record = check(entry)
    if (typeof record === 'string') fates[index] = { fate: 'left-out', reason: record }
    else if (seen.has(record.key)) fates[index] = { fate: 'left-out', reason: 'twice in the file' }
    else {
      const known = stored.get(record.key)
      seen.add(record.key)
      if (known !== undefined) unseen.delete(known.id)
      if (erased.has(record.key)) fates[index] = { fate: 'kept', why: 'erased' }
      else if (known === undefined) added.push({ index, record })
      else fates[index] = planKnown(record, known)
    }
    onStep(index + 1, entries.length)
  }
  // By time and key, so that the order of the file makes no difference.
  added.sort((a, b) => a.record.draft.at - b.record.draft.at || (a.record.key < b.record.key ? -1 : 1))
  for (const { index, record } of added) fates[index] = planNew(record)
  return { fates, token: hashPlan(entries, fates) }
}

/** Entries of the source by key, the trash included, and an index of what is not in the trash. */
function indexJournal(journal: JournalStore, name: string) {
  const stored = new Map<string, ArchivedEntry>()
  const rivals = createRivalIndex()
  const rivalById = new Map<number, Rival>()
  for (const entry of journal.entries.iterateArchived()) {
    const { source = null, sourceKey } = entry
    if (source !== null && sourceKey !== undefined && getSourceNameKey(source) === getSourceNameKey(name))
      stored.set(sourceKey, entry)
    if (entry.deletedAt !== null) continue
    const rival: Rival = { id: entry.id, source, draft: draftOfArchived(entry) }
    rivalById.set(entry.id, rival)
    rivals.add(rival)
  }
  return {
    stored,
    rivals,
    rivalOf: ({ id }: ArchivedEntry): Rival => {
      const rival = rivalById.get(id)
      if (rival === undefined) throw new RangeError(`entry ${id} is not in the index`)
      return rival
    },
  }
}

function writeConflict(conflict: Conflict, isOwn: (rival: Rival) => boolean): string {
  if (conflict.with === null) return conflict.reason
  const { source, draft } = conflict.with
  const what = kindWords[draft.kind].toLowerCase()
  if (isOwn(conflict.with)) return `a second ${what} for the same date`
  return source === null
    ? `you have written down this ${what} yourself`
    : `this ${what} came from ${source} already`
}

/** Reason in the words of a schema: "Enter a whole number from 1 to 5000 ml." */
const writeIssue = (message = 'This cannot be an entry.') =>
  `cannot be an entry: ${message.replace(/\.$/, '')}`

/** Left-out records of a plan, as the readers list theirs. */
export const listLeftOut = (entries: readonly HistoryEntry[], { fates }: HistoryPlan): LeftOut[] =>
  fates.flatMap((fate, index) => {
    const entry = entries[index]
    if (fate.fate !== 'left-out' || entry === undefined) return []
    return [{ reason: fate.reason, what: describeRecord(entry.draft), when: writeMoment(entry.draft) }]
  })

function describeRecord(draft: EntryDraft): string {
  const words = kindWords[draft.kind]
  if (draft.kind === 'fluid') return `${words}, ${draft.volumeMl} ml`
  if (draft.kind === 'activity') return `${words}, ${draft.durationMinutes} minutes`
  return words
}

function hashPlan(entries: readonly HistoryEntry[], fates: readonly HistoryFate[]): string {
  const hash = createHash('sha256')
  for (const [index, entry] of entries.entries()) hash.update(JSON.stringify([entry, fates[index]]))
  return hash.digest('hex')
}
