import { chmodSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { restrictExistingFiles } from '../../../main/app/private-files.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const modeOf = (path: string) => (lstatSync(path).mode & 0o7777).toString(8)

let umask: number
beforeAll(() => {
  umask = process.umask(0o022)
})
afterAll(() => {
  process.umask(umask)
})

describe.runIf(process.platform !== 'win32')('where files have modes', () => {
  test('what an earlier version left readable to other users is withheld from them', () => {
    const data = join(newFolder(), 'Unknot')
    const own = [
      'journal.sqlite',
      'journal.sqlite-wal',
      'journal.sqlite-shm',
      'window.json',
      'backup-folder.json',
      'backups/unknot-2026-01-01.sqlite',
      'Local Storage/leveldb/000003.log',
    ]
    mkdirSync(join(data, 'backups'), { recursive: true })
    mkdirSync(join(data, 'Local Storage/leveldb'), { recursive: true })
    for (const name of [...own, 'Preferences']) writeFileSync(join(data, name), '')
    restrictExistingFiles(data)
    expect(modeOf(data)).toBe('700')
    for (const name of ['backups', 'Local Storage', 'Local Storage/leveldb'])
      expect(modeOf(join(data, name))).toBe('700')
    for (const name of own) expect(modeOf(join(data, name))).toBe('600')
    // Chromium's own files are protected by the folder's mode.
    expect(modeOf(join(data, 'Preferences'))).toBe('644')
  })

  test('a folder that users share stays shared, and only the journal in it is withheld', () => {
    const shared = newFolder()
    chmodSync(shared, 0o1777)
    writeFileSync(join(shared, 'journal.sqlite'), '')
    writeFileSync(join(shared, 'of-another-program'), '')
    restrictExistingFiles(shared)
    expect(modeOf(shared)).toBe('1777')
    expect(modeOf(join(shared, 'journal.sqlite'))).toBe('600')
    expect(modeOf(join(shared, 'of-another-program'))).toBe('644')
  })

  test('a link is not followed, and a folder that is not there is not made', () => {
    const folder = newFolder()
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    const data = join(folder, 'data')
    mkdirSync(data)
    symlinkSync(elsewhere, join(data, 'backups'))
    restrictExistingFiles(data)
    expect(modeOf(elsewhere)).toBe('755')
    restrictExistingFiles(join(folder, 'missing'))
    expect(readdirSync(folder).sort()).toEqual(['data', 'elsewhere'])
  })
})
