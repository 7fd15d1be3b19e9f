/** Short form of the simulation for multiple testing: twelve exposures at once, and experiments. */
import { describe, expect, it } from 'vitest'
import { simulate, TIME_LIMIT_MS } from './short-form.ts'

describe('twelve exposures without effect', { timeout: TIME_LIMIT_MS }, () => {
  it('are hardly ever called likely at one look', () => {
    const { likely, possible } = simulate('nulls-one-look-112d', 120)
    expect(likely).toBeLessThanOrEqual(0.1)
    expect(possible).toBeLessThanOrEqual(0.33)
  })

  it('are hardly ever called likely in half a year of checkpoints', () => {
    expect(simulate('nulls-26-weeks', 25).everLikely).toBeLessThanOrEqual(0.12)
  })
})

describe('an experiment whose arms do the same', { timeout: TIME_LIMIT_MS }, () => {
  it.each([
    ['experiment-8w-7d', 400],
    ['experiment-10w-7d', 400],
    ['experiment-12w-7d', 400],
    ['experiment-16w-7d', 100],
    ['experiment-8w-2d', 100],
    ['experiment-12w-2d', 60],
    ['experiment-6-pairs', 400],
    ['experiment-8-pairs', 400],
  ])('is settled by chance in one of twenty at most: %s', (scenario, runs) => {
    // 0.05 plus three standard errors.
    const mostByChance = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs)
    expect(simulate(scenario, runs).rejects).toBeLessThanOrEqual(mostByChance)
  })

  it('of four pairs can never be settled', () => {
    expect(simulate('experiment-4-pairs', 400).rejects).toBe(0)
  })
})
