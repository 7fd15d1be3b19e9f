/** Strength or exertion as a number or a word. A word such as "hard" is never converted without confirmation. */
import { type Asking, words } from './line.ts'
import type { Assumption } from './reading.ts'
import { askScore, type Scale, type Score, takeScore } from './scores.ts'

const INTENSITY_WORD = words(
  String.raw`(?:very\s+|really\s+|quite\s+|pretty\s+)?(?:mild|light|slight|weak|gentle|easy|moderate|medium|hard|strong|bad|severe|intense|terrible|awful|excruciating|brutal|exhausting|tough|all\s+out)(?:ly)?`,
)

export interface Strength extends Score {
  /** Number assumed for a word; null if the line gives a number, or neither. */
  readonly assumption: Assumption | null
}

/**
 * Reads "7/10", a number after a name, or a word. A word of `wordValues` becomes its number, to be confirmed; any other
 * is asked about.
 */
export function takeStrength(
  asking: Asking,
  scale: Scale,
  wordValues: Readonly<Record<string, number>> = {},
): Strength {
  const { line } = asking
  const score = takeScore(asking, scale)
  if (score.value !== null || score.question !== null) return { ...score, assumption: null }
  const word = line.take(INTENSITY_WORD, 'strength')
  if (word === null) return { value: null, question: null, assumption: null }
  const question = askScore(line, scale, word)
  const meant = wordValues[word.text.trim().toLowerCase()]
  if (meant === undefined) return { value: null, question, assumption: null }
  const text = `“${word.text.trim()}”: ${meant} of 10?`
  return { value: meant, question: null, assumption: { ...question, text, chosen: String(meant) } }
}
