/**
 * Sentences for the charts of Insights. They give counts of what was logged; only findings speak of links. The page
 * formats numbers, dates and hours, because it knows the person's locale.
 */
import type { CrampRates } from './cramp-rates.ts'
import { joinBins, type Timeline, type TimelineBin } from './overview-timeline.ts'
import { countOf, type Formats, listParts } from './sentence-parts.ts'

/** Minimum tracked days for a rate per 4 weeks: a rate from fewer would be an extrapolation. */
const RATE_DAYS = 28
/** Minimum tracked days, of each 4 weeks, for comparing them. */
const COMPARED_DAYS = 14

/** The answer to "How are the cramps doing?": counts, the rate with its interval, and the trend. */
export function writeCrampsSentence(timeline: Timeline, rates: CrampRates, formats: Formats): string {
  const { number } = formats
  if (timeline.bins.length === 0) return 'Nothing is known about this period.'
  const { cramps, crampDays, crampTrackedDays } = joinBins(timeline.bins)
  if (cramps === null || crampDays === null)
    return 'It is not known for any day in this period whether there was a cramp.'
  const trackedDays = countOf(crampTrackedDays, 'tracked day', formats)
  const counts =
    cramps === 0
      ? `No cramps on ${trackedDays}`
      : `${countOf(cramps, 'cramp', formats)} on ${number(crampDays)} of ${trackedDays}`
  if (crampTrackedDays < RATE_DAYS || rates.cramps === null)
    return `${counts}. After ${RATE_DAYS} tracked days you will also see a rate per 4 weeks here.`
  const { per28Days, lower, upper } = rates.cramps
  const inTenths = (value: number) => number(value, value < 10 ? 1 : 0)
  const rate = `${inTenths(per28Days)} per 4 weeks (95% interval ${inTenths(lower)} to ${inTenths(upper)})`
  return `${counts}: ${rate}. ${writeTrendSentence(rates.trend, formats) ?? describeLastWeeks(timeline, formats) ?? ''}`.trim()
}

const WEEKS_OF_TREND = 4
const WEEKS_OF_YEAR = 365.25 / 7
/** Largest ratio written as a percentage; above it the text is "more than 10 times as many". */
const LARGEST_WRITTEN_RATIO = 10

/**
 * The trend and its interval; null without a trend. Over a year or more the change is given per year: a clear change
 * over a year can be too small in four weeks to be put into words.
 */
export function writeTrendSentence(trend: CrampRates['trend'], formats: Formats): string | null {
  if (trend === null) return null
  const { isForSeason: isOverYear } = trend
  const over = (ratio: number) => (isOverYear ? ratio ** (WEEKS_OF_YEAR / WEEKS_OF_TREND) : ratio)
  const [ratio, lower, upper] = [over(trend.ratioPer4Weeks), over(trend.lower), over(trend.upper)]
  const tell = (one: number) => tellChange(one, formats)
  const every = isOverYear ? 'year' : '4 weeks'
  const season = isOverYear ? ', allowing for the season' : ''
  const amount = `${tell(ratio)} every ${every} (95% interval ${tell(lower)} to ${tell(upper)}${season})`
  if (lower > 1) return `They are becoming more frequent: ${amount}.`
  if (upper < 1) return `They are becoming less frequent: ${amount}.`
  return `No clear change: ${amount}.`
}

/** "12% fewer"; a change too small or too large for whole percents is "under 1%" or "over 99%" with its direction. */
function tellChange(ratio: number, { number }: Formats): string {
  if (ratio === 1) return 'no change'
  if (ratio > LARGEST_WRITTEN_RATIO) return `more than ${number(LARGEST_WRITTEN_RATIO)} times as many`
  const percent = 100 * Math.abs(ratio - 1)
  const words = percent < 1 ? 'under 1%' : ratio < 0.01 ? 'over 99%' : `${number(percent)}%`
  return `${words} ${ratio > 1 ? 'more' : 'fewer'}`
}

/** Rate of days with a cramp, and whether the interval of the cramps was widened. */
export function writeRateBasisSentence({ cramps, crampDays }: CrampRates, { number }: Formats): string {
  if (cramps === null || crampDays === null) return ''
  const tenths = (value: number) => number(value, 1)
  const days = `Days with a cramp: ${tenths(crampDays.per28Days)} per 4 weeks (95% interval ${tenths(crampDays.lower)} to ${tenths(crampDays.upper)}).`
  return cramps.isWidened ? `${days} The cramps come in clusters, so their interval is wider.` : days
}

/** The last 4 full weeks compared with the 4 before; null where either has too few tracked days. */
function describeLastWeeks({ unit, bins }: Timeline, formats: Formats): string | null {
  const binsOf4Weeks = unit === 'week' ? 4 : 1
  const daysOfBin = unit === 'week' ? 7 : 28
  // The running week is not over, and neither is the cramp-day of its last date.
  const past = bins.slice(0, -1).filter(bin => bin.days === daysOfBin)
  const recent = past.slice(-binsOf4Weeks)
  const before = past.slice(-2 * binsOf4Weeks, -binsOf4Weeks)
  if (recent.length < binsOf4Weeks || before.length < binsOf4Weeks) return null
  const last = joinBins(recent)
  const earlier = joinBins(before)
  if (last.crampTrackedDays < COMPARED_DAYS || earlier.crampTrackedDays < COMPARED_DAYS) return null
  const onDays = ({ crampTrackedDays }: TimelineBin) => formats.number(crampTrackedDays)
  const recentCramps = countOf(last.cramps ?? 0, 'cramp', formats)
  const earlierCramps = formats.number(earlier.cramps ?? 0)
  return `The last 4 full weeks had ${recentCramps} on ${onDays(last)} tracked days, the 4 before ${earlierCramps} on ${onDays(earlier)}.`
}

/** Days that the chart over time leaves out, with the reasons. */
export function writeUntrackedDaysSentence({ bins }: Timeline, formats: Formats): string {
  if (bins.length === 0) return ''
  const all = joinBins(bins)
  const missing = [
    { days: all.days - all.crampTrackedDays, what: 'without an answer about cramps' },
    { days: all.days - all.fluidTrackedDays, what: 'without a fluids check-in' },
    { days: all.days - all.activityTrackedDays, what: 'without a known activity load' },
  ].filter(({ days }) => days > 0)
  if (missing.length === 0) return 'Nothing was left out: every day is tracked.'
  const parts = missing.map(({ days, what }) => `${formats.number(days)} ${what}`)
  return `Left out, of ${countOf(all.days, 'day', formats)}: ${listParts(parts)}.`
}

/** Instructions for panels without data; empty when each has data. */
export function writeMissingKindsSentence({ bins }: Timeline): string {
  if (bins.length === 0) return ''
  const all = joinBins(bins)
  return [
    all.crampTrackedDays === 0 ? 'Log a cramp, or say that a day had none, and the cramps will appear.' : '',
    all.fluidTrackedDays === 0 ? "Say that a day's drinks are complete, and the fluids will appear." : '',
    all.activityTrackedDays === 0
      ? 'Log an activity with its exertion, or say that a day had none, and the load will appear.'
      : '',
  ]
    .filter(sentence => sentence !== '')
    .join(' ')
}

/** Text of one bar's tooltip. */
export function writeBinTooltip(bin: TimelineBin, formats: Formats): { title: string; lines: string[] } {
  const { number } = formats
  const tracked = (days: number) => `tracked ${number(days)} of ${countOf(bin.days, 'day', formats)}`
  return {
    title: formats.dateRange(bin.fromDate, bin.toDate),
    lines: [
      bin.cramps === null || bin.crampDays === null
        ? 'Cramps: not tracked'
        : `${countOf(bin.cramps, 'cramp', formats)} on ${countOf(bin.crampDays, 'day', formats)}, ${tracked(bin.crampTrackedDays)}`,
      bin.fluidMlPerDay === null
        ? 'Fluids: not tracked'
        : `Fluids: ${formats.volume(bin.fluidMlPerDay)} a day, ${tracked(bin.fluidTrackedDays)}`,
      bin.activityLoadPerDay === null
        ? 'Activity load: not tracked'
        : `Activity load: ${number(bin.activityLoadPerDay)} a day, ${tracked(bin.activityTrackedDays)}`,
    ],
  }
}
