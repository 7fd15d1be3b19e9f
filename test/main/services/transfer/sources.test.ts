/** Journal files with entries of other programs, imported into a journal that has some of them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { planImport } from '../../../../main/services/transfer/import-plan.ts'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import type { ArchivedEntry, JournalFile } from '../../../../shared/archive/journal-file.ts'
import { emptyJournalFile } from '../../../fixtures/journal-file.ts'
import { activityDraft, fluidDraft, noonish } from '../../../shared/kinds/drafts.ts'

const from = (sourceKey: string) => ({ source: 'WaterMinder', sourceKey })
const stored = (id: number) => ({ id, loggedAt: noonish.at, editedAt: null, deletedAt: null })
/** Three equal glasses of one minute, two of a program. */
const glasses: readonly ArchivedEntry[] = [
  { ...fluidDraft(), ...stored(1), ...from('a') },
  { ...fluidDraft(), ...stored(2), ...from('b') },
  { ...fluidDraft(), ...stored(3) },
]
const file: JournalFile = {
  ...emptyJournalFile,
  entries: [...glasses],
  sources: [{ name: 'WaterMinder', reader: 'waterminder', answers: { zone: 'Europe/Berlin' }, sheet: {} }],
  erasedKeys: [{ source: 'WaterMinder', key: 'z' }],
}

let journal: JournalStore
beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  importJournal(journal, file)
})
afterEach(() => journal.close())

const fates = (given: JournalFile) => planImport(journal, given).entries

test('records are told apart by their keys, however alike', () => {
  expect(fates({ ...file, entries: glasses.toReversed() })).toEqual(
    [3, 2, 1].map(id => ({ fate: 'same', id })),
  )
  const other = { ...fluidDraft(), ...stored(9), ...from('c') }
  expect(fates({ ...file, entries: [other] })).toEqual([{ fate: 'same', id: 3 }])
  const changed = { ...fluidDraft({ volumeMl: 300 }), ...stored(9), ...from('b'), loggedAt: noonish.at + 5 }
  expect(fates({ ...file, entries: [changed] })).toEqual([{ fate: 'changed', id: 2 }])
})

test("an entry that was erased comes back with the journal's own file, and is remembered as erased no longer", () => {
  journal.entries.delete(1, noonish.at)
  journal.sources.rememberErased([1])
  journal.trash.eraseAll([1])
  expect(exportJournal(journal).erasedKeys.map(({ key }) => key)).toEqual(['a', 'z'])
  importJournal(journal, file)
  expect(exportJournal(journal).entries.map(({ sourceKey }) => sourceKey)).toEqual(['b', undefined, 'a'])
  expect(exportJournal(journal).erasedKeys).toEqual(file.erasedKeys)
})

test('a record that another kind of entry came from comes in as an entry of the person', () => {
  importJournal(journal, { ...file, entries: [{ ...activityDraft(), ...stored(9), ...from('b') }] })
  expect(exportJournal(journal).entries.at(-1)).not.toHaveProperty('source')
})

test('the answers of the journal come before those of a file, and its entries stay unedited when they are replaced', () => {
  const newer = { ...fluidDraft({ volumeMl: 300 }), ...stored(9), ...from('b') }
  const sources = [{ name: 'waterminder', reader: 'other', answers: {}, sheet: {} }]
  importJournal(journal, { ...file, entries: [newer], sources }, { changed: 'replace' })
  const { entries, sources: kept } = exportJournal(journal)
  expect(kept).toEqual(file.sources)
  expect(entries[1]).toMatchObject({ ...from('b'), volumeMl: 300, editedAt: null })
})
