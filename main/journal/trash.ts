/**
 * Deleting, and the way back. What is deleted waits in the trash until the person empties it; what another entry knew of
 * it, such as that a shoe took off the one before, is forgotten and remembered with it.
 */
import type { Database } from 'better-sqlite3'
import type { DeletedEntry } from '../../shared/journal/browsing-calls.ts'
import type { Entry } from '../../shared/journal/entry.ts'
import type { Entries } from './entries.ts'
import type { ShoesWorn } from './shoes-worn.ts'

/** None of these is a transaction of its own: several entries go, or come back, in one of the caller's. */
export function openTrash(db: Database, entries: Entries, shoesWorn: ShoesWorn) {
  const listIds = db
    .prepare<[], number>(
      'select id from entry where deleted_at is not null order by deleted_at desc, id desc',
    )
    .pluck()
  return {
    /** Puts an entry into the trash, and returns it; undefined when it is not in the journal. */
    put: (id: number, now: number): Entry | undefined => {
      const entry = entries.get(id)
      if (entry === undefined || !entries.delete(id, now)) return undefined
      shoesWorn.putBackOn(id)
      return entry
    },
    /** Brings an entry back; undefined when it is not in the trash. */
    takeOut: (id: number): Entry | undefined => {
      const restored = entries.restore(id)
      if (restored !== undefined) shoesWorn.takeOffAgain(id)
      return restored
    },
    /** Every entry in the trash, the last deleted first. */
    listIds: (): number[] => listIds.all(),
    get: (id: number): DeletedEntry | undefined => entries.getDeleted(id),
    /** Deletes for good; false when it is not in the trash. */
    erase: (id: number): boolean => entries.erase(id),
  }
}
