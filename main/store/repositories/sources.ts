/**
 * Sources of imported entries: programs whose exports came in, with the answers for the next import.
 *
 * A removed source keeps its row until its entries are erased, so that it can be restored; until then its entries read as
 * entries without a source, and a new import of the same program begins a new one.
 */
import type { Database } from 'better-sqlite3'
import {
  type ErasedKey,
  type GivenAnswers,
  givenAnswers,
  type ImportSource,
} from '../../../shared/kinds/provenance.ts'
import type { Provenance } from './entries.ts'
import { writeRow } from './write-row.ts'

export interface StoredSource extends ImportSource {
  readonly id: number
}

/** Stored entry of a source, the trash included. */
export interface SourceRecord {
  readonly id: number
  readonly key: string
}

/** Number of a source's entries in a month by local time, without the trash. */
export interface SourceCount {
  readonly sourceId: number
  /** Name of the kind. */
  readonly kind: string
  /** `2026-11`. */
  readonly month: string
  readonly count: number
}

interface SourceRow {
  readonly id: number
  readonly name: string
  readonly reader: string | null
  readonly answers: string
  readonly removed_at: number | null
}

const fromRow = ({ id, name, reader, answers }: SourceRow): StoredSource => ({
  id,
  name,
  reader,
  answers: givenAnswers.parse(JSON.parse(answers)),
})

export type SourceRepository = ReturnType<typeof createSourceRepository>

/** Not transactional: the caller's transaction covers the entries as well. */
export function createSourceRepository(db: Database) {
  const list = db.prepare<[], SourceRow>(
    'select * from import_source where removed_at is null order by name collate nocase',
  )
  const get = db.prepare<[number], SourceRow>('select * from import_source where id = ?')
  const find = db.prepare<[string], SourceRow>(
    'select * from import_source where removed_at is null and name = ? collate nocase',
  )
  const insert = db.prepare<Record<string, string | null>, SourceRow>(
    'insert into import_source (name, reader, answers) values (@name, @reader, @answers) returning *',
  )
  const update = db.prepare<Record<string, string | number | null>>(
    'update import_source set reader = @reader, answers = @answers where id = @id',
  )
  const setRemovedAt = db.prepare<{ id: number; removedAt: number | null }>(
    'update import_source set removed_at = @removedAt where id = @id and (removed_at is null) = (@removedAt is not null)',
  )
  const lastDeletedAt = db
    .prepare<[number], number | null>('select max(deleted_at) from entry where source_id = ?')
    .pluck()
  const listLive = db
    .prepare<[number], number>('select id from entry where source_id = ? and deleted_at is null order by id')
    .pluck()
  const listDeletedAt = db
    .prepare<[number, number], number>(
      'select id from entry where source_id = ? and deleted_at = ? order by id',
    )
    .pluck()
  const records = db.prepare<[number], SourceRecord>(
    'select id, source_key as key from entry where source_id = ? order by id',
  )
  const erasedKeys = db
    .prepare<[number], string>('select key from erased_key where source_id = ? order by key')
    .pluck()
  const allErased = db.prepare<[], ErasedKey>(
    `select name as source, key from erased_key join import_source on id = source_id
     where removed_at is null order by name collate nocase, key`,
  )
  const remember = db.prepare<{ ids: string }>(
    `insert or ignore into erased_key (source_id, key)
     select source_id, source_key from entry join import_source on import_source.id = source_id
     where entry.id in (select value from json_each(@ids)) and deleted_at is not null and removed_at is null`,
  )
  const addErased = db.prepare<Provenance>(
    'insert or ignore into erased_key (source_id, key) values (@sourceId, @key)',
  )
  const isTaken = db
    .prepare<Provenance>('select 1 from entry where source_id = @sourceId and source_key = @key')
    .pluck()
  const forgetErased = db.prepare<Provenance>(
    'delete from erased_key where source_id = @sourceId and key = @key',
  )
  /** Removed sources whose entries are all out of the trash: erased, or taken back one by one. */
  const emptied = `select id from import_source where removed_at is not null
    and not exists (select 1 from entry where source_id = import_source.id and deleted_at is not null)`
  const detach = db.prepare(
    `update entry set source_id = null, source_key = null where source_id in (${emptied})`,
  )
  const purge = db.prepare(`delete from import_source where id in (${emptied})`)
  const drop = db.prepare<[number]>(
    `delete from import_source where id = ? and not exists (select 1 from entry where source_id = import_source.id)`,
  )
  const counts = db.prepare<[], SourceCount>(
    `select source_id as sourceId, kind, strftime('%Y-%m', wall_ms / 1000, 'unixepoch') as month, count(*) as count
     from entry join import_source on import_source.id = source_id
     where removed_at is null and deleted_at is null group by source_id, kind, month order by month, kind`,
  )

  const findSource = (name: string): StoredSource | undefined => {
    const row = find.get(name)
    return row && fromRow(row)
  }

  function add({ name, reader, answers }: ImportSource): StoredSource {
    const row = writeRow(insert, { name, reader, answers: JSON.stringify(answers) })
    if (row === undefined) throw new Error('insert returned no row')
    return fromRow(row)
  }

  return {
    /** Sources that are not removed, by name. */
    list: (): StoredSource[] => list.all().map(fromRow),
    /** Source by its id, also a removed one. */
    get: (id: number): (StoredSource & { readonly removedAt: number | null }) | undefined => {
      const row = get.get(id)
      return row && { ...fromRow(row), removedAt: row.removed_at }
    },
    /** Source by its name, case aside, unless it is removed. */
    find: findSource,
    add,
    findOrAdd: (source: ImportSource): StoredSource => findSource(source.name) ?? add(source),
    change: (id: number, { reader, answers }: Pick<ImportSource, 'reader' | 'answers'>): void =>
      void update.run({ id, reader, answers: JSON.stringify(answers) }),
    /** Number of entries of each source by kind and month. */
    count: (): SourceCount[] => counts.all(),
    /** True if an entry came from the record, the trash included. */
    isTaken: (record: Provenance): boolean => isTaken.get(record) !== undefined,
    listRecords: (sourceId: number): SourceRecord[] => records.all(sourceId),
    listErasedKeys: (sourceId: number): string[] => erasedKeys.all(sourceId),
    /** Erased records of all sources that are not removed. */
    listErased: (): ErasedKey[] => allErased.all(),
    /** Remembers that these entries, which are in the trash and about to be erased, are not to come back. */
    rememberErased: (ids: readonly number[]): void => void remember.run({ ids: JSON.stringify(ids) }),
    /** Remembers a record, of which there is no entry, as erased. */
    addErased: (record: Provenance): void => void addErased.run(record),
    forgetErased: (record: Provenance): void => void forgetErased.run(record),
    /** Ids of the entries of a source, without those in the trash. */
    listLiveIds: (sourceId: number): number[] => listLive.all(sourceId),
    /**
     * Marks a source as removed, and names the instant for its entries to be deleted at: later than that of any which the
     * person has deleted before, so that a restore brings back these alone.
     */
    remove: (id: number, now: number): number => {
      const removedAt = Math.max(now, (lastDeletedAt.get(id) ?? 0) + 1)
      setRemovedAt.run({ id, removedAt })
      return removedAt
    },
    /** Undoes `remove`. @returns ids of the entries that were deleted with it and are still in the trash */
    restore: (id: number, removedAt: number): number[] => {
      setRemovedAt.run({ id, removedAt: null })
      return listDeletedAt.all(id, removedAt)
    },
    /** Deletes removed sources that have nothing in the trash any more; entries that were taken back become the person's. */
    eraseRemoved: (): void => {
      detach.run()
      purge.run()
    },
    /** Deletes a source without entries, with its answers and erased keys. */
    drop: (id: number): void => void drop.run(id),
  }
}

/** Answers that the person gave to the same reader for another source: a start for a new one. */
export const getAnswersOf = (sources: readonly StoredSource[], reader: string): GivenAnswers =>
  sources.findLast(source => source.reader === reader)?.answers ?? {}
