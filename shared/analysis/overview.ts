/**
 * What Insights describes before anything is tested: cramps per week over fluids and activity load, and the hour of
 * day. Weeks are calendar weeks, Monday to Sunday. What was not tracked is null, never zero.
 */
import { z } from 'zod'
import { isStill } from '../kinds/activities.ts'
import type { CheckIn } from '../kinds/check-in.ts'
import { createDayHours } from '../kinds/day-hours.ts'
import type { Entry, EntryOf } from '../kinds/entry.ts'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate, dateOfDayNumber, dayNumber, mondayOf } from '../time/calendar-date.ts'
import { type CrampFilter, everyCramp, judgeCramp } from './cramp-filter.ts'
import type { DayNumber } from './diary/diary.ts'
import { type TimelineMark, timelineMark } from './timeline-marks.ts'

const weekOverview = z.strictObject({
  /** The week's first day. */
  monday: calendarDateField,
  /** Cramp-days of this week, 0 to 7, for which the journal knows whether there was a cramp. */
  crampTrackedDays: z.int().min(0).max(7),
  /** Episodes that began on this week's cramp-days; null when none of them was tracked. */
  cramps: z.int().nullable(),
  /** Cramp-days with at least one episode; null when none was tracked. */
  crampDays: z.int().nullable(),
  /** Mean ml per day over the days checked in as complete; null when there was none. */
  fluidMlPerDay: z.number().nullable(),
  fluidTrackedDays: z.int().min(0).max(7),
  /** Mean of minutes x exertion per tracked day; days with a session of unknown exertion are not counted. */
  activityLoadPerDay: z.number().nullable(),
  activityTrackedDays: z.int().min(0).max(7),
})
export type WeekOverview = z.infer<typeof weekOverview>

export const overview = z.strictObject({
  fromDate: calendarDateField,
  toDate: calendarDateField,
  /** From the first week of which anything is known to the last of the period; empty when nothing is known. */
  weeks: z.array(weekOverview),
  /** The weeks right before the period, as far as anything is known of them: a rate over four weeks looks back on them. */
  runUp: z.array(weekOverview),
  /** Changes to be marked beside the weeks, oldest first. */
  marks: z.array(timelineMark),
})
export type Overview = z.infer<typeof overview>

/** So many weeks before the first of a period are part of its first rate. */
const RUN_UP_WEEKS = 3

/** From here on entries and check-ins are asked for. */
export const getRunUpStart = (fromDate: CalendarDate): CalendarDate =>
  addDays(mondayOf(fromDate), -7 * RUN_UP_WEEKS)

/** What an overview is made of. */
export interface OverviewSource {
  readonly period: Period
  /**
   * In any order, from `getRunUpStart` on; what lies outside of that is ignored. The period's last cramp-day ends at noon of the next day,
   * so the entries of that morning belong here too.
   */
  readonly entries: readonly Entry[]
  /** From the day before the first to the day after the last. */
  readonly checkIns: readonly CheckIn[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** The cramps that are asked about; every one unless told. */
  readonly filter?: CrampFilter
  /** What to mark; nothing unless told. */
  readonly marks?: readonly TimelineMark[]
}

/** What the journal knows of one date: of the cramp-day that starts on it, and of the journal's day for the rest. */
interface DayTally {
  crampTracked: boolean
  cramps: number
  /** A cramp that may be one of those asked for: without one that is, nobody knows whether there was any. */
  mayHaveCramp: boolean
  fluidTracked: boolean
  fluidMl: number
  activityTracked: boolean
  /** A session without exertion makes the day's load unknown, not small. */
  loadKnown: boolean
  load: number
}

/**
 * Describes a period week by week and by the hour of day. One pass over the entries.
 *
 * Weeks before the first of which anything is known are left out: a period may reach back to before the journal
 * began, which is how the page asks for "everything".
 */
export function makeOverview(source: OverviewSource): Overview {
  const { fromDate, toDate } = source.period
  const days = tallyDays(source)
  const runUpStart = getRunUpStart(fromDate)
  const runUpEnd = addDays(mondayOf(fromDate), -1)
  const before = tallyDays({ ...source, period: { fromDate: runUpStart, toDate: runUpEnd } })
  let firstKnown = Number.POSITIVE_INFINITY
  for (const [day, tally] of days) if (day < firstKnown && isKnown(tally)) firstKnown = day
  return {
    fromDate,
    toDate,
    weeks:
      firstKnown === Number.POSITIVE_INFINITY ? [] : summarizeTallies(firstKnown, dayNumber(toDate), days),
    runUp: [...before.values()].some(isKnown)
      ? summarizeTallies(dayNumber(runUpStart), dayNumber(runUpEnd), before)
      : [],
    marks: [...(source.marks ?? [])],
  }
}

/** Seven days in a row, or what a period has of its first ones. */
export const stretchOverview = weekOverview
  .omit({ monday: true })
  .extend({ fromDate: calendarDateField, toDate: calendarDateField })
export type StretchOverview = z.infer<typeof stretchOverview>

/** A period in stretches of seven days, of which the last ends with it: the weeks of a report, whatever day it is made. */
export function listStretches(source: OverviewSource): StretchOverview[] {
  const [first, last] = boundsOf(source.period)
  const days = tallyDays(source)
  const count = Math.ceil((last - first + 1) / 7)
  return Array.from({ length: count }, (_, index) => {
    const to = last - 7 * (count - 1 - index)
    const from = Math.max(first, to - 6)
    const known = Array.from({ length: to - from + 1 }, (_, day) => days.get(from + day) ?? []).flat()
    return { fromDate: dateOfDayNumber(from), toDate: dateOfDayNumber(to), ...summarizeDays(known) }
  })
}

/** First and last day of a period. */
function boundsOf({ fromDate, toDate }: Period): readonly [DayNumber, DayNumber] {
  return [dayNumber(fromDate), dayNumber(toDate)]
}

function isKnown(day: DayTally): boolean {
  return day.crampTracked || day.fluidTracked || (day.activityTracked && day.loadKnown)
}

/** The days of the period that any entry or check-in speaks of. */
function tallyDays({
  period,
  entries,
  checkIns,
  dayStartMinutes,
  filter = everyCramp,
}: OverviewSource): Map<DayNumber, DayTally> {
  const [first, last] = boundsOf(period)
  const days = new Map<DayNumber, DayTally>()
  const tallyOf = (day: DayNumber): DayTally => {
    const known = days.get(day)
    if (known !== undefined) return known
    const tally: DayTally = {
      crampTracked: false,
      cramps: 0,
      mayHaveCramp: false,
      fluidTracked: false,
      fluidMl: 0,
      activityTracked: false,
      loadKnown: true,
      load: 0,
    }
    days.set(day, tally)
    return tally
  }
  const { listDays } = createDayHours(checkIns, dayStartMinutes)
  for (const entry of entries) {
    if (entry.kind !== 'cramp' && entry.kind !== 'fluid' && entry.kind !== 'activity') continue
    for (const number of listDays(entry))
      if (number >= first && number <= last) addEntry(tallyOf(number), entry, filter)
  }
  for (const { date, kind } of checkIns) {
    if (kind === 'footwear' || date < period.fromDate || date > period.toDate) continue
    const day = tallyOf(dayNumber(date))
    if (kind === 'cramp') day.crampTracked = true
    if (kind === 'fluid') day.fluidTracked = true
    if (kind === 'activity') day.activityTracked = true
  }
  for (const day of days.values()) if (day.mayHaveCramp && day.cramps === 0) day.crampTracked = false
  return days
}

function addEntry(day: DayTally, entry: EntryOf<'cramp' | 'fluid' | 'activity'>, filter: CrampFilter): void {
  if (entry.kind === 'cramp') {
    const answer = judgeCramp(filter, entry)
    if (answer === 'unknown') day.mayHaveCramp = true
    else day.crampTracked = true
    if (answer === 'counted') day.cramps += 1
  } else if (entry.kind === 'fluid') {
    // A drink alone does not make the day complete: only its check-in does.
    day.fluidMl += entry.volumeMl
  } else {
    day.activityTracked = true
    const load = sessionLoad(entry)
    if (load === null) day.loadKnown = false
    else day.load += load
  }
}

/** Minutes x exertion (session RPE); null when nobody said how hard it was. */
function sessionLoad(entry: EntryOf<'activity'>): number | null {
  if (isStill(entry.activity)) return 0
  return entry.exertion === null ? null : entry.durationMinutes * entry.exertion
}

/** Every calendar week from the one of day `first` to the one of `last`; days that are not among `days` are unknown. */
function summarizeTallies(
  first: DayNumber,
  last: DayNumber,
  days: ReadonlyMap<DayNumber, DayTally>,
): WeekOverview[] {
  const firstMonday = dayNumber(mondayOf(dateOfDayNumber(first)))
  const weekCount = Math.floor((last - firstMonday) / 7) + 1
  return Array.from({ length: weekCount }, (_, index) => {
    const monday = firstMonday + 7 * index
    const ofWeek = Array.from({ length: 7 }, (_, weekday) => days.get(monday + weekday) ?? []).flat()
    return { monday: dateOfDayNumber(monday), ...summarizeDays(ofWeek) }
  })
}

function summarizeDays(days: readonly DayTally[]): Omit<WeekOverview, 'monday'> {
  const cramp = days.filter(day => day.crampTracked)
  const fluid = days.filter(day => day.fluidTracked)
  const activity = days.filter(day => day.activityTracked && day.loadKnown)
  return {
    crampTrackedDays: cramp.length,
    cramps: cramp.length === 0 ? null : sum(cramp, day => day.cramps),
    crampDays: cramp.length === 0 ? null : cramp.filter(day => day.cramps > 0).length,
    fluidMlPerDay: fluid.length === 0 ? null : sum(fluid, day => day.fluidMl) / fluid.length,
    fluidTrackedDays: fluid.length,
    activityLoadPerDay: activity.length === 0 ? null : sum(activity, day => day.load) / activity.length,
    activityTrackedDays: activity.length,
  }
}

function sum<T>(items: readonly T[], amountOf: (item: T) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0)
}
