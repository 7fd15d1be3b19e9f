/** Answers to the questions of an interpretation, round by round, as the page gives them: what is told, else what is suggested. */
import type { Answer, Answers, Interpretation } from '../../shared/history/history.ts'

export interface AnsweredHistory extends Interpretation {
  readonly answers: Answers
}

/**
 * @param told answers by the id of the question within its table: `zone`, `unit:Water`
 * @param interpret with the answers so far
 */
export function answerHistory(
  interpret: (answers: Answers) => Interpretation,
  told: Readonly<Record<string, Answer>>,
): AnsweredHistory {
  let answers: Answers = {}
  for (;;) {
    const interpretation = interpret(answers)
    const fresh = interpretation.questions.flatMap(({ id, suggested }): [string, Answer][] => {
      const answer = told[id.replace(/^[^/:]+\//, '')] ?? suggested
      return answer === null || id in answers ? [] : [[id, answer]]
    })
    if (fresh.length === 0) return { ...interpretation, answers }
    answers = { ...answers, ...Object.fromEntries(fresh) }
  }
}
