/** What is on the feet: the rules that join one footwear entry to the next. */
import type { Database } from 'better-sqlite3'
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../shared/time/moment.ts'

/** A footwear entry, and the instant it was put on (UTC ms). */
export interface PutOn {
  readonly id: number
  readonly at: number
}

export type ShoesWorn = ReturnType<typeof createWornShoeRepository>

/**
 * None of these rules touches `edited_at`: that is when the person last changed an entry, and an end that follows from
 * another entry goes again when that entry does.
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
  /** The entry that ended the wearing `id`, if it still does: it may be in the trash, or stand before it by now. */
  const enderOf = db.prepare<[number], PutOn>(`
    select entry.id, entry.at from footwear join entry on entry.id = closed_by
    where footwear.entry_id = ? and taken_off_at is not null and deleted_at is null`)
  const putOnOf = db.prepare<[number], PutOn & { closed_by: number | null }>(`
    select id, at, closed_by from footwear join entry on id = entry_id where id = ?`)
  /** What `id` had ended when it went: open since then, or ended instead by what ended `id` itself. */
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

  /** The times at which a shoe can have been put on that is taken off at `at`. */
  const dayBefore = (at: number) => ({ from: at - MS_PER_DAY, to: at })

  function end(worn: PutOn, by: PutOn): void {
    setEnd.run({ id: worn.id, takenOffAt: Math.max(by.at, worn.at + MS_PER_MINUTE), closedBy: by.id })
  }

  return {
    /** The id of the entry whose shoe is on at `now` (UTC ms), as far as the journal knows. */
    getWearingId: (now: number): number | undefined => {
      const row = latest.get(now)
      // A shoe that was put on more than a day ago was taken off by somebody who forgot to say so.
      return row && row.taken_off_at === null && row.at > now - MS_PER_DAY ? row.id : undefined
    },
    /**
     * Putting on another shoe takes off the one that was on. One put on more than a day before keeps its unknown end:
     * when it was really taken off, nobody wrote down.
     */
    takeOffBefore: (putOn: PutOn): void => {
      for (const worn of stillOn.all({ id: putOn.id, ...dayBefore(putOn.at) })) end(worn, putOn)
    },
    /**
     * The shoe of entry `id` was not put on after all: what it took off is on again, or was taken off by the shoe that
     * came after it.
     */
    putBackOn: (id: number): void => {
      const next = enderOf.get(id)
      for (const worn of endedBy.all(id)) {
        if (next !== undefined && worn.at > next.at - MS_PER_DAY) end(worn, next)
        else setEnd.run({ id: worn.id, takenOffAt: null, closedBy: id })
      }
    },
    /** The shoe of entry `id` was put on all the same: it takes off what it had taken off before `putBackOn`. */
    takeOffAgain: (id: number): void => {
      const putOn = putOnOf.get(id)
      if (putOn === undefined) return
      for (const worn of endedBefore.all({ id, closedBy: putOn.closed_by, ...dayBefore(putOn.at) }))
        end(worn, putOn)
    },
    /** From now on the end of wearing `id` is the person's own, if it is to be another than the one it has. */
    keepOwnEnd: (id: number, takenOffAt: number | null): void => void forgetEnder.run(id, takenOffAt),
  }
}
