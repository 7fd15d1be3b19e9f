/** Stretching that was not done against a cramp. (Done against one, it is relief, and stands with the cramp.) */
import { z } from 'zod'
import { muscles } from './muscles.ts'
import { choicesSchema, entryFields, quantitySchema } from './schemas.ts'

export const stretchDraft = z.strictObject({
  kind: z.literal('stretch'),
  ...entryFields,
  muscles: choicesSchema(muscles.ids, 'what you stretched', 'A muscle is listed twice.').min(
    1,
    'Choose at least one muscle.',
  ),
  durationMinutes: quantitySchema(0.1, 240, 'minutes'),
  beforeBed: z.boolean(),
})
export type StretchDraft = z.infer<typeof stretchDraft>

/** Name of stretching in a list of entries. */
export const nameStretch = ({ beforeBed }: { readonly beforeBed: boolean }): string =>
  beforeBed ? 'Stretched before bed' : 'Stretched'
