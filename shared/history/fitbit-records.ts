/** Records of Fitbit's two layers, and how those of one time are found in the other. */
import { type Moment, MS_PER_DAY, MS_PER_MINUTE } from '../time/moment.ts'
import { isOffset } from './zones.ts'

/** Sleep of the old layer. */
export interface LocalSleep {
  readonly logId: string
  /** Wall clock in milliseconds. */
  readonly startWallMs: number
  /** Length in milliseconds, clock changes included. */
  readonly length: number
  /** False for a nap; null in files of before. */
  readonly isMain: boolean | null
}

/** Sleep of the new layer. */
export interface UtcSleep {
  /** UTC milliseconds. */
  readonly start: number
  readonly end: number
  /** Minutes; null for a text that is none. */
  readonly offset: number | null
}

/** Exercise of the old layer. */
export interface LocalExercise {
  readonly logId: string
  readonly name: string
  /** Start as the file writes it, counted as if it were UTC. */
  readonly startMs: number
  /** Without pauses. */
  readonly seconds: number
  readonly distanceM: number | null
  readonly climbM: number | null
  readonly isAutoDetected: boolean
}

/** Exercise of the new layer. */
export interface UtcExercise {
  readonly id: string
  readonly name: string
  readonly start: number
  readonly end: number
  readonly offset: number | null
  /** UTC milliseconds at which the person typed it in; null for one that was recorded. */
  readonly typedAt: number | null
  readonly distanceM: number | null
  readonly climbM: number | null
  readonly isAutoDetected: boolean
}

export interface FitbitScan {
  readonly localSleeps: readonly LocalSleep[]
  readonly utcSleeps: readonly UtcSleep[]
  readonly localExercises: readonly LocalExercise[]
  readonly utcExercises: readonly UtcExercise[]
  /** Records that cannot be read, by what they are. */
  readonly damaged: readonly string[]
  /** Files of logged water, whose columns are not known. */
  readonly waterFiles: number
  /** Files of steps, heart rates and other things that the journal has no field for. */
  readonly otherFiles: number
}

/** Sleep by its place in time. The moment is null while the zone is not given. */
export interface PlacedSleep {
  readonly start: Moment | null
  /** Length in milliseconds. */
  readonly length: number
  readonly isMain: boolean | null
}

/** Greatest difference of the two layers in one time: one of them cuts off the seconds. */
export const SAME_TIME_MS = 2 * MS_PER_MINUTE
const QUARTER_MS = 15 * MS_PER_MINUTE

/** Offset in minutes by which a wall clock is ahead of an instant; null if no clock can be. */
export function findOffset(wallMs: number, instant: number): number | null {
  const quarters = Math.round((wallMs - instant) / QUARTER_MS)
  const isClose = Math.abs(wallMs - instant - quarters * QUARTER_MS) <= SAME_TIME_MS
  return isClose && isOffset(quarters * 15) ? quarters * 15 : null
}

/** Records by the day of their start, to find what may be the same without comparing all with all. */
export function groupByDay<Record extends { readonly start: number }>(
  records: readonly Record[],
): ReadonlyMap<number, readonly Record[]> {
  const byDay = new Map<number, Record[]>()
  for (const record of records) {
    const day = Math.floor(record.start / MS_PER_DAY)
    const others = byDay.get(day)
    if (others === undefined) byDay.set(day, [record])
    else others.push(record)
  }
  return byDay
}

/** Records of the day of a time, and of those around it: a wall clock is up to 14 hours from its instant. */
export const nearDays = <Record>(byDay: ReadonlyMap<number, readonly Record[]>, ms: number): Record[] =>
  [-1, 0, 1].flatMap(step => byDay.get(Math.floor(ms / MS_PER_DAY) + step) ?? [])
