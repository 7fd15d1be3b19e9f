import type { CrampDraft } from '../../shared/kinds/cramp.ts'
import type { EntryOf } from '../../shared/kinds/entry.ts'

/** What was said of a stored cramp, known to be a cramp's. */
export function crampDraftOf(cramp: EntryOf<'cramp'>): CrampDraft {
  const { id: _id, loggedAt: _loggedAt, editedAt: _editedAt, ...draft } = cramp
  return draft
}
