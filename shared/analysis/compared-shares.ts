/**
 * Shares of days with a cramp, with an exposure and without it: the two bars of a finding.
 *
 * Both shares are of compared days: days of strata that have days of either side. The share without it is standardised
 * directly to the days with it, since strata differ in both: a month of many cramps may also be a month of much running.
 *
 *   share without = sum over strata of (days with it x share without it) / (all days with it)
 */
import { z } from 'zod'
import type { Contrast } from './contrast.ts'
import type { DayWithValue } from './day-values.ts'

const dayCount = z.strictObject({ crampDays: z.int(), days: z.int() })
type DayCount = z.infer<typeof dayCount>

export const comparedShares = z.strictObject({
  withIt: dayCount,
  withoutIt: dayCount,
  /** Share of days with a cramp on days with it, 0 to 1. */
  shareWith: z.number(),
  /** Share on days without it, 0 to 1, standardised to the strata of the days with it. */
  shareWithout: z.number(),
})
export type ComparedShares = z.infer<typeof comparedShares>

/**
 * Counts the days at either end of a contrast; days between them are left out. Null where no stratum has both ends.
 *
 * @param strata compared days by stratum, each with its value at the usual hour
 */
export function computeComparedShares(
  strata: readonly (readonly DayWithValue[])[],
  { from, to }: Contrast,
): ComparedShares | null {
  const withIt = { crampDays: 0, days: 0 }
  const withoutIt = { crampDays: 0, days: 0 }
  let expectedCrampDays = 0
  for (const days of strata) {
    const high = countDays(days.filter(({ value }) => value >= to))
    const low = countDays(days.filter(({ value }) => value <= from))
    if (high.days === 0 || low.days === 0) continue
    add(withIt, high)
    add(withoutIt, low)
    expectedCrampDays += high.days * (low.crampDays / low.days)
  }
  if (withIt.days === 0) return null
  return {
    withIt,
    withoutIt,
    shareWith: withIt.crampDays / withIt.days,
    shareWithout: expectedCrampDays / withIt.days,
  }
}

function countDays(days: readonly DayWithValue[]): DayCount {
  return { days: days.length, crampDays: days.filter(({ hasEvent }) => hasEvent).length }
}

function add(total: { crampDays: number; days: number }, { crampDays, days }: DayCount): void {
  total.crampDays += crampDays
  total.days += days
}

/** Largest factor between the ratio of the bars and the matched estimate at which both say the same. */
const SAME_WITHIN_FACTOR = 4 / 3

/** True if the bars lie on the other side of 1 than the matched estimate, or differ from it by more than a third. */
export function doBarsMislead({ shareWith, shareWithout }: ComparedShares, estimatedRatio: number): boolean {
  if (shareWithout === 0 || shareWith === 0) return true
  const ofBars = shareWith / shareWithout
  const areOpposite = (ofBars - 1) * (estimatedRatio - 1) < 0
  const factor = Math.max(ofBars / estimatedRatio, estimatedRatio / ofBars)
  return areOpposite || factor > SAME_WITHIN_FACTOR
}
