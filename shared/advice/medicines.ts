/**
 * Medicines that go with cramps in some of the people who take them. Information and no more: what is taken is never
 * changed because of a list, and the one thing to do about it is to ask for a medication review.
 */
import type { MedicineClass } from '../journal/medication.ts'
import type { SourceId } from './sources.ts'
import type { ClaimId } from './suggestion.ts'

export interface MedicineInformation {
  /** What is known, in a sentence or two. */
  readonly text: string
  readonly sources: readonly SourceId[]
  readonly claims: readonly ClaimId[]
}

const inLeaflets =
  'Cramps are listed among its side effects. How often they occur, and in whom, is not well known.'
const waterTabletText = (times: string) =>
  `It changes the water and salts in the body. In health records of people aged 50 and over, treatment for cramps began ${times} in the year after the medicine was started as in the year before.`

/** By class; a class that is not here is not known for it. */
export const medicinesWithCramps: Partial<Record<MedicineClass, MedicineInformation>> = {
  'diuretic-thiazide-like': {
    text: waterTabletText('about 1.5 times as often'),
    sources: ['garrison-2012'],
    claims: ['004-09'],
  },
  'diuretic-loop': {
    text: `${waterTabletText('about 1.2 times as often')} That may be chance.`,
    sources: ['garrison-2012'],
    claims: ['004-09'],
  },
  'diuretic-potassium-sparing': {
    text: waterTabletText('about twice as often'),
    sources: ['garrison-2012'],
    claims: ['004-09'],
  },
  'diuretic-other': {
    text: waterTabletText('about 1.5 times as often'),
    sources: ['garrison-2012'],
    claims: ['004-09'],
  },
  statin: {
    text: 'Some people have muscle pain or cramps with it, often in large muscles such as the thighs; why is not fully understood. In health records the difference was slight: treatment for cramps began 1.2 times as often after as before. With new weakness, pain all over or dark urine, ask a doctor the same day.',
    sources: ['garrison-2012'],
    claims: ['004-10'],
  },
  'long-acting-beta-agonist': {
    text: 'Treatment for cramps began about 2.4 times as often after this inhaler was started as before, the strongest link in that study.',
    sources: ['garrison-2012'],
    claims: [],
  },
  salbutamol: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  'calcium-channel-blocker': { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  oestrogen: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  raloxifene: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  naproxen: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  teriparatide: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  'iv-iron': { text: inLeaflets, sources: ['allen-2012'], claims: [] },
}
