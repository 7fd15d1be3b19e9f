/** Migration 20: stored precisions keep their meaning, and parts of the day can be stored. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { onsetPrecisions, roughPrecisions } from '../../../shared/kinds/onset.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

test('cramps of before keep their precision, and every precision of now is stored', () => {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < 20),
  )
  const { at, offsetMinutes } = momentAt('2026-11-19', '03:00', 'Europe/Berlin')
  const old = ['exact', 'about', 'night']
  old.forEach((precision, index) => {
    before.exec(`
      insert into entry (id, kind, at, offset_minutes, note, logged_at)
        values (${index + 1}, 'cramp', ${at}, ${offsetMinutes}, '', ${at});
      insert into cramp (entry_id, onset_precision, sites, relief, symptoms)
        values (${index + 1}, '${precision}', '[{"muscle":"calf","side":"left"}]', '[]', '[]');
    `)
  })
  before.close()
  const db = openJournal(path)
  const update = db.prepare('update cramp set onset_precision = ? where entry_id = 3')
  const journal = createJournalStore(db)
  const listPrecisions = () =>
    journal.entries.listArchived().map(entry => (entry.kind === 'cramp' ? entry.onsetPrecision : null))
  expect(listPrecisions()).toEqual(old)
  for (const precision of roughPrecisions) {
    const clock = onsetPrecisions.get(precision).clock ?? ''
    db.prepare('update entry set at = ? where id = 3').run(momentAt('2026-11-19', clock, 'Europe/Berlin').at)
    update.run(precision)
    expect(listPrecisions()).toEqual(['exact', 'about', precision])
  }
  expect(() => update.run('noonish')).toThrow('CHECK constraint failed')
  journal.close()
})
