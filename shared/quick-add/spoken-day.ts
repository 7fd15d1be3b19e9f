/** Words that name a day, or a part of one. */
import { type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import { calendarDate, MS_PER_DAY } from '../time/moment.ts'
import { type Line, words } from './line.ts'
import type { QuickAddContext, Span } from './reading.ts'

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night'

/** A night is named by the date of its morning. */
export type SpokenDay =
  | { readonly kind: 'today' | 'yesterday' | 'last-night' | 'tonight' }
  | { readonly kind: 'date' | 'night-to'; readonly date: CalendarDate }
  /** 0 is Monday. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly isLast: boolean }
  /** Day-first and month-first readings of "3/4". */
  | { readonly kind: 'either'; readonly dates: readonly [CalendarDate, CalendarDate] }

const namedDays: readonly (readonly [
  RegExp,
  (found: RegExpGroups, context: QuickAddContext) => SpokenDay,
])[] = [
  [words('day\\s+before\\s+yesterday'), (_, { now }) => dateBefore(calendarDate(now), 2)],
  [
    words(String.raw`(?:in\s+the\s+)?night\s+to\s+(?<date>\d{4}-\d\d-\d\d)`),
    found => nightTo(found.date ?? ''),
  ],
  [words('(?:the\\s+)?last\\s+night'), () => ({ kind: 'last-night' })],
  [words('tonight'), () => ({ kind: 'tonight' })],
  [words('today'), () => ({ kind: 'today' })],
  [words('yesterday'), () => ({ kind: 'yesterday' })],
]
type RegExpGroups = Readonly<Record<string, string | undefined>>

const PERIOD = words(
  String.raw`(?:(?<this>this)\s+|all\s+|in\s+the\s+|during\s+the\s+|at\s+)?(?<period>morning|afternoon|evening|night)|overnight`,
)

const dateBefore = (date: CalendarDate, days: number): SpokenDay => ({
  kind: 'date',
  date: new Date((dayNumber(date) - days) * MS_PER_DAY).toISOString().slice(0, 10),
})
const nightTo = (date: CalendarDate): SpokenDay => ({ kind: 'night-to', date })

export function takeNamedDay(line: Line, context: QuickAddContext): (SpokenDay & Span) | null {
  for (const [pattern, read] of namedDays) {
    const found = line.take(pattern, 'time')
    if (found) return { ...read(found.groups, context), start: found.start, end: found.end }
  }
  return null
}

interface FoundPeriod extends Span {
  readonly name: PartOfDay
  readonly isThis: boolean
}

export function takePeriod(line: Line): FoundPeriod | null {
  const found = line.take(PERIOD, 'time')
  if (found === null) return null
  const name = found.groups.period?.toLowerCase()
  const isPeriod = name === 'morning' || name === 'afternoon' || name === 'evening'
  return {
    name: isPeriod ? name : 'night',
    isThis: found.groups.this !== undefined,
    start: found.start,
    end: found.end,
  }
}

export const withThis = (period: FoundPeriod | null): (SpokenDay & Span) | null =>
  period?.isThis ? { kind: 'today', start: period.start, end: period.end } : null
