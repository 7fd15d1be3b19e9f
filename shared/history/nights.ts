/**
 * Nights from the sleep records of trackers: segments of one source are joined to sleeps, and the longest sleep of a
 * cramp-day is the night.
 *
 *     in bed   22:40 |--------------------------------------------| 06:50          night: 22:40 to 06:50
 *     asleep        23:05 |----------| |---------| |--------| 06:30                (records overlap: a union, never a sum)
 *     asleep                                                          14:10 |--| 14:55   nap: left out
 */

import type { CalendarDate } from '../time/calendar-date.ts'
import {
  clockMinutes,
  crampDay,
  type Moment,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
} from '../time/moment.ts'

/** Record of a tracker: a stay in bed, a stage of sleep, or a time awake between them. */
export interface SleepSegment {
  readonly start: Moment
  /** UTC milliseconds. */
  readonly end: number
  readonly state: 'in-bed' | 'asleep' | 'awake'
}

/** Segments of one source with gaps of at most an hour. */
export interface Sleep<Segment extends SleepSegment> {
  /** Going to bed where the source tells it, else the first sleep. */
  readonly start: Moment
  /** UTC milliseconds at which the last segment ends. */
  readonly wakeAt: number
  /** Its segments by start. */
  readonly segments: readonly Segment[]
}

export interface Nights<Segment extends SleepSegment> {
  readonly nights: readonly Sleep<Segment>[]
  readonly leftOut: readonly { readonly sleep: Sleep<Segment>; readonly reason: string }[]
}

const LONGEST_GAP_MS = 60 * MS_PER_MINUTE
const LONGEST_NAP_MS = 2 * MS_PER_HOUR
/** Daytime by the local clock, minutes after midnight. */
const DAYTIME = { from: 9 * 60, to: 21 * 60 }

/**
 * Nights of one source, by start. Records of several sources are joined source by source, see `pickSource`.
 *
 * @param shortestMs length from which a sleep is a night at any hour, for a source that also holds trials and naps at night
 */
export function joinNights<Segment extends SleepSegment>(
  segments: readonly Segment[],
  shortestMs = MS_PER_MINUTE,
): Nights<Segment> {
  const nights = new Map<CalendarDate, Sleep<Segment>>()
  const leftOut: { sleep: Sleep<Segment>; reason: string }[] = []
  for (const sleep of joinSegments(segments)) {
    const length = lengthOf(sleep)
    if (length > MS_PER_DAY) leftOut.push({ sleep, reason: 'longer than 24 hours' })
    else if (isNap(sleep)) leftOut.push({ sleep, reason: 'a nap in the daytime' })
    else if (length < shortestMs) leftOut.push({ sleep, reason: `shorter than ${formatLength(shortestMs)}` })
    else {
      const day = crampDay(sleep.start)
      const other = nights.get(day)
      const isLonger = other === undefined || length > lengthOf(other)
      if (isLonger) nights.set(day, sleep)
      const shorter = isLonger ? other : sleep
      if (shorter !== undefined)
        leftOut.push({ sleep: shorter, reason: 'not the longest sleep from noon to noon' })
    }
  }
  return { nights: [...nights.values()], leftOut }
}

const formatLength = (ms: number) =>
  ms >= MS_PER_HOUR
    ? `${ms / MS_PER_HOUR} hours`
    : ms === MS_PER_MINUTE
      ? 'a minute'
      : `${ms / MS_PER_MINUTE} minutes`

const lengthOf = (sleep: Sleep<SleepSegment>) => sleep.wakeAt - sleep.start.at

function isNap(sleep: Sleep<SleepSegment>): boolean {
  const from = clockMinutes(sleep.start)
  return (
    lengthOf(sleep) < LONGEST_NAP_MS &&
    from >= DAYTIME.from &&
    from + lengthOf(sleep) / MS_PER_MINUTE <= DAYTIME.to
  )
}

function joinSegments<Segment extends SleepSegment>(segments: readonly Segment[]): Sleep<Segment>[] {
  const joined: Segment[][] = []
  let lastEnd = Number.NEGATIVE_INFINITY
  for (const segment of [...segments].sort((a, b) => a.start.at - b.start.at || a.end - b.end)) {
    // A segment that ends before it starts is a damaged record.
    if (segment.end <= segment.start.at) continue
    if (segment.start.at - lastEnd > LONGEST_GAP_MS) joined.push([])
    joined.at(-1)?.push(segment)
    lastEnd = Math.max(lastEnd, segment.end)
  }
  return joined.flatMap(list => {
    // Lying awake before the first sleep is told apart from being up only by a record of the bed.
    const first = list.find(({ state }) => state !== 'awake')
    return first === undefined
      ? []
      : [
          {
            start: first.start,
            wakeAt: list.reduce((latest, { end }) => Math.max(latest, end), 0),
            segments: list,
          },
        ]
  })
}

/**
 * One source for each night: the first of the order that has it. Nights of the others are left out, since two trackers tell
 * of the same sleep and never of two.
 *
 * @param nightsOf nights by source
 * @param order sources by preference; those that it does not name follow
 */
export function pickSource<Segment extends SleepSegment>(
  nightsOf: ReadonlyMap<string, readonly Sleep<Segment>[]>,
  order: readonly string[],
): { readonly nights: readonly Sleep<Segment>[]; readonly others: readonly Sleep<Segment>[] } {
  const picked = new Map<CalendarDate, Sleep<Segment>>()
  const others: Sleep<Segment>[] = []
  for (const source of new Set([...order, ...nightsOf.keys()]))
    for (const sleep of nightsOf.get(source) ?? []) {
      const day = crampDay(sleep.start)
      if (picked.has(day)) others.push(sleep)
      else picked.set(day, sleep)
    }
  return { nights: [...picked.values()].sort((a, b) => a.start.at - b.start.at), others }
}
