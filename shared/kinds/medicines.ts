/** Classes of medicine, and what can be written down about a medicine that is taken every day. */
import { wholeWords } from '../locale/whole-words.ts'
import { type IdOf, type Labelled, listOf } from './list.ts'

export interface MedicineClassFacts extends Labelled {
  /**
   * Generic names, English and German, and common trade names, in a form or a quick-add line; null for a class that is only
   * chosen. A German name is the English one without its last letter in most cases, hence `indapamide?`.
   */
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
      pattern:
        'hydrochlorothiazide?|hctz?|microzide|esidrix|indapamide?|natrilix|lozol|chlort?h?alidone?|hygroton|bendroflumethiazide?|metolazone?|zaroxolyn|xipamide?',
      tellsMedicine: true,
    },
  },
  'diuretic-loop': {
    words: 'Water tablet, loop diuretic',
    names: {
      pattern: 'furosemide?|frusemide|lasix|torasemide?|torsemide|demadex|torem|bumetanide?|bumex|burinex',
      tellsMedicine: true,
    },
  },
  'diuretic-potassium-sparing': {
    words: 'Water tablet, potassium-sparing',
    names: {
      pattern: 'spironolactone?|aldactone?|eplerenone?|inspra|amiloride?|midamor|triamterene?',
      tellsMedicine: true,
    },
  },
  'diuretic-other': { words: 'Water tablet, another or not sure', names: null },
  statin: {
    words: 'Statin (for cholesterol)',
    names: {
      pattern:
        '(?:atorva|simva|rosuva|prava|fluva|lova|pitava)statin|lipitor|sortis|zocor|crestor|pravachol|lescol|mevacor|livalo',
      tellsMedicine: true,
    },
  },
  'long-acting-beta-agonist': {
    words: 'Long-acting inhaler (LABA)',
    names: {
      pattern:
        'salmeterol|(?:ar)?formoterol|vilanterol|indacaterol|olodaterol|serevent|foradil|symbicort|seretide|advair|viani|fostair|relvar|breo|anoro|trelegy|ultibro|onbrez|striverdi|spiolto|stiolto',
      tellsMedicine: true,
    },
  },
  salbutamol: {
    words: 'Salbutamol inhaler',
    names: { pattern: 'salbutamol|albuterol|ventolin|proventil|proair|sultanol', tellsMedicine: true },
  },
  'calcium-channel-blocker': {
    words: 'Calcium-channel blocker (such as nifedipine)',
    names: {
      pattern:
        'nifedipine?|adalat|amlodipine?|norvasc|felodipine?|lercanidipine?|nitrendipine?|diltiazem|cardizem|verapamil|isoptin',
      tellsMedicine: true,
    },
  },
  'ace-inhibitor': {
    words: 'ACE inhibitor',
    names: {
      pattern:
        'ramipril|delix|tritace|altace|lisinopril|zestril|prinivil|enalapril|vasotec|perindopril|coversyl|captopril|quinapril|benazepril|fosinopril|trandolapril',
      tellsMedicine: true,
    },
  },
  arb: {
    words: 'ARB (such as losartan)',
    names: {
      pattern:
        '(?:lo|cande|val|irbe|olme|telmi|epro|azil)sartan|cozaar|atacand|diovan|avapro|aprovel|benicar|micardis',
      tellsMedicine: true,
    },
  },
  oestrogen: {
    words: 'Oestrogen',
    names: {
      pattern: '(?:ethinyl)?o?estradiol|o?estrogens?|östrogene?|premarin|progynova|estrace|gynokadin',
      tellsMedicine: true,
    },
  },
  raloxifene: { words: 'Raloxifene', names: { pattern: 'raloxifene?|evista', tellsMedicine: true } },
  naproxen: { words: 'Naproxen', names: { pattern: 'naproxen|naprosyn|aleve', tellsMedicine: true } },
  teriparatide: {
    words: 'Teriparatide',
    names: { pattern: 'teriparatide?|forteo|forsteo', tellsMedicine: true },
  },
  'iv-iron': {
    words: 'Iron by infusion',
    names: { pattern: 'ferinject|injectafer|venofer|monofer', tellsMedicine: true },
  },
  methotrexate: { words: 'Methotrexate', names: { pattern: 'methotrexate?|mtx', tellsMedicine: true } },
  'cholinesterase-inhibitor': {
    words: 'Cholinesterase inhibitor (such as donepezil)',
    names: {
      pattern:
        'donepezil|aricept|rivastigmine?|exelon|galantamine?|reminyl|razadyne|neostigmine?|pyridostigmine?|mestinon',
      tellsMedicine: true,
    },
  },
  lithium: {
    words: 'Lithium',
    names: { pattern: String.raw`lithium(?:\s+carbonate)?|priadel|lithobid|quilonum`, tellsMedicine: true },
  },
  'beta-blocker': {
    words: 'Beta-blocker (such as bisoprolol)',
    names: {
      pattern:
        'bisoprolol|concor|metoprolol|beloc|betaloc|lopressor|toprol|atenolol|tenormin|propranolol|inderal|nebivolol|bystolic|nebilet|carvedilol|coreg|dilatrend|labetalol|nadolol|sotalol',
      tellsMedicine: true,
    },
  },
  corticosteroid: {
    words: 'Steroid tablets (corticosteroid, such as prednisolone)',
    names: {
      pattern: '(?:methyl)?prednisolone?|prednisone?|decortin|medrol|urbason|dexamethasone?|hydrocortisone?',
      tellsMedicine: true,
    },
  },
  chemotherapy: {
    words: 'Chemotherapy (such as cisplatin or vincristine)',
    names: {
      pattern: 'cisplatin|carboplatin|oxaliplatin|vincristine?|chemotherap(?:y|ie)|chemo',
      tellsMedicine: false,
    },
  },
  quinine: { words: 'Quinine', names: { pattern: 'quinine|chinin|limptar', tellsMedicine: true } },
  'oral-calcium': {
    words: 'Calcium tablets',
    names: {
      pattern: String.raw`(?:calcium|kalzium)(?:\s+(?:tablets?|carbonate))?|caltrate|adcal|calcichew`,
      tellsMedicine: false,
    },
  },
  supplement: {
    words: 'Another supplement',
    names: { pattern: String.raw`magnesium|potassium|kalium|vitamin\s+\S+|zinc|zink`, tellsMedicine: false },
  },
  other: { words: 'Something else', names: null },
})
export type MedicineClass = IdOf<typeof medicineClasses>

/** Names of medicines that are mostly taken as needed, so that a line with one is a dose. Source of a regular expression. */
export const asNeededNames =
  'ibuprofene?|nurofen|advil|motrin|paracetamol|acetaminophen|tylenol|panadol|aspirine?|diclofenac|voltaren|voltarol|metamizole?|novalgin|codeine?|co-codamol|tramadol'

/**
 * Class of a medicine by its name ("Ramipril 5 mg"); null for an unknown name. A tablet of two medicines has the first class
 * of the list, which begins with those best known for cramps.
 */
export const findMedicineClass = (name: string): MedicineClass | null =>
  medicineClasses.where(({ names }) => names !== null && wholeWords(names.pattern).test(name))[0] ?? null

interface ChangeFacts extends Labelled {
  /** Label of the choice in a form and of a quick-add answer. */
  readonly asked: string
  /** Text that a quick-add answer writes into the line. */
  readonly typed: string
  /** Verbs in a quick-add line; source of a regular expression. */
  readonly names: string
}

export const medicationChanges = listOf<ChangeFacts>()({
  /** No change: written down when the medicine has been taken for an unknown time. */
  taking: {
    words: 'Already taken',
    asked: 'I already take it',
    typed: 'already taking',
    names: String.raw`(?:am\s+)?(?:already|currently|still)\s+(?:taking|take|on)`,
  },
  start: {
    words: 'Started',
    asked: 'Started',
    typed: 'started',
    names: 'started|starting|start|began',
  },
  'dose-up': {
    words: 'Dose raised',
    asked: 'Dose raised',
    typed: 'raised',
    names: 'raised|increased|upped|doubled',
  },
  'dose-down': {
    words: 'Dose lowered',
    asked: 'Dose lowered',
    typed: 'lowered',
    names: 'lowered|reduced|decreased|halved',
  },
  stop: {
    words: 'Stopped',
    asked: 'Stopped',
    typed: 'stopped',
    names: String.raw`stopped|stopping|stop|quit|came\s+off`,
  },
})
export type MedicationChange = IdOf<typeof medicationChanges>
