import type { Caps } from '../../../shared/report/cuts.ts'
import type { KeyNumbers, OutcomeMeasures } from '../../../shared/report/report.ts'
import { formatDateRange, formatNumber } from '../../data/format.ts'
import classes from './Report.module.css'
import {
  describeChange,
  formatBother,
  formatCount,
  formatIntensity,
  formatLengths,
  formatLengthsOnly,
  formatRate,
  formatRateOnly,
  formatSleep,
  formatSoreness,
  NOT_RECORDED,
  nameChange,
} from './report-words.ts'

interface Measure {
  readonly name: string
  readonly say: (numbers: OutcomeMeasures) => string
  /** Shorter text, where intervals and quartiles are on page two. */
  readonly sayShort?: (numbers: OutcomeMeasures) => string
}

/** In the order in which they are kept on page one. */
const measures: readonly Measure[] = [
  {
    name: 'Cramps per 4 weeks',
    say: ({ cramps }) => formatRate(cramps),
    sayShort: ({ cramps }) => formatRateOnly(cramps),
  },
  {
    name: 'Cramp days per 4 weeks',
    say: ({ crampDays }) => formatRate(crampDays),
    sayShort: ({ crampDays }) => formatRateOnly(crampDays),
  },
  { name: 'Nights woken', say: formatNights },
  { name: 'Intensity 0–10, median', say: ({ intensity }) => formatIntensity(intensity) },
  {
    name: 'Length, median',
    say: ({ durationSeconds }) => formatLengths(durationSeconds),
    sayShort: ({ durationSeconds }) => formatLengthsOnly(durationSeconds),
  },
  { name: 'Sleep disturbed, 0–10', say: ({ sleepDisturbance }) => formatSleep(sleepDisturbance) },
  { name: 'Sore afterwards, median', say: ({ sorenessHours }) => formatSoreness(sorenessHours) },
  { name: 'In the way of my day, 0–10', say: ({ bother }) => formatBother(bother) },
]

function formatNights({
  crampCount,
  trackedDays,
  nightsWoken: { nights, unknown, unknownNights },
}: OutcomeMeasures): string {
  if (crampCount > 0 && unknown === crampCount) return NOT_RECORDED
  if (unknownNights !== null)
    return `${formatNumber(nights)} of ${formatCount(trackedDays - unknownNights, 'known night')}`
  // Reports of earlier versions count the cramps without an answer, not their nights.
  return `${formatNumber(nights)} of ${formatNumber(trackedDays)}${unknown > 0 ? `, unknown for ${formatCount(unknown, 'cramp')}` : ''}`
}

export interface KeyNumbersTableProps {
  numbers: KeyNumbers
  caps: Pick<Caps, 'measures' | 'hasIntervals'>
}

/** True if page one leaves out intervals or rows of the table. */
export const isTableCut = (numbers: KeyNumbers, caps: KeyNumbersTableProps['caps']) =>
  !caps.hasIntervals || listRows(numbers, true).recorded.length > caps.measures

/** Frequency, duration and intensity of cramps: in the last days, in the days before, and over the whole period. */
export function KeyNumbersTable({ numbers, caps }: KeyNumbersTableProps) {
  const { before, change } = numbers
  const { recorded, unrecorded } = listRows(numbers, caps.hasIntervals)
  const columns = listColumns(numbers)
  const countCramps = (count: number) => (caps.hasIntervals ? `, ${formatCount(count, 'cramp')}` : '')
  const more = Math.max(0, recorded.length - caps.measures)
  return (
    <>
      <table className={`${classes.table} ${classes.numbers}`}>
        <thead>
          <tr>
            <td className={classes.dates}>{caps.hasIntervals && 'Rates with 95% confidence interval'}</td>
            {columns.map(({ name, numbers: ofColumn }) => (
              <th key={name} scope="col" className={classes.stretch}>
                {name}
                <span className={classes.dates}>
                  {ofColumn === null
                    ? 'too few known days'
                    : `${formatDateRange(ofColumn.fromDate, ofColumn.toDate)}${countCramps(ofColumn.crampCount)}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recorded.slice(0, caps.measures).map(({ name, cells }) => (
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
            Against the {formatCount(before?.trackedDays ?? 0, 'known day')} before:{' '}
            <strong>{caps.hasIntervals ? describeChange(change) : nameChange(change)}</strong>.{' '}
          </>
        )}
        {unrecorded.length > 0 && `Not recorded: ${unrecorded.join(', ').toLowerCase()}. `}
        {more > 0
          ? `On page 2: ${formatCount(more, 'more line')}${caps.hasIntervals ? '' : ' and all intervals'}.`
          : !caps.hasIntervals && 'Intervals on page 2.'}
      </p>
    </>
  )
}

function listColumns({ last, before, whole }: KeyNumbers) {
  return [
    { name: `Last ${formatCount(last.trackedDays, 'known day')}`, numbers: last },
    {
      name: before === null ? 'Before' : `${formatCount(before.trackedDays, 'known day')} before`,
      numbers: before,
    },
    { name: `All ${formatCount(whole.trackedDays, 'known day')}`, numbers: whole },
  ]
}

/** Rows with a value in some column, and the names of those without any. */
function listRows(numbers: KeyNumbers, hasIntervals: boolean) {
  const rows = measures.map(({ name, say, sayShort }) => ({
    name,
    cells: listColumns(numbers).map(column =>
      column.numbers === null ? NOT_RECORDED : ((hasIntervals ? undefined : sayShort) ?? say)(column.numbers),
    ),
  }))
  const isRecorded = ({ cells }: (typeof rows)[number]) => cells.some(cell => cell !== NOT_RECORDED)
  return {
    recorded: rows.filter(isRecorded),
    unrecorded: rows.filter(row => !isRecorded(row)).map(({ name }) => name.split(/[,0-9]/)[0]?.trim()),
  }
}
