/**
 * Repository of entries of every kind. Shared columns are in `entry`, those of one kind in its own table. Both are
 * written in one transaction, and the stored row is returned.
 */
import type { Database } from 'better-sqlite3'
import type { ArchivedEntry } from '../../../shared/archive/journal-file.ts'
import type { DraftOf, Entry, EntryDraft, EntryKind, EntryOf } from '../../../shared/kinds/entry.ts'
import { entryKinds } from '../../../shared/kinds/entry.ts'
import type { DeletedEntry } from '../../../shared/search/search-calls.ts'
import { type CalendarDate, dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import { MS_PER_DAY } from '../../../shared/time/moment.ts'
import type { ColumnValue } from '../kinds/columns.ts'
import { type BaseRow, type KindTables, openKindTables } from '../kinds/kind-table.ts'
import { writeRow } from './write-row.ts'

interface EntryRow extends BaseRow {
  readonly kind: EntryKind
}

export type EntryRepository = ReturnType<typeof createEntryRepository>

/** Fields of an archived entry beyond its draft; an id of null takes the next free one. */
export interface ArchivedFields {
  readonly id: number | null
  readonly loggedAt: number
  readonly editedAt: number | null
  readonly deletedAt: number | null
  /** Missing where the person wrote it. */
  readonly provenance?: Provenance
}

/** Identity and time of writing in a newer export. */
export interface FollowedRecord {
  readonly key: string
  readonly loggedAt: number
}

/** Record of a source that an entry came from. */
export interface Provenance {
  readonly sourceId: number
  readonly key: string
}

/** Creates the repository; each function is one transaction. Times are UTC milliseconds. */
export function createEntryRepository(db: Database) {
  const kinds: KindTables = openKindTables(db)
  const insertEntry = db.prepare<Record<string, ColumnValue>, EntryRow>(
    `insert into entry (id, kind, at, offset_minutes, note, logged_at, edited_at, deleted_at, source_id, source_key)
     values (@id, @kind, @at, @offset_minutes, @note, @logged_at, @edited_at, @deleted_at, @source_id, @source_key)
     returning *`,
  )
  const updateEntry = db.prepare<Record<string, ColumnValue>, EntryRow>(
    `update entry set at = @at, offset_minutes = @offset_minutes, note = @note, edited_at = @edited_at
     where id = @id and kind = @kind and deleted_at is null returning *`,
  )
  const followRecord = db.prepare<Record<string, ColumnValue>, EntryRow>(
    `update entry set at = @at, offset_minutes = @offset_minutes, note = @note, logged_at = @logged_at, source_key = @source_key
     where id = @id and kind = @kind and source_id is not null and edited_at is null and deleted_at is null returning *`,
  )
  const lastId = db.prepare<[], number>("select seq from sqlite_sequence where name = 'entry'").pluck()
  const eraseAfter = db.prepare<[number, number]>(
    'delete from entry where id > ? and id <= ? and edited_at is null',
  )
  const setDeletedAt = db.prepare(
    'update entry set deleted_at = @deleted_at where id = @id and (deleted_at is null) = (@deleted_at is not null)',
  )
  const firstWallMs = db
    .prepare<[], number | null>('select min(wall_ms) from entry where deleted_at is null')
    .pluck()
  const anyEntry = db.prepare<[], { id: number }>('select id from entry limit 1')
  const kindOf = db.prepare<[number], Pick<EntryRow, 'kind' | 'deleted_at'>>(
    'select kind, deleted_at from entry where id = ?',
  )

  const baseColumns = (draft: EntryDraft) => ({
    kind: draft.kind,
    at: draft.at,
    offset_minutes: draft.offsetMinutes,
    note: draft.note,
  })
  function insertOwn<Kind extends EntryKind>(kind: Kind, id: number, draft: DraftOf<Kind>) {
    kinds[kind].insert(id, draft)
  }
  function updateOwn<Kind extends EntryKind>(kind: Kind, id: number, draft: DraftOf<Kind>) {
    kinds[kind].update(id, draft)
  }

  function get(id: number): Entry | undefined {
    const row = kindOf.get(id)
    return row?.deleted_at === null ? kinds[row.kind].get(id) : undefined
  }

  function getDeleted(id: number): DeletedEntry | undefined {
    const row = kindOf.get(id)
    const entry = row && kinds[row.kind].get(id)
    return row?.deleted_at && entry ? { entry, deletedAt: row.deleted_at } : undefined
  }

  /** Reads a row back after writing it. */
  function getStored(id: number): Entry {
    const stored = get(id)
    if (stored === undefined) throw new Error(`entry ${id} is not there after it was written`)
    return stored
  }

  /** Wraps `action` in a transaction. */
  const inTransaction = <Args extends unknown[], Result>(
    action: (...args: Args) => Result,
  ): ((...args: Args) => Result) => db.transaction(action)

  /** @returns the new entry's id */
  function insert(
    draft: EntryDraft,
    { id, loggedAt, editedAt, deletedAt, provenance }: ArchivedFields,
  ): number {
    const row = writeRow(insertEntry, {
      ...baseColumns(draft),
      id,
      logged_at: loggedAt,
      edited_at: editedAt,
      deleted_at: deletedAt,
      source_id: provenance?.sourceId ?? null,
      source_key: provenance?.key ?? null,
    })
    if (row === undefined) throw new Error('insert returned no row')
    insertOwn(draft.kind, row.id, draft)
    return row.id
  }

  const add = inTransaction(
    (draft: EntryDraft, now: number): Entry =>
      getStored(insert(draft, { id: null, loggedAt: now, editedAt: null, deletedAt: null })),
  )

  const change = inTransaction(
    (id: number, draft: EntryDraft, editedAt: number | null): Entry | undefined => {
      const row = writeRow(updateEntry, { ...baseColumns(draft), id, edited_at: editedAt })
      if (row === undefined) return undefined
      updateOwn(draft.kind, id, draft)
      return getStored(id)
    },
  )

  const follow = inTransaction(
    (id: number, draft: EntryDraft, { key, loggedAt }: FollowedRecord): boolean => {
      const values = { ...baseColumns(draft), id, logged_at: loggedAt, source_key: key }
      if (writeRow(followRecord, values) === undefined) return false
      updateOwn(draft.kind, id, draft)
      return true
    },
  )

  function* iterateArchived(): IterableIterator<ArchivedEntry> {
    for (const kind of entryKinds) yield* kinds[kind].iterateArchived()
  }

  return {
    add,
    /** Updates an entry; undefined when there is none of that id and kind. @param editedAt null keeps it the source's */
    change,
    /** Takes over what a newer export says of an unedited entry; false when there is none of that id and kind. */
    follow,
    /** Last id that an entry was given; 0 before the first. */
    getLastId: (): number => lastId.get() ?? 0,
    /** Erases the entries with ids after `first` and up to `last`, except for those that the person has edited. */
    eraseUnedited: (first: number, last: number): void => void eraseAfter.run(first, last),
    get,
    /** Entry in the trash; undefined when it is not there. */
    getDeleted,
    /** Moves an entry to the trash; false when there is none. */
    delete: (id: number, now: number): boolean => setDeletedAt.run({ id, deleted_at: now }).changes === 1,
    /** Restores an entry from the trash; undefined when it is not there. */
    restore: (id: number): Entry | undefined =>
      setDeletedAt.run({ id, deleted_at: null }).changes === 1 ? getStored(id) : undefined,
    /** Entries of `kind` with a wall-clock time from `fromWallMs` (included) to `toWallMs` (excluded). */
    listOfKind: <Kind extends EntryKind>(kind: Kind, fromWallMs: number, toWallMs: number): EntryOf<Kind>[] =>
      kinds[kind].listBetween(fromWallMs, toWallMs),
    /** Entries of all kinds in that range, oldest first. */
    listBetween: (fromWallMs: number, toWallMs: number): Entry[] =>
      entryKinds
        .flatMap((kind): Entry[] => kinds[kind].listBetween(fromWallMs, toWallMs))
        .sort((a, b) => a.at - b.at || a.id - b.id),
    /** Archived form of every entry, trash included, sorted by id. */
    listArchived: (): ArchivedEntry[] => [...iterateArchived()].sort((a, b) => a.id - b.id),
    /**
     * Iterates over all entries kind by kind, one in memory at a time. Nothing can be written until the iteration ends.
     */
    iterateArchived,
    /** Inserts an archived entry with its trash state and times. Returns its id. */
    addArchived: inTransaction(insert),
    isEmpty: (): boolean => anyEntry.get() === undefined,
    /** Calendar date of the oldest entry; null when there is none. */
    getFirstDate: (): CalendarDate | null => {
      const wallMs = firstWallMs.get()
      return wallMs == null ? null : dateOfDayNumber(Math.floor(wallMs / MS_PER_DAY))
    },
  }
}
