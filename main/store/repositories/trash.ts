/**
 * Deleting, and the way back. What is deleted waits in the trash until the person empties it; what another entry knew of
 * it, such as that a shoe took off the one before, is forgotten and remembered with it.
 */
import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../shared/kinds/entry.ts'
import type { DeletedEntry } from '../../../shared/search/search-calls.ts'
import type { Entries } from './entries.ts'
import type { ShoesWorn } from './shoes-worn.ts'

/** None of these is a transaction of its own: several entries go, or come back, in one of the caller's. */
export function createTrashRepository(db: Database, entries: Entries, shoesWorn: ShoesWorn) {
  const listIds = db
    .prepare<[], number>(
      'select id from entry where deleted_at is not null order by deleted_at desc, id desc',
    )
    .pluck()
  const amongIds = 'id in (select value from json_each(@ids))'
  /** Those that take something with them, or cannot stand beside every other: each has to be looked at by itself. */
  const listSingle = db
    .prepare<{ ids: string }, number>(
      `select id from entry left join cramp on entry_id = id
       where ${amongIds} and (kind in ('footwear', 'day', 'night') or coalesce(ongoing, 0) = 1)`,
    )
    .pluck()
  const putMany = db.prepare<{ ids: string; now: number }>(
    `update entry set deleted_at = @now where ${amongIds} and deleted_at is null`,
  )
  const takeOutMany = db.prepare<{ ids: string }>(
    `update entry set deleted_at = null where ${amongIds} and deleted_at is not null`,
  )
  const eraseMany = db.prepare<{ ids: string }>(
    `delete from entry where ${amongIds} and deleted_at is not null`,
  )

  /** Does to each what has to be done one by one, and to all others together; false when one of them is not where it was. */
  function forAll(
    ids: readonly number[],
    toEach: (id: number) => boolean,
    toOthers: (ids: string) => { readonly changes: number },
  ): boolean {
    const single = new Set(listSingle.all({ ids: JSON.stringify(ids) }))
    const others = ids.filter(id => !single.has(id))
    return (
      ids.every(id => !single.has(id) || toEach(id)) &&
      toOthers(JSON.stringify(others)).changes === others.length
    )
  }

  /** Puts an entry into the trash, and returns it; undefined when it is not in the journal. */
  function put(id: number, now: number): Entry | undefined {
    const entry = entries.get(id)
    if (entry === undefined || !entries.delete(id, now)) return undefined
    shoesWorn.putBackOn(id)
    return entry
  }

  return {
    put,
    /** Puts many into the trash, in that order; false when one is not in the journal, and then some are in the trash. */
    putAll: (ids: readonly number[], now: number): boolean =>
      forAll(
        ids,
        id => put(id, now) !== undefined,
        others => putMany.run({ ids: others, now }),
      ),
    /**
     * Brings many back, in that order; false when one is not in the trash, and then some are back.
     *
     * @param takeOutSingle brings back one of those that may not fit beside what was written down since
     */
    takeOutAll: (ids: readonly number[], takeOutSingle: (id: number) => boolean): boolean =>
      forAll(ids, takeOutSingle, others => takeOutMany.run({ ids: others })),
    /** Deletes many for good; false when one is not in the trash, and then some are gone. */
    eraseAll: (ids: readonly number[]): boolean =>
      eraseMany.run({ ids: JSON.stringify(ids) }).changes === ids.length,
    /** Brings an entry back; undefined when it is not in the trash. */
    takeOut: (id: number): Entry | undefined => {
      const restored = entries.restore(id)
      if (restored !== undefined) shoesWorn.takeOffAgain(id)
      return restored
    },
    /** Every entry in the trash, the last deleted first. */
    listIds: (): number[] => listIds.all(),
    get: (id: number): DeletedEntry | undefined => entries.getDeleted(id),
  }
}
