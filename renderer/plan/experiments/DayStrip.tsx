import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { formatDate, formatNumber } from '../../data/format.ts'
import classes from './Experiments.module.css'

export interface StripDay {
  readonly date: CalendarDate
  /** Null for no answer, which is not a "no". */
  readonly kept: boolean | null
}

const words = (kept: boolean | null) =>
  kept === null ? 'no answer, left out' : kept ? 'kept to the plan' : 'not kept, left out'

/** Each day of an experiment so far: kept to the plan, not kept, or without an answer. */
export function DayStrip({ days }: { days: readonly StripDay[] }) {
  const count = (wanted: boolean | null) => days.filter(({ kept }) => kept === wanted).length
  const summary = `${formatNumber(count(true))} kept to the plan, ${formatNumber(count(false))} not, ${formatNumber(count(null))} without an answer`
  return (
    <div>
      <p className={classes.stripTitle}>
        <b>Days so far:</b> {summary}
      </p>
      <div className={classes.strip} role="img" aria-label={`Days so far: ${summary}`}>
        {days.map(({ date, kept }) => (
          <span
            key={date}
            className={classes.day}
            data-kept={kept ?? 'unknown'}
            title={`${formatDate(date, 'short')}: ${words(kept)}`}
          >
            {kept === true && <IconCheck size={12} stroke={3} />}
            {kept === false && <IconMinus size={12} stroke={3} />}
          </span>
        ))}
      </div>
    </div>
  )
}
