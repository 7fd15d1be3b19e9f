import { Fragment } from 'react'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { useTextScale } from '../components/text-size.ts'
import { ChartLegend } from './ChartLegend.tsx'
import charts from './charts.module.css'
import classes from './DaysOfYear.module.css'

/** A day of the calendar; null cramps: it is not known whether there were any. */
export interface CalendarDay {
  readonly date: CalendarDate
  readonly cramps: number | null
}

export interface DaysOfYearProps {
  /** Weeks of seven days from Monday on; what lies outside the period is null. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[]
  /** Words below weeks: "Nov" below the first week of November. */
  readonly labels: readonly { readonly week: number; readonly words: string }[]
  /** Short names, Monday first. */
  readonly weekdays: readonly string[]
  readonly describeDay: (day: CalendarDay) => string
}

/** Side of a day in pixels, at the usual text size. */
const CELL = 15
const GAP = 2
/** Columns: the most weeks that a year can touch, so that days keep their size in shorter periods. */
const MOST_WEEKS = 53
/** Number of cramps from which the square of a day is filled completely. */
const FULL = 3

/**
 * A year as a grid with a square per day. The number of cramps sets the size of a square's fill, so that nothing depends
 * on shades; a crossed line marks an unknown day.
 */
export function DaysOfYear({ weeks, labels, weekdays, describeDay }: DaysOfYearProps) {
  const scale = useTextScale()
  const cell = CELL * scale
  const columns = Math.max(MOST_WEEKS, weeks.length)
  const height = 7 * cell
  const labelsHeight = 18 * scale
  return (
    <div className={charts.chart}>
      <ChartLegend items={legend} />
      <div className={classes.year}>
        <svg width="100%" height={height + labelsHeight} aria-hidden data-picture>
          {weekdays.map((name, weekday) =>
            weekday % 2 === 0 ? (
              <text key={name} x={0} y={weekday * cell + cell - 4 * scale}>
                {name}
              </text>
            ) : null,
          )}
        </svg>
        <svg width="100%" height={height + labelsHeight} aria-hidden data-picture>
          {weeks.map((days, week) =>
            days.map((day, weekday) =>
              day === null ? null : (
                <Day
                  key={day.date}
                  day={day}
                  left={(100 * week) / columns}
                  width={100 / columns}
                  cell={cell}
                  top={weekday * cell}
                  words={describeDay(day)}
                />
              ),
            ),
          )}
          {labels.map(({ week, words }) => (
            <text key={`${week} ${words}`} x={`${(100 * week) / columns}%`} y={height + 14 * scale}>
              {words}
            </text>
          ))}
        </svg>
      </div>
    </div>
  )
}

const legend = [
  { words: 'Full: 3 cramps or more; the fewer, the smaller', fill: 'var(--chart-main)' },
  { words: 'No cramp', fill: 'var(--chart-main-soft)' },
  {
    words: 'Not answered: there may have been a cramp',
    fill: 'var(--chart-context)',
    look: 'hatched',
  },
] as const

interface DayProps {
  day: CalendarDay
  /** Percent of the width. */
  left: number
  width: number
  /** Pixels. */
  cell: number
  top: number
  words: string
}

function Day({ day: { cramps }, left, width, cell, top, words }: DayProps) {
  const size = cell - GAP
  // Percent of the width that the gap is, at the width of a card: squares stay squares, about.
  const wide = width * (size / cell)
  const square = (share: number, fill: string) => (
    <rect
      x={`${left + (wide * (1 - share)) / 2}%`}
      y={top + (size * (1 - share)) / 2}
      width={`${wide * share}%`}
      height={size * share}
      rx={1.5}
      fill={fill}
    />
  )
  return (
    <Fragment>
      {cramps === null ? (
        <line
          x1={`${left + wide * 0.15}%`}
          x2={`${left + wide * 0.85}%`}
          y1={top + size * 0.85}
          y2={top + size * 0.15}
          stroke="var(--chart-context)"
          strokeWidth={1.5}
        />
      ) : (
        square(1, 'var(--chart-main-soft)')
      )}
      {cramps !== null && cramps > 0 && square(shareOf(cramps), 'var(--chart-main)')}
      <rect x={`${left}%`} y={top} width={`${wide}%`} height={size} fill="transparent">
        <title>{words}</title>
      </rect>
    </Fragment>
  )
}

/** 1 fills half of the side, 3 and more all of it. */
const shareOf = (cramps: number) => 0.5 + (0.5 * (Math.min(cramps, FULL) - 1)) / (FULL - 1)
