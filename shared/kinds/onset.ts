/**
 * Onset of a cramp at the precision that is known. A part of the day is a span of clock hours on the date of the entry;
 * the stored clock time lies within it, and no more is meant by it.
 *
 *     date       |--------------- Tuesday ----------------|
 *     span       00  small hours  06  morning  12  afternoon  18  evening  24
 *     cramp-day  |<------- Monday's ---------->|<------ Tuesday's -------->|
 *
 * Only the date may belong to either cramp-day. `night` is older and has no hours: it names a cramp-day alone.
 */
import { type CalendarDate, dateOfDayNumber, dayNumber } from '../time/calendar-date.ts'
import {
  calendarDate,
  clockMinutes,
  crampDay,
  crampDayNumber,
  type Moment,
  MS_PER_MINUTE,
} from '../time/moment.ts'
import { type IdOf, type Labelled, listOf } from './list.ts'

interface OnsetFacts extends Labelled {
  /** In place of a clock time in lists; null where the clock time is shown. */
  readonly short: string | null
  /** In a sentence: "a cramp in the morning"; null where the clock time is named. */
  readonly inText: string | null
  /** Hours of the date in which it began, the second excluded; null where the stored clock time or no hour is known. */
  readonly hours: readonly [from: number, until: number] | null
  /** Clock time of the date under which it is stored, `HH:MM`; null where the person gives it. */
  readonly clock: string | null
}

/** Stored clock time of a cramp known only as "in the night": it only has to lie in the right night. */
export const NIGHT_CLOCK = '03:00'

export const onsetPrecisions = listOf<OnsetFacts>()({
  /** To the minute. */
  exact: { words: 'At that time', short: null, inText: null, hours: null, clock: null },
  /** To half an hour either way. */
  about: { words: 'About then', short: null, inText: null, hours: null, clock: null },
  /** Between going to bed and getting up. */
  night: {
    words: 'Some time in the night',
    short: 'Night',
    inText: 'in the night',
    hours: null,
    clock: NIGHT_CLOCK,
  },
  'small-hours': {
    words: 'After midnight',
    short: 'After midnight',
    inText: 'after midnight',
    hours: [0, 6],
    clock: '03:00',
  },
  morning: {
    words: 'Morning',
    short: 'Morning',
    inText: 'in the morning',
    hours: [6, 12],
    clock: '09:00',
  },
  afternoon: {
    words: 'Afternoon',
    short: 'Afternoon',
    inText: 'in the afternoon',
    hours: [12, 18],
    clock: '15:00',
  },
  evening: {
    words: 'Evening',
    short: 'Evening',
    inText: 'in the evening',
    hours: [18, 24],
    clock: '21:00',
  },
  date: {
    words: 'Only the date',
    short: 'No time',
    inText: 'at an unknown time',
    hours: [0, 24],
    clock: '12:00',
  },
})
export type OnsetPrecision = IdOf<typeof onsetPrecisions>

/** Precisions that name a part of the day or the date, and no clock time or night. */
export const roughPrecisions = onsetPrecisions.where(({ hours }) => hours !== null)

/** True where the stored clock time is the onset, to the minute or to half an hour. */
export const hasOnsetClock = (precision: OnsetPrecision): boolean =>
  onsetPrecisions.get(precision).clock === null

/** An onset, as stored. */
export interface Onset extends Moment {
  readonly onsetPrecision: OnsetPrecision
}

const MINUTES_PER_HOUR = 60
const NOON = 12 * MINUTES_PER_HOUR

/** Span of a day in minutes after midnight, the end excluded; null where the precision names no hours. */
export function getSpanOfDay(
  precision: OnsetPrecision,
): { readonly from: number; readonly until: number } | null {
  const { hours } = onsetPrecisions.get(precision)
  return hours && { from: hours[0] * MINUTES_PER_HOUR, until: hours[1] * MINUTES_PER_HOUR }
}

/** First and last instant of the hours that the precision names, UTC milliseconds; the stored instant where it names none. */
export function getPossibleInstants(onset: Onset): { readonly firstAt: number; readonly lastAt: number } {
  const { at, onsetPrecision } = onset
  const span = getSpanOfDay(onsetPrecision)
  if (span === null) return { firstAt: at, lastAt: at }
  const minutes = clockMinutes(onset)
  return {
    firstAt: at - (minutes - span.from) * MS_PER_MINUTE,
    lastAt: at + (span.until - minutes) * MS_PER_MINUTE,
  }
}

/**
 * True if the stored clock time lies within the hours that the precision names; of a date alone it is noon, so that the
 * entry counts on that date.
 */
export function isWithinHours(onset: Onset): boolean {
  const minutes = clockMinutes(onset)
  if (onset.onsetPrecision === 'date') return minutes === NOON
  const span = getSpanOfDay(onset.onsetPrecision)
  return span === null || (minutes >= span.from && minutes < span.until)
}

/** Cramp-days that the onset may belong to, by number: one, or two where only the date is known. */
export function listPossibleCrampDays(onset: Onset): readonly number[] {
  if (onset.onsetPrecision !== 'date') return [crampDayNumber(onset)]
  const date = dayNumber(calendarDate(onset))
  return [date - 1, date]
}

/**
 * Cramp-days that a cramp known only by its date may belong to, and on which no other cramp is known: nothing is known of
 * them. In counts such a cramp is one of its date; here that date is among the days all the same.
 */
export function listDoubtfulDays(cramps: readonly Onset[]): ReadonlySet<CalendarDate> {
  const doubtful = new Set<CalendarDate>()
  for (const cramp of cramps)
    if (cramp.onsetPrecision === 'date')
      for (const day of listPossibleCrampDays(cramp)) doubtful.add(dateOfDayNumber(day))
  if (doubtful.size > 0)
    for (const cramp of cramps) if (cramp.onsetPrecision !== 'date') doubtful.delete(crampDay(cramp))
  return doubtful
}
