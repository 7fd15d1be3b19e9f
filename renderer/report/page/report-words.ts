/** Formatting of the report's values as short phrases. */

import { type TrackedKind, trackedKinds } from '../../../shared/kinds/check-in.ts'
import { statesAtOnset } from '../../../shared/kinds/cramp.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { nameIn } from '../../../shared/kinds/journal-lists.ts'
import { formatSite } from '../../../shared/kinds/muscles.ts'
import { onsetPrecisions } from '../../../shared/kinds/onset.ts'
import { symptoms } from '../../../shared/kinds/symptoms.ts'
import { isolate } from '../../../shared/locale/bidi.ts'
import type { DateStyle } from '../../../shared/locale/formats.ts'
import { lowerFirst } from '../../../shared/locale/lower-first.ts'
import type { KeyNumbers, Rate, Report, Spread } from '../../../shared/report/report.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import {
  formatDate,
  formatDateRange,
  formatDuration,
  formatFixed,
  formatNumber,
  formatTime,
} from '../../data/format.ts'

/** Placeholder for a value that was not recorded. */
export const NOT_RECORDED = '–'

/** Number with one decimal always, so that a rate and its limits have the same precision. */
const formatTenths = (value: number): string => formatFixed(value, 1)

/** `7.7 (4.9 to 11.5)`: per 28 tracked days, with the 95% interval. */
export function formatRate(rate: Rate | null): string {
  if (rate === null) return NOT_RECORDED
  return `${formatTenths(rate.per28Days)} (${formatTenths(rate.lower)} to ${formatTenths(rate.upper)})`
}

/** `7.7`: per 28 known days, without the interval, which is on page two. */
export const formatRateOnly = (rate: Rate | null): string =>
  rate === null ? NOT_RECORDED : formatNumber(rate.per28Days, 1)

/** `median 6, worst 8`. */
export function formatIntensity(spread: Spread | null): string {
  return spread === null
    ? NOT_RECORDED
    : `${formatNumber(spread.median, 1)}, worst ${formatNumber(spread.max)}`
}

/** `1 min 35 s (45 s to 2 min), longest 5 min`. */
export function formatLengths(spread: Spread | null): string {
  if (spread === null) return NOT_RECORDED
  const { median, lowerQuartile, upperQuartile, max } = spread
  const half = `${formatDuration(lowerQuartile)} to ${formatDuration(upperQuartile)}`
  return `${formatDuration(median)} (${half}), longest ${formatDuration(max)}`
}

/** `1 min 35 s, longest 5 min`. */
export const formatLengthsOnly = (spread: Spread | null): string =>
  spread === null ? NOT_RECORDED : `${formatDuration(spread.median)}, longest ${formatDuration(spread.max)}`

/** `3, of 12 rated nights`. */
export function formatSleep(spread: Spread | null): string {
  if (spread === null) return NOT_RECORDED
  return `${formatNumber(spread.median, 1)}, of ${formatCount(spread.n, 'rated night')}`
}

export function formatBother(spread: Spread | null): string {
  if (spread === null) return NOT_RECORDED
  return `${formatNumber(spread.median, 1)}, of ${formatCount(spread.n, 'rated day')}`
}

export function formatSoreness(spread: Spread | null): string {
  if (spread === null) return NOT_RECORDED
  return `${formatNumber(spread.median, 1)} h, longest ${formatNumber(spread.max)} h`
}

/** `1 cramp`, `23 cramps`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`
}

const kindNames: Record<TrackedKind, string> = {
  cramp: 'cramps',
  fluid: 'drinks',
  footwear: 'footwear',
  activity: 'activity',
  stretch: 'stretching',
  food: 'food',
  day: 'the day',
  night: 'nights',
}

/** `, drinks 68, footwear 77`: known days of every kind but cramps; empty without any. */
export function listKnownDays({ trackedDays }: Pick<Report, 'trackedDays'>): string {
  const others = trackedKinds.filter(kind => kind !== 'cramp' && (trackedDays[kind] ?? 0) > 0)
  return others.map(kind => `, ${kindNames[kind]} ${formatNumber(trackedDays[kind] ?? 0)}`).join('')
}

type RateChange = NonNullable<KeyNumbers['change']>

/** Conclusion that the 95% interval of the ratio to the period before allows. */
export function nameChange({ lower, upper }: RateChange): string {
  if (lower > 1) return 'more than before'
  return upper !== null && upper < 1 ? 'fewer than before' : 'no clear change'
}

/** The same with the ratio and its interval. */
export function describeChange(change: RateChange): string {
  const limits = `95% CI ${formatTenths(change.lower)} to ${change.upper === null ? 'no upper end' : formatTenths(change.upper)}`
  const times = change.ratio === null ? limits : `${formatTenths(change.ratio)} times as many, ${limits}`
  return `${nameChange(change)} (${times})`
}

/** `Left calf, both toes`. */
export function formatCrampSites(cramp: EntryOf<'cramp'>): string {
  return lowerAfterFirst(cramp.sites.map(formatSite))
}

/** Local time of onset at its precision: `03:05`, `about 03:00`, `in the night`. */
export function formatOnset(cramp: EntryOf<'cramp'>): string {
  const { inText } = onsetPrecisions.get(cramp.onsetPrecision)
  if (inText !== null) return inText
  return cramp.onsetPrecision === 'about' ? `about ${formatTime(cramp)}` : formatTime(cramp)
}

export function formatLength({ durationSeconds }: EntryOf<'cramp'>): string {
  return durationSeconds === null ? NOT_RECORDED : formatDuration(durationSeconds)
}

export function formatWoke({ wokeMe }: EntryOf<'cramp'>): string {
  if (wokeMe === null) return NOT_RECORDED
  return wokeMe ? 'yes' : 'no'
}

export function formatCircumstances({ stateAtOnset }: EntryOf<'cramp'>): string {
  return stateAtOnset === null ? NOT_RECORDED : statesAtOnset.words[stateAtOnset]
}

/** `Numbness, tingling`. An empty list means not recorded, not absent. */
export function formatSymptoms(cramp: EntryOf<'cramp'>, ownNames: Report['ownNames']): string {
  return cramp.symptoms.length === 0
    ? NOT_RECORDED
    : lowerAfterFirst(cramp.symptoms.map(symptom => nameIn(symptoms, symptom, ownNames)))
}

function lowerAfterFirst(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : lowerFirst(word))).join(', ')
}

/** Date style of a period: with the year only if the period spans more than one. */
export function dateStyleOf({
  fromDate,
  toDate,
}: {
  fromDate: CalendarDate
  toDate: CalendarDate
}): DateStyle {
  // The last night may reach into the next year.
  const lastDay = addDays(toDate, 1)
  return fromDate.slice(0, 4) === lastDay.slice(0, 4) ? 'short' : 'medium'
}

/** Clock hour of an index of the hour profile: `03:00`, `3 am`. */
export function formatHour(hour: number): string {
  return formatTime({ at: hour * 3_600_000, offsetMinutes: 0 })
}

/** `since 3 Mar 2026`, `until 4 May 2026`, `3 Mar to 4 May 2026`, or '' without dates. */
export function formatTaken(startedOn: CalendarDate | null, stoppedOn: CalendarDate | null): string {
  if (startedOn !== null && stoppedOn !== null)
    return `${formatDate(startedOn)} to ${formatDate(stoppedOn)}, stopped`
  if (startedOn !== null) return `since ${formatDate(startedOn)}`
  return stoppedOn === null ? 'since before the diary' : `stopped ${formatDate(stoppedOn)}`
}

/** `12 Nov 2026, 3 Nov 2026 and 4 earlier`: the newest `count` dates. */
export function formatDates(
  dates: readonly CalendarDate[],
  count: number,
  style: DateStyle = 'medium',
): string {
  const named = dates.slice(0, count).map(date => formatDate(date, style))
  const earlier = dates.length - named.length
  return `${named.join(', ')}${earlier > 0 ? ` and ${formatNumber(earlier)} earlier` : ''}`
}

/** Truncates a text for page one; page two repeats it whole. */
export function shorten(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters - 1).trimEnd()}…`
}

/** Scope of the findings: the whole diary, since the analysis does not depend on the report's period. */
export function describeFindingsSource({ findings }: Pick<Report, 'findings'>): string {
  const claim = 'association in one person’s diary, not a cause'
  if (findings?.kind !== 'shown') return claim
  return `whole diary, ${formatDateRange(findings.content.fromDate, findings.content.toDate)}; ${claim}`
}

/** Title of the PDF, also shown in every page's foot. */
export function formatTitle({ name, order }: Pick<Report, 'name' | 'order'>): string {
  const period = `${formatDate(order.fromDate)} to ${formatDate(order.toDate)}`
  return ['Cramp report', isolate(shorten(name, TITLE_NAME_CHARACTERS)), period]
    .filter(part => part !== '')
    .join(', ')
}

/** Maximum characters of the name between the other two parts of a foot. */
const TITLE_NAME_CHARACTERS = 24
