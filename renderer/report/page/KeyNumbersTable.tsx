import type { KeyNumbers, OutcomeMeasures } from '../../../shared/report/report.ts'
import { formatDateRange, formatNumber } from '../../data/format.ts'
import classes from './Report.module.css'
import {
  describeChange,
  formatBother,
  formatCount,
  formatIntensity,
  formatLengths,
  formatRate,
  formatSleep,
  formatSoreness,
  NOT_RECORDED,
} from './report-words.ts'

const measures: readonly { name: string; say: (numbers: OutcomeMeasures) => string }[] = [
  { name: 'Cramps per 4 weeks', say: ({ cramps }) => formatRate(cramps) },
  { name: 'Cramp days per 4 weeks', say: ({ crampDays }) => formatRate(crampDays) },
  { name: 'Nights woken by a cramp', say: formatNights },
  { name: 'Intensity 0–10, median', say: ({ intensity }) => formatIntensity(intensity) },
  { name: 'Length, median (middle half)', say: ({ durationSeconds }) => formatLengths(durationSeconds) },
  { name: 'Soreness afterwards, median', say: ({ sorenessHours }) => formatSoreness(sorenessHours) },
  { name: 'Sleep disturbance 0–10, median', say: ({ sleepDisturbance }) => formatSleep(sleepDisturbance) },
  { name: 'Got in the way of my day, 0–10, median', say: ({ bother }) => formatBother(bother) },
]

function formatNights({
  crampCount,
  trackedDays,
  nightsWoken: { nights, unknown },
}: OutcomeMeasures): string {
  if (crampCount > 0 && unknown === crampCount) return NOT_RECORDED
  return `${formatNumber(nights)} of ${formatNumber(trackedDays)}${unknown > 0 ? `, unknown for ${formatCount(unknown, 'cramp')}` : ''}`
}

/** Frequency, duration and intensity of cramps: in the last days, in the days before, and over the whole period. */
export function KeyNumbersTable({ numbers: { last, before, whole, change } }: { numbers: KeyNumbers }) {
  const columns = [
    { name: `Last ${formatCount(last.trackedDays, 'tracked day')}`, numbers: last },
    {
      name: before === null ? 'Before' : `${formatCount(before.trackedDays, 'tracked day')} before`,
      numbers: before,
    },
    { name: `Whole period, ${formatCount(whole.trackedDays, 'tracked day')}`, numbers: whole },
  ]
  const texts = measures.map(({ name, say }) => ({
    name,
    cells: columns.map(column => (column.numbers === null ? NOT_RECORDED : say(column.numbers))),
  }))
  // Rows without any value are left out and listed below the table.
  const isRecorded = ({ cells }: (typeof texts)[number]) => cells.some(cell => cell !== NOT_RECORDED)
  const unrecorded = texts.filter(row => !isRecorded(row)).map(({ name }) => name.split(/[,0-9]/)[0]?.trim())
  return (
    <>
      <table className={`${classes.table} ${classes.numbers}`}>
        <thead>
          <tr>
            <td className={classes.dates}>Rates with 95% confidence interval</td>
            {columns.map(({ name, numbers }) => (
              <th key={name} scope="col" className={classes.stretch}>
                {name}
                <span className={classes.dates}>
                  {numbers === null
                    ? 'too few tracked days'
                    : `${formatDateRange(numbers.fromDate, numbers.toDate)}, ${formatCount(numbers.crampCount, 'cramp')}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {texts.filter(isRecorded).map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={columns[index]?.name}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>
        {change !== null && (
          <>
            Cramps of the last {formatCount(last.trackedDays, 'tracked day')} against those before:{' '}
            <strong>{describeChange(change)}</strong>.{' '}
          </>
        )}
        {unrecorded.length > 0 && `Not recorded: ${unrecorded.join(', ').toLowerCase()}.`}
      </p>
    </>
  )
}
