/** Migration 6 on a journal of version 5, whose reliefs have no start time. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { entry } from '../../../shared/kinds/entry.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

test('what was tried before is kept in its order, and when it was begun is unknown', () => {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < 6),
  )
  before.exec(`
    insert into entry (id, kind, at, offset_minutes, note, logged_at)
    values (7, 'cramp', 1000, 60, '', 1000), (8, 'cramp', 2000, 60, '', 2000);
    insert into cramp (entry_id, onset_precision, sites, relief, symptoms) values
      (7, 'exact', '[{"muscle":"calf","side":"left"}]',
       '[{"technique":"stretch","helped":"yes","minutesToRelief":2},{"technique":"heat","helped":null,"minutesToRelief":null}]',
       '[]'),
      (8, 'exact', '[{"muscle":"calf","side":"left"}]', '[]', '[]');
  `)
  before.close()

  const journal = createJournalStore(openJournal(path))
  expect(entry.parse(journal.entries.get(7))).toMatchObject({
    relief: [
      { technique: 'stretch', helped: 'yes', startedAfterMinutes: null, minutesToRelief: 2 },
      { technique: 'heat', helped: null, startedAfterMinutes: null, minutesToRelief: null },
    ],
  })
  expect(entry.parse(journal.entries.get(8))).toMatchObject({ relief: [] })
  journal.close()
})
