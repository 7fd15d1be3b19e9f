/** Something done with the body, from a run to a day at a desk. */

import { z } from 'zod'
import { activities, isStill, sweatLevels } from './activities.ts'
import { choiceSchema, entryFields, quantitySchema, scoreSchema, wholeNumberSchema } from './schemas.ts'

export const activityDraft = z
  .strictObject({
    kind: z.literal('activity'),
    ...entryFields,
    activity: choiceSchema(activities.ids, 'what you did'),
    durationMinutes: wholeNumberSchema(1, 1440, 'minutes'),
    /**
     * "Stood about 5 h today": only the date is known, `at` is local noon of it. Kept apart because such a value must
     * not be spread over hours nobody wrote down.
     */
    wholeDay: z.boolean(),
    /** The longest stretch without a break, for standing and sitting. */
    longestBoutMinutes: wholeNumberSchema(1, 1440, 'minutes').nullable(),
    /** How hard the session felt as a whole, 0 to 10 (session RPE); times minutes it gives the load. */
    exertion: scoreSchema.nullable(),
    newOrHarder: z.boolean().nullable(),
    sweat: choiceSchema(sweatLevels.ids, 'how much you sweated').nullable(),
    /** In cold water, or out in the cold. */
    cold: z.boolean().nullable(),
    warmUpMinutes: wholeNumberSchema(0, 240, 'minutes').nullable(),
    coolDownMinutes: wholeNumberSchema(0, 240, 'minutes').nullable(),
    distanceKm: quantitySchema(0, 500, 'km').nullable(),
    climbM: wholeNumberSchema(0, 10_000, 'm').nullable(),
    /** Of the water swum in. */
    waterTemperatureC: quantitySchema(0, 45, '°C').nullable(),
  })
  .refine(draft => (draft.longestBoutMinutes ?? 0) <= draft.durationMinutes, {
    path: ['longestBoutMinutes'],
    error: 'The longest stretch cannot be longer than the whole activity.',
  })
  .refine(draft => !draft.wholeDay || isStill(draft.activity), {
    path: ['wholeDay'],
    error: 'Only standing and sitting can be entered for a whole day.',
  })
  .refine(draft => draft.waterTemperatureC === null || activities.get(draft.activity).isInWater, {
    path: ['waterTemperatureC'],
    error: 'Only a swim has a water temperature.',
  })
export type ActivityDraft = z.infer<typeof activityDraft>
