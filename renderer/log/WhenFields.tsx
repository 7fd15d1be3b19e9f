import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentAtOffset } from '../../shared/time/time-zone.ts'
import { useNow } from '../data/clock.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { useDayStart } from '../data/queries.ts'
import { DateInput } from '../ui/fields/DateInput.tsx'
import { FieldQuestion } from '../ui/fields/FieldQuestion.tsx'
import { TimeInput } from '../ui/fields/TimeInput.tsx'
import { getReadable, getUnread } from '../ui/fields/unread.ts'
import { ClockChangeNote } from './ClockChangeNote.tsx'
import { usePlace } from './place-context.ts'
import classes from './WhenFields.module.css'
import { formatClock, getReadableWhen, setWhen, type When } from './when.ts'

export interface WhenFieldsProps {
  dateLabel?: string
  /** What the time is of: "Began at", "Put on at". */
  clockLabel: string
  when: When
  onChange: (when: When) => void
  error?: ReactNode
  /** Whether to ask for the date only. */
  withoutClock?: boolean
  /** Whether the dialog around it opens with the focus on the clock time. */
  autoFocus?: boolean
}

/** A date and a clock time. */
export function WhenFields(props: WhenFieldsProps) {
  const { dateLabel = 'Date', clockLabel, when, onChange, error, withoutClock = false } = props
  const { autoFocus = false } = props
  const today = calendarDate(useNow())
  const place = usePlace()
  const change = (changed: When) => onChange(setWhen(changed, place))
  // One sentence is for both: it stands at the field that is to blame.
  const isDateToBlame = withoutClock || getUnread(when.date) !== null
  return (
    <div>
      <div className={withoutClock ? classes.dateOnly : classes.fields}>
        <DateInput
          label={dateLabel}
          value={when.date}
          // An entry of a place where the date comes earlier may be of tomorrow.
          maxDate={[today, getReadable(when.date)].toSorted()[1] ?? today}
          error={isDateToBlame && error}
          onChange={date => change({ ...when, date })}
        />
        {!withoutClock && (
          <TimeInput
            label={clockLabel}
            value={when.clock}
            error={!isDateToBlame && error}
            data-autofocus={autoFocus || undefined}
            onChange={clock => change({ ...when, clock })}
          />
        )}
      </div>
      {!withoutClock && <ClockChangeNote when={when} onChange={onChange} />}
      {!withoutClock && <DayStartNote when={when} />}
      <FieldQuestion field="when.clock" />
    </div>
  )
}

/** Says under which day an entry of the small hours will be found. */
function DayStartNote({ when }: { when: When }) {
  const startClock = formatClock(useDayStart())
  const { date, clock } = getReadableWhen(when)
  if (date === '' || clock === '' || clock >= startClock) return null
  return (
    <Text size="xs" c="dimmed" mt={6}>
      Before {formatTime(momentAtOffset(date, startClock, 0))}, you will find this under{' '}
      {formatDate(dayBefore(date), 'full')}, the day it ends.
    </Text>
  )
}

const dayBefore = (date: CalendarDate) => addDays(date, -1)
