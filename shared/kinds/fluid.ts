/** Something drunk. Every drink counts with its whole volume; alcohol and caffeine are exposures of their own. */

import { z } from 'zod'
import { drinks } from './drinks.ts'
import {
  choiceSchema,
  entryFields,
  idField,
  quantitySchema,
  volumeSchema,
  wholeNumberSchema,
} from './schemas.ts'
import { DRINK_LIMITS_ML } from './volume.ts'

export const fluidDraft = z.strictObject({
  kind: z.literal('fluid'),
  ...entryFields,
  drink: choiceSchema(drinks.ids, 'a drink'),
  volumeMl: volumeSchema(DRINK_LIMITS_ML),
  /** Strength in % by volume. */
  alcoholPercent: quantitySchema(0, 96, '%').nullable(),
  caffeineMg: wholeNumberSchema(0, 2000, 'mg').nullable(),
  /** The cramp it was drunk against, if any: then it is relief, and never counts as what led to that cramp. */
  reliefOf: idField.nullable(),
})
export type FluidDraft = z.infer<typeof fluidDraft>
