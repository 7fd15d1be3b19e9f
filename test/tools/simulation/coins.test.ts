/** Short form of the simulation of experiments with coins. */
import { describe, expect, it } from 'vitest'
import { simulate, TIME_LIMIT_MS } from './short-form.ts'

describe('coins that decide about actions without effect', { timeout: TIME_LIMIT_MS }, () => {
  it.each([
    ['coin-8w-1-at-random', 400],
    ['coin-16w-1-after-cramps', 300],
    ['coin-12w-3-at-random', 300],
    ['coin-8w-3-after-cramps', 400],
  ])('call one helpful in one of twenty experiments at most: %s', (scenario, runs) => {
    // 0.05 plus three standard errors.
    const mostByChance = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs)
    expect(simulate(scenario, runs).any).toBeLessThanOrEqual(mostByChance)
  })

  it('mislead where nights go unanswered after a cramp with the action, and often say so', () => {
    const { any = 0, says = 0 } = simulate('coin-16w-1-after-cramps-with', 200)
    expect(any).toBeLessThan(0.5)
    expect(says).toBeGreaterThan(any)
  })
})
