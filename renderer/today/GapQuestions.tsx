import { Button, Text } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { TrackedKind } from '../../shared/kinds/check-in.ts'
import { findUnlikelyCheckIn } from '../../shared/kinds/unlikely.ts'
import { capitalize } from '../../shared/locale/capitalize.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { useCoinsNow } from '../data/experiment-queries.ts'
import { formatDate } from '../data/format.ts'
import { useDay, useDayStart, useNowState } from '../data/queries.ts'
import { sayNone } from './finish/none-answers.ts'
import classes from './GapQuestions.module.css'
import { useCheckIn } from './use-check-in.ts'

/** Questions shown at first; a new journal has a gap for nearly every kind. */
const ASKED_AT_ONCE = 3

/**
 * Asks about the last day of which something is unknown, one day at a time. "Not now" dismisses the questions until the
 * session or the day ends.
 */
export function GapQuestions({ today }: { today: CalendarDate }) {
  const { data: now } = useNowState()
  const { data: coins } = useCoinsNow()
  const [isDismissed, setIsDismissed] = useSessionStorage({
    key: `unknot-gaps-dismissed ${today}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  // The card of the coin test asks about its night's cramps.
  const coinNight = coins?.question?.asksCramps ? coins.question.date : null
  const gaps = now?.gaps.filter(({ kind, date }) => kind !== 'cramp' || date !== coinNight) ?? []
  const [latest] = gaps
  if (isDismissed || latest === undefined) return null
  const { date } = latest
  const kinds = gaps.filter(gap => gap.date === date).map(({ kind }) => kind)
  // The key folds the questions of another day again.
  return (
    <GapsOfDay key={date} date={date} kinds={kinds} today={today} onDismiss={() => setIsDismissed(true)} />
  )
}

interface GapsOfDayProps {
  date: CalendarDate
  kinds: readonly TrackedKind[]
  today: CalendarDate
  onDismiss: () => void
}

function GapsOfDay({ date, kinds, today, onDismiss }: GapsOfDayProps) {
  const navigate = useNavigate()
  const checkIn = useCheckIn()
  const dayStartMinutes = useDayStart()
  const { data: day } = useDay(date)
  const [showsAll, setShowsAll] = useState(false)
  // Until it is known what is logged, no question can be put rightly.
  if (day === undefined) return null
  const { entries } = day
  const name = date === addDays(today, -1) ? 'yesterday' : formatDate(date, 'weekday')
  const answerTo = (kind: TrackedKind) =>
    sayNone(
      kind,
      entries.some(entry => entry.kind === kind),
    )

  function give(kind: TrackedKind) {
    const said = `${capitalize(name)}: ${uncapitalize(answerTo(kind))}.`
    const questions = findUnlikelyCheckIn(kind, entries).map(({ question }) => question)
    return checkIn.give({ date, kind, dayStartMinutes }, [said, ...questions].join(' '))
  }

  return (
    <aside className={classes.gaps} aria-label="What is not known yet">
      <Text size="sm" fw={550}>
        {entries.length > 0 ? 'Was that everything' : 'Anything to add'}{' '}
        {entries.length > 0 ? (name === 'yesterday' ? name : `on ${name}`) : `for ${name}`}?
      </Text>
      <div className={classes.answers}>
        {(showsAll ? kinds : kinds.slice(0, ASKED_AT_ONCE)).map(kind => (
          <Button
            key={kind}
            variant="default"
            size="compact-xs"
            disabled={checkIn.isPending}
            onClick={() => give(kind)}
          >
            {answerTo(kind)}
          </Button>
        ))}
        {!showsAll && kinds.length > ASKED_AT_ONCE && (
          <Button variant="subtle" size="compact-xs" onClick={() => setShowsAll(true)}>
            {kinds.length - ASKED_AT_ONCE} more
          </Button>
        )}
      </div>
      <div className={classes.ways}>
        <Button variant="subtle" size="compact-xs" onClick={() => navigate(`/today/${date}`)}>
          Open that day
        </Button>
        <Button variant="subtle" color="gray" size="compact-xs" onClick={onDismiss}>
          Not now
        </Button>
      </div>
    </aside>
  )
}

const uncapitalize = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
