/** `footwear.closed_by` as stored, for import and export. The rules that set it are in `shoes-worn.ts`. */
import type { Database } from 'better-sqlite3'

export function createClosingLinkRepository(db: Database) {
  const listAll = db.prepare<[], { id: number; closedBy: number }>(
    'select entry_id as id, closed_by as closedBy from footwear where closed_by is not null',
  )
  const set = db.prepare<[number, number]>('update footwear set closed_by = ? where entry_id = ?')
  return {
    /** Id of the entry that ended each wearing, by the wearing's id. */
    getAll: (): Map<number, number> => new Map(listAll.all().map(({ id, closedBy }) => [id, closedBy])),
    set: (id: number, closedBy: number): void => void set.run(closedBy, id),
  }
}
