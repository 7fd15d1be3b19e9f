/**
 * Unions of all kinds. A draft is what a form makes; an entry is a draft that the journal has stored. Both follow
 * from the list of kinds.
 */
import { z } from 'zod'
import { type EntryKind, kinds } from './kinds.ts'

export { type EntryKind, entryKinds, kindWords } from './kinds.ts'

const [first, ...others] = kinds

export const entryDraft = z.discriminatedUnion('kind', [first.draft, ...others.map(({ draft }) => draft)])
export type EntryDraft = z.output<typeof entryDraft>
export type DraftOf<Kind extends EntryKind> = Extract<EntryDraft, { kind: Kind }>

export const entry = z.discriminatedUnion('kind', [first.entry, ...others.map(({ entry }) => entry)])
export type Entry = z.output<typeof entry>
export type EntryOf<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>

/** The draft inside an entry, for editing, duplicating and undoing. */
export function draftOf<Stored extends Entry>(stored: Stored): DraftOf<Stored['kind']>
export function draftOf(stored: Entry): EntryDraft {
  const {
    id: _id,
    loggedAt: _loggedAt,
    editedAt: _editedAt,
    source: _source,
    sourceKey: _sourceKey,
    ...draft
  } = stored
  return draft
}
