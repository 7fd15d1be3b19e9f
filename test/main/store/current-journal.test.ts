/** `beginAnew`: creates an empty journal only where one is missing. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CallFailure } from '../../../main/files/failures.ts'
import { openCurrentJournal } from '../../../main/store/current-journal.ts'
import { JournalRefused } from '../../../main/store/journal-refused.ts'
import { loadJournalStore } from '../../../main/store/journal-store.ts'
import { damage } from '../../fixtures/bad-journals.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'
import { temporaryFolders } from './temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 20, 14)
const newFolder = temporaryFolders()

function makeJournal(): string {
  const path = join(newFolder(), 'journal.sqlite')
  const journal = loadJournalStore(path)
  journal.entries.add(fluidDraft(), NOW)
  journal.close()
  return path
}

test('a missing journal is begun anew only when the person says so, and everybody is told', () => {
  const path = makeJournal()
  mkdirSync(join(path, '../backups'))
  copyFileSync(path, join(path, '../backups/unknot-2026-11-20T14-05-12+0100-daily.sqlite'))
  rmSync(path)
  const told: unknown[] = []
  const current = openCurrentJournal(path, { now: () => NOW }, opened => told.push(opened))
  expect(current.get()).toMatchObject({ reason: 'missing' })
  current.beginAnew()
  expect(told).toEqual([current.get()])
  expect(current.get()).not.toBeInstanceOf(JournalRefused)
  current.close()
})

test('a journal that is there, sound or not, is not', () => {
  for (const spoil of [() => {}, damage]) {
    const path = makeJournal()
    spoil(path)
    const current = openCurrentJournal(path, { now: () => NOW }, () => {})
    const before = current.get()
    expect(() => current.beginAnew()).toThrow(CallFailure)
    expect(current.get()).toBe(before)
    current.close()
  }
})
