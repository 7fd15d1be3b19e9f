/** The sleep between two days. `at` is when the person went to bed. */
import { z } from 'zod'
import { choiceSchema, entryFields, instantField, quantitySchema, scoreSchema } from './schemas.ts'

export const beddings = ['tight', 'loose', 'cradle'] as const
export const sleepPositions = ['back', 'side', 'front', 'front-toes-pointed'] as const
export const roomFeels = ['cold', 'ok', 'warm'] as const

const ONE_MINUTE = 60_000
const ONE_DAY = 86_400_000

export const nightDraft = z
  .strictObject({
    kind: z.literal('night'),
    ...entryFields,
    /** UTC milliseconds of getting up; null while still in bed. */
    wakeAt: instantField.nullable(),
    coldLegs: z.boolean().nullable(),
    bedding: choiceSchema(beddings, 'how the bedding was').nullable(),
    position: choiceSchema(sleepPositions, 'how you lay').nullable(),
    roomFeel: choiceSchema(roomFeels, 'how the room felt').nullable(),
    roomTemperatureC: quantitySchema(-10, 45, '°C').nullable(),
    sleepDisturbance: scoreSchema.nullable(),
  })
  .refine(draft => draft.wakeAt === null || draft.wakeAt - draft.at >= ONE_MINUTE, {
    path: ['wakeAt'],
    error: 'Getting up must be after going to bed.',
  })
  .refine(draft => draft.wakeAt === null || draft.wakeAt - draft.at <= ONE_DAY, {
    path: ['wakeAt'],
    error: 'A night can last at most 24 hours.',
  })
export type NightDraft = z.infer<typeof nightDraft>
