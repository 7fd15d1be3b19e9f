import { describe, expect, test } from 'vitest'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import type { MedicationDraft } from '../../../shared/kinds/medication.ts'
import { getClassesTaken, isTakenBetween, listCourses } from '../../../shared/kinds/medication-courses.ts'

let lastId = 0
const change = (at: number, fields: Partial<MedicationDraft> = {}): EntryOf<'medication'> => ({
  kind: 'medication',
  at,
  offsetMinutes: 0,
  note: '',
  name: 'Simvastatin',
  medicineClass: 'statin',
  change: 'start',
  dose: '',
  id: ++lastId,
  loggedAt: at,
  editedAt: null,
  ...fields,
})
const spans = (entries: readonly EntryOf<'medication'>[]) =>
  listCourses(entries).map(({ startedAt, stoppedAt }) => [startedAt, stoppedAt])

describe('a course', () => {
  test('runs from start to stop and keeps what was last said of it', () => {
    const entries = [
      change(100, { dose: '10 mg' }),
      change(200, { change: 'dose-up', dose: '20 mg' }),
      change(300, { change: 'stop' }),
    ]
    expect(listCourses(entries)).toEqual([
      {
        name: 'Simvastatin',
        medicineClass: 'statin',
        dose: '20 mg',
        startedAt: 100,
        stoppedAt: 300,
        changes: entries,
      },
    ])
  })

  test('that was taken already has no start, and another word of it changes nothing', () => {
    expect(spans([change(100, { change: 'taking' })])).toEqual([[null, null]])
    expect(spans([change(100), change(200, { change: 'taking' }), change(300, { change: 'stop' })])).toEqual([
      [100, 300],
    ])
  })

  test('is still taken without a stop', () => {
    expect(spans([change(100)])).toEqual([[100, null]])
  })

  test('does not depend on the order of the entries, nor on how the name is written', () => {
    const entries = [
      change(300, { change: 'stop', name: '  SIMVASTATIN ' }),
      change(100, { name: 'simvastatin' }),
    ]
    expect(spans(entries)).toEqual([[100, 300]])
  })

  test('of another name is another course', () => {
    expect(spans([change(100), change(200, { name: 'Quinine', change: 'stop' })])).toEqual([
      [100, null],
      [null, 200],
    ])
  })

  test('that was taken up again is a second one', () => {
    expect(spans([change(100), change(200, { change: 'stop' }), change(300)])).toEqual([
      [100, 200],
      [300, null],
    ])
    expect(spans([change(100), change(200, { change: 'stop' }), change(300, { change: 'dose-up' })])).toEqual(
      [
        [100, 200],
        [300, null],
      ],
    )
  })

  test('of which only a dose or the stop is known has no known start', () => {
    expect(spans([change(100, { change: 'dose-down' })])).toEqual([[null, null]])
    expect(spans([change(100, { change: 'stop' })])).toEqual([[null, 100]])
  })

  test('started twice without a stop goes on; stopped twice has ended at the first', () => {
    expect(spans([change(100), change(200)])).toEqual([[100, null]])
    expect(spans([change(100), change(200, { change: 'stop' }), change(300, { change: 'stop' })])).toEqual([
      [100, 200],
    ])
  })
})

describe('taken', () => {
  test('from the instant of the start until just before that of the stop', () => {
    const [course] = listCourses([change(100), change(300, { change: 'stop' })])
    if (course === undefined) throw new Error('no course')
    const taken = [99, 100, 299, 300].map(at => isTakenBetween(course, at, at))
    expect(taken).toEqual([false, true, true, false])
  })

  test('between two instants is enough to touch them', () => {
    const [course] = listCourses([change(100), change(300, { change: 'stop' })])
    if (course === undefined) throw new Error('no course')
    expect(isTakenBetween(course, 0, 99)).toBe(false)
    expect(isTakenBetween(course, 0, 100)).toBe(true)
    expect(isTakenBetween(course, 299, 900)).toBe(true)
    expect(isTakenBetween(course, 300, 900)).toBe(false)
  })

  test('since before it was written down, when only a later dose is known', () => {
    expect(getClassesTaken([change(100, { change: 'dose-up' })], 5, 5)).toEqual(new Set(['statin']))
  })

  test('lists each kind once', () => {
    const entries = [
      change(100),
      change(100, { name: 'Atorvastatin' }),
      change(100, { name: 'Ramipril', medicineClass: 'ace-inhibitor' }),
      change(50, { name: 'Quinine', medicineClass: 'quinine' }),
      change(60, { name: 'Quinine', medicineClass: 'quinine', change: 'stop' }),
    ]
    expect(getClassesTaken(entries, 150, 150)).toEqual(new Set(['statin', 'ace-inhibitor']))
  })
})
