/** A cramp: one episode, from its onset until the muscle let go. */
import { z } from 'zod'
import { MAX_RELIEF_ACTIONS } from './limits.ts'
import { choiceSchema, choicesSchema, entryFields, scoreSchema, wholeNumberSchema } from './schemas.ts'

export const muscles = [
  'toes',
  'arch',
  'calf',
  'shin',
  'inner-thigh',
  'hamstring',
  'front-thigh',
  'hand',
  'arm',
  'trunk',
  'face',
  'other',
] as const
export type Muscle = (typeof muscles)[number]

export const sides = ['left', 'right', 'both'] as const
export type Side = (typeof sides)[number]

/** How well the onset is known: to the minute, to half an hour either way, or only that it was in the night. */
export const onsetPrecisions = ['exact', 'about', 'night'] as const
export type OnsetPrecision = (typeof onsetPrecisions)[number]

export const statesAtOnset = [
  'asleep',
  'in-bed-awake',
  'sitting',
  'standing',
  'walking',
  'exercising',
  'after-exercise',
  'in-water',
] as const
export type StateAtOnset = (typeof statesAtOnset)[number]

export const reliefTechniques = [
  'stretch',
  'stand-or-walk',
  'massage',
  'pressure',
  'ball-roll',
  'heat',
  'cold',
  'rest',
  'drink',
  'electrolyte-drink',
  'pickle-brine',
  'pungent-drink',
  'other',
] as const
export type ReliefTechnique = (typeof reliefTechniques)[number]

export const helpedAnswers = ['no', 'a-little', 'yes'] as const

/** What went with it. Every word a warning rule asks for stands here, so that it can be written down. */
export const symptoms = [
  // In and around the muscle
  'lump',
  'numb',
  'tingling',
  'burning',
  'radiating',
  'worse-walking',
  'weakness',
  'twitching',
  'wasting',
  'throbbing',
  'swelling',
  'redness-or-darker-skin',
  'warmth',
  'spreading',
  'hard-veins',
  'pale-or-blue',
  'cold-limb',
  'cannot-bear-weight',
  'limping',
  'clumsy-or-tripping',
  'pop-or-injury',
  'widespread-pain',
  // Skin and foot
  'wound',
  'sore-not-healing',
  'foot-skin-change',
  'pain-at-rest-better-hanging-down',
  // The whole body
  'fever',
  'unwell',
  'vomiting',
  'repeated-vomiting',
  'diarrhoea',
  'dark-urine',
  'yellow-skin-or-eyes',
  'bruising-or-bleeding',
  'hearing-or-vision-change',
  'mouth-tingling',
  'severe-headache',
  'confused',
  'seizure',
  // Chest, back, jaw
  'chest-pain',
  'breathless',
  'coughing-blood',
  'back-pain',
  'saddle-numbness',
  'bladder-or-bowel-change',
  'both-legs-weak',
  'both-legs-numb',
  'stiff-jaw',
  'rigid-neck-or-back',
  'trouble-swallowing',
] as const
export type Symptom = (typeof symptoms)[number]

/** What the last weeks brought that changes how soon a sign should be looked at. */
export const circumstances = [
  'surgery-or-plaster',
  'lying-still',
  'long-travel',
  'pregnant-or-just-gave-birth',
  'dirty-wound',
  'poison-contact',
  'exertion-in-heat',
  'new-today',
  'longer-than-a-day',
  'longer-than-4-weeks',
] as const
export type Circumstance = (typeof circumstances)[number]

/** Whether it went within 10 minutes of resting. */
export const restAnswers = ['yes', 'no'] as const

export const crampSite = z.strictObject({
  muscle: choiceSchema(muscles, 'where it cramped'),
  side: choiceSchema(sides, 'left, right or both'),
})
export type CrampSite = z.infer<typeof crampSite>

export const reliefAction = z.strictObject({
  technique: choiceSchema(reliefTechniques, 'what was tried'),
  helped: choiceSchema(helpedAnswers, 'whether it helped').nullable(),
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
    onsetPrecision: choiceSchema(onsetPrecisions, 'how well the time is known'),
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
      .max(muscles.length * sides.length, PLACE_TWICE)
      .refine(
        sites => new Set(sites.map(site => `${site.muscle} ${site.side}`)).size === sites.length,
        PLACE_TWICE,
      ),
    intensity: scoreSchema.nullable(),
    stateAtOnset: choiceSchema(statesAtOnset, 'what you were doing').nullable(),
    relievedByRest: choiceSchema(restAnswers, 'whether it went with rest').nullable(),
    wokeMe: z.boolean().nullable(),
    relief: z
      .array(reliefAction)
      .max(MAX_RELIEF_ACTIONS, `Enter at most ${MAX_RELIEF_ACTIONS} things tried.`),
    symptoms: choicesSchema(symptoms, 'a symptom', 'A symptom is listed twice.'),
    circumstances: choicesSchema(circumstances, 'what applies', 'A circumstance is listed twice.'),
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
