import { EmptyState, Title } from '@mantine/core'
import { IconNotes } from '@tabler/icons-react'
import { useRef } from 'react'
import type { Entry, EntryKind } from '../../shared/kinds/entry.ts'
import { useClock } from '../data/clock.ts'
import { isOfWholeDay } from '../log/entry-text.ts'
import { requestChange, requestCopy, useOpenForm } from '../log/requests.ts'
import { useLog } from '../log/use-log.ts'
import { whenOf } from '../log/when.ts'
import classes from './DayEntries.module.css'
import type { DayCardProps } from './day-card-props.ts'
import { EntryRow } from './EntryRow.tsx'
import { LogMenu } from './LogMenu.tsx'

interface DayEntriesProps extends DayCardProps {
  /** Opens the form of a kind for this day. */
  onLog: (kind: EntryKind) => void
}

const wholeDayFirst = (entries: readonly Entry[]): Entry[] => [
  ...entries.filter(isOfWholeDay),
  ...entries.filter(entry => !isOfWholeDay(entry)),
]

/** List of the day's entries: whole-day entries first, then the others by time. */
export function DayEntries({ day, isToday, getWhen, onLog }: DayEntriesProps) {
  const openForm = useOpenForm()
  const timeZone = useClock().timeZone()
  const log = useLog(day.date, day.shoes)
  const heading = useRef<HTMLHeadingElement>(null)

  function copy(entry: Entry) {
    openForm(requestCopy(entry, getWhen(whenOf(entry).clock), timeZone))
  }

  async function remove(entry: Entry) {
    // The row goes, and with it the button that has the focus.
    heading.current?.focus()
    await log.delete(entry)
  }

  return (
    <section aria-labelledby="day-entries" className={classes.entries}>
      <header className={classes.header}>
        <Title order={2} id="day-entries" ref={heading} tabIndex={-1} className={classes.title}>
          {isToday ? 'Logged today' : 'Logged on this day'}
        </Title>
        <LogMenu onLog={onLog} />
      </header>
      {day.entries.length === 0 ? (
        <EmptyState
          className={classes.empty}
          size="sm"
          icon={<IconNotes size={28} stroke={1.4} aria-hidden />}
          title="Nothing here yet"
          description={
            isToday
              ? 'What you write down today appears here.'
              : 'You can still add what you remember of this day.'
          }
        />
      ) : (
        <ol className={classes.list}>
          {wholeDayFirst(day.entries).map(entry => (
            <EntryRow
              key={entry.id}
              entry={entry}
              shoes={day.shoes}
              onChange={() => openForm(requestChange(entry, timeZone))}
              onCopy={() => copy(entry)}
              onDelete={() => remove(entry)}
            />
          ))}
        </ol>
      )}
    </section>
  )
}
