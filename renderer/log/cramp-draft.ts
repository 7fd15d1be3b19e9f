import type { CrampDraft } from '../../shared/kinds/cramp.ts'
import type { EntryOf } from '../../shared/kinds/entry.ts'

/** Draft of a stored cramp. Unlike `draftOf`, it keeps the type `CrampDraft`. */
export function crampDraftOf(cramp: EntryOf<'cramp'>): CrampDraft {
  const {
    id: _id,
    loggedAt: _loggedAt,
    editedAt: _editedAt,
    source: _source,
    sourceKey: _sourceKey,
    ...draft
  } = cramp
  return draft
}
