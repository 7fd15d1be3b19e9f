/** Migration 15: factors of before are answered with yes or no, in the same night, and keep their answers. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { listedFactor, ownAnswerDraft } from '../../shared/kinds/drafts.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

test('factors and answers of before keep their meaning', () => {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < 15),
  )
  const { at, offsetMinutes } = momentAt('2026-11-19', '12:00', 'Europe/Berlin')
  before.exec(`
    insert into factor (id, name, created_on, archived) values (3, 'Compression socks', '2026-11-01', 0);
    insert into entry (id, kind, at, offset_minutes, note, logged_at)
      values (8, 'own-factor', ${at}, ${offsetMinutes}, '', ${at});
    insert into own_factor (entry_id, factor_id, present) values (8, 3, 0);
  `)
  before.close()
  const journal = createJournalStore(openJournal(path))
  expect(journal.ownFactors.list()).toEqual([{ ...listedFactor({ name: 'Compression socks' }), id: 3 }])
  const answer = ownAnswerDraft({ at, offsetMinutes, factorId: 3, present: false })
  expect(journal.entries.listArchived()).toEqual([
    { ...answer, id: 8, loggedAt: at, editedAt: null, deletedAt: null },
  ])
  journal.close()
})
