/** Short form of the simulation for multiple testing: many exposures at once, and experiments. */
import { describe, expect, it } from 'vitest'
import { matrix } from '../../host/matrix.ts'
import { simulate, TIME_LIMIT_MS } from './short-form.ts'

/** A share of 0.05 plus three standard errors. */
const mostByChance = (runs: number) => 0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs)

describe('exposures without effect', { timeout: TIME_LIMIT_MS }, () => {
  it('hardly ever have an adjusted P of 0.05 at one look', () => {
    const { any, smallP } = simulate('nulls-one-look', 60)
    expect(any).toBeLessThanOrEqual(mostByChance(60))
    expect(smallP).toBeLessThanOrEqual(0.02)
  })

  it('are hardly ever called likely within half a year, whichever of them are named', () => {
    const { likely26, likely26Named, likely26Turned } = simulate('nulls-26-weeks', 12)
    expect(likely26).toBeLessThanOrEqual(mostByChance(12))
    expect(likely26Named).toBeLessThanOrEqual(mostByChance(12))
    expect(likely26Turned).toBeLessThanOrEqual(mostByChance(12))
  })
})

describe('real triggers among twelve exposures', { timeout: TIME_LIMIT_MS }, () => {
  it('are found, and more of them if they are suspects', () => {
    const { tripled, doubled, tripledShown, tripledNamed } = simulate('triggers-few-gaps', 14)
    expect(tripled).toBeGreaterThanOrEqual(0.35)
    expect(tripled).toBeGreaterThan(doubled ?? 1)
    expect(tripledShown).toBeGreaterThanOrEqual(0.25)
    expect(tripledNamed).toBeGreaterThanOrEqual(tripled ?? 1)
  })
})

describe('an experiment whose arms do the same', { timeout: TIME_LIMIT_MS }, () => {
  it.each(
    matrix(
      [
        ['experiment-8w-7d', 400],
        ['experiment-12w-2d', 60],
        ['experiment-6-pairs', 400],
      ],
      [
        ['experiment-10w-7d', 400],
        ['experiment-12w-7d', 400],
        ['experiment-16w-7d', 100],
        ['experiment-8w-2d', 100],
        ['experiment-8-pairs', 400],
      ],
    ),
  )('is settled by chance in one of twenty at most: %s', (scenario, runs) => {
    expect(simulate(scenario, runs).rejects).toBeLessThanOrEqual(mostByChance(runs))
  })

  it('of four pairs can never be settled', () => {
    expect(simulate('experiment-4-pairs', 400).rejects).toBe(0)
  })
})
