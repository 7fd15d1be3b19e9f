/** What is asked about a clock time, with the answers that can be offered. */
import { momentAt } from '../time/time-zone.ts'
import { type ClockPair, periodOf } from './clock-halves.ts'
import { formatClock, nameClock } from './clock-words.ts'
import type { Asking } from './line.ts'
import type { AnswerOption, Question } from './reading.ts'
import type { SpokenClock } from './spoken-clock.ts'
import { listDates } from './spoken-dates.ts'
import type { Period } from './spoken-day.ts'
import type { SpokenTime } from './spoken-time.ts'

export function askAhead(clock: string, options: readonly AnswerOption[]): Question {
  return { about: 'ahead', text: `${clock} is a few minutes ahead. Which time do you mean?`, options }
}

export function askContradiction(
  clock: SpokenClock,
  { day, period }: SpokenTime,
  { line }: Asking,
): Question {
  const other = period ?? day
  const words = other === null ? '' : ` and “${line.text.slice(other.start, other.end)}”`
  return {
    about: 'clock',
    text: `“${clock.text}”${words} do not fit together. Which time do you mean?`,
    options: [],
  }
}

export function askHalf(
  clock: SpokenClock,
  readings: readonly number[],
  { line, context }: Asking,
): Question {
  return {
    about: 'clock',
    text: `“${clock.text}”: in which half of the day?`,
    options: readings.map(minutes => ({
      label: nameClock(minutes, context.hourCycle),
      line: line.replace(clock, nameClock(minutes, context.hourCycle)),
    })),
  }
}

export function askPair(
  from: SpokenClock,
  to: SpokenClock,
  pairs: readonly ClockPair[],
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
