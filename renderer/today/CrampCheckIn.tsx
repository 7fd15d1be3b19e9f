import type { Day } from '../../shared/contract.ts'
import { NO_CRAMP_FROM_HOUR } from '../../shared/kinds/check-in.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { clockTime, momentAtOffset } from '../../shared/time/time-zone.ts'
import { useNow } from '../data/clock.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { useDayStart } from '../data/queries.ts'
import { findCheckIn, findCrampAnswer } from '../log/day-state.ts'
import { GiveCheckIn, GivenCheckIn } from './KindCheckIn.tsx'

export interface CrampCheckInProps {
  day: Day
  dayBefore: Day
}

/** The question about the cramp-day that ended at this day's noon. */
export function CrampCheckIn({ day, dayBefore }: CrampCheckInProps) {
  const now = useNow()
  const date = addDays(day.date, -1)
  const span = `${formatDate(date, 'shortWeekday')} noon to ${formatDate(day.date, 'shortWeekday')} noon`
  // On the morning of today the span ends later than now, so the words name its beginning alone.
  const isThisMorning = calendarDate(now) === day.date && clockTime(now) < '12:00'
  const none = isThisMorning ? 'No cramp since yesterday noon' : `No cramp, ${span}`
  const answer = findCrampAnswer(day, dayBefore, now)
  const checkIn = { date, kind: 'cramp', dayStartMinutes: useDayStart() } as const
  const fromWhen = momentAtOffset(day.date, `0${NO_CRAMP_FROM_HOUR}:00`, now.offsetMinutes)
  switch (answer.state) {
    case 'too-early':
      return <span>From {formatTime(fromWhen)} you can say whether the night was free of cramps.</span>
    case 'cramps':
      return (
        <span>
          {answer.count === 1 ? '1 cramp' : `${answer.count} cramps`}, {span}
        </span>
      )
    case 'none':
      // The stored one, so that what is taken back and given again keeps its mark.
      return (
        <GivenCheckIn checkIn={findCheckIn({ ...day, date }, 'cramp') ?? checkIn} name="Cramps" text={none} />
      )
    case 'unknown':
      return <GiveCheckIn checkIn={checkIn} name="Cramps" text={none} />
  }
}
