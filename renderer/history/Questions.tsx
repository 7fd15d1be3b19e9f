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
}

/** Questions of an import, related ones together, in the order of asking. */
export function Questions({ questions, onAnswer, zoneRef }: QuestionsProps) {
  const groups = [...Map.groupBy(questions, ({ group }) => group)]
  return (
    <Stack gap="md">
      {groups.map(([group, ofGroup]) => (
        <Fieldset key={group} legend={group}>
          <Stack gap="md">
            {ofGroup.map(question =>
              question.answer.kind === 'zone' ? (
                <ZoneAnswer
                  key={question.id}
                  question={question}
                  fieldRef={zoneRef}
                  onAnswer={answer => onAnswer(question.id, answer)}
                />
              ) : (
                <AnswerField
                  key={question.id}
                  question={question}
                  onAnswer={answer => onAnswer(question.id, answer)}
                />
              ),
            )}
          </Stack>
        </Fieldset>
      ))}
    </Stack>
  )
}
