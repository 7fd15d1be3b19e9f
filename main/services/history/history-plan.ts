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
 * The record of a night is chosen by the file alone, so that a newer export gives the same journal with and without the
 * older one before it. Records that it lacks stay: an export may hold the last year only.
 */
import { createHash } from 'node:crypto'
import { type ArchivedEntry, draftOfArchived } from '../../../shared/archive/journal-file.ts'
import { writeMoment } from '../../../shared/history/collector.ts'
import type { HistoryEntry, LeftOut } from '../../../shared/history/history.ts'
import { type EntryDraft, entryDraft, kindWords } from '../../../shared/kinds/entry.ts'
import { findTimeProblems } from '../../../shared/kinds/entry-time.ts'
import { kindsByName } from '../../../shared/kinds/kinds.ts'
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
  /** The entry follows the newer export. */
  | { readonly fate: 'updated'; readonly before: ArchivedEntry; readonly record: PlannedRecord }
  | { readonly fate: 'same'; readonly id: number }
  /** Changed, deleted or merged with another by the person since. */
  | { readonly fate: 'kept'; readonly why: 'edited' | 'deleted' | 'erased' | 'merged' }
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
  const candidates: Candidate[] = []
  const seen = new Set<string>()
  for (const [index, entry] of entries.entries()) {
    const key = recordKey.safeParse(entry.key).data ?? ''
    const known = stored.get(key)
    const record = check(journal, entry, now)
    onStep(index + 1, entries.length)
    if (key !== '' && seen.has(key)) fates[index] = { fate: 'left-out', reason: 'twice in the file' }
    else if (erased.has(key)) fates[index] = { fate: 'kept', why: 'erased' }
    else if (known !== undefined && known.deletedAt !== null) fates[index] = { fate: 'kept', why: 'deleted' }
    else if (known !== undefined && known.editedAt !== null) fates[index] = { fate: 'kept', why: 'edited' }
    else if (typeof record === 'string')
      fates[index] =
        known !== undefined && record === MISSING_REFERENCE
          ? { fate: 'kept', why: 'merged' }
          : { fate: 'left-out', reason: record }
    else candidates.push({ index, record, known })
    seen.add(key)
  }
  /** Unedited entries of the source whose record the file does not hold. */
  const unseen = new Map(
    Array.from(stored.values())
      .filter(
        ({ sourceKey = '', editedAt, deletedAt }) =>
          !seen.has(sourceKey) && editedAt === null && deletedAt === null,
      )
      .map(entry => [entry.id, entry]),
  )
  for (const { known } of candidates) if (known !== undefined) rivals.remove(rivalOf(known))
  const isOwn = ({ source: from }: Rival) =>
    from !== null && getSourceNameKey(from) === getSourceNameKey(name)
  const newOnes = new Map<Rival, Candidate>()

  /** Fate of a record beside those before it, which are in the index already. */
  function decide(candidate: Candidate): HistoryFate {
    const { record, known } = candidate
    const rival: Rival = { id: known?.id ?? null, source: source?.name ?? name, draft: record.draft }
    const conflict = rivals.findConflict(rival)
    // An entry that is in the journal stays, whatever the person has written down of the same since.
    if (conflict === null || (known !== undefined && !conflict.isExclusive)) {
      rivals.add(rival)
      if (known === undefined) newOnes.set(rival, candidate)
      return known === undefined ? { fate: 'new', record } : followRecord(known, record)
    }
    const outdated =
      conflict.isExclusive && known === undefined ? unseen.get(conflict.with.id ?? 0) : undefined
    if (outdated === undefined) return { fate: 'left-out', reason: writeConflict(conflict, isOwn) }
    // The program has put the same night together in another way since.
    unseen.delete(outdated.id)
    rivals.remove(rivalOf(outdated))
    rivals.add({ ...rival, id: outdated.id })
    return { fate: 'updated', before: outdated, record }
  }

  // By time and key, so that the order of the file makes no difference.
  for (const candidate of candidates.toSorted(byTimeAndKey)) fates[candidate.index] = decide(candidate)
  for (const { index, known } of candidates) {
    if (known === undefined || fates[index]?.fate !== 'left-out') continue
    // The entry stays as it was, unless a new one of the file takes its date: then that one replaces it.
    const conflict = rivals.findConflict(rivalOf(known))
    const holder = conflict?.isExclusive === true ? conflict.with : null
    const winner = holder === null ? undefined : newOnes.get(holder)
    if (holder === null || winner === undefined) rivals.add(rivalOf(known))
    else {
      newOnes.delete(holder)
      fates[winner.index] = { fate: 'updated', before: known, record: winner.record }
    }
  }
  return { fates, token: hashPlan(entries, fates) }
}

/** Valid record of a file, with the unedited entry that an earlier import made of it. */
interface Candidate {
  readonly index: number
  readonly record: PlannedRecord
  readonly known: ArchivedEntry | undefined
}

const byTimeAndKey = ({ record: a }: Candidate, { record: b }: Candidate) =>
  a.draft.at - b.draft.at || (a.key < b.key ? -1 : 1)

function followRecord(known: ArchivedEntry, { draft: given, ...rest }: PlannedRecord): HistoryFate {
  const before = draftOfArchived(known)
  // A shoe that was merged with another since is no longer the one that the file names: the entry keeps the other.
  const draft =
    given.kind === 'activity' && before.kind === 'activity' && given.shoeId === null
      ? { ...given, shoeId: before.shoeId }
      : given
  return contentOf(before) === contentOf(draft)
    ? { fate: 'same', id: known.id }
    : { fate: 'updated', before: known, record: { ...rest, draft } }
}

const MISSING_REFERENCE = 'names what is not in the journal any more'

/** Valid record, or the reason why it cannot be one. */
function check(journal: JournalStore, entry: HistoryEntry, now: Moment): PlannedRecord | string {
  const key = recordKey.safeParse(entry.key)
  const loggedAt = instantField.safeParse(entry.loggedAt)
  const parsed = entryDraft.safeParse(entry.draft)
  if (!key.success || !loggedAt.success) return 'without an identity or a time'
  if (!parsed.success) return writeIssue(parsed.error.issues[0]?.message)
  const draft = parsed.data
  if (draft.kind === 'cramp' && draft.ongoing) return 'still going on'
  if (findTimeProblems(draft, now.at).length > 0) return 'in the future'
  if (findReferenceProblems(journal, draft).length > 0) return MISSING_REFERENCE
  return { key: key.data, loggedAt: loggedAt.data, draft }
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

/** Names of kinds in a reason, where that in a title does not fit: "this drink". */
const nouns: Partial<Record<EntryDraft['kind'], string>> = {
  ...{ day: 'day', 'own-factor': 'answer', stretch: 'stretch', footwear: 'wearing' },
}

function writeConflict(conflict: Conflict, isOwn: (rival: Rival) => boolean): string {
  if (conflict.with === null) return conflict.reason
  const { source, draft } = conflict.with
  const what = nouns[draft.kind] ?? kindsByName[draft.kind].inTitle
  if (isOwn(conflict.with)) return `a second ${what} for the same date`
  return source === null
    ? `you have written down this ${what} yourself`
    : `this ${what} came from ${source} already`
}

/** Reason in the words of a schema: "cannot be an entry: Enter a whole number from 1 to 5000 ml". */
const writeIssue = (message = 'it has no such field') => `cannot be an entry: ${message.replace(/\.$/, '')}`

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
