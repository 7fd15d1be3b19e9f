import { Button, Text } from '@mantine/core'
import { findDesignName } from '../../../shared/experiments/design.ts'
import { trials } from '../../../shared/experiments/trials.ts'
import type { ExperimentView } from '../../../shared/experiments/view.ts'
import { formatDesign, stateWords, writeWashoutSentence } from '../../../shared/experiments/words.ts'
import { type CalendarDate, datesFromTo, daysBetween } from '../../../shared/time/calendar-date.ts'
import {
  useResumeExperiment,
  useStartExperiment,
  useStopExperiment,
  useWithdrawExperiment,
} from '../../data/experiment-queries.ts'
import { formatDate, formatDateRange, formatNumber } from '../../data/format.ts'
import { AdherenceQuestion } from '../../ui/components/AdherenceQuestion.tsx'
import { showError } from '../../ui/components/messages.ts'
import { useOfferUndo } from '../../ui/components/Undo.tsx'
import { DayStrip } from './DayStrip.tsx'
import classes from './Experiments.module.css'
import { StopButton } from './StopButton.tsx'

export interface RunningExperimentProps {
  experiment: ExperimentView
  today: CalendarDate
}

/** An experiment that is under way, about to begin, or was stopped today. */
export function RunningExperiment({ experiment, today }: RunningExperimentProps) {
  const { subject, design, firstDate, lastDate, state, stop, question, today: period } = experiment
  return (
    <section className={classes.running} aria-label="Your experiment">
      <header className={classes.runningHead}>
        <div>
          <h2>{trials[subject].question}</h2>
          <Text size="sm" c="dimmed">
            {stateWords[state]} · {formatDesign(design)} · {formatDateRange(firstDate, stop?.on ?? lastDate)}
          </Text>
        </div>
        <EndButton experiment={experiment} />
      </header>
      {state === 'upcoming' && (
        <p>
          It begins on {formatDate(firstDate, 'full')}. The order has been drawn. What to do is shown when
          each period begins, not before.
        </p>
      )}
      {state === 'stopped' && (
        <p>
          {experiment.canResume
            ? 'You stopped it today. Until the end of today you can continue it; after that you will see the result.'
            : 'It has ended, because you wrote down a sign that a doctor should see. That comes first.'}
        </p>
      )}
      {period !== null && (
        <div className={classes.task}>
          <p>
            <b>Today:</b> {trials[subject].arms[period.arm].instruction}
          </p>
          <Text size="sm" c="dimmed">
            Until {formatDate(period.toDate, 'short')}; the next step appears then. Day{' '}
            {formatNumber(daysBetween(firstDate, today) + 1)} of{' '}
            {formatNumber(daysBetween(firstDate, lastDate) + 1)}. {writeWashoutSentence(design)}
          </Text>
        </div>
      )}
      {question !== null && (
        <AdherenceQuestion key={question.date} experiment={experiment} question={question} today={today} />
      )}
      {state === 'running' && period === null && question === null && (
        <p>The last day is over. The result appears after noon, when that night is over too.</p>
      )}
      {state !== 'upcoming' && <DaysSoFar experiment={experiment} today={today} />}
      {state === 'running' && (
        <Text size="sm" c="dimmed">
          The two halves are not compared before the end: an early look is easily misled by a good week. Keep
          answering on Today whether you had cramps, also on days without any.
        </Text>
      )}
    </section>
  )
}

function DaysSoFar({ experiment, today }: RunningExperimentProps) {
  const { firstDate, lastDate, days } = experiment
  const kept = new Map(days.map(day => [day.date, day.kept]))
  const dates = datesFromTo(firstDate, today < lastDate ? today : lastDate).filter(
    date => date < today || kept.has(date),
  )
  if (dates.length === 0) return null
  return <DayStrip days={dates.map(date => ({ date, kept: kept.get(date) ?? null }))} />
}

/** The way out: before the first day as if it had not been, later as a stop, which the same day can take back. */
function EndButton({ experiment }: { experiment: ExperimentView }) {
  const { id, state, canResume } = experiment
  const stop = useStopExperiment()
  const resume = useResumeExperiment()
  if (state === 'upcoming') return <WithdrawButton experiment={experiment} />
  return (
    <StopButton
      {...{ id, canResume, stop, resume }}
      isRunning={state === 'running'}
      stopped="Your experiment is stopped."
    />
  )
}

/** Button that cancels an experiment before it begins. Its order has not been seen, so the undo may draw another. */
function WithdrawButton({ experiment: { id, subject, design } }: { experiment: ExperimentView }) {
  const withdraw = useWithdrawExperiment()
  const start = useStartExperiment()
  const offerUndo = useOfferUndo()

  async function takeBack() {
    try {
      await withdraw.mutateAsync(id)
      const name = findDesignName(design)
      if (name === undefined) return
      offerUndo({
        message: 'Your experiment is cancelled.',
        undo: () => start.mutateAsync({ subject, design: name }),
        undone: 'It begins after all, in a newly drawn order.',
      })
    } catch (error) {
      showError(error)
    }
  }

  return (
    <Button variant="default" loading={withdraw.isPending} onClick={takeBack}>
      Cancel it
    </Button>
  )
}
