import type { UsualDrink } from '../../shared/contract.ts'
import type { Drink } from '../../shared/kinds/drinks.ts'
import type { FluidDraft } from '../../shared/kinds/fluid.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { type NumberField, readNumber, readRequiredNumber } from '../ui/fields/field-values.ts'
import { changeMoment, type Place, type When, whenOf } from './when.ts'

export interface FluidValues {
  when: When
  drink: Drink
  volumeMl: NumberField
  alcoholPercent: NumberField
  caffeineMg: NumberField
  reliefOf: number | null
  note: string
}

export function blankFluid(when: When): FluidValues {
  return { when, drink: 'water', volumeMl: '', alcoholPercent: '', caffeineMg: '', reliefOf: null, note: '' }
}

/** @param usual null while nothing is usual */
export function fluidValuesOfUsual(usual: UsualDrink | null, when: When): FluidValues {
  if (usual === null) return blankFluid(when)
  return {
    ...blankFluid(when),
    drink: usual.drink,
    volumeMl: usual.volumeMl,
    alcoholPercent: usual.alcoholPercent ?? '',
    caffeineMg: usual.caffeineMg ?? '',
  }
}

export function fluidValuesOf(draft: FluidDraft): FluidValues {
  return { ...fluidValuesOfUsual(draft, whenOf(draft)), reliefOf: draft.reliefOf, note: draft.note }
}

export function makeFluidDraft(values: FluidValues, place: Place, original: Moment | null): FluidDraft {
  return {
    kind: 'fluid',
    ...changeMoment(values.when, place, original),
    note: values.note,
    drink: values.drink,
    volumeMl: readRequiredNumber(values.volumeMl),
    alcoholPercent: readNumber(values.alcoholPercent),
    caffeineMg: readNumber(values.caffeineMg),
    reliefOf: values.reliefOf,
  }
}
