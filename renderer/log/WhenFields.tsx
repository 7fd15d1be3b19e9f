import { Text } from '@mantine/core'
import { DatePickerInput, TimeInput } from '@mantine/dates'
import type { ReactNode } from 'react'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentAtOffset } from '../../shared/time/time-zone.ts'
import { useNow } from '../clock.ts'
import { formatDate, formatTime } from '../format.ts'
import { useDayStart } from '../queries.ts'
import { ClockChangeNote } from './ClockChangeNote.tsx'
import { FieldQuestion } from './FieldQuestion.tsx'
import { usePlace } from './place-context.ts'
import classes from './WhenFields.module.css'
import { formatClock, setWhen, type When } from './when.ts'

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
  return (
    <div>
      <div className={withoutClock ? classes.dateOnly : classes.fields}>
        <DatePickerInput
          label={dateLabel}
          value={when.date === '' ? null : when.date}
          valueFormatter={({ date }) => (typeof date === 'string' ? formatDate(date, 'short') : '')}
          maxDate={today}
          error={withoutClock && error}
          onChange={date => change({ ...when, date: date ?? '' })}
          popoverProps={{ withinPortal: true }}
        />
        {!withoutClock && (
          <TimeInput
            label={clockLabel}
            value={when.clock}
            error={error}
            data-autofocus={autoFocus || undefined}
            onChange={event => change({ ...when, clock: event.currentTarget.value })}
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
  if (when.date === '' || when.clock === '' || when.clock >= startClock) return null
  return (
    <Text size="xs" c="dimmed" mt={6}>
      Before {formatTime(momentAtOffset(when.date, startClock, 0))}, you will find this under{' '}
      {formatDate(dayBefore(when.date), 'full')}, the day it ends.
    </Text>
  )
}

const dayBefore = (date: CalendarDate) => addDays(date, -1)
