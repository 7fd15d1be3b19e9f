import type { Database } from 'better-sqlite3'
import { createLists, type JournalLists } from '../../../shared/kinds/journal-lists.ts'
import { type OwnThing, type OwnThingDraft, ownThing } from '../../../shared/kinds/own-thing.ts'
import { type ThingKey, thingKeyOf } from '../../../shared/kinds/thing-key.ts'
import { writeRow } from './write-row.ts'

interface ThingRow {
  id: number
  list: string
  name: string
  facts: string
  created_on: string
  archived: number
}

const fromRow = ({ facts, created_on, archived, ...row }: ThingRow): OwnThing =>
  ownThing.parse({ ...JSON.parse(facts), ...row, createdOn: created_on, archived: archived === 1 })

/** Fields of a thing with columns of their own, and the rest as JSON. */
function toRow({ list, name, archived, ...facts }: OwnThingDraft) {
  return { list, name, archived: Number(archived), facts: JSON.stringify(facts) }
}

/**
 * Repository of the person's own drinks, activities, reliefs and symptoms. Entries name them by key; one that an entry names
 * is never deleted.
 */
export function createOwnThingRepository(db: Database) {
  const columns = 'id, list, name, facts, created_on, archived'
  const list = db.prepare<[], ThingRow>(
    `select ${columns} from own_thing where deleted_at is null order by id`,
  )
  const get = db.prepare<[number], ThingRow>(
    `select ${columns} from own_thing where id = ? and deleted_at is null`,
  )
  const getDeleted = db.prepare<[number], ThingRow>(
    `select ${columns} from own_thing where id = ? and deleted_at is not null`,
  )
  const insert = db.prepare<Record<string, string | number | null>, ThingRow>(
    `insert into own_thing (id, list, name, facts, created_on, archived)
     values (@id, @list, @name, @facts, @createdOn, @archived) returning ${columns}`,
  )
  const update = db.prepare<Record<string, string | number>, ThingRow>(
    `update own_thing set name = @name, facts = @facts, archived = @archived
     where id = @id and list = @list and deleted_at is null returning ${columns}`,
  )
  const setDeletedAt = db.prepare<{ id: number; deletedAt: number | null }>(
    'update own_thing set deleted_at = @deletedAt where id = @id and (deleted_at is null) = (@deletedAt is not null)',
  )
  const eraseDeleted = db.prepare('delete from own_thing where deleted_at is not null')
  const countUses = db
    .prepare<{ key: string }, number>(
      `select (select count(*) from fluid where drink = @key)
        + (select count(*) from activity where activity = @key)
        + (select count(*) from cramp
           where exists (select 1 from json_each(relief) where value ->> '$.technique' = @key)
              or exists (select 1 from json_each(symptoms) where value = @key))`,
    )
    .pluck()

  function insertThing(thing: Omit<OwnThing, 'id'> & { readonly id: number | null }): OwnThing {
    const { id, createdOn, ...draft } = thing
    // Cast: a thing without its id and date is the draft of its list.
    const row = writeRow(insert, { ...toRow(draft as OwnThingDraft), id, createdOn })
    if (row === undefined) throw new Error('insert returned no row')
    return fromRow(row)
  }
  const listAll = () => list.all().map(fromRow)

  return {
    /** All things that are not deleted, archived ones included, in the order in which they were made. */
    list: listAll,
    /** Lists of this journal: the built-in records and the own ones. */
    getLists: (): JournalLists => createLists(listAll()),
    get: (id: number): OwnThing | undefined => {
      const row = get.get(id)
      return row && fromRow(row)
    },
    getDeleted: (id: number): OwnThing | undefined => {
      const row = getDeleted.get(id)
      return row && fromRow(row)
    },
    add: (draft: OwnThingDraft, createdOn: string): OwnThing =>
      insertThing({ ...draft, id: null, createdOn }),
    /** Inserts an archived thing, under its own id or the next one. Returns its key. */
    addArchived: (thing: OwnThing, keepId: boolean): ThingKey =>
      thingKeyOf(insertThing({ ...thing, id: keepId ? thing.id : null }).id),
    /** Changes all but the list; undefined when there is none with that id in the list. */
    change: (id: number, draft: OwnThingDraft): OwnThing | undefined => {
      const row = writeRow(update, { ...toRow(draft), id })
      return row && fromRow(row)
    },
    /** Entries that name it, those in the trash included. */
    countUses: (id: number): number => countUses.get({ key: thingKeyOf(id) }) ?? 0,
    /** @returns false when there is none with that id */
    delete: (id: number, now: number): boolean => setDeletedAt.run({ id, deletedAt: now }).changes > 0,
    restore: (id: number): boolean => setDeletedAt.run({ id, deletedAt: null }).changes > 0,
    /** Erases the deleted ones for good. */
    eraseDeleted: (): void => void eraseDeleted.run(),
  }
}
