/** Dates and clock times in the words of questions and answers, never in doubt. */
import { type CalendarDate, weekday } from '../time/calendar-date.ts'
import type { AnswerOption, Question } from './reading.ts'

/** `09:05` of minutes after midnight. */
export function formatClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A clock time as answers say it and write it, the way clocks are read where the person lives; never in doubt. */
export function nameClock(minutes: number, hourCycle: 12 | 24): string {
  if (hourCycle === 24) return formatClock(minutes)
  const hour = Math.floor(minutes / 60)
  return `${hour % 12 || 12}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const monthNames =
  'January February March April May June July August September October November December'.split(' ')

/** "Friday 20 November 2026", for answers and questions. */
export function nameDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${weekdayNames[weekday(date)]} ${Number(day)} ${monthNames[Number(month) - 1]} ${year}`
}

export function askFuture(text: string, options: readonly AnswerOption[]): Question {
  return { about: 'future', text: `${text} Enter a time that has passed.`, options }
}
