/** Constructors of questions. Every answer is the line with the answer written into it. */
import type { Line } from './line.ts'
import type { AnswerOption, Question, Span } from './reading.ts'

/** Label of an answer, and the text it writes into the line if that differs. */
type Answer = string | readonly [label: string, typed: string]

const listOptions = (answers: readonly Answer[], put: (typed: string) => string): AnswerOption[] =>
  answers.map(answer => {
    const [label, typed] = typeof answer === 'string' ? [answer, answer] : answer
    return { label, line: put(typed) }
  })

/** Question without offered answers; the person types into the line. */
export const askToType = (about: string, text: string): Question => ({ about, text, options: [] })

/** Question whose answers are written at the end of the line. */
export const askAtEnd = (line: Line, about: string, text: string, answers: readonly Answer[]): Question => ({
  about,
  text,
  options: listOptions(answers, typed => line.append(typed)),
})

/** Question whose answers replace a span of the line. */
export const askInPlace = (
  line: Line,
  span: Span,
  about: string,
  text: string,
  answers: readonly Answer[],
): Question => ({ about, text, options: listOptions(answers, typed => line.replace(span, typed)) })
