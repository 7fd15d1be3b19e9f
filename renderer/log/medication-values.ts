import type { MedicationDraft } from '../../shared/kinds/medication.ts'
import type { MedicineClass } from '../../shared/kinds/medicines.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { changeMoment, type Place, type When, whenOf } from './when.ts'

export interface MedicationValues {
  when: When
  name: string
  /** Null until it is chosen: there is no kind that could be guessed. */
  medicineClass: MedicineClass | null
  /** Null until it is chosen, where a course goes on. */
  change: MedicationDraft['change'] | null
  dose: string
  note: string
}

export function blankMedication(when: When): MedicationValues {
  return { when, name: '', medicineClass: null, change: 'start', dose: '', note: '' }
}

export function medicationValuesOf(draft: MedicationDraft): MedicationValues {
  const { name, medicineClass, change, dose, note } = draft
  return { when: whenOf(draft), name, medicineClass, change, dose, note }
}

/** What a form means before its choices are made is no draft yet; the schema asks for them then. */
export type UnsortedMedication = Omit<MedicationDraft, 'medicineClass' | 'change'> &
  Pick<MedicationValues, 'medicineClass' | 'change'>

export function makeMedicationDraft(
  values: MedicationValues,
  place: Place,
  original: Moment | null,
): UnsortedMedication {
  const { name, medicineClass, change, dose, note } = values
  return {
    kind: 'medication',
    ...changeMoment(values.when, place, original),
    note,
    name,
    medicineClass,
    change,
    dose,
  }
}
