/**
 * Sources of imported entries: programs whose exports came in, with the answers for the next import.
 *
 * A removed source keeps its row until its entries are erased, so that it can be restored; until then its entries read as
 * entries without a source, and a new import of the same program begins a new one.
 */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ArchivedCheckIn, archivedCheckIn } from '../../../shared/archive/journal-file.ts'
import type { EntryKind } from '../../../shared/kinds/entry.ts'
import { type ErasedKey, type ImportSource, importSource } from '../../../shared/kinds/provenance.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../shared/time/moment.ts'
import type { Provenance } from './entries.ts'
import { writeRow } from './write-row.ts'

export interface StoredSource extends ImportSource {
  readonly id: number
}

/** Source whose entries were put into the trash with it. */
export interface RemovedSource extends StoredSource {
  /** UTC milliseconds; its entries were deleted at the same instant. */
  readonly removedAt: number
  /** Check-ins of its sheet. */
  readonly checkIns: readonly ArchivedCheckIn[]
}

/** Entries of a source without the trash; dates of the first and the last by local time. */
export interface SourceSpan {
  readonly sourceId: number
  readonly entries: number
  readonly firstDate: CalendarDate
  readonly lastDate: CalendarDate
}

interface SourceRow {
  readonly id: number
  readonly name: string
  readonly reader: string | null
  readonly answers: string
  readonly sheet: string
  readonly removed_at: number | null
  readonly removed_check_ins: string | null
}

const fromRow = ({ id, name, reader, answers, sheet }: SourceRow): StoredSource => ({
  id,
  ...importSource.parse({ name, reader, answers: JSON.parse(answers), sheet: JSON.parse(sheet) }),
})

const archivedCheckIns = z.array(archivedCheckIn)

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
    `insert into import_source (name, reader, answers, sheet)
     values (@name, @reader, @answers, @sheet) returning *`,
  )
  const update = db.prepare<Record<string, string | number | null>>(
    'update import_source set reader = @reader, answers = @answers, sheet = @sheet where id = @id',
  )
  const setRemovedAt = db.prepare<{ id: number; removedAt: number | null; checkIns: string | null }>(
    'update import_source set removed_at = @removedAt, removed_check_ins = @checkIns where id = @id and (removed_at is null) = (@removedAt is not null)',
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
  const addRun = db.prepare<[number, string]>('insert into import_run (source_id, undo) values (?, ?)')
  const getRun = db.prepare<[number], { sourceId: number; undo: string }>(
    'select source_id as sourceId, undo from import_run where id = ?',
  )
  const deleteRuns = db.prepare('delete from import_run')
  const selectSpans = `
    select source_id as sourceId, count(*) as entries, date(min(wall_ms) / 1000, 'unixepoch') as firstDate,
      date(max(wall_ms) / 1000, 'unixepoch') as lastDate
    from entry where source_id is not null and deleted_at is null`
  const spans = db.prepare<[], SourceSpan>(`${selectSpans} group by source_id`)
  const span = db.prepare<[number], SourceSpan>(`${selectSpans} and source_id = ? group by source_id`)
  const days = db
    .prepare<{ id: number; kind: string; shiftMs: number; dayMs: number }, number>(
      `select distinct cast(floor((wall_ms - @shiftMs) / cast(@dayMs as real)) as integer) as day
       from entry where source_id = @id and kind = @kind and deleted_at is null order by day`,
    )
    .pluck()

  const findSource = (name: string): StoredSource | undefined => {
    const row = find.get(name)
    return row && fromRow(row)
  }

  const toRow = ({ name, reader, answers, sheet }: ImportSource) => ({
    ...{ name, reader },
    ...{ answers: JSON.stringify(answers), sheet: JSON.stringify(sheet) },
  })

  function add(source: ImportSource): StoredSource {
    const row = writeRow(insert, toRow(source))
    if (row === undefined) throw new Error('insert returned no row')
    return fromRow(row)
  }

  return {
    /** Sources that are not removed, by name. */
    list: (): StoredSource[] => list.all().map(fromRow),
    get: (id: number): StoredSource | undefined => {
      const row = get.get(id)
      return row === undefined || row.removed_at !== null ? undefined : fromRow(row)
    },
    /** Removed source that can be restored. */
    getRemoved: (id: number): RemovedSource | undefined => {
      const row = get.get(id)
      if (row === undefined || row.removed_at === null) return undefined
      const checkIns = JSON.parse(row.removed_check_ins ?? '[]')
      return { ...fromRow(row), removedAt: row.removed_at, checkIns: archivedCheckIns.parse(checkIns) }
    },
    /** Source by its name, case aside, unless it is removed. */
    find: findSource,
    add,
    findOrAdd: (source: ImportSource): StoredSource => findSource(source.name) ?? add(source),
    /** Changes all but the name. */
    change: ({ id, ...source }: StoredSource): void => void update.run({ ...toRow(source), id }),
    /** Spans of the sources that have entries. */
    listSpans: (): SourceSpan[] => spans.all(),
    getSpan: (id: number): SourceSpan | undefined => span.get(id),
    /** Day numbers, oldest first, on which a source has an entry of a kind. @param startMinutes of a day */
    listDays: (id: number, kind: EntryKind, startMinutes: number): number[] =>
      days.all({ id, kind, shiftMs: startMinutes * MS_PER_MINUTE, dayMs: MS_PER_DAY }),
    /** True if an entry came from the record, the trash included. */
    isTaken: (record: Provenance): boolean => isTaken.get(record) !== undefined,
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
     *
     * @param checkIns of its sheet, kept for the restore
     */
    remove: (id: number, now: number, checkIns: readonly ArchivedCheckIn[]): number => {
      const removedAt = Math.max(now, (lastDeletedAt.get(id) ?? 0) + 1)
      setRemovedAt.run({ id, removedAt, checkIns: JSON.stringify(checkIns) })
      return removedAt
    },
    /** Undoes `remove`. @returns ids of the entries that were deleted with it and are still in the trash */
    restore: ({ id, removedAt }: RemovedSource): number[] => {
      setRemovedAt.run({ id, removedAt: null, checkIns: null })
      return listDeletedAt.all(id, removedAt)
    },
    /** Deletes removed sources that have nothing in the trash any more; entries that were taken back become the person's. */
    eraseRemoved: (): void => {
      detach.run()
      purge.run()
    },
    /** Stores what Undo of the last import needs, in place of that of the import before. @returns the import's id */
    addRun: (sourceId: number, undo: object): number => {
      deleteRuns.run()
      return Number(addRun.run(sourceId, JSON.stringify(undo)).lastInsertRowid)
    },
    /** Record by which an import is undone, as JSON; undefined once it was undone, or another import followed. */
    getRun: (id: number): { readonly sourceId: number; readonly undo: string } | undefined => getRun.get(id),
    /** Forgets the last import: it holds entries as they were before. */
    eraseRuns: (): void => void deleteRuns.run(),
    /** Deletes a source without entries, with its answers and erased keys. */
    drop: (id: number): void => void drop.run(id),
  }
}
