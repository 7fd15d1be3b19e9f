/** A cramp: one episode, from its onset until the muscle let go. */

import { z } from 'zod'
import { MAX_RELIEF_ACTIONS } from './limits.ts'
import type { IdOf } from './list.ts'
import { listOf } from './list.ts'
import { muscles, sides } from './muscles.ts'
import { helpedAnswers, reliefTechniques } from './reliefs.ts'
import { choiceSchema, choicesSchema, entryFields, scoreSchema, wholeNumberSchema } from './schemas.ts'
import { circumstances, symptoms } from './symptoms.ts'

/** Precision of the onset: to the minute, to half an hour either way, or only that it was in the night. */
export const onsetPrecisions = listOf()({
  exact: { words: 'At that time' },
  about: { words: 'About then' },
  night: { words: 'Some time in the night' },
})
export type OnsetPrecision = IdOf<typeof onsetPrecisions>

export const statesAtOnset = listOf()({
  asleep: { words: 'Asleep' },
  'in-bed-awake': { words: 'In bed, awake' },
  sitting: { words: 'Sitting' },
  standing: { words: 'Standing' },
  walking: { words: 'Walking' },
  exercising: { words: 'During sport' },
  'after-exercise': { words: 'Within 2 hours after sport' },
  'in-water': { words: 'In water' },
})
export type StateAtOnset = IdOf<typeof statesAtOnset>

/** Whether it went within 10 minutes of resting. */
export const restAnswers = listOf()({
  yes: { words: 'Went within 10 minutes of rest' },
  no: { words: 'Did not go with rest' },
})
export type RestAnswer = IdOf<typeof restAnswers>

export const crampSite = z.strictObject({
  muscle: choiceSchema(muscles.ids, 'where it cramped'),
  side: choiceSchema(sides.ids, 'left, right or both'),
})
export type CrampSite = z.infer<typeof crampSite>

export const reliefAction = z.strictObject({
  technique: choiceSchema(reliefTechniques.ids, 'what was tried'),
  helped: choiceSchema(helpedAnswers.ids, 'whether it helped').nullable(),
  /** Minutes from the onset of the cramp until it was begun; null when nobody knows, as of an older file. */
  startedAfterMinutes: wholeNumberSchema(0, 1440, 'minutes').nullable().default(null),
  /** Minutes from starting it until the cramp was gone; null when something else ended it or nobody knows. */
  minutesToRelief: wholeNumberSchema(0, 240, 'minutes').nullable(),
})
export type ReliefAction = z.infer<typeof reliefAction>

const PLACE_TWICE = 'The same place is listed twice.'

export const crampDraft = z
  .strictObject({
    kind: z.literal('cramp'),
    ...entryFields,
    onsetPrecision: choiceSchema(onsetPrecisions.ids, 'how well the time is known'),
    /** It has not let go yet: the clock of "cramp now" is running. */
    ongoing: z.boolean(),
    /** Written down in the night; the rest is asked for in the morning. Only such a cramp may have no place yet. */
    needsDetails: z.boolean(),
    /** From onset until the muscle let go; null when nobody knows. */
    durationSeconds: z
      .int({ error: 'Enter a length of at most 24 hours.' })
      .min(1, 'Enter a length of at least one second.')
      .max(86_400, 'Enter a length of at most 24 hours.')
      .nullable(),
    sites: z
      .array(crampSite)
      .max(muscles.ids.length * sides.ids.length, PLACE_TWICE)
      .refine(
        sites => new Set(sites.map(site => `${site.muscle} ${site.side}`)).size === sites.length,
        PLACE_TWICE,
      ),
    intensity: scoreSchema.nullable(),
    stateAtOnset: choiceSchema(statesAtOnset.ids, 'what you were doing').nullable(),
    relievedByRest: choiceSchema(restAnswers.ids, 'whether it went with rest').nullable(),
    wokeMe: z.boolean().nullable(),
    relief: z
      .array(reliefAction)
      .max(MAX_RELIEF_ACTIONS, `Enter at most ${MAX_RELIEF_ACTIONS} things tried.`),
    symptoms: choicesSchema(symptoms.ids, 'a symptom', 'A symptom is listed twice.'),
    circumstances: choicesSchema(circumstances.ids, 'what applies', 'A circumstance is listed twice.'),
    /** How long it stayed sore afterwards. */
    sorenessHours: wholeNumberSchema(0, 336, 'hours').nullable(),
  })
  .refine(draft => draft.sites.length > 0 || draft.needsDetails, {
    path: ['sites'],
    error: 'Choose at least one place that cramped.',
  })
  .refine(draft => !draft.ongoing || draft.durationSeconds === null, {
    path: ['durationSeconds'],
    error: 'A cramp that is still going on has no length yet.',
  })
export type CrampDraft = z.infer<typeof crampDraft>

/** All that can be said of a cramp beside when and where, before anybody has said it. */
export const untoldCramp = {
  note: '',
  ongoing: false,
  needsDetails: false,
  durationSeconds: null,
  intensity: null,
  stateAtOnset: null,
  relievedByRest: null,
  wokeMe: null,
  relief: [],
  symptoms: [],
  circumstances: [],
  sorenessHours: null,
} satisfies Partial<CrampDraft>
