/** Entry search: ids of the matching entries, newest first, and their number per day. */
import type { Database } from 'better-sqlite3'
import { thingKeyOf } from '../../../shared/kinds/thing-key.ts'
import type { EntryFilter } from '../../../shared/search/entry-filter.ts'
import type { FoundEntries } from '../../../shared/search/search-calls.ts'
import {
  findNamedValues,
  isIndexableTerm,
  matchesWordPrefix,
  splitSearch,
} from '../../../shared/search/search-words.ts'
import { dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import { journalDayBounds, MS_PER_DAY, MS_PER_MINUTE } from '../../../shared/time/moment.ts'

/** SQL condition on `entry`, with the values of its placeholders. */
interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

interface Name {
  readonly id: number
  readonly name: string
}

export function createEntrySearch(db: Database) {
  const shoes = db.prepare<[], Name>('select id, name from shoe')
  const factors = db.prepare<[], Name>('select id, name from factor where deleted_at is null')
  const medicines = db.prepare<[], string>('select name from medication union select name from dose').pluck()
  const things = db.prepare<[], Name>('select id, name from own_thing where deleted_at is null')

  /** Matches entries with a word that begins with `piece` in the note or in a displayed name. */
  function matchPiece(piece: string): Condition {
    const { kinds, drinks, activities, muscles, sides, medicationChanges, stretchesBeforeBed } =
      findNamedValues(piece)
    const worn = shoes.all().filter(({ name }) => matchesWordPrefix(name, piece))
    const own = factors.all().filter(({ name }) => matchesWordPrefix(name, piece))
    const ownKeys = things
      .all()
      .filter(({ name }) => matchesWordPrefix(name, piece))
      .map(({ id }) => thingKeyOf(id))
    const taken = medicines.all().filter(name => matchesWordPrefix(name, piece))
    return anyOf([
      matchNote(piece),
      ...isOneOf('kind', kinds),
      ...ofKind('fluid', isOneOf('drink', [...drinks, ...ownKeys])),
      ...ofKind('activity', isOneOf('activity', [...activities, ...ownKeys])),
      ...ofKind(
        'footwear',
        isOneOf(
          'shoe_id',
          worn.map(({ id }) => id),
        ),
      ),
      ...ofKind(
        'own_factor',
        isOneOf(
          'factor_id',
          own.map(({ id }) => id),
        ),
      ),
      ...ofKind('medication', isOneOf('name', taken)),
      ...ofKind('dose', isOneOf('name', taken)),
      ...ofKind('medication', isOneOf('change', medicationChanges)),
      ...ofKind('stretch', isOneOf('before_bed', stretchesBeforeBed.map(Number))),
      ...ofKind('cramp', isOneOf(SITE_MUSCLE, muscles).map(someSite)),
      ...ofKind('cramp', isOneOf(SITE_SIDE, sides).map(someSite)),
      ...ofKind(
        'cramp',
        isOneOf(RELIEF_TECHNIQUE, ownKeys).map(condition => someItem('relief', condition)),
      ),
      ...ofKind(
        'cramp',
        isOneOf('value', ownKeys).map(condition => someItem('symptoms', condition)),
      ),
    ])
  }

  function listConditions(filter: EntryFilter, dayStartMinutes: number): Condition[] {
    const { text, kinds, muscle, side, source, fromDate, toDate } = filter
    const conditions = [...isOneOf('kind', kinds), ...splitSearch(text).map(matchPiece)]
    if (fromDate !== null) {
      const { fromWallMs } = journalDayBounds(fromDate, dayStartMinutes)
      conditions.push({ sql: 'wall_ms >= ?', values: [fromWallMs] })
    }
    if (toDate !== null) {
      const { toWallMs } = journalDayBounds(toDate, dayStartMinutes)
      conditions.push({ sql: 'wall_ms < ?', values: [toWallMs] })
    }
    if (source !== null)
      conditions.push({
        sql: 'source_id in (select id from import_source where removed_at is null and name = ? collate nocase)',
        values: [source],
      })
    const ofSite = [
      ...isOneOf(SITE_MUSCLE, muscle === null ? [] : [muscle]),
      ...isOneOf(SITE_SIDE, side === null ? [] : [side, 'both']),
    ]
    if (ofSite.length > 0) conditions.push(...ofKind('cramp', [someSite(allOf(ofSite))]))
    return conditions
  }

  return {
    /** @param dayStartMinutes minutes after midnight at which the person's day starts */
    find: (filter: EntryFilter, dayStartMinutes: number): FoundEntries => {
      const { sql, values } = allOf([
        { sql: 'deleted_at is null', values: [] },
        ...listConditions(filter, dayStartMinutes),
      ])
      const rows = db
        .prepare<(string | number)[], [id: number, wallMs: number]>(
          `select id, wall_ms from entry where ${sql} order by wall_ms desc, id desc`,
        )
        .raw()
        .all(...values)
      const countsByDay = new Map<number, number>()
      for (const [, wallMs] of rows) {
        const day = Math.floor((wallMs - dayStartMinutes * MS_PER_MINUTE) / MS_PER_DAY)
        countsByDay.set(day, (countsByDay.get(day) ?? 0) + 1)
      }
      return {
        ids: rows.map(([id]) => id),
        days: Array.from(countsByDay, ([day, count]) => ({ date: dateOfDayNumber(day), count })),
      }
    },
  }
}

const SITE_MUSCLE = "value ->> '$.muscle'"
const SITE_SIDE = "value ->> '$.side'"
const RELIEF_TECHNIQUE = "value ->> '$.technique'"

/** Full-text condition. The text becomes a quoted FTS5 string, in which only the quote needs escaping. */
function matchNote(piece: string): Condition {
  // Substring search where the tokenizer has no words, such as emoji or scripts without spaces.
  const letterByLetter: Condition = { sql: 'instr(note, ?) > 0', values: [piece] }
  if (!isIndexableTerm(piece)) return letterByLetter
  const byWords: Condition = {
    sql: 'id in (select rowid from entry_note where entry_note match ?)',
    values: [`"${piece.replaceAll('"', '""')}"*`],
  }
  return hasOtherLetters.test(piece) ? anyOf([byWords, letterByLetter]) : byWords
}

/**
 * Letters outside Latin, Greek, Cyrillic and common signs. The tokenizer knows the letters of Unicode 6.1; those added
 * since need the substring search.
 */
const hasOtherLetters =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|[\u{1cf2}\u{1cf3}]/u

/** SQL `in` condition; no condition for an empty list. */
function isOneOf(column: string, values: readonly (string | number)[]): Condition[] {
  return values.length === 0
    ? []
    : [{ sql: `${column} in (select value from json_each(?))`, values: [JSON.stringify(values)] }]
}

/** Restricts entries by conditions on the kind's own table. */
function ofKind(table: string, conditions: readonly Condition[]): Condition[] {
  return conditions.map(({ sql, values }) => ({
    sql: `id in (select entry_id from ${table} where ${sql})`,
    values,
  }))
}

/** Requires one item of a list in a column to meet the whole condition. */
function someItem(column: 'sites' | 'relief' | 'symptoms', { sql, values }: Condition): Condition {
  return { sql: `exists (select 1 from json_each(${column}) where ${sql})`, values }
}

const someSite = (condition: Condition) => someItem('sites', condition)

const allOf = (conditions: readonly Condition[]) => join(conditions, ' and ')
const anyOf = (conditions: readonly Condition[]) => join(conditions, ' or ')

function join(conditions: readonly Condition[], operator: string): Condition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(operator)})`,
    values: conditions.flatMap(({ values }) => values),
  }
}
