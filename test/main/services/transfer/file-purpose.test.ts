import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seal } from '../../../../main/files/seal.ts'
import { findPurpose } from '../../../../main/services/transfer/file-purpose.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const sqlite = Buffer.from('SQLite format 3\0')
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
] as const)('%s', (name, bytes, expected) => {
  const path = join(newFolder(), name)
  writeFileSync(path, bytes)
  expect(findPurpose([path])).toBe(expected)
  expect(findPurpose([path, path])).toBe('import')
})

test('what cannot be read is left to the import, which says why', () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'folder.unknot'))
  expect(findPurpose([join(folder, 'missing.unknot')])).toBe('import')
  expect(findPurpose([join(folder, 'folder.unknot')])).toBe('import')
  expect(findPurpose([])).toBe('import')
})
