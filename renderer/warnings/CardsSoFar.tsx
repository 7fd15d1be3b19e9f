import { useId } from 'react'
import type { Warning } from '../../shared/advice/warning-signs/warnings.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { useClock, useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useAcknowledgeWarning, useSnoozeWarning, useWarnings } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { CardFrame } from './CardFrame.tsx'
import classes from './WarningCards.module.css'

/** Every warning card there was, for reading again: what was read or put off is never out of reach. */
export function CardsSoFar() {
  const { data: warnings = [], error } = useWarnings()
  if (error !== null) return <p role="alert">Your warning cards could not be read. {error.message}</p>
  if (warnings.length === 0) return null
  return (
    <details className={classes.soFar}>
      <summary>
        <h2>Warning cards so far ({warnings.length})</h2>
      </summary>
      <ul>
        {warnings.map(warning => (
          <li key={warning.id}>
            <CardSoFar warning={warning} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function CardSoFar({ warning }: { warning: Warning }) {
  const id = useId()
  const now = useNow().at
  const { timeZone } = useClock()
  const acknowledge = useAcknowledgeWarning()
  const snooze = useSnoozeWarning()
  const { rule, level, card, acknowledgedAt, snoozedUntil, closing } = warning
  const formatInstant = (at: number) => formatDate(calendarDate(momentOfInstant(at, timeZone())), 'short')
  const isPutOff = acknowledgedAt === null && snoozedUntil !== null && snoozedUntil > now
  const status =
    closing !== null
      ? `No longer so since ${formatInstant(closing.at)}: ${closing.text}.`
      : acknowledgedAt !== null
        ? `You read it on ${formatInstant(acknowledgedAt)}.`
        : isPutOff
          ? `Put off until ${formatInstant(snoozedUntil)}.`
          : 'It is waiting for you at the top of every screen.'

  const showAgain = () =>
    acknowledgedAt !== null
      ? acknowledge.mutate({ id: warning.id, acknowledged: false }, { onError: showError })
      : snooze.mutate({ id: warning.id, snoozed: false }, { onError: showError })

  return (
    <CardFrame
      id={id}
      rule={rule}
      level={level}
      card={card}
      date={formatDate(calendarDate(warning), 'short')}
    >
      <div className={classes.answers}>
        <p className={classes.recorded}>{status}</p>
        {closing === null && (acknowledgedAt !== null || isPutOff) && (
          <button type="button" className={classes.read} onClick={showAgain} aria-describedby={id}>
            Show it again
          </button>
        )}
      </div>
    </CardFrame>
  )
}
