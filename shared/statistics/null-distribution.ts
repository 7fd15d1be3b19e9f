/** Null distribution of a discrete statistic, estimated from random draws. */

export interface NullDistribution {
  /** Observed statistic, in standard deviations of the draws from their mean. */
  readonly observed: number
  /** Possible values in the same unit, ascending. */
  readonly values: readonly number[]
  /** Share of the draws with each value. */
  readonly shares: readonly number[]
}

/**
 * Distribution of draws, each a sum of the same few numbers.
 *
 * @param tolerance distance within which two draws are equal: sums in another order differ in the last digits
 * @returns null if the draws do not vary
 * @example summarizeDraws([1, 3, 1, 3], 3, 0) // { observed: 1, values: [-1, 1], shares: [0.5, 0.5] }
 */
export function summarizeDraws(
  draws: ArrayLike<number>,
  observed: number,
  tolerance: number,
): NullDistribution | null {
  const ascending = Float64Array.from(draws).sort()
  const mean = ascending.reduce((sum, value) => sum + value / ascending.length, 0)
  const spread = Math.sqrt(ascending.reduce((sum, value) => sum + (value - mean) ** 2 / ascending.length, 0))
  if (!(spread > tolerance)) return null
  const values: number[] = []
  const shares: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const value of ascending) {
    if (value - last > tolerance) {
      values.push((value - mean) / spread)
      shares.push(0)
    }
    last = value
    shares[shares.length - 1] = (shares.at(-1) ?? NaN) + 1 / ascending.length
  }
  return { observed: (observed - mean) / spread, values, shares }
}
