/**
 * A change in what somebody takes: started, another dose, stopped. The changes of one medicine, by its name, are its
 * course. Recorded as the person says; nothing is ever recommended from it but to ask the doctor.
 */

import { z } from 'zod'
import { MAX_NAME_LENGTH } from './limits.ts'
import { medicationChanges, medicineClasses } from './medicines.ts'
import { choiceSchema, entryFields, line, trimmedText } from './schemas.ts'

export const medicationDraft = z.strictObject({
  kind: z.literal('medication'),
  ...entryFields,
  name: line(MAX_NAME_LENGTH, 'the name of the medicine'),
  medicineClass: choiceSchema(medicineClasses.ids, 'what kind of medicine it is'),
  change: choiceSchema(medicationChanges.ids, 'what changed'),
  /** As on the packet: "10 mg in the evening". */
  dose: trimmedText(MAX_NAME_LENGTH),
})
export type MedicationDraft = z.infer<typeof medicationDraft>
