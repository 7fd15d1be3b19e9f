import type { MedicationDraft } from '../../../shared/kinds/medication.ts'
import type { KindTable } from './kind-table.ts'

interface MedicationRow {
  name: string
  medicine_class: MedicationDraft['medicineClass']
  change: MedicationDraft['change']
  dose: string
}

export const medicationTable: KindTable<'medication', MedicationRow> = {
  kind: 'medication',
  columns: ['name', 'medicine_class', 'change', 'dose'],
  toRow: draft => ({
    name: draft.name,
    medicine_class: draft.medicineClass,
    change: draft.change,
    dose: draft.dose,
  }),
  toEntry: (stored, row) => ({
    ...stored,
    kind: 'medication',
    name: row.name,
    medicineClass: row.medicine_class,
    change: row.change,
    dose: row.dose,
  }),
}
