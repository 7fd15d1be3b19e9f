/** Classes of medicine, and what can change about a medicine. */
import { type IdOf, type Labelled, listOf } from './list.ts'

export interface MedicineClassFacts extends Labelled {
  /** Generic names in a quick-add line; null for a class that is only chosen: any other name leaves the class open. */
  readonly names: {
    /** Source of a regular expression. */
    readonly pattern: string
    /**
     * Tells by itself that a line is about a medicine. Minerals are eaten, and "chemo" is mostly an appointment: neither does.
     */
    readonly tellsMedicine: boolean
  } | null
}

export const medicineClasses = listOf<MedicineClassFacts>()({
  'diuretic-thiazide-like': {
    words: 'Water tablet, thiazide-like',
    names: {
      pattern: 'hydrochlorothiazide|hctz|indapamide|chlort?h?alidone|bendroflumethiazide|metolazone|xipamide',
      tellsMedicine: true,
    },
  },
  'diuretic-loop': {
    words: 'Water tablet, loop diuretic',
    names: { pattern: 'furosemide|torasemide|torsemide|bumetanide', tellsMedicine: true },
  },
  'diuretic-potassium-sparing': {
    words: 'Water tablet, potassium-sparing',
    names: { pattern: 'spironolactone|eplerenone|amiloride|triamterene', tellsMedicine: true },
  },
  'diuretic-other': { words: 'Water tablet, another or not sure', names: null },
  statin: {
    words: 'Statin (for cholesterol)',
    names: {
      pattern: 'atorvastatin|simvastatin|rosuvastatin|pravastatin|fluvastatin|lovastatin|pitavastatin',
      tellsMedicine: true,
    },
  },
  'long-acting-beta-agonist': {
    words: 'Long-acting inhaler (LABA)',
    names: { pattern: 'salmeterol|formoterol|vilanterol|indacaterol|olodaterol', tellsMedicine: true },
  },
  salbutamol: {
    words: 'Salbutamol inhaler',
    names: { pattern: 'salbutamol|albuterol', tellsMedicine: true },
  },
  'calcium-channel-blocker': {
    words: 'Calcium-channel blocker (such as nifedipine)',
    names: {
      pattern: 'nifedipine|amlodipine|felodipine|lercanidipine|diltiazem|verapamil',
      tellsMedicine: true,
    },
  },
  'ace-inhibitor': {
    words: 'ACE inhibitor',
    names: { pattern: 'ramipril|lisinopril|enalapril|perindopril|captopril', tellsMedicine: true },
  },
  arb: {
    words: 'ARB (such as losartan)',
    names: {
      pattern: 'losartan|candesartan|valsartan|irbesartan|olmesartan|telmisartan',
      tellsMedicine: true,
    },
  },
  oestrogen: { words: 'Oestrogen', names: { pattern: 'o?estradiol|o?estrogens?', tellsMedicine: true } },
  raloxifene: { words: 'Raloxifene', names: { pattern: 'raloxifene', tellsMedicine: true } },
  naproxen: { words: 'Naproxen', names: { pattern: 'naproxen', tellsMedicine: true } },
  teriparatide: { words: 'Teriparatide', names: { pattern: 'teriparatide', tellsMedicine: true } },
  'iv-iron': { words: 'Iron by infusion', names: null },
  methotrexate: { words: 'Methotrexate', names: { pattern: 'methotrexate', tellsMedicine: true } },
  'cholinesterase-inhibitor': {
    words: 'Cholinesterase inhibitor (such as donepezil)',
    names: { pattern: 'donepezil|rivastigmine|galantamine|neostigmine|pyridostigmine', tellsMedicine: true },
  },
  lithium: {
    words: 'Lithium',
    names: { pattern: String.raw`lithium(?:\s+carbonate)?`, tellsMedicine: true },
  },
  'beta-blocker': {
    words: 'Beta-blocker (such as bisoprolol)',
    names: {
      pattern: 'bisoprolol|metoprolol|atenolol|propranolol|nebivolol|carvedilol|sotalol',
      tellsMedicine: true,
    },
  },
  corticosteroid: {
    words: 'Steroid tablets (corticosteroid, such as prednisolone)',
    names: {
      pattern: 'prednisolone|prednisone|methylprednisolone|dexamethasone|hydrocortisone',
      tellsMedicine: true,
    },
  },
  chemotherapy: {
    words: 'Chemotherapy (such as cisplatin or vincristine)',
    names: {
      pattern: 'cisplatin|carboplatin|oxaliplatin|vincristine|chemotherapy|chemo',
      tellsMedicine: false,
    },
  },
  quinine: { words: 'Quinine', names: { pattern: 'quinine', tellsMedicine: true } },
  'oral-calcium': {
    words: 'Calcium tablets',
    names: { pattern: String.raw`calcium(?:\s+tablets?)?`, tellsMedicine: false },
  },
  supplement: {
    words: 'Another supplement',
    names: { pattern: String.raw`magnesium|potassium|vitamin\s+\S+|zinc`, tellsMedicine: false },
  },
  other: { words: 'Something else', names: null },
})
export type MedicineClass = IdOf<typeof medicineClasses>

interface ChangeFacts extends Labelled {
  /** Text that a quick-add answer writes into the line. */
  readonly typed: string
  /** Verbs in a quick-add line; source of a regular expression. */
  readonly names: string
}

export const medicationChanges = listOf<ChangeFacts>()({
  start: { words: 'Started', typed: 'started', names: 'started|starting|start|began' },
  'dose-up': { words: 'Dose raised', typed: 'raised', names: 'raised|increased|upped|doubled' },
  'dose-down': { words: 'Dose lowered', typed: 'lowered', names: 'lowered|reduced|decreased|halved' },
  stop: { words: 'Stopped', typed: 'stopped', names: String.raw`stopped|stopping|stop|quit|came\s+off` },
})
export type MedicationChange = IdOf<typeof medicationChanges>
