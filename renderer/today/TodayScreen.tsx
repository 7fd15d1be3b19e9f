import { Alert, Button, Loader } from '@mantine/core'
import { Navigate, useParams } from 'react-router'
import { calendarDateField } from '../../shared/kinds/schemas.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { calendarDate, getFurthestClock } from '../../shared/time/moment.ts'
import { getToday, useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useDay, useDayStart, useProfile } from '../data/queries.ts'
import { DayForms } from '../log/DayForms.tsx'
import { isTold } from '../log/day-state.ts'
import { Screen } from '../ui/components/Screen.tsx'
import { DayNavigation } from './DayNavigation.tsx'
import { DayView } from './DayView.tsx'
import { FinishButton, FinishDay, useFinishState } from './finish/FinishDay.tsx'
import { ReminderQuestion } from './ReminderQuestion.tsx'
import { UnfinishedCramps } from './UnfinishedCramps.tsx'

/** A day of the journal: today, or the date in the address. */
export function TodayScreen() {
  const { date } = useParams()
  const today = getToday(useNow(), useDayStart())
  if (date === undefined) return <DayScreen date={today} today={today} />
  if (!calendarDateField.safeParse(date).success) return <Navigate to="/today" replace />
  return <DayScreen date={date} today={today} />
}

interface DayScreenProps {
  date: CalendarDate
  today: CalendarDate
}

function DayScreen({ date, today }: DayScreenProps) {
  const name = nameDay(date, today)
  const finish = useFinishState()
  return (
    <Screen
      title={name ?? formatDate(date, 'weekday')}
      lead={formatDate(date, name === null ? 'long' : 'full')}
      actions={
        <>
          {date === today && <FinishButton state={finish} today={today} />}
          <DayNavigation date={date} today={today} />
        </>
      }
    >
      <DayForms date={date}>
        <FinishDay state={finish} date={date} today={today} />
        {date === today && <UnfinishedCramps />}
        {date === today && <ReminderQuestion />}
        {date > today ? <DayAhead date={date} today={today} /> : <LoadedDay date={date} today={today} />}
      </DayForms>
    </Screen>
  )
}

/** A day that has not begun here: it is shown where it has begun elsewhere and something was written down on it. */
function DayAhead({ date, today }: DayScreenProps) {
  const day = useDay(date)
  const hasBegunSomewhere = date <= calendarDate(getFurthestClock(useNow().at))
  const hasContent = day.data !== undefined && isTold(day.data)
  if (hasBegunSomewhere && (hasContent || day.isPending)) return <LoadedDay date={date} today={today} />
  return <p>This day has not begun yet.</p>
}

function LoadedDay({ date, today }: DayScreenProps) {
  const profile = useProfile()
  const day = useDay(date)
  const dayBefore = useDay(addDays(date, -1))
  const error = profile.error ?? day.error ?? dayBefore.error
  if (error)
    return (
      <Alert color="red" title="This day could not be read">
        <p>{error.message} Nothing in your journal has changed.</p>
        <Button
          variant="default"
          onClick={() => Promise.all([profile, day, dayBefore].map(query => query.refetch()))}
        >
          Try again
        </Button>
      </Alert>
    )
  if (!day.data || !dayBefore.data || !profile.data) return <Loader aria-label="Loading the day" />
  // The key gives each day choices of its own.
  return <DayView key={date} day={day.data} dayBefore={dayBefore.data} today={today} profile={profile.data} />
}

function nameDay(date: CalendarDate, today: CalendarDate): string | null {
  if (date === today) return 'Today'
  if (date === addDays(today, -1)) return 'Yesterday'
  return null
}
