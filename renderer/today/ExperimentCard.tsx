import { Text } from '@mantine/core'
import { Link } from 'react-router'
import { trials } from '../../shared/experiments/trials.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { useExperimentNow } from '../data/experiment-queries.ts'
import { AdherenceQuestion } from '../ui/components/AdherenceQuestion.tsx'
import classes from './ExperimentCard.module.css'

/**
 * Today's instruction of the running experiment and the question about yesterday until it is answered; or the notice that
 * it is over.
 */
export function ExperimentCard({ today }: { today: CalendarDate }) {
  const { data: experiment } = useExperimentNow()
  if (experiment === undefined || experiment === null) return null
  const { subject, question, today: period, state } = experiment
  if (question === null && period === null && state === 'running') return null
  return (
    <section className={classes.card} aria-label="Your experiment">
      {question !== null && (
        <AdherenceQuestion key={question.date} experiment={experiment} question={question} today={today} />
      )}
      <Text size="sm">
        {period !== null && (
          <>
            <b>Today:</b> {trials[subject].arms[period.arm].instruction}{' '}
          </>
        )}
        {state === 'upcoming' && 'Your experiment begins tomorrow. '}
        {state === 'finished' && 'Your experiment is over. '}
        {state === 'stopped' &&
          'Your experiment has ended, because you noted a sign that a doctor should check. '}
        <Link to="/plan" className={classes.link}>
          {state === 'finished' ? 'See what it showed' : 'Your experiment'}
        </Link>
      </Text>
    </section>
  )
}
