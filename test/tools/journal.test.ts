import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { exportJournal } from '../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../main/store/journal-store.ts'
import { openJournal } from '../../main/store/open.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import { emptyJournalFile } from '../fixtures/journal-file.ts'
import { temporaryFolders } from '../main/store/temporary-folder.ts'
import { crampDraft } from '../shared/kinds/drafts.ts'

const newFolder = temporaryFolders()
const script = join(import.meta.dirname, './journal.ts')
/** Compiled code, which the starts of the script share: it takes most of a start. */
const compiled = mkdtempSync(join(tmpdir(), 'unknot-compiled-'))
afterAll(() => rmSync(compiled, { recursive: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })

test('npm run journal takes a journal out and into another, and names what it refuses', () => {
  const [from, to] = [newFolder(), newFolder()]
  const file = join(from, 'journal.json')
  const journal = createJournalStore(openJournal(join(from, 'journal.sqlite')))
  journal.entries.add(crampDraft(), Date.UTC(2026, 10, 19))
  journal.close()

  expect(run('export', file, '--data', from)).toMatchObject({ status: 0, stderr: '' })
  expect(run('import', file, '--data', to).status).toBe(0)
  const copy = join(to, 'copy.json')
  expect(run('export', copy, '--data', to).status).toBe(0)
  expect(JSON.parse(readFileSync(copy, 'utf8'))).toEqual(JSON.parse(readFileSync(file, 'utf8')))

  const spoiled = JSON.parse(readFileSync(file, 'utf8'))
  spoiled.entries[0].intensity = 11
  writeFileSync(file, JSON.stringify(spoiled))
  const refused = run('import', file, '--data', to)
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('entries[0].intensity: Enter a whole number from 0 to 10.')
  expect(run('export', join(to, 'again.json'), '--data', to).stdout).toContain('Exported 1 entries')
})

test('npm run journal reads what the window reads: any Unicode, and a table of its own', () => {
  const folder = newFolder()
  const file = join(folder, 'journal.json')
  const json = JSON.stringify({ ...emptyJournalFile, profile: { ...emptyProfile, name: 'Zoë' } })
  for (const text of [`\uFEFF${json}`, Buffer.from(`\uFEFF${json}`, 'utf16le')]) {
    writeFileSync(file, text)
    expect(run('import', file, '--data', newFolder())).toMatchObject({ status: 0, stderr: '' })
  }
  writeFileSync(file, Buffer.from(json, 'latin1'))
  expect(run('import', file, '--data', folder).stderr).toContain('such as Windows-1252')
  const table = join(folder, 'drinks.csv')
  writeFileSync(table, 'record,date,time,drink,volume_ml\nfluid,2026-01-19,14:00,tea,200\n')
  expect(run('import', table, '--data', folder).stdout).toContain('Imported 1 entries')
  writeFileSync(table, 'record,date,time,drink,volume_ml\nfluid,03/04/2026,14:00,tea,200\n')
  expect(run('import', table, '--data', folder)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('03/04/2026 can be read in two ways'),
  })
  writeFileSync(table, `record,date\n${'fluid,2026-01-19\n'.repeat(300)}`)
  expect(run('import', table, '--data', folder).stderr).toMatch(/\.\.\. and \d+ more\.\nNothing was imported/)
})

test('npm run journal makes a safety copy before an import, and reviews the warning cards after', () => {
  const folder = newFolder()
  const path = join(folder, 'journal.sqlite')
  const now = '2026-11-19T20:00Z'
  const before = createJournalStore(openJournal(path))
  before.entries.add(crampDraft({ note: 'before the import' }), Date.parse(now))
  before.close()
  const other = createJournalStore(openJournal(':memory:'))
  const at = Date.parse('2026-11-18T20:00Z')
  other.entries.add(crampDraft({ at, symptoms: ['swelling'], note: 'imported' }), at)
  const file = join(folder, 'other.json')
  writeFileSync(file, JSON.stringify(exportJournal(other)))
  other.close()

  expect(run('import', file, '--data', folder, `--now=${now}`, '--zone=UTC')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Imported 1 entries'),
    stderr: '',
  })
  const [copy, ...others] = readdirSync(join(folder, 'backups'))
  expect(others).toEqual([])
  expect(copy).toMatch(/before-import/)
  expect(readNotes(join(folder, 'backups', copy ?? ''))).toEqual(['before the import'])
  expect(readNotes(path).toSorted()).toEqual(['before the import', 'imported'])
  const after = createJournalStore(openJournal(path))
  expect(after.warnings.list().map(({ rule }) => rule)).toContain('S2')
  after.close()
})

function readNotes(path: string): string[] {
  const db = new Sqlite(path, { readonly: true })
  try {
    return db.prepare<[], string>('select note from entry order by id').pluck().all()
  } finally {
    db.close()
  }
}

test('npm run journal says how it is used', () => {
  expect(run('exprot', 'x.json')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') })
  expect(run('export', 'x.json', '--data', newFolder()).status).toBe(1)
})
