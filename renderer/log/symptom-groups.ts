/**
 * The symptoms of the cramp form, in the order in which they are asked: those that often go with a cramp first, those
 * that should worry behind a question of their own. Every symptom stands in exactly one group.
 */
import type { Circumstance, Symptom } from '../../shared/kinds/cramp.ts'

export const commonSymptoms = [
  'lump',
  'numb',
  'tingling',
  'burning',
  'weakness',
  'twitching',
  'swelling',
  'redness-or-darker-skin',
  'warmth',
  'cannot-bear-weight',
] as const satisfies readonly Symptom[]

export interface SymptomGroup {
  readonly name: string
  readonly symptoms: readonly Symptom[]
}

export const worryingSymptoms: readonly SymptomGroup[] = [
  {
    name: 'In the arm or leg',
    symptoms: [
      'radiating',
      'worse-walking',
      'throbbing',
      'spreading',
      'hard-veins',
      'pale-or-blue',
      'cold-limb',
      'limping',
      'clumsy-or-tripping',
      'wasting',
      'pop-or-injury',
      'widespread-pain',
      'pain-at-rest-better-hanging-down',
    ],
  },
  { name: 'Skin', symptoms: ['wound', 'sore-not-healing', 'foot-skin-change', 'bruising-or-bleeding'] },
  {
    name: 'The whole body',
    symptoms: [
      'fever',
      'unwell',
      'vomiting',
      'repeated-vomiting',
      'diarrhoea',
      'dark-urine',
      'yellow-skin-or-eyes',
      'mouth-tingling',
      'hearing-or-vision-change',
      'severe-headache',
      'confused',
      'seizure',
    ],
  },
  {
    name: 'Chest, back and jaw',
    symptoms: [
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
    ],
  },
]

/** Circumstances that matter with no sign at all: they are asked beside the worrying symptoms. */
const alwaysAsked: readonly Circumstance[] = ['dirty-wound', 'poison-contact']

/** What each circumstance changes the weight of; the warning rules read both together. */
const askedWith: Partial<Record<Circumstance, readonly Symptom[]>> = {
  'surgery-or-plaster': [
    'swelling',
    'warmth',
    'redness-or-darker-skin',
    'hard-veins',
    'throbbing',
    'chest-pain',
    'breathless',
    'coughing-blood',
  ],
  'exertion-in-heat': [
    'dark-urine',
    'severe-headache',
    'repeated-vomiting',
    'vomiting',
    'confused',
    'widespread-pain',
  ],
  'new-today': ['pale-or-blue', 'cold-limb', 'numb', 'weakness', 'both-legs-weak', 'both-legs-numb'],
  'longer-than-a-day': [
    'pale-or-blue',
    'cold-limb',
    'numb',
    'weakness',
    'tingling',
    'burning',
    'radiating',
    'limping',
    'vomiting',
    'repeated-vomiting',
    'diarrhoea',
    'widespread-pain',
  ],
  'longer-than-4-weeks': [
    'pale-or-blue',
    'cold-limb',
    'numb',
    'weakness',
    'wasting',
    'twitching',
    'clumsy-or-tripping',
    'both-legs-weak',
    'widespread-pain',
  ],
}
const likeSurgery: readonly Circumstance[] = ['lying-still', 'long-travel', 'pregnant-or-just-gave-birth']

/**
 * The circumstances to ask about: those that change what the ticked symptoms mean, and those that are ticked.
 *
 * @param isWorried whether the person has opened the worrying symptoms
 */
export function listAskedCircumstances(
  all: readonly Circumstance[],
  symptoms: readonly Symptom[],
  ticked: readonly Circumstance[],
  isWorried: boolean,
): Circumstance[] {
  const matters = (circumstance: Circumstance): boolean => {
    if (alwaysAsked.includes(circumstance)) return isWorried
    const company = askedWith[likeSurgery.includes(circumstance) ? 'surgery-or-plaster' : circumstance] ?? []
    return company.some(symptom => symptoms.includes(symptom))
  }
  return all.filter(circumstance => ticked.includes(circumstance) || matters(circumstance))
}
