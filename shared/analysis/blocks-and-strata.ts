/**
 * Strata: the days an event is compared with are those of the same 56-day block and the same kind of day.
 *
 *   week        1           2         ...       8
 *   block   | Mon .. Sun | Mon .. Sun | ... | Mon .. Sun |   every weekday eight times
 *   work      w w w w w    w w w w w    ...   w w w w w      40 days, one stratum
 *   off                o o          o o ...             o o  16 days, another
 *
 * Blocks are counted from a fixed Monday, so that older entries added later move no boundary. The calendar alone
 * decides the stratum, never what happened in it: referents chosen by the events bias the estimate (Janes, Sheppard and
 * Lumley 2005, Statistics in Medicine 24).
 */
import type { DayNumber } from './diary/diary.ts'

/** Length of the blocks of the strata, in days. */
export const DAYS_PER_STRATUM_BLOCK = 56
/** Days between two checkpoints. It divides the length of a block, so that a checkpoint cuts one in the middle or not at all. */
export const DAYS_PER_CHECKPOINT = 28
const DAYS_PER_WEEK = 7
/** 1970-01-05, a Monday. */
const EPOCH_MONDAY: DayNumber = 4
/** Difference from the commonest UTC offset of the four weeks, in minutes, from which a cramp-day is a day of travel. */
const TRAVEL_MINUTES = 3 * 60

/** Matching within a block: work days with work days and days off with days off, or by weekday. */
export type Stratification = 'day-type' | 'weekday'

/** Number of the block of a day, by the length of a block; block 0 begins on 1970-01-05. */
export function getBlock(day: DayNumber, daysPerBlock: number): number {
  return Math.floor((day - EPOCH_MONDAY) / daysPerBlock)
}

/** Index of a day within its block, from 0; 0 is a Monday. */
export function getDayOfBlock(day: DayNumber, daysPerBlock: number): number {
  return day - EPOCH_MONDAY - getBlock(day, daysPerBlock) * daysPerBlock
}

/** Weekday, Monday = 0. */
export function getWeekday(day: DayNumber): number {
  return getDayOfBlock(day, DAYS_PER_WEEK)
}

/** Stratum id: equal for two days exactly if they are compared. The date on which a cramp-day begins decides. */
export function getStratum(
  day: DayNumber,
  stratification: Stratification,
  offWeekdays: readonly number[],
  daysPerBlock: number = DAYS_PER_STRATUM_BLOCK,
): number {
  const weekday = getWeekday(day)
  const within = stratification === 'weekday' ? weekday : Number(offWeekdays.includes(weekday))
  return getBlock(day, daysPerBlock) * DAYS_PER_WEEK + within
}

/**
 * Days whose UTC offset is 3 hours or more from the commonest offset of their four weeks: on them "the same clock time"
 * means something else. Days without a known offset count as at home. Four weeks end with a checkpoint, so that no day
 * after it changes what counts as travel before it.
 */
export function findTravelDays(
  days: readonly DayNumber[],
  utcOffsetMinutes: ReadonlyMap<DayNumber, number>,
): Set<DayNumber> {
  const offsetsOfBlock = new Map<number, number[]>()
  for (const day of days) {
    const offset = utcOffsetMinutes.get(day)
    if (offset === undefined) continue
    const block = getBlock(day, DAYS_PER_CHECKPOINT)
    const offsets = offsetsOfBlock.get(block)
    if (offsets === undefined) offsetsOfBlock.set(block, [offset])
    else offsets.push(offset)
  }
  const usualOffset = new Map(
    Array.from(offsetsOfBlock, ([block, offsets]) => [block, getCommonest(offsets)]),
  )
  return new Set(
    days.filter(day => {
      const offset = utcOffsetMinutes.get(day)
      const usual = usualOffset.get(getBlock(day, DAYS_PER_CHECKPOINT))
      return offset !== undefined && usual !== undefined && Math.abs(offset - usual) >= TRAVEL_MINUTES
    }),
  )
}

/** The mode: the most frequent value; of equally frequent ones the first. */
function getCommonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let commonest: number | undefined
  let most = 0
  for (const [value, count] of counts) {
    if (count > most) {
      commonest = value
      most = count
    }
  }
  return commonest
}
