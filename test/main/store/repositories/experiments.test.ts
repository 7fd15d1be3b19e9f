import { beforeEach, describe, expect, test } from 'vitest'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { archivedExperiment } from '../../../../shared/experiments/experiment.ts'
import { makeExperiment } from '../../../shared/experiments/make-experiment.ts'

let journal: JournalStore
beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  return () => journal.close()
})

const { id: _id, stoppedOn: _stoppedOn, ...draft } = makeExperiment()

describe('experiments', () => {
  test('come back as they were stored, the newest first', () => {
    const first = journal.experiments.add(draft)
    const second = journal.experiments.add({ ...draft, firstDate: '2027-02-01' })
    expect(first).toEqual({ ...draft, id: 1, stoppedOn: null })
    expect(journal.experiments.list()).toEqual([second, first])
    expect(journal.experiments.get(1)).toEqual(first)
    expect(journal.experiments.get(9)).toBeUndefined()
  })

  test('keep one answer a date, which goes with them', () => {
    const { id } = journal.experiments.add(draft)
    journal.experiments.answer(id, '2026-11-22', true, 5)
    journal.experiments.answer(id, '2026-11-21', true, 6)
    journal.experiments.answer(id, '2026-11-21', false, 7)
    expect(journal.experiments.listDays(id)).toEqual([
      { date: '2026-11-21', kept: false },
      { date: '2026-11-22', kept: true },
    ])
    journal.experiments.answer(id, '2026-11-22', null, 8)
    expect(journal.experiments.listDays(id)).toEqual([{ date: '2026-11-21', kept: false }])
    journal.experiments.remove(id)
    expect(journal.experiments.listDays(id)).toEqual([])
  })

  test('go into a file and out of it whole', () => {
    const { id } = journal.experiments.add(draft)
    journal.experiments.answer(id, '2026-11-21', true, 6)
    journal.experiments.setStop(id, '2026-12-01')
    const archived = journal.experiments.listArchived()
    expect(archived.map(one => archivedExperiment.parse(JSON.parse(JSON.stringify(one))))).toEqual(archived)
    const other = createJournalStore(openJournal(':memory:'))
    for (const one of archived) other.experiments.addArchived(one)
    expect(other.experiments.listArchived()).toEqual(archived)
    other.close()
  })

  test('of a file must keep to their design and answer each date once', () => {
    const day = { date: '2026-11-21', kept: true, answeredAt: 6 }
    const one = { ...draft, stoppedOn: null, days: [day] }
    expect(archivedExperiment.safeParse(one).success).toBe(true)
    expect(archivedExperiment.safeParse({ ...one, days: [day, day] }).success).toBe(false)
    expect(archivedExperiment.safeParse({ ...one, arms: [0, 0, 0, 0, 1, 1, 1, 1] }).success).toBe(false)
  })
})
