/** What is true of a whole day rather than of an hour of it. `at` is local noon of the date; there is one per date. */

import { z } from 'zod'
import { listOf } from './list.ts'
import { choiceSchema, entryFields, quantitySchema, scoreSchema, wholeNumberSchema } from './schemas.ts'

export const heats = listOf()({
  normal: { words: 'Not hot' },
  hot: { words: 'Hot' },
})
/** The colour chart's eight steps, and the brown that is on none of them. */
export const urineColours = listOf()({
  '1': { words: '1, nearly clear' },
  '2': { words: '2, very pale' },
  '3': { words: '3, pale yellow' },
  '4': { words: '4, yellow' },
  '5': { words: '5, dark yellow' },
  '6': { words: '6, amber' },
  '7': { words: '7, dark amber' },
  '8': { words: '8, orange brown' },
  brown: { words: 'Brown, like cola' },
})

const dayFields = z.strictObject({
  kind: z.literal('day'),
  ...entryFields,
  heat: choiceSchema(heats.ids, 'how hot it was').nullable(),
  maxTemperatureC: quantitySchema(-60, 60, '°C').nullable(),
  /** Vomiting, diarrhoea or fever. */
  illnessWithFluidLoss: z.boolean().nullable(),
  /** Something salty or an electrolyte drink after sweating. */
  saltAfterSweat: z.boolean().nullable(),
  /** Toe curls, short-foot exercises. */
  footExerciseMinutes: wholeNumberSchema(0, 240, 'minutes').nullable(),
  /** How much the cramps bothered the person that day. */
  bother: scoreSchema.nullable(),
  urineColour: choiceSchema(urineColours.ids, 'a colour').nullable(),
  saltG: quantitySchema(0, 50, 'g').nullable(),
})
export type DayDraft = z.infer<typeof dayFields>

/** Whether anything is told of the day at all. */
export function tellsAnything(day: DayDraft): boolean {
  const answers = [
    day.heat,
    day.maxTemperatureC,
    day.illnessWithFluidLoss,
    day.saltAfterSweat,
    day.footExerciseMinutes,
    day.bother,
    day.urineColour,
    day.saltG,
  ]
  return day.note.trim() !== '' || answers.some(answer => answer !== null)
}

export const dayDraft = dayFields.refine(tellsAnything, {
  path: ['heat'],
  error: 'Enter at least one thing about the day.',
})
