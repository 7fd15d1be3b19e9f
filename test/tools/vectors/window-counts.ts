/** Counts of matched sets that no fit needs; reference values and simulation compare them. */
import type { MatchedSets } from '../../../shared/analysis/matched-sets.ts'

/** Windows per set (n), and those on days with an event (m). */
export function countWindows({ start, hasEvent }: MatchedSets): { readonly n: number; readonly m: number }[] {
  return Array.from({ length: start.length - 1 }, (_, e) => {
    const ofSet = hasEvent.subarray(start[e], start[e + 1])
    return { n: ofSet.length, m: ofSet.reduce((sum, has) => sum + has, 0) }
  })
}

/** f = (n - m) / (n - 1) of each set: the first form of the finite-population factor, for values of whole days. */
export function getDrawFactors(sets: MatchedSets): number[] {
  return countWindows(sets).map(({ n, m }) => (n - m) / (n - 1))
}
