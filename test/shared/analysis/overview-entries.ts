/** Builders of entries for the tests of the overview, with defaults for fields that a test does not set. */

import type { ActivityDraft } from '../../../shared/kinds/activity.ts'
import type { OnsetPrecision } from '../../../shared/kinds/cramp.ts'
import { untoldCramp } from '../../../shared/kinds/cramp.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'

const atUtc = (date: CalendarDate, clock: string) => ({
  id: 1,
  at: Date.parse(`${date}T${clock}:00Z`),
  offsetMinutes: 0,
  note: '',
  loggedAt: Date.parse(`${date}T${clock}:00Z`),
  editedAt: null,
})

export function crampAt(
  date: CalendarDate,
  clock: string,
  onsetPrecision: OnsetPrecision = 'exact',
): EntryOf<'cramp'> {
  return {
    ...untoldCramp,
    kind: 'cramp',
    ...atUtc(date, clock),
    onsetPrecision,
    durationSeconds: null,
    sites: [{ muscle: 'calf', side: 'left' }],
    intensity: null,
    stateAtOnset: null,
    wokeMe: null,
    relief: [],
    symptoms: [],
    sorenessHours: null,
  }
}

export function drinkAt(date: CalendarDate, clock: string, volumeMl: number): EntryOf<'fluid'> {
  return {
    kind: 'fluid',
    ...atUtc(date, clock),
    drink: 'water',
    volumeMl,
    alcoholPercent: null,
    caffeineMg: null,
    reliefOf: null,
  }
}

export function activityAt(
  date: CalendarDate,
  clock: string,
  session: Pick<ActivityDraft, 'durationMinutes' | 'exertion'> & Partial<ActivityDraft>,
): EntryOf<'activity'> {
  return {
    kind: 'activity',
    ...atUtc(date, clock),
    activity: 'run',
    wholeDay: false,
    longestBoutMinutes: null,
    newOrHarder: null,
    sweat: null,
    cold: null,
    warmUpMinutes: null,
    coolDownMinutes: null,
    distanceKm: null,
    climbM: null,
    waterTemperatureC: null,
    shoeId: null,
    ...session,
  }
}
