import { Text } from '@mantine/core'
import { createContext, useContext } from 'react'
import { safetyNotes } from '../../../shared/advice/knowledge/safety-notes.ts'
import type { Unlikely } from '../../../shared/kinds/question.ts'
import classes from './FieldQuestion.module.css'

/** Questions about unlikely values, by field name. */
export type FieldQuestions = Readonly<Record<string, readonly Unlikely[]>>

const QuestionsContext = createContext<FieldQuestions>({})
export const QuestionsProvider = QuestionsContext.Provider

/** Question below a field whose value is possible but unlikely; saving again confirms it. */
export function FieldQuestion({ field }: { field: string | undefined }) {
  const questions = useContext(QuestionsContext)[field ?? ''] ?? []
  return questions.map(({ question, caution }) => (
    <div key={question} className={classes.question} data-question role="status">
      <Text size="sm">{question}</Text>
      {caution !== null && (
        <Text size="xs" c="dimmed">
          {safetyNotes[caution].text}
        </Text>
      )}
    </div>
  ))
}
