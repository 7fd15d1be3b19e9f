import type { CrampDraft } from '../../shared/journal/cramp.ts'
import type { EntryOf } from '../../shared/journal/entry.ts'

/** What was said of a stored cramp, known to be a cramp's. */
export function crampDraftOf(cramp: EntryOf<'cramp'>): CrampDraft {
  const { id: _id, loggedAt: _loggedAt, editedAt: _editedAt, ...draft } = cramp
  return draft
}
