/** Migration 9 on check-ins that no press gave together, and on a profile without a reminder. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { finishDay } from '../../../main/store/migrations/0009-finish-day.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

test('older check-ins are unmarked, and no reminder is on', () => {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < finishDay.version),
  )
  before.exec(
    `insert into check_in (date, kind, day_start_minutes, checked_at) values ('2026-11-18', 'cramp', 240, 5000)`,
  )
  before.close()
  const journal = createJournalStore(openJournal(path))
  expect(journal.checkIns.listArchived()).toEqual([
    { date: '2026-11-18', kind: 'cramp', dayStartMinutes: 240, checkedAt: 5000 },
  ])
  expect(journal.profile.get()).toMatchObject({ reminderHour: null, reminderAsked: false })
  expect(journal.profile.getRemindedOn()).toBeNull()
  journal.close()
})
