import { type CoinSubject, getCoinAction } from '../../../shared/experiments/coin-actions.ts'
import type { CoinResult } from '../../../shared/experiments/coin-analysis.ts'
import type { CoinView } from '../../../shared/experiments/coin-view.ts'
import { formatCoins, formatCoinTest, writeCoinSentences } from '../../../shared/experiments/coin-words.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { formatDate, formatDateRange } from '../../data/format.ts'
import { formats } from '../../data/sentence-formats.ts'
import classes from './Experiments.module.css'

export interface PastCoinsProps {
  coins: CoinView
  subject: CoinSubject
  result: CoinResult
}

/** Result of an action that a coin decided, in words; the figures are behind a fold. */
export function PastCoins({ coins, subject, result }: PastCoinsProps) {
  const { question } = getCoinAction(subject)
  const { counts, verdict, gaps, followed } = writeCoinSentences(subject, result, formats)
  return (
    <section className={classes.result} aria-label={question}>
      <h3>{question}</h3>
      <p>
        <b>{verdict}</b> {counts}
      </p>
      {gaps !== '' && <p>{gaps}</p>}
      <details>
        <summary>How sure is this?</summary>
        <p>
          {describeDates(coins, result)}: {formatCoins(coins.nights, [subject])}. {followed}
        </p>
        <p>
          A night counts from noon to noon, if its cramps are known. The coin decided what was done, so this
          is more than two things happening together. It is true for you, not for others.{' '}
          {formatCoinTest(result)}
        </p>
      </details>
    </section>
  )
}

function describeDates({ firstDate, lastDate, stop }: CoinView, { settledOn }: CoinResult): string {
  if (settledOn !== null) return `${formatDateRange(firstDate, settledOn)}, settled early`
  if (stop === null) return formatDateRange(firstDate, lastDate)
  const end = addDays(stop.on, -1)
  const dates = formatDateRange(firstDate, end < firstDate ? firstDate : end)
  return stop.because === 'person'
    ? `${dates}, stopped by you on ${formatDate(stop.on)}`
    : `${dates}, ended by a sign that a doctor should see`
}
