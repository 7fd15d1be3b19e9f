/** Questions about a line whose answers are again lines. */
import type { Line } from './line.ts'
import type { AnswerOption, Question, Span } from './reading.ts'

/** Label of an answer, and what it writes into the line where that is not the label itself. */
type Answer = string | readonly [label: string, typed: string]

const listOptions = (answers: readonly Answer[], put: (typed: string) => string): AnswerOption[] =>
  answers.map(answer => {
    const [label, typed] = typeof answer === 'string' ? [answer, answer] : answer
    return { label, line: put(typed) }
  })

/** Question that only the person can answer, by typing into the line. */
export const askToType = (about: string, text: string): Question => ({ about, text, options: [] })

/** Question whose answers are written at the end of the line. */
export const askAtEnd = (line: Line, about: string, text: string, answers: readonly Answer[]): Question => ({
  about,
  text,
  options: listOptions(answers, typed => line.append(typed)),
})

/** Question whose answers are written in the place of some words. */
export const askInPlace = (
  line: Line,
  span: Span,
  about: string,
  text: string,
  answers: readonly Answer[],
): Question => ({ about, text, options: listOptions(answers, typed => line.replace(span, typed)) })

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
