import { Button, Text } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useNavigate } from 'react-router'
import type { TrackedKind } from '../../shared/journal/check-in.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { showError } from '../components/messages.ts'
import { formatDate } from '../format.ts'
import { useNowState, useSetCheckIn } from '../queries.ts'
import classes from './GapQuestions.module.css'

/** The answer that there was nothing, or nothing more where an entry does not make the day complete. */
const answers: Record<TrackedKind, string> = {
  cramp: 'No cramps',
  fluid: 'No more drinks',
  footwear: 'No shoes',
  activity: 'No activity',
  stretch: 'No stretching',
  food: 'No more of that food',
  day: 'Nothing about the day',
  night: 'Leave the night open',
}

/**
 * Asks about the last day of which something is unknown, one day at a time, for as long as somebody wants to be asked:
 * "not now" is for the rest of the session.
 */
export function GapQuestions({ today }: { today: CalendarDate }) {
  const navigate = useNavigate()
  const setCheckIn = useSetCheckIn()
  const { data: now } = useNowState()
  const [isDismissed, setIsDismissed] = useSessionStorage({
    key: `unknot-gaps-dismissed ${today}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const [latest] = now?.gaps ?? []
  if (isDismissed || now === undefined || latest === undefined) return null
  const { date } = latest
  const kinds = now.gaps.filter(gap => gap.date === date).map(({ kind }) => kind)
  return (
    <aside className={classes.gaps} aria-label="What is not known yet">
      <Text size="sm" fw={550}>
        {date === addDays(today, -1)
          ? 'Was there really nothing yesterday?'
          : `Was there really nothing on ${formatDate(date, 'weekday')}?`}
      </Text>
      <div className={classes.answers}>
        {kinds.map(kind => (
          <Button
            key={kind}
            variant="default"
            size="compact-xs"
            disabled={setCheckIn.isPending}
            onClick={() => setCheckIn.mutate({ date, kind, complete: true }, { onError: showError })}
          >
            {answers[kind]}
          </Button>
        ))}
      </div>
      <div className={classes.ways}>
        <Button variant="subtle" size="compact-xs" onClick={() => navigate(`/today/${date}`)}>
          Open that day
        </Button>
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setIsDismissed(true)}>
          Not now
        </Button>
      </div>
    </aside>
  )
}
