/**
 * Trash: soft deletion, restore and erasure of entries. Effects on other entries, such as the end of the previous
 * wearing, are undone with a deletion and redone with a restore.
 */
import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../shared/kinds/entry.ts'
import type { DeletedEntry } from '../../../shared/search/search-calls.ts'
import type { EntryRepository } from './entries.ts'
import type { WornShoeRepository } from './shoes-worn.ts'

/** Not transactional: the caller's transaction covers several entries. */
export function createTrashRepository(db: Database, entries: EntryRepository, shoesWorn: WornShoeRepository) {
  const listIds = db
    .prepare<[], number>(
      'select id from entry where deleted_at is not null order by deleted_at desc, id desc',
    )
    .pluck()
  const amongIds = 'id in (select value from json_each(@ids))'
  /** Entries with effects on others or with uniqueness rules, which need individual handling. */
  const listSingle = db
    .prepare<{ ids: string }, number>(
      `select id from entry left join cramp on entry_id = id
       where ${amongIds} and (kind in ('footwear', 'day', 'night', 'own-factor') or coalesce(ongoing, 0) = 1)`,
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

  /**
   * Applies one function to each of those and another to all the rest at once; false when an entry is not where
   * expected.
   */
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

  /** Moves an entry to the trash and returns it; undefined when there is none. */
  function put(id: number, now: number): Entry | undefined {
    const entry = entries.get(id)
    if (entry === undefined || !entries.delete(id, now)) return undefined
    shoesWorn.putBackOn(id)
    return entry
  }

  return {
    put,
    /** Moves many to the trash, in that order. On false, for a missing one, some have been moved. */
    putAll: (ids: readonly number[], now: number): boolean =>
      forAll(
        ids,
        id => put(id, now) !== undefined,
        others => putMany.run({ ids: others, now }),
      ),
    /**
     * Restores many, in that order. On false, for a missing one, some have been restored.
     *
     * @param restoreSingle restores an entry that may conflict with newer ones
     */
    takeOutAll: (ids: readonly number[], restoreSingle: (id: number) => boolean): boolean =>
      forAll(ids, restoreSingle, others => takeOutMany.run({ ids: others })),
    /** Erases many permanently. On false, for a missing one, some have been erased. */
    eraseAll: (ids: readonly number[]): boolean =>
      eraseMany.run({ ids: JSON.stringify(ids) }).changes === ids.length,
    /** Restores an entry; undefined when it is not in the trash. */
    takeOut: (id: number): Entry | undefined => {
      const restored = entries.restore(id)
      if (restored !== undefined) shoesWorn.takeOffAgain(id)
      return restored
    },
    /** Ids of the entries in the trash, last deleted first. */
    listIds: (): number[] => listIds.all(),
    get: (id: number): DeletedEntry | undefined => entries.getDeleted(id),
  }
}
