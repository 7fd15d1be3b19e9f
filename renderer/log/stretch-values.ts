import type { Day } from '../../shared/contract.ts'
import type { Muscle } from '../../shared/kinds/muscles.ts'
import type { StretchDraft } from '../../shared/kinds/stretch.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { type NumberField, readRequiredNumber } from '../ui/fields/field-values.ts'
import { changeMoment, type Place, type When, whenOf } from './when.ts'

export interface StretchValues {
  when: When
  muscles: Muscle[]
  durationMinutes: NumberField
  beforeBed: boolean
  note: string
}

export function blankStretch(when: When): StretchValues {
  return { when, muscles: [], durationMinutes: '', beforeBed: false, note: '' }
}

/** What is stretched later in the day is the evening's stretching. */
const EVENING_CLOCK = '18:00'

/** @param usual the usual stretching before bed; null while nothing is usual */
export function stretchValuesOfUsual(usual: Day['usualStretch'], when: When): StretchValues {
  if (usual === null) return blankStretch(when)
  const { muscles, durationMinutes } = usual
  return { ...blankStretch(when), muscles, durationMinutes, beforeBed: when.clock >= EVENING_CLOCK }
}

export function stretchValuesOf(draft: StretchDraft): StretchValues {
  const { muscles, durationMinutes, beforeBed, note } = draft
  return { when: whenOf(draft), muscles, durationMinutes, beforeBed, note }
}

export function makeStretchDraft(values: StretchValues, place: Place, original: Moment | null): StretchDraft {
  return {
    kind: 'stretch',
    ...changeMoment(values.when, place, original),
    note: values.note,
    muscles: values.muscles,
    durationMinutes: readRequiredNumber(values.durationMinutes),
    beforeBed: values.beforeBed,
  }
}
