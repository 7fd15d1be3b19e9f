import type { CrampTimes } from '../../shared/analysis/cramp-times.ts'
import { writeWeekdaysSentence } from '../../shared/analysis/cramp-times-sentences.ts'
import { dateOfDayNumber } from '../../shared/time/calendar-date.ts'
import { formatDate } from '../data/format.ts'
import { formats } from '../data/sentence-formats.ts'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import { IntervalRows, makeScale } from '../ui/charts/IntervalRows.tsx'
import { formatShare, listShare, makeShareRow, shareColumns } from './share-rows.ts'

/** The days of the week, and work days against days off. */
export function WeekdaysCard({ times, basis }: { times: CrampTimes; basis: ChartBasis }) {
  const { weekdays, workDays, offDays } = times
  const lines = [
    ...weekdays.map((share, weekday) => ({
      name: `${nameOf(weekday)}${share.isOff ? ' (off)' : ''}`,
      heading: 'By weekday',
      share,
    })),
    { name: 'Work days', heading: 'Together', share: workDays },
    { name: 'Days off', heading: 'Together', share: offDays },
  ]
  const rows = lines.map(({ name, heading, share }) =>
    makeShareRow({ key: name, label: name, heading }, share),
  )
  const isEmpty = workDays.days + offDays.days === 0
  return (
    <ChartCard
      question="On which days of the week?"
      answer={writeWeekdaysSentence(times, formats)}
      basis={basis}
      howItIsComputed={
        <p>
          A day runs from noon to noon, so the night after Monday counts towards Monday. The bars are shares
          of the answered days, the lines 95% intervals (Wilson): where chance alone could have put the share.
          Days about which you said nothing are left out. Days off are those in your settings.
        </p>
      }
      missing={
        isEmpty ? { words: 'Log a cramp, or say that a day had none, and its weekday will appear.' } : null
      }
      drawing={
        isEmpty
          ? null
          : {
              chart: (
                <IntervalRows
                  title={
                    <>
                      <b>Days with a cramp</b> in % of answered days, with 95% interval
                    </>
                  }
                  rows={rows}
                  scale={makeScale(rows, formatShare)}
                />
              ),
              numbers: [
                {
                  columns: [{ title: 'Day' }, ...shareColumns()],
                  rows: lines.map(({ name, share }) => [name, ...listShare(share)]),
                },
              ],
            }
      }
    />
  )
}

/** 1970-01-05 was a Monday. */
const nameOf = (weekday: number) => formatDate(dateOfDayNumber(4 + weekday), 'weekday')
