import { writeTrendSentence } from '../../../shared/analysis/overview-sentences.ts'
import type { ReportMedicine, Trend } from '../../../shared/report/report.ts'
import { daysBetween } from '../../../shared/time/calendar-date.ts'
import { formatDate } from '../../data/format.ts'
import { formats } from '../../data/sentence-formats.ts'
import classes from './Report.module.css'
import { formatCount } from './report-words.ts'

const WIDTH = 330
const HEIGHT = 46
/** Height of the row of medicine marks, in SVG units. */
const MARKS = 13
const BASELINE = 34
const TOP = 12

/** Mark for medicine changes on one day, or on days too close for a mark each. Its numbers refer to the list of medicines. */
interface Mark {
  readonly numbers: readonly number[]
  readonly day: number
}

/** Width of a mark with one number, and of every further number, in SVG units. */
const MARK_WIDTH = 16
const NUMBER_WIDTH = 10

/** Bar chart of cramps in twelve weeks, with marks where a medicine was started, changed or stopped. */
export function TrendChart({
  trend: { weeks, change },
  medicines,
  hasInterval,
}: {
  trend: Trend
  medicines: readonly ReportMedicine[]
  /** Adds the size of the change with its 95% interval. */
  hasInterval: boolean
}) {
  const slot = WIDTH / weeks.length
  const most = Math.max(...weeks.map(({ cramps }) => cramps ?? 0), 1)
  const heightOf = (cramps: number) => (cramps / most) * (BASELINE - TOP)
  const marks = listMarks(medicines, weeks[0]?.fromDate ?? '', weeks.length * 7, slot / 7)
  const height = HEIGHT + (marks.length > 0 ? MARKS : 0)
  return (
    <>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`Cramps per week. ${weeks.map(describeWeek).join(' ')}`}
      >
        {weeks.map(({ fromDate, cramps, trackedDays }, index) => (
          <g key={fromDate} transform={`translate(${index * slot} 0)`}>
            {cramps === null ? (
              <text x={slot / 2} y={BASELINE - 4} className={classes.unknown}>
                ?
              </text>
            ) : (
              <>
                <rect
                  x={slot * 0.18}
                  width={slot * 0.64}
                  y={BASELINE - heightOf(cramps)}
                  height={heightOf(cramps)}
                  className={trackedDays < 7 ? classes.partBar : classes.bar}
                />
                <text x={slot / 2} y={BASELINE - heightOf(cramps) - 3} className={classes.barLabel}>
                  {cramps}
                </text>
              </>
            )}
            {index % 3 === 0 && (
              <text x={0} y={BASELINE + 11} className={classes.firstHour}>
                {formatDate(fromDate, 'day')}
              </text>
            )}
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={BASELINE} y2={BASELINE} className={classes.axis} />
        {marks.map(({ numbers, day }) => {
          const x = (day * slot) / 7
          // At the right edge the numbers are drawn before their mark.
          const isLast = x + NUMBER_WIDTH * numbers.length > WIDTH - 4
          return (
            <g key={day} transform={`translate(${Math.min(x, WIDTH - 4)} ${height - 4})`}>
              <path d="M-4 0 0-8 4 0z" className={classes.bar} />
              <text x={isLast ? -5 : 5} className={isLast ? classes.lastHour : classes.firstHour}>
                {numbers.join(',')}
              </text>
            </g>
          )
        })}
      </svg>
      <p className={classes.note}>
        {hasInterval ? describeTrend(change) : describeDirection(change)}
        {weeks.some(({ trackedDays }) => trackedDays > 0 && trackedDays < 7) &&
          ' Grey: fewer than 7 known days.'}
        {weeks.some(({ cramps }) => cramps === null) && ' ?: no known day.'}
        {marks.length > 0 && ' Triangle: a numbered medicine changed.'}
      </p>
    </>
  )
}

export function describeTrend(change: Trend['change']): string {
  const sentence = writeTrendSentence(change, formats)
  return change === null || sentence === null
    ? 'Once there are 6 weeks with a cramp among them, this says whether it changes.'
    : `${sentence} From ${formatCount(change.weeks, 'week')}.`
}

/** The change in a few words; its size and interval are on page two. */
function describeDirection(change: Trend['change']): string {
  if (change === null) return describeTrend(change)
  if (change.lower > 1) return 'They are becoming more frequent.'
  return change.upper < 1 ? 'They are becoming less frequent.' : 'No clear change.'
}

/** @param dayWidth width of a day in SVG units */
function listMarks(
  medicines: readonly ReportMedicine[],
  firstDate: string,
  days: number,
  dayWidth: number,
): Mark[] {
  const changes = medicines
    .flatMap(({ startedOn, stoppedOn, changes }, index) =>
      [startedOn, stoppedOn, ...changes.map(({ date }) => date)].map(date => ({ number: index + 1, date })),
    )
    .flatMap(({ number, date }) => (date === null ? [] : [{ number, day: daysBetween(firstDate, date) }]))
    .filter(({ day }) => day >= 0 && day < days)
    .sort((a, b) => a.day - b.day || a.number - b.number)
  const marks: Mark[] = []
  for (const { number, day } of changes) {
    const last = marks.at(-1)
    const width = MARK_WIDTH + NUMBER_WIDTH * ((last?.numbers.length ?? 1) - 1)
    if (last === undefined || (day - last.day) * dayWidth >= width) marks.push({ numbers: [number], day })
    else
      marks[marks.length - 1] = {
        numbers: [...new Set([...last.numbers, number])].sort((a, b) => a - b),
        day: last.day,
      }
  }
  return marks
}

function describeWeek({ fromDate, cramps, trackedDays }: Trend['weeks'][number]): string {
  const week = `Week from ${formatDate(fromDate)}`
  if (cramps === null) return `${week}: not known.`
  return `${week}: ${formatCount(cramps, 'cramp')} on ${formatCount(trackedDays, 'known day')}.`
}
