import type { Entry, EntryDraft } from '../../shared/kinds/entry.ts'

/** Stored entry that was logged when it happened. */
export function makeEntry(id: number, draft: EntryDraft): Entry {
  return { ...draft, id, loggedAt: draft.at, editedAt: null }
}
