import { Button } from '@mantine/core'
import type { CheckedDay, TrackedKind } from '../../shared/kinds/check-in.ts'
import type { OwnFactor } from '../../shared/kinds/own-factor.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import type { CheckedFactor } from '../../shared/quick-add/reading.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useDay, useOwnFactors } from '../data/queries.ts'
import { findCheckIn, findCrampAnswer, findFactorCheckIn } from '../log/day-state.ts'
import { ignoreHeldKey } from './held-key.ts'
import classes from './QuickAdd.module.css'

export interface CheckInInterpretationProps {
  checkIn: CheckedDay | CheckedFactor
  today: CalendarDate
  isStoring: boolean
  onSave: (name: string) => void
}

const noneWords: Record<TrackedKind, string> = {
  cramp: 'No cramps',
  fluid: 'No drinks',
  footwear: 'No shoes',
  activity: 'No activity',
  stretch: 'No stretching',
  food: 'No food',
  day: 'Nothing special that day',
  night: 'Nothing about the night',
}

/** Preview of a check-in ("no drinks yesterday"), with the button that stores it if the journal accepts it. */
export function CheckInInterpretation(props: CheckInInterpretationProps) {
  const { checkIn, today, isStoring, onSave } = props
  const { data: factors = [] } = useOwnFactors()
  const name = `${nameNone(checkIn, factors)}, ${formatSpan(checkIn, today)}`
  const known = useKnown(checkIn)
  if (known === null) return null
  return (
    <section className={classes.interpretation} aria-label="This would be stored">
      <div className={classes.entry}>
        <div className={classes.title}>{name}</div>
        {known.text !== null && <div className={classes.unlikely}>{known.text}</div>}
      </div>
      {known.isOpen && (
        <Button loading={isStoring} onKeyDown={ignoreHeldKey} onClick={() => onSave(name)}>
          Store
        </Button>
      )}
    </section>
  )
}

function nameNone(checkIn: CheckedDay | CheckedFactor, factors: readonly OwnFactor[]): string {
  if ('kind' in checkIn) return noneWords[checkIn.kind]
  const { name = 'something of your own' } = factors.find(({ id }) => id === checkIn.factorId) ?? {}
  return `No ${isolate(name)}`
}

interface Known {
  /** Sentence about data of that day that bear on the check-in; null without any. */
  readonly text: string | null
  /** True if the check-in can still be given. */
  readonly isOpen: boolean
}

/** Facts of that day from the journal; null while loading. */
function useKnown(checkIn: CheckedDay | CheckedFactor): Known | null {
  const { date } = checkIn
  const now = useNow()
  const day = useDay(date).data
  const dayAfter = useDay(addDays(date, 1)).data
  if (day === undefined || dayAfter === undefined) return null
  if ('kind' in checkIn && checkIn.kind === 'cramp') {
    const answer = findCrampAnswer(dayAfter, day, now)
    if (answer.state === 'none') return { text: 'This is stored already.', isOpen: false }
    if (answer.state !== 'cramps') return { text: null, isOpen: true }
    const text = 'A cramp is written down for this time. Delete it first if there was none.'
    return { text, isOpen: false }
  }
  const isGiven =
    'kind' in checkIn ? findCheckIn(day, checkIn.kind) : findFactorCheckIn(day, checkIn.factorId)
  if (isGiven) return { text: 'This is stored already.', isOpen: false }
  const count = day.entries.filter(entry =>
    'kind' in checkIn
      ? entry.kind === checkIn.kind
      : entry.kind === 'own-factor' && entry.factorId === checkIn.factorId,
  ).length
  if (count === 0) return { text: null, isOpen: true }
  return {
    text: `The journal has ${count === 1 ? '1 entry' : `${count} entries`} of this kind for this day. Delete ${count === 1 ? 'it' : 'them'} first if there was none.`,
    isOpen: false,
  }
}

function formatSpan(checkIn: CheckedDay | CheckedFactor, today: CalendarDate): string {
  const { date } = checkIn
  const weekday = (day: CalendarDate) => formatDate(day, 'shortWeekday')
  if ('kind' in checkIn && checkIn.kind === 'cramp')
    return `${weekday(date)} noon to ${weekday(addDays(date, 1))} noon`
  if (date === today) return 'today'
  return date === addDays(today, -1) ? 'yesterday' : formatDate(date, 'full')
}
