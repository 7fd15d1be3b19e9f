import type { DraftOf, EntryKind, EntryOf } from '../../../shared/kinds/entry.ts'

export type ColumnValue = string | number | null

/** What is the same for every entry, as it comes out of the `entry` table. */
export interface StoredFields {
  id: number
  at: number
  offsetMinutes: number
  note: string
  loggedAt: number
  editedAt: number | null
}

/**
 * One kind's own table: its columns, and the way between them and the entry's fields. The statements follow from it
 * (`entries.ts`), so a new kind is a schema, a migration and one of these. The table is named after the kind and has,
 * beside these columns, `entry_id`.
 */
export interface KindTable<Kind extends EntryKind, Row extends Record<keyof Row, ColumnValue>> {
  readonly kind: Kind
  readonly columns: readonly (keyof Row & string)[]
  readonly toRow: (draft: DraftOf<Kind>) => Row
  readonly toEntry: (stored: StoredFields, row: Row) => EntryOf<Kind>
}
