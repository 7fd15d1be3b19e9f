import type { NightDraft } from '../../shared/kinds/night.ts'
import {
  type NumberField,
  readNumber,
  readYesNo,
  type YesNoField,
  yesNoOf,
} from '../ui/fields/field-values.ts'
import { changeEnd, changeMoment, endClockOf, type Interval, type Place, type When, whenOf } from './when.ts'

export interface NightValues {
  /** Of going to bed. */
  when: When
  /** `HH:MM`; empty while still in bed. Its date follows from when the person went to bed. */
  wakeClock: string
  coldLegs: YesNoField
  bedding: NightDraft['bedding']
  position: NightDraft['position']
  roomFeel: NightDraft['roomFeel']
  roomTemperatureC: NumberField
  sleepDisturbance: number | null
  note: string
}

export function blankNight(when: When): NightValues {
  return {
    when,
    wakeClock: '',
    coldLegs: '',
    bedding: null,
    position: null,
    roomFeel: null,
    roomTemperatureC: '',
    sleepDisturbance: null,
    note: '',
  }
}

const intervalOf = (draft: NightDraft): Interval => ({ start: draft, endAt: draft.wakeAt })

export function nightValuesOf(draft: NightDraft, timeZone: string): NightValues {
  return {
    when: whenOf(draft),
    wakeClock: endClockOf(intervalOf(draft), timeZone),
    coldLegs: yesNoOf(draft.coldLegs),
    bedding: draft.bedding,
    position: draft.position,
    roomFeel: draft.roomFeel,
    roomTemperatureC: draft.roomTemperatureC ?? '',
    sleepDisturbance: draft.sleepDisturbance,
    note: draft.note,
  }
}

/** @param original the entry as it was stored, whose untouched times keep their seconds */
export function makeNightDraft(values: NightValues, place: Place, original: NightDraft | null): NightDraft {
  const { when, wakeClock } = values
  return {
    kind: 'night',
    ...changeMoment(when, place, original),
    note: values.note,
    wakeAt: changeEnd(when, wakeClock, place, original && intervalOf(original)),
    coldLegs: readYesNo(values.coldLegs),
    bedding: values.bedding,
    position: values.position,
    roomFeel: values.roomFeel,
    roomTemperatureC: readNumber(values.roomTemperatureC),
    sleepDisturbance: values.sleepDisturbance,
  }
}
