/**
 * How often, how long and how bad: the outcome measures of cramp trials for the last 28 tracked days, the 28 before them
 * and the whole period. Rates divide by the tracked days alone, so that days nobody wrote about make the cramps neither
 * rarer nor more frequent. Days are cramp-days, noon to noon: the night after the last date belongs to the report, the
 * night before the first does not.
 */
import { getNightDay } from '../kinds/day-hours.ts'
import type { Period } from '../kinds/period.ts'
import { computeGarwoodRate } from '../statistics/garwood.ts'
import { computeQuantile } from '../statistics/quantile.ts'
import { compareRates } from '../statistics/rate-ratio.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { calendarDate, crampDay } from '../time/moment.ts'
import { entriesOf, isWithin, listCramps } from './facts.ts'
import type { KeyNumbers, Rate, Spread, StretchNumbers } from './report.ts'
import { countOf, type Section, show, withhold } from './section.ts'
import { type DiaryPart, listTrackedDates } from './tracked-days.ts'

/** With fewer tracked days than this no rate is given. */
export const MIN_TRACKED_DAYS_FOR_RATE = 7
/** The usual window of cramp trials. */
const STRETCH_DAYS = 28

export function summarizeNumbers(diary: DiaryPart, period: Period): Section<KeyNumbers> {
  const tracked = [...listTrackedDates('cramp', diary)].filter(date => date <= period.toDate).sort()
  const inPeriod = tracked.filter(date => isWithin(date, period))
  const whole = measureStretch(diary, period, inPeriod.length)
  if (inPeriod.length < MIN_TRACKED_DAYS_FOR_RATE)
    return withhold(
      `A rate needs at least ${MIN_TRACKED_DAYS_FOR_RATE} tracked days; this period has ${inPeriod.length}, ` +
        `with ${countOf(whole.crampCount, 'cramp')}.`,
    )
  const last = measureDates(diary, tracked.slice(-STRETCH_DAYS))
  const before = measureDates(diary, tracked.slice(-2 * STRETCH_DAYS, -STRETCH_DAYS))
  if (last === null) throw new Error('a period with tracked days has no last tracked days')
  return show({ last, before, whole, change: compareStretches(last, before) })
}

/** The numbers of tracked days in a row; null when they are too few for a rate. */
function measureDates(diary: DiaryPart, dates: readonly CalendarDate[]): StretchNumbers | null {
  const [fromDate, toDate] = [dates[0], dates.at(-1)]
  if (fromDate === undefined || toDate === undefined || dates.length < MIN_TRACKED_DAYS_FOR_RATE) return null
  return measureStretch(diary, { fromDate, toDate }, dates.length)
}

function measureStretch({ entries }: DiaryPart, period: Period, trackedDays: number): StretchNumbers {
  const cramps = listCramps(entries, period)
  const days = entriesOf(entries, 'day').filter(day => isWithin(calendarDate(day), period))
  const nights = entriesOf(entries, 'night').filter(night => isWithin(getNightDay(night), period))
  return {
    ...period,
    trackedDays,
    cramps: rateOf(cramps.length, trackedDays),
    crampDays: rateOf(new Set(cramps.map(crampDay)).size, trackedDays),
    crampCount: cramps.length,
    nightsWoken: {
      nights: new Set(cramps.filter(({ wokeMe }) => wokeMe === true).map(crampDay)).size,
      unknown: cramps.filter(({ wokeMe }) => wokeMe === null).length,
    },
    intensity: spreadOf(cramps.map(({ intensity }) => intensity)),
    durationSeconds: spreadOf(cramps.map(({ durationSeconds }) => durationSeconds)),
    sleepDisturbance: spreadOf(nights.map(({ sleepDisturbance }) => sleepDisturbance)),
    bother: spreadOf(days.map(({ bother }) => bother)),
    sorenessHours: spreadOf(cramps.map(({ sorenessHours }) => sorenessHours)),
  }
}

function rateOf(count: number, trackedDays: number): Rate | null {
  if (trackedDays < MIN_TRACKED_DAYS_FOR_RATE) return null
  return { count, trackedDays, ...computeGarwoodRate(count, trackedDays) }
}

/** The spread of the values that are known; null when none is. */
function spreadOf(values: readonly (number | null)[]): Spread | null {
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

function compareStretches(last: StretchNumbers, before: StretchNumbers | null): KeyNumbers['change'] {
  if (before === null) return null
  const test = compareRates(
    { events: last.crampCount, days: last.trackedDays },
    { events: before.crampCount, days: before.trackedDays },
  )
  if (test.kind === 'not-estimable') return null
  return { ratio: test.rateRatio, lower: test.lower, upper: test.upper }
}
