/** The sleep between two days. `at` is when the person went to bed. */

import { z } from 'zod'
import type { IdOf } from './list.ts'
import { listOf } from './list.ts'
import { choiceSchema, entryFields, instantField, quantitySchema, scoreSchema } from './schemas.ts'

export const beddings = listOf()({
  tight: { words: 'Tight over the feet' },
  loose: { words: 'Loose' },
  cradle: { words: 'Held off the feet' },
})
export type Bedding = IdOf<typeof beddings>
export const sleepPositions = listOf()({
  back: { words: 'On the back' },
  side: { words: 'On the side' },
  front: { words: 'On the front' },
  'front-toes-pointed': { words: 'On the front, toes pointed' },
})
export type SleepPosition = IdOf<typeof sleepPositions>
export const roomFeels = listOf()({
  cold: { words: 'Cold' },
  ok: { words: 'Fine' },
  warm: { words: 'Warm' },
})
export type RoomFeel = IdOf<typeof roomFeels>

const ONE_MINUTE = 60_000
const ONE_DAY = 86_400_000

export const nightDraft = z
  .strictObject({
    kind: z.literal('night'),
    ...entryFields,
    /** UTC milliseconds of getting up; null while still in bed. */
    wakeAt: instantField.nullable(),
    coldLegs: z.boolean().nullable(),
    bedding: choiceSchema(beddings.ids, 'how the bedding was').nullable(),
    position: choiceSchema(sleepPositions.ids, 'how you lay').nullable(),
    roomFeel: choiceSchema(roomFeels.ids, 'how the room felt').nullable(),
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
