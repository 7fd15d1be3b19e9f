import type { CrampTimes } from '../../shared/analysis/cramp-times.ts'
import {
  findMarkedHours,
  formatTimeInBed,
  writeHoursLeftOutSentence,
  writeHoursSentence,
} from '../../shared/analysis/cramp-times-sentences.ts'
import { hoursFromNoon } from '../../shared/analysis/overview-timeline.ts'
import { formatNumber } from '../data/format.ts'
import { formats } from '../data/sentence-formats.ts'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import type { ChartNumbers } from '../ui/charts/chart-numbers.ts'
import { type HourBar, HoursOfDay } from '../ui/charts/HoursOfDay.tsx'

/** Card with the number of cramps that begin in each hour of the day. */
export function HoursCard({ times, basis }: { times: CrampTimes; basis: ChartBasis }) {
  const { hours, timeInBed } = times
  const marked = findMarkedHours(hours)
  const bars = hoursFromNoon.map((hour): HourBar => {
    const hoursIntoMarked = marked === null ? Number.POSITIVE_INFINITY : (hour - marked.fromHour + 24) % 24
    return { hour, count: hours.counts[hour] ?? 0, isMarked: hoursIntoMarked < 4 }
  })
  const isEmpty = bars.every(({ count }) => count === 0)
  return (
    <ChartCard
      question="When in the day?"
      answer={writeHoursSentence(times, formats)}
      leftOut={writeHoursLeftOutSentence(hours, formats)}
      basis={basis}
      howItIsComputed={
        <p>
          Every cramp counts at the clock hour in which it began, by the clock of the place where you were.
          Times given as "about" count at the hour you entered. The time in bed runs from your median bedtime
          to your median time of getting up. Rayleigh's test, on the first cramp of each day, tells whether
          chance could have bunched them like this; it sees one peak, not two. Most people spend the night
          lying still, so the fact that many cramps come at night says little about why they come.
        </p>
      }
      missing={isEmpty ? { words: 'Log a cramp with the time it began, and its hour will appear.' } : null}
      drawing={
        isEmpty
          ? null
          : {
              chart: (
                <HoursOfDay
                  bars={bars}
                  formatHour={formats.hour}
                  describeBar={({ hour, count }) => ({
                    title: formatHourRange(hour),
                    lines: [`${formatNumber(count)} ${count === 1 ? 'cramp' : 'cramps'}`],
                  })}
                  timeInBed={
                    timeInBed && {
                      fromHours: timeInBed.fromMinutes / 60,
                      untilHours: timeInBed.untilMinutes / 60,
                      words: `Usually in bed: ${formatTimeInBed(timeInBed, formats)}, the median of ${formatNumber(timeInBed.nights)} nights`,
                    }
                  }
                />
              ),
              numbers: [listNumbers(bars)],
            }
      }
    />
  )
}

const listNumbers = (bars: readonly HourBar[]): ChartNumbers => ({
  columns: [{ title: 'Hour' }, { title: 'Cramps' }],
  rows: bars.map(({ hour, count }) => [formatHourRange(hour), count]),
})

const formatHourRange = (hour: number) => `${formats.hour(hour)} to ${formats.hour((hour + 1) % 24)}`
