/** Wearings that activities wrote: those with the shoe of an activity, from its start to its end. */
import type { Database } from 'better-sqlite3'

/** Values by which the wearing of an activity is found again. Times are UTC milliseconds. */
export interface ActivityWearing {
  readonly shoeId: number
  readonly at: number
  readonly takenOffAt: number
}

export function createActivityWearingRepository(db: Database) {
  const wearing = db
    .prepare<ActivityWearing & { isDeleted: 0 | 1 }, number>(
      `select id from footwear join entry on id = entry_id
       where shoe_id = @shoeId and at = @at and taken_off_at = @takenOffAt
         and (deleted_at is not null) = @isDeleted
       order by id limit 1`,
    )
    .pluck()
  const activitiesWithShoe = db
    .prepare<{ ids: string }, number>(
      'select entry_id from activity where shoe_id is not null and entry_id in (select value from json_each(@ids))',
    )
    .pluck()
  return {
    find: (span: ActivityWearing): number | undefined => wearing.get({ ...span, isDeleted: 0 }),
    findDeleted: (span: ActivityWearing): number | undefined => wearing.get({ ...span, isDeleted: 1 }),
    /** Activities among these entries for which a shoe was picked. */
    listWithShoe: (ids: readonly number[]): number[] => activitiesWithShoe.all({ ids: JSON.stringify(ids) }),
  }
}
