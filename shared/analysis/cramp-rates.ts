/** Cramp rates with exact intervals, and the trend of the weekly counts. */
import { z } from 'zod'
import {
  computeClusteredRate,
  computeGarwoodRate,
  computePearsonDispersion,
  type RateInterval,
} from '../statistics/garwood.ts'
import { fitPoissonTrend } from '../statistics/poisson-trend.ts'
import { type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import type { WeekOverview } from './overview.ts'
import type { TimelineBin } from './overview-timeline.ts'

/** Per 28 tracked days, with 95% limits. */
export interface CrampRate extends RateInterval {
  readonly count: number
  /** The interval was widened for overdispersion: cramps come in clusters. */
  readonly isWidened: boolean
}

/** Ratio by which the rate changes in four weeks, with 95% limits. */
export const crampTrend = z.strictObject({
  ratioPer4Weeks: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** Number of weeks in the fit. */
  weeks: z.int(),
  /** The model has terms for the season. */
  isForSeason: z.boolean(),
})
export type CrampTrend = z.infer<typeof crampTrend>

export interface CrampRates {
  readonly trackedDays: number
  /** Null below a week of tracked days. */
  readonly cramps: CrampRate | null
  readonly crampDays: CrampRate | null
  /** Null with fewer than six usable weeks, or without a cramp in them. */
  readonly trend: CrampTrend | null
}

const DAYS_PER_WEEK = 7
const MIN_DAYS_FOR_RATE = 7
const MIN_WEEKS = 6
/** Pearson dispersion of the weekly counts from which cramps count as clustered; independent counts have 1. */
const CLUSTERED_FROM = 1.5
/** Minimum tracked days for a week to enter the trend. */
export const MIN_TRACKED_DAYS_OF_WEEK = 3
const WEEKS_FOR_SEASON = 365 / DAYS_PER_WEEK

export function computeRates(weeks: readonly WeekOverview[]): CrampRates {
  const trackedDays = sumOf(weeks, ({ crampTrackedDays }) => crampTrackedDays)
  const rateOf = (countOf: (week: WeekOverview) => number | null) =>
    getRate(
      sumOf(weeks, countOf),
      trackedDays,
      getClustering(
        weeks
          .filter(({ crampTrackedDays }) => crampTrackedDays === DAYS_PER_WEEK)
          .map(week => countOf(week) ?? 0),
      ),
    )
  return {
    trackedDays,
    cramps: rateOf(({ cramps }) => cramps),
    crampDays: rateOf(({ crampDays }) => crampDays),
    trend: fitTrend(
      weeks.map(({ monday, cramps, crampTrackedDays }) => ({
        fromDate: monday,
        cramps,
        trackedDays: crampTrackedDays,
      })),
    ),
  }
}

const sumOf = <Item>(items: readonly Item[], amountOf: (item: Item) => number | null): number =>
  items.reduce((sum, item) => sum + (amountOf(item) ?? 0), 0)

/** Pearson dispersion of the counts of equal periods; 1 with too few of them. */
function getClustering(counts: readonly number[]): number {
  const dispersion = counts.length < MIN_WEEKS ? null : computePearsonDispersion(counts)
  return dispersion?.kind === 'estimate' ? dispersion.dispersion : 1
}

function getRate(count: number, trackedDays: number, clustering: number): CrampRate | null {
  if (trackedDays < MIN_DAYS_FOR_RATE) return null
  const isWidened = clustering > CLUSTERED_FROM && count > 0
  return {
    count,
    isWidened,
    ...(isWidened
      ? computeClusteredRate(count, trackedDays, clustering)
      : computeGarwoodRate(count, trackedDays)),
  }
}

/** Counts of seven consecutive cramp-days. */
export interface CrampWeek {
  readonly fromDate: CalendarDate
  readonly trackedDays: number
  /** Null when none of them was tracked. */
  readonly cramps: number | null
}

/** Fits the Poisson trend; null with too few usable weeks, or without a cramp. @param weeks ascending, gaps allowed */
export function fitTrend(weeks: readonly CrampWeek[]): CrampTrend | null {
  const usable = weeks.filter(({ trackedDays }) => trackedDays >= MIN_TRACKED_DAYS_OF_WEEK)
  if (usable.length < MIN_WEEKS) return null
  const numbers = usable.map(({ fromDate }) => dayNumber(fromDate) / DAYS_PER_WEEK)
  const [first = 0] = numbers
  const isForSeason = (numbers.at(-1) ?? first) - first >= WEEKS_FOR_SEASON
  const fit = fitPoissonTrend(
    {
      week: numbers.map(number => number - first),
      count: usable.map(({ cramps }) => cramps ?? 0),
      trackedDays: usable.map(({ trackedDays }) => trackedDays),
    },
    { withSeason: isForSeason },
  )
  if (fit.kind === 'not-estimable') return null
  const { ratioPer4Weeks, lower, upper } = fit
  return { ratioPer4Weeks, lower, upper, weeks: usable.length, isForSeason }
}

/** Rate at a bin of a timeline, in cramps per fully tracked bin, with 95% limits. */
export interface BinRate {
  readonly rate: number
  readonly lower: number
  readonly upper: number
}

const WEEKS_OF_BAND = 4
const DAYS_OF_RATE = 28

/**
 * Moving rate over the four weeks that end with each bin, with 95% limits: steadier than single weeks. Null where less
 * than a week of them is tracked, or no day of the bin itself.
 */
export function getRateBand(
  bins: readonly TimelineBin[],
  unit: 'week' | '4-weeks',
): readonly (BinRate | null)[] {
  const binsOfBand = unit === 'week' ? WEEKS_OF_BAND : 1
  const daysOfBin = unit === 'week' ? DAYS_PER_WEEK : DAYS_OF_RATE
  const clustering = getClustering(
    bins.filter(({ crampTrackedDays }) => crampTrackedDays === daysOfBin).map(({ cramps }) => cramps ?? 0),
  )
  const perBin = daysOfBin / DAYS_OF_RATE
  return bins.map((bin, index) => {
    if (bin.crampTrackedDays === 0) return null
    const recent = bins.slice(Math.max(0, index + 1 - binsOfBand), index + 1)
    const rate = getRate(
      sumOf(recent, ({ cramps }) => cramps),
      sumOf(recent, ({ crampTrackedDays }) => crampTrackedDays),
      clustering,
    )
    return rate && { rate: rate.per28Days * perBin, lower: rate.lower * perBin, upper: rate.upper * perBin }
  })
}
