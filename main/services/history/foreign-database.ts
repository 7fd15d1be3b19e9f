/**
 * SQLite database of another program, read as untrusted input: from a private copy, read-only, by plain tables and stored
 * columns alone. Views, triggers, virtual tables, checks and generated columns are code of the file's maker, and never run.
 */
import { open } from 'node:fs/promises'
import Sqlite, { type Database } from 'better-sqlite3'
import { getErrorCode } from '../../files/file-errors.ts'
import type { HistoryFile } from './history-files.ts'
import { DAMAGED, refuseExport } from './refuse-export.ts'

/** Value of a cell; a text or blob longer than `LONGEST_CELL` counts as none. */
type Cell = number | string | Buffer | null
export type Row = Readonly<Record<string, Cell>>

export interface ForeignDatabase {
  readonly tables: readonly string[]
  /** @throws CallFailure when any of its pages is damaged; reads the whole file */
  check(): void
  count(table: string): number
  /** Rows in the order of storage. Columns that this version of the program lacks are null; a missing table has no rows. */
  rows(table: string, columns: readonly string[]): IterableIterator<Row>
  close(): void
}

const SQLITE_MARK = 'SQLite format 3\0'

export const isDatabase = async (file: HistoryFile): Promise<boolean> =>
  (await file.readHead(SQLITE_MARK.length)).toString('latin1') === SQLITE_MARK

/** @throws CallFailure when its schema is damaged; `check` looks at the rest */
export async function openForeignDatabase(path: string): Promise<ForeignDatabase> {
  await leaveLog(path)
  return refuseDamaged(() => {
    const db = new Sqlite(path, { readonly: true, fileMustExist: true })
    try {
      db.pragma('trusted_schema = OFF')
      db.pragma('cell_size_check = ON')
      db.pragma('mmap_size = 0')
      // The check would run the expressions of constraints and generated columns, for each row.
      db.pragma('ignore_check_constraints = ON')
      if (hasGeneratedColumns(db)) throw refuseExport(DAMAGED)
      return createReader(db)
    } catch (error) {
      db.close()
      throw error
    }
  })
}

const PLAIN_TABLES = "type = 'table' AND sql LIKE 'CREATE TABLE %'"

/** No program of a phone has such columns in its store. */
const hasGeneratedColumns = (db: Database) =>
  db
    .prepare(
      `SELECT 1 FROM sqlite_master AS t, pragma_table_xinfo(t.name) AS c WHERE t.${PLAIN_TABLES} AND c.hidden IN (2, 3)`,
    )
    .get() !== undefined

/** Offset in SQLite's header of the write and read version: 1 = rollback journal, 2 = WAL. */
const VERSIONS_AT = 18
const WITHOUT_LOG = Buffer.from([1, 1])

/** Marks the copy as one without a write-ahead log, which a read-only connection could not open. */
async function leaveLog(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.write(WITHOUT_LOG, 0, WITHOUT_LOG.length, VERSIONS_AT)
  } finally {
    await file.close()
  }
}

/** Most bytes of one cell that are read; names and notes of a person are shorter. */
const LONGEST_CELL = 20_000

function createReader(db: Database): ForeignDatabase {
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE ${PLAIN_TABLES}`).pluck().all()
  const isTable = new Set(tables)
  return {
    tables,
    check() {
      const verdict = refuseDamaged(() => db.pragma('quick_check(1)', { simple: true }))
      if (verdict !== 'ok') throw refuseExport(DAMAGED)
    },
    count: table =>
      isTable.has(table)
        ? Number(
            refuseDamaged(() =>
              db
                .prepare(`SELECT count(*) FROM ${quote(table)}`)
                .pluck()
                .get(),
            ),
          )
        : 0,
    *rows(table, columns) {
      if (!isTable.has(table)) return
      const stored = new Set(
        db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table),
      )
      const selected = columns.map(column => (stored.has(column) ? shorten(quote(column)) : 'NULL'))
      const named = selected.map((cell, index) => `${cell} AS ${quote(columns[index] ?? '')}`)
      const statement = db.prepare<[], Row>(`SELECT ${named.join(', ')} FROM ${quote(table)}`)
      const rows = refuseDamaged(() => statement.iterate())
      try {
        for (;;) {
          const { done, value } = refuseDamaged(() => rows.next())
          if (done === true) return
          yield value
        }
      } finally {
        // A cancelled reading would leave the statement running, and the database could not be closed.
        rows.return?.()
      }
    },
    close: () => db.close(),
  }
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

/** `octet_length` reads the length without the content. */
const shorten = (cell: string) => `CASE WHEN octet_length(${cell}) <= ${LONGEST_CELL} THEN ${cell} END`

function refuseDamaged<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (
      /^SQLITE_(CORRUPT|NOTADB|FORMAT|ERROR|SCHEMA|TOOBIG|IOERR_SHORT_READ)/.test(getErrorCode(error) ?? '')
    )
      throw refuseExport(DAMAGED)
    throw error
  }
}
