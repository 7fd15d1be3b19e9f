/**
 * Sequential Monte Carlo p values: a statistic is drawn under the null hypothesis until both tails are known well enough.
 * A tail that is far from small is known after a few dozen draws; only a small one needs all of them.
 */

/** Draws as extreme as the observed statistic after which a tail is known well enough. */
const ENOUGH_HITS = 20
/** Maximum number of draws. The observed statistic counts as one more, so that the smallest p value is 1 / 100,000. */
const MOST_DRAWS = 99_999

export interface TailProbabilities {
  /** P(statistic >= observed) */
  readonly upper: number
  /** P(statistic <= observed) */
  readonly lower: number
  readonly draws: number
}

export interface SequentialOptions {
  /** Distance within which a drawn and the observed statistic are equal: sums in another order differ in the last digits. */
  readonly tolerance: number
  /** Tails known to have no hit among all draws, for which drawing would only take long. */
  readonly outOfReach?: { readonly upper: boolean; readonly lower: boolean }
}

/**
 * Estimates both tail probabilities of an observed statistic.
 *
 * Variant: a tail's p value is 20 / n if draw n is its 20th hit, else (1 + hits) / 100,000 after 99,999 draws. Either is a
 * valid p value, P(p <= a) <= a, because draws and observation are exchangeable under the null.
 * Source: Besag and Clifford 1991, Biometrika 78 (sequential stop); Phipson and Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9.
 *
 * @param draw returns the statistic of the next random draw
 */
export function estimateTails(
  observed: number,
  draw: () => number,
  { tolerance, outOfReach = { upper: false, lower: false } }: SequentialOptions,
): TailProbabilities {
  const smallest = 1 / (MOST_DRAWS + 1)
  let upper: number | null = outOfReach.upper ? smallest : null
  let lower: number | null = outOfReach.lower ? smallest : null
  let asHigh = 0
  let asLow = 0
  let draws = 0
  while (draws < MOST_DRAWS && (upper === null || lower === null)) {
    const drawn = draw()
    draws += 1
    if (drawn >= observed - tolerance) {
      asHigh += 1
      if (asHigh === ENOUGH_HITS) upper ??= ENOUGH_HITS / draws
    }
    if (drawn <= observed + tolerance) {
      asLow += 1
      if (asLow === ENOUGH_HITS) lower ??= ENOUGH_HITS / draws
    }
  }
  return {
    upper: upper ?? (1 + asHigh) * smallest,
    lower: lower ?? (1 + asLow) * smallest,
    draws,
  }
}

/** Chance of any hit among all draws below which a tail counts as out of reach. A missed hit would halve a p of 2 / 100,000. */
const NEGLIGIBLE_CHANCE = 0.01

/**
 * True if not one of all draws is likely to lie `distance` above its mean (or below it).
 *
 * Bernstein's inequality, given the variance of the sum and the largest deviation of one term. It holds for independent
 * terms and for sampling without replacement (Hoeffding 1963, JASA 58, equation (2.9) and theorem 4).
 */
export function isOutOfReach(distance: number, variance: number, farthest: number): boolean {
  if (distance <= 0) return false
  const bound = Math.exp(-(distance ** 2) / (2 * (variance + (farthest * distance) / 3)))
  return MOST_DRAWS * bound < NEGLIGIBLE_CHANCE
}
