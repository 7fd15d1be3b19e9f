import { writeLoadLeftOutSentence, writeLoadSentence } from '../../shared/analysis/habit-sentences.ts'
import {
  ACUTE_DAYS,
  BAND_LIMITS,
  CHRONIC_DAYS,
  type LoadBand,
  type LoadBin,
  type LoadPattern,
  type LoadTimeline,
  MIN_ACUTE_DAYS,
  MIN_CHRONIC_DAYS,
  makeLoadTimeline,
} from '../../shared/analysis/load-pattern.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { formatDateRange, formatNumber } from '../data/format.ts'
import { formats } from '../data/sentence-formats.ts'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import type { ChartNumbers } from '../ui/charts/chart-numbers.ts'
import { IntervalRows, makeScale } from '../ui/charts/IntervalRows.tsx'
import { LoadOverTime } from '../ui/charts/LoadOverTime.tsx'
import { formatShare, listShare, makeShareRow, shareColumns } from './share-rows.ts'

/** Ratio of the last week's load to that of the last four weeks, with the cramps. */
export function LoadCard({ load, basis }: { load: LoadPattern; basis: ChartBasis }) {
  const isEmpty = load.weeks.every(({ acutePerDay }) => acutePerDay === null)
  const timeline = makeLoadTimeline(load)
  return (
    <ChartCard
      question="Do cramps follow hard weeks?"
      answer={writeLoadSentence(load, formats)}
      leftOut={writeLoadLeftOutSentence(load, formats)}
      basis={basis}
      howItIsComputed={
        <p>
          Load is minutes times exertion, averaged over the days on which it is known; standing and sitting do
          not count. For each answered day, the average of the {ACUTE_DAYS} days up to and including it (at
          least {MIN_ACUTE_DAYS} of them known) is compared with that of the last {CHRONIC_DAYS} (at least{' '}
          {MIN_CHRONIC_DAYS} known). Below {formatNumber(BAND_LIMITS.below, 1)} times what was usual is a
          lighter week, above {formatNumber(BAND_LIMITS.above, 1)} times a harder one. These limits come from
          research on injuries in team sports, where they are disputed; they have not been tested on cramps.
          The lines are 95% intervals (Wilson). Cramps of legs and feet unless another place is chosen.
        </p>
      }
      missing={
        isEmpty
          ? {
              words: `Log your activities with minutes and exertion, or say that a day had none: the load appears once ${MIN_ACUTE_DAYS} days of a week are known, the comparison once ${MIN_CHRONIC_DAYS} days of four weeks are.`,
            }
          : null
      }
      drawing={
        isEmpty
          ? null
          : {
              chart: <LoadChart timeline={timeline} bands={load.bands} />,
              numbers: [listBins(timeline), listBands(load)],
            }
      }
    />
  )
}

const bandLabels: Record<LoadBand, string> = {
  below: 'After a lighter week',
  usual: 'After a usual week',
  above: 'After a harder week',
}

interface LoadChartProps {
  timeline: LoadTimeline
  bands: LoadPattern['bands']
}

function LoadChart({ timeline, bands }: LoadChartProps) {
  const rows = bands.map(band => makeShareRow({ key: band.band, label: bandLabels[band.band] }, band))
  return (
    <>
      <LoadOverTime timeline={timeline} describeBin={describeBin} />
      <IntervalRows
        title={
          <>
            <b>Days with a cramp</b> in % of answered days, by the week before, with 95% interval
          </>
        }
        rows={rows}
        scale={makeScale(rows, formatShare)}
      />
    </>
  )
}

/** Newest first. In blocks of four weeks there is no load of the single week. */
function listBins({ unit, bins }: LoadTimeline): ChartNumbers {
  const isWeekly = unit === 'week'
  return {
    title: isWeekly ? 'Week by week' : 'Four weeks by four weeks',
    columns: [
      { title: isWeekly ? 'Week' : '4 weeks' },
      ...(isWeekly ? [{ title: 'Load per day, this week', digits: 1, unknown: 'unknown' }] : []),
      { title: 'Load per day, 4 weeks', digits: 1, unknown: 'unknown' },
      { title: 'Cramps' },
      { title: 'Answered days' },
    ],
    rows: bins
      .toReversed()
      .map(bin => [
        formatBin(bin),
        ...(isWeekly ? [bin.acutePerDay] : []),
        bin.chronicPerDay,
        bin.cramps,
        bin.trackedDays,
      ]),
  }
}

const listBands = ({ bands }: LoadPattern): ChartNumbers => ({
  title: 'Days with a cramp, by the week before',
  columns: [{ title: 'After' }, ...shareColumns()],
  rows: bands.map(band => [bandLabels[band.band], ...listShare(band)]),
})

const formatBin = ({ fromDate, weeks }: LoadBin) =>
  formatDateRange(fromDate, addDays(fromDate, 7 * weeks - 1))

function describeBin(bin: LoadBin) {
  const { weeks, acutePerDay, chronicPerDay, cramps, trackedDays } = bin
  const load = (value: number | null) => (value === null ? 'unknown' : `${formatNumber(value)} a day`)
  return {
    title: formatBin(bin),
    lines: [
      ...(weeks === 1 ? [`This week: ${load(acutePerDay)}`] : []),
      `4 weeks: ${load(chronicPerDay)}`,
      cramps === null
        ? 'Cramps: not answered'
        : `Cramps: ${formatNumber(cramps)}, answered on ${formatNumber(trackedDays)} of ${formatNumber(7 * weeks)} days`,
    ],
  }
}
