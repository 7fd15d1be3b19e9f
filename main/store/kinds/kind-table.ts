/**
 * Statements for the table of one kind, derived from its fields. The table is named after the kind (`tableOf`) and has, in
 * addition to a column per field, `entry_id`. The migrations stay hand-written; a test compares the schema they end in with the fields.
 */
import type { Database } from 'better-sqlite3'
import type { DraftOf, EntryOf } from '../../../shared/kinds/entry.ts'
import { columnName, type FieldRecord, type FieldValue } from '../../../shared/kinds/fields.ts'
import { type EntryKind, kindsByName, perKind } from '../../../shared/kinds/kinds.ts'
import { type ColumnValue, columnTypeOf } from './columns.ts'

/** Columns of the `entry` table, which all kinds share. */
export interface BaseRow {
  readonly id: number
  readonly at: number
  readonly offset_minutes: number
  readonly note: string
  readonly logged_at: number
  readonly edited_at: number | null
  readonly deleted_at: number | null
  /** Null where the person wrote it, or its source was removed. */
  readonly source: string | null
  readonly source_key: string | null
}
type Row = Readonly<Record<string, ColumnValue>>

interface KindTable<Name extends EntryKind> {
  insert(id: number, draft: DraftOf<Name>): void
  update(id: number, draft: DraftOf<Name>): void
  /** Entry by id, also one in the trash. */
  get(id: number): EntryOf<Name> | undefined
  listBetween(fromWallMs: number, toWallMs: number): EntryOf<Name>[]
  iterateArchived(): IterableIterator<EntryOf<Name> & { readonly deletedAt: number | null }>
}

/** Name of an entry's source. Not a join: `*` would hold its columns as well. */
const SOURCE_NAME =
  '(select name from import_source where import_source.id = source_id and removed_at is null)'

/** Table of a kind: `own-factor` is stored in `own_factor`. */
export const tableOf = (kind: string): string => kind.replaceAll('-', '_')

export type KindTables = { readonly [Name in EntryKind]: KindTable<Name> }

export const openKindTables = (db: Database): KindTables =>
  perKind<KindTables>(({ name }) => openKindTable(db, name))

function openKindTable<Name extends EntryKind>(db: Database, name: Name): KindTable<Name> {
  const { columns, toRow, toEntry } = convertRows(name)
  const table = tableOf(name)
  const insert = db.prepare(
    `insert into ${table} (entry_id, ${columns.join(', ')}) values (@entry_id, ${columns.map(column => `@${column}`).join(', ')})`,
  )
  const update = db.prepare(
    `update ${table} set ${columns.map(column => `${column} = @${column}`).join(', ')} where entry_id = @entry_id`,
  )
  const from = `select *, ${SOURCE_NAME} as source from entry join ${table} on entry_id = id where kind = '${name}'`
  const get = db.prepare<[number], BaseRow & Row>(`${from} and id = ?`)
  const listBetween = db.prepare<[number, number], BaseRow & Row>(
    `${from} and deleted_at is null and wall_ms >= ? and wall_ms < ?`,
  )
  const listAll = db.prepare<[], BaseRow & Row>(from)
  return {
    insert: (id, draft) => void insert.run({ entry_id: id, ...toRow(draft) }),
    update: (id, draft) => void update.run({ entry_id: id, ...toRow(draft) }),
    get: id => {
      const row = get.get(id)
      return row && toEntry(row)
    },
    listBetween: (fromWallMs, toWallMs) => listBetween.all(fromWallMs, toWallMs).map(toEntry),
    iterateArchived: function* () {
      for (const row of listAll.iterate()) yield { ...toEntry(row), deletedAt: row.deleted_at }
    },
  }
}

function convertRows<Name extends EntryKind>(kind: Name) {
  const fields: FieldRecord = kindsByName[kind].fields
  const columns = Object.entries(fields).map(([field, descriptor]) => ({
    field,
    name: columnName(field),
    ...columnTypeOf(descriptor),
  }))
  return {
    columns: columns.map(({ name }) => name),
    toRow(draft: DraftOf<Name>): Row {
      const values: Readonly<Record<string, unknown>> = draft
      const row: Record<string, ColumnValue> = {}
      // Cast: drafts come from the kind's schema, so each value is of its field's type.
      for (const { field, name, toColumn } of columns) row[name] = toColumn(values[field] as FieldValue)
      return row
    },
    toEntry(row: BaseRow & Row): EntryOf<Name> {
      const entry: Record<string, FieldValue> = {
        id: row.id,
        at: row.at,
        offsetMinutes: row.offset_minutes,
        note: row.note,
        loggedAt: row.logged_at,
        editedAt: row.edited_at,
        ...(row.source !== null && { source: row.source, sourceKey: row.source_key }),
        kind,
      }
      for (const { field, name, fromColumn } of columns) entry[field] = fromColumn(row[name] ?? null)
      // Cast: every row was parsed by the kind's schema before it was written, and is not parsed again when it is read.
      return entry as unknown as EntryOf<Name>
    },
  }
}
