/**
 * Reader of a cramp's symptoms: "swelling", "couldn't put weight on it". Each matches by its label and by its names;
 * ambiguous words are asked about.
 */

import type { JournalLists } from '../kinds/journal-lists.ts'
import { type BuiltInSymptom, CANNOT, type Symptom, symptoms } from '../kinds/symptoms.ts'
import { type Line, type Taken, words } from './line.ts'
import { takeOwnName } from './own-names.ts'
import type { Question } from './reading.ts'

/** Body part after a symptom, without a side: "numb toes" is not a cramp in the toes. */
const LIMB = '(?:legs?|foot|feet|calf|calves|thighs?|toes?|ankles?|shins?|arms?|hands?|fingers?)'
const PLACE = String.raw`(?:\s+(?:(?:in|of|on)\s+)?(?:(?:my|the)\s+)?${LIMB})?`
/** Body part with a side, which may also be the site of the cramp. */
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

/** Pattern of all symptoms, to skip the search in most lines. */
const ANY_SYMPTOM = new RegExp(patterns.map(({ pattern }) => pattern.source).join('|'), 'iu')

interface AmbiguousWords {
  readonly pattern: RegExp
  readonly ask: string
  /** Text that each answer puts in place of the words; null moves them to the note. */
  readonly answers: readonly (readonly [label: string, words: string | null])[]
}

/** Words that may or may not mean a symptom. Warning rules depend on the difference, so they are asked about. */
const ambiguousWords: readonly AmbiguousWords[] = [
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

/** True if the line names a symptom, or may. */
export const hasSymptom = (line: Line) =>
  line.has(ANY_SYMPTOM) || ambiguousWords.some(({ pattern }) => line.has(pattern))

/** Reads every symptom, the longest match first: "both legs weak" is more specific than weakness. */
export function takeSymptoms(line: Line, lists: JournalLists): FoundSymptoms {
  const own = new Set<Symptom>()
  for (let found = takeOwnSymptom(line, lists); found !== null; found = takeOwnSymptom(line, lists))
    own.add(found.key)
  const taken = new Set<BuiltInSymptom>()
  const questions: Question[] = []
  for (let found = findLongest(line); found !== null; found = findLongest(line)) {
    const place = SIDED_PLACE.exec(line.open.slice(found.end))?.[0] ?? ''
    if (place === '') taken.add(found.symptom)
    else questions.push(askPlaceOf(found, place, line))
    line.cover({ start: found.start, end: found.end + place.length }, 'symptom')
  }
  for (const ambiguous of ambiguousWords) {
    const found = line.take(ambiguous.pattern, 'symptom')
    if (found) questions.push(askAmbiguousWords(ambiguous, found, line))
  }
  return { symptoms: [...symptoms.ids.filter(symptom => taken.has(symptom)), ...own], questions }
}

const takeOwnSymptom = (line: Line, lists: JournalLists) => takeOwnName(line, lists, 'symptom', 'symptom')

interface FoundSymptom extends Taken {
  readonly symptom: BuiltInSymptom
}

function findLongest(line: Line): FoundSymptom | null {
  if (!line.has(ANY_SYMPTOM)) return null
  const all = patterns.flatMap(({ symptom, pattern }): FoundSymptom[] => {
    const found = line.find(pattern)
    return found ? [{ ...found, symptom }] : []
  })
  return all.toSorted((a, b) => b.text.length - a.text.length)[0] ?? null
}

/** Symptoms are stored without a side, so a side next to one is asked about. */
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

const askAmbiguousWords = ({ ask, answers }: AmbiguousWords, found: Taken, line: Line): Question => ({
  about: `symptom ${found.start}`,
  text: `“${found.text}”: ${ask.charAt(0).toLowerCase()}${ask.slice(1)}`,
  options: answers.map(([label, words]) => ({
    label,
    line: words === null ? line.moveToNote([found]) : line.replace(found, words),
  })),
})
