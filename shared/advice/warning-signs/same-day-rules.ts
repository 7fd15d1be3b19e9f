/** Same-day rules: signs to be examined today. Each is information, not a diagnosis, and cannot be switched off. */

import type { Muscle } from '../../kinds/muscles.ts'
import { getPossibleInstants } from '../../kinds/onset.ts'
import type { BuiltInSymptom, Circumstance } from '../../kinds/symptoms.ts'
import { MS_PER_DAY } from '../../time/moment.ts'
import {
  calfAndThigh,
  crampedIn,
  footMuscles,
  getSides,
  hasSymptom,
  isLong,
  legMuscles,
  listSites,
  mayHaveCrampedIn,
  type WarningFacts,
} from './facts.ts'
import {
  contactToday,
  ifChest,
  ifLimbFails,
  nameCircumstances,
  nameCondition,
  nameCramp,
  nameSymptoms,
} from './phrases.ts'
import type { WarningRule } from './rule.ts'

const countSymptoms = (facts: WarningFacts, symptoms: readonly BuiltInSymptom[]) =>
  symptoms.filter(symptom => facts.symptoms.has(symptom)).length

const LONG_CRAMP_MINUTES = 10

const oneLegSigns = ['swelling', 'warmth', 'redness-or-darker-skin', 'hard-veins', 'throbbing'] as const
const clotCircumstances: readonly Circumstance[] = [
  'surgery-or-plaster',
  'lying-still',
  'long-travel',
  'pregnant-or-just-gave-birth',
]

/** Entered risk factors of a clot, which make one swollen leg more urgent. */
function nameReasonsToHurry(facts: WarningFacts): string[] {
  const isPregnancyTicked = facts.circumstances.has('pregnant-or-just-gave-birth')
  return [
    ...nameCircumstances(facts, clotCircumstances),
    ...(facts.isPregnant && !isPregnancyTicked ? [nameCondition('pregnant')] : []),
    ...(facts.conditions.has('cancer') ? [nameCondition('cancer')] : []),
  ]
}

const skinSigns = ['redness-or-darker-skin', 'warmth', 'swelling'] as const
const skinSignCompany = ['fever', 'unwell', 'spreading', 'wound'] as const
/** Places that may be a leg or an ankle: the ankle has no muscle in the list, so it is entered as "somewhere else". */
export const legOrAnkle: readonly Muscle[] = [...legMuscles, 'other']

const hasOneLegSigns = (facts: WarningFacts) =>
  getSides(facts.sites, calfAndThigh).size === 1 && hasSymptom(facts, ...oneLegSigns)
const hasSkinSigns = (facts: WarningFacts) =>
  mayHaveCrampedIn(facts, legOrAnkle) &&
  (countSymptoms(facts, skinSigns) >= 2 ||
    (countSymptoms(facts, skinSigns) === 1 && hasSymptom(facts, ...skinSignCompany)))

/** True if S2 or S3 holds, so that the routine rule on swelling is not needed. */
export const isLegChecked = (facts: WarningFacts) => hasOneLegSigns(facts) || hasSkinSigns(facts)

/** Lowest exertion of a hard session, of 10. */
const HARD_EXERTION = 7

/** True for sport at onset or up to two hours before, work in the heat, or a hard session in the 72 hours before. */
function wasExertionHard({ stateAtOnset, circumstances, activities }: WarningFacts): boolean {
  return (
    stateAtOnset === 'exercising' ||
    stateAtOnset === 'after-exercise' ||
    circumstances.has('exertion-in-heat') ||
    activities.some(({ exertion, newOrHarder }) => (exertion ?? 0) >= HARD_EXERTION || newOrHarder === true)
  )
}

/** Entered signs of harm by a statin to muscle or liver. Weakness of more than four weeks does not count as new. */
function listStatinSigns(facts: WarningFacts): BuiltInSymptom[] {
  const isNew = !facts.circumstances.has('longer-than-4-weeks')
  const signs: BuiltInSymptom[] = ['dark-urine', 'yellow-skin-or-eyes']
  if (isNew) signs.push('weakness', 'both-legs-weak')
  if (isLong(facts)) signs.push('widespread-pain')
  return signs.filter(sign => facts.symptoms.has(sign))
}
const hasStatinSigns = (facts: WarningFacts) =>
  facts.medicines.has('statin') && listStatinSigns(facts).length > 0

/** Time before the subject in which a dirty wound counts, in ms. */
const WOUND_MS = 21 * MS_PER_DAY

const hadDirtyWound = ({ circumstances, crampsBefore, fromAt }: WarningFacts) =>
  circumstances.has('dirty-wound') ||
  crampsBefore.some(
    cramp =>
      cramp.circumstances.includes('dirty-wound') && fromAt - getPossibleInstants(cramp).firstAt <= WOUND_MS,
  )

const footSigns = [
  'pale-or-blue',
  'redness-or-darker-skin',
  'warmth',
  'cold-limb',
  'swelling',
  'wound',
] as const

const quinineSigns = ['bruising-or-bleeding', 'hearing-or-vision-change'] as const

/** Sites of the cramps of 24 hours, this one included: hands and feet are rarely in one entry. */
function listSitesTogether({ sites, crampsBefore, fromAt }: WarningFacts) {
  const lately = crampsBefore.filter(cramp => fromAt - getPossibleInstants(cramp).firstAt <= MS_PER_DAY)
  return [...sites, ...lately.flatMap(cramp => listSites(cramp.sites))]
}
function areHandsAndFeetTingling(facts: WarningFacts): boolean {
  const together = listSitesTogether(facts)
  return (
    hasSymptom(facts, 'mouth-tingling') &&
    getSides(together, ['hand']).size > 0 &&
    getSides(together, footMuscles).size > 0
  )
}
const fluidLossSigns = ['vomiting', 'repeated-vomiting', 'diarrhoea'] as const
const hasLongFluidLoss = (facts: WarningFacts) => hasSymptom(facts, ...fluidLossSigns) && isLong(facts)

const circulationSigns = ['pain-at-rest-better-hanging-down', 'sore-not-healing'] as const

export const sameDayRules: readonly WarningRule[] = [
  {
    id: 'S1',
    level: 'same-day',
    inShort: 'A cramp that lasts more than 10 minutes.',
    holds: ({ durationMinutes }) => durationMinutes !== null && durationMinutes > LONG_CRAMP_MINUTES,
    title: ({ wasStretched }) =>
      wasStretched ? 'More than 10 minutes despite stretching' : 'A cramp of more than 10 minutes',
    recorded: ({ sites, isOngoing, wasStretched }) => [
      ...nameCramp(sites),
      isOngoing ? 'more than 10 minutes so far' : 'a length of more than 10 minutes',
      ...(wasStretched ? ['you stretched, and it went on'] : []),
    ],
    why: () => 'Nearly every cramp lets go within 10 minutes. One that does not should be looked at.',
    whatToDo: contactToday,
    watchFor: ifLimbFails,
    sources: ['nhs-leg-cramps', 'nidirect-leg-cramps'],
    claims: [],
    ownJudgement: null,
  },
  {
    id: 'S2',
    level: 'same-day',
    inShort: 'One calf or thigh that is swollen, warm, red or darker, hard-veined, or keeps throbbing.',
    holds: hasOneLegSigns,
    title: () => 'One leg that is swollen, warm, throbbing or discoloured',
    recorded: facts => [
      ...nameCramp(facts.sites, calfAndThigh),
      ...nameSymptoms(facts, oneLegSigns),
      ...nameReasonsToHurry(facts),
    ],
    why: facts =>
      nameReasonsToHurry(facts).length > 0
        ? 'A cramp alone does not do this to a leg, and what else you wrote down makes it more urgent. The blood flow in the leg needs to be checked.'
        : 'A cramp alone does not do this to a leg. The blood flow in the leg should be checked.',
    whatToDo: (call, facts) =>
      nameReasonsToHurry(facts).length > 0
        ? `Contact ${call.sameDay} today, within hours, and tell them all of it. Do not massage or stretch the leg until then.`
        : `${contactToday(call)} Do not massage or stretch the leg until then.`,
    watchFor: ifChest,
    sources: ['nhs-clots'],
    claims: [],
    ownJudgement: 'Not to massage or stretch the leg until it has been checked.',
  },
  {
    id: 'S3',
    level: 'same-day',
    inShort:
      'A leg or foot that is red, warm and swollen; or one of these with fever, a wound, or spreading.',
    holds: hasSkinSigns,
    title: ({ sites }) =>
      sites.length === 0 ? 'Redness, warmth or swelling' : 'Redness, warmth or swelling of a leg or foot',
    recorded: facts => [
      ...nameCramp(facts.sites, legOrAnkle),
      ...nameSymptoms(facts, [...skinSigns, ...skinSignCompany]),
    ],
    why: () => 'A cramp does not cause this. It can mean an infection or inflammation.',
    whatToDo: contactToday,
    watchFor: ({ emergency }) =>
      `If you become confused or very ill, or it spreads within hours, call ${emergency}.`,
    sources: [],
    claims: ['001-17'],
    ownJudgement: 'How many of the signs it takes; a place that was not named may be a leg.',
  },
  {
    id: 'S4',
    level: 'same-day',
    inShort:
      'Dark urine after hard exertion; or on a statin, dark urine, yellow skin, new weakness or pain all over. Ask whether to take the next dose.',
    holds: facts => hasStatinSigns(facts) || (hasSymptom(facts, 'dark-urine') && wasExertionHard(facts)),
    title: facts =>
      hasStatinSigns(facts) ? 'New signs while taking a statin' : 'Dark urine after hard exertion',
    recorded: facts =>
      hasStatinSigns(facts)
        ? [
            'a statin among the medicines',
            ...listStatinSigns(facts).flatMap(sign => nameSymptoms(facts, [sign])),
            ...nameCircumstances(facts, ['longer-than-a-day', 'longer-than-4-weeks']),
          ]
        : [...nameSymptoms(facts, ['dark-urine']), 'hard exertion in the days before'],
    why: facts =>
      hasStatinSigns(facts)
        ? 'Rarely, a statin harms the muscles or the liver. Substances from damaged muscle can strain the kidneys.'
        : 'Rarely, very hard exertion damages muscle. Substances from damaged muscle can strain the kidneys.',
    whatToDo: (call, facts) =>
      hasStatinSigns(facts)
        ? `Call ${call.aboutMedicine} today, before your next dose, and ask whether you should take it. Change nothing before you have asked.`
        : contactToday(call),
    watchFor: ({ emergency }) =>
      `If you pass hardly any urine, or become confused or faint, call ${emergency}.`,
    sources: ['nhs-statins'],
    claims: ['004-10'],
    ownJudgement:
      'To ask today rather than to stop, as the NHS says; what counts as hard exertion (7 of 10, or new or harder than usual, within 72 hours); the signs that make it an emergency.',
  },
  {
    id: 'S5',
    level: 'same-day',
    inShort: 'Cramps in the three weeks after a dirty wound, or after a poison such as lead or mercury.',
    holds: facts => facts.isCramp && (hadDirtyWound(facts) || facts.circumstances.has('poison-contact')),
    title: facts =>
      facts.circumstances.has('poison-contact') ? 'Cramps after a poison' : 'Cramps after a dirty wound',
    recorded: facts => [
      ...nameCramp(facts.sites),
      ...nameCircumstances(facts, ['dirty-wound', 'poison-contact']),
      ...(hadDirtyWound(facts) && !facts.circumstances.has('dirty-wound')
        ? ['a dirty wound with a cramp of the three weeks before']
        : []),
    ],
    why: () =>
      'A dirty wound or a poison can make muscles cramp, and both are treated best when they are found early.',
    whatToDo: contactToday,
    watchFor: ({ emergency }) =>
      `If your jaw stiffens, your neck or back turns rigid, or swallowing becomes hard, call ${emergency}.`,
    sources: ['nidirect-leg-cramps', 'nhs-leg-cramps-earlier'],
    claims: [],
    ownJudgement: null,
  },
  {
    id: 'S6',
    level: 'same-day',
    inShort:
      'With diabetes: a foot that changed colour, shape or warmth, is newly swollen, or has a blister or cut.',
    holds: facts =>
      facts.conditions.has('diabetes') &&
      (hasSymptom(facts, 'foot-skin-change') ||
        (crampedIn(facts, footMuscles) && hasSymptom(facts, ...footSigns))),
    title: () => 'A change in a foot, with diabetes',
    recorded: facts => [
      nameCondition('diabetes'),
      ...nameSymptoms(facts, ['foot-skin-change']),
      ...(crampedIn(facts, footMuscles)
        ? [...nameCramp(facts.sites, footMuscles), ...nameSymptoms(facts, footSigns)]
        : []),
    ],
    why: () => 'With diabetes, a small foot problem can get worse quickly without hurting much.',
    whatToDo: ({ sameDay }) => `Contact your diabetes foot team today. If you have none, contact ${sameDay}.`,
    watchFor: ({ emergency }) =>
      `If you also have a fever and feel very ill, or the foot turns blue or black, call ${emergency}.`,
    sources: ['diabetes-uk-feet'],
    claims: [],
    ownJudgement: 'The signs that make it an emergency.',
  },
  {
    id: 'S7',
    level: 'same-day',
    inShort:
      'While taking quinine: bruises or bleeding without a reason, or changed hearing or sight. Ask before the next dose.',
    holds: facts => facts.medicines.has('quinine') && hasSymptom(facts, ...quinineSigns),
    title: () => 'New signs while taking quinine',
    recorded: facts => ['quinine among the medicines', ...nameSymptoms(facts, quinineSigns)],
    why: () => 'Quinine can, rarely, harm the blood, the ears or the eyes.',
    whatToDo: ({ aboutMedicine }) => `Contact ${aboutMedicine} today, before the next dose.`,
    watchFor: ({ emergency }) =>
      `If bleeding does not stop, or you suddenly see or hear much less, call ${emergency}.`,
    sources: ['mhra-quinine'],
    claims: [],
    ownJudgement: 'The signs that make it an emergency.',
  },
  {
    id: 'S8',
    level: 'same-day',
    inShort: 'You cannot put weight on the leg, or something popped or was injured.',
    holds: facts => hasSymptom(facts, 'cannot-bear-weight', 'pop-or-injury'),
    title: facts =>
      hasSymptom(facts, 'cannot-bear-weight')
        ? 'Not able to put weight on it'
        : 'A pop, a bruise or an injury',
    recorded: facts => [
      ...nameCramp(facts.sites),
      ...nameSymptoms(facts, ['cannot-bear-weight', 'pop-or-injury']),
    ],
    why: () => 'A muscle, a tendon or a bone may be injured.',
    whatToDo: call => `${contactToday(call)} Do not stretch it, and keep your weight off it, until then.`,
    watchFor: ifLimbFails,
    sources: [],
    claims: ['001-15'],
    ownJudgement: 'That it should be seen today.',
  },
  {
    id: 'S9',
    level: 'same-day',
    inShort:
      'Cramps in hands and feet with tingling around the mouth, or more than a day of vomiting or diarrhoea.',
    holds: facts => facts.isCramp && (areHandsAndFeetTingling(facts) || hasLongFluidLoss(facts)),
    title: facts =>
      areHandsAndFeetTingling(facts)
        ? 'Cramps in hands and feet, and tingling'
        : 'Cramps with long vomiting or diarrhoea',
    recorded: facts => [
      ...(areHandsAndFeetTingling(facts)
        ? ['cramps in hands and feet', ...nameSymptoms(facts, ['mouth-tingling'])]
        : nameCramp(facts.sites)),
      ...(hasLongFluidLoss(facts)
        ? [
            ...nameSymptoms(facts, fluidLossSigns),
            ...nameCircumstances(facts, ['longer-than-a-day', 'longer-than-4-weeks']),
          ]
        : []),
    ],
    why: () => 'The salts in the blood may need checking.',
    whatToDo: contactToday,
    watchFor: ({ emergency }) =>
      `If you become confused, faint or have a fit, or your heart beats irregularly, call ${emergency}.`,
    sources: [],
    claims: [],
    ownJudgement: 'The whole rule; cramps within 24 hours of each other count as together.',
  },
  {
    id: 'S10',
    level: 'same-day',
    inShort:
      'Foot pain at rest that is better with the leg hanging down, or a sore that has not healed in two weeks.',
    holds: facts => hasSymptom(facts, ...circulationSigns),
    title: facts =>
      hasSymptom(facts, 'pain-at-rest-better-hanging-down')
        ? 'Foot pain at rest that eases with the leg hanging down'
        : 'A sore that does not heal',
    recorded: facts => nameSymptoms(facts, circulationSigns),
    why: () => 'The circulation in the foot should be checked, and soon.',
    whatToDo: contactToday,
    watchFor: ifLimbFails,
    sources: ['bnssg-circulation', 'nhs-circulation'],
    claims: [],
    ownJudgement: 'That it should be seen today.',
  },
]
