import { ActionIcon, Button, Group, Popover, VisuallyHidden } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { calendarDate, getFurthestClock } from '../../shared/time/moment.ts'
import { useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useDay, useDayWhen } from '../data/queries.ts'
import { isTold } from '../log/day-state.ts'
import { QuickAddButton } from '../quick-add/QuickAddButton.tsx'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { DateInput } from '../ui/fields/DateInput.tsx'
import { getReadable } from '../ui/fields/unread.ts'

export interface DayNavigationProps {
  date: CalendarDate
  today: CalendarDate
}

/** The way to the day before, the day after, and any other. */
export function DayNavigation({ date, today }: DayNavigationProps) {
  const navigate = useNavigate()
  const [isPicking, picker] = useDisclosure(false)
  const latest = useLatestDate(date, today)
  const isLast = date >= latest
  const goTo = (day: CalendarDate) => navigate(day === today ? '/today' : `/today/${day}`)
  const goBack = () => goTo(addDays(date, -1))
  const goOn = () => {
    if (!isLast) goTo(addDays(date, 1))
  }
  useShortcuts({ previousDay: goBack, nextDay: goOn })
  return (
    <>
      <QuickAddButton />
      <VisuallyHidden aria-live="polite">{formatDate(date, 'full')}</VisuallyHidden>
      {date !== today && (
        <Button variant="subtle" onClick={() => goTo(today)}>
          Back to today
        </Button>
      )}
      <Group gap={4} wrap="nowrap">
        <ActionIcon variant="default" size="input-sm" aria-label="Previous day" onClick={goBack}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Popover opened={isPicking} onDismiss={picker.close} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <Button
              variant="default"
              leftSection={<IconCalendar size={16} aria-hidden />}
              onClick={picker.toggle}
            >
              <VisuallyHidden>Go to a date, now </VisuallyHidden>
              {formatDate(date, 'short')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <GoToDate
              latest={latest}
              onGo={day => {
                picker.close()
                goTo(day)
              }}
            />
            <DatePicker
              value={date}
              defaultDate={date}
              maxDate={latest}
              onChange={picked => {
                picker.close()
                if (picked !== null) goTo(picked)
              }}
            />
          </Popover.Dropdown>
        </Popover>
        <ActionIcon variant="default" size="input-sm" aria-label="Next day" disabled={isLast} onClick={goOn}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </>
  )
}

/** The last day there can be something on: today, or tomorrow where that has begun elsewhere and has entries. */
function useLatestDate(date: CalendarDate, today: CalendarDate): CalendarDate {
  const tomorrow = addDays(today, 1)
  const hasBegunSomewhere = tomorrow <= calendarDate(getFurthestClock(useNow().at))
  // The day in view comes first.
  const isShown = useDay(date).data !== undefined
  const { data } = useDayWhen(tomorrow, hasBegunSomewhere && isShown)
  return hasBegunSomewhere && data !== undefined && isTold(data) ? tomorrow : today
}

interface GoToDateProps {
  latest: CalendarDate
  onGo: (date: CalendarDate) => void
}

/** A date that is typed, for those who know it; Enter goes there. */
function GoToDate({ latest, onGo }: GoToDateProps) {
  const [typed, setTyped] = useState('')
  const date = getReadable(typed)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (date !== '' && date <= latest) onGo(date)
      }}
    >
      <DateInput
        label="Date"
        size="sm"
        mb="xs"
        value={typed}
        onChange={setTyped}
        maxDate={latest}
        withoutCalendar
        error={date > latest && 'Enter a day that has come.'}
      />
    </form>
  )
}
