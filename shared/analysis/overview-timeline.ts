/** An overview made ready to be drawn: an unbroken row of weeks, or of 4-week blocks where weeks would be too thin. */
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

/** Before any entry a journal can hold: a period from here on is everything there is. */
export const BEFORE_ALL_ENTRIES: CalendarDate = '1900-01-01'

const weeksOfSpan = { '12-weeks': 12, '26-weeks': 26, '1-year': 52 } as const

/** The period of a span that ends today. It begins on a Monday, and the running week is the last of its weeks. */
export function periodOfSpan(span: OverviewSpan, today: CalendarDate): Period {
  const fromDate =
    span === 'all' ? BEFORE_ALL_ENTRIES : addDays(mondayOf(today), -7 * (weeksOfSpan[span] - 1))
  return { fromDate, toDate: today }
}

/** One bar's worth of days, with the fields of a week. */
export interface TimelineBin extends Omit<WeekOverview, 'monday'> {
  /** First and last day inside the period. */
  readonly fromDate: CalendarDate
  readonly toDate: CalendarDate
  /** How many days that is: the most that can be tracked. */
  readonly days: number
  /** Cramps beyond the first of their cramp-day: with `crampDays` they make up `cramps`. */
  readonly furtherCramps: number | null
}

export interface Timeline {
  readonly unit: 'week' | '4-weeks'
  /** Oldest first, without holes; empty when nothing is known of the period. */
  readonly bins: readonly TimelineBin[]
}

/** More weeks than this are drawn in blocks of four. */
export const MOST_WEEKS = 106

/**
 * The row of bars for an overview. A period with a beginning is shown from there, even where nothing was tracked; one
 * that takes in everything, from the journal's first known week.
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

/** The weeks before the first bar, for what looks back on them. */
export const makeRunUp = ({ runUp }: Pick<Overview, 'runUp'>): readonly TimelineBin[] =>
  runUp.map(week => binOfWeek(week, { fromDate: week.monday, toDate: addDays(week.monday, 6) }))

/** The 28-day block a week lies in, counted from the Monday 1970-01-05: old data, when added, never shifts the blocks. */
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

/** Several bins as one: counts added, means weighted by their tracked days. @throws RangeError for no bins. */
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

/** Hours in the order in which they are drawn, from noon to noon, so that a night stays in one piece. */
export const hoursFromNoon: readonly number[] = Array.from({ length: 24 }, (_, index) => (index + 12) % 24)

export interface HourWindow {
  /** Clock hour at which it begins. */
  readonly fromHour: number
  /** Clock hour at which it ends; the window lies before it. */
  readonly toHour: number
  readonly count: number
}

const WINDOW_HOURS = 4

/**
 * The four clock hours in a row, through midnight if need be, in which most cramps began; of equal ones the first from
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
