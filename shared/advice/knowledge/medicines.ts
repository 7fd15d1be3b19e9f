/**
 * Medicines that go with cramps in some people. Information only: the one advice that follows from it is a medication
 * review, never a change of medicine.
 */

import type { MedicineClass } from '../../kinds/medicines.ts'
import type { ClaimId } from './claim-id.ts'
import type { ReferenceId } from './references.ts'

export interface MedicineInformation {
  /** Summary of the evidence, in a few sentences. */
  readonly text: string
  readonly sources: readonly ReferenceId[]
  readonly claims: readonly ClaimId[]
}

const inLeaflets =
  'Cramps are listed among its side effects. How often they occur, and in whom, is not well known.'
const inLists =
  'Reference lists for doctors name muscle cramps among its side effects. How often they occur is not known.'
const waterTabletText = (times: string) =>
  `It changes the water and salts in the body. In health records of people aged 50 and over, treatment for cramps began ${times} in the year after the medicine was started as in the year before.`

/**
 * Information by class. An absent class is not known for cramps and never raises R10. The trials of statins are in
 * `statin-trials.ts`, because they must not be shown to everyone.
 */
export const medicinesWithCramps: Partial<Record<MedicineClass, MedicineInformation>> = {
  'diuretic-thiazide-like': {
    text: waterTabletText('about 1.5 times as often'),
    sources: ['garrison-2012', 'rabbitt-2016'],
    claims: ['004-09'],
  },
  'diuretic-loop': {
    text: `${waterTabletText('about 1.2 times as often')} That may be chance.`,
    sources: ['garrison-2012'],
    claims: ['004-09'],
  },
  'diuretic-potassium-sparing': {
    text: waterTabletText('about twice as often'),
    sources: ['garrison-2012', 'rabbitt-2016'],
    claims: ['004-09'],
  },
  'diuretic-other': {
    text: waterTabletText('about 1.5 times as often'),
    sources: ['garrison-2012'],
    claims: ['004-09'],
  },
  statin: {
    text: 'Some people have muscle pain or cramps with it, often in large muscles such as the thighs; why is not fully understood. With new weakness, pain all over or dark urine, ask a doctor the same day.',
    sources: ['nhs-statins'],
    claims: ['004-10'],
  },
  'long-acting-beta-agonist': {
    text: 'Treatment for cramps began about 2.4 times as often after this inhaler was started as before, the strongest link in that study.',
    sources: ['garrison-2012', 'rabbitt-2016'],
    claims: [],
  },
  salbutamol: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  'calcium-channel-blocker': {
    text: 'Two things are said of this kind, and they are about different medicines. Of nifedipine and its like: cramps are listed among their side effects. Of diltiazem: in one small old trial people had fewer cramps with it. Neither is a reason to start or to stop.',
    sources: ['allen-2012', 'katzberg-2010'],
    claims: [],
  },
  oestrogen: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  raloxifene: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  naproxen: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  teriparatide: { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  'iv-iron': { text: inLeaflets, sources: ['allen-2012'], claims: [] },
  methotrexate: {
    text: 'People who take it have reported muscle spasms. In 2020 the centre that collects such reports for the World Health Organization studied 47 of them. Reports cannot say how often it happens.',
    sources: ['who-methotrexate'],
    claims: [],
  },
  'cholinesterase-inhibitor': { text: inLists, sources: ['medicine-lists'], claims: [] },
  lithium: { text: inLists, sources: ['medicine-lists'], claims: [] },
  'beta-blocker': { text: inLists, sources: ['medicine-lists'], claims: [] },
  corticosteroid: { text: inLists, sources: ['medicine-lists'], claims: [] },
  chemotherapy: { text: inLists, sources: ['medicine-lists'], claims: [] },
}
