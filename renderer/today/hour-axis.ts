/**
 * Layout of a day's entries on a 24-hour axis, and the changes made by moving one.
 *
 * Entries without a clock time are not drawn: those of a whole day, and a cramp of which only the night, the part of
 * the day or the date is known, whose stored time is made up.
 */

import { draftOf, type Entry, type EntryDraft } from '../../shared/kinds/entry.ts'
import { hasOnsetClock } from '../../shared/kinds/onset.ts'
import { type Moment, MS_PER_MINUTE, wallClockMs } from '../../shared/time/moment.ts'
import { isByClockOf, momentOfEnd, momentOfWallClock } from '../../shared/time/time-zone.ts'

export const AXIS_MINUTES = 1440
export const STEP_MINUTES = 5
/** A mark without a length still takes so much room. */
const MARK_MINUTES = 40
/** Smallest distance between two marks, in minutes, at which a finger can hit each. */
const FAN_MINUTES = 30
/** Maximum number of lanes; marks that do not fit share the last lane with their neighbour. */
const MAX_LANES = 3

export interface AxisItem {
  readonly entry: Entry
  /** Minutes after the day's start; an end after the day is cut off at 1440. */
  readonly start: number
  /** Equal to `start` for what has no length. */
  readonly end: number
  /** From the top, 0 first. */
  readonly lane: number
  /** Minutes by which the mark is shifted to the right, so that no mark hides another. */
  readonly aside: number
}

/**
 * @param fromWallMs wall-clock milliseconds at which the day starts
 * @param timeZone IANA name of the zone the computer is in: ends are told by its clock
 */
export function layOutDay(entries: readonly Entry[], fromWallMs: number, timeZone: string): AxisItem[] {
  const laneEnds: number[] = []
  const lastMarks: number[] = []
  return entries
    .filter(hasClockTime)
    .map(entry => ({ entry, ...getSpan(entry, fromWallMs, timeZone) }))
    .sort((a, b) => a.start - b.start || a.entry.id - b.entry.id)
    .map(item => {
      const free = laneEnds.findIndex(end => end <= item.start)
      const lane = Math.min(free === -1 ? laneEnds.length : free, MAX_LANES - 1)
      // Fanned out, so that each can be seen and taken hold of by itself.
      const drawnAt =
        free === -1 && lastMarks[lane] !== undefined ? lastMarks[lane] + FAN_MINUTES : item.start
      const aside = Math.max(0, Math.min(drawnAt, AXIS_MINUTES - FAN_MINUTES) - item.start)
      lastMarks[lane] = item.start + aside
      laneEnds[lane] = Math.max(item.end, item.start + aside + MARK_MINUTES)
      return { ...item, lane, aside }
    })
}

function hasClockTime(entry: Entry): boolean {
  if (entry.kind === 'day') return false
  if (entry.kind === 'cramp') return hasOnsetClock(entry.onsetPrecision)
  return entry.kind !== 'activity' || !entry.wholeDay
}

/** Start and end by the clock on the wall, each with the offset of its own instant. */
function getSpan(entry: Entry, fromWallMs: number, timeZone: string): { start: number; end: number } {
  const minutesOf = (moment: Moment) => (wallClockMs(moment) - fromWallMs) / MS_PER_MINUTE
  const start = minutesOf(entry)
  const end = minutesOf(momentOfEnd(getEnd(entry), entry, timeZone))
  // An end can have an earlier wall time than its start when clocks go back.
  return { start, end: Math.min(AXIS_MINUTES, Math.max(start, end)) }
}

/** UTC milliseconds; the start of what has no length. */
function getEnd(entry: Entry): number {
  switch (entry.kind) {
    case 'activity':
    case 'stretch':
      return entry.at + entry.durationMinutes * MS_PER_MINUTE
    case 'footwear':
      return entry.takenOffAt ?? entry.at
    case 'night':
      return entry.wakeAt ?? entry.at
    default:
      return entry.at
  }
}

/** The entry moved by `minutes` on the clock of its own offset, with its duration unchanged. */
export function moveDraft(entry: Entry, minutes: number, timeZone: string): EntryDraft {
  const draft = draftOf(entry)
  const wallMs = wallClockMs(draft) + minutes * MS_PER_MINUTE
  const { at, offsetMinutes } = isByClockOf(timeZone, draft)
    ? momentOfWallClock(wallMs, timeZone)
    : { at: draft.at + minutes * MS_PER_MINUTE, offsetMinutes: draft.offsetMinutes }
  const shift = at - draft.at
  if (draft.kind === 'footwear')
    return {
      ...draft,
      at,
      offsetMinutes,
      takenOffAt: draft.takenOffAt === null ? null : draft.takenOffAt + shift,
    }
  if (draft.kind === 'night')
    return { ...draft, at, offsetMinutes, wakeAt: draft.wakeAt === null ? null : draft.wakeAt + shift }
  return { ...draft, at, offsetMinutes }
}

/** Rounds a move to whole steps and clamps it to the day. */
export function limitShift(item: Pick<AxisItem, 'start'>, minutes: number): number {
  const steps = Math.round(minutes / STEP_MINUTES) * STEP_MINUTES
  const earliest = -Math.floor(item.start / STEP_MINUTES) * STEP_MINUTES
  const latest = Math.floor((AXIS_MINUTES - 1 - item.start) / STEP_MINUTES) * STEP_MINUTES
  return Math.min(latest, Math.max(earliest, steps)) + 0
}
