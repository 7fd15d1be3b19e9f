/**
 * Sentences for the charts of Insights. They give counts of what was logged; only findings speak of links. The page
 * formats numbers, dates and hours, because it knows the person's locale.
 */
import type { CrampRate, CrampRates } from './cramp-rates.ts'
import { joinBins, type Timeline, type TimelineBin } from './overview-timeline.ts'
import { countOf, type Formats, listParts } from './sentence-parts.ts'

/** Minimum tracked days for a rate per 4 weeks: a rate from fewer would be an extrapolation. */
const RATE_DAYS = 28
/** Minimum tracked days, of each 4 weeks, for comparing them. */
const COMPARED_DAYS = 14

/** The answer to "How are the cramps doing?": counts, the rate and the direction of the trend, in words. */
export function writeCrampsSentence(timeline: Timeline, rates: CrampRates, formats: Formats): string {
  const { number } = formats
  if (timeline.bins.length === 0) return 'Nothing is known about this period.'
  const { cramps, crampDays, crampTrackedDays } = joinBins(timeline.bins)
  if (cramps === null || crampDays === null)
    return 'It is not known for any day in this period whether there was a cramp.'
  const trackedDays = countOf(crampTrackedDays, 'answered day', formats)
  const counts =
    cramps === 0
      ? `No cramps on ${trackedDays}`
      : `${countOf(cramps, 'cramp', formats)} on ${number(crampDays)} of ${trackedDays}`
  if (crampTrackedDays < RATE_DAYS || rates.cramps === null)
    return `${counts}. After ${RATE_DAYS} answered days you also see how many that is a week.`
  const rate = cramps === 0 ? '' : `, ${formatRate(rates.cramps.per28Days, formats)}`
  const change = describeChange(rates.trend) ?? describeLastWeeks(timeline, formats) ?? ''
  return `${counts}${rate}. ${change}`.trim()
}

const WEEKS_OF_RATE = 4

/** A rate as people say it: "about 3 a week", below one a week "about 3 in 4 weeks". */
function formatRate(per28Days: number, { number }: Formats): string {
  const perWeek = per28Days / WEEKS_OF_RATE
  if (perWeek >= 1) return `about ${number(perWeek)} a week`
  return per28Days < 1 ? 'less than 1 in 4 weeks' : `about ${number(per28Days)} in 4 weeks`
}

/** The direction of the trend; null without a trend. */
function describeChange(trend: CrampRates['trend']): string | null {
  if (trend === null) return null
  if (trend.lower > 1) return 'They are becoming more frequent.'
  return trend.upper < 1 ? 'They are becoming less frequent.' : 'No clear change.'
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

/** Exact figures behind the answer: both rates and the trend, each with its interval. */
export function writeRateBasisSentence({ cramps, crampDays, trend }: CrampRates, formats: Formats): string {
  if (cramps === null || crampDays === null) return ''
  const tell = (what: string, { per28Days, lower, upper }: CrampRate) => {
    const tenths = (value: number) => formats.number(value, 1)
    return `${what}: ${tenths(per28Days)} per 4 weeks (95% interval ${tenths(lower)} to ${tenths(upper)}).`
  }
  return [
    tell('Cramps', cramps),
    cramps.isWidened ? 'They come in clusters, so their interval is wider.' : '',
    tell('Days with a cramp', crampDays),
    writeTrendSentence(trend, formats) ?? '',
  ]
    .filter(sentence => sentence !== '')
    .join(' ')
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
  return `The last 4 full weeks had ${recentCramps} on ${onDays(last)} answered days, the 4 before ${earlierCramps} on ${onDays(earlier)}.`
}

/** Days that the chart over time leaves out, with the reasons. */
export function writeUntrackedDaysSentence({ bins }: Timeline, formats: Formats): string {
  if (bins.length === 0) return ''
  const all = joinBins(bins)
  const missing = [
    { days: all.days - all.crampTrackedDays, what: 'with no answer about cramps' },
    { days: all.days - all.fluidTrackedDays, what: 'on which the drinks are not complete' },
    { days: all.days - all.activityTrackedDays, what: 'on which the activity is not known' },
  ].filter(({ days }) => days > 0)
  if (missing.length === 0) return 'Every day counts: all are answered.'
  const parts = missing.map(({ days, what }) => `${formats.number(days)} ${what}`)
  return `Of ${countOf(all.days, 'day', formats)}, these are left out: ${listParts(parts)}.`
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
  const answered = (days: number) => `answered on ${number(days)} of ${countOf(bin.days, 'day', formats)}`
  return {
    title: formats.dateRange(bin.fromDate, bin.toDate),
    lines: [
      bin.cramps === null || bin.crampDays === null
        ? 'Cramps: not answered'
        : `${countOf(bin.cramps, 'cramp', formats)} on ${countOf(bin.crampDays, 'day', formats)}, ${answered(bin.crampTrackedDays)}`,
      bin.fluidMlPerDay === null
        ? 'Drinks: not answered'
        : `Drinks: ${formats.volume(bin.fluidMlPerDay)} a day, ${answered(bin.fluidTrackedDays)}`,
      bin.activityLoadPerDay === null
        ? 'Activity: not answered'
        : `Activity: load ${number(bin.activityLoadPerDay)} a day, ${answered(bin.activityTrackedDays)}`,
    ],
  }
}
