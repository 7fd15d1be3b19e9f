import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconPlayerPlay, IconX } from '@tabler/icons-react'
import { activity } from '../../shared/kinds/activity.ts'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { MS_PER_MINUTE } from '../../shared/time/moment.ts'
import { getNow, useClock } from '../data/clock.ts'
import { useElapsedSeconds } from '../data/elapsed.ts'
import { formatDuration, formatTime } from '../data/format.ts'
import { useLists } from '../data/queries.ts'
import { blankForm, readForm } from '../log/kind-form.ts'
import { useOpenForm } from '../log/requests.ts'
import { useLog } from '../log/use-log.ts'
import { whenOf } from '../log/when.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import type { ActivityTimer, RunningActivity } from './activity-timer.ts'
import classes from './Card.module.css'

/** A clock that ran for longer was probably forgotten: the form asks how long it really was. */
const FORGOTTEN_MINUTES = 8 * 60

/** The seconds of the first minute, by which one sees that it runs; then whole minutes. */
const toShownSeconds = (seconds: number) => (seconds < 60 ? seconds : Math.floor(seconds / 60) * 60)

interface TimerLineProps {
  date: CalendarDate
  shoes: readonly Shoe[]
  running: RunningActivity
  timer: ActivityTimer
}

/** The activity whose clock is running, and its end. */
export function TimerLine({ date, shoes, running, timer }: TimerLineProps) {
  const clock = useClock()
  const elapsedSeconds = useElapsedSeconds(running.at)
  const offerUndo = useOfferUndo()
  const openForm = useOpenForm()
  const log = useLog(date, shoes)
  const { activities } = useLists()
  const name = activities.get(running.activity).words
  const inText = activities.inText(running.activity)

  async function stop() {
    // At least a minute: less than that is no entry, and the clock may have been set back.
    const minutes = Math.max(1, Math.round((clock.now() - running.at) / MS_PER_MINUTE))
    const values = {
      ...blankForm(activity, whenOf(running)),
      activity: running.activity,
      durationMinutes: minutes,
    }
    if (minutes > FORGOTTEN_MINUTES) {
      openForm({ kind: 'activity', entry: null, values: { ...values, durationMinutes: '' } }, timer.clear)
      return
    }
    const zone = { kind: 'named', timeZone: clock.timeZone() } as const
    if (await log.add(readForm(activity, values, zone, running))) timer.clear()
  }

  function throwAway() {
    timer.clear()
    offerUndo({
      message: `Discarded the timer for ${inText}.`,
      undo: async () => {
        if (timer.isRunning()) throw new Error('Another timer is running now. Stop that one first.')
        timer.start(running)
      },
      undone: 'It is running again, as if it had never stopped.',
    })
  }

  return (
    <div className={classes.current}>
      <div>
        <div className={classes.currentName}>{name}</div>
        <div className={classes.currentSince}>
          since {formatTime(running)}, {formatDuration(toShownSeconds(elapsedSeconds))}
        </div>
      </div>
      <Button
        variant="light"
        size="compact-md"
        loading={log.isBusy}
        aria-label={`Stop ${inText}`}
        onClick={stop}
      >
        Stop
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Discard the timer for ${inText}`}
        title="Discard"
        onClick={throwAway}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}

/** Starts the clock of an activity. */
export function StartTimer({ timer }: { timer: ActivityTimer }) {
  const clock = useClock()
  const { activities } = useLists()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          aria-label="Start a timer"
        >
          Timer
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {activities.ids.map(activity => (
          <Menu.Item key={activity} onClick={() => timer.start({ activity, ...getNow(clock) })}>
            {activities.get(activity).words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
