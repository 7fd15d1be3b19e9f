/** Migration 7 on times out of range: version 6 accepted any whole number. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportJournal } from '../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { checkJournalFile } from '../../../shared/archive/journal-file.ts'
import { EARLIEST_INSTANT, LATEST_INSTANT } from '../../../shared/time/moment.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

test('times beyond all dates become the nearest that can be stored, the others stay, and the journal can be read again', () => {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < 7),
  )
  before.exec(`
    insert into entry (id, kind, at, offset_minutes, note, logged_at, edited_at, deleted_at) values
      (1, 'fluid', 1000, 60, '', 9000000000000000, -9000000000000000, null),
      (2, 'fluid', 2000, 60, '', 3000, null, 9000000000000000),
      (3, 'fluid', 2000, 60, '', 3000, 4000, null);
    insert into fluid (entry_id, drink, volume_ml) values (1, 'tea', 200), (2, 'tea', 200), (3, 'tea', 200);
    insert into check_in (date, kind, checked_at) values ('2026-11-18', 'fluid', 9000000000000000);
    insert into suggestion_decision (suggestion, decision, reason, decided_at)
      values ('x', 'done', '', 9000000000000000), ('y', 'done', '', 5000);
    insert into warning (rule, entry_id, raised_at, acknowledged_at)
      values ('S1', 1, 9000000000000000, null), ('S1', 3, 6000, 7000);
  `)
  before.close()

  const journal = createJournalStore(openJournal(path))
  const file = exportJournal(journal)
  expect(file.entries).toMatchObject([
    { loggedAt: LATEST_INSTANT, editedAt: EARLIEST_INSTANT, deletedAt: null },
    { loggedAt: 3000, editedAt: null, deletedAt: LATEST_INSTANT },
    { loggedAt: 3000, editedAt: 4000, deletedAt: null },
  ])
  expect(file.checkIns).toMatchObject([{ checkedAt: LATEST_INSTANT }])
  expect(file.suggestionDecisions).toMatchObject([{ decidedAt: LATEST_INSTANT }, { decidedAt: 5000 }])
  expect(file.warnings).toMatchObject([
    { raisedAt: LATEST_INSTANT, acknowledgedAt: null },
    { raisedAt: 6000, acknowledgedAt: 7000 },
  ])
  expect(checkJournalFile(file, { at: LATEST_INSTANT, offsetMinutes: 0 })).toMatchObject({ ok: true })
  journal.close()
})
