/** Complete drafts from the fields that a line gives; all other fields are unknown. Times are in London. */

import type { Activity } from '../../../shared/kinds/activities.ts'
import type { ActivityDraft } from '../../../shared/kinds/activity.ts'
import { type CrampDraft, type CrampSite, untoldCramp } from '../../../shared/kinds/cramp.ts'
import type { DayDraft } from '../../../shared/kinds/day.ts'
import type { DoseDraft } from '../../../shared/kinds/dose.ts'
import type { Drink } from '../../../shared/kinds/drinks.ts'
import type { FluidDraft } from '../../../shared/kinds/fluid.ts'
import type { FoodDraft } from '../../../shared/kinds/food.ts'
import type { MedicationDraft } from '../../../shared/kinds/medication.ts'
import type { NightDraft } from '../../../shared/kinds/night.ts'
import type { StretchDraft } from '../../../shared/kinds/stretch.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { dayDraft, fluidDraft, foodDraft, footwearDraft, nightDraft, stretchDraft } from '../kinds/drafts.ts'

export function at(when: string, timeZone = 'Europe/London') {
  const [date = '', clock = ''] = when.split(' ')
  return momentAt(date, clock, timeZone)
}

export const fluid = (when: string, drink: Drink, volumeMl: number, more: Partial<FluidDraft> = {}) =>
  fluidDraft({ ...at(when), drink, volumeMl, ...more })

export const cramp = (when: string, sites: CrampSite[], more: Partial<CrampDraft> = {}): CrampDraft => ({
  ...untoldCramp,
  kind: 'cramp',
  ...at(when),
  onsetPrecision: 'exact',
  sites,
  ...more,
})

export const footwear = (from: string, to: string | null, shoeId: number) =>
  footwearDraft({ ...at(from), shoeId, takenOffAt: to === null ? null : at(to).at })

export const activity = (
  when: string,
  what: Activity,
  durationMinutes: number,
  more: Partial<ActivityDraft> = {},
): ActivityDraft => ({
  kind: 'activity',
  ...at(when),
  note: '',
  activity: what,
  durationMinutes,
  wholeDay: false,
  longestBoutMinutes: null,
  exertion: null,
  newOrHarder: null,
  sweat: null,
  cold: null,
  warmUpMinutes: null,
  coolDownMinutes: null,
  distanceKm: null,
  climbM: null,
  waterTemperatureC: null,
  shoeId: null,
  ...more,
})

export const stretch = (
  when: string,
  muscles: StretchDraft['muscles'],
  durationMinutes: number,
  beforeBed = false,
) => stretchDraft({ ...at(when), muscles, durationMinutes, beforeBed })

export const night = (from: string, to: string | null, more: Partial<NightDraft> = {}) =>
  nightDraft({ ...at(from), wakeAt: to === null ? null : at(to).at, ...more })

export const medication = (
  when: string,
  change: MedicationDraft['change'],
  name: string,
  medicineClass: MedicationDraft['medicineClass'],
  dose: string,
): MedicationDraft => ({ kind: 'medication', ...at(when), note: '', name, medicineClass, change, dose })

export const dose = (when: string, name: string, amount: string): DoseDraft => ({
  kind: 'dose',
  ...at(when),
  note: '',
  name,
  amount,
})

export const food = (when: string, amounts: Partial<FoodDraft>) => foodDraft({ ...at(when), ...amounts })

export const day = (date: string, more: Partial<DayDraft>) => dayDraft({ ...at(`${date} 12:00`), ...more })
