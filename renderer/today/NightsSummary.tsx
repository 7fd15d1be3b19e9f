import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { countWeeks, writeNightsSentence, writeWeek } from '../../shared/analysis/recent-nights.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { useNow } from '../data/clock.ts'
import { useConventions } from '../data/conventions.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { useDayStart, useRecentNights } from '../data/queries.ts'
import { GiveCheckIn } from './KindCheckIn.tsx'
import classes from './NightsSummary.module.css'

/** Nights that are offered to be answered at once; older ones are remembered too poorly. */
const ASKED_AT_ONCE = 7

/** The sentence on which Today opens, with this week beside last week. Only answered nights count as calm. */
export function NightsSummary() {
  const now = useNow()
  const { firstWeekday } = useConventions()
  const { data: recent } = useRecentNights()
  const [isAnswering, setIsAnswering] = useState(false)
  if (recent === undefined) return null
  const { text, unanswered } = writeNightsSentence(recent, now, { date: formatDate, time: formatTime })
  const { thisWeek, lastWeek } = countWeeks(recent, now, firstWeekday)
  const asked = unanswered.slice(0, ASKED_AT_ONCE)
  return (
    <section aria-label="How it is going" className={classes.summary}>
      <p className={classes.sentence}>{text}</p>
      {recent.nights.length > 0 && (
        <p className={classes.weeks}>
          This week: {writeWeek(thisWeek)}.{lastWeek !== null && ` Last week: ${writeWeek(lastWeek)}.`}
        </p>
      )}
      {asked.length > 0 && (
        <Button
          variant="light"
          size="compact-md"
          aria-expanded={isAnswering}
          onClick={() => setIsAnswering(!isAnswering)}
        >
          {asked.length === 1 ? 'Answer that night' : `Answer the last ${asked.length} nights`}
        </Button>
      )}
      {isAnswering && asked.length > 0 && (
        <ul className={classes.nights} aria-label="Nights without an answer">
          {asked.map(date => (
            <NightQuestion key={date} date={date} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** One night: no cramp from noon to noon, or a day to write it down on. */
function NightQuestion({ date }: { date: CalendarDate }) {
  const dayStartMinutes = useDayStart()
  const morning = addDays(date, 1)
  const span = `${formatDate(date, 'shortWeekday')} noon to ${formatDate(morning, 'shortWeekday')} noon`
  return (
    <li className={classes.night}>
      <GiveCheckIn
        checkIn={{ date, kind: 'cramp', dayStartMinutes }}
        name={formatDate(date, 'short')}
        text={`No cramp, ${span}`}
      />
      <Link to={`/today/${morning}`} aria-label={`There was a cramp, ${span}`}>
        There was one
      </Link>
    </li>
  )
}
