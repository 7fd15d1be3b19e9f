import { describe, expect, it, test } from 'vitest'
import { designNames, designs } from '../../../shared/experiments/design.ts'
import { computePower } from '../../../shared/experiments/power.ts'
import { countSettled, getCellSeed } from '../../../shared/experiments/power-simulation.ts'
import { powerTable } from '../../../shared/experiments/power-table.ts'

const { crampsPerWeek, rateRatios, runs, settled } = powerTable

describe('the power table', () => {
  // The designs that are fast to simulate; the others differ only in their numbers.
  it.each([
    ['8-weeks-by-weeks', 0.5, 4],
    ['12-weeks-by-weeks', 0.33, 7],
    ['16-weeks-by-fortnights', 0.67, 14],
    ['12-weeks-in-pairs', 0.5, 2],
  ] as const)('holds what computing %s, %d, %d again gives', (name, rateRatio, rate) => {
    const [d, r, w] = [designNames.indexOf(name), rateRatios.indexOf(rateRatio), crampsPerWeek.indexOf(rate)]
    const scenario = { design: designs[name], crampsPerWeek: rate, rateRatio }
    expect(countSettled(scenario, runs, getCellSeed(powerTable, d, r, w))).toBe(settled[name][r]?.[w])
  })

  it('has a chance for every design, effect and rate', () => {
    expect(runs).toBeGreaterThanOrEqual(2000)
    for (const name of designNames) {
      expect(settled[name]).toHaveLength(rateRatios.length)
      for (const row of settled[name]) {
        expect(row).toHaveLength(crampsPerWeek.length)
        for (const count of row) expect(count >= 0 && count <= runs).toBe(true)
      }
    }
  })

  it('promises more with more cramps, with a larger effect and with more time, but for chance', () => {
    // Four standard errors of a difference of two shares of 2,000.
    const slack = 4 * Math.sqrt(0.5 / runs)
    for (const name of designNames)
      settled[name].forEach((row, r) => {
        row.forEach((count, w) => {
          expect(count).toBeGreaterThan((row[w - 1] ?? 0) - slack * runs)
          expect(count).toBeGreaterThan((settled[name][r - 1]?.[w] ?? 0) - slack * runs)
        })
      })
    for (const ratio of rateRatios)
      expect(computePower('16-weeks-by-weeks', 5, ratio)).toBeGreaterThan(
        computePower('8-weeks-by-weeks', 5, ratio) - slack,
      )
  })
})

test('between two rates the chance lies on the line between theirs; beyond the table it stays', () => {
  const table = {
    ...powerTable,
    runs: 100,
    crampsPerWeek: [1, 3],
    rateRatios: [0.5],
    settled: { ...settled, '8-weeks-by-weeks': [[20, 60]] },
  }
  const at = (rate: number) => computePower('8-weeks-by-weeks', rate, 0.5, table)
  expect(at(1)).toBe(0.2)
  expect(at(2)).toBeCloseTo(0.4, 12)
  expect(at(3)).toBe(0.6)
  expect(at(0.1)).toBe(0.2)
  expect(at(40)).toBe(0.6)
  expect(() => computePower('8-weeks-by-weeks', 2, 0.4, table)).toThrow('rateRatio')
})
