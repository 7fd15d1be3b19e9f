/**
 * Trials of statins and muscle symptoms, and when their results may be shown.
 *
 * Averages over many people must not reassure one person with a sign of harm. So the text is left out while an
 * emergency card or S4 holds, and wherever weakness, dark urine or pain in many places is logged. Figures of statins
 * that need this text as context are left out with it.
 */

import type { Symptom } from '../../kinds/symptoms.ts'
import type { ReferenceId } from './references.ts'

/** Symptoms that suppress the trials: signs of harm to muscle. Brown urine of a day counts as `dark-urine`. */
export const muscleHarmSigns = [
  'weakness',
  'both-legs-weak',
  'dark-urine',
  'widespread-pain',
  'yellow-skin-or-eyes',
] as const satisfies readonly Symptom[]

export const statinTrials = {
  /** The figure of the health records; only shown together with `trials`. */
  records:
    'In health records, treatment for cramps began 1.2 times as often after a statin was started as before.',
  trials: [
    'In a blinded trial with 60 people who had stopped a statin because of side effects, “it began when I started it and went when I stopped” did not tell the statin from a dummy.',
    'In trials with over 120,000 people, 27.1% had muscle pain or weakness with a statin and 26.6% with a dummy; in the first year, about 11 more in every 1,000. That is muscle pain, not cramps.',
  ],
  limits:
    'None of this can say what is true of you, and it is no reason to take one again. Ask your doctor; do not stop by yourself.',
  /** Replacement for all figures, where the trials may not be shown. */
  instead:
    'You also wrote down a sign such as weakness, dark urine or pain in many places, or a warning card is open. Numbers cannot judge that. Ask your doctor or pharmacist about it now; do not stop by yourself.',
  sources: ['howard-2021', 'ctt-2022', 'garrison-2012'],
} as const satisfies { readonly sources: readonly ReferenceId[] } & Record<string, unknown>
