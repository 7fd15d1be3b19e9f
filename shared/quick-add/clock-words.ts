/** Unambiguous dates and clock times for the text of questions and answers. */
import { type CalendarDate, weekday } from '../time/calendar-date.ts'
import type { AnswerOption, Question } from './reading.ts'

/** Minutes after midnight as `09:05`, on a 24-hour clock. */
export function formatClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Unambiguous clock time in the person's hour cycle, both for showing and for writing into the line. */
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
