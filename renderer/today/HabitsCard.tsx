import { Button } from '@mantine/core'
import { IconCheck, IconPencil, IconPlus, IconSparkles } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type DayDraft, day as dayKind, tellsAnything } from '../../shared/kinds/day.ts'
import type { EntryOf } from '../../shared/kinds/entry.ts'
import { stretch } from '../../shared/kinds/stretch.ts'
import { getNow, useClock } from '../data/clock.ts'
import { listOfKind } from '../log/day-state.ts'
import { blankForm, formOf, NOON_CLOCK, readForm } from '../log/kind-form.ts'
import { requestChange, requestNew, useOpenForm } from '../log/requests.ts'
import { useLog } from '../log/use-log.ts'
import { type ShortcutName, useShortcuts } from '../ui/components/shortcuts.ts'
import classes from './Card.module.css'
import { CollapsibleCard } from './CollapsibleCard.tsx'
import type { DayCardProps } from './day-card-props.ts'
import { KindCheckIn } from './KindCheckIn.tsx'

/** Stretch offered until the journal has one before bed. */
const firstStretch = { muscles: ['calf', 'hamstring'], durationMinutes: 3 } as const
/** Draft stored by one click on the foot exercises; other values need the form. */
const FOOT_EXERCISE_MINUTES = 5

interface DayHabit {
  readonly name: string
  readonly shortcut: ShortcutName
  readonly isDone: (day: DayDraft) => boolean
  readonly done: Partial<DayDraft>
  /** Not "no" but "not said": a click that is taken back says nothing. */
  readonly undone: Partial<DayDraft>
}

const dayHabits: readonly DayHabit[] = [
  {
    name: 'Foot exercises',
    shortcut: 'noteFootExercises',
    isDone: day => (day.footExerciseMinutes ?? 0) > 0,
    done: { footExerciseMinutes: FOOT_EXERCISE_MINUTES },
    undone: { footExerciseMinutes: null },
  },
  {
    name: 'Salty after sweat',
    shortcut: 'noteSalt',
    isDone: day => day.saltAfterSweat === true,
    done: { saltAfterSweat: true },
    undone: { saltAfterSweat: null },
  },
  {
    name: 'Hot day',
    shortcut: 'noteHeat',
    isDone: day => day.heat === 'hot',
    done: { heat: 'hot' },
    undone: { heat: null },
  },
  {
    name: 'Sick, losing fluid',
    shortcut: 'noteIllness',
    isDone: day => day.illnessWithFluidLoss === true,
    done: { illnessWithFluidLoss: true },
    undone: { illnessWithFluidLoss: null },
  },
]

/** Habits as single clicks or two-key shortcuts: stretching, and the answers about the whole day. */
export function HabitsCard(props: DayCardProps) {
  const { day, isToday, getWhen, profile } = props
  const clock = useClock()
  const openForm = useOpenForm()
  const hasStretch = profile.trackedKinds.includes('stretch')
  const hasDay = profile.trackedKinds.includes('day')
  const stretches = listOfKind(day.entries, 'stretch')
  const [told] = listOfKind(day.entries, 'day')
  const count = stretches.length + (told ? dayHabits.filter(({ isDone }) => isDone(told)).length : 0)
  const stretchHabit = useStretchHabit(props)
  const { toggle, isBusy } = useDayHabits(props, told ?? null)
  useShortcuts({
    ...(hasStretch && !stretchHabit.isDone && { noteStretch: stretchHabit.note }),
    ...(hasDay &&
      !isBusy &&
      Object.fromEntries(dayHabits.map(habit => [habit.shortcut, () => toggle(habit)]))),
  })
  const checkIn = (kind: 'stretch' | 'day', name: string, hasEntries: boolean) => (
    <div>
      <KindCheckIn day={day} kind={kind} name={name} hasEntries={hasEntries} isToday={isToday} withName />
    </div>
  )
  return (
    <CollapsibleCard
      name="habits"
      isOpenAtFirst
      icon={IconSparkles}
      title="Habits"
      summary={count > 0 && `${count} noted`}
      footer={
        <div className={classes.footers}>
          {hasStretch && checkIn('stretch', 'Stretching', stretches.length > 0)}
          {hasDay && checkIn('day', 'The day', told !== undefined)}
        </div>
      }
    >
      <div className={classes.offers}>
        {hasStretch && (
          <Habit
            isWide
            isDone={stretchHabit.isDone}
            onClick={stretchHabit.isDone ? undefined : stretchHabit.note}
          >
            Stretched before bed
          </Habit>
        )}
        {hasDay &&
          dayHabits.map(habit => (
            <Habit
              key={habit.name}
              isDone={told !== undefined && habit.isDone(told)}
              isBusy={isBusy}
              onClick={() => toggle(habit)}
            >
              {habit.name}
            </Habit>
          ))}
        {hasStretch && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label="Other stretching"
            onClick={() => openForm(requestNew('stretch', { date: day.date, getWhen }))}
          >
            Stretching
          </Button>
        )}
        {hasDay && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPencil size={14} aria-hidden />}
            aria-label="More about the day"
            onClick={() =>
              openForm(
                told ? requestChange(told, clock.timeZone()) : requestNew('day', { date: day.date, getWhen }),
              )
            }
          >
            More
          </Button>
        )}
      </div>
    </CollapsibleCard>
  )
}

/** Stretching before bed, as it was done the last time. Done, it can be taken back only in the list of entries. */
function useStretchHabit({ day, isToday, getWhen }: DayCardProps): { isDone: boolean; note: () => void } {
  const clock = useClock()
  const openForm = useOpenForm()
  const log = useLog(day.date, day.shoes)
  const usual = day.usualStretch ?? firstStretch

  function note() {
    const values = {
      ...blankForm(stretch, getWhen('22:00')),
      muscles: [...usual.muscles],
      durationMinutes: usual.durationMinutes,
      beforeBed: true,
    }
    const zone = { kind: 'named', timeZone: clock.timeZone() } as const
    if (isToday) log.add(readForm(stretch, values, zone, getNow(clock)))
    else openForm({ kind: 'stretch', entry: null, values })
  }

  return { isDone: listOfKind(day.entries, 'stretch').some(({ beforeBed }) => beforeBed), note }
}

/** Answers about the whole day, all stored in the date's single `day` entry. */
function useDayHabits(
  { day }: DayCardProps,
  told: EntryOf<'day'> | null,
): { toggle: (habit: DayHabit) => void; isBusy: boolean } {
  const clock = useClock()
  const log = useLog(day.date, day.shoes)

  function toggle({ name, isDone, done, undone }: DayHabit) {
    if (told === null) {
      const zone = { kind: 'named', timeZone: clock.timeZone() } as const
      const blank = readForm(dayKind, blankForm(dayKind, { date: day.date, clock: NOON_CLOCK }), zone, null)
      log.add({ ...blank, ...done })
    } else {
      const wasDone = isDone(told)
      const zone = { kind: 'fixed', offsetMinutes: told.offsetMinutes } as const
      const draft = {
        ...readForm(dayKind, formOf(dayKind, told, clock.timeZone()), zone, told),
        ...(wasDone ? undone : done),
      }
      const message = wasDone ? `No longer noted: ${name.toLowerCase()}.` : `Noted: ${name.toLowerCase()}.`
      if (tellsAnything(draft)) log.change(told, draft, message)
      else log.delete(told)
    }
  }

  return { toggle, isBusy: log.isBusy }
}

interface HabitProps {
  isDone: boolean
  isBusy?: boolean
  isWide?: boolean
  /** Undefined where it is done and can be taken back only in the list of entries. */
  onClick: (() => void) | undefined
  children: ReactNode
}

function Habit({ isDone, isBusy = false, isWide = false, onClick, children }: HabitProps) {
  return (
    <Button
      variant={isDone ? 'light' : 'default'}
      size="compact-md"
      aria-pressed={isDone}
      disabled={isBusy}
      className={isWide ? classes.wide : undefined}
      {...(isDone && { leftSection: <IconCheck size={14} stroke={2.4} aria-hidden /> })}
      {...(onClick && { onClick })}
    >
      {children}
    </Button>
  )
}
