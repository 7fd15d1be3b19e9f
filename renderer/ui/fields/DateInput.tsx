import { ActionIcon, Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import { readTypedDate } from '../../../shared/locale/read-date.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import { getConventions } from '../../data/conventions.ts'
import { formatDate } from '../../data/format.ts'
import { TypedInput, type TypedInputProps } from './TypedInput.tsx'
import { getReadable, getUnread, keepUnread } from './unread.ts'
import { useOwnText } from './use-own-text.ts'

export interface DateInputProps
  extends Omit<TypedInputProps, 'text' | 'onType' | 'onLeave' | 'answers' | 'isUnreadable' | 'hint'> {
  /** `YYYY-MM-DD`; '' while empty; unread text behind its mark. */
  value: string
  onChange?: (value: string) => void
  /** Called when the field is left, on Enter, and when a date is picked, with what it then holds. */
  onLeave?: (value: string) => void
  /** The last date the calendar offers, and of two readings of a text the one that is meant. */
  maxDate: CalendarDate
  /** Accepts a date: of two readings of a text, such as the centuries of a two-digit year, the accepted one is taken. */
  isPossible?: (date: CalendarDate) => boolean
  /** A birthday: its calendar opens at the years. */
  isBirthday?: boolean
  /** Hides the calendar button where a calendar is shown next to the field. */
  withoutCalendar?: boolean
}

/** Earliest plausible date for choosing between readings of a typed date: no journal is older. */
const EARLIEST_LIKELY = '1990-01-01'
const DAYS_TO_A_LIKELY_BIRTHDAY = 50 * 365

/** A date, typed in the person's order or picked from a calendar. */
export function DateInput(props: DateInputProps) {
  const { value, onChange, onLeave, maxDate, isPossible, isBirthday = false, ...rest } = props
  const { withoutCalendar = false, ...others } = rest
  const { dateOrder } = getConventions()
  const date = getReadable(value)
  const own = useOwnText(value, () => getUnread(value) ?? (date === '' ? '' : formatDate(date)))
  const read = (text: string) =>
    readTypedDate(text, {
      dateOrder,
      isPossible: isPossible ?? (one => one >= EARLIEST_LIKELY && one <= maxDate),
    })
  function toStored(text: string): string {
    const reading = read(text)
    if (reading.kind === 'value') return reading.value
    return reading.kind === 'empty' ? '' : keepUnread(text)
  }
  const reading = read(own.text)
  return (
    <TypedInput
      {...others}
      hint={`Enter a date such as ${formatDate(maxDate)}.`}
      text={own.text}
      answers={reading.kind === 'question' ? reading.values.map(one => formatDate(one)) : []}
      isUnreadable={reading.kind === 'unreadable'}
      onType={text => {
        const stored = toStored(text)
        own.type(text, stored)
        onChange?.(stored)
      }}
      onLeave={text => {
        own.rewrite()
        onLeave?.(toStored(text))
      }}
      {...(!withoutCalendar && {
        rightSection: (
          <Calendar
            date={date}
            maxDate={maxDate}
            isBirthday={isBirthday}
            onPick={picked => {
              own.rewrite()
              onChange?.(picked)
              onLeave?.(picked)
            }}
          />
        ),
      })}
    />
  )
}

interface CalendarProps {
  /** '' while there is none. */
  date: CalendarDate
  maxDate: CalendarDate
  isBirthday: boolean
  onPick: (date: CalendarDate) => void
}

function Calendar({ date, maxDate, isBirthday, onPick }: CalendarProps) {
  const [isOpen, calendar] = useDisclosure(false)
  const likely = isBirthday ? addDays(maxDate, -DAYS_TO_A_LIKELY_BIRTHDAY) : maxDate
  return (
    <Popover
      opened={isOpen}
      onDismiss={calendar.close}
      position="bottom-end"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Open the calendar"
          onClick={calendar.toggle}
          // Until the calendar has taken the focus, Escape would close the dialog around the field.
          data-mantine-stop-propagation={isOpen ? 'true' : undefined}
          onKeyDown={event => event.key === 'Escape' && calendar.close()}
        >
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        onKeyDown={event => {
          // Escape closes the calendar, and not the dialog around its field.
          if (event.key === 'Escape') event.stopPropagation()
        }}
      >
        <DatePicker
          value={date === '' ? null : date}
          defaultDate={date || likely}
          defaultLevel={isBirthday ? 'decade' : 'month'}
          maxDate={maxDate}
          onChange={picked => {
            calendar.close()
            if (picked !== null) onPick(picked)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
