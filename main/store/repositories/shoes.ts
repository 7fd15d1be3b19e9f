import type { Database } from 'better-sqlite3'
import type { ShoeWear } from '../../../shared/kinds/closet-calls.ts'
import type { Shoe, ShoeDraft } from '../../../shared/kinds/footwear.ts'
import { dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import { MS_PER_DAY, MS_PER_SECOND } from '../../../shared/time/moment.ts'
import { fromBoolean, toBoolean } from '../kinds/columns.ts'
import { writeRow } from './write-row.ts'

interface ShoeRow {
  id: number
  name: string
  kind: Shoe['kind']
  arch_support: Shoe['archSupport']
  fit: Shoe['fit']
  heel_mm: number | null
  cushioning: Shoe['cushioning']
  insole: number | null
  retired: number
}

const fromRow = (row: ShoeRow): Shoe => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  archSupport: row.arch_support,
  fit: row.fit,
  heelMm: row.heel_mm,
  cushioning: row.cushioning,
  insole: toBoolean(row.insole),
  retired: row.retired === 1,
})

const toRow = (shoe: ShoeDraft) => ({
  name: shoe.name,
  kind: shoe.kind,
  arch_support: shoe.archSupport,
  fit: shoe.fit,
  heel_mm: shoe.heelMm,
  cushioning: shoe.cushioning,
  insole: fromBoolean(shoe.insole),
  retired: Number(shoe.retired),
})

interface WearRow {
  shoe_id: number
  wearings: number
  without_end: number
  worn_ms: number
  first_wall_ms: number
}

/** Repository of shoes. One that wearings name is retired instead of deleted. */
export function createShoeRepository(db: Database) {
  const list = db.prepare<[], ShoeRow>('select * from shoe order by retired, name, id')
  const insert = db.prepare<Record<string, string | number | null>, ShoeRow>(
    `insert into shoe (id, name, kind, arch_support, fit, heel_mm, cushioning, insole, retired)
     values (@id, @name, @kind, @arch_support, @fit, @heel_mm, @cushioning, @insole, @retired) returning *`,
  )
  const update = db.prepare<Record<string, string | number | null>, ShoeRow>(
    `update shoe set name = @name, kind = @kind, arch_support = @arch_support, fit = @fit, heel_mm = @heel_mm,
       cushioning = @cushioning, insole = @insole, retired = @retired
     where id = @id returning *`,
  )
  const exists = db.prepare<[number], { id: number }>('select id from shoe where id = ?')
  const listWear = db.prepare<[], WearRow>(
    `select shoe_id, count(*) as wearings, sum(taken_off_at is null) as without_end,
       coalesce(sum(taken_off_at - at), 0) as worn_ms, min(wall_ms) as first_wall_ms
     from footwear join entry on id = entry_id where deleted_at is null group by shoe_id order by shoe_id`,
  )
  const countWearings = db.prepare<[number], { wearings: number; inTrash: number }>(
    `select count(*) as wearings, count(deleted_at) as inTrash
     from footwear join entry on id = entry_id where shoe_id = ?`,
  )
  const countActivities = db
    .prepare<[number], number>('select count(*) from activity where shoe_id = ?')
    .pluck()
  const moveActivities = db
    .prepare<[number, number], number>('update activity set shoe_id = ? where shoe_id = ? returning entry_id')
    .pluck()
  const giveActivities = db.prepare<{ ids: string; shoeId: number }>(
    'update activity set shoe_id = @shoeId where entry_id in (select value from json_each(@ids))',
  )
  const moveWearings = db
    .prepare<[number, number], number>('update footwear set shoe_id = ? where shoe_id = ? returning entry_id')
    .pluck()
  const giveWearings = db.prepare<{ ids: string; shoeId: number }>(
    'update footwear set shoe_id = @shoeId where entry_id in (select value from json_each(@ids))',
  )
  const lastId = db.prepare<[], number>("select seq from sqlite_sequence where name = 'shoe'").pluck()
  const deleteShoe = db.prepare<[number]>('delete from shoe where id = ?')
  function insertShoe(id: number | null, draft: ShoeDraft): Shoe {
    const row = writeRow(insert, { id, ...toRow(draft) })
    if (row === undefined) throw new Error('insert returned no row')
    return fromRow(row)
  }
  return {
    list: (): Shoe[] => list.all().map(fromRow),
    add: (draft: ShoeDraft): Shoe => insertShoe(null, draft),
    /** Inserts an archived shoe, under its own id or the next one. Returns the id. */
    addArchived: ({ id, ...draft }: Shoe, keepId: boolean): number =>
      insertShoe(keepId ? id : null, draft).id,
    /** Updates a shoe; undefined when there is none with that id. */
    change: ({ id, ...draft }: Shoe): Shoe | undefined => {
      const row = writeRow(update, { id, ...toRow(draft) })
      return row && fromRow(row)
    },
    /** Use of each shoe, the trash aside. */
    listWear: (): ShoeWear[] =>
      listWear.all().map(row => ({
        shoeId: row.shoe_id,
        wearings: row.wearings,
        withoutEnd: row.without_end,
        wornSeconds: Math.round(row.worn_ms / MS_PER_SECOND),
        firstWornOn: dateOfDayNumber(Math.floor(row.first_wall_ms / MS_PER_DAY)),
      })),
    /** Wearings that name the shoe, those in the trash included. */
    countWearings: (id: number): { wearings: number; inTrash: number } =>
      countWearings.get(id) ?? { wearings: 0, inTrash: 0 },
    /** Activities for which the shoe was picked, those in the trash included. */
    countActivities: (id: number): number => countActivities.get(id) ?? 0,
    /** Moves all entries that name a shoe to another one, those in the trash included. @returns their ids */
    moveEntries: (from: number, into: number): number[] => [
      ...moveWearings.all(into, from),
      ...moveActivities.all(into, from),
    ],
    giveEntries(ids: readonly number[], shoeId: number): void {
      giveWearings.run({ ids: JSON.stringify(ids), shoeId })
      giveActivities.run({ ids: JSON.stringify(ids), shoeId })
    },
    /** Deletes a shoe that no wearing names; false when there is none with that id. */
    delete: (id: number): boolean => deleteShoe.run(id).changes === 1,
    /** True if a shoe with this id is or was in the closet: ids are given once. */
    wasGiven: (id: number): boolean => id <= (lastId.get() ?? 0),
    has: (id: number): boolean => exists.get(id) !== undefined,
  }
}
