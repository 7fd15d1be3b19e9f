/**
 * Statements on a before-and-after comparison: its limits, and what is known of the class of medicine. The warning card
 * R10 and the chart of Insights show the same statements with the same two numbers.
 */

import type { MedicineClass } from '../../kinds/medicines.ts'
import { medicinesWithCramps } from './medicines.ts'
import type { ReferenceId } from './references.ts'
import { statinTrials } from './statin-trials.ts'

export interface Statement {
  readonly text: string
  /** Empty where the text explains the method and claims nothing about a medicine. */
  readonly sources: readonly ReferenceId[]
}

/** A statement of a card; a folded one is shown on demand. */
export interface CardStatement extends Statement {
  readonly isFolded: boolean
}

/** Limits of every before-and-after comparison: it is neither randomised, blinded nor adjusted. */
export const comparisonLimits: Statement = {
  text: 'Two periods are compared here. The season, an illness, other changes and chance are in the numbers too, and you knew what you took. They can raise the question. They cannot answer it.',
  sources: [],
}

/** Statements on classes that are not known to go with cramps, but need a comment. */
const otherClasses: Partial<Record<MedicineClass, Statement>> = {
  quinine: {
    text: 'Quinine can lessen cramps, and it can do serious harm. It is only for use with a clinician.',
    sources: ['mhra-quinine'],
  },
  supplement: {
    text: 'Of supplements, magnesium is the best studied: no clear benefit for older adults in trials.',
    sources: ['garrison-2020-review', 'roguin-maor-2017', 'barna-2021'],
  },
}

const unknownClass: Statement = {
  text: 'Unknot knows of no study that says whether this kind of medicine goes with cramps.',
  sources: [],
}

/** True if a ratio may be shown for this class: a statin's ratio only together with the trials. */
export const mayTellRatio = (medicineClass: MedicineClass, mayTellStatinTrials: boolean): boolean =>
  medicineClass !== 'statin' || mayTellStatinTrials

/** Statements on a class of medicine, shown next to its ratio. */
export function tellAboutClass(medicineClass: MedicineClass, mayTellStatinTrials: boolean): Statement[] {
  const known = medicinesWithCramps[medicineClass] ?? otherClasses[medicineClass] ?? unknownClass
  const { text, sources } = known
  if (medicineClass !== 'statin') return [{ text, sources }]
  return [{ text, sources }, tellAboutStatins(mayTellStatinTrials)]
}

/** `tellAboutClass` for a warning card, without the text on signs with a statin, which the card has anyway. */
export function tellOnCard(
  medicineClasses: readonly MedicineClass[],
  mayTellStatinTrials: boolean,
): CardStatement[] {
  const { records, trials, limits, sources } = statinTrials
  return [
    { ...comparisonLimits, isFolded: false },
    ...medicineClasses.flatMap((one): CardStatement[] => {
      if (one !== 'statin')
        return tellAboutClass(one, mayTellStatinTrials).map(statement => ({ ...statement, isFolded: true }))
      if (!mayTellStatinTrials) return [{ ...tellAboutStatins(false), isFolded: false }]
      const [first, ...others] = trials
      return [
        { text: first, sources, isFolded: false },
        { text: [...others, records, limits].join(' '), sources: [], isFolded: true },
      ]
    }),
  ]
}

/** The trials of statins with the figure of the health records, or the replacement text. */
export function tellAboutStatins(mayTellStatinTrials: boolean): Statement {
  const { records, trials, limits, instead, sources } = statinTrials
  if (!mayTellStatinTrials) return { text: instead, sources: [] }
  return { text: [records, ...trials, limits].join(' '), sources }
}
