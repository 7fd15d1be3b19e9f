/**
 * Nights of a clock change: a local time that occurred twice, or never, is asked about. "1:30 after the clocks went back"
 * selects one of the two occurrences.
 */
import type { CalendarDate } from '../time/calendar-date.ts'
import { clockMinutes, type Moment, MS_PER_MINUTE } from '../time/moment.ts'
import { listMomentsAt, momentAt, momentOfInstant } from '../time/time-zone.ts'
import { askFuture, formatClock, nameClock, nameDate } from './clock-words.ts'
import { type Asking, type Line, words } from './line.ts'
import { askInPlace } from './questions.ts'
import type { Question, Span } from './reading.ts'
import type { SpokenClock } from './spoken-clock.ts'

const OCCURRENCE = words(String.raw`(?<occurrence>before|after)\s+the\s+clocks\s+went\s+back`)

interface OccurrenceWords extends Span {
  readonly occurrence: SpokenClock['occurrence']
}

/** Reads the words that select an occurrence, before "back" or "after" can be taken for something else. */
export function takeOccurrences(line: Line): OccurrenceWords[] {
  const occurrences: OccurrenceWords[] = []
  for (let found = line.take(OCCURRENCE, 'time'); found !== null; found = line.take(OCCURRENCE, 'time'))
    occurrences.push({
      start: found.start,
      end: found.end,
      occurrence: found.groups.occurrence?.toLowerCase() === 'before' ? 'before' : 'after',
    })
  return occurrences
}

/** Clock time with the occurrence that the words right after it select. */
export function withOccurrence(
  clock: SpokenClock | null,
  occurrences: readonly OccurrenceWords[],
  line: Line,
): SpokenClock | null {
  const following = occurrences.find(
    ({ start }) => clock !== null && clock.end <= start && line.text.slice(clock.end, start).trim() === '',
  )
  return clock === null || following === undefined ? clock : { ...clock, occurrence: following.occurrence }
}

export type PlacedClock =
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'asks'; readonly question: Question }

/** Moment at which the clock showed this time on that date; never one that is still ahead. */
export function placeOnDate(
  date: CalendarDate,
  minutes: number,
  clock: SpokenClock,
  { line, context }: Asking,
): PlacedClock {
  const moments = listMomentsAt(date, formatClock(minutes), context.timeZone)
  const [first, second] = moments
  const name = nameClock(minutes, context.hourCycle)
  if (first === undefined)
    return { kind: 'asks', question: askNever(date, minutes, clock, { line, context }) }
  if (second === undefined || clock.occurrence === 'before') return { kind: 'moment', moment: first }
  const hasSecondPassed = second.at <= context.now.at
  if (clock.occurrence === 'after')
    return hasSecondPassed
      ? { kind: 'moment', moment: second }
      : { kind: 'asks', question: askFuture(`The second ${name} is still to come.`, []) }
  if (!hasSecondPassed) return { kind: 'moment', moment: first }
  return {
    kind: 'asks',
    question: askInPlace(
      line,
      clock,
      'clock change',
      `${name} came twice on ${nameDate(date)}. Before or after the clocks went back?`,
      [
        ['Before they went back', `${name} before the clocks went back`],
        ['After they went back', `${name} after the clocks went back`],
      ],
    ),
  }
}

function askNever(
  date: CalendarDate,
  minutes: number,
  clock: SpokenClock,
  { line, context }: Asking,
): Question {
  const after = momentAt(date, formatClock(minutes), context.timeZone)
  const jumpedMinutes = clockMinutes(after) - minutes
  const before = momentOfInstant(after.at - jumpedMinutes * MS_PER_MINUTE, context.timeZone)
  return askInPlace(
    line,
    clock,
    'clock change',
    `There was no ${nameClock(minutes, context.hourCycle)} on ${nameDate(date)}, when the clocks went forward. Which time do you mean?`,
    [before, after].map(moment => nameClock(clockMinutes(moment), context.hourCycle)),
  )
}
