import { expect, test } from 'vitest'
import { listMarks } from '../../../shared/analysis/timeline-marks.ts'
import { listExperimentMarks } from '../../../shared/experiments/experiment-marks.ts'
import type { ExperimentView } from '../../../shared/experiments/view.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { makeView } from '../experiments/make-view.ts'
import { shoeDraft } from '../kinds/drafts.ts'

const ZONE = 'Europe/Berlin'
let lastId = 0
const written = () => ({ id: ++lastId, loggedAt: 0, editedAt: null })

const changed = (
  date: string,
  name: string,
  change: EntryOf<'medication'>['change'],
): EntryOf<'medication'> => ({
  kind: 'medication',
  ...momentAt(date, '08:00', ZONE),
  note: '',
  name,
  change,
  medicineClass: 'other',
  dose: '',
  ...written(),
})
const worn = (date: string, shoeId: number): EntryOf<'footwear'> => ({
  kind: 'footwear',
  ...momentAt(date, '09:00', ZONE),
  note: '',
  shoeId,
  takenOffAt: null,
  ...written(),
})
const shoes = [
  { ...shoeDraft({ name: 'Old runners' }), id: 1 },
  { ...shoeDraft({ name: 'Boots' }), id: 2 },
  { ...shoeDraft({ name: 'New runners' }), id: 3 },
]
const period = { fromDate: '2026-02-01', toDate: '2026-06-30' }

test('medicines and new shoes are marked by date, within the period alone', () => {
  const marks = listMarks(
    {
      medication: [
        changed('2026-05-02', 'Statin', 'stop'),
        changed('2026-03-01', 'Statin', 'start'),
        changed('2026-01-15', 'Diuretic', 'start'),
        changed('2026-02-03', 'Ramipril', 'taking'),
      ],
      footwear: [
        worn('2026-01-01', 1),
        worn('2026-04-10', 3),
        worn('2026-04-01', 3),
        worn('2026-04-20', 1),
        worn('2026-07-01', 2),
      ],
      shoes,
      experiments: [],
    },
    period,
  )
  expect(marks).toEqual([
    { kind: 'medicine', date: '2026-03-01', name: 'Statin', change: 'start' },
    { kind: 'shoes', date: '2026-04-01', name: 'New runners' },
    { kind: 'medicine', date: '2026-05-02', name: 'Statin', change: 'stop' },
  ])
})

test('the shoes that the journal begins with are no change', () => {
  const footwear = [worn('2026-03-01', 1), worn('2026-03-09', 2)]
  expect(listMarks({ medication: [], footwear, shoes, experiments: [] }, period)).toEqual([])
})

test('an empty journal has no marks', () => {
  expect(listMarks({ medication: [], footwear: [], shoes: [], experiments: [] }, period)).toEqual([])
})

test('an experiment is marked where it began and where it was over', () => {
  const marksOf = (...experiments: ExperimentView[]) =>
    listMarks(
      { medication: [], footwear: [], shoes: [], experiments: listExperimentMarks(experiments) },
      period,
    )
  const name = 'Does room for the feet in bed keep cramps away?'
  const start = { kind: 'experiment', date: '2026-03-02', name, change: 'start' }
  expect(marksOf(makeView('2026-03-02', '2026-06-30'))).toEqual([
    start,
    { kind: 'experiment', date: '2026-04-26', name, change: 'end' },
  ])
  expect(marksOf(makeView('2026-03-02', '2026-06-30', '2026-03-20'))).toEqual([
    start,
    { kind: 'experiment', date: '2026-03-20', name, change: 'end' },
  ])
  expect(marksOf(makeView('2026-03-02', '2026-03-20'))).toEqual([start])
  // An experiment stopped before its first day, or not begun yet, has no marks.
  expect(marksOf(makeView('2026-03-02', '2026-06-30', '2026-03-01'))).toEqual([])
  expect(marksOf(makeView('2026-03-02', '2026-03-01'))).toEqual([])
})
