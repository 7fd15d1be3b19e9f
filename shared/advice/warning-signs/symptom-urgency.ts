/** How soon a symptom should be asked about: of the rules that go by it, the most urgent, alone or with others. */
import type { Symptom } from '../../kinds/cramp.ts'
import type { WarningLevel } from './rule.ts'

const symptomsOfLevel = {
  emergency: [
    'chest-pain',
    'breathless',
    'coughing-blood',
    'pale-or-blue',
    'cold-limb',
    'saddle-numbness',
    'bladder-or-bowel-change',
    'both-legs-weak',
    'both-legs-numb',
    'stiff-jaw',
    'rigid-neck-or-back',
    'trouble-swallowing',
    'seizure',
    'confused',
    'severe-headache',
    'repeated-vomiting',
  ],
  'same-day': [
    'dark-urine',
    'weakness',
    'widespread-pain',
    'yellow-skin-or-eyes',
    'bruising-or-bleeding',
    'hearing-or-vision-change',
    'mouth-tingling',
    'cannot-bear-weight',
    'pop-or-injury',
    'sore-not-healing',
    'pain-at-rest-better-hanging-down',
    'foot-skin-change',
    'wound',
    'swelling',
    'redness-or-darker-skin',
    'warmth',
    'hard-veins',
    'throbbing',
    'spreading',
    'fever',
    'unwell',
    'vomiting',
    'diarrhoea',
  ],
} as const satisfies Partial<Record<WarningLevel, readonly Symptom[]>>

const isAmong = (symptoms: readonly Symptom[], symptom: Symptom) => symptoms.includes(symptom)

/** 0 for what can mean an emergency, 1 for what can be a matter of today, 2 for everything else. */
export function getUrgency(symptom: Symptom): 0 | 1 | 2 {
  if (isAmong(symptomsOfLevel.emergency, symptom)) return 0
  return isAmong(symptomsOfLevel['same-day'], symptom) ? 1 : 2
}
