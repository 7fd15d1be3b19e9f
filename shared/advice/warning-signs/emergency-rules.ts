/** Emergency rules: signs that need an ambulance. Each is information, not a diagnosis, and cannot be switched off. */

import { getPossibleInstants } from '../../kinds/onset.ts'
import type { Symptom } from '../../kinds/symptoms.ts'
import { MS_PER_DAY, MS_PER_HOUR } from '../../time/moment.ts'
import {
  getSides,
  hasSymptom,
  isLong,
  legMuscles,
  limbMuscles,
  listSites,
  type WarningFacts,
} from './facts.ts'
import { callNow, nameCircumstances, nameCramp, nameSymptoms } from './phrases.ts'
import type { WarningRule } from './rule.ts'

const chestSigns = ['chest-pain', 'breathless', 'coughing-blood'] as const
/** Time before the subject in which pain or swelling of a leg counts, in ms. An ordinary cramp leaves neither. */
const LEG_TROUBLE_MS = 14 * MS_PER_DAY

/** True if a leg was swollen, or went on hurting, in the two weeks before; this cramp included. */
function hadLegTrouble({ sites, symptoms, crampsBefore, fromAt }: WarningFacts): boolean {
  const isTrouble = (signs: ReadonlySet<Symptom>) => signs.has('swelling') || signs.has('throbbing')
  return (
    (getSides(sites, legMuscles).size > 0 && isTrouble(symptoms)) ||
    crampsBefore.some(
      cramp =>
        fromAt - getPossibleInstants(cramp).firstAt <= LEG_TROUBLE_MS &&
        getSides(listSites(cramp.sites), legMuscles).size > 0 &&
        (isTrouble(new Set(cramp.symptoms)) || (cramp.sorenessHours ?? 0) > 0),
    )
  )
}

const limbSigns = ['pale-or-blue', 'cold-limb', 'numb', 'weakness'] as const

/**
 * Signs count as new unless the person says that they lasted longer. "New today" takes precedence: of two signs, one
 * may be new.
 */
const mayBeNew = (facts: WarningFacts) => facts.circumstances.has('new-today') || !isLong(facts)

function isLimbInDanger(facts: WarningFacts): boolean {
  const { sites, symptoms, durationMinutes } = facts
  // An unknown length counts as long. Every place but trunk and face may be a limb.
  const lasted = durationMinutes === null || durationMinutes > 10
  const mayBeLimb =
    sites.length === 0 || sites.some(({ muscle }) => muscle === 'other' || limbMuscles.includes(muscle))
  const signs = limbSigns.filter(sign => symptoms.has(sign))
  return mayBeLimb && lasted && signs.length >= 2 && mayBeNew(facts)
}

/** Weakness or numbness of both legs: ticked as such, or entered with cramps on both sides. */
function areBothLegsAffected(facts: WarningFacts): boolean {
  const crampedInBoth = getSides(facts.sites, legMuscles).size === 2
  return (
    hasSymptom(facts, 'both-legs-weak', 'both-legs-numb') ||
    (crampedInBoth && hasSymptom(facts, 'numb', 'weakness'))
  )
}

const muscleLockSigns = ['stiff-jaw', 'rigid-neck-or-back', 'trouble-swallowing'] as const

/** True if a wound was entered with a cramp of the last four weeks: the journal has no other record of wounds. */
function hadWound({ symptoms, circumstances, crampsBefore }: WarningFacts): boolean {
  return (
    symptoms.has('wound') ||
    circumstances.has('dirty-wound') ||
    crampsBefore.some(
      cramp => cramp.symptoms.includes('wound') || cramp.circumstances.includes('dirty-wound'),
    )
  )
}

/** Fluid that counts as very much: this volume in ml within this time in ms. */
const MUCH_FLUID_ML = 3000
const MUCH_FLUID_MS = 6 * MS_PER_HOUR

/** True if 3 litres or more were drunk within any 6 hours of the 24 hours before. */
function drankVeryMuch({ drinks }: WarningFacts): boolean {
  return drinks.some(first => {
    const within = drinks.filter(({ at }) => at >= first.at && at - first.at <= MUCH_FLUID_MS)
    return within.reduce((sum, { volumeMl }) => sum + volumeMl, 0) >= MUCH_FLUID_ML
  })
}
const wasHotAndHard = ({ circumstances }: WarningFacts) => circumstances.has('exertion-in-heat')

export const emergencyRules: readonly WarningRule[] = [
  {
    id: 'E1',
    level: 'emergency',
    inShort: 'Chest pain, trouble breathing or coughing up blood.',
    holds: facts => hasSymptom(facts, ...chestSigns),
    title: () => 'Chest pain or trouble breathing: get help now',
    recorded: facts => nameSymptoms(facts, chestSigns),
    why: facts =>
      hadLegTrouble(facts)
        ? 'These signs cannot be judged at home. You also wrote down a leg that was swollen or went on hurting in the last two weeks: together, they are more urgent. Tell them about the leg.'
        : 'These signs cannot be judged at home.',
    whatToDo: call => `${callNow(call)} Do not drive yourself.`,
    watchFor: null,
    sources: ['nhs-clots'],
    claims: [],
    ownJudgement: null,
  },
  {
    id: 'E2',
    level: 'emergency',
    inShort: 'A painful leg or arm that suddenly turns pale, blue, cold, numb or weak.',
    holds: isLimbInDanger,
    title: () => 'A limb that is suddenly pale, cold, numb or weak',
    recorded: facts => [
      ...nameCramp(facts.sites),
      facts.durationMinutes === null ? 'length not noted' : 'pain that had not gone within 10 minutes',
      ...nameSymptoms(facts, limbSigns),
      ...nameCircumstances(facts, ['new-today']),
    ],
    why: () =>
      'After an ordinary cramp the limb is warm, and you can feel and move it. When that is not so, hours count.',
    whatToDo: callNow,
    watchFor: null,
    sources: ['rcem-limb', 'nhs-circulation'],
    claims: [],
    ownJudgement:
      'A cramp of unknown length counts as one that has not gone within 10 minutes; signs count as new today unless they are said to have lasted for more than a day.',
  },
  {
    id: 'E3',
    level: 'emergency',
    inShort:
      'Numbness between the legs, new trouble with bladder or bowel, or both legs numb or weak with back pain.',
    holds: facts =>
      hasSymptom(facts, 'saddle-numbness', 'bladder-or-bowel-change') ||
      (areBothLegsAffected(facts) && hasSymptom(facts, 'back-pain')),
    title: () => 'Numbness, bladder or bowel: go to hospital now',
    recorded: facts => [
      ...nameSymptoms(facts, ['saddle-numbness', 'bladder-or-bowel-change']),
      ...(areBothLegsAffected(facts)
        ? [
            ...nameCramp(facts.sites, legMuscles),
            ...nameSymptoms(facts, ['both-legs-weak', 'both-legs-numb', 'numb', 'weakness', 'back-pain']),
          ]
        : []),
    ],
    why: () =>
      'The nerves at the lower end of the spine may be under pressure. They recover best when they are freed within hours.',
    whatToDo: ({ hospital, emergency }) =>
      `Go to ${hospital} now. If you cannot get there, call ${emergency}.`,
    watchFor: null,
    sources: ['cauda-equina'],
    claims: [],
    ownJudgement: null,
  },
  {
    id: 'E4',
    level: 'emergency',
    inShort: 'A stiff jaw, a rigid neck or back, or trouble swallowing.',
    holds: facts => hasSymptom(facts, ...muscleLockSigns),
    title: () => 'A stiff jaw, rigid muscles or trouble swallowing',
    recorded: facts => [
      ...nameSymptoms(facts, [...muscleLockSigns, 'wound']),
      ...nameCircumstances(facts, ['dirty-wound']),
    ],
    why: facts =>
      hadWound(facts)
        ? 'Muscles that lock like this can make it hard to breathe. You also wrote down a wound in the last four weeks. Tell them about it.'
        : 'Muscles that lock like this can make it hard to breathe.',
    whatToDo: callNow,
    watchFor: null,
    sources: ['nhs-leg-cramps'],
    claims: [],
    ownJudgement: 'Which of these signs call for an ambulance.',
  },
  {
    id: 'E5',
    level: 'emergency',
    inShort:
      'Confusion or a fit (seizure); or a severe headache or repeated vomiting after drinking very much water, or after hard effort in heat. Stop drinking water.',
    holds: facts =>
      hasSymptom(facts, 'confused', 'seizure') ||
      (hasSymptom(facts, 'severe-headache', 'repeated-vomiting') &&
        (drankVeryMuch(facts) || wasHotAndHard(facts))),
    title: facts =>
      hasSymptom(facts, 'confused', 'seizure')
        ? 'Confusion or a fit (seizure): get help now'
        : 'Severe headache or repeated vomiting after very much water, or after hard effort in heat',
    recorded: facts => [
      ...nameSymptoms(facts, ['confused', 'seizure', 'severe-headache', 'repeated-vomiting']),
      ...(drankVeryMuch(facts) ? ['3 litres or more to drink within 6 hours'] : []),
      ...nameCircumstances(facts, ['exertion-in-heat']),
    ],
    why: facts =>
      drankVeryMuch(facts) || wasHotAndHard(facts)
        ? 'After a great deal of water the salt in the blood can fall too far, and after exertion in heat the body can overheat. Either becomes dangerous fast.'
        : 'These signs cannot be judged at home. Of the many possible reasons, one is a great deal of water, which thins the salt in the blood.',
    whatToDo: call => `${callNow(call)} Stop drinking water until they say otherwise.`,
    watchFor: null,
    sources: ['exertion-sodium'],
    claims: ['002-16'],
    ownJudgement: 'The 3 litres are looked for within any 6 hours of the 24 before.',
  },
]
