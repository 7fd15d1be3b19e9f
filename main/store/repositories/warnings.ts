import type { Database } from 'better-sqlite3'
import type { ArchivedWarning } from '../../../shared/archive/journal-file.ts'

/**
 * Raised warning: a rule has held for an entry, and whether the person has seen it. Its text is computed from the
 * entry.
 */
export interface RaisedWarning {
  readonly id: number
  /** Rule id, such as `E1` or `S10`. */
  readonly rule: string
  readonly entryId: number
  /** UTC milliseconds. */
  readonly raisedAt: number
  readonly acknowledgedAt: number | null
  /** UTC milliseconds until which it is snoozed; null when it is not. */
  readonly snoozedUntil: number | null
  /** UTC milliseconds at which a card about a rate was found to have ended; null while it holds. */
  readonly endedAt: number | null
  /** Closing line; empty while the card holds. */
  readonly closing: string
}

/** Warning including those of entries in the trash: a decision about it still counts. */
export interface RaisedBefore extends RaisedWarning {
  readonly isInTrash: boolean
}

/** Repository of raised warnings. Those of an entry in the trash are hidden until it is restored. */
export function createWarningRepository(db: Database) {
  const insert = db.prepare<[string, number, number]>(
    'insert into warning (rule, entry_id, raised_at) values (?, ?, ?) on conflict (rule, entry_id) do nothing',
  )
  const columns = `rule, entry_id as entryId, raised_at as raisedAt, acknowledged_at as acknowledgedAt,
    snoozed_until as snoozedUntil, ended_at as endedAt, closing`
  const select = `
    select warning.id, ${columns} from warning join entry on entry.id = entry_id where deleted_at is null`
  const list = db.prepare<[], RaisedWarning>(`${select} order by warning.id`)
  const listUnread = db.prepare<[], RaisedWarning>(`${select} and acknowledged_at is null`)
  const listOfRule = db.prepare<[string], RaisedWarning & { deletedAt: number | null }>(
    `select warning.id, ${columns}, deleted_at as deletedAt
     from warning join entry on entry.id = entry_id where rule = ?`,
  )
  const listAll = db.prepare<[], ArchivedWarning>(`select ${columns} from warning order by entry_id, rule`)
  const insertArchived = db.prepare<ArchivedWarning>(
    `insert into warning (rule, entry_id, raised_at, acknowledged_at, snoozed_until, ended_at, closing)
     values (@rule, @entryId, @raisedAt, @acknowledgedAt, @snoozedUntil, @endedAt, @closing)
     on conflict (rule, entry_id) do nothing`,
  )
  const eraseUnlisted = db.prepare<{ lastId: number; kept: string }>(
    `delete from warning where entry_id <= @lastId
       and not exists (select 1 from json_each(@kept) where value ->> 0 = rule and value ->> 1 = entry_id)`,
  )
  const restore = db.prepare<ArchivedWarning>(
    `insert into warning (rule, entry_id, raised_at, acknowledged_at, snoozed_until, ended_at, closing)
     select @rule, @entryId, @raisedAt, @acknowledgedAt, @snoozedUntil, @endedAt, @closing
     where exists (select 1 from entry where id = @entryId)
     on conflict (rule, entry_id) do update set ended_at = excluded.ended_at, closing = excluded.closing`,
  )
  const end = db.prepare<[number, string, number]>(
    'update warning set ended_at = ?, closing = ? where id = ? and ended_at is null',
  )
  const reopen = db.prepare<[number]>("update warning set ended_at = null, closing = '' where id = ?")
  const acknowledge = db.prepare<[number, number]>(
    'update warning set acknowledged_at = coalesce(acknowledged_at, ?) where id = ?',
  )
  const takeBack = db.prepare<[number]>('update warning set acknowledged_at = null where id = ?')
  const snooze = db.prepare<[number | null, number]>('update warning set snoozed_until = ? where id = ?')
  return {
    /** Idempotent per rule and entry, whether or not it was acknowledged. */
    raise: (rule: string, entryId: number, now: number): void => void insert.run(rule, entryId, now),
    list: (): RaisedWarning[] => list.all(),
    /** Unacknowledged warnings, snoozed ones included. */
    listUnread: (): RaisedWarning[] => listUnread.all(),
    listOfRule: (rule: string): RaisedBefore[] =>
      listOfRule.all(rule).map(({ deletedAt, ...raised }) => ({ ...raised, isInTrash: deletedAt !== null })),
    /** Archived form of every warning, those of entries in the trash included. */
    listArchived: (): ArchivedWarning[] => listAll.all(),
    /**
     * Makes the warnings of the entries up to the id `lastId` those of `listed`, for Undo. Whether one was read or snoozed
     * since stays.
     */
    restoreAll: (listed: readonly ArchivedWarning[], lastId: number): void => {
      const kept = JSON.stringify(listed.map(({ rule, entryId }) => [rule, entryId]))
      eraseUnlisted.run({ lastId, kept })
      for (const warning of listed) restore.run(warning)
    },
    addArchived: (archived: ArchivedWarning): void => void insertArchived.run(archived),
    /** Stores the first time it was seen; false when there is no such warning. */
    acknowledge: (id: number, now: number): boolean => acknowledge.run(now, id).changes === 1,
    /** Clears the acknowledgement; false when there is no such warning. */
    takeBackAcknowledgement: (id: number): boolean => takeBack.run(id).changes === 1,
    /** Marks a card about a rate as ended. Keeps the first time. */
    end: (id: number, endedAt: number, closing: string): void => void end.run(endedAt, closing, id),
    /** Marks it as holding again. */
    reopen: (id: number): void => void reopen.run(id),
    /** False when there is no such warning. @param until UTC milliseconds; null ends the snooze */
    snooze: (id: number, until: number | null): boolean => snooze.run(until, id).changes === 1,
  }
}
