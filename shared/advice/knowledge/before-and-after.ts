/**
 * Limits of a before-and-after comparison: what such a ratio can and cannot say for a class of medicine. The warning
 * card R10 and the chart of Insights show the same statements beside the same two numbers.
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

/** A statement of a card: what matters most is read at once, the rest a press away. */
export interface CardStatement extends Statement {
  readonly isFolded: boolean
}

/** The limit every comparison of this kind has. */
export const comparisonLimits: Statement = {
  text: 'Two periods are compared here. The season, an illness, other changes and chance are in the numbers too, and you knew what you took. They can raise the question. They cannot answer it.',
  sources: [],
}

/** Classes that do not count as going with cramps, and about which something has to be said all the same. */
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

/** Whether a ratio may be shown for this class: of a statin never without the trials beside it. */
export const mayTellRatio = (medicineClass: MedicineClass, mayTellStatinTrials: boolean): boolean =>
  medicineClass !== 'statin' || mayTellStatinTrials

/** What is known about a class of medicine, for beside a ratio of it. */
export function tellAboutClass(medicineClass: MedicineClass, mayTellStatinTrials: boolean): Statement[] {
  const known = medicinesWithCramps[medicineClass] ?? otherClasses[medicineClass] ?? unknownClass
  const { text, sources } = known
  if (medicineClass !== 'statin') return [{ text, sources }]
  return [{ text, sources }, tellAboutStatins(mayTellStatinTrials)]
}

/** The same for a warning card. What the card says anyway, that signs with a statin need a doctor, is not said twice. */
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

/** The trials of statins with the figure of the health records, or the advice that stands in their place. */
export function tellAboutStatins(mayTellStatinTrials: boolean): Statement {
  const { records, trials, limits, instead, sources } = statinTrials
  if (!mayTellStatinTrials) return { text: instead, sources: [] }
  return { text: [records, ...trials, limits].join(' '), sources }
}
