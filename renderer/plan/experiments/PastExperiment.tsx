import type { ExperimentResult } from '../../../shared/experiments/analysis.ts'
import { WITH, WITHOUT } from '../../../shared/experiments/design.ts'
import { trials } from '../../../shared/experiments/trials.ts'
import type { ExperimentView } from '../../../shared/experiments/view.ts'
import {
  experimentVerdictWords,
  formatDesign,
  writeResultSentences,
} from '../../../shared/experiments/words.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { formatDate, formatDateRange, formatNumber } from '../../data/format.ts'
import { formats } from '../../data/sentence-formats.ts'
import { ChartCard } from '../../ui/charts/ChartCard.tsx'
import type { ChartNumbers } from '../../ui/charts/chart-numbers.ts'
import { ExperimentPeriods, type PeriodBar } from '../../ui/charts/ExperimentPeriods.tsx'

export interface PastExperimentProps {
  experiment: ExperimentView
  result: ExperimentResult
}

const DAYS_PER_WEEK = 7

/** An experiment that is over: what it has shown, in words, as a chart and as a table. */
export function PastExperiment({ experiment, result }: PastExperimentProps) {
  const { subject, stop } = experiment
  const { counts, certainty, leftOut } = writeResultSentences(subject, result, formats)
  const rows = result.periods.map(toRow)
  const isCompared = rows.some(({ crampsPerWeek }) => crampsPerWeek !== null)
  return (
    <ChartCard
      startsOpen
      question={trials[subject].question}
      answer={`${experimentVerdictWords[result.verdict]}. ${counts} ${certainty}`}
      leftOut={[
        `${describeDates(experiment)}: ${formatDesign(experiment.design)}.`,
        describeStop(stop),
        leftOut,
      ]
        .filter(Boolean)
        .join(' ')}
      howItIsComputed={<HowItIsComputed test={result.test} />}
      missing={
        rows.length === 0
          ? { words: 'It ended before any of its periods was over.' }
          : isCompared
            ? null
            : { words: 'No period has enough days that count, so there is nothing to draw.' }
      }
      drawing={
        !isCompared
          ? null
          : {
              chart: <Chart rows={rows} subject={subject} />,
              numbers: [listPeriods({ rows, subject })],
            }
      }
    />
  )
}

interface Row extends PeriodBar {
  readonly dates: string
  readonly began: string
  readonly cramps: number
  readonly countedDays: number
  readonly plannedDays: number
}

function toRow(tally: ExperimentResult['periods'][number]): Row {
  const { number, arm, fromDate, toDate, cramps, countedDays, plannedDays, isCompared } = tally
  return {
    number,
    isWith: arm === WITH,
    crampsPerWeek: isCompared ? (DAYS_PER_WEEK * cramps) / countedDays : null,
    dates: formatDateRange(fromDate, toDate),
    began: formatDate(fromDate, 'day'),
    cramps,
    countedDays,
    plannedDays,
  }
}

interface RowsProps {
  rows: readonly Row[]
  subject: ExperimentView['subject']
}

function Chart({ rows, subject }: RowsProps) {
  const { arms } = trials[subject]
  const rowOf = (number: number) => rows.find(row => row.number === number)
  return (
    <ExperimentPeriods
      bars={rows}
      withName={arms[WITH].name}
      withoutName={arms[WITHOUT].name}
      formatTick={number => rowOf(number)?.began ?? ''}
      describeBar={({ number, isWith }) => ({
        title: rowOf(number)?.dates ?? '',
        lines: [arms[isWith ? WITH : WITHOUT].name, ...describeRow(rowOf(number))],
      })}
    />
  )
}

function describeRow(row: Row | undefined): string[] {
  if (row === undefined) return []
  const { cramps, countedDays, plannedDays } = row
  return [`${formatNumber(cramps)} cramps`, `${formatNumber(countedDays)} of ${plannedDays} days count`]
}

/** The periods as numbers, in the words of the trial. */
function listPeriods({ rows, subject }: RowsProps): ChartNumbers {
  const { arms } = trials[subject]
  return {
    columns: [
      { title: 'Period' },
      { title: 'What was done' },
      { title: 'Days that count' },
      { title: 'Days planned' },
      { title: 'Cramps' },
      { title: 'Cramps per week', digits: 1, unknown: 'left out' },
    ],
    rows: rows.map(({ dates, isWith, countedDays, plannedDays, cramps, crampsPerWeek }) => [
      dates,
      arms[isWith ? WITH : WITHOUT].name,
      countedDays,
      plannedDays,
      cramps,
      crampsPerWeek,
    ]),
  }
}

/** The days on which it ran: a stop cuts off what was planned after it. */
function describeDates({ firstDate, lastDate, stop }: ExperimentView): string {
  if (stop === null) return formatDateRange(firstDate, lastDate)
  const end = addDays(stop.on, -1)
  return formatDateRange(firstDate, end < firstDate ? firstDate : end)
}

function describeStop(stop: ExperimentView['stop']): string {
  if (stop === null) return ''
  const on = formatDate(stop.on)
  return stop.because === 'person'
    ? `You ended it early, on ${on}.`
    : `It ended on ${on}, because you wrote down a sign that a doctor should see.`
}

function HowItIsComputed({ test }: { test: ExperimentResult['test'] }) {
  return (
    <>
      <p>
        A day counts when you said that you kept to the plan, and when it is known whether there was a cramp
        between its noon and the next. Each period has a rate: cramps by counted days. The two halves are
        compared by the difference of their mean rates.
      </p>
      {test !== null && (
        <p>
          Since the order was drawn by chance, it could have been another: there are{' '}
          {formatNumber(test.assignments)}.{' '}
          {test.method === 'enumerated' ? 'All of them' : 'A sample of 9,999 of them'} were put in place of
          yours with the same cramps; p = {formatNumber(test.pValue, 3)} is the share that makes at least as
          large a difference. At 0.05 or less the question counts as settled. The range of the effect comes
          from a Poisson regression, widened where cramps vary more than chance would have it.
        </p>
      )}
    </>
  )
}
