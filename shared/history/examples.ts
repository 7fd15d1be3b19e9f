/** Examples of an import by which the person can tell if its clock is right. */
import type { Kind } from '../kinds/define-kind.ts'
import type { EntryDraft } from '../kinds/entry.ts'
import { type EntryKind, kindsByName } from '../kinds/kinds.ts'
import type { HistoryEntry } from './history.ts'

/** Kinds whose times are remembered, the best first: a bedtime is known years later, a glass of water is not. */
const memorable: readonly EntryKind[] = ['night', 'activity', 'cramp', 'fluid', 'stretch', 'footwear', 'dose']

const MOST_EXAMPLES = 3

/** True for an entry whose clock time says something. */
function hasClock(draft: EntryDraft): boolean {
  const kind: Kind = kindsByName[draft.kind]
  if (draft.kind === 'cramp') return draft.onsetPrecision === 'exact'
  return kind.isWholeDay?.(draft) !== true
}

/**
 * Up to three entries, newest first: the latest of the most memorable kind; one by another offset, as near to the change of
 * the clock as there is, since a wrong zone shows on one side of it only; and one of another kind, or from the middle.
 */
export function pickExamples(entries: readonly HistoryEntry[]): EntryDraft[] {
  const dated = entries
    .map(({ draft }) => draft)
    .filter(hasClock)
    .sort((a, b) => a.at - b.at)
  const [best, other] = memorable.filter(kind => dated.some(draft => draft.kind === kind))
  const ofBest = dated.filter(({ kind }) => kind === best)
  const picked = new Set<EntryDraft>()
  const pick = (draft: EntryDraft | undefined) => draft !== undefined && picked.add(draft)
  pick(ofBest.at(-1))
  pick(findBeforeChange(ofBest) ?? findBeforeChange(dated))
  if (other !== undefined) pick(dated.findLast(({ kind }) => kind === other))
  for (const position of [0.5, 0, 0.25, 0.75])
    if (picked.size < MOST_EXAMPLES) pick(ofBest[Math.floor(position * (ofBest.length - 1))])
  return [...picked].sort((a, b) => b.at - a.at)
}

/** Last entry before the latest change of the offset; undefined where there is one offset only. */
const findBeforeChange = (drafts: readonly EntryDraft[]): EntryDraft | undefined =>
  drafts.findLast((draft, index) => {
    const next = drafts[index + 1]
    return next !== undefined && next.offsetMinutes !== draft.offsetMinutes
  })
