/** Expected schema: the result of the migrations, for comparison with that of a file. */
import Sqlite, { type Database } from 'better-sqlite3'
import type { Migration } from './migrations/index.ts'

/** A table, index, trigger or view of `sqlite_schema`. */
export interface SchemaObject {
  readonly type: string
  readonly name: string
  /** `type name table sql`, without comments and white space: the same for equal definitions. */
  readonly definition: string
}

export interface ExpectedSchema {
  readonly objects: readonly SchemaObject[]
  /** Ordinary tables with their stored columns: not those that FTS5 keeps for itself. */
  readonly tables: readonly { readonly name: string; readonly columns: readonly ExpectedColumn[] }[]
  /** The settings of the full-text index, as JSON. An unknown one makes every later write fail. */
  readonly searchSettings: string
}

export interface ExpectedColumn {
  readonly name: string
  /** Declared type: `INTEGER`, `REAL`, `TEXT`; empty in SQLite's own tables. */
  readonly type: string
}

/**
 * Cache by migrations and version: a list of backups has many files of few versions, and running all migrations takes
 * longer than checking a small file.
 */
const known = new WeakMap<readonly Migration[], Map<number, ExpectedSchema>>()

/** @param version schema version up to which the migrations run, in memory */
export function expectSchema(migrations: readonly Migration[], version: number): ExpectedSchema {
  const byVersion = known.get(migrations) ?? new Map<number, ExpectedSchema>()
  known.set(migrations, byVersion)
  const expected = byVersion.get(version) ?? makeSchema(migrations, version)
  byVersion.set(version, expected)
  return expected
}

function makeSchema(migrations: readonly Migration[], version: number): ExpectedSchema {
  const db = new Sqlite(':memory:')
  try {
    for (const step of migrations) if (step.version <= version) step.up(db)
    return {
      objects: listObjects(db),
      tables: listTables(db),
      searchSettings: readSearchSettings(db),
    }
  } finally {
    db.close()
  }
}

interface SchemaRow {
  type: string
  name: string
  tbl_name: string
  sql: string | null
}

export function listObjects(db: Database): SchemaObject[] {
  return db
    .prepare<[], SchemaRow>('select type, name, tbl_name, sql from sqlite_schema order by type desc, name')
    .all()
    .map(({ type, name, tbl_name, sql }) => ({
      type,
      name,
      definition: `${type} ${name} ${tbl_name} ${normalizeSql(sql ?? '')}`,
    }))
}

/** Literals and quoted names are kept; comments and white space between the other tokens are not part of a definition. */
const SQL_TOKEN =
  /('(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\s+|(\w+|[\s\S])/g

function normalizeSql(sql: string): string {
  const tokens = sql.matchAll(SQL_TOKEN)
  return [...tokens].flatMap(([, quoted, plain]) => quoted ?? plain ?? []).join(' ')
}

function listTables(db: Database): ExpectedSchema['tables'] {
  return db
    .prepare<[], string>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name <> 'sqlite_schema'",
    )
    .pluck()
    .all()
    .map(name => ({
      name,
      columns: db
        .prepare<[string], ExpectedColumn>(
          'select name, upper(type) as type from pragma_table_xinfo(?) where hidden = 0',
        )
        .all(name),
    }))
}

/**
 * Settings of the full-text index; empty before version 3, which adds it. FTS5 raises its format from 4 to 5 with the
 * first secure deletion.
 */
export function readSearchSettings(db: Database): string {
  const exists = db.prepare("select 1 from sqlite_schema where name = 'entry_note_config'").get()
  return exists === undefined
    ? ''
    : JSON.stringify(
        db
          .prepare(
            "select k, case k when 'version' then v in (4, 5) else v end from entry_note_config order by k",
          )
          .raw()
          .all(),
      )
}
