import type { Database } from 'better-sqlite3'
import type { ArchivedOwnFactor, OwnFactor, OwnFactorChange } from '../../../shared/kinds/own-factor.ts'
import { writeRow } from './write-row.ts'

interface FactorRow extends Pick<OwnFactor, 'id' | 'name' | 'answer' | 'unit' | 'direction'> {
  readonly created_on: string
  readonly archived: number
  readonly time_window: OwnFactor['window']
  readonly deleted_at: number | null
}

const fromRow = (row: FactorRow): OwnFactor => ({
  id: row.id,
  name: row.name,
  answer: row.answer,
  unit: row.unit,
  window: row.time_window,
  direction: row.direction,
  createdOn: row.created_on,
  archived: row.archived === 1,
})

/** Repository of the person's own factors. A deleted one is kept with its entries in the trash until these are erased. */
export function createOwnFactorRepository(db: Database) {
  const list = db.prepare<[], FactorRow>(
    'select * from factor where deleted_at is null order by archived, name collate nocase, id',
  )
  const listAll = db.prepare<[], FactorRow>('select * from factor order by id')
  const get = db.prepare<[number], FactorRow>('select * from factor where id = ?')
  const insert = db.prepare<Record<string, string | number | null>, FactorRow>(
    `insert into factor (id, name, answer, unit, time_window, direction, created_on, archived, deleted_at)
     values (@id, @name, @answer, @unit, @window, @direction, @createdOn, @archived, @deletedAt) returning *`,
  )
  const update = db.prepare<Record<string, string | number>, FactorRow>(
    'update factor set name = @name, archived = @archived where id = @id and deleted_at is null returning *',
  )
  const setDeletedAt = db.prepare<{ id: number; deletedAt: number | null }>(
    'update factor set deleted_at = @deletedAt where id = @id and (deleted_at is null) = (@deletedAt is not null)',
  )
  const deleteEntries = db.prepare<{ id: number; deletedAt: number }>(
    `update entry set deleted_at = @deletedAt
     where deleted_at is null and id in (select entry_id from own_factor where factor_id = @id)`,
  )
  const restoreEntries = db.prepare<{ id: number; deletedAt: number }>(
    `update entry set deleted_at = null
     where deleted_at = @deletedAt and id in (select entry_id from own_factor where factor_id = @id)`,
  )
  const eraseUnused = db.prepare(
    `delete from factor
     where deleted_at is not null and not exists (select 1 from own_factor where factor_id = factor.id)`,
  )

  function insertFactor(fields: Omit<ArchivedOwnFactor, 'id'> & { readonly id: number | null }): OwnFactor {
    const row = writeRow(insert, { ...fields, archived: Number(fields.archived) })
    if (row === undefined) throw new Error('insert returned no row')
    return fromRow(row)
  }

  return {
    /** Without deleted ones; archived ones last. */
    list: (): OwnFactor[] => list.all().map(fromRow),
    listArchived: (): ArchivedOwnFactor[] =>
      listAll.all().map(row => ({ ...fromRow(row), deletedAt: row.deleted_at })),
    /** A factor by its id, also a deleted one. */
    get: (id: number): ArchivedOwnFactor | undefined => {
      const row = get.get(id)
      return row && { ...fromRow(row), deletedAt: row.deleted_at }
    },
    add: (fields: Omit<OwnFactor, 'id'>): OwnFactor => insertFactor({ ...fields, id: null, deletedAt: null }),
    /** Inserts an archived factor, under its own id or the next one. Returns the id. */
    addArchived: (factor: ArchivedOwnFactor, keepId: boolean): number =>
      insertFactor({ ...factor, id: keepId ? factor.id : null }).id,
    /** Renames or archives a factor; undefined when there is none with that id. */
    change: ({ id, name, archived }: OwnFactorChange): OwnFactor | undefined => {
      const row = writeRow(update, { id, name, archived: Number(archived) })
      return row && fromRow(row)
    },
    /** Deletes a factor and puts its entries into the trash. @returns false when there is none with that id */
    delete: (id: number, now: number): boolean => {
      deleteEntries.run({ id, deletedAt: now })
      return setDeletedAt.run({ id, deletedAt: now }).changes > 0
    },
    /** Restores a factor and the entries that were deleted with it. */
    restore: ({ id, deletedAt }: Pick<ArchivedOwnFactor, 'id' | 'deletedAt'>): void => {
      if (deletedAt !== null) restoreEntries.run({ id, deletedAt })
      setDeletedAt.run({ id, deletedAt: null })
    },
    /** Restores a factor alone, for one of its entries that leaves the trash. */
    bringBack: (id: number): void => void setDeletedAt.run({ id, deletedAt: null }),
    /** Erases deleted factors whose entries were all erased. */
    eraseUnused: (): void => void eraseUnused.run(),
  }
}
