import { Fieldset, Stack } from '@mantine/core'
import type { Ref } from 'react'
import type { Answer } from '../../shared/history/history.ts'
import type { AskedQuestion } from '../../shared/history-calls.ts'
import { AnswerField } from './AnswerField.tsx'
import { ZoneAnswer } from './ZoneAnswer.tsx'

interface QuestionsProps {
  questions: readonly AskedQuestion[]
  onAnswer: (id: string, answer: Answer) => void
  /** Field of the question about the zone. */
  zoneRef: Ref<HTMLInputElement>
  ref?: Ref<HTMLDivElement>
}

/** Attribute of a question that needs its answer. */
export const OPEN_QUESTION = 'data-open-question'

/** Questions of an import, related ones together, in the order of asking. */
export function Questions({ questions, onAnswer, zoneRef, ref }: QuestionsProps) {
  const groups = [...Map.groupBy(questions, ({ group }) => group)]
  return (
    <Stack gap="md" ref={ref}>
      {groups.map(([group, ofGroup]) => (
        <Fieldset key={group} legend={group}>
          <Stack gap="md">
            {ofGroup.map(question => (
              <div
                key={question.id}
                {...{ [OPEN_QUESTION]: question.isNeeded && question.from === null ? '' : undefined }}
              >
                {question.answer.kind === 'zone' ? (
                  <ZoneAnswer
                    question={question}
                    fieldRef={zoneRef}
                    onAnswer={answer => onAnswer(question.id, answer)}
                  />
                ) : (
                  <AnswerField question={question} onAnswer={answer => onAnswer(question.id, answer)} />
                )}
              </div>
            ))}
          </Stack>
        </Fieldset>
      ))}
    </Stack>
  )
}
