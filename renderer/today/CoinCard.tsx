import { Text } from '@mantine/core'
import { Link } from 'react-router'
import { getCoinAction } from '../../shared/experiments/coin-actions.ts'
import { REVEAL_FROM_HOUR } from '../../shared/experiments/coin-view.ts'
import { formatActionNames } from '../../shared/experiments/coin-words.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { momentAtOffset } from '../../shared/time/time-zone.ts'
import { useNow } from '../data/clock.ts'
import { useCoinsNow } from '../data/experiment-queries.ts'
import { formatNumber, formatTime } from '../data/format.ts'
import { CoinQuestion } from './CoinQuestion.tsx'
import classes from './ExperimentCard.module.css'

/** Coin of today, and the question about last night until it is answered; or the notice that it is settled or over. */
export function CoinCard({ today }: { today: CalendarDate }) {
  const { data: coins } = useCoinsNow()
  const { offsetMinutes } = useNow()
  if (coins === undefined || coins === null) return null
  const { actions, answered, isCoinToCome, nights, question, state, today: sides } = coins
  const settled = actions.filter(({ result }) => result !== null && result.settledOn !== null)
  const hasResult = state === 'finished' || settled.length > 0
  const evening = momentAtOffset(today, `${REVEAL_FROM_HOUR}:00`, offsetMinutes)
  return (
    <section className={classes.card} aria-label="Your coin test">
      {question !== null && (
        <CoinQuestion key={question.date} coins={coins} question={question} today={today} />
      )}
      <Text size="sm">
        {sides.map(({ arm, ...subject }) => {
          const { id, decides, [arm]: instruction } = getCoinAction(subject)
          return (
            <span key={id} className={classes.coin}>
              <b>{decides === 'night' ? 'Tonight:' : 'Today:'}</b> {instruction}.
            </span>
          )
        })}
        {isCoinToCome && (
          <span className={classes.coin}>Tonight’s coin is shown from {formatTime(evening)}.</span>
        )}
        {state === 'upcoming' && 'Your first coin is for tomorrow. '}
        {state === 'finished' &&
          (settled.length > 0 ? 'Your coin test is settled. ' : 'Your coin test is over. ')}
        {state === 'running' && settled.length > 0 && `Settled: ${formatActionNames(settled)}. `}
        {state === 'stopped' &&
          'Your coin test has ended, because you noted a sign that a doctor should check. '}
        {state === 'running' && `${formatNumber(answered)} of ${formatNumber(nights)} nights answered. `}
        <Link to="/plan" className={classes.link}>
          {hasResult ? 'See what it showed' : 'Your coin test'}
        </Link>
      </Text>
    </section>
  )
}
