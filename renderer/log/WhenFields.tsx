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
import { useFormZone } from './form-zone-context.ts'
import classes from './WhenFields.module.css'
import { formatClockInput, getReadableWhen, setWhen, type When } from './when.ts'

export interface WhenFieldsProps {
  dateLabel?: string
  /** Label of the time input: "Began at", "Put on at". */
  clockLabel: string
  when: When
  onChange: (when: When) => void
  error?: ReactNode
  /** Asks for the date only. */
  withoutClock?: boolean
  /** Marks the time input as the one to focus when the dialog opens. */
  autoFocus?: boolean
}

/** Date and time inputs, with notes on clock changes and on the hours before the day's start. */
export function WhenFields(props: WhenFieldsProps) {
  const { dateLabel = 'Date', clockLabel, when, onChange, error, withoutClock = false } = props
  const { autoFocus = false } = props
  const today = calendarDate(useNow())
  const zone = useFormZone()
  const change = (changed: When) => onChange(setWhen(changed, zone))
  // Both inputs share one error message; it is shown at the one that caused it.
  const isDateToBlame = withoutClock || getUnread(when.date) !== null
  return (
    <div>
      <div className={withoutClock ? classes.dateOnly : classes.fields}>
        <DateInput
          label={dateLabel}
          value={when.date}
          // An entry from a time zone further east may have tomorrow's date.
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

/** Names the journal day of a time before the day's start, which is the previous date. */
function DayStartNote({ when }: { when: When }) {
  const startClock = formatClockInput(useDayStart())
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
