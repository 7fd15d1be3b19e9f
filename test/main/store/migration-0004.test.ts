/** Migration 4 (advice) on a journal of version 3. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

test('cards that were raised and read before are kept, and none is put off', () => {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < 4),
  )
  before.exec(`
    insert into entry (id, kind, at, offset_minutes, note, logged_at) values (7, 'cramp', 1000, 60, '', 1000);
    insert into cramp (entry_id, onset_precision, sites, relief, symptoms) values (7, 'exact', '[]', '[]', '[]');
    insert into warning (id, rule, entry_id, raised_at, acknowledged_at)
    values (1, 'S1', 7, 2000, 3000), (2, 'S8', 7, 2000, null);
  `)
  before.close()

  const journal = createJournalStore(openJournal(path))
  const untold = { snoozedUntil: null, endedAt: null, closing: '' }
  expect(journal.warnings.listArchived()).toEqual([
    { rule: 'S1', entryId: 7, raisedAt: 2000, acknowledgedAt: 3000, ...untold },
    { rule: 'S8', entryId: 7, raisedAt: 2000, acknowledgedAt: null, ...untold },
  ])
  expect(journal.suggestionDecisions.list()).toEqual([])
  expect(journal.analysisOutcome.get()).toBeNull()
  journal.close()
})
