import { type Activity, isStill, type sweatLevels } from '../../shared/kinds/activities.ts'
import type { ActivityDraft } from '../../shared/kinds/activity.ts'
import type { Moment } from '../../shared/time/moment.ts'
import {
  type NumberField,
  readNumber,
  readRequiredNumber,
  readYesNo,
  type YesNoField,
  yesNoOf,
} from '../ui/fields/field-values.ts'
import { changeMoment, type Place, type When, whenOf } from './when.ts'

export interface ActivityValues {
  when: When
  activity: Activity
  durationMinutes: NumberField
  wholeDay: boolean
  longestBoutMinutes: NumberField
  exertion: number | null
  newOrHarder: YesNoField
  sweat: (typeof sweatLevels.ids)[number] | null
  cold: YesNoField
  warmUpMinutes: NumberField
  coolDownMinutes: NumberField
  distanceKm: NumberField
  climbM: NumberField
  waterTemperatureC: NumberField
  note: string
}

/** What stands for a whole day is written down at its noon. */
const WHOLE_DAY_CLOCK = '12:00'

export function blankActivity(when: When, activity: Activity): ActivityValues {
  return {
    when,
    activity,
    durationMinutes: '',
    wholeDay: false,
    longestBoutMinutes: '',
    exertion: null,
    newOrHarder: '',
    sweat: null,
    cold: '',
    warmUpMinutes: '',
    coolDownMinutes: '',
    distanceKm: '',
    climbM: '',
    waterTemperatureC: '',
    note: '',
  }
}

export function activityValuesOf(draft: ActivityDraft): ActivityValues {
  return {
    when: whenOf(draft),
    activity: draft.activity,
    durationMinutes: draft.durationMinutes,
    wholeDay: draft.wholeDay,
    longestBoutMinutes: draft.longestBoutMinutes ?? '',
    exertion: draft.exertion,
    newOrHarder: yesNoOf(draft.newOrHarder),
    sweat: draft.sweat,
    cold: yesNoOf(draft.cold),
    warmUpMinutes: draft.warmUpMinutes ?? '',
    coolDownMinutes: draft.coolDownMinutes ?? '',
    distanceKm: draft.distanceKm ?? '',
    climbM: draft.climbM ?? '',
    waterTemperatureC: draft.waterTemperatureC ?? '',
    note: draft.note,
  }
}

export function makeActivityDraft(
  values: ActivityValues,
  place: Place,
  original: Moment | null,
): ActivityDraft {
  const wholeDay = values.wholeDay && isStill(values.activity)
  const when = wholeDay ? { ...values.when, clock: WHOLE_DAY_CLOCK } : values.when
  return {
    kind: 'activity',
    ...changeMoment(when, place, original),
    note: values.note,
    activity: values.activity,
    durationMinutes: readRequiredNumber(values.durationMinutes),
    wholeDay,
    longestBoutMinutes: readNumber(values.longestBoutMinutes),
    exertion: values.exertion,
    newOrHarder: readYesNo(values.newOrHarder),
    sweat: values.sweat,
    cold: readYesNo(values.cold),
    warmUpMinutes: readNumber(values.warmUpMinutes),
    coolDownMinutes: readNumber(values.coolDownMinutes),
    distanceKm: readNumber(values.distanceKm),
    climbM: readNumber(values.climbM),
    waterTemperatureC: values.activity === 'swim' ? readNumber(values.waterTemperatureC) : null,
  }
}
