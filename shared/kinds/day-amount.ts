/** Amounts that are limited for each calendar date, over all entries of the journal. `day-limits.ts` applies the limits. */
import type { CalendarDate } from '../time/calendar-date.ts'
import { dayNumber } from '../time/calendar-date.ts'
import { MS_PER_DAY } from '../time/moment.ts'

/** A limit of one calendar date. Kinds that name the same limit add up. */
export interface DayLimit {
  readonly most: number
  /** Sentence for an entry that passes the limit. */
  readonly message: string
}

/** Amount that an entry adds to a limit of its date. */
export interface DayAmount<Draft, FieldName extends string = keyof Draft & string> {
  readonly limit: DayLimit
  /** Field that shows the sentence. */
  readonly field: FieldName
  /** Amount by day number (`calendar-date.ts`). An amount that is unknown is left out, so a gap never refuses an entry. */
  amountsOf(draft: Draft): readonly (readonly [day: number, amount: number])[]
}

/** Standing, sitting and sleep exclude each other: together they cannot fill more than a date. In milliseconds. */
export const stillTimeOfDay: DayLimit = {
  most: MS_PER_DAY,
  message:
    'With this, standing, sitting and sleep add up to more than 24 hours in one day. Enter a shorter time, or another date.',
}

/** Day number of a wall-clock time in milliseconds. */
export const dayOfWallMs = (wallMs: number): number => Math.floor(wallMs / MS_PER_DAY)

/** Start of a date in wall-clock milliseconds. */
export const startOfDateMs = (date: CalendarDate): number => dayNumber(date) * MS_PER_DAY

/** Milliseconds of a time span on each date it touches; times are wall-clock milliseconds. */
export function splitByDay(fromMs: number, toMs: number): [day: number, ms: number][] {
  const first = dayOfWallMs(fromMs)
  const days = Math.max(0, dayOfWallMs(toMs - 1) - first + 1)
  return Array.from({ length: days }, (_, index) => {
    const start = (first + index) * MS_PER_DAY
    return [first + index, Math.min(toMs, start + MS_PER_DAY) - Math.max(fromMs, start)]
  })
}
