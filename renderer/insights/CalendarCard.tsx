import { Group } from '@mantine/core'
import { useState } from 'react'
import type { CrampTimes } from '../../shared/analysis/cramp-times.ts'
import { writeCalendarSentence } from '../../shared/analysis/cramp-times-sentences.ts'
import { countOf } from '../../shared/analysis/sentence-parts.ts'
import { addDays, dateOfDayNumber, weekday } from '../../shared/time/calendar-date.ts'
import { formatDate, formatDateRange } from '../data/format.ts'
import { formats } from '../data/sentence-formats.ts'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import { type CalendarDay, DaysOfYear } from '../ui/charts/DaysOfYear.tsx'
import { StayingButton } from '../ui/charts/StayingButton.tsx'
import classes from './Patterns.module.css'

const WEEKS_OF_YEAR = 53

/** Calendar of a year: days with cramps, without, and unknown ones. */
export function CalendarCard({ times, basis }: { times: CrampTimes; basis: ChartBasis }) {
  const { fromDate, cramps } = times.calendar
  const weeks = layOutWeeks(fromDate, cramps)
  const pages = Math.max(1, Math.ceil(weeks.length / WEEKS_OF_YEAR))
  const [chosen, setYearsBack] = useState(0)
  // Another period may have fewer years.
  const yearsBack = Math.min(chosen, pages - 1)
  const end = weeks.length - yearsBack * WEEKS_OF_YEAR
  const shown = weeks.slice(Math.max(0, end - WEEKS_OF_YEAR), end)
  const days = shown.flat().filter(day => day !== null)
  const isEmpty = cramps.every(count => count === null)
  const [first, last] = [days[0]?.date ?? fromDate, days.at(-1)?.date ?? fromDate]
  return (
    <ChartCard
      question="Which days had cramps?"
      answer={writeCalendarSentence(times, formats)}
      basis={basis}
      howItIsComputed={
        <p>
          Each square is a day from noon to noon, so that a night stays in one piece. A day without a square
          is unknown: nobody logged a cramp or said that there was none. It is not counted as free of cramps,
          and it ends a run of days without.
        </p>
      }
      missing={
        isEmpty ? { words: 'Log a cramp, or say that a day had none, and its square will appear.' } : null
      }
      drawing={
        isEmpty
          ? null
          : {
              chart: (
                <DaysOfYear
                  weeks={shown}
                  labels={labelMonths(shown)}
                  weekdays={weekdayNames}
                  describeDay={describeDay}
                />
              ),
              numbers: [
                {
                  columns: [{ title: 'Day' }, { title: 'Cramps', unknown: 'not answered' }],
                  rows: days.toReversed().map(day => [formatDate(day.date), day.cramps]),
                },
              ],
            }
      }
    >
      {!isEmpty && pages > 1 && (
        <Group justify="space-between" gap="sm" className={classes.years ?? ''}>
          <StayingButton
            size="xs"
            isSpent={yearsBack === pages - 1}
            onClick={() => setYearsBack(yearsBack + 1)}
          >
            The year before
          </StayingButton>
          <span role="status">{formatDateRange(first, last)}</span>
          <StayingButton size="xs" isSpent={yearsBack === 0} onClick={() => setYearsBack(yearsBack - 1)}>
            The year after
          </StayingButton>
        </Group>
      )}
    </ChartCard>
  )
}

/** Weeks from Monday to Sunday; days before the first and after the last are null. */
function layOutWeeks(fromDate: string, cramps: readonly (number | null)[]): (CalendarDay | null)[][] {
  const lead = weekday(fromDate)
  const weekCount = Math.ceil((lead + cramps.length) / 7)
  return Array.from({ length: weekCount }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const index = 7 * week + day - lead
      const count = cramps[index]
      return count === undefined ? null : { date: addDays(fromDate, index), cramps: count }
    }),
  )
}

/** The name of each month below the first week that begins in it. */
function labelMonths(weeks: readonly (readonly (CalendarDay | null)[])[]) {
  const firsts = weeks.map(days => days.find(day => day !== null)?.date ?? '')
  return firsts.flatMap((date, week) => {
    const before = firsts[week - 1]
    const isNew = before !== undefined && date.slice(0, 7) !== before.slice(0, 7)
    return isNew ? [{ week, words: formatDate(date, 'shortMonth') }] : []
  })
}

const weekdayNames = Array.from({ length: 7 }, (_, day) =>
  formatDate(dateOfDayNumber(4 + day), 'shortWeekday'),
)

const describeDay = ({ date, cramps }: CalendarDay) =>
  `${formatDate(date, 'full')}: ${cramps === null ? 'not answered' : cramps === 0 ? 'no cramp' : countOf(cramps, 'cramp', formats)}`
