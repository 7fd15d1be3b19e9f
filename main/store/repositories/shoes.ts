import type { Database } from 'better-sqlite3'
import type { Shoe, ShoeDraft } from '../../../shared/kinds/footwear.ts'
import { fromBoolean, toBoolean } from '../kinds/columns.ts'

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

/** Repository of shoes. They are retired instead of deleted, since entries refer to them. */
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
  function insertShoe(id: number | null, draft: ShoeDraft): Shoe {
    const row = insert.get({ id, ...toRow(draft) })
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
      const row = update.get({ id, ...toRow(draft) })
      return row && fromRow(row)
    },
    has: (id: number): boolean => exists.get(id) !== undefined,
  }
}
