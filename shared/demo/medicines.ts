/**
 * Medicines of the demo: a statin since before the diary, with a lower dose from its middle on, and a water tablet in its
 * last ten weeks. Neither has an effect on cramps.
 */
import type { MedicationDraft } from '../kinds/medication.ts'
import type { Random } from '../statistics/random.ts'
import type { DemoDiary, DemoEntryOf } from './diary.ts'
import { between } from './draws.ts'
import type { SimulatedDay } from './life.ts'
import { MINUTES_PER_DAY } from './wall-time.ts'

const DAYS_WITH_WATER_TABLET = 10 * 7

type Change = Omit<MedicationDraft, 'kind' | 'at' | 'offsetMinutes' | 'note'>

/** Lower dose of the statin, which has no start entry because it was taken before the diary began. */
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

/** @param days days of the diary, without those simulated before it */
export function writeMedicines(
  random: Random,
  days: readonly SimulatedDay[],
  { loggedDays }: DemoDiary,
): DemoEntryOf<'medication'>[] {
  /** Entry on the first logged working day from `fromIndex` on: the day of the visit to the doctor. */
  const write = (fromIndex: number, minute: number, change: Change): DemoEntryOf<'medication'>[] => {
    const simulatedDay = days
      .slice(Math.max(0, fromIndex))
      .find(({ day, weekend }) => !weekend && loggedDays.has(day))
    if (fromIndex < 0 || simulatedDay === undefined) return []
    const at = simulatedDay.day * MINUTES_PER_DAY + minute
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
