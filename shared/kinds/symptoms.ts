/** Symptoms that accompany a cramp. Every id in a warning rule has to be in this list, so that it can be entered. */
import { type IdOf, type Labelled, listOf, openListOf } from './list.ts'
import type { ThingKey } from './thing-key.ts'

/** Heading under which the form asks for a symptom. Those that often go with a cramp come first; the others worry. */
export const symptomGroups = listOf()({
  common: { words: 'Often with a cramp' },
  limb: { words: 'In the arm or leg' },
  skin: { words: 'Skin' },
  body: { words: 'The whole body' },
  'chest-back-jaw': { words: 'Chest, back and jaw' },
})
type SymptomGroup = IdOf<typeof symptomGroups>

export interface SymptomFacts extends Labelled {
  readonly group: SymptomGroup
  /** Most urgent level of the warning rules that go by it, alone or with others; null for none above routine. */
  readonly urgency: 'emergency' | 'same-day' | null
  /** Names in a quick-add line, besides its words; source of a regular expression; null where people type nothing else. */
  readonly names: string | null
}

/** "Cannot" and its like in a quick-add line; source of a regular expression. */
export const CANNOT = String.raw`(?:can(?:no|['’]?)t|could(?:n['’]?t|\s+not)|unable\s+to|not\s+able\s+to)`

export const symptoms = openListOf<SymptomFacts>()('symptom', {
  lump: { words: 'A lump or knot could be felt', group: 'common', urgency: null, names: 'lump' },
  numb: { words: 'Numbness', group: 'common', urgency: null, names: 'numb(?:ness)?' },
  tingling: {
    words: 'Tingling',
    group: 'common',
    urgency: null,
    names: String.raw`tingl(?:ing|y)|pins\s+and\s+needles`,
  },
  burning: { words: 'Burning', group: 'common', urgency: null, names: 'burning|burns?|burned' },
  weakness: {
    words: 'Weakness',
    group: 'common',
    urgency: 'same-day',
    names: String.raw`weakness|(?:is|was|felt|feels)\s+weak`,
  },
  twitching: { words: 'Twitching', group: 'common', urgency: null, names: 'twitch(?:ing|ed|es)?' },
  swelling: {
    words: 'Swelling',
    group: 'common',
    urgency: 'same-day',
    names: String.raw`swelling|swollen|swelled(?:\s+up)?`,
  },
  'redness-or-darker-skin': {
    words: 'Red or darker skin',
    group: 'common',
    urgency: 'same-day',
    names: String.raw`redness|reddened|red\s+skin|(?:is|was|went|turned)\s+red|darker\s+skin|discolou?red`,
  },
  warmth: {
    words: 'Warm to the touch',
    group: 'common',
    urgency: 'same-day',
    names: String.raw`warm\s+to\s+(?:the\s+)?touch|(?:is|was|felt|feels)\s+(?:warm|hot)`,
  },
  'cannot-bear-weight': {
    words: 'Cannot put weight on it, even after the cramp',
    group: 'common',
    urgency: 'same-day',
    names: String.raw`${CANNOT}\s+(?:bear|put)\s+(?:any\s+|my\s+)?weight(?:\s+on\s+(?:it|the\s+(?:leg|foot)|my\s+(?:leg|foot)))?`,
  },
  radiating: {
    words: 'Pain running up or down the leg',
    group: 'limb',
    urgency: null,
    names: String.raw`radiat(?:ing|ed|es)(?:\s+(?:up|down)\s+(?:the|my)\s+leg)?|shooting\s+pain`,
  },
  'worse-walking': {
    words: 'Worse when walking',
    group: 'limb',
    urgency: null,
    names: String.raw`worse\s+(?:when|while|with)\s+walking`,
  },
  throbbing: {
    words: 'Throbbing that stayed',
    group: 'limb',
    urgency: 'same-day',
    names: String.raw`throbbing\s+(?:that\s+)?(?:stays|stayed)|(?:keeps|kept|still)\s+throbbing`,
  },
  spreading: {
    words: 'Redness or swelling that spreads',
    group: 'limb',
    urgency: 'same-day',
    names: 'spreading',
  },
  'hard-veins': { words: 'Hard veins', group: 'limb', urgency: 'same-day', names: String.raw`hard\s+veins?` },
  'pale-or-blue': {
    words: 'Pale or blue',
    group: 'limb',
    urgency: 'emergency',
    names: String.raw`(?:is|was|went|turned|looks?|looked)\s+(?:pale|white|blue)`,
  },
  'cold-limb': {
    words: 'Cold arm or leg',
    group: 'limb',
    urgency: 'emergency',
    names: String.raw`cold\s+(?:arm|leg|foot|hand|limb)`,
  },
  limping: { words: 'Limping', group: 'limb', urgency: null, names: 'limp(?:ing|ed)?' },
  'clumsy-or-tripping': {
    words: 'Clumsy, or tripping',
    group: 'limb',
    urgency: null,
    names: 'clumsy|tripp(?:ing|ed)|stumbl(?:ing|ed)',
  },
  wasting: {
    words: 'The muscle has become thinner',
    group: 'limb',
    urgency: null,
    names: String.raw`wasting|muscle\s+(?:got|became)\s+thinner`,
  },
  'pop-or-injury': {
    words: 'A pop, a bruise or an injury',
    group: 'limb',
    urgency: 'same-day',
    names: String.raw`(?:(?:felt|heard)\s+a\s+)?pop(?:ped)?|bruised?|injur(?:y|ed)`,
  },
  'widespread-pain': {
    words: 'Muscle pain in many places',
    group: 'limb',
    urgency: 'same-day',
    names: String.raw`(?:muscle\s+)?(?:pain|aches?|aching)\s+all\s+over`,
  },
  'pain-at-rest-better-hanging-down': {
    words: 'Foot pain at rest, worse lying, better with the leg hanging down',
    group: 'limb',
    urgency: 'same-day',
    names: null,
  },
  wound: { words: 'A wound', group: 'skin', urgency: 'same-day', names: 'wound' },
  'sore-not-healing': {
    words: 'A sore that has not healed for two weeks',
    group: 'skin',
    urgency: 'same-day',
    names: String.raw`sore\s+that\s+(?:does\s+not|doesn['’]?t|won['’]?t)\s+heal`,
  },
  'foot-skin-change': {
    words: 'The foot has changed colour, shape or smell, or has a blister or cut',
    group: 'skin',
    urgency: 'same-day',
    names: 'blisters?',
  },
  'bruising-or-bleeding': {
    words: 'Bruises or bleeding without a reason',
    group: 'skin',
    urgency: 'same-day',
    names: 'bleeding',
  },
  fever: { words: 'Fever', group: 'body', urgency: 'same-day', names: 'fever(?:ish)?' },
  unwell: {
    words: 'Feeling ill',
    group: 'body',
    urgency: 'same-day',
    names: String.raw`(?:feeling|felt|feel)\s+(?:ill|unwell)|unwell`,
  },
  vomiting: {
    words: 'Vomiting',
    group: 'body',
    urgency: 'same-day',
    names: String.raw`vomit(?:ing|ed)|threw\s+up`,
  },
  'repeated-vomiting': {
    words: 'Vomiting again and again',
    group: 'body',
    urgency: 'emergency',
    names: String.raw`(?:kept|keeps)\s+vomiting|vomit(?:ing|ed)\s+repeatedly`,
  },
  diarrhoea: { words: 'Diarrhoea', group: 'body', urgency: 'same-day', names: 'diarrh(?:o)?ea' },
  'dark-urine': {
    words: 'Brown or cola-coloured urine',
    group: 'body',
    urgency: 'same-day',
    names: String.raw`(?:brown|cola[\s-]colou?red)\s+(?:urine|pee|wee)|(?:urine|pee|wee)\s+(?:is\s+|was\s+)?(?:brown|like\s+cola|cola[\s-]colou?red)`,
  },
  'yellow-skin-or-eyes': {
    words: 'Yellow skin or eyes',
    group: 'body',
    urgency: 'same-day',
    names: String.raw`yellow\s+(?:skin|eyes)|jaundiced?`,
  },
  'mouth-tingling': {
    words: 'Tingling round the mouth',
    group: 'body',
    urgency: 'same-day',
    names: String.raw`tingl(?:ing|y)\s+(?:mouth|lips|(?:round|around)\s+(?:the|my)\s+mouth)`,
  },
  'hearing-or-vision-change': {
    words: 'Ringing in the ears, or a change in hearing or sight',
    group: 'body',
    urgency: 'same-day',
    names: String.raw`ringing\s+(?:in\s+(?:the|my)\s+)?ears|tinnitus|blurred\s+(?:vision|sight)`,
  },
  'severe-headache': {
    words: 'Severe headache',
    group: 'body',
    urgency: 'emergency',
    names: String.raw`(?:severe|terrible|very\s+bad)\s+headache`,
  },
  confused: { words: 'Confusion', group: 'body', urgency: 'emergency', names: 'confus(?:ed|ion)' },
  seizure: { words: 'A fit (seizure)', group: 'body', urgency: 'emergency', names: 'seizure|convulsions?' },
  'chest-pain': {
    words: 'Chest pain',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: String.raw`chest\s+pains?|pain\s+in\s+(?:my|the)\s+chest`,
  },
  breathless: {
    words: 'Short of breath',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: String.raw`short(?:ness)?\s+of\s+breath|breathless`,
  },
  'coughing-blood': {
    words: 'Coughing up blood',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: String.raw`cough(?:ing|ed)\s+(?:up\s+)?blood`,
  },
  'back-pain': {
    words: 'Back pain',
    group: 'chest-back-jaw',
    urgency: null,
    names: String.raw`(?:lower\s+)?back\s+pain|pain\s+in\s+(?:my|the)\s+(?:lower\s+)?back`,
  },
  'saddle-numbness': {
    words: 'Numbness between the legs',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: String.raw`numb(?:ness)?\s+between\s+(?:my|the)\s+legs`,
  },
  'bladder-or-bowel-change': {
    words: 'A change in bladder or bowel control',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: 'incontinen(?:t|ce)',
  },
  'both-legs-weak': {
    words: 'Both legs weak',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: String.raw`both\s+legs\s+(?:are\s+|were\s+|felt\s+)?weak`,
  },
  'both-legs-numb': {
    words: 'Both legs numb',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: String.raw`both\s+legs\s+(?:are\s+|were\s+|felt\s+)?numb`,
  },
  'stiff-jaw': {
    words: 'Stiff jaw',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: String.raw`stiff\s+jaw|lockjaw`,
  },
  'rigid-neck-or-back': {
    words: 'Rigid neck or back',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: String.raw`(?:rigid|stiff)\s+(?:neck|back)`,
  },
  'trouble-swallowing': {
    words: 'Trouble swallowing',
    group: 'chest-back-jaw',
    urgency: 'emergency',
    names: String.raw`(?:trouble|difficulty)\s+swallowing`,
  },
})
/** A symptom of the list: the warning rules know these alone. */
export type BuiltInSymptom = IdOf<typeof symptoms>
/** A symptom of the list, or one of the person's own, which no rule goes by. */
export type Symptom = BuiltInSymptom | ThingKey

interface CircumstanceFacts extends Labelled {
  /** Symptoms whose weight it changes, in the warning rules; `worrying`: it matters without any, and is asked with those that worry. */
  readonly askedWith: readonly Symptom[] | 'worrying'
  /** Tells of a pregnancy, which a report keeps to itself. */
  readonly isPregnancy: boolean
}

const signsOfClot: readonly Symptom[] = [
  'swelling',
  'warmth',
  'redness-or-darker-skin',
  'hard-veins',
  'throbbing',
  'chest-pain',
  'breathless',
  'coughing-blood',
]

/** Recent events that change how soon a sign should be looked at. */
export const circumstances = listOf<CircumstanceFacts>()({
  'surgery-or-plaster': {
    words: 'An operation or a plaster cast in the last 4 weeks',
    askedWith: signsOfClot,
    isPregnancy: false,
  },
  'lying-still': { words: 'Days in bed in the last 4 weeks', askedWith: signsOfClot, isPregnancy: false },
  'long-travel': { words: 'A long journey in the last 4 weeks', askedWith: signsOfClot, isPregnancy: false },
  'pregnant-or-just-gave-birth': {
    words: 'Pregnant, or gave birth in the last 6 weeks',
    askedWith: signsOfClot,
    isPregnancy: true,
  },
  'dirty-wound': { words: 'A dirty wound in the last 3 weeks', askedWith: 'worrying', isPregnancy: false },
  'poison-contact': {
    words: 'Contact with lead, mercury or a poison',
    askedWith: 'worrying',
    isPregnancy: false,
  },
  'exertion-in-heat': {
    words: 'Hard work or sport in the heat today',
    askedWith: [
      'dark-urine',
      'severe-headache',
      'repeated-vomiting',
      'vomiting',
      'confused',
      'widespread-pain',
    ],
    isPregnancy: false,
  },
  'new-today': {
    words: 'This is new today',
    askedWith: ['pale-or-blue', 'cold-limb', 'numb', 'weakness', 'both-legs-weak', 'both-legs-numb'],
    isPregnancy: false,
  },
  'longer-than-a-day': {
    words: 'For more than a day',
    askedWith: [
      'pale-or-blue',
      'cold-limb',
      'numb',
      'weakness',
      'tingling',
      'burning',
      'radiating',
      'limping',
      'vomiting',
      'repeated-vomiting',
      'diarrhoea',
      'widespread-pain',
    ],
    isPregnancy: false,
  },
  'longer-than-4-weeks': {
    words: 'For more than 4 weeks',
    askedWith: [
      'pale-or-blue',
      'cold-limb',
      'numb',
      'weakness',
      'wasting',
      'twitching',
      'clumsy-or-tripping',
      'both-legs-weak',
      'widespread-pain',
    ],
    isPregnancy: false,
  },
})
export type Circumstance = IdOf<typeof circumstances>
