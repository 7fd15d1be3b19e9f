/** Conditions that a person can have, with what each rules out. */
import { type IdOf, type Labelled, listOf } from './list.ts'

export interface ConditionFacts extends Labelled {
  /** A clinician sets the amount to drink, so the program never suggests one. */
  readonly limitsFluid: boolean
  /** Skin may not feel that something is too hot or too cold for it. */
  readonly numbsSkin: boolean
  /** A sore or injured foot, or one that may not feel that it hurts. */
  readonly weakensFeet: boolean
  /** Tells of a pregnancy, which a report keeps to itself. */
  readonly isPregnancy: boolean
}

/** Facts of a condition that rules nothing out; each record below says what differs. */
const none = {
  limitsFluid: false,
  numbsSkin: false,
  weakensFeet: false,
  isPregnancy: false,
} as const satisfies Partial<ConditionFacts>

export const conditions = listOf<ConditionFacts>()({
  diabetes: { ...none, words: 'Diabetes', weakensFeet: true },
  'thyroid-disorder': { ...none, words: 'Thyroid disorder' },
  'kidney-disease': { ...none, words: 'Kidney disease', limitsFluid: true },
  dialysis: { ...none, words: 'Dialysis', limitsFluid: true },
  'heart-disease': { ...none, words: 'Heart disease', limitsFluid: true },
  'liver-disease': { ...none, words: 'Liver disease', limitsFluid: true },
  'fluid-restriction': { ...none, words: 'A limit on how much to drink', limitsFluid: true },
  'peripheral-artery-disease': {
    ...none,
    words: 'Poor circulation in the legs (peripheral artery disease)',
    numbsSkin: true,
    weakensFeet: true,
  },
  'varicose-veins': { ...none, words: 'Varicose veins' },
  neuropathy: { ...none, words: 'Nerve damage (neuropathy)', numbsSkin: true, weakensFeet: true },
  'sciatica-or-pinched-nerve': { ...none, words: 'Sciatica or a pinched nerve' },
  'lumbar-disc-herniation': { ...none, words: 'Slipped disc in the lower back' },
  'lumbar-stenosis': { ...none, words: 'Narrowing of the spine in the lower back' },
  'spinal-bony-overgrowth': { ...none, words: 'Bony overgrowth of the spine' },
  parkinsons: { ...none, words: 'Parkinson’s disease' },
  'motor-neurone-disease': { ...none, words: 'Motor neurone disease' },
  osteoporosis: { ...none, words: 'Osteoporosis' },
  malnutrition: { ...none, words: 'Malnutrition' },
  'gout-or-inflammation': { ...none, words: 'Gout or another inflammation' },
  infection: { ...none, words: 'An infection' },
  tendonitis: { ...none, words: 'Tendonitis', weakensFeet: true },
  'plantar-fasciitis': { ...none, words: 'Plantar fasciitis', weakensFeet: true },
  'stress-fracture': { ...none, words: 'Stress fracture', weakensFeet: true },
  'tarsal-tunnel': { ...none, words: 'Tarsal tunnel syndrome', weakensFeet: true },
  'flat-feet': { ...none, words: 'Flat feet' },
  'calcium-deficiency': { ...none, words: 'Too little calcium' },
  'menopause-or-low-oestrogen': { ...none, words: 'Menopause or low oestrogen' },
  'adolescence-growth': { ...none, words: 'Still growing' },
  cancer: { ...none, words: 'Cancer' },
  pregnant: { ...none, words: 'Pregnant', isPregnancy: true },
  lactating: { ...none, words: 'Breastfeeding', isPregnancy: true },
})
export type Condition = IdOf<typeof conditions>
