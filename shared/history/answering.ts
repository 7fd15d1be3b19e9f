/** Answers that an interpretation is made with: the person's, else those of the last import, else what the reader suggests. */
import type { Answer, Answers, HistoryQuestion, Interpretation } from './history.ts'

export interface GivenAnswer {
  readonly value: Answer
  readonly from: 'person' | 'remembered' | 'suggested'
}

export interface AnsweredInterpretation {
  readonly interpretation: Interpretation
  /** Answers by question id; a question without one is open. */
  readonly given: ReadonlyMap<string, GivenAnswer>
  /** False while a needed question is open. */
  readonly isAnswered: boolean
}

/**
 * Rounds of questions that follow from answers; a table of an unknown program takes eight. A reader that asks on and on stops
 * here, with its last questions open.
 */
const MOST_ROUNDS = 16

/**
 * Interprets until no new question follows from the answers.
 *
 * @param answers of the person in this import; an empty text leaves a question open, even if it was answered before
 */
export function answerQuestions(
  interpret: (answers: Answers) => Interpretation,
  answers: Answers,
  remembered: Answers,
): AnsweredInterpretation {
  const answerOf = (question: HistoryQuestion): GivenAnswer | null => {
    const own = answers[question.id]
    if (own === '') return null
    if (own !== undefined) return fits(question, own) ? { value: own, from: 'person' } : null
    const old = remembered[question.id]
    if (old !== undefined && fits(question, old)) return { value: old, from: 'remembered' }
    return question.suggested === null ? null : { value: question.suggested, from: 'suggested' }
  }
  let given = new Map<string, GivenAnswer>()
  let interpretation = interpret({})
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = new Map(
      interpretation.questions.flatMap(question => {
        const answer = answerOf(question)
        return answer === null ? [] : [[question.id, answer] as const]
      }),
    )
    if (isSame(next, given)) break
    given = next
    interpretation = interpret(toAnswers(given))
  }
  return {
    interpretation,
    given,
    isAnswered: interpretation.questions.every(({ id, isNeeded }) => !isNeeded || given.has(id)),
  }
}

export const toAnswers = (given: ReadonlyMap<string, GivenAnswer>): Answers =>
  Object.fromEntries(Array.from(given, ([id, { value }]) => [id, value]))

const isSame = (one: ReadonlyMap<string, GivenAnswer>, other: ReadonlyMap<string, GivenAnswer>) =>
  JSON.stringify([...one]) === JSON.stringify([...other])

/** True if an answer is one that the question can have: options come and go with the file. */
function fits({ answer }: HistoryQuestion, value: Answer): boolean {
  const has = (id: string) => 'options' in answer && answer.options.some(option => option.id === id)
  switch (answer.kind) {
    case 'one':
      return typeof value === 'string' && has(value)
    case 'several':
      return typeof value !== 'string' && value.every(has)
    case 'zone':
      return true
    default:
      return typeof value === 'string'
  }
}
