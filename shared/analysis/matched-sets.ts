/**
 * Matched sets of a diary: every event with the same clock time on all other tracked cramp-days of its stratum.
 *
 *   stratum (one block, work days)     Mon  Tue  Wed  Thu  Fri  Mon  Tue ...
 *   cramps                                  x              x
 *   set of Tuesday's event              o    X    o    -    o    o    o       X case, o referent, - not tracked
 *   set of Friday's event               o    o    o    o    X    -    o       each at its own clock time
 *
 * A day stays a referent although another cramp happened on it. Leaving such days out, as is often done, makes the
 * choice of referents depend on the events and doubles the estimate of people with frequent cramps.
 */
import type { SetTable } from '../statistics/set-table.ts'
import {
  DAYS_PER_STRATUM_BLOCK,
  findTravelDays,
  getDayOfBlock,
  getStratum,
  type Stratification,
} from './blocks-and-strata.ts'
import {
  getIndexEvents,
  getStudiedEpisodes,
  getTrackedCrampDays,
  getUsualNightOffset,
  type IndexEvent,
} from './diary/cramp-days.ts'
import { type DayNumber, type Diary, type Episode, MINUTES_PER_DAY } from './diary/diary.ts'
import { createOnsetReader } from './diary/onset-spans.ts'
import type { WindowReader } from './diary/windows.ts'

/** Events and strata of a diary, shared by all exposures of one analysis. */
export interface CrampCalendar {
  /** Index events of the analysis, ascending. */
  readonly events: readonly IndexEvent[]
  /** Cramp-days with an index event. */
  readonly eventDays: ReadonlySet<DayNumber>
  /** Tracked cramp-days without travel, ascending, by stratum. */
  readonly daysOfStratum: ReadonlyMap<number, readonly DayNumber[]>
  /** Tracked cramp-days left out for travel. */
  readonly travelDays: ReadonlySet<DayNumber>
  readonly getStratum: (day: DayNumber) => number
  /** True for the days of `daysOfStratum`. */
  readonly isCompared: (day: DayNumber) => boolean
  /** Offset in minutes after noon that is assumed for onsets known only as "in the night". */
  readonly usualNightOffset: number
}

export interface CalendarOptions {
  /** The episodes that qualify as events (a muscle, a state); all of legs and feet by default. */
  readonly episodes?: readonly Episode[]
  readonly stratification?: Stratification
  /** Length of the blocks of the strata; 56 by default. */
  readonly daysPerBlock?: number
  /** Cramp-days left out for travel; found from the diary by default. */
  readonly travelDays?: ReadonlySet<DayNumber>
}

export function createCrampCalendar(
  diary: Diary,
  {
    episodes = getStudiedEpisodes(diary),
    stratification = 'day-type',
    daysPerBlock = DAYS_PER_STRATUM_BLOCK,
    travelDays = findTravelDays(getTrackedCrampDays(diary), diary.utcOffsetMinutes),
  }: CalendarOptions = {},
): CrampCalendar {
  const usualNightOffset = getUsualNightOffset(episodes)
  const events = getIndexEvents(episodes, usualNightOffset)
  const trackedDays = getTrackedCrampDays(diary)
  const [firstDay = 0] = trackedDays
  const compared = new Uint8Array((trackedDays.at(-1) ?? -1) - firstDay + 1)
  const getStratumOfDay = (day: DayNumber) => getStratum(day, stratification, diary.offWeekdays, daysPerBlock)
  const daysOfStratum = new Map<number, DayNumber[]>()
  for (const day of trackedDays) {
    if (travelDays.has(day)) continue
    compared[day - firstDay] = 1
    const stratum = getStratumOfDay(day)
    const days = daysOfStratum.get(stratum)
    if (days === undefined) daysOfStratum.set(stratum, [day])
    else days.push(day)
  }
  return {
    events,
    eventDays: new Set(events.map(({ day }) => day)),
    daysOfStratum,
    travelDays,
    getStratum: getStratumOfDay,
    isCompared: day => compared[day - firstDay] === 1,
    usualNightOffset,
  }
}

/** Reason why an event has no set. */
type DropReason =
  /** Its cramp-day is a day of travel. */
  | 'travel'
  /** Its own window is not known. */
  | 'case-not-covered'
  /** Its onset is a span over which its own window does not keep one value. */
  | 'onset-unclear'
  /** There is no other day in its stratum with a known window. */
  | 'no-referents'

interface DroppedEvent {
  readonly event: IndexEvent
  readonly reason: DropReason
}

/** Sets of windows, laid out as in `SetTable`: the rows of a set follow each other, the case first, then by date. */
export interface MatchedSets {
  /** The event of each set. */
  readonly events: readonly IndexEvent[]
  /** Stratum of each set. */
  readonly stratum: Int32Array
  /** First row of each set, and the number of rows. */
  readonly start: Int32Array
  /** Cramp-day of each row. */
  readonly day: Int32Array
  /** 1 where the row's cramp-day has an index event, as the case itself has. */
  readonly hasEvent: Uint8Array
  /** Value of each row, per reader. */
  readonly values: readonly Float64Array[]
  readonly dropped: readonly DroppedEvent[]
  /** Referent windows left out because they are not known. */
  readonly uncoveredReferents: number
}

/**
 * Builds the sets of one exposure, or of several to be fitted together: a window is known if all of them are.
 *
 * @param known sets of the same readers over at least the days of `calendar`, and with strata at least as large: rows of
 *   an event that they hold are copied instead of read, which takes a tenth of the time
 * @throws RangeError without a reader.
 */
export function buildMatchedSets(
  calendar: CrampCalendar,
  readers: readonly WindowReader[],
  known?: MatchedSets,
): MatchedSets {
  if (readers.length === 0) throw new RangeError('readers must not be empty')
  const { eventDays, daysOfStratum, travelDays, getStratum, isCompared } = calendar
  const findKnown = known === undefined ? () => undefined : indexSets(known)
  const events: IndexEvent[] = []
  const stratumOfSet: number[] = []
  const start: number[] = [0]
  const dropped: DroppedEvent[] = []
  let uncoveredReferents = 0

  // Upper bound of the rows: every day of every event's stratum, and the case.
  const room = calendar.events.reduce(
    (sum, { day }) => sum + 1 + (daysOfStratum.get(getStratum(day))?.length ?? 0),
    0,
  )
  const days = new Int32Array(room)
  const values = readers.map(() => new Float64Array(room))
  let rows = 0
  const onsetReaders = readers.map(createOnsetReader)
  /** Writes the next row for a day, if its windows are all known. @returns the reason why not, or null */
  const append = (day: DayNumber, onset: IndexEvent): 'case-not-covered' | 'onset-unclear' | null => {
    for (let j = 0; j < readers.length; j++) {
      const value = onsetReaders[j]?.(day, onset) ?? null
      const ofExposure = values[j]
      if (value === 'varies') return 'onset-unclear'
      if (value === null || ofExposure === undefined) return 'case-not-covered'
      ofExposure[rows] = value
    }
    days[rows] = day
    rows += 1
    return null
  }

  /** Copies the rows of a known set whose days are compared with those of the stratum. */
  const copy = (source: MatchedSets, e: number, stratum: number) => {
    for (let row = source.start[e] ?? NaN; row < (source.start[e + 1] ?? NaN); row++) {
      const day = source.day[row] ?? NaN
      if (!isCompared(day) || getStratum(day) !== stratum) continue
      for (let j = 0; j < readers.length; j++) {
        const ofExposure = values[j]
        if (ofExposure !== undefined) ofExposure[rows] = source.values[j]?.[row] ?? NaN
      }
      days[rows] = day
      rows += 1
    }
  }

  for (const event of calendar.events) {
    const { day: caseDay } = event
    if (travelDays.has(caseDay)) {
      dropped.push({ event, reason: 'travel' })
      continue
    }
    const first = rows
    const stratum = getStratum(caseDay)
    const daysOfEvent = daysOfStratum.get(stratum) ?? []
    const knownSet = findKnown(event)
    if (known !== undefined && knownSet !== undefined) {
      copy(known, knownSet, stratum)
      uncoveredReferents += daysOfEvent.length - (rows - first)
    } else {
      const reason = append(caseDay, event)
      if (reason !== null) {
        dropped.push({ event, reason })
        continue
      }
      for (const day of daysOfEvent) {
        if (day !== caseDay && append(day, event) !== null) uncoveredReferents += 1
      }
    }
    if (rows - first < 2) {
      rows = first
      dropped.push({ event, reason: 'no-referents' })
      continue
    }
    events.push(event)
    stratumOfSet.push(stratum)
    start.push(rows)
  }
  const usedDays = days.slice(0, rows)
  return {
    events,
    stratum: Int32Array.from(stratumOfSet),
    start: Int32Array.from(start),
    day: usedDays,
    hasEvent: markEventDays(usedDays, eventDays),
    values: values.map(ofExposure => ofExposure.slice(0, rows)),
    dropped,
    uncoveredReferents,
  }
}

const indexes = new WeakMap<MatchedSets, ReadonlyMap<number, number>>()

/** Lookup of the set of an event, by its day and clock times. */
function indexSets(sets: MatchedSets): (event: IndexEvent) => number | undefined {
  const keyOf = ({ day, offsetMinutes: offset, span = { first: offset, last: offset } }: IndexEvent) =>
    (day * MINUTES_PER_DAY + span.first) * MINUTES_PER_DAY + span.last
  const index = indexes.get(sets) ?? new Map(sets.events.map((event, e) => [keyOf(event), e]))
  indexes.set(sets, index)
  return event => index.get(keyOf(event))
}

function markEventDays(days: Int32Array, eventDays: ReadonlySet<DayNumber>): Uint8Array {
  const marks = new Uint8Array(days.length)
  days.forEach((day, row) => {
    marks[row] = Number(eventDays.has(day))
  })
  return marks
}

/**
 * The sets as the fits take them, every exposure divided by the raw units that count as one (500 ml, 30 minutes).
 *
 * @throws RangeError if there is no set, or not one positive scale per exposure.
 */
export function toSetTable({ start, values }: MatchedSets, scale: readonly number[]): SetTable {
  if (start.length < 2) throw new RangeError('sets must not be empty')
  if (scale.length !== values.length || !scale.every(unit => unit > 0)) {
    throw new RangeError(`scale must have ${values.length} positive values, got ${scale.join(', ')}`)
  }
  return {
    start,
    covariates: values.map((ofExposure, j) => ofExposure.map(value => value / (scale[j] ?? NaN))),
  }
}

/** Index of each row's day in its block: the units of the factor's second form, for values that depend on the time. */
export function getUnits({ day }: MatchedSets): Int32Array {
  return day.map(one => getDayOfBlock(one, DAYS_PER_STRATUM_BLOCK))
}
