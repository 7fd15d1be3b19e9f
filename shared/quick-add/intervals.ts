/** Start and duration of something that lasted, from the words for the time. */

import type { CalendarDate } from '../time/calendar-date.ts'
import { calendarDate, clockMinutes, type Moment } from '../time/moment.ts'
import { momentOfInstant } from '../time/time-zone.ts'
import { nameClock } from './clock-words.ts'
import type { Asking } from './line.ts'
import { findMoment, findSpan } from './moments.ts'
import { askInPlace, askToType } from './questions.ts'
import type { Question } from './reading.ts'
import type { SpokenTime } from './spoken-time.ts'

export type FoundInterval =
  | { readonly kind: 'interval'; readonly from: Moment; readonly seconds: number }
  /** The duration is missing; the start is known, or defaults to now. */
  | { readonly kind: 'no-length' }
  /** Date without a clock time. */
  | { readonly kind: 'date'; readonly date: CalendarDate; readonly isNight: boolean }
  | { readonly kind: 'asks'; readonly question: Question }

/** Interval that the words describe. A duration without a time ends now. */
export function findInterval(time: SpokenTime, asking: Asking): FoundInterval {
  const { context } = asking
  const { from, to, seconds } = time
  if (from !== null && to !== null) return findBetween(time, asking)
  const found = findMoment(to === null ? time : { ...time, from: to, to: null }, asking)
  if (found.kind === 'asks') return found
  if (found.kind === 'date' || found.kind === 'night')
    return { kind: 'date', date: found.date, isNight: found.kind === 'night' }
  if (found.kind === 'moment' && from !== null && time.isUntilNow)
    return agree(found.moment, (context.now.at - found.moment.at) / 1000, time)
  if (seconds === null) return { kind: 'no-length' }
  const back = (end: Moment): FoundInterval => ({
    kind: 'interval',
    from: momentOfInstant(end.at - seconds * 1000, context.timeZone),
    seconds,
  })
  if (found.kind === 'nothing' || time.isNow) return back(context.now)
  if (to !== null) return back(found.moment)
  if (found.moment.at + seconds * 1000 <= context.now.at)
    return { kind: 'interval', from: found.moment, seconds }
  return { kind: 'asks', question: askEnd(found.moment, seconds, time, asking) }
}

function findBetween(time: SpokenTime, asking: Asking): FoundInterval {
  const found = findSpan(time, asking)
  if (found.kind === 'asks') return found
  return agree(found.from, (found.to.at - found.from.at) / 1000, time)
}

/** A duration next to two times must equal their difference. */
function agree(from: Moment, seconds: number, time: SpokenTime): FoundInterval {
  const whole = Math.floor(seconds)
  if (whole < 1) return { kind: 'no-length' }
  if (time.seconds === null || time.seconds === whole) return { kind: 'interval', from, seconds: whole }
  return {
    kind: 'asks',
    question: askToType('length', 'The times and the length do not agree. Leave one of them out.'),
  }
}

/** The interval would end in the future, so the typed time may have been the end. */
function askEnd(from: Moment, seconds: number, time: SpokenTime, { line, context }: Asking): Question {
  const end = momentOfInstant(from.at + seconds * 1000, context.timeZone)
  const began = momentOfInstant(from.at - seconds * 1000, context.timeZone)
  const name = (moment: Moment) => nameClock(clockMinutes(moment), context.hourCycle)
  const text = `From ${name(from)} on it would last until ${name(end)}, which is still to come.`
  return time.from === null || time.day !== null
    ? askToType('length', text)
    : askInPlace(line, time.from, 'length', text, [
        [`It ended at ${name(from)}`, `${calendarDate(began)} ${name(began)}`],
      ])
}
