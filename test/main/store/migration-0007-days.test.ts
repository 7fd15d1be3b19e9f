/** Migration 7 on check-ins without a day's start, and on volumes in whole millilitres. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

/**
 * Creates a journal of version 6 with two drinks, one of them in the trash, a cramp and two check-ins. Returns its
 * path.
 */
function makeOldJournal(): string {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < 7),
  )
  before.exec(`
    insert into entry (id, kind, at, offset_minutes, note, logged_at, deleted_at) values
      (7, 'cramp', 1000, 60, '', 1000, null), (8, 'fluid', 2000, 60, 'with lemon', 2000, null),
      (9, 'fluid', 3000, 60, '', 3000, 4000);
    insert into cramp (entry_id, onset_precision, sites, relief, symptoms)
      values (7, 'exact', '[{"muscle":"calf","side":"left"}]', '[]', '[]');
    insert into fluid (entry_id, drink, volume_ml, alcohol_percent, caffeine_mg, relief_of) values
      (8, 'water', 355, null, null, 7), (9, 'beer', 5000, 4.9, 0, null);
    insert into check_in (date, kind, checked_at) values
      ('2026-11-18', 'cramp', 5000), ('2026-11-18', 'fluid', 6000);
  `)
  before.close()
  return path
}

test('check-ins are about calendar dates, and every drink is as it was', () => {
  const journal = createJournalStore(openJournal(makeOldJournal()))
  expect(journal.checkIns.listArchived()).toEqual([
    { date: '2026-11-18', kind: 'cramp', dayStartMinutes: 0, checkedAt: 5000 },
    { date: '2026-11-18', kind: 'fluid', dayStartMinutes: 0, checkedAt: 6000 },
  ])
  expect(journal.entries.get(8)).toMatchObject({
    note: 'with lemon',
    drink: 'water',
    volumeMl: 355,
    reliefOf: 7,
  })
  expect(journal.entries.getDeleted(9)).toMatchObject({
    deletedAt: 4000,
    entry: { drink: 'beer', volumeMl: 5000, alcoholPercent: 4.9, caffeineMg: 0, reliefOf: null },
  })
  journal.close()
})

test('volumes are kept to the hundredth, and within the same limits', () => {
  const journal = createJournalStore(openJournal(makeOldJournal()))
  const eightOunces = journal.entries.add(fluidDraft({ volumeMl: 236.59 }), 7000)
  expect(journal.entries.get(eightOunces.id)).toMatchObject({ volumeMl: 236.59 })
  expect(() => journal.entries.add(fluidDraft({ volumeMl: 0.99 }), 7000)).toThrow(/CHECK constraint/)
  expect(() => journal.entries.add(fluidDraft({ volumeMl: 5000.01 }), 7000)).toThrow(/CHECK constraint/)
  journal.close()
})
