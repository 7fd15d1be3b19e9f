/** `footwear.closed_by` as stored, for import and export. The rules that set it are in `shoes-worn.ts`. */
import type { Database } from 'better-sqlite3'

/** End of a wearing as stored. */
export interface WearingEnd {
  readonly id: number
  /** UTC milliseconds; null while it is on. */
  readonly takenOffAt: number | null
  readonly closedBy: number | null
}

export function createClosingLinkRepository(db: Database) {
  const listAll = db.prepare<[], { id: number; closedBy: number }>(
    'select entry_id as id, closed_by as closedBy from footwear where closed_by is not null',
  )
  const set = db.prepare<[number, number]>('update footwear set closed_by = ? where entry_id = ?')
  const listEnds = db.prepare<[], WearingEnd>(
    'select entry_id as id, taken_off_at as takenOffAt, closed_by as closedBy from footwear',
  )
  const setEnd = db.prepare<WearingEnd>(
    `update footwear set taken_off_at = @takenOffAt, closed_by = @closedBy
     where entry_id = @id and (@closedBy is null or exists (select 1 from entry where id = @closedBy))`,
  )
  return {
    /** Id of the entry that ended each wearing, by the wearing's id. */
    getAll: (): Map<number, number> => new Map(listAll.all().map(({ id, closedBy }) => [id, closedBy])),
    /** Ends of all wearings, those in the trash included. */
    listEnds: (): WearingEnd[] => listEnds.all(),
    setEnd: (end: WearingEnd): void => void setEnd.run(end),
    set: (id: number, closedBy: number): void => void set.run(closedBy, id),
  }
}
