import { Button } from '@mantine/core'
import type { CheckedDay, TrackedKind } from '../../shared/kinds/check-in.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useDay } from '../data/queries.ts'
import { findCheckIn, findCrampAnswer } from '../log/day-state.ts'
import { ignoreHeldKey } from './held-key.ts'
import classes from './QuickAdd.module.css'

export interface CheckInInterpretationProps {
  checkIn: CheckedDay
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
  const name = `${noneWords[checkIn.kind]}, ${formatSpan(checkIn, today)}`
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

interface Known {
  /** Sentence about data of that day that bear on the check-in; null without any. */
  readonly text: string | null
  /** True if the check-in can still be given. */
  readonly isOpen: boolean
}

/** Facts of that day from the journal; null while loading. */
function useKnown({ kind, date }: CheckedDay): Known | null {
  const now = useNow()
  const day = useDay(date).data
  const dayAfter = useDay(addDays(date, 1)).data
  if (day === undefined || dayAfter === undefined) return null
  if (kind === 'cramp') {
    const answer = findCrampAnswer(dayAfter, day, now)
    if (answer.state === 'none') return { text: 'This is stored already.', isOpen: false }
    if (answer.state !== 'cramps') return { text: null, isOpen: true }
    const text = 'A cramp is written down for this time. Delete it first if there was none.'
    return { text, isOpen: false }
  }
  if (findCheckIn(day, kind)) return { text: 'This is stored already.', isOpen: false }
  const count = day.entries.filter(entry => entry.kind === kind).length
  if (count === 0) return { text: null, isOpen: true }
  return {
    text: `The journal has ${count === 1 ? '1 entry' : `${count} entries`} of this kind for this day. Delete ${count === 1 ? 'it' : 'them'} first if there was none.`,
    isOpen: false,
  }
}

function formatSpan({ kind, date }: CheckedDay, today: CalendarDate): string {
  const weekday = (day: CalendarDate) => formatDate(day, 'shortWeekday')
  if (kind === 'cramp') return `${weekday(date)} noon to ${weekday(addDays(date, 1))} noon`
  if (date === today) return 'today'
  return date === addDays(today, -1) ? 'yesterday' : formatDate(date, 'full')
}
