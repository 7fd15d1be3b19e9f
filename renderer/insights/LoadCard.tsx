import { describeLoad, describeLoadLeftOut } from '../../shared/analysis/habit-sentences.ts'
import {
  ACUTE_DAYS,
  BAND_LIMITS,
  CHRONIC_DAYS,
  type LoadBand,
  type LoadPattern,
  MIN_ACUTE_DAYS,
  MIN_CHRONIC_DAYS,
} from '../../shared/analysis/load-pattern.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { ChartCard } from '../charts/ChartCard.tsx'
import { IntervalRows, makeScale } from '../charts/IntervalRows.tsx'
import { LoadOverTime, type LoadWeek } from '../charts/LoadOverTime.tsx'
import { formatDateRange, formatNumber } from '../format.ts'
import { formats } from './formats.ts'
import { formatShare, makeShareRow } from './share-rows.ts'

/** The load of the last week against that of the last four, beside the cramps. */
export function LoadCard({ load }: { load: LoadPattern }) {
  const isEmpty = load.weeks.every(({ acutePerDay }) => acutePerDay === null)
  return (
    <ChartCard
      question="Do cramps follow hard weeks?"
      answer={describeLoad(load, formats)}
      leftOut={describeLoadLeftOut(load, formats)}
      howItIsComputed={
        <p>
          Load is minutes times exertion, as a mean per day on which it is known; standing and sitting are not
          in it. For each tracked day the mean of the {ACUTE_DAYS} dates that end with it (at least{' '}
          {MIN_ACUTE_DAYS} of them known) is set against that of the last {CHRONIC_DAYS} (at least{' '}
          {MIN_CHRONIC_DAYS} known). Below {formatNumber(BAND_LIMITS.below, 1)} times what was usual is a
          lighter week, above {formatNumber(BAND_LIMITS.above, 1)} times a harder one. These limits come from
          research on injuries in team sports, where they are disputed; nobody has tried them on cramps. The
          lines are 95% intervals (Wilson). Cramps of legs and feet unless another place is chosen.
        </p>
      }
      missing={
        isEmpty
          ? {
              words: `Log your activities with minutes and exertion, or say that a day had none: from ${MIN_ACUTE_DAYS} days of a week on the load shows, from ${MIN_CHRONIC_DAYS} of four weeks on the comparison.`,
            }
          : null
      }
      drawing={
        isEmpty
          ? null
          : {
              chart: <LoadChart load={load} />,
              numbers: {
                columns: [
                  { title: 'Week' },
                  { title: 'Load per day, this week', digits: 1, unknown: 'unknown' },
                  { title: 'Load per day, 4 weeks', digits: 1, unknown: 'unknown' },
                  { title: 'Cramps' },
                  { title: 'Tracked days' },
                ],
                rows: load.weeks
                  .toReversed()
                  .map(({ monday, acutePerDay, chronicPerDay, cramps, trackedDays }) => [
                    formatWeek(monday),
                    acutePerDay,
                    chronicPerDay,
                    cramps,
                    trackedDays,
                  ]),
              },
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

function LoadChart({ load: { weeks, bands } }: { load: LoadPattern }) {
  const rows = bands.map(band => makeShareRow({ key: band.band, label: bandLabels[band.band] }, band))
  return (
    <>
      <LoadOverTime weeks={weeks} describeWeek={describeWeek} />
      <IntervalRows
        title={
          <>
            <b>Days with a cramp</b> in % of tracked days, by the week before, with 95% interval
          </>
        }
        rows={rows}
        scale={makeScale(rows, formatShare)}
      />
    </>
  )
}

const formatWeek = (monday: string) => formatDateRange(monday, addDays(monday, 6))

function describeWeek({ monday, acutePerDay, chronicPerDay, cramps, trackedDays }: LoadWeek) {
  const load = (value: number | null) => (value === null ? 'unknown' : `${formatNumber(value)} a day`)
  return {
    title: formatWeek(monday),
    lines: [
      `This week: ${load(acutePerDay)}`,
      `4 weeks: ${load(chronicPerDay)}`,
      cramps === null
        ? 'Cramps: not tracked'
        : `Cramps: ${formatNumber(cramps)}, tracked ${formatNumber(trackedDays)} of 7 days`,
    ],
  }
}
