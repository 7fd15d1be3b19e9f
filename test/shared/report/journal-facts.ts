/** Builders of entries for the report's tests; fields that a test does not set are unknown. */
import { untoldCramp } from '../../../shared/kinds/cramp.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { momentAtOffset } from '../../../shared/time/time-zone.ts'

type Cramp = EntryOf<'cramp'>

let lastId = 0

/** Builds a cramp at a local date and time, by default one hour ahead of UTC. */
export function crampAt(date: string, clock: string, fields: Partial<Cramp> = {}, offsetMinutes = 60): Cramp {
  const moment = momentAtOffset(date, clock, offsetMinutes)
  return {
    ...untoldCramp,
    id: ++lastId,
    kind: 'cramp',
    ...moment,
    loggedAt: moment.at,
    editedAt: null,
    note: '',
    onsetPrecision: 'exact',
    durationSeconds: null,
    sites: [{ muscle: 'calf', side: 'left' }],
    intensity: null,
    stateAtOnset: null,
    wokeMe: null,
    relief: [],
    symptoms: [],
    sorenessHours: null,
    ...fields,
  }
}

export function drinkAt(date: string, clock: string, volumeMl: number): EntryOf<'fluid'> {
  const moment = momentAtOffset(date, clock, 60)
  return {
    id: ++lastId,
    kind: 'fluid',
    ...moment,
    loggedAt: moment.at,
    editedAt: null,
    note: '',
    drink: 'water',
    volumeMl,
    alcoholPercent: null,
    caffeineMg: null,
    reliefOf: null,
  }
}

export function shoeWorn(date: string, clock: string, minutes: number | null): EntryOf<'footwear'> {
  const moment = momentAtOffset(date, clock, 60)
  return {
    id: ++lastId,
    kind: 'footwear',
    ...moment,
    loggedAt: moment.at,
    editedAt: null,
    note: '',
    shoeId: 1,
    takenOffAt: minutes === null ? null : moment.at + minutes * 60_000,
  }
}

export function activityAt(
  date: string,
  clock: string,
  activity: EntryOf<'activity'>['activity'],
  durationMinutes: number,
): EntryOf<'activity'> {
  const moment = momentAtOffset(date, clock, 60)
  return {
    id: ++lastId,
    kind: 'activity',
    ...moment,
    loggedAt: moment.at,
    editedAt: null,
    note: '',
    activity,
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
  }
}
