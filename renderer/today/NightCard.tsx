import { Button, SegmentedControl, Text } from '@mantine/core'
import { IconMoon } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Day } from '../../shared/contract.ts'
import type { EntryOf } from '../../shared/kinds/entry.ts'
import { beddings, night as nightKind, roomFeels, sleepPositions } from '../../shared/kinds/night.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { calendarDate, clockMinutes } from '../../shared/time/moment.ts'
import { clockTime } from '../../shared/time/time-zone.ts'
import { getNow, useClock, useNow } from '../data/clock.ts'
import { formatDuration, formatTime } from '../data/format.ts'
import { findCheckIn, findNight } from '../log/day-state.ts'
import { findDraftErrors } from '../log/draft-problems.ts'
import { blankForm, type FormOf, formOf, readForm } from '../log/kind-form.ts'
import { requestChange, useOpenForm } from '../log/requests.ts'
import { type FormName, useUnsavedForms } from '../log/unsaved-forms.ts'
import { useLog } from '../log/use-log.ts'
import { formZoneOf, whenOf } from '../log/when.ts'
import { createFieldProps } from '../ui/fields/field-props.ts'
import type { YesNoAnswer } from '../ui/fields/field-values.ts'
import { TimeInput } from '../ui/fields/TimeInput.tsx'
import { getReadable } from '../ui/fields/unread.ts'
import { ZeroToTen } from '../ui/fields/ZeroToTen.tsx'
import classes from './Card.module.css'
import { CollapsibleCard } from './CollapsibleCard.tsx'
import type { DayCardProps } from './day-card-props.ts'
import { GiveCheckIn, GivenCheckIn } from './KindCheckIn.tsx'

const shortBedding = { tight: 'Tight', loose: 'Loose', cradle: 'Off the feet' }
const shortPosition = {
  back: 'Back',
  side: 'Side',
  front: 'Front',
  'front-toes-pointed': 'Front, toes pointed',
}
const shortRoom = { cold: 'Cold', ok: 'Fine', warm: 'Warm' }
/** Minutes after midnight from which the card can also begin the coming night. */
const EVENING_MINUTES = 18 * 60

/** The night that ended on this day: two times, and a click for each thing that may go with cramps. */
export function NightCard(props: DayCardProps & { dayBefore: Day }) {
  const { day, dayBefore, isToday, profile } = props
  const date = addDays(day.date, -1)
  const night = findNight([...dayBefore.entries, ...day.entries], date)
  const given = findCheckIn(dayBefore, 'night')
  const checkIn = { date, kind: 'night', dayStartMinutes: profile.dayStartMinutes } as const
  return (
    <CollapsibleCard
      name="night"
      icon={IconMoon}
      title={isToday ? 'Last night' : 'The night before'}
      summary={summarize(night, given !== undefined)}
      footer={
        <>
          {night !== null && <span>The night that ended on this day</span>}
          {night === null && given && (
            <GivenCheckIn checkIn={given} name="Last night" text="Nothing written down" />
          )}
          {night === null && !given && (
            <GiveCheckIn checkIn={checkIn} name="Last night" text="Nothing to write down" />
          )}
          {isToday && <ToBedNow {...props} />}
        </>
      }
    >
      {/* The key takes up what the form or another click has changed. */}
      <NightFields key={night === null ? 'new' : `${night.id} ${night.editedAt}`} {...props} night={night} />
    </CollapsibleCard>
  )
}

/** Storage name of the card's unsaved values. */
const nameCard = (day: Day, night: EntryOf<'night'> | null): FormName => ({
  kind: `night-card ${day.date}`,
  entry: night,
})

function NightFields({ day, isToday, night }: DayCardProps & { night: EntryOf<'night'> | null }) {
  const clock = useClock()
  const openForm = useOpenForm()
  const log = useLog(day.date, day.shoes)
  const stored = night
    ? formOf(nightKind, night, clock.timeZone())
    : blankForm(nightKind, { date: addDays(day.date, -1), clock: '' })
  const unsaved = useUnsavedForms()
  const [values, setValues] = useState<FormOf<typeof nightKind>>(
    () => unsaved.read(nameCard(day, night), stored)?.values ?? stored,
  )
  const [problem, setProblem] = useState<string | null>(null)
  const isTyped = values.when.clock !== stored.when.clock || values.wakeClock !== stored.wakeClock
  // A click on a stored night is written at once.
  const isUnstored = isTyped || (night === null && JSON.stringify(values) !== JSON.stringify(stored))

  useEffect(() => {
    const card = nameCard(day, night)
    if (isUnstored) unsaved.keep(card, values, clock.now())
    else unsaved.forget(card)
    // Unsaved values of the new night are part of the stored one by now, or superseded.
    if (night) unsaved.forget(nameCard(day, null))
  }, [isUnstored, values, day, night, unsaved, clock])

  const store = async (changed: FormOf<typeof nightKind>) => {
    const draft = readForm(nightKind, changed, formZoneOf(night, clock.timeZone()), night)
    const [error] = Object.values(findDraftErrors(draft, clock.now()))
    setProblem(error ?? null)
    if (error !== undefined) return
    if (night) await log.change(night, draft, 'Changed the night.')
    else await log.add(draft)
  }

  /** Until there are times there is no night to change: what is clicked waits for them. */
  const change = (part: Partial<FormOf<typeof nightKind>>) => {
    const changed = { ...values, ...part }
    setValues(changed)
    if (night) store(changed)
  }

  const fieldProps = createFieldProps(values, change)

  const setBedClock = (bedClock: string) =>
    setValues({
      ...values,
      // To bed after midnight is on the date of the morning.
      when: {
        date: getReadable(bedClock) !== '' && bedClock < '12:00' ? day.date : addDays(day.date, -1),
        clock: bedClock,
      },
    })

  return (
    <>
      <div className={classes.times}>
        <TimeInput label="To bed" size="sm" value={values.when.clock} onChange={setBedClock} />
        <TimeInput
          label="Up"
          size="sm"
          value={values.wakeClock}
          onChange={wakeClock => setValues({ ...values, wakeClock })}
        />
      </div>
      {problem !== null && (
        <Text size="xs" c="red" role="alert">
          {problem}
        </Text>
      )}
      {(night === null || isTyped || (isToday && night.wakeAt === null)) && (
        <div className={classes.offers}>
          <Button
            size="compact-md"
            disabled={values.when.clock === '' || (night !== null && !isTyped)}
            loading={log.isBusy}
            onClick={() => store(values)}
          >
            {night ? 'Save times' : 'Save night'}
          </Button>
          {isToday && values.wakeClock === '' && (
            <Button
              size="compact-md"
              variant="default"
              onClick={() => {
                const wakeClock = clockTime(getNow(clock))
                setValues({ ...values, wakeClock })
                if (night) store({ ...values, wakeClock })
              }}
            >
              Up now
            </Button>
          )}
        </div>
      )}
      <ZeroToTen
        label="How disturbed"
        ends={['not at all', 'no sleep']}
        {...fieldProps('sleepDisturbance')}
      />
      <OneOf
        name="Cold legs"
        words={['no', 'yes']}
        labels={{ no: 'No', yes: 'Yes' }}
        value={values.coldLegs === '' ? null : values.coldLegs}
        onChange={coldLegs => change({ coldLegs: coldLegs satisfies YesNoAnswer })}
      />
      <OneOf name="Bedding" words={beddings.ids} labels={shortBedding} {...fieldProps('bedding')} />
      <OneOf name="Position" words={sleepPositions.ids} labels={shortPosition} {...fieldProps('position')} />
      <OneOf name="The room felt" words={roomFeels.ids} labels={shortRoom} {...fieldProps('roomFeel')} />
      {night && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => openForm(requestChange(night, clock.timeZone()))}
        >
          More about this night
        </Button>
      )}
    </>
  )
}

interface OneOfProps<Word extends string> {
  name: string
  words: readonly Word[]
  labels: Record<Word, string>
  value: Word | null
  onChange: (word: Word) => void
}

/** Segmented control for a few words, with none chosen at first. */
function OneOf<Word extends string>({ name, words, labels, value, onChange }: OneOfProps<Word>) {
  return (
    <div className={classes.question}>
      <span className={classes.questionName} aria-hidden>
        {name}
      </span>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={name}
        data={words.map(word => ({ value: word, label: labels[word] }))}
        value={value ?? ''}
        onChange={picked => {
          const word = words.find(candidate => candidate === picked)
          if (word !== undefined) onChange(word)
        }}
      />
    </div>
  )
}

/** Begins the night to come, in the evening, once. */
function ToBedNow({ day }: DayCardProps) {
  const clock = useClock()
  const now = useNow()
  const log = useLog(day.date, day.shoes)
  const isEvening = clockMinutes(now) >= EVENING_MINUTES || calendarDate(now) > day.date
  if (!isEvening || findNight(day.entries, day.date) !== null) return null
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={log.isBusy}
      onClick={() => {
        const at = getNow(clock)
        const zone = { kind: 'named', timeZone: clock.timeZone() } as const
        log.add(readForm(nightKind, blankForm(nightKind, whenOf(at)), zone, null))
      }}
    >
      To bed now
    </Button>
  )
}

function summarize(night: EntryOf<'night'> | null, isAnswered: boolean): string {
  if (night === null) return isAnswered ? 'Left blank' : 'Not logged'
  const { wakeAt } = night
  if (wakeAt === null) return `to bed ${formatTime(night)}`
  return `${formatDuration((wakeAt - night.at) / 1000)} in bed`
}
