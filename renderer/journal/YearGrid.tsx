import { type KeyboardEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CrampCalendar, CrampCalendarDay } from '../../shared/analysis/cramp-calendar.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { formatDate } from '../data/format.ts'
import classes from './CrampDays.module.css'

export interface YearGridProps {
  calendar: CrampCalendar
  /** The last cramp-day that is over. */
  lastEnded: CalendarDate
  today: CalendarDate
  /** Own factor whose dates are marked; null for none. */
  marked: MarkedFactor | null
}

interface MarkedFactor {
  readonly name: string
  readonly dates: ReadonlySet<CalendarDate>
}

const daysOfMonth = Array.from({ length: 31 }, (_, index) => index + 1)

/** A row for each month, a column for each day of it. One stop for Tab, arrow keys inside; Enter goes to the day. */
export function YearGrid({ calendar, lastEnded, today, marked }: YearGridProps) {
  const { year, days } = calendar
  const navigate = useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const [chosen, setChosen] = useState<CalendarDate | null>(null)
  const months = [...Map.groupBy(days, ({ date }) => date.slice(0, 7))]
  const last = days.at(-1)?.date ?? today
  const newest = today < last ? today : last
  const nameState = (day: CrampCalendarDay) =>
    marked?.dates.has(day.date)
      ? `${describeDay(day, lastEnded)}, ${isolate(marked.name)}`
      : describeDay(day, lastEnded)
  const stop = chosen?.startsWith(`${year}-`) ? chosen : newest

  function answerKey(event: KeyboardEvent, date: CalendarDate) {
    const next = moveIn(date, event.key, newest)
    if (next === undefined || !next.startsWith(`${year}-`)) return
    event.preventDefault()
    event.stopPropagation()
    setChosen(next)
    table.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
  }

  return (
    <div className={classes.scroll}>
      <table ref={table} className={classes.grid} aria-labelledby="cramp-days">
        <thead>
          <tr>
            <td />
            {daysOfMonth.map(day => (
              <th key={day} scope="col" className={classes.dayOfMonth}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(([month, ofMonth]) => (
            <tr key={month}>
              <th scope="row" className={classes.month}>
                {formatDate(`${month}-01`, 'shortMonth')}
              </th>
              {ofMonth.map(day => (
                <td key={day.date}>
                  {day.date <= newest && (
                    <button
                      type="button"
                      className={classes.cell}
                      data-date={day.date}
                      data-state={stateOf(day)}
                      data-marked={marked?.dates.has(day.date) || undefined}
                      aria-current={day.date === today ? 'date' : undefined}
                      aria-label={`${formatDate(day.date, 'full')}: ${nameState(day)}`}
                      title={`${formatDate(day.date, 'short')}: ${nameState(day)}`}
                      tabIndex={day.date === stop ? 0 : -1}
                      onKeyDown={event => answerKey(event, day.date)}
                      onClick={() => navigate(`/today/${day.date}`)}
                    >
                      {day.cramps || ''}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function stateOf({ cramps }: CrampCalendarDay): 'cramps' | 'none' | 'unknown' {
  if (cramps === null) return 'unknown'
  return cramps === 0 ? 'none' : 'cramps'
}

function describeDay({ date, cramps }: CrampCalendarDay, lastEnded: CalendarDate): string {
  if (cramps === null) return date > lastEnded ? 'not over yet' : 'not known'
  if (cramps === 0) return 'no cramp'
  return cramps === 1 ? '1 cramp' : `${cramps} cramps`
}

/** Target date of an arrow key; undefined for other keys, and never after the newest date. */
function moveIn(date: CalendarDate, key: string, newest: CalendarDate): CalendarDate | undefined {
  const bounded = (next: CalendarDate) => (next > newest ? newest : next)
  const month = date.slice(0, 8)
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1)
    case 'ArrowRight':
      return bounded(addDays(date, 1))
    case 'ArrowUp':
      return sameDayOf(date, -1)
    case 'ArrowDown':
      return bounded(sameDayOf(date, 1))
    case 'Home':
      return `${month}01`
    case 'End':
      return bounded(endOfMonth(date))
    default:
      return undefined
  }
}

const endOfMonth = (date: CalendarDate) => {
  const inNext = addDays(`${date.slice(0, 8)}01`, 31)
  return addDays(`${inNext.slice(0, 8)}01`, -1)
}

/** The same day of the next month or the one before, or its last where it is shorter. */
function sameDayOf(date: CalendarDate, months: 1 | -1): CalendarDate {
  const firstOfMonth = `${date.slice(0, 8)}01`
  const within = months === 1 ? addDays(endOfMonth(date), 1) : addDays(firstOfMonth, -1)
  const end = endOfMonth(within)
  const same = `${within.slice(0, 8)}${date.slice(8)}`
  return same > end ? end : same
}
