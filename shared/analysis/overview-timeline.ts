/** Timeline of an overview: consecutive bins of a week, or of a 4-week block where weeks would be too thin. */
import type { Period } from '../kinds/period.ts'
import {
  addDays,
  type CalendarDate,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  mondayOf,
} from '../time/calendar-date.ts'
import type { Overview, WeekOverview } from './overview.ts'

export const overviewSpans = ['12-weeks', '26-weeks', '1-year', 'all'] as const
export type OverviewSpan = (typeof overviewSpans)[number]

/** Earlier than any possible entry: a period from this date covers the whole journal. */
export const BEFORE_ALL_ENTRIES: CalendarDate = '1900-01-01'

const weeksOfSpan = { '12-weeks': 12, '26-weeks': 26, '1-year': 52 } as const

/** Period of a span that ends today. It begins on a Monday; the current week is the last of its weeks. */
export function periodOfSpan(span: OverviewSpan, today: CalendarDate): Period {
  const fromDate =
    span === 'all' ? BEFORE_ALL_ENTRIES : addDays(mondayOf(today), -7 * (weeksOfSpan[span] - 1))
  return { fromDate, toDate: today }
}

/** Data of one bar: the fields of a week, over the days of the bin. */
export interface TimelineBin extends Omit<WeekOverview, 'monday'> {
  /** First and last day inside the period. */
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
  /** Number of days inside the period, tracked or not. */
  readonly days: number
  /** Cramps after the first of their cramp-day: `cramps` minus `crampDays`. */
  readonly furtherCramps: number | null
}

export interface Timeline {
  readonly unit: 'week' | '4-weeks'
  /** Consecutive bins, oldest first; empty when no day of the period is known. */
  readonly bins: readonly TimelineBin[]
}

/** Maximum weeks drawn one by one; more are drawn in blocks of four. */
export const MOST_WEEKS = 106

/**
 * Timeline of an overview. It starts with the period, tracked or not; for the whole journal it starts with the first
 * known week.
 */
export function makeTimeline({ fromDate, toDate, weeks }: Omit<Overview, 'runUp'>): Timeline {
  const first = weeks[0]
  if (first === undefined) return { unit: 'week', bins: [] }
  const start = fromDate === BEFORE_ALL_ENTRIES ? first.monday : mondayOf(fromDate)
  const missing = daysBetween(start, first.monday) / 7
  const before = Array.from({ length: missing }, (_, index) => untrackedWeek(addDays(start, 7 * index)))
  const bins = [...before, ...weeks].map(week => binOfWeek(week, { fromDate, toDate }))
  if (bins.length <= MOST_WEEKS) return { unit: 'week', bins }
  return {
    unit: '4-weeks',
    bins: [...Map.groupBy(bins, bin => getBlockOfWeeks(bin.fromDate)).values()].map(joinBins),
  }
}

/** Bins of the weeks before the first bar, which the moving rate needs. */
export const makeRunUp = ({ runUp }: Pick<Overview, 'runUp'>): readonly TimelineBin[] =>
  runUp.map(week => binOfWeek(week, { fromDate: week.monday, toDate: addDays(week.monday, 6) }))

/** Number of a week's 28-day block, counted from Monday 1970-01-05, so that adding old data never shifts the blocks. */
export function getBlockOfWeeks(firstDate: CalendarDate): number {
  return Math.floor((dayNumber(firstDate) - 4) / 28)
}

function untrackedWeek(monday: CalendarDate): WeekOverview {
  return {
    monday,
    crampTrackedDays: 0,
    cramps: null,
    crampDays: null,
    fluidMlPerDay: null,
    fluidTrackedDays: 0,
    activityLoadPerDay: null,
    activityTrackedDays: 0,
  }
}

function binOfWeek({ monday, ...week }: WeekOverview, period: Period): TimelineBin {
  const firstDay = Math.max(dayNumber(monday), dayNumber(period.fromDate))
  const lastDay = Math.min(dayNumber(monday) + 6, dayNumber(period.toDate))
  return {
    ...week,
    fromDate: dateOfDayNumber(firstDay),
    toDate: dateOfDayNumber(lastDay),
    days: lastDay - firstDay + 1,
    furtherCramps: week.cramps === null || week.crampDays === null ? null : week.cramps - week.crampDays,
  }
}

/** Merges bins: adds counts, weights means by their tracked days. @throws RangeError for no bins. */
export function joinBins(bins: readonly TimelineBin[]): TimelineBin {
  const first = bins[0]
  const last = bins.at(-1)
  if (first === undefined || last === undefined) throw new RangeError('bins: at least one is needed')
  const add = (countOf: (bin: TimelineBin) => number) => bins.reduce((sum, bin) => sum + countOf(bin), 0)
  const addKnown = (countOf: (bin: TimelineBin) => number | null) =>
    bins.every(bin => countOf(bin) === null) ? null : add(bin => countOf(bin) ?? 0)
  const fluidTrackedDays = add(bin => bin.fluidTrackedDays)
  const activityTrackedDays = add(bin => bin.activityTrackedDays)
  return {
    fromDate: first.fromDate,
    toDate: last.toDate,
    days: add(bin => bin.days),
    crampTrackedDays: add(bin => bin.crampTrackedDays),
    cramps: addKnown(bin => bin.cramps),
    crampDays: addKnown(bin => bin.crampDays),
    furtherCramps: addKnown(bin => bin.furtherCramps),
    fluidTrackedDays,
    fluidMlPerDay:
      fluidTrackedDays === 0
        ? null
        : add(bin => (bin.fluidMlPerDay ?? 0) * bin.fluidTrackedDays) / fluidTrackedDays,
    activityTrackedDays,
    activityLoadPerDay:
      activityTrackedDays === 0
        ? null
        : add(bin => (bin.activityLoadPerDay ?? 0) * bin.activityTrackedDays) / activityTrackedDays,
  }
}

/** Clock hours in drawing order, from noon to noon, so that a night stays in one piece. */
export const hoursFromNoon: readonly number[] = Array.from({ length: 24 }, (_, index) => (index + 12) % 24)

export interface HourWindow {
  /** Clock hour at which it begins. */
  readonly fromHour: number
  /** Clock hour at which it ends, excluded. */
  readonly toHour: number
  readonly count: number
}

const WINDOW_HOURS = 4

/**
 * The four consecutive clock hours, also across midnight, in which most cramps began; of equal ones the first from
 * noon on.
 *
 * @param counts per clock hour, index 0 being midnight
 */
export function findBusiestHours(counts: readonly number[]): HourWindow {
  const windows = hoursFromNoon.map(fromHour => {
    const hours = Array.from({ length: WINDOW_HOURS }, (_, index) => (fromHour + index) % 24)
    return {
      fromHour,
      toHour: (fromHour + WINDOW_HOURS) % 24,
      count: hours.reduce((sum, hour) => sum + (counts[hour] ?? 0), 0),
    }
  })
  return windows.reduce((best, window) => (window.count > best.count ? window : best))
}
