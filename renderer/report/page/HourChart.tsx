import type { HourProfile } from '../../../shared/analysis/cramp-times.ts'
import { formatNumber } from '../../data/format.ts'
import classes from './Report.module.css'
import { formatCount, formatHour } from './report-words.ts'

/** SVG units of a chart of page one: its text has at least 9 pt on the narrower paper, in every zoom. */
const WIDTH = 330
const HEIGHT = 50
const BASELINE = 36
const TOP = 12
const SLOT = WIDTH / 24
/** Hours between axis labels: closer labels would touch with AM and PM. */
const HOURS_PER_WORD = 6

/** Noon to noon, so that a night is not split at midnight. */
const hoursFromNoon = Array.from({ length: 24 }, (_, index) => (index + 12) % 24)

/** Histogram of cramps by clock hour of onset. Plain SVG: sharp in print, readable without colour, no async drawing. */
export function HourChart({ hours: { counts } }: { hours: HourProfile }) {
  const most = Math.max(...counts, 1)
  // Three digits are wider than a bar's slot: then only the highest bar has its number.
  const hasRoomForCounts = most < 100
  const heightOf = (count: number) => (count / most) * (BASELINE - TOP)
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Cramps by hour of onset. ${formatCounts(counts)}`}
    >
      <line x1={0} x2={WIDTH} y1={BASELINE} y2={BASELINE} className={classes.axis} />
      {hoursFromNoon.map((hour, slot) => {
        const count = counts[hour] ?? 0
        return (
          <g key={hour} transform={`translate(${slot * SLOT} 0)`}>
            {count > 0 && (
              <>
                <rect
                  x={3}
                  width={SLOT - 6}
                  y={BASELINE - heightOf(count)}
                  height={heightOf(count)}
                  className={classes.bar}
                />
                {(hasRoomForCounts || count === most) && (
                  <text x={SLOT / 2} y={BASELINE - heightOf(count) - 3} className={classes.barLabel}>
                    {count}
                  </text>
                )}
              </>
            )}
            {slot % 3 === 0 && (
              <line x1={0} x2={0} y1={BASELINE} y2={BASELINE + 4} className={classes.axis} />
            )}
            {slot % HOURS_PER_WORD === 0 && (
              <text x={0} y={HEIGHT - 3} className={slot === 0 ? classes.firstHour : classes.hour}>
                {formatHour(hour)}
              </text>
            )}
          </g>
        )
      })}
      <line x1={WIDTH} x2={WIDTH} y1={BASELINE} y2={BASELINE + 4} className={classes.axis} />
      <text x={WIDTH} y={HEIGHT - 3} className={classes.lastHour}>
        {formatHour(12)}
      </text>
    </svg>
  )
}

/** The counts in words: `02:00 3, 03:00 7`. */
export const formatHourCounts = (counts: readonly number[]): string =>
  `${hoursFromNoon
    .filter(hour => (counts[hour] ?? 0) > 0)
    .map(hour => `${formatHour(hour)} ${formatNumber(counts[hour] ?? 0)}`)
    .join(', ')}`

/** Text alternative of the chart. */
function formatCounts(counts: readonly number[]): string {
  return hoursFromNoon
    .filter(hour => (counts[hour] ?? 0) > 0)
    .map(hour => `From ${formatHour(hour)}: ${formatCount(counts[hour] ?? 0, 'cramp')}.`)
    .join(' ')
}
