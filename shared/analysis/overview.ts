/**
 * Overview: descriptive weekly counts of cramps, fluids and activity load; nothing is tested. Weeks are calendar weeks,
 * Monday to Sunday. An untracked value is null, never zero.
 */
import { z } from 'zod'
import type { CheckIn } from '../kinds/check-in.ts'
import { createDayHours } from '../kinds/day-hours.ts'
import type { Entry, EntryOf } from '../kinds/entry.ts'
import { builtInLists, type JournalLists } from '../kinds/journal-lists.ts'
import { listPossibleCrampDays } from '../kinds/onset.ts'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { addDays, type CalendarDate, dateOfDayNumber, dayNumber, mondayOf } from '../time/calendar-date.ts'
import { type CrampFilter, everyCramp, judgeCramp } from './cramp-filter.ts'
import type { DayNumber } from './diary/diary.ts'
import { type TimelineMark, timelineMark } from './timeline-marks.ts'

const weekOverview = z.strictObject({
  /** The week's first day. */
  monday: calendarDateField,
  /** Tracked cramp-days of this week, 0 to 7. */
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
  /** Consecutive weeks from the first known one to the last of the period; empty when none is known. */
  weeks: z.array(weekOverview),
  /** The `RUN_UP_WEEKS` before the period, which the moving rate over four weeks needs; empty when none is known. */
  runUp: z.array(weekOverview),
  /** Changes to mark on the time axis, oldest first. */
  marks: z.array(timelineMark),
})
export type Overview = z.infer<typeof overview>

/** Weeks before the first one that the first moving rate includes. */
const RUN_UP_WEEKS = 3

/** First date of the entries and check-ins that an overview reads. */
export const getRunUpStart = (fromDate: CalendarDate): CalendarDate =>
  addDays(mondayOf(fromDate), -7 * RUN_UP_WEEKS)

export interface OverviewSource {
  readonly period: Period
  /**
   * In any order, from `getRunUpStart` on; entries outside are ignored. The period's last cramp-day ends at noon of the
   * next day, so the entries of that morning belong here too.
   */
  readonly entries: readonly Entry[]
  /** From the day before the first to the day after the last. */
  readonly checkIns: readonly CheckIn[]
  /** Facts of the activities; those of a journal without own things by default. */
  readonly lists?: JournalLists
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** Cramps to count; every one by default. */
  readonly filter?: CrampFilter
  /** Marks to pass on; none by default. */
  readonly marks?: readonly TimelineMark[]
}

/** Counts of one date: cramps of the cramp-day that begins on it, the rest of the journal's day. */
interface DayTally {
  crampTracked: boolean
  cramps: number
  /** A cramp may match the filter: unless another one does match, the day is untracked. */
  mayHaveCramp: boolean
  fluidTracked: boolean
  fluidMl: number
  activityTracked: boolean
  /** A session without exertion makes the day's load unknown, not small. */
  loadKnown: boolean
  load: number
}

/**
 * Builds the overview in one pass over the entries.
 *
 * Weeks before the first known one are left out: a period may begin before the journal does, which is how the page
 * requests the whole journal.
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

/** Counts of seven consecutive days; the first ones of a period may be fewer. */
export const sevenDayOverview = weekOverview
  .omit({ monday: true })
  .extend({ fromDate: calendarDateField, toDate: calendarDateField })
export type SevenDayOverview = z.infer<typeof sevenDayOverview>

/** Splits a period into seven-day parts that end with its last day: the weeks of a report made on any weekday. */
export function listSevenDayOverviews(source: OverviewSource): SevenDayOverview[] {
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

/** Counts by day, for days of the period with an entry or a check-in. */
function tallyDays({
  period,
  entries,
  checkIns,
  lists = builtInLists,
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
      if (number >= first && number <= last) addEntry(tallyOf(number), entry, filter, lists)
    if (
      entry.kind === 'cramp' &&
      entry.onsetPrecision === 'date' &&
      judgeCramp(filter, entry) !== 'not-counted'
    )
      for (const day of listPossibleCrampDays(entry))
        if (day >= first && day <= last) tallyOf(day).mayHaveCramp = true
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

function addEntry(
  day: DayTally,
  entry: EntryOf<'cramp' | 'fluid' | 'activity'>,
  filter: CrampFilter,
  lists: JournalLists,
): void {
  if (entry.kind === 'cramp') {
    const answer = judgeCramp(filter, entry)
    if (answer === 'unknown') day.mayHaveCramp = true
    else if (answer === 'counted' || entry.onsetPrecision !== 'date') day.crampTracked = true
    if (answer === 'counted') day.cramps += 1
  } else if (entry.kind === 'fluid') {
    // Only a check-in makes the day complete, not a drink.
    day.fluidMl += entry.volumeMl
  } else {
    day.activityTracked = true
    const load = sessionLoad(entry, lists)
    if (load === null) day.loadKnown = false
    else day.load += load
  }
}

/** Minutes x exertion (session RPE); null where the exertion is unknown. */
function sessionLoad(entry: EntryOf<'activity'>, { activities }: JournalLists): number | null {
  if (activities.get(entry.activity).isStill) return 0
  return entry.exertion === null ? null : entry.durationMinutes * entry.exertion
}

/** Every calendar week from that of `first` to that of `last`; days absent from `days` are unknown. */
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
