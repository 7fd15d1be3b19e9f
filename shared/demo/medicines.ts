/**
 * What the demo's person takes: a statin since before the diary began, with another dose in the middle of it, and a water
 * tablet from ten weeks before its end. Neither has to do with the cramps.
 */
import type { MedicationDraft } from '../kinds/medication.ts'
import type { Random } from '../statistics/random.ts'
import type { DemoDiary, WrittenAs } from './diary.ts'
import { between } from './draws.ts'
import type { LivedDay } from './life.ts'
import { MINUTES_PER_DAY } from './wall-time.ts'

const DAYS_WITH_WATER_TABLET = 10 * 7

type Change = Omit<MedicationDraft, 'kind' | 'at' | 'offsetMinutes' | 'note'>

/** Another dose, and no start: it was taken before anything was written down about it. */
const lowerDose: Change = {
  name: 'Atorvastatin',
  medicineClass: 'statin',
  change: 'dose-down',
  dose: '20 mg in the evening',
}
const waterTablet: Change = {
  name: 'Indapamide',
  medicineClass: 'diuretic-thiazide-like',
  change: 'start',
  dose: '1.5 mg in the morning',
}

/** @param days those of the diary, its run-up left out */
export function writeMedicines(
  random: Random,
  days: readonly LivedDay[],
  { keptDays }: DemoDiary,
): WrittenAs<'medication'>[] {
  /** The doctor is seen on a working day, and the change written down on it. */
  const write = (fromIndex: number, minute: number, change: Change): WrittenAs<'medication'>[] => {
    const lived = days.slice(Math.max(0, fromIndex)).find(({ day, weekend }) => !weekend && keptDays.has(day))
    if (fromIndex < 0 || lived === undefined) return []
    const at = lived.day * MINUTES_PER_DAY + minute
    return [
      {
        kind: 'medication',
        at,
        loggedAt: at + between(random, 1, 20),
        endsAt: null,
        reliefOf: null,
        fields: { note: '', ...change },
      },
    ]
  }
  return [
    ...write(Math.floor(days.length / 2), between(random, 1260, 1300), lowerDose),
    ...write(days.length - DAYS_WITH_WATER_TABLET, between(random, 445, 465), waterTablet),
  ]
}
