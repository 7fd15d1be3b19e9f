/**
 * Key numbers: the outcome measures of cramp trials for the last 28 tracked days, the 28 before them and the whole period.
 * Rates divide by tracked days only, so that untracked days do not bias them. Days are cramp-days, noon to noon: the night
 * after the last date belongs to the report, the night before the first does not.
 */
import { getNightDay } from '../kinds/day-hours.ts'
import type { Period } from '../kinds/period.ts'
import { computeGarwoodRate } from '../statistics/garwood.ts'
import { computeQuantile } from '../statistics/quantile.ts'
import { compareRates } from '../statistics/rate-ratio.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { calendarDate, crampDay } from '../time/moment.ts'
import { type Cramp, entriesOf, isWithin, listCramps } from './facts.ts'
import type { KeyNumbers, OutcomeMeasures, Rate, Spread } from './report.ts'
import { countOf, type ReportSection, show, withhold } from './section.ts'
import { type DatedEntries, listTrackedDates } from './tracked-days.ts'

/** Smallest number of tracked days with which a rate is given. */
export const MIN_TRACKED_DAYS_FOR_RATE = 7
/** Length of the compared periods, in tracked days: the usual window of cramp trials. */
const COMPARISON_DAYS = 28

export function summarizeNumbers(diary: DatedEntries, period: Period): ReportSection<KeyNumbers> {
  const tracked = [...listTrackedDates('cramp', diary)].filter(date => date <= period.toDate).sort()
  const inPeriod = tracked.filter(date => isWithin(date, period))
  const whole = computeOutcomeMeasures(diary, period, inPeriod.length)
  if (inPeriod.length < MIN_TRACKED_DAYS_FOR_RATE)
    return withhold(
      `A rate needs at least ${MIN_TRACKED_DAYS_FOR_RATE} answered days; this period has ${inPeriod.length}, ` +
        `with ${countOf(whole.crampCount, 'cramp')}.`,
    )
  const last = computeOverDates(diary, tracked.slice(-COMPARISON_DAYS))
  const before = computeOverDates(diary, tracked.slice(-2 * COMPARISON_DAYS, -COMPARISON_DAYS))
  if (last === null) throw new Error('a period with answered days has no last answered days')
  return show({ last, before, whole, change: computeRateChange(last, before) })
}

/** Outcome measures over consecutive tracked dates; null if there are too few for a rate. */
function computeOverDates(diary: DatedEntries, dates: readonly CalendarDate[]): OutcomeMeasures | null {
  const [fromDate, toDate] = [dates[0], dates.at(-1)]
  if (fromDate === undefined || toDate === undefined || dates.length < MIN_TRACKED_DAYS_FOR_RATE) return null
  return computeOutcomeMeasures(diary, { fromDate, toDate }, dates.length)
}

function computeOutcomeMeasures(
  { entries }: DatedEntries,
  period: Period,
  trackedDays: number,
): OutcomeMeasures {
  const cramps = listCramps(entries, period)
  const days = entriesOf(entries, 'day').filter(day => isWithin(calendarDate(day), period))
  const nights = entriesOf(entries, 'night').filter(night => isWithin(getNightDay(night), period))
  return {
    ...period,
    trackedDays,
    cramps: computeRate(cramps.length, trackedDays),
    crampDays: computeRate(new Set(cramps.map(crampDay)).size, trackedDays),
    crampCount: cramps.length,
    nightsWoken: countNightsWoken(cramps),
    intensity: computeSpread(cramps.map(({ intensity }) => intensity)),
    durationSeconds: computeSpread(cramps.map(({ durationSeconds }) => durationSeconds)),
    sleepDisturbance: computeSpread(nights.map(({ sleepDisturbance }) => sleepDisturbance)),
    bother: computeSpread(days.map(({ bother }) => bother)),
    sorenessHours: computeSpread(cramps.map(({ sorenessHours }) => sorenessHours)),
  }
}

/** A night with one cramp that woke the person is known, whatever is unknown of the others. */
function countNightsWoken(cramps: readonly Cramp[]): OutcomeMeasures['nightsWoken'] {
  const unanswered = cramps.filter(({ wokeMe }) => wokeMe === null)
  const woken = new Set(cramps.filter(({ wokeMe }) => wokeMe === true).map(crampDay))
  return {
    nights: woken.size,
    unknown: unanswered.length,
    unknownNights: new Set(unanswered.map(crampDay).filter(day => !woken.has(day))).size,
  }
}

function computeRate(count: number, trackedDays: number): Rate | null {
  if (trackedDays < MIN_TRACKED_DAYS_FOR_RATE) return null
  return { count, trackedDays, ...computeGarwoodRate(count, trackedDays) }
}

/** Median, quartiles and maximum of the known values; null without any. */
function computeSpread(values: readonly (number | null)[]): Spread | null {
  const known = values.filter(value => value !== null)
  if (known.length === 0) return null
  return {
    n: known.length,
    median: computeQuantile(known, 0.5),
    lowerQuartile: computeQuantile(known, 0.25),
    upperQuartile: computeQuantile(known, 0.75),
    max: Math.max(...known),
  }
}

function computeRateChange(last: OutcomeMeasures, before: OutcomeMeasures | null): KeyNumbers['change'] {
  if (before === null) return null
  const test = compareRates(
    { events: last.crampCount, days: last.trackedDays },
    { events: before.crampCount, days: before.trackedDays },
  )
  if (test.kind === 'not-estimable') return null
  return { ratio: test.rateRatio, lower: test.lower, upper: test.upper }
}
