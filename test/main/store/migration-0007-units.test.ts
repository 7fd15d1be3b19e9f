/** Migration 7 on units: those chosen are kept, those of an unused journal follow the region. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

function upgrade(sql: string) {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < 7),
  )
  before.exec(sql)
  before.close()
  const journal = createJournalStore(openJournal(path))
  const profile = journal.profile.get()
  journal.close()
  return profile
}

describe('units', () => {
  test.each([
    [
      'of a journal in use',
      'update profile set welcomed_at = 1000',
      { volumeUnit: 'ml', temperatureUnit: 'c' },
    ],
    [
      'that were chosen',
      "update profile set volume_unit = 'fl-oz-uk', temperature_unit = 'c'",
      { volumeUnit: 'fl-oz-uk', temperatureUnit: 'c' },
    ],
    [
      'of a journal that was imported and never looked at',
      "insert into entry (kind, at, offset_minutes, note, logged_at) values ('day', 1000, 60, '', 1000)",
      { volumeUnit: 'ml', temperatureUnit: 'c' },
    ],
  ])('%s stay', (_name, sql, units) => {
    expect(upgrade(sql)).toEqual({ ...emptyProfile, ...units })
  })

  test('of a journal that was never used follow the region', () => {
    expect(upgrade('')).toEqual(emptyProfile)
  })
})
