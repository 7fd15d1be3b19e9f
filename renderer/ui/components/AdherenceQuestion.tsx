import { Button, Group, Text } from '@mantine/core'
import { useId } from 'react'
import { trials } from '../../../shared/experiments/trials.ts'
import type { ExperimentView } from '../../../shared/experiments/view.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import { useAnswerExperimentDay } from '../../data/experiment-queries.ts'
import { formatDate } from '../../data/format.ts'
import { showError } from './messages.ts'
import { useOfferUndo } from './Undo.tsx'

export interface AdherenceQuestionProps {
  experiment: Pick<ExperimentView, 'id' | 'subject'>
  question: NonNullable<ExperimentView['question']>
  today: CalendarDate
}

/** Question about adherence to the plan on one day: one click, with undo. No answer is fine, too. */
export function AdherenceQuestion({ experiment, question, today }: AdherenceQuestionProps) {
  const id = useId()
  const answerDay = useAnswerExperimentDay()
  const offerUndo = useOfferUndo()
  const { date, arm } = question
  const day = date === addDays(today, -1) ? 'Yesterday' : formatDate(date, 'weekday')

  async function answer(kept: boolean) {
    try {
      await answerDay.mutateAsync({ id: experiment.id, date, kept })
      offerUndo({
        message: kept ? `${day} counts.` : `Thank you. ${day} is left out, and that is fine.`,
        undo: () => answerDay.mutateAsync({ id: experiment.id, date, kept: null }),
        undone: `${day} has no answer again.`,
      })
    } catch (error) {
      showError(error)
    }
  }

  const words = trials[experiment.subject].arms[arm].question
  return (
    <Group role="group" aria-labelledby={id} gap="0.375rem 0.75rem">
      <Text id={id} size="sm" fw={550}>
        {day}: {words}
      </Text>
      <Group gap={6}>
        <Button size="compact-sm" variant="light" disabled={answerDay.isPending} onClick={() => answer(true)}>
          Yes
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={answerDay.isPending}
          onClick={() => answer(false)}
        >
          No
        </Button>
      </Group>
    </Group>
  )
}
