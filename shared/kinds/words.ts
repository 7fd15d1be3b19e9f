/** The words people read for the values that entries store. */

import type { TemperatureUnit, VolumeUnit } from '../locale/conventions.ts'
import type { Activity, sweatLevels } from './activity.ts'
import type {
  Circumstance,
  CrampSite,
  helpedAnswers,
  Muscle,
  OnsetPrecision,
  ReliefTechnique,
  restAnswers,
  Side,
  StateAtOnset,
  Symptom,
} from './cramp.ts'
import type { heats, urineColours } from './day.ts'
import type { EntryKind } from './entry.ts'
import type { Drink } from './fluid.ts'
import type { archSupports, cushionings, ShoeKind, shoeFits } from './footwear.ts'
import type { MedicineClass, medicationChanges } from './medication.ts'
import type { beddings, roomFeels, sleepPositions } from './night.ts'
import type { Condition, Region, sexes } from './profile.ts'

/** As it stands within a sentence; `ACE inhibitor` and the like keep their capitals. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

export const kindWords: Record<EntryKind, string> = {
  cramp: 'Cramp',
  fluid: 'Drink',
  footwear: 'Footwear',
  activity: 'Activity',
  stretch: 'Stretching',
  food: 'Food and supplements',
  day: 'The day',
  night: 'The night',
  medication: 'Medicine',
}

export const muscleWords: Record<Muscle, string> = {
  toes: 'Toes',
  arch: 'Arch of the foot',
  calf: 'Calf',
  shin: 'Shin',
  'inner-thigh': 'Inner thigh',
  hamstring: 'Back of the thigh',
  'front-thigh': 'Front of the thigh',
  hand: 'Hand',
  arm: 'Arm',
  trunk: 'Trunk',
  face: 'Face',
  other: 'Somewhere else',
}

export const sideWords: Record<Side, string> = { left: 'Left', right: 'Right', both: 'Both' }

export const onsetPrecisionWords: Record<OnsetPrecision, string> = {
  exact: 'At that time',
  about: 'About then',
  night: 'Some time in the night',
}

export const stateAtOnsetWords: Record<StateAtOnset, string> = {
  asleep: 'Asleep',
  'in-bed-awake': 'In bed, awake',
  sitting: 'Sitting',
  standing: 'Standing',
  walking: 'Walking',
  exercising: 'During sport',
  'after-exercise': 'Within 2 hours after sport',
  'in-water': 'In water',
}

export const reliefTechniqueWords: Record<ReliefTechnique, string> = {
  stretch: 'Stretched',
  'stand-or-walk': 'Stood up or walked',
  massage: 'Massaged',
  pressure: 'Pressed on it',
  'ball-roll': 'Rolled over a ball or bottle',
  heat: 'Warmth',
  cold: 'Cold',
  rest: 'Rested',
  drink: 'Drank something',
  'electrolyte-drink': 'Drank something with salts',
  'pickle-brine': 'Pickle brine',
  'pungent-drink': 'Spicy drink (ginger, cinnamon, chilli)',
  other: 'Something else',
}

export const helpedWords: Record<(typeof helpedAnswers)[number], string> = {
  no: 'Did not help',
  'a-little': 'Helped a little',
  yes: 'Helped',
}

export const symptomWords: Record<Symptom, string> = {
  lump: 'A lump or knot could be felt',
  numb: 'Numbness',
  tingling: 'Tingling',
  burning: 'Burning',
  radiating: 'Pain running up or down the leg',
  'worse-walking': 'Worse when walking',
  weakness: 'Weakness',
  twitching: 'Twitching',
  wasting: 'The muscle has become thinner',
  throbbing: 'Throbbing that stayed',
  swelling: 'Swelling',
  'redness-or-darker-skin': 'Red or darker skin',
  warmth: 'Warm to the touch',
  spreading: 'Redness or swelling that spreads',
  'hard-veins': 'Hard veins',
  'pale-or-blue': 'Pale or blue',
  'cold-limb': 'Cold arm or leg',
  'cannot-bear-weight': 'Cannot put weight on it, even after the cramp',
  limping: 'Limping',
  'clumsy-or-tripping': 'Clumsy, or tripping',
  'pop-or-injury': 'A pop, a bruise or an injury',
  'widespread-pain': 'Muscle pain in many places',
  wound: 'A wound',
  'sore-not-healing': 'A sore that has not healed for two weeks',
  'foot-skin-change': 'The foot has changed colour, shape or smell, or has a blister or cut',
  'pain-at-rest-better-hanging-down': 'Foot pain at rest, worse lying, better with the leg hanging down',
  fever: 'Fever',
  unwell: 'Feeling ill',
  vomiting: 'Vomiting',
  'repeated-vomiting': 'Vomiting again and again',
  diarrhoea: 'Diarrhoea',
  'dark-urine': 'Brown or cola-coloured urine',
  'yellow-skin-or-eyes': 'Yellow skin or eyes',
  'bruising-or-bleeding': 'Bruises or bleeding without a reason',
  'hearing-or-vision-change': 'Ringing in the ears, or a change in hearing or sight',
  'mouth-tingling': 'Tingling round the mouth',
  'severe-headache': 'Severe headache',
  confused: 'Confusion',
  seizure: 'A fit (seizure)',
  'chest-pain': 'Chest pain',
  breathless: 'Short of breath',
  'coughing-blood': 'Coughing up blood',
  'back-pain': 'Back pain',
  'saddle-numbness': 'Numbness between the legs',
  'bladder-or-bowel-change': 'A change in bladder or bowel control',
  'both-legs-weak': 'Both legs weak',
  'both-legs-numb': 'Both legs numb',
  'stiff-jaw': 'Stiff jaw',
  'rigid-neck-or-back': 'Rigid neck or back',
  'trouble-swallowing': 'Trouble swallowing',
}

export const circumstanceWords: Record<Circumstance, string> = {
  'surgery-or-plaster': 'An operation or a plaster cast in the last 4 weeks',
  'lying-still': 'Days in bed in the last 4 weeks',
  'long-travel': 'A long journey in the last 4 weeks',
  'pregnant-or-just-gave-birth': 'Pregnant, or gave birth in the last 6 weeks',
  'dirty-wound': 'A dirty wound in the last 3 weeks',
  'poison-contact': 'Contact with lead, mercury or a poison',
  'exertion-in-heat': 'Hard work or sport in the heat today',
  'new-today': 'This is new today',
  'longer-than-a-day': 'For more than a day',
  'longer-than-4-weeks': 'For more than 4 weeks',
}

export const restAnswerWords: Record<(typeof restAnswers)[number], string> = {
  yes: 'Went within 10 minutes of rest',
  no: 'Did not go with rest',
}

export const drinkWords: Record<Drink, string> = {
  water: 'Water',
  'sparkling-water': 'Sparkling water',
  tea: 'Tea',
  coffee: 'Coffee',
  milk: 'Milk',
  juice: 'Juice',
  'soft-drink': 'Soft drink',
  'diet-drink': 'Diet drink',
  'sports-drink': 'Sports drink',
  'oral-rehydration': 'Rehydration drink',
  'coconut-water': 'Coconut water',
  beer: 'Beer',
  wine: 'Wine',
  spirits: 'Spirits',
  soup: 'Soup',
  other: 'Other drink',
}

export const shoeKindWords: Record<ShoeKind, string> = {
  running: 'Running shoe',
  trainer: 'Trainer',
  work: 'Work shoe',
  dress: 'Dress shoe',
  boot: 'Boot',
  sandal: 'Sandal',
  slipper: 'Slipper',
  heels: 'High heels',
  other: 'Other',
}

export const archSupportWords: Record<(typeof archSupports)[number], string> = {
  none: 'No arch support',
  little: 'Little arch support',
  some: 'Some arch support',
  good: 'Good arch support',
}

export const shoeFitWords: Record<(typeof shoeFits)[number], string> = {
  comfortable: 'Comfortable',
  tight: 'Tight',
  narrow: 'Narrow',
  loose: 'Loose',
}

export const cushioningWords: Record<(typeof cushionings)[number], string> = {
  thin: 'Thin sole',
  medium: 'Medium sole',
  thick: 'Thick, cushioned sole',
}

export const activityWords: Record<Activity, string> = {
  walk: 'Walk',
  run: 'Run',
  cycle: 'Cycling',
  swim: 'Swim',
  'court-or-field-sport': 'Court or field sport',
  strength: 'Strength training',
  'gardening-or-housework': 'Gardening or housework',
  standing: 'Standing',
  'sitting-or-travel': 'Sitting or travel',
  other: 'Other',
}

export const sweatWords: Record<(typeof sweatLevels)[number], string> = {
  none: 'No sweat',
  light: 'Light sweat',
  moderate: 'Moderate sweat',
  heavy: 'Heavy sweat',
}

/** Sides as the name of a place holds them. */
export const siteSideWords: Record<Side, string> = { ...sideWords, both: 'on both sides' }

/** What stretching is called in a list. */
export const nameStretch = ({ beforeBed }: { readonly beforeBed: boolean }): string =>
  beforeBed ? 'Stretched before bed' : 'Stretched'

/** `Left calf`, and for both of them `Calf on both sides`, so that no word needs a plural. */
export function formatSite({ muscle, side }: CrampSite): string {
  if (side === 'both') return `${muscleWords[muscle]} ${siteSideWords.both}`
  return `${sideWords[side]} ${muscleWords[muscle].toLowerCase()}`
}

export const heatWords: Record<(typeof heats)[number], string> = { normal: 'Not hot', hot: 'Hot' }

export const urineColourWords: Record<(typeof urineColours)[number], string> = {
  '1': '1, nearly clear',
  '2': '2, very pale',
  '3': '3, pale yellow',
  '4': '4, yellow',
  '5': '5, dark yellow',
  '6': '6, amber',
  '7': '7, dark amber',
  '8': '8, orange brown',
  brown: 'Brown, like cola',
}

export const beddingWords: Record<(typeof beddings)[number], string> = {
  tight: 'Tight over the feet',
  loose: 'Loose',
  cradle: 'Held off the feet',
}

export const sleepPositionWords: Record<(typeof sleepPositions)[number], string> = {
  back: 'On the back',
  side: 'On the side',
  front: 'On the front',
  'front-toes-pointed': 'On the front, toes pointed',
}

export const roomFeelWords: Record<(typeof roomFeels)[number], string> = {
  cold: 'Cold',
  ok: 'Fine',
  warm: 'Warm',
}

export const medicineClassWords: Record<MedicineClass, string> = {
  'diuretic-thiazide-like': 'Water tablet, thiazide-like',
  'diuretic-loop': 'Water tablet, loop diuretic',
  'diuretic-potassium-sparing': 'Water tablet, potassium-sparing',
  'diuretic-other': 'Water tablet, another or not sure',
  statin: 'Statin (for cholesterol)',
  'long-acting-beta-agonist': 'Long-acting inhaler (LABA)',
  salbutamol: 'Salbutamol inhaler',
  'calcium-channel-blocker': 'Calcium-channel blocker (such as nifedipine)',
  'ace-inhibitor': 'ACE inhibitor',
  arb: 'ARB (such as losartan)',
  oestrogen: 'Oestrogen',
  raloxifene: 'Raloxifene',
  naproxen: 'Naproxen',
  teriparatide: 'Teriparatide',
  'iv-iron': 'Iron by infusion',
  methotrexate: 'Methotrexate',
  'cholinesterase-inhibitor': 'Cholinesterase inhibitor (such as donepezil)',
  lithium: 'Lithium',
  'beta-blocker': 'Beta-blocker (such as bisoprolol)',
  corticosteroid: 'Steroid tablets (corticosteroid, such as prednisolone)',
  chemotherapy: 'Chemotherapy (such as cisplatin or vincristine)',
  quinine: 'Quinine',
  'oral-calcium': 'Calcium tablets',
  supplement: 'Another supplement',
  other: 'Something else',
}

export const medicationChangeWords: Record<(typeof medicationChanges)[number], string> = {
  start: 'Started',
  'dose-up': 'Dose raised',
  'dose-down': 'Dose lowered',
  stop: 'Stopped',
}

export const sexWords: Record<(typeof sexes)[number], string> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
}

export const regionWords: Record<Region, string> = {
  uk: 'United Kingdom',
  eu: 'European Union and neighbours',
  us: 'United States and Canada',
  other: 'Somewhere else',
}

export const conditionWords: Record<Condition, string> = {
  diabetes: 'Diabetes',
  'thyroid-disorder': 'Thyroid disorder',
  'kidney-disease': 'Kidney disease',
  dialysis: 'Dialysis',
  'heart-disease': 'Heart disease',
  'liver-disease': 'Liver disease',
  'fluid-restriction': 'A limit on how much to drink',
  'peripheral-artery-disease': 'Poor circulation in the legs (peripheral artery disease)',
  'varicose-veins': 'Varicose veins',
  neuropathy: 'Nerve damage (neuropathy)',
  'sciatica-or-pinched-nerve': 'Sciatica or a pinched nerve',
  'lumbar-disc-herniation': 'Slipped disc in the lower back',
  'lumbar-stenosis': 'Narrowing of the spine in the lower back',
  'spinal-bony-overgrowth': 'Bony overgrowth of the spine',
  parkinsons: 'Parkinson’s disease',
  'motor-neurone-disease': 'Motor neurone disease',
  osteoporosis: 'Osteoporosis',
  malnutrition: 'Malnutrition',
  'gout-or-inflammation': 'Gout or another inflammation',
  infection: 'An infection',
  tendonitis: 'Tendonitis',
  'plantar-fasciitis': 'Plantar fasciitis',
  'stress-fracture': 'Stress fracture',
  'tarsal-tunnel': 'Tarsal tunnel syndrome',
  'flat-feet': 'Flat feet',
  'calcium-deficiency': 'Too little calcium',
  'menopause-or-low-oestrogen': 'Menopause or low oestrogen',
  'adolescence-growth': 'Still growing',
  cancer: 'Cancer',
  pregnant: 'Pregnant',
  lactating: 'Breastfeeding',
}

export const volumeUnitWords: Record<VolumeUnit, string> = {
  ml: 'Millilitres',
  'fl-oz-us': 'Fluid ounces (US)',
  'fl-oz-uk': 'Fluid ounces (UK)',
}

export const temperatureUnitWords: Record<TemperatureUnit, string> = {
  c: 'Celsius',
  f: 'Fahrenheit',
}
