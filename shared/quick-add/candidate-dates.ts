/** Candidate dates for the words of a line, the likeliest first. */
import { addDays, type CalendarDate, weekday } from '../time/calendar-date.ts'
import { calendarDate, clockMinutes } from '../time/moment.ts'
import type { QuickAddContext } from './reading.ts'
import type { SpokenTime } from './spoken-time.ts'

/** Date of a day word, for a line without a clock time. */
export function dateOfDay({ day }: SpokenTime, context: QuickAddContext): CalendarDate {
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

/** Candidate dates of a clock time, the likeliest first; callers take the first at which it has passed. */
export function listDates(minutes: number, time: SpokenTime, context: QuickAddContext): CalendarDate[] {
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
