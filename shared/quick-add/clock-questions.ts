/** Questions about clock times, with the answers that can be offered. */
import { momentAt } from '../time/time-zone.ts'
import { type ClockPair, periodOf, readClockMinutes } from './am-pm.ts'
import { dateOfDay, listDates } from './candidate-dates.ts'
import { formatClock, nameClock, nameDate } from './clock-words.ts'
import type { FoundLength } from './lengths.ts'
import type { Asking } from './line.ts'
import { askAtEnd, askInPlace, askToType } from './questions.ts'
import type { AnswerOption, Question, QuickAddContext, Span } from './reading.ts'
import type { SpokenClock } from './spoken-clock.ts'
import type { PartOfDay } from './spoken-day.ts'
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
  return askToType('clock', `“${clock.text}”${words} do not fit together. Which time do you mean?`)
}

export const askHalf = (
  clock: SpokenClock,
  readings: readonly number[],
  { line, context }: Asking,
): Question =>
  askInPlace(
    line,
    clock,
    'clock',
    `“${clock.text}”: in which half of the day?`,
    readings.map(minutes => nameClock(minutes, context.hourCycle)),
  )

export function askPair(
  from: SpokenClock,
  to: SpokenClock,
  pairs: readonly ClockPair[],
  { line, context }: Asking,
): Question {
  const span = { start: from.start, end: to.end }
  const between = line.text.slice(from.end, to.start)
  const isTogether = /^\s*(?:to|until|till|through|[-–—~])?\s*$/i.test(between)
  const answers = pairs.map(pair => {
    const names = pair.map(minutes => nameClock(minutes, context.hourCycle))
    return [names.join(' to '), names.join(isTogether ? ' to ' : between)] as const
  })
  const words = line.text.slice(span.start, span.end)
  return askInPlace(line, span, 'clock', `“${words}”: in which half of the day?`, answers)
}

/** "10 to 3" in a line about something that lasts: ten minutes to three, or an interval. */
export function askMinutesTo(
  clock: SpokenClock,
  pairs: readonly ClockPair[],
  period: PartOfDay | null,
  { line, context }: Asking,
): Question {
  const name = (minutes: number) => nameClock(minutes, context.hourCycle)
  return askInPlace(line, clock, 'clock', `“${clock.text}”: which time do you mean?`, [
    ...readClockMinutes(clock, period).map(name),
    ...pairs.map(pair => pair.map(name).join(' to ')),
  ])
}

/** "5 min after the run": a duration, or a time relative to the run. */
export function askUnclearLength(found: FoundLength, { line }: Asking): Question {
  const { start, end, text, related, isRelationRead } = found
  const whole = related ?? { start, end }
  const phrase = line.text.slice(whole.start, whole.end)
  const rest = line.text.slice(end, whole.end)
  return {
    about: 'length',
    text: `“${phrase}”: is ${text.trim()} how long it was, or when it was?`,
    options: [
      { label: 'How long', line: line.replace(whole, `for ${text.trim()},${rest}`) },
      {
        label: 'When; keep it as the note',
        line: line.moveToNote([isRelationRead ? { start, end } : whole], [phrase]),
      },
    ],
  }
}

/** "sat in the garden": a day, or another word. */
export function askUnclearDay(time: SpokenTime, { line, context }: Asking): Question {
  const { unclearDay } = time
  if (unclearDay === null) throw new Error('askUnclearDay: the day is plain')
  const { day, word, phrase } = unclearDay
  const date = dateOfDay({ ...time, day: { ...day, ...word } }, context)
  return {
    about: 'date',
    text: `“${line.text.slice(phrase.start, phrase.end)}”: is “${line.text.slice(word.start, word.end)}” a day?`,
    options: [
      { label: nameDate(date), line: line.replace(word, date) },
      { label: 'No, keep it as the note', line: line.moveToNote([phrase]) },
      { label: 'No, leave it out', line: line.remove([phrase]) },
    ],
  }
}

const mealHours: readonly (readonly [RegExp, readonly number[]])[] = [
  [/breakfast/i, [7, 8, 9, 10]],
  [/lunch/i, [12, 13, 14]],
  [/./, [17, 18, 19, 20]],
]

/** "at lunch": offers the usual hours of that meal. */
export function askMeal(meal: Span, time: SpokenTime, { line, context }: Asking): Question {
  const words = line.text.slice(meal.start, meal.end)
  const hours = mealHours.find(([name]) => name.test(words))?.[1] ?? []
  return {
    about: 'time',
    text: `“${words}”: at what time was that?`,
    options: [
      ...hours
        .filter(hour => hasPassed(hour * 60, time, context))
        .map(hour => {
          const clock = nameClock(hour * 60, context.hourCycle)
          return { label: clock, line: line.replace(meal, clock) }
        }),
      { label: 'Keep it as the note', line: line.moveToNote([meal]) },
    ],
  }
}

const offeredHours: Record<PartOfDay | 'any', readonly number[]> = {
  morning: [6, 7, 8, 9, 10, 11],
  afternoon: [13, 14, 15, 16, 17],
  evening: [18, 19, 20, 21, 22],
  night: [21, 22, 23, 0, 1],
  any: [8, 12, 16, 20],
}

/** Asks for the clock time on a known day. Offers hours that have passed; any other is typed. */
export function askClock(text: string, time: SpokenTime, { line, context }: Asking): Question {
  const minutes = offeredHours[periodOf(time) ?? 'any'].map(hour => hour * 60)
  const passed = minutes.filter(one => hasPassed(one, time, context))
  return askAtEnd(
    line,
    'time',
    text,
    passed.map(one => nameClock(one, context.hourCycle)),
  )
}

/** True if this clock time has passed on at least one candidate date. */
function hasPassed(minutes: number, time: SpokenTime, context: QuickAddContext): boolean {
  return listDates(minutes, time, context).some(
    date => momentAt(date, formatClock(minutes), context.timeZone).at <= context.now.at,
  )
}
