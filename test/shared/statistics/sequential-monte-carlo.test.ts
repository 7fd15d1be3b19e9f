import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../shared/statistics/random.ts'
import { estimateTails, isOutOfReach } from '../../../shared/statistics/sequential-monte-carlo.ts'

/** Draws from a list, again and again. */
function drawFrom(values: readonly number[]) {
  let draws = 0
  return () => values[draws++ % values.length] ?? NaN
}

describe('estimateTails', () => {
  it('stops when both tails have twenty hits: p is 20 over the draws it took', () => {
    // Every fourth draw is as high as the observation, three of four are as low.
    const tails = estimateTails(2, drawFrom([1, 1, 1, 3]), { tolerance: 0 })
    expect(tails).toEqual({ upper: 20 / 80, lower: 20 / 26, draws: 80 })
  })

  it('counts ties for both tails', () => {
    expect(estimateTails(2, drawFrom([2]), { tolerance: 0 })).toEqual({ upper: 1, lower: 1, draws: 20 })
    expect(estimateTails(2, drawFrom([2 + 1e-12]), { tolerance: 1e-9 }).lower).toBe(1)
  })

  it('never says 0: one more than the hits of 99,999 draws', () => {
    expect(estimateTails(2, drawFrom([1]), { tolerance: 0 })).toEqual({
      ...{ upper: 1 / 100_000, lower: 1, draws: 99_999 },
    })
    const seldom = Array.from({ length: 99_999 }, (_, i) => (i % 10_000 === 0 ? 2 : 1))
    expect(estimateTails(2, drawFrom(seldom), { tolerance: 0 }).upper).toBe(11 / 100_000)
  })

  it('does not draw for a tail that is out of reach', () => {
    const outOfReach = { upper: true, lower: false }
    expect(estimateTails(2, drawFrom([1]), { tolerance: 0, outOfReach })).toEqual({
      ...{ upper: 1 / 100_000, lower: 1, draws: 20 },
    })
  })

  it('gives p values that are uniform or larger under the null', () => {
    const random = createRandom(5)
    const runs = 2000
    const pValues = Array.from(
      { length: runs },
      () => estimateTails(random.nextUniform(), random.nextUniform, { tolerance: 0 }).upper,
    )
    for (const level of [0.01, 0.05, 0.2, 0.5, 0.9]) {
      const share = pValues.filter(p => p <= level).length / runs
      const error = 3 * Math.sqrt((level * (1 - level)) / runs)
      expect(Math.abs(share - level), `at ${level}`).toBeLessThan(error + 0.01)
    }
  })
})

describe('isOutOfReach', () => {
  it('is so where Bernstein’s bound for 99,999 draws is below one in a hundred', () => {
    // exp(-d^2 / (2 (25 + d / 3))) < 1e-7 from d = 34.3 on.
    expect(isOutOfReach(34, 25, 1)).toBe(false)
    expect(isOutOfReach(35, 25, 1)).toBe(true)
    expect(isOutOfReach(-35, 25, 1)).toBe(false)
  })
})
