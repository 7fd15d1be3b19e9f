/** How strong or how hard something was: a number from 0 to 10. What a word such as "hard" stands for is never settled by it. */
import { type Line, words } from './line.ts'
import type { Assumption, Question, Span } from './reading.ts'

const INTENSITY_WORD = words(
  String.raw`(?:very\s+|really\s+|quite\s+|pretty\s+)?(?:mild|light|slight|weak|gentle|easy|moderate|medium|hard|strong|bad|severe|intense|terrible|awful|excruciating|brutal|exhausting|tough|all\s+out)(?:ly)?`,
)

/** "12/10", "7.5/10": meant as a strength, and never as the date chrono would see in it. */
const OFF_SCALE = /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)?\s*(?:\/|out\s+of)\s*10(?![\p{L}\p{N}/])/iu

export interface Strength {
  readonly value: number | null
  readonly question: Question | null
  /** What a word was taken for; null where a number was given, or none. */
  readonly assumption: Assumption | null
}

/**
 * Reads "7/10", or a number after one of `names`. A word of `wordValues` is taken for its number, to be confirmed; any
 * other, or a number that is on no scale from 0 to 10, is asked about.
 *
 * @param names source of a pattern; the first one is what answers are written with
 */
export function takeStrength(
  line: Line,
  what: string,
  names: readonly [string, ...string[]],
  wordValues: Readonly<Record<string, number>> = {},
): Strength {
  const value = takeZeroToTen(line, names)
  if (value !== null) return { value, question: null, assumption: null }
  const unread = line.take(OFF_SCALE, 'strength') ?? line.take(INTENSITY_WORD, 'strength')
  if (unread === null) return { value: null, question: null, assumption: null }
  const question = ask(line, what, unread, names[0])
  const meant = wordValues[unread.text.trim().toLowerCase()]
  if (meant === undefined) return { value: null, question, assumption: null }
  const text = `“${unread.text.trim()}”: ${meant} of 10?`
  return { value: meant, question: null, assumption: { ...question, text, chosen: String(meant) } }
}

/** As `takeStrength`, where no word for it is expected. Null when there is none. */
export function takeZeroToTen(line: Line, names: readonly [string, ...string[]]): number | null {
  const name = names.join('|')
  const value = String.raw`(?<value>10|\d)`
  const found =
    line.take(
      words(String.raw`(?:(?:${name})\s*:?\s*)?(?<![\d.,/])${value}\s*(?:/|out\s+of|of)\s*10(?!/)`),
      'strength',
    ) ?? line.take(words(String.raw`(?:${name})\s*(?:of\s+|:\s*|=\s*)?${value}(?![.,/]\d)`), 'strength')
  return found ? Number(found.groups.value) : null
}

function ask(line: Line, what: string, unread: Span & { readonly text: string }, name: string): Question {
  return {
    about: 'strength',
    text: `${what}, as a whole number from 0 to 10? “${unread.text}” is none.`,
    options: [
      ...Array.from({ length: 11 }, (_, value) => ({
        label: String(value),
        line: line.replace(unread, `${name} ${value}`),
      })),
      { label: `Only note “${unread.text}”`, line: line.moveToNote([unread]) },
    ],
  }
}
