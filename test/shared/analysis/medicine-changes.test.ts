import { describe, expect, it } from 'vitest'
import { compareMedicineChanges, medicineComparison } from '../../../shared/analysis/medicine-changes.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import { momentAtOffset } from '../../../shared/time/time-zone.ts'
import { atNight, BLOCK_START } from './lived-diary.ts'
import { makeDiary } from './make-diary.ts'

const CHANGE_DAY = BLOCK_START + 100

const started = (name = 'Atorvastatin', clock = '18:00', day = CHANGE_DAY): EntryOf<'medication'> => ({
  kind: 'medication',
  ...momentAtOffset(dateOfDayNumber(day), clock, 60),
  id: 1,
  loggedAt: 0,
  editedAt: null,
  note: '',
  name,
  medicineClass: 'statin',
  change: 'start',
  dose: '20 mg',
})

/** Tracked for `daysEachSide` days on either side of the change, with a cramp on every `every`th day. */
const lived = (daysEachSide: number, every: { before: number; after: number }) => {
  const offsets = Array.from({ length: 2 * daysEachSide + 1 }, (_, i) => i - daysEachSide)
  const hasCramp = (offset: number) =>
    offset !== 0 && Math.abs(offset) % (offset < 0 ? every.before : every.after) === 0
  return makeDiary({
    answeredCrampDays: offsets.map(offset => CHANGE_DAY + offset),
    episodes: offsets.filter(hasCramp).map(offset => atNight(CHANGE_DAY + offset)),
  })
}

describe('a change of medicine', () => {
  it('is compared by the rates of the 12 weeks on either side, its own day left out', () => {
    const [comparison, ...others] = compareMedicineChanges(lived(120, { before: 6, after: 3 }), [started()])
    expect(others).toEqual([])
    expect(medicineComparison.parse(comparison)).toEqual(comparison)
    expect(comparison).toMatchObject({
      name: 'Atorvastatin',
      medicineClass: 'statin',
      change: 'start',
      date: dateOfDayNumber(CHANGE_DAY),
      before: { cramps: 14, trackedDays: 84 },
      after: { cramps: 28, trackedDays: 84 },
      ratio: 2,
    })
    // The limits themselves are held to R in the reference values of `rate-ratio`.
    expect(comparison?.lower).toBeGreaterThan(1)
    expect(comparison?.lower).toBeLessThan(comparison?.ratio ?? 0)
    expect(comparison?.upper).toBeGreaterThan(2)
  })

  it('in the morning has the date on which it was made, and leaves out the cramp-day that was going on', () => {
    const morning = started('Atorvastatin', '08:00', CHANGE_DAY + 1)
    const [comparison] = compareMedicineChanges(lived(120, { before: 6, after: 3 }), [morning])
    expect(comparison).toMatchObject({
      date: dateOfDayNumber(CHANGE_DAY + 1),
      before: { cramps: 14, trackedDays: 84 },
      after: { cramps: 28, trackedDays: 84 },
    })
  })

  it('stands after those that were made before it', () => {
    const changes = [started('Second', '18:00', CHANGE_DAY + 10), started('First')]
    const compared = compareMedicineChanges(lived(120, { before: 6, after: 3 }), changes)
    expect(compared.map(({ name }) => name)).toEqual(['First', 'Second'])
  })

  it('is none where the medicine was taken already: nothing began when it was written down', () => {
    const taking = { ...started(), change: 'taking' as const }
    expect(compareMedicineChanges(lived(120, { before: 6, after: 3 }), [taking])).toEqual([])
  })

  it('is not judged before there are four weeks of tracked days on either side', () => {
    expect(compareMedicineChanges(lived(27, { before: 6, after: 3 }), [started()])).toEqual([])
    expect(compareMedicineChanges(lived(28, { before: 6, after: 3 }), [started()])).toHaveLength(1)
  })

  it('without a cramp before has no upper end, and without any cramp says nothing', () => {
    const [comparison] = compareMedicineChanges(lived(84, { before: 1000, after: 3 }), [started()])
    expect(comparison).toMatchObject({ ratio: null, upper: null, before: { cramps: 0 } })
    expect(comparison?.lower).toBeGreaterThan(1)
    expect(compareMedicineChanges(lived(84, { before: 1000, after: 1000 }), [started()])).toEqual([])
  })
})
