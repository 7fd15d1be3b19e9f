/** Trend of the cramp rate over the twelve weeks up to the report's last date, independent of its first date. */
import { fitTrend, MIN_TRACKED_DAYS_OF_WEEK } from '../analysis/cramp-rates.ts'
import type { Period } from '../kinds/period.ts'
import { addDays } from '../time/calendar-date.ts'
import { crampDay } from '../time/moment.ts'
import { isWithin, listCramps } from './facts.ts'
import type { Trend } from './report.ts'
import { type ReportSection, show, withhold } from './section.ts'
import { type DatedEntries, listTrackedDates } from './tracked-days.ts'

const WEEKS = 12
/** Smallest number of weeks with enough tracked days for which the trend is shown. */
const MIN_WEEKS_FOR_CHART = 4

export function summarizeTrend(diary: DatedEntries, { toDate }: Period): ReportSection<Trend> {
  const tracked = listTrackedDates('cramp', diary)
  const all = { fromDate: addDays(toDate, 1 - 7 * WEEKS), toDate }
  const crampDays = listCramps(diary.entries, all).map(crampDay)
  const weeks = Array.from({ length: WEEKS }, (_, index) => {
    const week = { fromDate: addDays(all.fromDate, 7 * index), toDate: addDays(all.fromDate, 7 * index + 6) }
    const trackedDays = [...tracked].filter(date => isWithin(date, week)).length
    const cramps = trackedDays === 0 ? null : crampDays.filter(day => isWithin(day, week)).length
    return { ...week, trackedDays, cramps }
  })
  const usable = weeks.filter(({ trackedDays }) => trackedDays >= MIN_TRACKED_DAYS_OF_WEEK).length
  if (usable < MIN_WEEKS_FOR_CHART)
    return withhold(
      `A trend needs at least ${MIN_WEEKS_FOR_CHART} of the last ${WEEKS} weeks with ` +
        `${MIN_TRACKED_DAYS_OF_WEEK} answered days or more; there are ${usable}.`,
    )
  return show({ weeks, change: fitTrend(weeks) })
}
