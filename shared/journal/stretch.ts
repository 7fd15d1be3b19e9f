/** Stretching that was not done against a cramp. (Done against one, it is relief, and stands with the cramp.) */
import { z } from 'zod'
import { muscles } from './cramp.ts'
import { choice, entryFields, quantity } from './fields.ts'

export const stretchDraft = z.strictObject({
  kind: z.literal('stretch'),
  ...entryFields,
  muscles: z
    .array(choice(muscles, 'what you stretched'))
    .min(1, 'Choose at least one muscle.')
    .refine(list => new Set(list).size === list.length, 'A muscle is listed twice.'),
  durationMinutes: quantity(0.1, 240, 'minutes'),
  beforeBed: z.boolean(),
})
export type StretchDraft = z.infer<typeof stretchDraft>
