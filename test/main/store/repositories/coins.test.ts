import { beforeEach, describe, expect, test } from 'vitest'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { archivedCoinExperiment } from '../../../../shared/experiments/coin-experiment.ts'
import { makeCoins } from '../../../shared/experiments/make-coins.ts'

let journal: JournalStore
beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  return () => journal.close()
})

const { id: _id, stoppedOn: _stoppedOn, ...draft } = makeCoins({ actions: ['loose-bedding', 'warm-feet'] })

describe('experiments with coins', () => {
  test('come back as they were stored, the newest first', () => {
    const first = journal.coins.add(draft)
    const second = journal.coins.add({ ...draft, firstDate: '2027-02-01' })
    expect(first).toEqual({ ...draft, id: 1, stoppedOn: null })
    expect(journal.coins.list()).toEqual([second, first])
    expect(journal.coins.get(9)).toBeUndefined()
  })

  test('keep one answer a night and action, which goes with them', () => {
    const { id } = journal.coins.add(draft)
    journal.coins.answer(id, '2026-11-21', { action: 'warm-feet', followed: true }, 6)
    journal.coins.answer(id, '2026-11-21', { action: 'warm-feet', followed: false }, 7)
    journal.coins.answer(id, '2026-11-21', { action: 'loose-bedding', followed: true }, 7)
    journal.coins.answer(id, '2026-11-22', { action: 'warm-feet', followed: true }, 8)
    journal.coins.answer(id, '2026-11-22', { action: 'warm-feet', followed: null }, 9)
    expect(journal.coins.listAnswers(id)).toEqual([
      { date: '2026-11-21', action: 'loose-bedding', followed: true },
      { date: '2026-11-21', action: 'warm-feet', followed: false },
    ])
    journal.coins.remove(id)
    expect(journal.coins.listAnswers(id)).toEqual([])
  })

  test('go into a file and out of it whole', () => {
    const { id } = journal.coins.add(draft)
    journal.coins.answer(id, '2026-11-21', { action: 'warm-feet', followed: true }, 6)
    journal.coins.setStop(id, '2026-12-01')
    const archived = journal.coins.listArchived()
    expect(archived.map(one => archivedCoinExperiment.parse(JSON.parse(JSON.stringify(one))))).toEqual(
      archived,
    )
    const other = createJournalStore(openJournal(':memory:'))
    for (const one of archived) other.coins.addArchived(one)
    expect(other.coins.listArchived()).toEqual(archived)
    other.close()
  })
})
