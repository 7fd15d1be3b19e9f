/**
 * What went with a cramp: "swelling", "couldn't put weight on it". Every symptom of the journal is understood by its own
 * words and by what people type; words that may or may not mean one are asked about.
 */
import { type Symptom, symptoms } from '../kinds/cramp.ts'
import { symptomWords } from '../kinds/words.ts'
import { type Line, type Taken, words } from './line.ts'
import type { Question } from './reading.ts'

const CANNOT = String.raw`(?:can(?:no|['’]?)t|could(?:n['’]?t|\s+not)|unable\s+to|not\s+able\s+to)`

/** Sources of patterns, beside the journal's own words; null where people type nothing else. */
const typed: Record<Symptom, string | null> = {
  lump: 'lump',
  numb: 'numb(?:ness)?',
  tingling: String.raw`tingl(?:ing|y)|pins\s+and\s+needles`,
  burning: 'burning|burns?|burned',
  radiating: String.raw`radiat(?:ing|ed|es)(?:\s+(?:up|down)\s+(?:the|my)\s+leg)?|shooting\s+pain`,
  'worse-walking': String.raw`worse\s+(?:when|while|with)\s+walking`,
  weakness: String.raw`weakness|(?:is|was|felt|feels)\s+weak`,
  twitching: 'twitch(?:ing|ed|es)?',
  wasting: String.raw`wasting|muscle\s+(?:got|became)\s+thinner`,
  throbbing: String.raw`throbbing\s+(?:that\s+)?(?:stays|stayed)|(?:keeps|kept|still)\s+throbbing`,
  swelling: String.raw`swelling|swollen|swelled(?:\s+up)?`,
  'redness-or-darker-skin': String.raw`redness|reddened|red\s+skin|(?:is|was|went|turned)\s+red|darker\s+skin|discolou?red`,
  warmth: String.raw`warm\s+to\s+(?:the\s+)?touch|(?:is|was|felt|feels)\s+(?:warm|hot)`,
  spreading: 'spreading',
  'hard-veins': String.raw`hard\s+veins?`,
  'pale-or-blue': String.raw`(?:is|was|went|turned|looks?|looked)\s+(?:pale|white|blue)`,
  'cold-limb': String.raw`cold\s+(?:arm|leg|foot|hand|limb)`,
  'cannot-bear-weight': String.raw`${CANNOT}\s+(?:bear|put)\s+(?:any\s+|my\s+)?weight(?:\s+on\s+(?:it|the\s+(?:leg|foot)|my\s+(?:leg|foot)))?`,
  limping: 'limp(?:ing|ed)?',
  'clumsy-or-tripping': 'clumsy|tripp(?:ing|ed)|stumbl(?:ing|ed)',
  'pop-or-injury': String.raw`(?:(?:felt|heard)\s+a\s+)?pop(?:ped)?|bruised?|injur(?:y|ed)`,
  'widespread-pain': String.raw`(?:muscle\s+)?(?:pain|aches?|aching)\s+all\s+over`,
  wound: 'wound',
  'sore-not-healing': String.raw`sore\s+that\s+(?:does\s+not|doesn['’]?t|won['’]?t)\s+heal`,
  'foot-skin-change': 'blisters?',
  'pain-at-rest-better-hanging-down': null,
  fever: 'fever(?:ish)?',
  unwell: String.raw`(?:feeling|felt|feel)\s+(?:ill|unwell)|unwell`,
  vomiting: String.raw`vomit(?:ing|ed)|threw\s+up`,
  'repeated-vomiting': String.raw`(?:kept|keeps)\s+vomiting|vomit(?:ing|ed)\s+repeatedly`,
  diarrhoea: 'diarrh(?:o)?ea',
  'dark-urine': String.raw`(?:brown|cola[\s-]colou?red)\s+(?:urine|pee|wee)|(?:urine|pee|wee)\s+(?:is\s+|was\s+)?(?:brown|like\s+cola|cola[\s-]colou?red)`,
  'yellow-skin-or-eyes': String.raw`yellow\s+(?:skin|eyes)|jaundiced?`,
  'bruising-or-bleeding': 'bleeding',
  'hearing-or-vision-change': String.raw`ringing\s+(?:in\s+(?:the|my)\s+)?ears|tinnitus|blurred\s+(?:vision|sight)`,
  'mouth-tingling': String.raw`tingl(?:ing|y)\s+(?:mouth|lips|(?:round|around)\s+(?:the|my)\s+mouth)`,
  'severe-headache': String.raw`(?:severe|terrible|very\s+bad)\s+headache`,
  confused: 'confus(?:ed|ion)',
  seizure: 'seizure|convulsions?',
  'chest-pain': String.raw`chest\s+pains?|pain\s+in\s+(?:my|the)\s+chest`,
  breathless: String.raw`short(?:ness)?\s+of\s+breath|breathless`,
  'coughing-blood': String.raw`cough(?:ing|ed)\s+(?:up\s+)?blood`,
  'back-pain': String.raw`(?:lower\s+)?back\s+pain|pain\s+in\s+(?:my|the)\s+(?:lower\s+)?back`,
  'saddle-numbness': String.raw`numb(?:ness)?\s+between\s+(?:my|the)\s+legs`,
  'bladder-or-bowel-change': 'incontinen(?:t|ce)',
  'both-legs-weak': String.raw`both\s+legs\s+(?:are\s+|were\s+|felt\s+)?weak`,
  'both-legs-numb': String.raw`both\s+legs\s+(?:are\s+|were\s+|felt\s+)?numb`,
  'stiff-jaw': String.raw`stiff\s+jaw|lockjaw`,
  'rigid-neck-or-back': String.raw`(?:rigid|stiff)\s+(?:neck|back)`,
  'trouble-swallowing': String.raw`(?:trouble|difficulty)\s+swallowing`,
}

/** Where it was may follow, as long as it does not say on which side: "numb toes" are no place that cramped. */
const LIMB = '(?:legs?|foot|feet|calf|calves|thighs?|toes?|ankles?|shins?|arms?|hands?|fingers?)'
const PLACE = String.raw`(?:\s+(?:(?:in|of|on)\s+)?(?:(?:my|the)\s+)?${LIMB})?`
/** With a side it could also be a place that cramped. */
const SIDED_PLACE = new RegExp(
  String.raw`^\s+(?:(?:in|of|on)\s+)?(?:(?:my|the)\s+)?(?:left|right|both)\s+${LIMB}(?![\p{L}\p{N}])`,
  'iu',
)

const patternOf = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')

const entriesOf = <Key extends string, Value>(record: Record<Key, Value>) =>
  Object.entries(record) as [Key, Value][]

const patterns = entriesOf(typed).map(([symptom, source]) => {
  const label = patternOf(symptomWords[symptom])
  return { symptom, pattern: words(source === null ? label : `${label}|(?:${source})${PLACE}`) }
})

/** Nearly every line tells of none, and one look is enough for it. */
const ANY_SYMPTOM = new RegExp(patterns.map(({ pattern }) => pattern.source).join('|'), 'iu')

interface Doubt {
  readonly pattern: RegExp
  readonly ask: string
  /** What each answer puts in the place of the words; null keeps them as the note. */
  readonly answers: readonly (readonly [label: string, words: string | null])[]
}

/** What may be a symptom and may be none. The difference matters, so that it is never taken for granted. */
const doubts: readonly Doubt[] = [
  {
    pattern: words(String.raw`${CANNOT}\s+(?:walk|stand)(?:\s+(?:on\s+it|properly))?`),
    ask: 'Could you put weight on it once the cramp had gone?',
    answers: [
      ['No, not even then', 'cannot put weight on it'],
      ['Yes, it was only during the cramp', null],
    ],
  },
  {
    pattern: words(
      String.raw`(?:very\s+)?dark\s+(?:urine|pee|wee)|(?:urine|pee|wee)\s+(?:is\s+|was\s+)?(?:very\s+)?dark`,
    ),
    ask: 'Was it brown, like cola?',
    answers: [
      ['Yes, brown', 'brown urine'],
      ['No, dark yellow', null],
    ],
  },
  {
    pattern: words('throbbing|throbs|throbbed'),
    ask: 'Did the throbbing stay after the cramp had gone?',
    answers: [
      ['Yes, it stayed', 'throbbing that stayed'],
      ['No', null],
    ],
  },
]

export interface FoundSymptoms {
  readonly symptoms: Symptom[]
  readonly questions: Question[]
}

/** Whether the line tells of a symptom at all. */
export const hasSymptom = (line: Line) =>
  line.has(ANY_SYMPTOM) || doubts.some(({ pattern }) => line.has(pattern))

/** Reads every symptom, the longest words first: "both legs weak" is more than weakness. */
export function takeSymptoms(line: Line): FoundSymptoms {
  const told = new Set<Symptom>()
  const questions: Question[] = []
  for (let found = findLongest(line); found !== null; found = findLongest(line)) {
    const place = SIDED_PLACE.exec(line.open.slice(found.end))?.[0] ?? ''
    if (place === '') told.add(found.symptom)
    else questions.push(askPlaceOf(found, place, line))
    line.cover({ start: found.start, end: found.end + place.length }, 'symptom')
  }
  for (const doubt of doubts) {
    const found = line.take(doubt.pattern, 'symptom')
    if (found) questions.push(askDoubt(doubt, found, line))
  }
  return { symptoms: symptoms.filter(symptom => told.has(symptom)), questions }
}

interface FoundSymptom extends Taken {
  readonly symptom: Symptom
}

function findLongest(line: Line): FoundSymptom | null {
  if (!line.has(ANY_SYMPTOM)) return null
  const all = patterns.flatMap(({ symptom, pattern }): FoundSymptom[] => {
    const found = line.find(pattern)
    return found ? [{ ...found, symptom }] : []
  })
  return all.toSorted((a, b) => b.text.length - a.text.length)[0] ?? null
}

/** The journal keeps what went with a cramp, and not on which side that was. */
function askPlaceOf({ symptom, start, end, text }: FoundSymptom, place: string, line: Line): Question {
  const span = { start, end: end + place.length }
  return {
    about: `symptom ${start}`,
    text: `“${text}${place}”: did it go with this cramp?`,
    options: [
      {
        label: `Yes: ${symptomWords[symptom].toLowerCase()}`,
        line: line.replace(span, symptomWords[symptom].toLowerCase()),
      },
      { label: 'Keep it as the note', line: line.moveToNote([span]) },
    ],
  }
}

function askDoubt({ ask, answers }: Doubt, found: Taken, line: Line): Question {
  return {
    about: `symptom ${found.start}`,
    text: `“${found.text}”: ${ask.charAt(0).toLowerCase()}${ask.slice(1)}`,
    options: answers.map(([label, words]) => ({
      label,
      line: words === null ? line.moveToNote([found]) : line.replace(found, words),
    })),
  }
}
