/** How often, and whether that changes: rates with exact intervals, and the trend of the weekly counts. */
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
interface CrampRate extends RateInterval {
  readonly count: number
  /** Cramps come in clusters, and the interval was widened for it. */
  readonly isWidened: boolean
}

/** Change of the rate over four weeks, with 95% limits. */
export const crampTrend = z.strictObject({
  ratioPer4Weeks: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** Weeks it was fitted to. */
  weeks: z.int(),
  isForSeason: z.boolean(),
})
export type CrampTrend = z.infer<typeof crampTrend>

export interface CrampRates {
  readonly trackedDays: number
  /** Null below a week of tracked days. */
  readonly cramps: CrampRate | null
  readonly crampDays: CrampRate | null
  /** Null with fewer than six weeks to look at, or without a cramp in them. */
  readonly trend: CrampTrend | null
}

const DAYS_PER_WEEK = 7
const MIN_DAYS_FOR_RATE = 7
const MIN_WEEKS = 6
/** Counts that vary this much more than independent ones come in clusters. */
const CLUSTERED_FROM = 1.5
/** A week with fewer tracked days than this says too little. */
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

/** How much more the counts of equal periods vary than independent ones; 1 where that cannot be told. */
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

/** Seven cramp-days in a row. */
export interface CrampWeek {
  readonly fromDate: CalendarDate
  readonly trackedDays: number
  /** Null when none of them was tracked. */
  readonly cramps: number | null
}

/** Weeks in their order, those of which little or nothing is known left out; null with too few, or without a cramp. */
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

/** The rate at a bin of a timeline, in cramps per bin that is tracked in full. */
export interface BinRate {
  readonly rate: number
  readonly lower: number
  readonly upper: number
}

const WEEKS_OF_BAND = 4
const DAYS_OF_RATE = 28

/**
 * The rate over the four weeks that end with each bin, with its 95% limits: steadier than single weeks. Null where less
 * than a week of them was tracked, or none of the bin itself.
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
