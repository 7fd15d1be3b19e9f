import type { FoodDraft } from '../../shared/kinds/food.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { type NumberField, readNumber } from '../ui/fields/field-values.ts'
import { changeMoment, type Place, type When, whenOf } from './when.ts'

export interface FoodValues {
  when: When
  potassiumServings: NumberField
  magnesiumServings: NumberField
  calciumServings: NumberField
  potassiumSupplementMg: NumberField
  magnesiumSupplementMg: NumberField
  calciumSupplementMg: NumberField
  note: string
}

export function blankFood(when: When): FoodValues {
  return {
    when,
    potassiumServings: '',
    magnesiumServings: '',
    calciumServings: '',
    potassiumSupplementMg: '',
    magnesiumSupplementMg: '',
    calciumSupplementMg: '',
    note: '',
  }
}

export function foodValuesOf(draft: FoodDraft): FoodValues {
  return {
    when: whenOf(draft),
    potassiumServings: draft.potassiumServings ?? '',
    magnesiumServings: draft.magnesiumServings ?? '',
    calciumServings: draft.calciumServings ?? '',
    potassiumSupplementMg: draft.potassiumSupplementMg ?? '',
    magnesiumSupplementMg: draft.magnesiumSupplementMg ?? '',
    calciumSupplementMg: draft.calciumSupplementMg ?? '',
    note: draft.note,
  }
}

export function makeFoodDraft(values: FoodValues, place: Place, original: Moment | null): FoodDraft {
  return {
    kind: 'food',
    ...changeMoment(values.when, place, original),
    note: values.note,
    potassiumServings: readNumber(values.potassiumServings),
    magnesiumServings: readNumber(values.magnesiumServings),
    calciumServings: readNumber(values.calciumServings),
    potassiumSupplementMg: readNumber(values.potassiumSupplementMg),
    magnesiumSupplementMg: readNumber(values.magnesiumSupplementMg),
    calciumSupplementMg: readNumber(values.calciumSupplementMg),
  }
}
