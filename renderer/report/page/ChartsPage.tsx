/** Charts of the following pages: three weekly series over the period, and a forest plot of the findings. */
import { formatEffect, verdictWords } from '../../../shared/analysis/finding-sentences.ts'
import type { SevenDayOverview } from '../../../shared/analysis/overview.ts'
import type { Report, ReportFinding } from '../../../shared/report/report.ts'
import { formatDate, formatNumber } from '../../data/format.ts'
import classes from './Report.module.css'
import { describeFindingsSource } from './report-words.ts'

export function ChartsPage({ report }: { report: Report }) {
  const { weeks, findings } = report
  const { toDate } = report.order
  const tested =
    findings?.kind === 'shown'
      ? [...findings.content.links, ...findings.content.withoutLink, ...findings.content.unsure]
      : []
  return (
    <section className={classes.following}>
      <h2>Charts</h2>
      {weeks.length > 0 && (
        <p className={classes.note}>
          Weeks of seven days; the last one ends on {formatDate(toDate)}. Grey: not all days of that week are
          known. Dash: none are.
        </p>
      )}
      <WeekChart
        title="Cramps per week"
        missing="It is not known for any week whether there was a cramp."
        weeks={weeks}
        getValue={week => week.cramps}
        getTrackedDays={week => week.crampTrackedDays}
      />
      <WeekChart
        title="Drinks, ml a day"
        missing="No day was marked as complete for drinks."
        weeks={weeks}
        getValue={week => week.fluidMlPerDay}
        getTrackedDays={week => week.fluidTrackedDays}
      />
      <WeekChart
        title="Activity load a day (minutes x exertion)"
        missing="No activity with its exertion was recorded, and no day was marked as having none."
        weeks={weeks}
        getValue={week => week.activityLoadPerDay}
        getTrackedDays={week => week.activityTrackedDays}
      />
      <h3>What goes with the cramps, times as likely with 95% interval ({describeFindingsSource(report)})</h3>
      {findings === null ? (
        <p className={classes.instead}>The findings were left out of this report.</p>
      ) : findings.kind === 'withheld' ? (
        <p className={classes.instead}>{findings.why}</p>
      ) : (
        <RatioChart findings={tested} />
      )}
    </section>
  )
}

const WIDTH = 470
const HEIGHT = 88
const BASELINE = 68
const TOP = 12

interface WeekChartProps {
  title: string
  missing: string
  weeks: readonly SevenDayOverview[]
  getValue: (week: SevenDayOverview) => number | null
  getTrackedDays: (week: SevenDayOverview) => number
}

/** Width of a digit in a bar's label, in SVG units. */
const DIGIT = 6

/** Bar chart by week, as on page one; a week without data has a dash on the axis. */
function WeekChart({ title, missing, weeks, getValue, getTrackedDays }: WeekChartProps) {
  const values = weeks.map(getValue)
  const known = values.filter(value => value !== null)
  const heading = <h3>{title}</h3>
  if (known.length === 0)
    return (
      <>
        {heading}
        <p className={classes.instead}>{missing}</p>
      </>
    )
  const most = Math.max(...known, 1)
  const slot = WIDTH / weeks.length
  const labelEvery = Math.ceil(weeks.length / 8)
  const hasRoomForValues = formatNumber(most).length * DIGIT < slot
  return (
    <div className={classes.whole}>
      {heading}
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}: from ${formatNumber(Math.min(...known))} to ${formatNumber(most)}, known for ${known.length} of ${weeks.length} weeks.`}
      >
        {!hasRoomForValues && (
          <>
            <text x={0} y={10} className={classes.firstHour}>
              {formatNumber(most)}
            </text>
            <line x1={0} x2={WIDTH} y1={TOP} y2={TOP} className={classes.grid} />
          </>
        )}
        {weeks.map((week, index) => {
          const value = values[index] ?? null
          const height = value === null ? 0 : (value / most) * (BASELINE - TOP)
          return (
            <g key={week.fromDate} transform={`translate(${index * slot} 0)`}>
              {value === null ? (
                <line
                  x1={slot * 0.25}
                  x2={slot * 0.75}
                  y1={BASELINE - 5}
                  y2={BASELINE - 5}
                  className={classes.gap}
                />
              ) : (
                <>
                  <rect
                    x={slot * 0.15}
                    width={slot * 0.7}
                    y={BASELINE - height}
                    height={height}
                    className={getTrackedDays(week) < 7 ? classes.partBar : classes.bar}
                  />
                  {hasRoomForValues && (
                    <text x={slot / 2} y={BASELINE - height - 3} className={classes.barLabel}>
                      {formatNumber(value)}
                    </text>
                  )}
                </>
              )}
              {index % labelEvery === 0 && (
                <text x={0} y={HEIGHT - 7} className={classes.firstHour}>
                  {formatDate(week.fromDate, 'day')}
                </text>
              )}
            </g>
          )
        })}
        <line x1={0} x2={WIDTH} y1={BASELINE} y2={BASELINE} className={classes.axis} />
      </svg>
    </div>
  )
}

const ROW = 24
const NAMES = 245
const SMALLEST = 0.2
const LARGEST = 8
const ticks = [0.25, 0.5, 1, 2, 4]

/** X coordinate of a ratio on the log axis, clamped to its ends. */
function xOfRatio(ratio: number): number {
  const clamped = Math.min(LARGEST, Math.max(SMALLEST, ratio))
  const share = Math.log(clamped / SMALLEST) / Math.log(LARGEST / SMALLEST)
  return NAMES + share * (WIDTH - NAMES - 10)
}

/** Forest plot of the tested exposures: filled if a link is likely, half filled if possible, else empty. */
function RatioChart({ findings }: { findings: readonly ReportFinding[] }) {
  const rows = findings.flatMap(({ contrast, ...finding }) =>
    contrast === null ? [] : [{ ...finding, contrast }],
  )
  const height = rows.length * ROW + 26
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={rows
        .map(({ name, verdict, contrast }) => `${name}: ${verdictWords[verdict]}, ${formatEffect(contrast)}.`)
        .join(' ')}
    >
      {ticks.map(tick => (
        <g key={tick}>
          <line
            x1={xOfRatio(tick)}
            x2={xOfRatio(tick)}
            y1={0}
            y2={height - 18}
            className={tick === 1 ? classes.axis : classes.grid}
          />
          <text x={xOfRatio(tick)} y={height - 5} className={classes.hour}>
            {formatNumber(tick, 2)}
          </text>
        </g>
      ))}
      {rows.map(({ name, verdict, contrast }, index) => (
        <g key={name} transform={`translate(0 ${index * ROW + ROW / 2})`}>
          <text x={0} y={-1} className={classes.firstHour}>
            {name}
          </text>
          <text x={0} y={9} className={classes.verdict}>
            {verdictWords[verdict]}
          </text>
          <line
            x1={xOfRatio(contrast.lower ?? SMALLEST)}
            x2={xOfRatio(contrast.upper ?? LARGEST)}
            y1={0}
            y2={0}
            className={classes.interval}
          />
          <circle
            cx={xOfRatio(contrast.ratio)}
            cy={0}
            r={4}
            className={classes.estimate}
            data-verdict={verdict}
          />
        </g>
      ))}
    </svg>
  )
}
