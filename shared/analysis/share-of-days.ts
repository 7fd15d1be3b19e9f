/** Share of days with a cramp: counts, proportion and Wilson interval. */
import { z } from 'zod'
import { computeWilsonInterval } from '../statistics/wilson.ts'

export const shareOfDays = z.strictObject({
  /** Days with a known outcome. */
  days: z.int(),
  /** Days with a cramp. */
  crampDays: z.int(),
  /** Share of days with a cramp, 0 to 1, and its 95% Wilson limits; null without days. */
  share: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
})
export type ShareOfDays = z.infer<typeof shareOfDays>

/** @throws RangeError unless both are whole numbers and there are at least as many days as cramp-days. */
export function getShareOfDays(crampDays: number, days: number): ShareOfDays {
  if (days === 0) return { days, crampDays, share: null, lower: null, upper: null }
  return { days, crampDays, share: crampDays / days, ...computeWilsonInterval(crampDays, days) }
}

/** True if the 95% intervals do not overlap and `one` is the higher: a conservative test of the difference. */
export function isClearlyAbove(one: ShareOfDays, other: ShareOfDays): boolean {
  return one.lower !== null && other.upper !== null && one.lower > other.upper
}
