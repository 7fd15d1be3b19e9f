import type { DayDraft } from '../../shared/kinds/day.ts'
import type { Moment } from '../../shared/time/moment.ts'
import {
  type NumberField,
  readNumber,
  readYesNo,
  type YesNoField,
  yesNoOf,
} from '../ui/fields/field-values.ts'
import { changeMoment, type Place, type When, whenOf } from './when.ts'

export interface DayValues {
  /** Only its date is asked for. */
  when: When
  heat: DayDraft['heat']
  maxTemperatureC: NumberField
  illnessWithFluidLoss: YesNoField
  saltAfterSweat: YesNoField
  footExerciseMinutes: NumberField
  bother: number | null
  urineColour: DayDraft['urineColour']
  saltG: NumberField
  note: string
}

/** What is true of a whole day is written down at its noon. */
export const NOON_CLOCK = '12:00'

export function blankDay(when: When): DayValues {
  return {
    when,
    heat: null,
    maxTemperatureC: '',
    illnessWithFluidLoss: '',
    saltAfterSweat: '',
    footExerciseMinutes: '',
    bother: null,
    urineColour: null,
    saltG: '',
    note: '',
  }
}

export function dayValuesOf(draft: DayDraft): DayValues {
  return {
    when: whenOf(draft),
    heat: draft.heat,
    maxTemperatureC: draft.maxTemperatureC ?? '',
    illnessWithFluidLoss: yesNoOf(draft.illnessWithFluidLoss),
    saltAfterSweat: yesNoOf(draft.saltAfterSweat),
    footExerciseMinutes: draft.footExerciseMinutes ?? '',
    bother: draft.bother,
    urineColour: draft.urineColour,
    saltG: draft.saltG ?? '',
    note: draft.note,
  }
}

export function makeDayDraft(values: DayValues, place: Place, original: Moment | null): DayDraft {
  const isSameDate = original !== null && whenOf(original).date === values.when.date
  const when = isSameDate ? whenOf(original) : { date: values.when.date, clock: NOON_CLOCK }
  return {
    kind: 'day',
    ...changeMoment(when, place, original),
    note: values.note,
    heat: values.heat,
    maxTemperatureC: readNumber(values.maxTemperatureC),
    illnessWithFluidLoss: readYesNo(values.illnessWithFluidLoss),
    saltAfterSweat: readYesNo(values.saltAfterSweat),
    footExerciseMinutes: readNumber(values.footExerciseMinutes),
    bother: values.bother,
    urineColour: values.urineColour,
    saltG: readNumber(values.saltG),
  }
}
