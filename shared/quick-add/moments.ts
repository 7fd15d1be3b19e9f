/**
 * Resolves the words for the time to moments. A clock time means its latest occurrence, since entries are in the past;
 * an ambiguous one is asked about.
 */
import { FUTURE_TOLERANCE_MS } from '../kinds/entry-time.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { calendarDate, clockMinutes, type Moment } from '../time/moment.ts'
import { momentAt, momentOfInstant } from '../time/time-zone.ts'
import { type ClockPair, listPairs, periodOf, readClockMinutes } from './am-pm.ts'
import { dateOfDay, listDates } from './candidate-dates.ts'
import { placeOnDate } from './clock-change.ts'
import {
  askAhead,
  askContradiction,
  askHalf,
  askMeal,
  askMinutesTo,
  askPair,
  askUnclearDay,
  askUnclearLength,
} from './clock-questions.ts'
import { askFuture, formatClock, nameClock, nameDate } from './clock-words.ts'
import type { Asking } from './line.ts'
import { askInPlace, askToType } from './questions.ts'
import type { AnswerOption, Question, QuickAddContext, Span } from './reading.ts'
import type { SpokenClock } from './spoken-clock.ts'
import type { SpokenTime } from './spoken-time.ts'

/** Hour until which "last night" may mean the night that is still running. */
const MORNING_HOUR = 6

export type FoundMoment =
  | { readonly kind: 'moment'; readonly moment: Moment }
  /** Date, perhaps with a part of the day, but no clock time. */
  | { readonly kind: 'date'; readonly date: CalendarDate }
  /** Night that ends on this date. */
  | { readonly kind: 'night'; readonly date: CalendarDate }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'asks'; readonly question: Question }

export type FoundSpan =
  /** `words` is the position in the line. */
  | { readonly kind: 'span'; readonly from: Moment; readonly to: Moment; readonly words: Span }
  | { readonly kind: 'asks'; readonly question: Question }

const asks = (question: Question) => ({ kind: 'asks', question }) as const

/** Moment that a line names; of an interval, its start. */
export function findMoment(time: SpokenTime, asking: Asking): FoundMoment {
  const { context } = asking
  const conflict = findDayQuestion(time, asking)
  if (conflict) return asks(conflict)
  if (time.isNow) return { kind: 'moment', moment: context.now }
  if (time.agoMs !== null)
    return { kind: 'moment', moment: momentOfInstant(context.now.at - time.agoMs, context.timeZone) }
  if (time.from === null) return findWithoutClock(time, asking)
  const readings = readClockMinutes(time.from, periodOf(time))
  const [only, other] = readings
  if (only === undefined) return asks(askContradiction(time.from, time, asking))
  if (other !== undefined) return asks(askHalf(time.from, readings, asking))
  return placeClock(only, time, time.from, asking)
}

/** Like `findMoment`, for entries without a duration: an end time is asked about. */
export function findInstant(time: SpokenTime, asking: Asking): FoundMoment {
  if (time.to === null && !time.isUntilNow) return findMoment(time, asking)
  return asks(
    askToType('time', 'This needs one time, not a beginning and an end. Keep only the one you mean.'),
  )
}

/** Start and end of an interval; both must be in the line. */
export function findSpan(time: SpokenTime, asking: Asking): FoundSpan {
  const { from, to } = time
  if (from === null || to === null) throw new Error('findSpan: the time has no two ends')
  const conflict = findDayQuestion(time, asking)
  if (conflict) return asks(conflict)
  const pairs = listPairs(from, to, { period: periodOf(time), longestMinutes: time.longestMinutes })
  const [only, other] = pairs
  if (time.minutesTo !== null) return asks(askMinutesTo(time.minutesTo, pairs, periodOf(time), asking))
  if (only === undefined) return asks(askContradiction(from, time, asking))
  if (other !== undefined) return asks(askPair(from, to, pairs, asking))
  return placePair(only, { ...time, from, to }, asking)
}

function findWithoutClock(time: SpokenTime, { line, context }: Asking): FoundMoment {
  const { day, period } = time
  const date = calendarDate(context.now)
  const isSmallHours = clockMinutes(context.now) < MORNING_HOUR * 60
  if (day === null && period === null) return { kind: 'nothing' }
  if (day?.kind === 'night-to') return { kind: 'night', date: day.date }
  if (day?.kind === 'last-night') {
    if (!isSmallHours) return { kind: 'night', date }
    return asks(
      askInPlace(line, day, 'night', 'Which night?', [
        ['This night', 'tonight'],
        ['The night before', `night to ${addDays(date, -1)}`],
      ]),
    )
  }
  if (day?.kind === 'tonight')
    return clockMinutes(context.now) < 12 * 60 ? { kind: 'night', date } : { kind: 'date', date }
  if (period?.name === 'night')
    return { kind: 'night', date: day === null ? date : addDays(dateOfDay(time, context), 1) }
  return { kind: 'date', date: day === null ? date : dateOfDay(time, context) }
}

/** Question about the day that precedes all others; null if the day is unambiguous. */
function findDayQuestion(time: SpokenTime, { line, context }: Asking): Question | null {
  const { day, period, from, to, agoMs, isNow } = time
  const date = calendarDate(context.now)
  const said = [agoMs !== null, isNow, day !== null || period !== null || from !== null || to !== null]
  if (said.filter(isSaid => isSaid).length > 1)
    return askToType('time', 'There are two times in this line. Keep only the one you mean.')
  if (time.unclearLength !== null) return askUnclearLength(time.unclearLength, { line, context })
  if (time.unclearDay !== null) return askUnclearDay(time, { line, context })
  if (time.meal !== null) return askMeal(time.meal, time, { line, context })
  if (day?.kind === 'either')
    return askInPlace(
      line,
      day,
      'date',
      `Which date is “${line.text.slice(day.start, day.end)}”?`,
      day.dates.map(either => [nameDate(either), either]),
    )
  if (day?.kind === 'yesterday' && date !== context.today)
    return askInPlace(
      line,
      day,
      'date',
      'It is after midnight. Which day is “yesterday”?',
      [addDays(date, -1), addDays(date, -2)].map(one => [nameDate(one), one]),
    )
  if (day?.kind === 'date' && day.date > date) return askFuture(`${nameDate(day.date)} is still to come.`, [])
  return null
}

/** Resolves a clock time to its latest date. */
function placeClock(minutes: number, time: SpokenTime, clock: SpokenClock, asking: Asking): FoundMoment {
  const { line, context } = asking
  const at = (date: CalendarDate) => momentAt(date, formatClock(minutes), context.timeZone)
  const dates = listDates(minutes, time, context)
  const lastDate = dates.find(date => at(date).at <= context.now.at)
  if (time.day === null && lastDate !== undefined && isJustAhead(at, context))
    return asks(
      askAhead(nameClock(minutes, context.hourCycle), [
        { label: 'Now', line: line.replace(clock, 'now') },
        {
          label: nameDate(lastDate),
          line: line.replace(clock, `${lastDate} ${nameClock(minutes, context.hourCycle)}`),
        },
      ]),
    )
  if (lastDate !== undefined) return placeOnDate(lastDate, minutes, clock, asking)
  const options: AnswerOption[] =
    time.day?.kind === 'today' || time.day?.kind === 'tonight'
      ? [{ label: 'Yesterday', line: line.replace(time.day, addDays(calendarDate(context.now), -1)) }]
      : []
  return asks(askFuture(`${nameClock(minutes, context.hourCycle)} is still to come.`, options))
}

interface TimeWithEnds extends SpokenTime {
  readonly from: SpokenClock
  readonly to: SpokenClock
}

function placePair([from, to]: ClockPair, time: TimeWithEnds, asking: Asking): FoundSpan {
  const span: Span = time.isBetween ?? { start: time.from.start, end: time.to.end }
  const { line, context } = asking
  const at = (date: CalendarDate, minutes: number) => momentAt(date, formatClock(minutes), context.timeZone)
  const name = (minutes: number) => nameClock(minutes, context.hourCycle)
  const endAfter = (date: CalendarDate) => at(to > from ? date : addDays(date, 1), to)
  const today = calendarDate(context.now)
  const starts =
    time.day === null ? [today, addDays(today, -1), addDays(today, -2)] : listDates(from, time, context)
  const start = starts.find(date => endAfter(date).at <= context.now.at)
  if (start !== undefined && time.day === null && isJustAhead(date => at(date, to), context))
    return asks(
      askAhead(name(to), [
        {
          label: 'Until now',
          line: line.replace(span, `${name(from)} to ${name(clockMinutes(context.now))}`),
        },
        {
          label: nameDate(start),
          line: line.replace(span, `${start} ${name(from)} to ${name(to)}`),
        },
      ]),
    )
  if (start !== undefined) {
    const began = placeOnDate(start, from, time.from, asking)
    const ended = placeOnDate(to > from ? start : addDays(start, 1), to, time.to, asking)
    if (began.kind === 'asks') return began
    return ended.kind === 'asks' ? ended : { kind: 'span', from: began.moment, to: ended.moment, words: span }
  }
  return asks(
    askFuture(`${name(to)} is still to come.`, [
      {
        label: `Since ${name(from)}`,
        line: line.replace(span, `since ${name(from)}`),
      },
    ]),
  )
}

/** True if the clock time is minutes ahead: probably "now" on another clock, so resolving it to the day before would be wrong. */
function isJustAhead(at: (date: CalendarDate) => Moment, { now }: QuickAddContext): boolean {
  const date = calendarDate(now)
  return [date, addDays(date, 1)]
    .map(at)
    .some(({ at: ahead }) => ahead > now.at && ahead - now.at <= FUTURE_TOLERANCE_MS)
}
