import type { Entry, EntryDraft } from '../../shared/kinds/entry.ts'

/** An entry as the journal stores it, logged when it happened. */
export function makeEntry(id: number, draft: EntryDraft): Entry {
  return { ...draft, id, loggedAt: draft.at, editedAt: null }
}
