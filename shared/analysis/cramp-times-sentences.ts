/** Sentences for the charts of cramps by hour, weekday and date. */
import { type CrampTimes, type HourProfile, MIN_ONSETS, type TimeInBed } from './cramp-times.ts'
import { findBusiestHours, type HourWindow } from './overview-timeline.ts'
import { countOf, type Formats, formatShareOf } from './sentence-parts.ts'
import { isClearlyAbove, type ShareOfDays } from './share-of-days.ts'

/** Largest Rayleigh p value at which the hours are called bunched. */
const SPREAD_EVENLY_P = 0.05
/** Minimum work days and days off for a comparison. */
const MIN_DAYS_OF_KIND = 5

/** The answer to "When in the day?". */
export function writeHoursSentence({ hours, gathering, timeInBed }: CrampTimes, formats: Formats): string {
  const total = sum(hours.counts)
  if (total === 0) return 'No cramp in this period has a known time.'
  if (total < MIN_ONSETS)
    return `${countOf(total, 'cramp', formats)} with a known time. Once there are ${MIN_ONSETS}, this says when most of them begin.`
  const window = findBusiestHours(hours.counts)
  const between = `between ${formats.hour(window.fromHour)} and ${formats.hour(window.toHour)}`
  const share = `${formats.number(window.count)} of ${formats.number(total)} cramps`
  const most = holdsMost(window, total)
    ? `Most come ${between}: ${share} with a known time began then.`
    : `They are spread over the day. The busiest four hours, ${between}, had ${share} with a known time.`
  return [
    most,
    gathering === null ? '' : describeChance(gathering),
    timeInBed === null ? '' : describeInBed(timeInBed, total, formats),
  ]
    .filter(sentence => sentence !== '')
    .join(' ')
}

const describeChance = ({ pValue }: NonNullable<CrampTimes['gathering']>) =>
  pValue <= SPREAD_EVENLY_P
    ? 'Chance alone would hardly bunch them like this.'
    : 'Chance alone could have spread them like this.'

function describeInBed({ fromMinutes, untilMinutes, cramps }: TimeInBed, total: number, formats: Formats) {
  const share = `${formats.number(cramps)} of ${formats.number(total)}`
  return `While you are usually in bed (${formatTimeInBed({ fromMinutes, untilMinutes }, formats)}), ${share} began.`
}

/** "22:50 to 06:40", from minutes after noon. */
export function formatTimeInBed(
  { fromMinutes, untilMinutes }: Pick<TimeInBed, 'fromMinutes' | 'untilMinutes'>,
  { hour }: Formats,
): string {
  const clock = (minutesAfterNoon: number) => hour((12 + minutesAfterNoon / 60) % 24)
  return `${clock(fromMinutes)} to ${clock(untilMinutes)}`
}

/** The busiest hours, if `writeHoursSentence` names them as the hours of most cramps. */
export function findMarkedHours({ counts }: HourProfile): HourWindow | null {
  const total = sum(counts)
  if (total < MIN_ONSETS) return null
  const window = findBusiestHours(counts)
  return holdsMost(window, total) ? window : null
}

/** Cramps that the chart of hours leaves out. */
export function writeHoursLeftOutSentence(
  { counts, withoutHour, withoutHourByDay = 0 }: HourProfile,
  formats: Formats,
): string {
  if (withoutHour === 0) return sum(counts) === 0 ? '' : 'Nothing was left out: every cramp has a time.'
  const left = `Not in the chart: ${countOf(withoutHour, 'cramp', formats)}`
  return withoutHourByDay > 0 ? `${left} without a known hour.` : `${left} known only as "in the night".`
}

/** The answer to "On which days of the week?". */
export function writeWeekdaysSentence({ workDays, offDays }: CrampTimes, formats: Formats): string {
  if (workDays.days + offDays.days === 0) return NOTHING_KNOWN
  const counts = `On days off there was a cramp on ${formatShareOf(offDays, formats)}, on work days on ${formatShareOf(workDays, formats)}.`
  const isThin = Math.min(offDays.days, workDays.days) < MIN_DAYS_OF_KIND
  return `${counts} ${isThin ? `Once there are ${MIN_DAYS_OF_KIND} days of each kind, they are compared.` : compareKinds(offDays, workDays)}`
}

function compareKinds(offDays: ShareOfDays, workDays: ShareOfDays): string {
  if (isClearlyAbove(offDays, workDays)) return 'Clearly more on days off.'
  if (isClearlyAbove(workDays, offDays)) return 'Clearly more on work days.'
  return 'That is not a clear difference: it could be chance alone.'
}

/** The answer to "Which days had cramps?". */
export function writeCalendarSentence({ calendar: { cramps } }: CrampTimes, formats: Formats): string {
  const known = cramps.filter(count => count !== null)
  if (known.length === 0) return NOTHING_KNOWN
  const crampDays = known.filter(count => count > 0).length
  const { number } = formats
  const parts = `${number(crampDays)} with a cramp, ${number(known.length - crampDays)} without, ${number(cramps.length - known.length)} unknown`
  const run = findLongestCalm(cramps)
  const calm = run < 2 ? '' : ` The longest known run without a cramp was ${countOf(run, 'day', formats)}.`
  return `Of ${countOf(cramps.length, 'day', formats)}: ${parts}.${calm}`
}

/** Longest run of days known to be without a cramp; an unknown day ends a run. */
function findLongestCalm(cramps: readonly (number | null)[]): number {
  let longest = 0
  let run = 0
  for (const count of cramps) {
    run = count === 0 ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

const NOTHING_KNOWN = 'It is not known for any day in this period whether there was a cramp.'

const holdsMost = (window: HourWindow, total: number): boolean => 2 * window.count > total

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
