/** Rules that link consecutive footwear entries: putting on a shoe ends the previous wearing. */
import type { Database } from 'better-sqlite3'
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../shared/time/moment.ts'

/** Footwear entry and the instant it was put on (UTC milliseconds). */
export interface PutOn {
  readonly id: number
  readonly at: number
}

export type WornShoeRepository = ReturnType<typeof createWornShoeRepository>

/**
 * These rules never change `edited_at`, the time of the person's last edit: an end that was derived from another entry
 * is undone when that entry is deleted.
 */
export function createWornShoeRepository(db: Database) {
  const latest = db.prepare<[number], PutOn & { taken_off_at: number | null }>(`
    select id, at, taken_off_at from entry join footwear on entry_id = id
    where kind = 'footwear' and deleted_at is null and at <= ?
    order by at desc, id desc limit 1`)
  const stillOn = db.prepare<{ id: number; from: number; to: number }, PutOn>(`
    select id, at from footwear join entry on id = entry_id
    where taken_off_at is null and deleted_at is null and id <> @id and at > @from and at <= @to`)
  const endedBy = db.prepare<[number], PutOn>(`
    select id, at from footwear join entry on id = entry_id where closed_by = ? and taken_off_at is not null`)
  /** Entry that ended the wearing `id`, which may since be in the trash or have moved before it. */
  const enderOf = db.prepare<[number], PutOn>(`
    select entry.id, entry.at from footwear join entry on entry.id = closed_by
    where footwear.entry_id = ? and taken_off_at is not null and deleted_at is null`)
  const putOnOf = db.prepare<[number], PutOn & { closed_by: number | null }>(`
    select id, at, closed_by from footwear join entry on id = entry_id where id = ?`)
  /** Wearing that `id` ended before its deletion: open since then, or ended by the entry that ended `id`. */
  const endedBefore = db.prepare<{ id: number; closedBy: number | null; from: number; to: number }, PutOn>(`
    select id, at from footwear join entry on id = entry_id
    where id <> @id and at > @from and at <= @to
      and (closed_by = @id and taken_off_at is null
        or closed_by = @closedBy and (taken_off_at is null or taken_off_at > @to))`)
  const setEnd = db.prepare<{ id: number; takenOffAt: number | null; closedBy: number }>(
    'update footwear set taken_off_at = @takenOffAt, closed_by = @closedBy where entry_id = @id',
  )
  const forgetEnder = db.prepare<[number, number | null]>(
    'update footwear set closed_by = null where entry_id = ? and taken_off_at is not ?',
  )

  /** Range of put-on times, in UTC milliseconds, for a shoe taken off at `at`. */
  const dayBefore = (at: number) => ({ from: at - MS_PER_DAY, to: at })

  function end(worn: PutOn, by: PutOn): void {
    setEnd.run({ id: worn.id, takenOffAt: Math.max(by.at, worn.at + MS_PER_MINUTE), closedBy: by.id })
  }

  return {
    /** Id of the wearing that is open at `now` (UTC milliseconds), if any. */
    getWearingId: (now: number): number | undefined => {
      const row = latest.get(now)
      // Open for more than a day: taking the shoe off was not logged.
      return row && row.taken_off_at === null && row.at > now - MS_PER_DAY ? row.id : undefined
    },
    /** Ends the previous wearing. One that began more than a day earlier keeps its unknown end. */
    takeOffBefore: (putOn: PutOn): void => {
      for (const worn of stillOn.all({ id: putOn.id, ...dayBefore(putOn.at) })) end(worn, putOn)
    },
    /**
     * Undoes `takeOffBefore` when entry `id` is deleted: the previous wearing is open again, or ends at the next entry.
     */
    putBackOn: (id: number): void => {
      const next = enderOf.get(id)
      for (const worn of endedBy.all(id)) {
        if (next !== undefined && worn.at > next.at - MS_PER_DAY) end(worn, next)
        else setEnd.run({ id: worn.id, takenOffAt: null, closedBy: id })
      }
    },
    /** Redoes it when entry `id` is restored. */
    takeOffAgain: (id: number): void => {
      const putOn = putOnOf.get(id)
      if (putOn === undefined) return
      for (const worn of endedBefore.all({ id, closedBy: putOn.closed_by, ...dayBefore(putOn.at) }))
        end(worn, putOn)
    },
    /** Marks the end of wearing `id` as set by the person, if it differs from the stored one. */
    keepOwnEnd: (id: number, takenOffAt: number | null): void => void forgetEnder.run(id, takenOffAt),
  }
}
