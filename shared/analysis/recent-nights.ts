/**
 * The last weeks night by night, and the sentence on which Today opens. A night is a cramp-day, from noon to noon: only one
 * that was answered counts as calm, so a night of which nothing is known is never called one without a cramp.
 */
import { z } from 'zod'
import { type CheckIn, getLastAnswerableCrampDay } from '../kinds/check-in.ts'
import { cramp } from '../kinds/cramp.ts'
import type { EntryOf } from '../kinds/entry.ts'
import { formatSite } from '../kinds/muscles.ts'
import { listDoubtfulDays, onsetPrecisions } from '../kinds/onset.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { capitalize } from '../locale/capitalize.ts'
import type { DateStyle } from '../locale/formats.ts'
import { addDays, type CalendarDate, daysBetween, weekday } from '../time/calendar-date.ts'
import { calendarDate, crampDay, type Moment } from '../time/moment.ts'

/** Nights that are looked back on. */
export const NIGHTS_BACK = 28

/** `open`: not over yet, so "no cramp" cannot be said of it. */
const answers = ['cramp', 'none', 'unknown', 'open'] as const

const night = z.strictObject({
  /** Date of its evening. */
  date: calendarDateField,
  answer: z.enum(answers),
  cramps: z.int(),
})
type Night = z.infer<typeof night>

export const recentNights = z.strictObject({
  /** The latest cramp that was written down, however long ago; null for none. */
  lastCramp: cramp.entry.nullable(),
  /** Oldest first, up to the cramp-day that is going on; none before the journal began. */
  nights: z.array(night).max(NIGHTS_BACK + 1),
})
export type RecentNights = z.infer<typeof recentNights>

export interface NightSource {
  readonly now: Moment
  /** Cramps of the last weeks, or more. */
  readonly cramps: readonly EntryOf<'cramp'>[]
  readonly lastCramp: EntryOf<'cramp'> | null
  readonly checkIns: readonly CheckIn[]
  /** Date of the first entry; null for a journal without entries. */
  readonly firstDate: CalendarDate | null
}

export function computeRecentNights({
  now,
  cramps,
  lastCramp,
  checkIns,
  firstDate,
}: NightSource): RecentNights {
  const clear = new Set(checkIns.filter(({ kind }) => kind === 'cramp').map(({ date }) => date))
  const counts = new Map<CalendarDate, number>()
  for (const one of cramps) counts.set(crampDay(one), (counts.get(crampDay(one)) ?? 0) + 1)
  const doubtful = listDoubtfulDays(cramps)
  const current = crampDay(now)
  const lastAnswerable = getLastAnswerableCrampDay(now)
  // The cramp-day of the first entry may be the date before: an answer or a cramp then proves it.
  const known = [...counts.keys(), ...clear, ...(firstDate === null ? [] : [firstDate])].sort()
  const [first] = known
  if (first === undefined) return { lastCramp, nights: [] }
  const length = Math.min(NIGHTS_BACK, daysBetween(first, current)) + 1
  const from = addDays(current, 1 - length)
  const nights = Array.from({ length: Math.max(0, length) }, (_, index): Night => {
    const date = addDays(from, index)
    const count = counts.get(date) ?? 0
    if (count > 0) return { date, answer: 'cramp', cramps: count }
    if (date > lastAnswerable) return { date, answer: 'open', cramps: 0 }
    return { date, answer: clear.has(date) && !doubtful.has(date) ? 'none' : 'unknown', cramps: 0 }
  })
  return { lastCramp, nights }
}

export interface SentenceFormats {
  readonly date: (date: CalendarDate, style: DateStyle) => string
  readonly time: (moment: Moment) => string
}

export interface NightsSentence {
  readonly text: string
  /** Nights since the last cramp that are not answered, newest first. */
  readonly unanswered: readonly CalendarDate[]
}

/** The sentence on which Today opens. */
export function writeNightsSentence(
  { lastCramp, nights }: RecentNights,
  now: Moment,
  formats: SentenceFormats,
): NightsSentence {
  const since = nights.slice(nights.findLastIndex(({ answer }) => answer === 'cramp') + 1)
  const over = since.filter(({ answer }) => answer !== 'open')
  const unanswered = over
    .filter(({ answer }) => answer === 'unknown')
    .map(({ date }) => date)
    .reverse()
  const calm = over.length - 1 - over.findLastIndex(({ answer }) => answer !== 'none')
  const gaps = countUnanswered(unanswered.length)
  const calmWords = calm > 0 && writeCalm(calm, over.at(-1)?.date, now, formats)
  const told = lastCramp && describeCramp(lastCramp, now, formats)
  if (told === null) {
    if (calmWords) return { text: `${calmWords}${gaps && ` ${capitalize(gaps)}.`}`, unanswered }
    return { text: `No cramp written down yet${gaps && `; ${gaps}`}.`, unanswered }
  }
  if (gaps === '')
    return {
      text: calmWords
        ? `${calmWords} The last one: ${told.place}, ${told.when}.`
        : `The last cramp: ${told.place}, ${told.when}.`,
      unanswered,
    }
  return {
    text: calmWords
      ? `${calmWords} The last one written down: ${told.place}, ${told.when}; ${gaps} since.`
      : `No cramp written down since ${told.day}; ${gaps}.`,
    unanswered,
  }
}

const countUnanswered = (count: number): string =>
  count === 0 ? '' : count === 1 ? '1 night is not answered' : `${count} nights are not answered`

/** @param last date of the last calm night */
function writeCalm(
  calm: number,
  last: CalendarDate | undefined,
  now: Moment,
  formats: SentenceFormats,
): string {
  if (calm > 1) return `No cramp on the last ${calm} nights.`
  const morning = last === undefined ? calendarDate(now) : addDays(last, 1)
  // In the small hours "last night" would be the one that is still going on.
  return morning === calendarDate(now)
    ? 'No cramp last night.'
    : `No cramp in the night to ${formats.date(morning, 'weekday')}.`
}

interface ToldCramp {
  /** "left calf". */
  readonly place: string
  /** "Tuesday, 3:05 am". */
  readonly when: string
  /** "Tuesday". */
  readonly day: string
}

function describeCramp(entry: EntryOf<'cramp'>, now: Moment, formats: SentenceFormats): ToldCramp {
  const [first, ...others] = entry.sites.map(site => lowerFirst(formatSite(site)))
  const place =
    first === undefined
      ? 'place not given'
      : others.length > 1
        ? `${first} and ${others.length} more places`
        : [first, ...others].join(' and ')
  if (entry.onsetPrecision === 'night') {
    const day = `the night to ${nameDay(addDays(crampDay(entry), 1), now, formats)}`
    return { place, when: `in ${day}`, day }
  }
  const day = nameDay(calendarDate(entry), now, formats)
  const { inText } = onsetPrecisions.get(entry.onsetPrecision)
  if (inText !== null) return { place, when: entry.onsetPrecision === 'date' ? day : `${day} ${inText}`, day }
  const about = entry.onsetPrecision === 'about' ? 'about ' : ''
  return { place, when: `${day}, ${about}${formats.time(entry)}`, day }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** "today", "yesterday", a weekday of the last six days, or a date. */
function nameDay(date: CalendarDate, now: Moment, formats: SentenceFormats): string {
  const today = calendarDate(now)
  const ago = daysBetween(date, today)
  if (ago === 0) return 'today'
  if (ago === 1) return 'yesterday'
  if (ago > 1 && ago < 7) return formats.date(date, 'weekday')
  return formats.date(date, date.slice(0, 4) === today.slice(0, 4) ? 'day' : 'medium')
}

export interface WeekCount {
  readonly cramps: number
  /** Nights with a cramp or with the answer that there was none. */
  readonly answered: number
  /** Nights of the week that are over, from the journal's beginning on. */
  readonly over: number
}

/**
 * Counts of this week and of the week before it. The week before is null until the journal reaches into it.
 *
 * @param firstWeekday Monday = 0
 */
export function countWeeks(
  { nights }: RecentNights,
  now: Moment,
  firstWeekday: number,
): { readonly thisWeek: WeekCount; readonly lastWeek: WeekCount | null } {
  const current = crampDay(now)
  const start = addDays(current, -((weekday(current) - firstWeekday + 7) % 7))
  const count = (from: CalendarDate, to: CalendarDate): WeekCount => {
    const ofWeek = nights.filter(({ date, answer }) => date >= from && date < to && answer !== 'open')
    return {
      cramps: ofWeek.reduce((sum, one) => sum + one.cramps, 0),
      answered: ofWeek.filter(({ answer }) => answer !== 'unknown').length,
      over: ofWeek.length,
    }
  }
  const lastWeek = count(addDays(start, -7), start)
  return { thisWeek: count(start, addDays(start, 7)), lastWeek: lastWeek.over === 0 ? null : lastWeek }
}

/** "2 cramps on 3 answered nights". */
export function writeWeek({ cramps, answered, over }: WeekCount): string {
  if (answered === 0) return over === 0 ? 'no night is over yet' : 'no night answered'
  const counted = cramps === 0 ? 'no cramp' : cramps === 1 ? '1 cramp' : `${cramps} cramps`
  return `${counted} on ${answered === 1 ? '1 answered night' : `${answered} answered nights`}`
}
