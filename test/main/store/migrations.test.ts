import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { exportJournal, importJournal } from '../../../main/services/transfer/transfer.ts'
import { createJournalStore, loadJournalStore } from '../../../main/store/journal-store.ts'
import { tableOf } from '../../../main/store/kinds/kind-table.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import type { JournalFile } from '../../../shared/archive/journal-file.ts'
import { entryKinds } from '../../../shared/kinds/entry.ts'
import { anyJournalFile } from '../../fixtures/arbitrary-journals.ts'
import { reportOf } from '../../shared/report/report-facts.ts'
import { describeSchema, HOW_TO_WRITE, SNAPSHOT } from './schema.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()

test('the schema is the one that was committed', () => {
  const isSame = readFileSync(SNAPSHOT, 'utf8') === describeSchema()
  expect(isSame, `The schema has changed. If a migration was added, run: ${HOW_TO_WRITE}`).toBe(true)
})

/** Journal files that together have every kind of row. */
let files: readonly JournalFile[]
beforeAll(() => {
  files = fc.sample(anyJournalFile, { numRuns: 24, seed: 5 })
})

const noResult = {
  ...{ isConstant: true, missing: [], contrast: null, weekdayRatio: null, likelihoodP: null, test: null },
}

interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

/** Tables of a schema with their stored columns, without the shadow tables of the full-text index. */
function listTables(db: Database): Table[] {
  const names = db
    .prepare<[], string>(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'",
    )
    .pluck()
    .all()
  const columnsOf = db
    .prepare<[string], string>('select name from pragma_table_xinfo(?) where hidden = 0')
    .pluck()
  return names.map(name => ({ name, columns: columnsOf.all(name) }))
}

const readRows = (db: Database, { name, columns }: Table, schema = 'main') =>
  db.prepare(`select ${columns.join(', ')} from ${schema}.${name} order by ${columns.join(', ')}`).all()

/** Creates a journal of an old version with as much of the files as it can store. */
function makeOld(path: string, version: number): void {
  const newest = join(newFolder(), 'newest.sqlite')
  const journal = createJournalStore(openJournal(newest))
  for (const file of files) importJournal(journal, file)
  // Shown estimates, results of checkpoints, reports and the last import are not part of a journal file.
  journal.suspects.markShown(['alcohol'])
  journal.checkpoints.replaceResults([{ name: 'alcohol ..20000', inputs: 'a', result: noResult }])
  const report = reportOf()
  journal.reports.add({ report, hash: 'a'.repeat(64) }, 0)
  journal.sources.addRun(journal.sources.list()[0]?.id ?? 0, {})
  journal.close()
  const db = openJournal(
    path,
    migrations.filter(step => step.version <= version),
  )
  db.pragma('foreign_keys = off')
  db.prepare('attach ? as newest').run(newest)
  // Version 6 and earlier cannot store "follow the region".
  db.exec(`update newest.profile set volume_unit = ifnull(volume_unit, 'ml'),
    temperature_unit = ifnull(temperature_unit, 'c')`)
  const tables = listTables(db)
  const kinds = entryKinds.filter(kind => tables.some(({ name }) => name === tableOf(kind)))
  for (const { name, columns } of tables) {
    const only = name === 'entry' ? `where kind in (${kinds.map(kind => `'${kind}'`).join(', ')})` : ''
    const values = columns.map(column => {
      // Version 6 and earlier store whole millilitres, 19 and earlier no parts of the day.
      if (column === 'volume_ml' && version < 7) return 'cast(volume_ml as integer)'
      if (column === 'onset_precision' && version < 20)
        return "iif(onset_precision in ('exact', 'about', 'night'), onset_precision, 'night')"
      return column
    })
    db.exec(`delete from main.${name};
      insert into main.${name} (${columns.join(', ')}) select ${values.join(', ')} from newest.${name} ${only}`)
  }
  db.close()
}

describe.each(migrations.slice(0, -1).map(({ version }) => version))('a journal of version %i', version => {
  test('is brought up to date with every row as it was', () => {
    const path = join(newFolder(), 'journal.sqlite')
    makeOld(path, version)
    const old = new Sqlite(path)
    const before = listTables(old).map(table => ({ table, rows: readRows(old, table) }))
    old.close()
    for (const { table, rows } of before) expect(rows.length, `rows of ${table.name}`).toBeGreaterThan(0)

    const db = openJournal(path)
    for (const { table, rows } of before) expect(readRows(db, table), table.name).toEqual(rows)
    expect(db.pragma('foreign_key_check')).toEqual([])
    db.close()
    // Every row can be read by the repositories.
    const journal = loadJournalStore(path)
    const entries = before.find(({ table }) => table.name === 'entry')?.rows
    expect(exportJournal(journal).entries).toHaveLength(entries?.length ?? -1)
    journal.close()
  })
})
