import { describe, expect, it } from 'vitest'
import { coinWeeks } from '../../../shared/experiments/coin-experiment.ts'
import { computeCoinPower } from '../../../shared/experiments/coin-power.ts'
import { coinPowerTable } from '../../../shared/experiments/coin-power-table.ts'
import { countHelped, getCoinCellSeed } from '../../../shared/experiments/coin-simulation.ts'

const { actions, crampShares, helped, riskRatios, runs } = coinPowerTable

describe('the power table of coins', () => {
  it.each([
    [8, 1, 0.5, 0.3],
    [12, 2, 0.33, 0.2],
    [16, 3, 0.67, 0.8],
  ] as const)(
    'holds what computing %d weeks, %d actions, %d, %d again gives',
    (weeks, count, riskRatio, share) => {
      const [r, s] = [riskRatios.indexOf(riskRatio), crampShares.indexOf(share)]
      const scenario = { weeks, actions: count, crampShare: share, riskRatio }
      expect(countHelped(scenario, runs, getCoinCellSeed(coinPowerTable, scenario, r, s))).toBe(
        helped[weeks][actions.indexOf(count)]?.[r]?.[s],
      )
    },
  )

  it('has a chance for every length, number of actions, effect and share', () => {
    expect(runs).toBeGreaterThanOrEqual(2000)
    for (const weeks of coinWeeks)
      for (const count of actions)
        for (const ratio of riskRatios)
          for (const share of crampShares) {
            const chance = computeCoinPower(weeks, count, share, ratio)
            expect(chance >= 0 && chance <= 1, `${weeks} ${count} ${ratio} ${share}`).toBe(true)
          }
  })

  it('promises more with more cramps, a larger effect and more weeks, and less with more actions, but for chance', () => {
    // Four standard errors of a difference of two shares of 2,000.
    const slack = 4 * Math.sqrt(0.5 / runs)
    const at = (weeks: 8 | 12 | 16, count: number, share: number, ratio: number) =>
      computeCoinPower(weeks, count, share, ratio)
    for (const count of actions)
      for (const ratio of riskRatios)
        crampShares.forEach((share, s) => {
          const chance = at(12, count, share, ratio)
          expect(chance).toBeGreaterThan(at(12, count, crampShares[s - 1] ?? share, ratio) - slack)
          expect(chance).toBeGreaterThan(at(8, count, share, ratio) - slack)
          expect(chance).toBeLessThan(at(16, count, share, ratio) + slack)
          expect(chance).toBeGreaterThan(at(12, Math.min(3, count + 1), share, ratio) - slack)
        })
    expect(at(12, 1, 0.4, 0.33)).toBeGreaterThan(at(12, 1, 0.4, 0.5))
  })

  it('refuses what was not simulated', () => {
    expect(() => computeCoinPower(8, 4, 0.3, 0.5)).toThrow('4 actions')
    expect(() => computeCoinPower(8, 1, 0.3, 0.4)).toThrow('0.4')
  })
})
