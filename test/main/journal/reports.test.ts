import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournal } from '../../../main/journal/journal.ts'
import { migrations } from '../../../main/journal/migrations/index.ts'
import { openJournal } from '../../../main/journal/open.ts'
import { reportOf } from '../../shared/report/report-facts.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const made = { report: reportOf(), hash: 'a'.repeat(64) }
const content = JSON.stringify(made.report)

test('a journal from before reports were kept gets a place for them, and keeps what it held', () => {
  const path = join(newFolder(), 'journal.sqlite')
  const older = openJournal(
    path,
    migrations.filter(({ version }) => version < 5),
  )
  older.exec(
    "insert into entry (kind, at, offset_minutes, note, logged_at) values ('fluid', 0, 0, 'kept', 0);" +
      "insert into fluid (entry_id, drink, volume_ml) values (1, 'water', 250)",
  )
  older.close()
  const db = openJournal(path)
  const journal = createJournal(db)
  expect(journal.entries.get(1)).toMatchObject({ kind: 'fluid', note: 'kept', volumeMl: 250 })
  expect(journal.reports.list()).toEqual([])
  journal.reports.add(made, content, 5)
  expect(journal.reports.get(1)).toEqual(made)
  journal.close()
})

test('reports are listed newest first, and one that says the same is stored once', () => {
  const journal = createJournal(openJournal(':memory:'))
  journal.reports.add(made, content, 1)
  journal.reports.add({ ...made, hash: 'b'.repeat(64) }, content, 2)
  journal.reports.add(made, content, 3)
  expect(journal.reports.list().map(({ hash, madeAt }) => [hash[0], madeAt])).toEqual([
    ['a', 3],
    ['b', 2],
  ])
  expect(journal.reports.get(99)).toBeUndefined()
  journal.close()
})
