/** Migration 19: entries of before are the person's own, and a source's name is free once it is removed. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { openJournal } from '../../../main/store/open.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeFolder = temporaryFolders()

test('entries of before have no source, and those of a source have one record each', () => {
  const path = join(makeFolder(), 'journal.sqlite')
  const before = openJournal(
    path,
    migrations.filter(({ version }) => version < 19),
  )
  const { at, offsetMinutes } = momentAt('2026-11-19', '12:00', 'Europe/Berlin')
  before.exec(`
    insert into entry (id, kind, at, offset_minutes, note, logged_at) values (8, 'fluid', ${at}, ${offsetMinutes}, '', ${at});
    insert into fluid (entry_id, drink, volume_ml) values (8, 'water', 250);
  `)
  before.close()
  const journal = createJournalStore(openJournal(path))
  const mine = { ...fluidDraft({ at, offsetMinutes, volumeMl: 250 }), id: 8, loggedAt: at, editedAt: null }
  expect(journal.entries.get(8)).toEqual(mine)

  const { id: sourceId } = journal.sources.add({
    name: 'Apple Health',
    reader: 'apple-health',
    answers: {},
    sheet: {},
  })
  const add = (key: string) =>
    journal.entries.addArchived(fluidDraft({ at, offsetMinutes }), {
      ...{ id: null, loggedAt: at, editedAt: null, deletedAt: null },
      provenance: { sourceId, key },
    })
  const id = add('7')
  expect(journal.entries.get(id)).toMatchObject({ source: 'Apple Health', sourceKey: '7' })
  expect(() => add('7')).toThrow(/unique/i)
  expect(() => journal.sources.add({ name: 'apple health', reader: null, answers: {}, sheet: {} })).toThrow(
    /unique/i,
  )

  const removedAt = journal.sources.remove(sourceId, at, [])
  expect(journal.entries.get(id)).not.toHaveProperty('source')
  expect(journal.sources.add({ name: 'apple health', reader: null, answers: {}, sheet: {} }).id).not.toBe(
    sourceId,
  )
  expect(removedAt).toBe(at)
  journal.close()
})
