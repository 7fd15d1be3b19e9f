import { Button } from '@mantine/core'
import { IconPlus, IconRun } from '@tabler/icons-react'
import type { Activity } from '../../shared/kinds/activities.ts'
import { activity as activityKind } from '../../shared/kinds/activity.ts'
import { isThingKey } from '../../shared/kinds/thing-key.ts'
import { formatDuration } from '../data/format.ts'
import { useLists } from '../data/queries.ts'
import { isComplete, listOfKind } from '../log/day-state.ts'
import { blankForm } from '../log/kind-form.ts'
import { useOpenForm } from '../log/requests.ts'
import { useActivityTimer } from './activity-timer.ts'
import classes from './Card.module.css'
import { Card } from './Card.tsx'
import type { DayCardProps } from './day-card-props.ts'
import { KindCheckIn } from './KindCheckIn.tsx'
import { StartTimer, TimerLine } from './TimerLine.tsx'

const offered: readonly Activity[] = ['walk', 'run', 'standing', 'sitting-or-travel']
/** Own activities of the one-click buttons, at most. */
const OFFERED_OWN = 4

export function ActivityCard({ day, isToday, getWhen, profile }: DayCardProps) {
  const openForm = useOpenForm()
  const { activities } = useLists()
  const timer = useActivityTimer()
  const running = isToday ? timer.running : null
  const done = listOfKind(day.entries, 'activity')
  const complete = isComplete(day, 'activity', profile.dayStartMinutes)
  const minutes = done.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0)
  const open = (activity: Activity) =>
    openForm({ kind: 'activity', entry: null, values: { ...blankForm(activityKind, getWhen('')), activity } })
  return (
    <Card
      icon={IconRun}
      title="Activity"
      summary={summarize(minutes, complete)}
      footer={
        <KindCheckIn
          day={day}
          kind="activity"
          name="Activity"
          hasEntries={done.length > 0}
          isToday={isToday}
        />
      }
    >
      {running && <TimerLine date={day.date} shoes={day.shoes} running={running} timer={timer} />}
      <div className={classes.offers}>
        {[...offered, ...activities.ids.filter(isThingKey).slice(0, OFFERED_OWN)].map(activity => (
          <Button
            key={activity}
            variant="default"
            size="compact-md"
            aria-label={`Log ${activities.inText(activity)}`}
            onClick={() => open(activity)}
          >
            {activities.get(activity).words}
          </Button>
        ))}
        {isToday && running === null && <StartTimer timer={timer} />}
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label="Other activity"
          onClick={() => open('other')}
        >
          Other
        </Button>
      </div>
    </Card>
  )
}

function summarize(minutes: number, isDayComplete: boolean): string {
  if (minutes > 0) return `${formatDuration(minutes * 60)} ${isDayComplete ? 'in total' : 'so far'}`
  return isDayComplete ? 'None' : 'Not logged'
}
