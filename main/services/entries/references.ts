/** References of a draft to other records of the journal: shoes, own factors, own things. */
import type { FieldProblem } from '../../../shared/contract.ts'
import type { DraftOf, EntryDraft } from '../../../shared/kinds/entry.ts'
import { findWrongAnswer } from '../../../shared/kinds/own-factor.ts'
import { listOwnReferences } from '../../../shared/kinds/own-references.ts'
import { thingIdOf } from '../../../shared/kinds/thing-key.ts'
import type { JournalStore } from '../../store/journal-store.ts'

type Journal = Pick<JournalStore, 'shoes' | 'ownFactors' | 'ownThings'>

/** Problems of references to what was deleted after the draft's form had been opened, or is answered in another way. */
export function findReferenceProblems(journal: Journal, draft: EntryDraft): FieldProblem[] {
  const { shoes, ownThings } = journal
  const shoeId = draft.kind === 'footwear' || draft.kind === 'activity' ? draft.shoeId : null
  return [
    ...(shoeId === null || shoes.has(shoeId)
      ? []
      : [{ field: 'shoeId', message: 'This shoe is not in the closet. Choose another one.' }]),
    ...(draft.kind === 'own-factor' ? findFactorProblems(journal, draft) : []),
    ...listOwnReferences(draft).flatMap(({ key, list, field }) =>
      ownThings.get(thingIdOf(key))?.list === list
        ? []
        : [{ field, message: 'This is no longer among your own things. Choose another.' }],
    ),
  ]
}

/** An archived factor can still be answered for a past day; one that was deleted meanwhile cannot. */
function findFactorProblems({ ownFactors }: Journal, draft: DraftOf<'own-factor'>): FieldProblem[] {
  const factor = ownFactors.get(draft.factorId)
  if (factor === undefined || factor.deletedAt !== null)
    return [{ field: 'factorId', message: 'This is no longer among your own things. Choose another.' }]
  const message = findWrongAnswer(draft, factor)
  return message === null ? [] : [{ field: 'factorId', message }]
}
