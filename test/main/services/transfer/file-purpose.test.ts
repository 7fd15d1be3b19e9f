import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seal } from '../../../../main/files/seal.ts'
import { findPurpose } from '../../../../main/services/transfer/file-purpose.ts'
import { APPLICATION_ID } from '../../../../main/store/judge.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const sqlite = Buffer.from('SQLite format 3\0')
/** Header of a database, with the id that its program gave it. */
function databaseOf(applicationId: number): Buffer {
  const header = Buffer.alloc(100)
  sqlite.copy(header)
  header.writeUInt32BE(applicationId, 68)
  return header
}
const sealed = Buffer.concat([...seal([Buffer.from('{}')], 'some words', { logN: 10, r: 8, p: 1 })])

test.each([
  ['copy.sqlite', sqlite, 'restore'],
  ['copy.unknot', sqlite, 'restore'],
  ['Unknot 2026-11-20.journal.unknot', sealed, 'restore'],
  ['renamed.unknot', sealed, 'restore'],
  ['Unknot 2026-11-20.json.unknot', sealed, 'import'],
  ['Unknot 2026-11-20 tables.unknot', sealed, 'import'],
  ['journal.json', Buffer.from('{}'), 'import'],
  ['empty.csv', Buffer.alloc(0), 'import'],
  ['prose.txt', Buffer.from('Dear diary\nA line, and another.'), 'import'],
  ['fluid.csv', Buffer.from('sep=;\n"record";at;volume_ml\n'), 'import'],
  ['from-a-watch.db', databaseOf(0), 'history'],
  ['copy-of-a-journal.db', databaseOf(APPLICATION_ID), 'restore'],
  ['export.zip', Buffer.from('504b030414000000', 'hex'), 'history'],
  ['export.xml', Buffer.from('\uFEFF<?xml version="1.0"?>'), 'history'],
  ['sleep.json', Buffer.from('[{"logId":1}]'), 'history'],
  ['waterminder.csv', Buffer.from('Drink Type,Cup Name\n'), 'history'],
  ['old-windows.csv', Buffer.from('Getr\xe4nk;Menge\n', 'latin1'), 'history'],
] as const)('%s', (name, bytes, expected) => {
  const path = join(newFolder(), name)
  writeFileSync(path, bytes)
  expect(findPurpose([path])).toBe(expected)
  expect(findPurpose([path, path])).toBe(expected === 'history' ? 'history' : 'import')
})

test('a locked file whose name says nothing goes where the person has asked for', () => {
  const folder = newFolder()
  const [unnamed, journal] = [join(folder, 'target'), join(folder, 'Unknot.journal.unknot')]
  for (const path of [unnamed, journal]) writeFileSync(path, sealed)
  expect([findPurpose([unnamed], 'import'), findPurpose([unnamed])]).toEqual(['import', 'restore'])
  expect(findPurpose([journal], 'import')).toBe('restore')
})

test('a folder is history of another program; what cannot be read is left to the import, which says why', () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'folder.unknot'))
  expect(findPurpose([join(folder, 'folder.unknot')])).toBe('history')
  expect(findPurpose([join(folder, 'missing.unknot')])).toBe('import')
  expect(findPurpose([])).toBe('import')
})
