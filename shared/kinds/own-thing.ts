/**
 * The person's own things: records by which they extend the built-in lists of drinks, activities, reliefs and symptoms.
 * Their facts are those that the program needs of such a record and that the person can know.
 */
import { z } from 'zod'
import { MAX_FACTOR_NAME_LENGTH } from './limits.ts'
import { listOf, type OwnList } from './list.ts'
import { calendarDateField, choiceSchema, idField, line, quantitySchema, volumeSchema } from './schemas.ts'
import { DRINK_LIMITS_ML } from './volume.ts'

export const caffeineAnswers = listOf()({
  yes: { words: 'Yes' },
  no: { words: 'No' },
  perhaps: { words: 'It varies' },
})
export type CaffeineAnswer = (typeof caffeineAnswers.ids)[number]

const common = {
  name: line(MAX_FACTOR_NAME_LENGTH, 'a name for it'),
  /** Not offered any more; kept for the entries that name it. */
  archived: z.boolean(),
}

const drinkFacts = {
  list: z.literal('drink'),
  /** Volume that is offered first, in ml; null where none is usual. */
  usualMl: volumeSchema(DRINK_LIMITS_ML).nullable().default(null),
  /** Strength in % by volume; 0 for a drink without alcohol. */
  alcoholPercent: quantitySchema(0, 96, '%'),
  caffeine: choiceSchema(caffeineAnswers.ids, 'whether it has caffeine'),
  /** Makes up for salt lost in sweat. */
  hasElectrolytes: z.boolean(),
}
const activityFacts = {
  list: z.literal('activity'),
  /** Done without moving: no training, however long. */
  isStill: z.boolean(),
}
const reliefFacts = { list: z.literal('relief') }
const symptomFacts = { list: z.literal('symptom') }

const stored = {
  id: idField,
  /** Date on which the person named it. */
  createdOn: calendarDateField,
}

export const ownThingDraft = z.discriminatedUnion('list', [
  z.strictObject({ ...common, ...drinkFacts }),
  z.strictObject({ ...common, ...activityFacts }),
  z.strictObject({ ...common, ...reliefFacts }),
  z.strictObject({ ...common, ...symptomFacts }),
])
export type OwnThingDraft = z.infer<typeof ownThingDraft>
export type OwnThingDraftOf<Name extends OwnList> = Extract<OwnThingDraft, { list: Name }>

export const ownThing = z.discriminatedUnion('list', [
  z.strictObject({ ...common, ...drinkFacts, ...stored }),
  z.strictObject({ ...common, ...activityFacts, ...stored }),
  z.strictObject({ ...common, ...reliefFacts, ...stored }),
  z.strictObject({ ...common, ...symptomFacts, ...stored }),
])
export type OwnThing = z.infer<typeof ownThing>
export type OwnThingOf<Name extends OwnList> = Extract<OwnThing, { list: Name }>

/** Draft of a stored thing. */
export function draftOfThing({ id: _id, createdOn: _createdOn, ...draft }: OwnThing): OwnThingDraft {
  return draft
}
