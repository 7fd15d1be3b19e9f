/**
 * Validates a file before any write: an intact database, exactly the schema of the migrations, and no value that the
 * program could not have stored. A foreign trigger would otherwise run with the next entry.
 */
import Sqlite, { type Database } from 'better-sqlite3'
import {
  type ExpectedColumn,
  type ExpectedSchema,
  expectSchema,
  listObjects,
  readSearchSettings,
} from './expected-schema.ts'
import { JournalRefused, refusing } from './journal-refused.ts'
import { migrations as allMigrations, type Migration } from './migrations/index.ts'

/** `application_id` in the header of every journal ("UNKT"), which distinguishes it from other programs' databases. */
export const APPLICATION_ID = 0x554e4b54

/** SQLite's busy timeout in milliseconds, for other processes that hold the file, such as a backup tool. */
export const BUSY_TIMEOUT_MS = 2_000

/**
 * Validates a file through a read-only connection.
 *
 * @param migrations overridden in tests only
 * @throws JournalRefused when it is no sound journal of a known version
 */
export function judgeFile(path: string, migrations: readonly Migration[] = allMigrations): void {
  const db = refusing(path, () => new Sqlite(path, { readonly: true, timeout: BUSY_TIMEOUT_MS }))
  try {
    refusing(path, () => judgeDatabase(db, path, migrations))
  } finally {
    db.close()
  }
}

/**
 * Validates a serialised database.
 *
 * @param path path to name in a refusal
 */
export function judgeBytes(bytes: Buffer, path: string): void {
  const db = refusing(path, () => new Sqlite(bytes))
  try {
    refusing(path, () => judgeDatabase(db, path, allMigrations))
  } finally {
    db.close()
  }
}

function judgeDatabase(db: Database, path: string, migrations: readonly Migration[]): void {
  db.pragma('trusted_schema = off')
  const applicationId = numberPragma(db, 'application_id')
  if (applicationId !== APPLICATION_ID)
    throw new JournalRefused('foreign', path, `application_id is ${applicationId}, not ${APPLICATION_ID}`)
  const version = numberPragma(db, 'user_version')
  if (version > migrations.length)
    throw new JournalRefused(
      'newer',
      path,
      `schema version ${version}; this program knows ${migrations.length}`,
    )
  // Compared first: the checks below run expressions of the schema, which must be ours.
  const expected = expectSchema(migrations, version)
  const change = findSchemaChange(db, expected)
  if (change !== undefined) throw new JournalRefused('changed', path, change)
  const verdict = String(db.pragma('integrity_check(1)', { simple: true }))
  if (verdict !== 'ok') throw new JournalRefused('damaged', path, verdict.slice(0, MAX_DETAIL_LENGTH))
  const broken = db.prepare('select * from pragma_foreign_key_check limit 3').all()
  if (broken.length > 0)
    throw new JournalRefused(
      'changed',
      path,
      `Rows name others that are not there: ${JSON.stringify(broken)}`,
    )
  const oversized = findImpossibleValue(db, expected)
  if (oversized !== undefined) throw new JournalRefused('changed', path, oversized)
}

// ------------------------------------------------------------------------------------------ schema

/** Schema objects named in a refusal before "and n more". */
const MAX_NAMED = 5
/** Characters shown of a name that another program chose. */
const MAX_NAME_LENGTH = 60
const MAX_DETAIL_LENGTH = 500

/** Difference from the expected schema, as a sentence; undefined when there is none. */
function findSchemaChange(db: Database, expected: ExpectedSchema): string | undefined {
  const wanted = new Map(expected.objects.map(object => [object.definition, object]))
  const surplus = listObjects(db).filter(object => !wanted.delete(object.definition))
  const differences = [
    ...surplus.map(object => `${nameOf(object)} is not as Unknot makes it`),
    ...[...wanted.values()].map(object => `${nameOf(object)} is missing or changed`),
  ]
  const named = differences.slice(0, MAX_NAMED)
  const more = differences.length - named.length
  if (named.length > 0) return `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`
  return readSearchSettings(db) === expected.searchSettings
    ? undefined
    : 'The settings of the search index are not as Unknot makes them.'
}

const nameOf = ({ type, name }: { type: string; name: string }) =>
  `The ${type} "${name.slice(0, MAX_NAME_LENGTH)}"`

// ------------------------------------------------------------------------------------------ values

/** Maximum UTF-8 bytes of a text: a note of 10,000 characters with up to three bytes each. */
const MAX_TEXT_BYTES = 30_000
/** Maximum bytes of a stored report. One of ten years with every page is 3 MB. */
const MAX_REPORT_BYTES = 64 * 1024 * 1024
/** Largest id: well below 2^53, where JavaScript's integers end. */
const MAX_ID = 2 ** 52

/** First value that the program could not have stored, as a sentence. STRICT tables and their checks cover the rest. */
function findImpossibleValue(db: Database, { tables }: ExpectedSchema): string | undefined {
  for (const { name: table, columns } of tables) {
    const cases = columns.map(column => `when ${isImpossible(table, column)} then '${column.name}'`)
    const found = db
      .prepare<[], string>(
        `select column from (select case ${cases.join(' ')} end as column from ${table}) where column is not null limit 1`,
      )
      .pluck()
      .get()
    if (found !== undefined) return `A value in ${table}.${found} is beyond what Unknot stores.`
  }
  return undefined
}

/** SQL condition for a text that is too long, or a number that JavaScript cannot represent. */
function isImpossible(table: string, { name, type }: ExpectedColumn): string {
  if (table === 'sqlite_sequence' && name === 'seq')
    return `typeof(seq) <> 'integer' or seq not between 0 and ${MAX_ID}`
  if (type === 'INTEGER') {
    const most = name === 'id' ? MAX_ID : Number.MAX_SAFE_INTEGER
    return `${name} not between ${-most} and ${most}`
  }
  if (type === 'REAL') return `abs(${name}) > ${Number.MAX_SAFE_INTEGER}`
  const most = table === 'report' && name === 'content' ? MAX_REPORT_BYTES : MAX_TEXT_BYTES
  return `octet_length(${name}) > ${most}`
}

function numberPragma(db: Database, name: string): number {
  return Number(db.pragma(name, { simple: true }))
}
