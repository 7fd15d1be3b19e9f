import type { Day } from '../../shared/contract.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { useNow } from '../clock.ts'
import { formatDate } from '../format.ts'
import { findCrampAnswer } from './day-state.ts'
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
  const answer = findCrampAnswer(day, dayBefore, now)
  switch (answer.state) {
    case 'too-early':
      return <span>From noon you can say whether the night was free of cramps.</span>
    case 'cramps':
      return (
        <span>
          {answer.count === 1 ? '1 cramp' : `${answer.count} cramps`}, {span}
        </span>
      )
    case 'none':
      return <GivenCheckIn checkIn={{ date, kind: 'cramp' }} name="Cramps" text={`No cramps, ${span}`} />
    case 'unknown':
      return <GiveCheckIn checkIn={{ date, kind: 'cramp' }} name="Cramps" text={`No cramps, ${span}`} />
  }
}
