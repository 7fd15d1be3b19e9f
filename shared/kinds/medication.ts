/**
 * Medicine that is taken every day: already taken, started, another dose, stopped. The entries of the same medicine name form
 * its course. Stored as entered; the only advice that follows from it is to ask the doctor.
 */
import type { z } from 'zod'
import { defineKind } from './define-kind.ts'
import { choice, optionalText, requiredText } from './fields.ts'
import { MAX_NAME_LENGTH } from './limits.ts'
import { medicationChanges, medicineClasses } from './medicines.ts'

export const medication = defineKind(
  'medication',
  {
    name: requiredText(MAX_NAME_LENGTH, 'the name of the medicine'),
    medicineClass: choice(medicineClasses, 'what kind of medicine it is').startingWith('other'),
    change: choice(medicationChanges, 'what to write down'),
    /** Dose as printed on the packet: "10 mg in the evening". */
    dose: optionalText(MAX_NAME_LENGTH),
  },
  {
    words: 'Medicine',
    inTitle: 'medicine',
    typed: ['medicine', 'medication', 'tablets?'],
    tracked: null,
    form: { usualClock: '08:00' },
  },
)

const medicationDraft = medication.draft
export type MedicationDraft = z.output<typeof medicationDraft>
