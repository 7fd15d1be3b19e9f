import { Button } from '@mantine/core'
import { IconCheck, IconCircle } from '@tabler/icons-react'
import type { Day } from '../../shared/contract.ts'
import type { CheckIn, TrackedKind } from '../../shared/kinds/check-in.ts'
import { getCheckInHours } from '../../shared/kinds/day-hours.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { useDayStart } from '../data/queries.ts'
import { findCheckIn } from '../log/day-state.ts'
import classes from './Card.module.css'
import { useCheckIn } from './use-check-in.ts'

export interface KindCheckInProps {
  day: Pick<Day, 'date' | 'checkIns'>
  kind: TrackedKind
  /** Display name of the kind: "Drinks". */
  name: string
  hasEntries: boolean
  isToday: boolean
  /** Names the kind in the text, where two check-ins share a footer. */
  withName?: boolean
}

/** Lets the person say that a kind is complete for the day, which alone tells none from not logged. */
export function KindCheckIn(props: KindCheckInProps) {
  const { day, kind, name, hasEntries, isToday, withName = false } = props
  const dayStartMinutes = useDayStart()
  const given = findCheckIn(day, kind)
  const dayWords = isToday ? 'today' : 'this day'
  const none = isToday ? 'None today' : 'None on this day'
  const everything = `That is everything for ${dayWords}`
  const shown = withName && { shownName: name }
  if (given === undefined)
    return (
      <GiveCheckIn
        checkIn={{ date: day.date, kind, dayStartMinutes }}
        name={name}
        text={hasEntries ? everything : none}
        {...shown}
      />
    )
  const complete = hasEntries ? `Complete for ${dayWords}` : none
  // Given on a page whose day began at another time: it speaks of those hours.
  const ofOtherHours = `Complete ${formatHours(given)}`
  const text = given.dayStartMinutes === dayStartMinutes ? complete : ofOtherHours
  return <GivenCheckIn checkIn={given} name={name} text={text} {...shown} />
}

/** "from 00:00 on 20 Nov to 00:00 on 21 Nov". */
function formatHours(checkIn: CheckIn): string {
  const { fromWallMs, toWallMs } = getCheckInHours(checkIn)
  return [fromWallMs, toWallMs]
    .map((at, index) => {
      const moment = { at, offsetMinutes: 0 }
      return `${index === 0 ? 'from' : 'to'} ${formatTime(moment)} on ${formatDate(calendarDate(moment), 'short')}`
    })
    .join(' ')
}

interface CheckInTextProps {
  checkIn: CheckIn
  /** Display name of the kind: "Drinks". */
  name: string
  /** Answer as a button text: "None today". */
  text: string
  /** Put before the text where it would not be clear of what it speaks. */
  shownName?: string
}

/** Text for messages, which are shown far from the card: "Drinks: none today." */
const formatSaid = (name: string, text: string) => `${withShownName(text, name)}.`

const withShownName = (text: string, shownName: string | undefined) =>
  shownName === undefined ? text : `${shownName}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`

/** A check-in that was given, and the way to take it back. */
export function GivenCheckIn({ checkIn, name, text, shownName }: CheckInTextProps) {
  const answers = useCheckIn()
  return (
    <>
      <span className={classes.done}>
        <IconCheck size={16} stroke={2.4} aria-hidden />
        {withShownName(text, shownName)}
      </span>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`Take back: ${name}, ${text}`}
        className={classes.takeBack}
        loading={answers.isPending}
        onClick={() => answers.takeBack(checkIn, `Taken back: ${formatSaid(name, text)}`)}
      >
        Take back
      </Button>
    </>
  )
}

/** The button that gives a check-in. */
export function GiveCheckIn({ checkIn, name, text, shownName }: CheckInTextProps) {
  const answers = useCheckIn()
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      ml="-0.5rem"
      h="auto"
      mih="1.625rem"
      fw={500}
      classNames={{ label: classes.wrapped }}
      leftSection={<IconCircle size={16} stroke={1.8} aria-hidden />}
      aria-label={`${name}: ${text}`}
      loading={answers.isPending}
      onClick={() => answers.give(checkIn, formatSaid(name, text))}
    >
      {withShownName(text, shownName)}
    </Button>
  )
}
