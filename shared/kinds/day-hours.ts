/**
 * Which 24 hours a day is, for a kind of entry, and the days an entry counts for. Report, overview, analysis, gaps and
 * the page of a day ask here, so that they sum over the same hours.
 *
 *     day starts 04:00, no check-in    |20th 04:00 -------------------- 21st 04:00|
 *     checked in on a page from 00:00  |20th 00:00 -------------- 21st 00:00|
 *     the day after, not checked in                     21st 00:00 |--------------------- 22nd 04:00|
 *
 * A check-in speaks of the hours of the page it was given on, whatever the setting is now. A day without one has the
 * hours of the setting, up to those of its neighbours' check-ins. Cramps and nights are counted from noon to noon.
 */
import { type CalendarDate, dateOfDayNumber, dayNumber } from '../time/calendar-date.ts'
import {
  crampDay,
  crampDayNumber,
  journalDay,
  journalDayBounds,
  type Moment,
  MS_PER_DAY,
  MS_PER_MINUTE,
  type WallHours,
  wallClockMs,
} from '../time/moment.ts'
import type { CheckIn } from './check-in.ts'
import { type EntryKind, kindsByName } from './kinds.ts'

const NOON_MINUTES = 12 * 60

/** Kinds whose day is the cramp-day, noon to noon. */
const isNightly = (kind: EntryKind) => kindsByName[kind].tracked === 'cramp-day'

/**
 * The day an entry counts for: cramps and nights by the cramp-day, everything else by the journal's day.
 *
 * @param dayStartMinutes minutes after midnight at which the person's day starts
 */
export function getEntryDay(
  entry: Moment & { readonly kind: EntryKind },
  dayStartMinutes: number,
): CalendarDate {
  return isNightly(entry.kind) ? crampDay(entry) : journalDay(entry, dayStartMinutes)
}

/** The day a night belongs to: the cramp-day of its bedtime, so that it is not cut in two at midnight. */
export const getNightDay = (bedtime: Moment): CalendarDate => dateOfDayNumber(getNightDayNumber(bedtime))
export const getNightDayNumber = (bedtime: Moment): number => crampDayNumber(bedtime)

/** The 24 hours a check-in speaks of. */
export function getCheckInHours({ date, kind, dayStartMinutes }: CheckIn): WallHours {
  return journalDayBounds(date, isNightly(kind) ? NOON_MINUTES : dayStartMinutes)
}

/** Day that a check-in speaks of: of a kind, or of one own factor. */
type CheckedDay = Pick<CheckIn, 'date' | 'dayStartMinutes'> & { readonly kind: EntryKind }

export interface DayHours {
  /** Day numbers that are checked in for a kind. */
  readonly listCheckedIn: (kind: EntryKind) => ReadonlySet<number>
  readonly getHours: (kind: EntryKind, day: number) => WallHours
  /**
   * Day numbers whose hours hold the entry: one, two where the hours of two check-ins overlap, none between the hours of
   * two check-ins.
   */
  readonly listDays: (entry: Moment & { readonly kind: EntryKind }) => readonly number[]
  /** The same as dates. */
  readonly listDates: (entry: Moment & { readonly kind: EntryKind }) => readonly CalendarDate[]
}

/**
 * @param checkIns from the day before the first to the day after the last that is asked about
 * @param dayStartMinutes minutes after midnight at which the person's day starts
 */
export function createDayHours(checkIns: readonly CheckedDay[], dayStartMinutes: number): DayHours {
  /** Per kind, minutes after midnight at which a checked-in day begins, by day number. */
  const starts = new Map<EntryKind, Map<number, number>>()
  /** Kinds with a check-in whose day begins at another minute than the setting says. */
  const mixed = new Set<EntryKind>()
  for (const { date, kind, dayStartMinutes: start } of checkIns) {
    const ofKind = starts.get(kind) ?? new Map<number, number>()
    starts.set(kind, ofKind)
    ofKind.set(dayNumber(date), isNightly(kind) ? NOON_MINUTES : start)
    if (!isNightly(kind) && start !== dayStartMinutes) mixed.add(kind)
  }
  const days = new Map(Array.from(starts, ([kind, ofKind]) => [kind, new Set(ofKind.keys())]))
  const none: ReadonlySet<number> = new Set()
  const usualStart = (kind: EntryKind) => (isNightly(kind) ? NOON_MINUTES : dayStartMinutes)

  function getHours(kind: EntryKind, day: number): WallHours {
    const ofKind = starts.get(kind)
    const own = ofKind?.get(day)
    const from = own ?? ofKind?.get(day - 1) ?? usualStart(kind)
    const to = own ?? ofKind?.get(day + 1) ?? usualStart(kind)
    return {
      fromWallMs: day * MS_PER_DAY + from * MS_PER_MINUTE,
      toWallMs: (day + 1) * MS_PER_DAY + to * MS_PER_MINUTE,
    }
  }

  function listDays(entry: Moment & { readonly kind: EntryKind }): readonly number[] {
    const wallMs = wallClockMs(entry)
    const usual = Math.floor((wallMs - usualStart(entry.kind) * MS_PER_MINUTE) / MS_PER_DAY)
    if (!mixed.has(entry.kind)) return [usual]
    return [usual - 1, usual, usual + 1].filter(day => {
      const { fromWallMs, toWallMs } = getHours(entry.kind, day)
      return wallMs >= fromWallMs && wallMs < toWallMs
    })
  }

  return {
    listCheckedIn: kind => days.get(kind) ?? none,
    getHours,
    listDays,
    listDates: entry => listDays(entry).map(dateOfDayNumber),
  }
}
