/**
 * What went with a cramp: "swelling", "couldn't put weight on it". Every symptom of the journal is understood by its own
 * words and by what people type; words that may or may not mean one are asked about.
 */

import { CANNOT, type Symptom, symptoms } from '../kinds/symptoms.ts'
import { type Line, type Taken, words } from './line.ts'
import type { Question } from './reading.ts'

/** Where it was may follow, as long as it does not say on which side: "numb toes" are no place that cramped. */
const LIMB = '(?:legs?|foot|feet|calf|calves|thighs?|toes?|ankles?|shins?|arms?|hands?|fingers?)'
const PLACE = String.raw`(?:\s+(?:(?:in|of|on)\s+)?(?:(?:my|the)\s+)?${LIMB})?`
/** With a side it could also be a place that cramped. */
const SIDED_PLACE = new RegExp(
  String.raw`^\s+(?:(?:in|of|on)\s+)?(?:(?:my|the)\s+)?(?:left|right|both)\s+${LIMB}(?![\p{L}\p{N}])`,
  'iu',
)

const patternOf = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')

const patterns = symptoms.ids.map(symptom => {
  const { words: label, names } = symptoms.get(symptom)
  const source = patternOf(label)
  return { symptom, pattern: words(names === null ? source : `${source}|(?:${names})${PLACE}`) }
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
  return { symptoms: symptoms.ids.filter(symptom => told.has(symptom)), questions }
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
  const name = symptoms.words[symptom].toLowerCase()
  return {
    about: `symptom ${start}`,
    text: `“${text}${place}”: did it go with this cramp?`,
    options: [
      { label: `Yes: ${name}`, line: line.replace(span, name) },
      { label: 'Keep it as the note', line: line.moveToNote([span]) },
    ],
  }
}

const askDoubt = ({ ask, answers }: Doubt, found: Taken, line: Line): Question => ({
  about: `symptom ${found.start}`,
  text: `“${found.text}”: ${ask.charAt(0).toLowerCase()}${ask.slice(1)}`,
  options: answers.map(([label, words]) => ({
    label,
    line: words === null ? line.moveToNote([found]) : line.replace(found, words),
  })),
})
