/**
 * From the words that say when to moments. A time that would lie ahead means the last such time that has passed, since
 * a journal tells of what has been; whatever could be two times is asked.
 */
import { FUTURE_TOLERANCE_MS } from '../journal/entry-time.ts'
import { addDays, type CalendarDate, weekday } from '../time/calendar-date.ts'
import { calendarDate, clockMinutes, type Moment } from '../time/moment.ts'
import { momentAt, momentOfInstant } from '../time/time-zone.ts'
import type { Line } from './line.ts'
import type { AnswerOption, Question, QuickAddContext, Span } from './reading.ts'
import type { Period, SpokenClock, SpokenTime } from './spoken-time.ts'

/** Before this hour "last night" may mean the night that is still running. */
const MORNING_HOUR = 6

/** Nobody wears a shoe, sleeps or walks for longer: of two readings of "9 to 5" the longer one is not meant. */
const LONGEST_SPAN_MINUTES = 16 * 60

const MINUTES_PER_DAY = 24 * 60

export type FoundMoment =
  | { readonly kind: 'moment'; readonly moment: Moment }
  /** Only the date is known, or part of the day. */
  | { readonly kind: 'date'; readonly date: CalendarDate }
  /** Some time in the night to this date. */
  | { readonly kind: 'night'; readonly date: CalendarDate }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'asks'; readonly question: Question }

export type FoundSpan =
  | { readonly kind: 'span'; readonly from: Moment; readonly to: Moment }
  | { readonly kind: 'asks'; readonly question: Question }

export interface Asking {
  readonly line: Line
  readonly context: QuickAddContext
}

const asks = (question: Question) => ({ kind: 'asks', question }) as const

/** `09:05` of minutes after midnight. */
function formatClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A clock time as answers say it and write it, the way clocks are read where the person lives; never in doubt. */
export function nameClock(minutes: number, hourCycle: 12 | 24): string {
  if (hourCycle === 24) return formatClock(minutes)
  const hour = Math.floor(minutes / 60)
  return `${hour % 12 || 12}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
}

/** The moment a line speaks of, from its beginning. */
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

/** As `findMoment`, for what takes no time: an end has no place there. */
export function findInstant(time: SpokenTime, asking: Asking): FoundMoment {
  if (time.to === null && !time.isUntilNow) return findMoment(time, asking)
  return asks({
    about: 'time',
    text: 'This has one time, not a beginning and an end. Leave the one that is meant.',
    options: [],
  })
}

/** The moments between which it lasted; both ends of the time must be there. */
export function findSpan(time: SpokenTime, asking: Asking): FoundSpan {
  const { from, to } = time
  if (from === null || to === null) throw new Error('findSpan: the time has no two ends')
  const conflict = findDayQuestion(time, asking)
  if (conflict) return asks(conflict)
  const pairs = listPairs(from, to, periodOf(time))
  const [only, other] = pairs
  if (only === undefined) return asks(askContradiction(from, time, asking))
  if (other !== undefined) return asks(askPair(from, to, pairs, asking))
  return placePair(only, time, { start: from.start, end: to.end }, asking)
}

/** The clock minutes a typed time can mean; several when the half of the day is open, none when the words disagree. */
function readClockMinutes(clock: SpokenClock, period: Period | null): number[] {
  const { hour, minute, half, is24 } = clock
  const twelve = (hour % 12) * 60 + minute
  const typed = hour * 60 + minute
  const isPlain = half === 'as-typed' || (half === 'unknown' && is24 && period === null)
  const bothHalves = half === 'am' ? [twelve] : half === 'pm' ? [twelve + 720] : [twelve, twelve + 720]
  const all = isPlain ? [typed] : bothHalves
  return period === null ? all : all.filter(minutes => isWithin(minutes, period))
}

/** The part of the day the words name; every word for a night names one. */
function periodOf({ day, period }: SpokenTime): Period | null {
  if (period !== null) return period.name
  return day?.kind === 'last-night' || day?.kind === 'tonight' || day?.kind === 'night-to' ? 'night' : null
}

function isWithin(minutes: number, period: Period): boolean {
  switch (period) {
    case 'morning':
      return minutes >= 60 && minutes < 12 * 60
    case 'afternoon':
      return minutes >= 12 * 60 && minutes < 19 * 60
    case 'evening':
      return minutes >= 16 * 60
    case 'night':
      return minutes >= 17 * 60 || minutes < 8 * 60
  }
}

type Pair = readonly [from: number, to: number]

/** The readings of two times that belong together. A 24-hour time beside it makes the other one a 24-hour time too. */
function listPairs(from: SpokenClock, to: SpokenClock, period: Period | null): Pair[] {
  const beside = (clock: SpokenClock, other: SpokenClock): SpokenClock =>
    other.is24 && clock.half === 'unknown' ? { ...clock, half: 'as-typed' } : clock
  const starts = readClockMinutes(beside(from, to), period)
  const pairs = starts.flatMap(start =>
    readClockMinutes(beside(to, from), null).map((end): Pair => [start, end]),
  )
  const usual = pairs.filter(pair => lengthOf(pair) <= LONGEST_SPAN_MINUTES)
  return usual.length > 0 ? usual : pairs
}

/** Minutes from one clock time to the next other one: from 23:30 to 7:00 are 450, and to the same time a whole day. */
function lengthOf([from, to]: Pair): number {
  return ((to - from + MINUTES_PER_DAY - 1) % MINUTES_PER_DAY) + 1
}

function findWithoutClock(time: SpokenTime, { line, context }: Asking): FoundMoment {
  const { day, period } = time
  const date = calendarDate(context.now)
  const isSmallHours = clockMinutes(context.now) < MORNING_HOUR * 60
  if (day === null && period === null) return { kind: 'nothing' }
  if (day?.kind === 'night-to') return { kind: 'night', date: day.date }
  if (day?.kind === 'last-night') {
    if (!isSmallHours) return { kind: 'night', date }
    return asks({
      about: 'night',
      text: 'Which night?',
      options: [
        { label: 'This night', line: line.replace(day, 'tonight') },
        { label: 'The night before', line: line.replace(day, `night to ${addDays(date, -1)}`) },
      ],
    })
  }
  if (day?.kind === 'tonight')
    return clockMinutes(context.now) < 12 * 60 ? { kind: 'night', date } : { kind: 'date', date }
  if (period?.name === 'night')
    return { kind: 'night', date: day === null ? date : addDays(dateOfDay(time, context), 1) }
  return { kind: 'date', date: day === null ? date : dateOfDay(time, context) }
}

/** The date a day word means when no clock time helps. */
function dateOfDay({ day }: SpokenTime, context: QuickAddContext): CalendarDate {
  const date = calendarDate(context.now)
  switch (day?.kind) {
    case 'date':
    case 'night-to':
      return day.date
    case 'today':
      return context.today
    case 'yesterday':
      return addDays(date, -1)
    case 'weekday': {
      const back = (weekday(date) - day.weekday + 7) % 7
      return addDays(date, back === 0 && day.isLast ? -7 : -back)
    }
    default:
      return date
  }
}

/** What must be asked about the day before anything else; null when it is plain. */
function findDayQuestion(time: SpokenTime, { line, context }: Asking): Question | null {
  const { day, period, from, to, agoMs, isNow } = time
  const date = calendarDate(context.now)
  const said = [agoMs !== null, isNow, day !== null || period !== null || from !== null || to !== null]
  if (said.filter(isSaid => isSaid).length > 1)
    return {
      about: 'time',
      text: 'There are two times in this line. Leave the one that is meant.',
      options: [],
    }
  if (day?.kind === 'either')
    return {
      about: 'date',
      text: `Which date is “${line.text.slice(day.start, day.end)}”?`,
      options: day.dates.map(either => ({ label: nameDate(either), line: line.replace(day, either) })),
    }
  if (day?.kind === 'yesterday' && date !== context.today)
    return {
      about: 'date',
      text: 'It is after midnight. Which day is “yesterday”?',
      options: [-1, -2].map(days => ({
        label: nameDate(addDays(date, days)),
        line: line.replace(day, addDays(date, days)),
      })),
    }
  if (day?.kind === 'date' && day.date > date) return askFuture(`${nameDate(day.date)} is still to come.`, [])
  return null
}

/** Puts a clock time on its date. */
function placeClock(minutes: number, time: SpokenTime, span: Span, asking: Asking): FoundMoment {
  const { line, context } = asking
  const at = (date: CalendarDate) => momentAt(date, formatClock(minutes), context.timeZone)
  const dates = listDates(minutes, time, context)
  const lastDate = dates.find(date => at(date).at <= context.now.at)
  if (time.day === null && lastDate !== undefined && isJustAhead(at, context))
    return asks(
      askAhead(nameClock(minutes, context.hourCycle), [
        { label: 'Now', line: line.replace(span, 'now') },
        {
          label: nameDate(lastDate),
          line: line.replace(span, `${lastDate} ${nameClock(minutes, context.hourCycle)}`),
        },
      ]),
    )
  if (lastDate !== undefined) return { kind: 'moment', moment: at(lastDate) }
  const options: AnswerOption[] =
    time.day?.kind === 'today' || time.day?.kind === 'tonight'
      ? [{ label: 'Yesterday', line: line.replace(time.day, addDays(calendarDate(context.now), -1)) }]
      : []
  return asks(askFuture(`${nameClock(minutes, context.hourCycle)} is still to come.`, options))
}

/** The dates a clock time may stand on, the likeliest first; the first that has passed is meant. */
function listDates(minutes: number, time: SpokenTime, context: QuickAddContext): CalendarDate[] {
  const { day, period } = time
  const date = calendarDate(context.now)
  const isEvening = minutes >= 12 * 60
  const isAfternoonNow = clockMinutes(context.now) >= 12 * 60
  switch (day?.kind) {
    case undefined:
      return [date, addDays(date, -1)]
    case 'today':
      return [date, context.today]
    case 'last-night':
      return isEvening ? [addDays(date, -1)] : [date, addDays(date, -1)]
    case 'tonight':
      return [isEvening && !isAfternoonNow ? addDays(date, -1) : date]
    case 'night-to':
      return [isEvening ? addDays(day.date, -1) : day.date]
    case 'weekday': {
      const latest = dateOfDay(time, context)
      const shift = period?.name === 'night' && !isEvening ? 1 : 0
      return [addDays(latest, shift), addDays(latest, shift - 7)]
    }
    default: {
      const spoken = dateOfDay(time, context)
      return [period?.name === 'night' && !isEvening ? addDays(spoken, 1) : spoken]
    }
  }
}

function placePair([from, to]: Pair, time: SpokenTime, span: Span, asking: Asking): FoundSpan {
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
  if (start !== undefined) return { kind: 'span', from: at(start, from), to: endAfter(start) }
  return asks(
    askFuture(`${name(to)} is still to come.`, [
      {
        label: `Since ${name(from)}`,
        line: line.replace(span, `since ${name(from)}`),
      },
    ]),
  )
}

/** Whether a clock time is about to come: taking it for the day before would be obedient, and wrong. */
function isJustAhead(at: (date: CalendarDate) => Moment, { now }: QuickAddContext): boolean {
  const date = calendarDate(now)
  return [date, addDays(date, 1)]
    .map(at)
    .some(({ at: ahead }) => ahead > now.at && ahead - now.at <= FUTURE_TOLERANCE_MS)
}

function askAhead(clock: string, options: readonly AnswerOption[]): Question {
  return { about: 'ahead', text: `${clock} is a few minutes ahead. Which time is meant?`, options }
}

function askFuture(text: string, options: readonly AnswerOption[]): Question {
  return { about: 'future', text: `${text} Enter a time that has passed.`, options }
}

function askContradiction(clock: SpokenClock, { day, period }: SpokenTime, { line }: Asking): Question {
  const other = period ?? day
  const words = other === null ? '' : ` and “${line.text.slice(other.start, other.end)}”`
  return {
    about: 'clock',
    text: `“${clock.text}”${words} do not fit together. Which time is meant?`,
    options: [],
  }
}

function askHalf(clock: SpokenClock, readings: readonly number[], { line, context }: Asking): Question {
  return {
    about: 'clock',
    text: `“${clock.text}”: in which half of the day?`,
    options: readings.map(minutes => ({
      label: nameClock(minutes, context.hourCycle),
      line: line.replace(clock, nameClock(minutes, context.hourCycle)),
    })),
  }
}

function askPair(
  from: SpokenClock,
  to: SpokenClock,
  pairs: readonly Pair[],
  { line, context }: Asking,
): Question {
  const span = { start: from.start, end: to.end }
  const isTogether = /^\s*(?:to|until|till|through|[-–—~])?\s*$/i.test(line.text.slice(from.end, to.start))
  return {
    about: 'clock',
    text: `“${line.text.slice(span.start, span.end)}”: in which half of the day?`,
    options: pairs.map(pair => ({
      label: pair.map(minutes => nameClock(minutes, context.hourCycle)).join(' to '),
      line: isTogether
        ? line.replace(span, pair.map(minutes => nameClock(minutes, context.hourCycle)).join(' to '))
        : line.replace(
            span,
            `${nameClock(pair[0], context.hourCycle)}${line.text.slice(from.end, to.start)}${nameClock(pair[1], context.hourCycle)}`,
          ),
    })),
  }
}

const offeredHours: Record<Period | 'any', readonly number[]> = {
  morning: [6, 7, 8, 9, 10, 11],
  afternoon: [13, 14, 15, 16, 17],
  evening: [18, 19, 20, 21, 22],
  night: [21, 22, 23, 0, 1],
  any: [8, 12, 16, 20],
}

/** Asks for the clock time on a day that is known. Offers hours that have passed; any other is typed. */
export function askClock(text: string, time: SpokenTime, { line, context }: Asking): Question {
  const period = periodOf(time) ?? 'any'
  const options = offeredHours[period]
    .map(hour => hour * 60)
    .filter(minutes =>
      listDates(minutes, time, context).some(
        date => momentAt(date, formatClock(minutes), context.timeZone).at <= context.now.at,
      ),
    )
  return {
    about: 'time',
    text,
    options: options.map(minutes => ({
      label: nameClock(minutes, context.hourCycle),
      line: line.append(nameClock(minutes, context.hourCycle)),
    })),
  }
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const monthNames =
  'January February March April May June July August September October November December'.split(' ')

/** "Friday 20 November 2026", for answers and questions. */
export function nameDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${weekdayNames[weekday(date)]} ${Number(day)} ${monthNames[Number(month) - 1]} ${year}`
}
