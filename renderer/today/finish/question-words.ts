/** Words of a day's open questions: what each is about, its answers, and what "An ordinary day" stores. */
import type { TrackedKind } from '../../../shared/kinds/check-in.ts'
import type { OpenQuestion } from '../../../shared/kinds/finish-day-calls.ts'
import { lowerFirst } from '../../../shared/locale/lower-first.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import { calendarDate, crampDay, type Moment } from '../../../shared/time/moment.ts'
import { formatDate } from '../../data/format.ts'
import { sayNone } from './none-answers.ts'

const titles: Record<TrackedKind, string> = {
  cramp: 'Cramps',
  fluid: 'Drinks',
  footwear: 'Footwear',
  activity: 'Activity',
  stretch: 'Stretching',
  food: 'Food and supplements',
  day: 'How the day was',
  night: 'The night',
}

export const nameQuestion = ({ kind }: Pick<OpenQuestion, 'kind'>): string => titles[kind]

/** "No cramp since yesterday noon", as long as the cramp-day has not ended; after that both its noons. */
function sayNoCramp(date: CalendarDate, now: Moment): string {
  const isYesterday = addDays(date, 1) === calendarDate(now)
  if (isYesterday && crampDay(now) === date) return 'No cramp since yesterday noon'
  if (isYesterday) return 'No cramp from yesterday noon to today noon'
  return `No cramp from ${formatDate(date, 'weekday')} noon to ${formatDate(addDays(date, 1), 'weekday')} noon`
}

/** Answer that there was nothing, or nothing more. */
export const sayNothing = ({ kind, date, entryCount }: OpenQuestion, now: Moment): string =>
  kind === 'cramp' ? sayNoCramp(date, now) : sayNone(kind, entryCount > 0)

/** "5 written down"; empty where there are none. */
export const sayEntries = ({ entryCount }: Pick<OpenQuestion, 'entryCount'>): string =>
  entryCount === 0 ? '' : `${entryCount} written down`

/** "no cramp since yesterday noon", "drinks: the 5 written down are all": what a press on "An ordinary day" stores. */
export function sayOrdinary(question: OpenQuestion, now: Moment): string {
  if (question.ordinary === 'none') return lowerFirst(sayNothing(question, now))
  const { entryCount } = question
  const all = entryCount === 1 ? 'the one written down is all' : `the ${entryCount} written down are all`
  return `${lowerFirst(nameQuestion(question))}: ${all}`
}

/** "today", "yesterday", "Tuesday 17 November". */
export function nameFinishedDay(date: CalendarDate, today: CalendarDate): string {
  if (date === today) return 'today'
  return date === addDays(today, -1) ? 'yesterday' : formatDate(date, 'weekday')
}
